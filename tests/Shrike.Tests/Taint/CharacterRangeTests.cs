using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;

namespace Shrike.Tests.Taint;

/// <summary>Characters between two others, written out as comparisons, are as harmless as a pattern of them.</summary>
public class CharacterRangeTests
{
    [Theory]
    [InlineData("(c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')", false)]
    [InlineData("('a' <= c && 'z' >= c) || c == '_'", false)]
    [InlineData("!(c < 'a' || c > 'z')", false)]
    [InlineData("c > '`' && c < '{'", false)]
    [InlineData("(c >= 'a' && c <= 'z') || (c >= '.' && c <= '9')", true)]
    [InlineData("c >= 'a' || c <= 'z'", true)]
    [InlineData("c >= 'a'", true)]
    [InlineData("c <= 'z'", true)]
    [InlineData("c >= 'a' && other <= 'z'", true)]
    public void Are_an_alphabet_in_a_loop(string test, bool found)
    {
        Assert.Equal(
            found,
            Finds($"var kept = new StringBuilder(); foreach (var c in text) if ({test}) kept.Append(c); Remove(kept.ToString());")
        );
    }

    [Theory]
    [InlineData("text.All(c => (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')", false)]
    [InlineData("text.All(IsPlain)", false)]
    [InlineData("text.All(c => c is (>= 'a' and <= 'z') or '_')", false)]
    [InlineData("text.All(c => (c >= 'a' && c <= 'z') || c == '.' || c == '/')", true)]
    [InlineData("text.All(c => c < 'a' || c > 'z')", true)]
    [InlineData("text.Any(c => c >= 'a' && c <= 'z')", true)]
    public void Are_an_alphabet_in_a_test(string test, bool found)
    {
        Assert.Equal(found, Finds($"if ({test}) Remove(text);"));
    }

    private static bool Finds(string body)
    {
        Codebase result = Analyse.Text(
            $$"""
            using System.Linq;
            using System.Text;
            using Microsoft.AspNetCore.Mvc;
            public class NamesController : Controller
            {
                [HttpPost]
                public void Do(string text, char other)
                {
                    {{body}}
                }
                private static bool IsPlain(char c) => c >= 'a' && c <= 'z' || c == '_';
                private static void Remove(string file) => System.IO.File.Delete("/data/" + file);
            }
            """
        );
        return result.Candidates.Any(c => c.Rule.Id == "path-traversal");
    }
}
