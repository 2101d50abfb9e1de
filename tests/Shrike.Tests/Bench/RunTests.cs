using Shrike.Bench.Contestants;
using Shrike.Bench.Runs;
using Shrike.Bench.Suites;

namespace Shrike.Tests.Bench;

public sealed class RunTests : IDisposable
{
    private readonly SmallSuite small = new(repeat: 5);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("shrike-run-");
    private readonly RunOptions options = new() { FilesPerBatch = 4, Jobs = 1 };

    public void Dispose()
    {
        small.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_killed_run_goes_on_with_nothing_lost_and_nothing_done_twice()
    {
        Suite suite = small.Read();
        string whole = Path.Combine(folder.FullName, "whole"),
            broken = Path.Combine(folder.FullName, "broken");
        var steady = new Fake();
        Do(suite, steady, whole);
        Assert.Equal(15, steady.Seen.Count);

        var killed = new Fake();
        for (int dieAt = 0; dieAt < 4; dieAt++)
        {
            killed.Left = 1;
            if (dieAt < 3)
                Assert.Throws<InvalidOperationException>(() => Do(suite, killed, broken));
            else
                Do(suite, killed, broken);
        }

        Assert.Equal(15, killed.Seen.Count);
        Assert.Equal(15, killed.Seen.Distinct().Count());
        Assert.Equal(Bytes(whole), Bytes(broken));
    }

    [Fact]
    public void What_was_written_only_in_part_is_done_again()
    {
        Suite suite = small.Read();
        string run = Path.Combine(folder.FullName, "run");
        Do(suite, new Fake(), run);
        string batch = Path.Combine(run, "batches", "00002.json");
        File.Move(batch, batch + ".partial");
        Directory.CreateDirectory(Path.Combine(run, "input", "left"));
        var again = new Fake();
        Do(suite, again, run);
        Assert.Equal(4, again.Seen.Count);
        Assert.False(Directory.Exists(Path.Combine(run, "input")));
    }

    [Fact]
    public void A_folder_of_another_run_is_refused_and_so_is_one_in_use()
    {
        Suite suite = small.Read();
        string run = Path.Combine(folder.FullName, "run");
        Do(suite, new Fake(), run);
        var other = new Runner(suite, new Fake(), options with { Seed = 2 });
        Assert.Contains(
            "other settings",
            Assert.Throws<RunException>(() => RunFolder.Begin(run, other.Manifest, other.Cases)).Message,
            StringComparison.Ordinal
        );
        var same = new Runner(suite, new Fake(), options);
        using RunFolder first = RunFolder.Begin(run, same.Manifest, same.Cases);
        Assert.Contains(
            "in use",
            Assert.Throws<RunException>(() => RunFolder.Begin(run, same.Manifest, same.Cases)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_run_in_which_something_was_not_looked_at_is_not_whole()
    {
        Suite suite = small.Read();
        foreach (bool leaves in (bool[])[false, true])
        {
            string path = Path.Combine(folder.FullName, $"run-{leaves}");
            Do(suite, new Fake { LeavesOne = leaves }, path);
            using RunFolder run = RunFolder.Open(path);
            ScoredRun scored = ScoredRun.Of(run);
            Assert.True(scored.IsComplete);
            Assert.Equal(!leaves, scored.IsWhole);
            Assert.Equal(leaves, scored.Scores.Total.NotAnalysed > 0);
        }
    }

    [Fact]
    public void A_spent_budget_stops_and_the_rest_is_not_counted_as_looked_at()
    {
        Suite suite = small.Read();
        string run = Path.Combine(folder.FullName, "run");
        var runner = new Runner(suite, new Fake(), options with { Budget = new Budget(TimeSpan.Zero) });
        using (RunFolder begun = RunFolder.Begin(run, runner.Manifest, runner.Cases))
            runner.Run(begun, null, CancellationToken.None);
        using RunFolder opened = RunFolder.Open(run);
        ScoredRun scored = ScoredRun.Of(opened);
        Assert.False(scored.IsComplete);
        Assert.Equal(15, scored.Scores.Total.NotAnalysed);
        Assert.Equal(0, scored.Scores.Total.Tally.Flagged);
    }

    [Fact]
    public void Scoring_needs_the_run_alone_and_tells_a_changed_label()
    {
        Suite suite = small.Read();
        string run = Path.Combine(folder.FullName, "run");
        Do(suite, new Fake(), run);
        small.Dispose();
        Directory.CreateDirectory(small.Root);
        using (RunFolder opened = RunFolder.Open(run))
            Assert.Equal(5, ScoredRun.Of(opened).Scores.Rows.Single(r => r.Category == "CWE-78").Tally.TruePositives);
        string cases = Path.Combine(run, "cases.json");
        File.WriteAllText(
            cases,
            File.ReadAllText(cases).Replace("\"isVulnerable\":true", "\"isVulnerable\":false", StringComparison.Ordinal)
        );
        Assert.Contains("not the one", Assert.Throws<RunException>(() => RunFolder.Open(run)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sample_takes_as_many_of_each_weakness_and_label()
    {
        var runner = new Runner(small.Read(), new Fake(), options with { SampleOfEach = 2 });
        Assert.Equal([2, 2, 2], runner.Cases.GroupBy(c => (c.Cwe, c.IsVulnerable)).Select(g => g.Count()));
    }

    [Fact]
    public void The_input_shows_no_label_and_no_telling_name()
    {
        var runner = new Runner(small.Read(), new Fake(), options);
        runner.WriteInput(folder.FullName, CancellationToken.None);
        string[] files = [.. Directory.EnumerateFiles(folder.FullName, "*", SearchOption.AllDirectories)];
        Assert.Equal(15, files.Length);
        Assert.All(files, f => Assert.Matches("/c000[0-9]{2}/f1\\.cs$", f.Replace('\\', '/')));
        Assert.All(files, f => Assert.DoesNotMatch("(?i)safe|flaw|good|taint|cwe", File.ReadAllText(f)));
    }

    [Fact]
    public void A_language_the_contestant_cannot_read_is_said_and_not_scored_as_missed()
    {
        var runner = new Runner(small.Read(), new Fake { Languages = "java" }, options);
        using RunFolder run = RunFolder.Begin(Path.Combine(folder.FullName, "run"), runner.Manifest, runner.Cases);
        runner.Run(run, null, CancellationToken.None);
        ScoredRun scored = ScoredRun.Of(run);
        Assert.False(scored.IsComplete);
        Assert.NotNull(scored.Manifest.CannotRead);
        var text = new StringWriter();
        Shrike.Bench.Reports.BenchText.Write(scored, text);
        Assert.Contains("Not scored", text.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("TPR", text.ToString(), StringComparison.Ordinal);
    }

    private void Do(Suite suite, Fake contestant, string folder)
    {
        var runner = new Runner(suite, contestant, options);
        using RunFolder run = RunFolder.Begin(folder, runner.Manifest, runner.Cases);
        runner.Run(run, null, CancellationToken.None);
    }

    // Times and memory differ between any two runs; all else must not.
    private static string Bytes(string run)
    {
        string all = string.Join(
            '\n',
            Directory.EnumerateFiles(run, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText)
        );
        return System.Text.RegularExpressions.Regex.Replace(all, "\"(seconds|peakBytes)\":[0-9.eE+-]+", "");
    }

    /// <summary>Says that line 8 of every file starts a command.</summary>
    private sealed class Fake : IContestant
    {
        public List<string> Seen { get; } = [];
        public int Left { get; set; } = int.MaxValue;
        public string Languages { get; init; } = "csharp";

        /// <summary>The first file of each batch is not looked at.</summary>
        public bool LeavesOne { get; init; }
        public string Name => "fake";
        public string Version => "1";
        public bool NeedsInput => true;

        public string? CannotRead(string language) => language == Languages ? null : "it cannot";

        public ContestantAnswer Scan(StagedBatch batch, CancellationToken cancel)
        {
            if (Left-- == 0)
                throw new InvalidOperationException("killed");
            Assert.All(batch.Originals.Keys, staged => Assert.True(File.Exists(Path.Combine(batch.Folder, staged))));
            Seen.AddRange(batch.Originals.Values);
            return new ContestantAnswer(
                [
                    .. batch
                        .Originals.Values.Order(StringComparer.Ordinal)
                        .Select(path => new RawFinding
                        {
                            Path = path,
                            Line = 9,
                            Cwe = 78,
                            Rule = "r",
                            Severity = "high",
                        }),
                ],
                LeavesOne ? [new Unseen(batch.Originals.Values.Order(StringComparer.Ordinal).First(), false, "too dark")] : [],
                0
            );
        }
    }
}
