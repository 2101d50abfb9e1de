using System.Text;
using Shrike.Analysis.Rules;
using Shrike.Bench.Contestants;
using Shrike.Bench.Runs;
using Shrike.Bench.Scoring;
using Shrike.Bench.Suites;
using Shrike.Cli;
using Shrike.Review;

namespace Shrike.Tests.Bench;

/// <summary>The slice that every change is measured on: our samples, against the outcomes that are committed. A run that loses more than
/// the threshold ends <c>bench compare</c> with exit code 1, and so this test.</summary>
public sealed class RegressionGateTests : IDisposable
{
    private const string Expected = "gate-samples.txt";

    /// <summary>Of the headline, F1: less than what one of the 167 marks weighs.</summary>
    private const double MaxDrop = 0.002;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("shrike-gate-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task No_answer_about_the_samples_got_worse()
    {
        RunFolder now = Run("now");
        string old = AsCommitted(now);
        now.Dispose();
        (int exit, string text) = await Compare(old, Path.Combine(folder.FullName, "now"));
        Assert.True(exit == Exit.Clean, $"{text}\nIf the change is meant: SHRIKE_UPDATE=1 rewrites tests/Shrike.Tests/Bench/{Expected}.");
    }

    [Fact]
    public async Task A_loss_beyond_the_threshold_ends_with_1()
    {
        RunFolder now = Run("whole");
        string worse = Path.Combine(folder.FullName, "worse");
        using (RunFolder fewer = RunFolder.Begin(worse, now.Manifest, now.Cases))
        {
            foreach (BatchOutput output in now.Outputs())
                fewer.Add(output with { Findings = [.. output.Findings.Where((_, i) => i % 20 != 0)] });
        }

        now.Dispose();
        (int exit, string text) = await Compare(Path.Combine(folder.FullName, "whole"), worse);
        Assert.Equal(Exit.Findings, exit);
        Assert.Contains("missed now", text, StringComparison.Ordinal);
    }

    private RunFolder Run(string name)
    {
        Suite suite = SuiteCatalogue.Read(SuiteDeclarations.Find("samples")!, Path.Combine(Root, "samples"), CancellationToken.None);
        Assert.Empty(suite.Problems);
        var contestant = new ShrikeContestant("gate", RuleCatalogue.Load([]), new ScanOptions { Today = new DateOnly(2026, 11, 24) });
        var runner = new Runner(suite, contestant, new RunOptions { Seed = 1 });
        RunFolder run = RunFolder.Begin(Path.Combine(folder.FullName, name), runner.Manifest, runner.Cases);
        runner.Run(run, null, CancellationToken.None);
        return run;
    }

    // What is committed is small and read by people: a line a finding. The labels are those of today, for they lie beside it.
    private string AsCommitted(RunFolder now)
    {
        string file = Path.Combine(Root, "tests/Shrike.Tests/Bench", Expected);
        if (Environment.GetEnvironmentVariable("SHRIKE_UPDATE") == "1")
            File.WriteAllText(file, string.Concat(now.Outputs().SelectMany(o => o.Findings).Select(Line).Order(StringComparer.Ordinal)));
        RawFinding[] findings = [.. File.ReadAllLines(file).Select(Parsed)];
        string path = Path.Combine(folder.FullName, "committed");
        using RunFolder old = RunFolder.Begin(path, now.Manifest, now.Cases);
        bool isFirst = true;
        foreach (BatchOutput output in now.Outputs())
        {
            old.Add(output with { Findings = isFirst ? findings : [] });
            isFirst = false;
        }

        return path;
    }

    private static string Line(RawFinding f) => $"{f.Path}:{f.Line} {f.Cwe} {f.Rule} {f.Severity}\n";

    private static RawFinding Parsed(string line)
    {
        string[] words = line.Split(' ');
        int colon = words[0].LastIndexOf(':');
        return new RawFinding
        {
            Path = words[0][..colon],
            Line = int.Parse(words[0][(colon + 1)..]),
            Cwe = int.Parse(words[1]),
            Rule = words[2],
            Severity = words[3],
        };
    }

    private static async Task<(int, string)> Compare(string old, string @new)
    {
        var output = new StringWriter(new StringBuilder());
        var context = new CliContext
        {
            Output = output,
            Error = output,
            Today = new DateOnly(2026, 11, 24),
        };
        int exit = await App.RunAsync(["bench", "compare", old, @new, "--max-drop", MaxDrop.ToString()], context);
        return (exit, output.ToString());
    }

    private static string Root => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../.."));
}
