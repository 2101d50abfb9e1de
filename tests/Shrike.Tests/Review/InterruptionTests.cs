using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Rules;
using Shrike.Analysis.Sources;
using Shrike.Review;

namespace Shrike.Tests.Review;

/// <summary>A scan that is stopped reports what it knows, and names what it does not.</summary>
public class InterruptionTests
{
    private const string Secret = "class A { string password = \"Tr0ub4dor9!xQz7\"; }";

    private sealed class StopAt(string message, CancellationTokenSource source) : IProgress<AnalysisProgress>
    {
        public void Report(AnalysisProgress value)
        {
            if (value.ToString().Contains(message, StringComparison.Ordinal))
                source.Cancel();
        }
    }

    private static SourceFile Project(string path) =>
        SourceFile.InMemory(path, "<Project Sdk=\"Microsoft.NET.Sdk\"></Project>", FileKind.Project);

    private static ScanResult Stopped(string message)
    {
        using var source = new CancellationTokenSource();
        var tree = new SourceTree(
            "/nowhere",
            [
                Project("a/a.csproj"),
                SourceFile.InMemory("a/A.cs", Secret),
                Project("b/b.csproj"),
                SourceFile.InMemory("b/B.cs", "class B { void M(string s) { } }"),
            ],
            []
        );
        return Scan.Run(
            tree,
            RuleCatalogue.BuiltIn(),
            new ScanOptions
            {
                Analysis = new AnalysisOptions { Jobs = 1 },
                Today = new DateOnly(2026, 1, 1),
            },
            new StopAt(message, source),
            source.Token
        );
    }

    [Fact]
    public void Projects_that_were_not_reached_are_named_and_the_others_findings_are_reported()
    {
        ScanResult result = Stopped("binding b");

        Assert.False(result.IsComplete);
        Assert.Contains(result.Findings, f => f.Candidate.Where.Path == "a/A.cs");
        Assert.Equal(
            ("not analysed: interrupted", LedgerState.Failed),
            result.Ledger.Where(e => e.Name == "b/B.cs").Select(e => (e.Reason!, e.State)).Single()
        );
    }

    [Fact]
    public void Data_that_was_not_followed_makes_its_files_partly_analysed()
    {
        ScanResult result = Stopped("following data");

        Assert.False(result.IsComplete);
        LedgerEntry entry = Assert.Single(result.Ledger, e => e.Name == "b/B.cs");
        Assert.Equal(LedgerState.PartlyAnalysed, entry.State);
        Assert.Contains("interrupted", entry.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_that_was_interrupted_is_not_remembered() => Assert.Empty(Remembered("binding"));

    [Fact]
    public void Files_of_a_whole_project_are_remembered_but_not_an_answer_that_was_interrupted()
    {
        Assert.Single(Remembered("following data"));
        Assert.Equal(2, Remembered("nothing at all").Length);
    }

    private static string[] Remembered(string message)
    {
        string folder = Path.Combine(Path.GetTempPath(), "shrike-" + Guid.NewGuid().ToString("N"));
        try
        {
            using var source = new CancellationTokenSource();
            var options = new ScanOptions { Today = new DateOnly(2026, 1, 1), Cache = new FactsCache(folder, []) };
            using var temp = new Sources.TempTree();
            temp.Add("A.cs", Secret);

            Scan.Run(temp.Read(), RuleCatalogue.BuiltIn(), options, new StopAt(message, source), source.Token);
            return Directory.GetFiles(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
