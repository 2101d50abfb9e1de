using Shrike.Bench.Contestants;
using Shrike.Bench.Runs;

namespace Shrike.Tests.Bench;

/// <summary>Analysers of packages that the measurements beside Shrike restore; without them there is nothing to run.</summary>
public sealed class AnalyserPackageTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("shrike-analysers-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("netanalyzers", "CA5351", 328)]
    [InlineData("securitycodescan", "SCS0006", 327)]
    [InlineData("sonaranalyzer", "S4790", 1240)]
    public void Cases_that_share_names_or_lack_libraries_are_read_and_nothing_of_the_suite_is_built(string id, string rule, int cwe)
    {
        DeclaredContestant contestant;
        try
        {
            contestant = Scanners.Locate(Scanners.Find(id)!, null, null, 2, TestContext.Current.CancellationToken);
        }
        catch (RunException e) when (e.Message.Contains("not installed", StringComparison.Ordinal))
        {
            Assert.Skip(e.Message);
            return;
        }

        const string Program =
            "using Not.There; class Program { static void Main() { Missing(); System.Security.Cryptography.MD5.Create(); } }";
        const string Target =
            """<Project><Target Name="x" BeforeTargets="Build;Restore"><Touch Files="../ran" AlwaysCreate="true"/></Target></Project>""";
        (string, string)[] files =
        [
            ("c00001/f1.cs", Program),
            ("c00002/f1.cs", "\n" + Program),
            ("c00003/f1.cs", "class {{{ broken"),
            ("c00003/Directory.Build.props", Target),
            ("c00003/x.csproj", Target),
        ];
        string input = Path.Combine(folder.FullName, "input");
        foreach ((string name, string text) in files)
        {
            string path = Path.Combine(input, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        ContestantAnswer answer = contestant.Scan(
            new StagedBatch(input, files.ToDictionary(f => f.Item1, f => f.Item1), []),
            TestContext.Current.CancellationToken
        );
        Assert.Empty(answer.Unseen);
        Assert.Equal(
            [("c00001/f1.cs", 1, cwe), ("c00002/f1.cs", 2, cwe)],
            answer.Findings.Where(f => f.Rule == rule).Select(f => (f.Path, f.Line, f.Cwe))
        );
        Assert.False(Directory.EnumerateFiles(folder.FullName, "ran", SearchOption.AllDirectories).Any());
        Assert.True(answer.PeakBytes > 0);
    }
}
