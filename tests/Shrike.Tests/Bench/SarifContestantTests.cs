using Shrike.Bench.Contestants;
using Shrike.Bench.Runs;
using Shrike.Bench.Scoring;

namespace Shrike.Tests.Bench;

public sealed class SarifContestantTests : IDisposable
{
    private readonly SmallSuite small = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("shrike-sarif-");
    private readonly RunOptions options = new() { Jobs = 1 };

    public void Dispose()
    {
        small.Dispose();
        folder.Delete(recursive: true);
    }

    private string Log(string results, string rules = "")
    {
        string path = Path.Combine(folder.FullName, "log.sarif");
        File.WriteAllText(
            path,
            $$$"""{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"Some Tool","version":"1.2","rules":[{{{rules}}}]}},"results":[{{{results}}}]}]}"""
        );
        return path;
    }

    private static string Result(string uri, int line, string more) =>
        $$$"""{"ruleId":"r1","message":{"text":"m"},{{{more}}}"locations":[{"physicalLocation":{"artifactLocation":{"uri":"{{{uri}}}"},"region":{"startLine":{{{line}}} } } }]}""";

    private ScoredRun Scored(string log, out SarifContestant contestant)
    {
        contestant = SarifContestant.Read(log);
        var runner = new Runner(small.Read(), contestant, options);
        using RunFolder run = RunFolder.Begin(Path.Combine(folder.FullName, Path.GetRandomFileName()), runner.Manifest, runner.Cases);
        runner.Run(run, null, CancellationToken.None);
        return ScoredRun.Of(run);
    }

    [Theory]
    [InlineData("OWASP_a1/cwe_78/unsafe/cwe_78__start__0_File1.cs")]
    [InlineData("./TestSuite_x/Csharp/OWASP_a1/cwe_78/unsafe/cwe_78__start__0_File1.cs")]
    [InlineData("file:///somewhere/else/OWASP_a1/cwe_78/unsafe/cwe_78__start__0_File1.cs")]
    [InlineData("OWASP%5Fa1/cwe_78/unsafe/cwe_78__start__0_File1.cs")]
    public void Paths_are_traced_back_from_wherever_the_scanner_stood(string uri)
    {
        ScoredRun run = Scored(
            Log(Result(uri, 8, "\"properties\":{\"tags\":[\"external/cwe/cwe-078\"]},")),
            out SarifContestant contestant
        );
        Assert.Empty(contestant.Remarks);
        Assert.Equal("some-tool", run.Manifest.Contestant);
        Assert.Equal(1, run.Scores.Rows.Single(r => r.Category == "CWE-78").Tally.TruePositives);
        Assert.True(run.IsComplete);
    }

    [Fact]
    public void Further_weaknesses_are_kept_beside_the_first()
    {
        ScoredRun run = Scored(
            Log(
                Result(
                    "OWASP_a1/cwe_78/unsafe/cwe_78__start__0_File1.cs",
                    8,
                    "\"properties\":{\"tags\":[\"external/cwe/cwe-295\",\"external/cwe/cwe-078\",\"external/cwe/cwe-295\"]},"
                )
            ),
            out _
        );
        RawFinding finding = Assert.Single(run.Output.AsRecorded);
        Assert.Equal((295, 78), (finding.Cwe, Assert.Single(finding.OtherCwes)));
        // Of the function around it, from the suite's own file.
        Assert.Equal(5, finding.FunctionLine);
        Assert.Equal(0, run.Scores.Total.Tally.TruePositives);
        Assert.Equal(1, run.ByTree!.Total.Tally.TruePositives);
    }

    [Fact]
    public void A_scanner_run_on_the_blinded_input_is_traced_back_too()
    {
        string input = Path.Combine(folder.FullName, "input");
        Assert.Equal(0, new Runner(small.Read(), AnyReader.Instance, options).WriteInput(input, CancellationToken.None));
        string flawed = Directory
            .EnumerateFiles(input, "*.cs", SearchOption.AllDirectories)
            .Single(f =>
                File.ReadAllText(f).Contains("args[0]", StringComparison.Ordinal)
                && File.ReadAllText(f).Contains("Process", StringComparison.Ordinal)
            );
        ScoredRun run = Scored(
            Log(Result(flawed.Replace('\\', '/'), 8, "\"taxa\":[{\"id\":\"78\",\"toolComponent\":{\"name\":\"CWE\"}}],")),
            out _
        );
        Assert.Equal(1, run.Scores.Rows.Single(r => r.Category == "CWE-78").Tally.TruePositives);
    }

    [Theory]
    [InlineData("{\"id\":\"r1\",\"properties\":{\"cwe\":[\"CWE-78: OS command\"]}}")]
    [InlineData("{\"id\":\"r1\",\"properties\":{\"cwe\":\"CWE-78\"}}")]
    [InlineData("{\"id\":\"r1\",\"properties\":{\"tags\":[\"security\",\"CWE-78\"]}}")]
    [InlineData("{\"id\":\"r1\",\"relationships\":[{\"target\":{\"id\":\"78\",\"toolComponent\":{\"name\":\"CWE\"}}}]}")]
    public void The_weakness_may_stand_at_the_rule(string rule)
    {
        ScoredRun run = Scored(Log(Result("OWASP_a1/cwe_78/unsafe/cwe_78__start__0_File1.cs", 8, ""), rule), out _);
        Assert.Equal(1, run.Scores.Total.Tally.TruePositives);
    }

    [Fact]
    public void What_cannot_be_used_is_counted_and_told()
    {
        string path = "OWASP_a1/cwe_78/unsafe/cwe_78__start__0_File1.cs";
        string log = Log(
            string.Join(
                ',',
                Result(path, 8, ""),
                Result("elsewhere/x.cs", 8, "\"properties\":{\"cwe\":78},"),
                "{\"ruleId\":\"r1\"}",
                Result(path, 8, "\"kind\":\"pass\",\"properties\":{\"cwe\":78},"),
                Result(path, 8, "\"suppressions\":[{\"kind\":\"inSource\"}],\"properties\":{\"cwe\":78},"),
                "7",
                "{\"locations\":{}}"
            )
        );
        ScoredRun run = Scored(log, out SarifContestant contestant);
        Assert.Equal(0, run.Scores.Total.Tally.Flagged);
        Assert.Equal(3, contestant.Remarks.Count);
        Assert.Contains("3 results name no file", contestant.Remarks[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"runs\":7}")]
    [InlineData("{\"runs\":[{\"results\":[{\"ruleId\":")]
    public void What_is_no_log_or_breaks_off_is_refused(string text)
    {
        string path = Path.Combine(folder.FullName, "bad.sarif");
        File.WriteAllText(path, text);
        Assert.Contains("SARIF", Assert.Throws<RunException>(() => SarifContestant.Read(path)).Message, StringComparison.Ordinal);
    }
}
