using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;

namespace Shrike.Tests.Taint;

/// <summary>Without a shell, text that can end no argument gives a program no further one.</summary>
public class CommandLineTests
{
    [Theory]
    [InlineData("^[a-z|.,-]{0,40}$", "new ProcessStartInfo { FileName = encoder, Arguments = \"-c \" + codec }", false)]
    [InlineData("^[a-z|.,-]{0,40}$", "new ProcessStartInfo { FileName = \"ffmpeg\", Arguments = \"-c \" + codec }", false)]
    [InlineData("^[a-z|., -]{0,40}$", "new ProcessStartInfo { FileName = encoder, Arguments = \"-c \" + codec }", true)]
    [InlineData("^[a-z|.\\\"-]{0,40}$", "new ProcessStartInfo { FileName = encoder, Arguments = \"-c \" + codec }", true)]
    [InlineData("^[a-z|.,-]{0,40}$", "new ProcessStartInfo { FileName = \"cmd.exe\", Arguments = \"/c x \" + codec }", true)]
    [InlineData("^[a-z|.,-]{0,40}$", "new ProcessStartInfo { FileName = given, Arguments = \"-c \" + codec }", true)]
    [InlineData("^[a-z|.,-]{0,40}$", "new ProcessStartInfo(\"/bin/bash\", \"-c \" + codec)", true)]
    [InlineData("^[a-z|.,-]{0,40}$", "new ProcessStartInfo(\"ffmpeg\", \"-c \" + codec)", false)]
    [InlineData("^[a-z|.,-]{0,40}$", "new ProcessStartInfo(codec)", true)]
    [InlineData("^[a-z-]{0,40}$", "new ProcessStartInfo(\"/bin/bash\", \"-c \" + codec)", false)]
    public void Take_only_what_could_be_another_argument(string pattern, string made, bool found)
    {
        Codebase result = Analyse.Text(
            $$"""
            using System.ComponentModel.DataAnnotations;
            using System.Diagnostics;
            using Microsoft.AspNetCore.Mvc;
            [ApiController]
            public class CodecController : ControllerBase
            {
                private readonly string encoder;
                public CodecController(string path) { encoder = path; }
                [HttpPost]
                public void Do([RegularExpression("{{pattern}}")] string codec) => Run("x" + codec.Length, codec);
                private void Run(string given, string codec) => Process.Start({{made}});
            }
            """
        );
        Assert.Equal(found, result.Candidates.Any(c => c.Rule.Id == "os-command"));
    }

    [Theory]
    [InlineData("^[a-z|.,-]{0,40}$", "Codecs.Valid().IsMatch(codec)", false)]
    [InlineData("^[a-z|., -]{0,40}$", "Codecs.Valid().IsMatch(codec)", true)]
    [InlineData("^[a-z|.,-]{0,40}$", "!Codecs.Valid().IsMatch(codec)", true)]
    [InlineData("^[a-z|.,-]{0,40}$", "Codecs.AlsoValid.IsMatch(codec)", false)]
    [InlineData("[a-z|.,-]{0,40}", "Codecs.AlsoValid.IsMatch(codec)", true)]
    public void Are_held_to_a_pattern_that_the_compiler_turns_into_code(string pattern, string check, bool found)
    {
        Codebase result = Analyse.Text(
            $$"""
            using System.Diagnostics;
            using System.Text.RegularExpressions;
            using Microsoft.AspNetCore.Mvc;
            public static partial class Codecs
            {
                private const string Pattern = "{{pattern}}";
                [GeneratedRegex(Pattern)] public static partial Regex Valid();
                [GeneratedRegex(Pattern)] public static partial Regex AlsoValid { get; }
            }
            public class CodecController : ControllerBase
            {
                [HttpPost]
                public void Do(string codec)
                {
                    if ({{check}})
                        Process.Start(new ProcessStartInfo("ffmpeg", "-c " + codec));
                }
            }
            """
        );
        Assert.Equal(found, result.Candidates.Any(c => c.Rule.Id == "os-command"));
    }
}
