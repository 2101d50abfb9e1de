using Shrike.Bench.Runs;
using Shrike.Bench.Suites;

namespace Shrike.Tests.Bench;

/// <summary>A run is killed at each of its writes, with the file torn, and goes on.</summary>
public sealed class KilledRunTests : IDisposable
{
    private static readonly Spending Price = new(7, 3, 0.5m);
    private readonly SmallSuite small = new(repeat: 3);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("shrike-killed-");
    private readonly Suite suite;

    public KilledRunTests() => suite = small.Read();

    public void Dispose()
    {
        small.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_kill_at_any_write_loses_nothing_and_does_nothing_twice()
    {
        string whole = Path.Combine(folder.FullName, "whole");
        Do(whole, new ScriptedContestant { Costs = Price });
        string expected = Bytes(whole);
        int kills = 0;
        for (bool isDone = false; !isDone; kills++)
        {
            string run = Path.Combine(folder.FullName, $"killed{kills}");
            var first = new ScriptedContestant { Costs = Price };
            int left = kills;
            isDone = !IsKilled(() => Do(run, first, path => DieAt(ref left, path)));
            int kept = Directory.GetFiles(Path.Combine(run, "batches"), "?????.json").Length;
            // Whoever is killed does not tidy up.
            Directory.CreateDirectory(Path.Combine(run, "input", "1"));
            File.WriteAllText(Path.Combine(run, "input", "1", "left.cs"), "");

            var second = new ScriptedContestant { Costs = Price };
            Do(run, second);
            Assert.Equal(5 - kept, second.Scans);
            Assert.Equal(expected, Bytes(run));
            Assert.Empty(Directory.GetFiles(run, "*.partial", SearchOption.AllDirectories));
            Assert.False(Directory.Exists(Path.Combine(run, "input")));
            using RunFolder opened = RunFolder.Open(run);
            Assert.True(ScoredRun.Of(opened).IsComplete);
            // What was paid for a batch that came to nothing is not forgotten, unless the kill came before it was written down.
            Assert.InRange(opened.Spent.Tokens, 10 * Math.Max(5, first.Scans + second.Scans - 1), 10 * (first.Scans + second.Scans));
        }

        // Labels, manifest, and for each of five batches what it cost and what it said; two steps each.
        Assert.Equal(2 * (2 + 5 * 2) + 1, kills);
    }

    [Fact]
    public void A_torn_file_is_written_again_or_refused()
    {
        string run = Path.Combine(folder.FullName, "run");
        Do(run, new ScriptedContestant { Costs = Price });
        string expected = Bytes(run);
        foreach (string file in Directory.GetFiles(run, "*.json", SearchOption.AllDirectories))
        {
            byte[] sound = File.ReadAllBytes(file);
            foreach (int length in (int[])[0, 1, sound.Length / 2, sound.Length - 1])
            {
                File.WriteAllBytes(file, sound[..length]);
                var again = new ScriptedContestant { Costs = Price };
                if (Path.GetFileName(file) == "manifest.json")
                {
                    RunException refused = Assert.Throws<RunException>(() => Do(run, again));
                    Assert.Contains("manifest.json", refused.Message, StringComparison.Ordinal);
                    File.WriteAllBytes(file, sound);
                    continue;
                }

                Do(run, again);
                Assert.Equal(file.Contains("batches", StringComparison.Ordinal) ? 1 : 0, again.Scans);
                Assert.Equal(expected, Bytes(run));
            }
        }
    }

    [Fact]
    public void A_batch_that_cannot_be_read_is_named()
    {
        string run = Path.Combine(folder.FullName, "run");
        Do(run, new ScriptedContestant());
        File.WriteAllText(Path.Combine(run, "batches", "00002.json"), "{");
        File.Copy(Path.Combine(run, "batches", "00004.json"), Path.Combine(run, "batches", "00003.json"), overwrite: true);
        Runner runner = Planned(new ScriptedContestant());
        using RunFolder begun = RunFolder.Begin(run, runner.Manifest, runner.Cases);
        Assert.Equal([2, 3], begun.Damaged);
    }

    [Fact]
    public void Several_batches_at_a_time_come_to_the_same_and_are_bounded()
    {
        string one = Path.Combine(folder.FullName, "one"),
            many = Path.Combine(folder.FullName, "many");
        Do(one, new ScriptedContestant());
        int now = 0,
            most = 0;
        using var both = new Barrier(2);
        var contestant = new ScriptedContestant
        {
            During = () =>
            {
                int mine = Interlocked.Increment(ref now);
                InterlockedMax(ref most, mine);
                // The first two wait for each other: that they ran together is no matter of luck.
                if (both.CurrentPhaseNumber == 0)
                    both.SignalAndWait(TimeSpan.FromSeconds(20));
                Interlocked.Decrement(ref now);
            },
        };
        Do(many, contestant, parallel: 2);
        Assert.Equal(2, most);
        Assert.Equal(Bytes(one), Bytes(many));
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (int seen = Volatile.Read(ref most); seen < value; seen = Volatile.Read(ref most))
            Interlocked.CompareExchange(ref most, value, seen);
    }

    private Runner Planned(ScriptedContestant contestant, int parallel = 1) =>
        new(
            suite,
            contestant,
            new RunOptions
            {
                FilesPerBatch = 2,
                Jobs = 1,
                Parallel = parallel,
            }
        );

    private void Do(string run, ScriptedContestant contestant, Action<string>? step = null, int parallel = 1)
    {
        Runner runner = Planned(contestant, parallel);
        using RunFolder begun = RunFolder.Begin(run, runner.Manifest, runner.Cases, step);
        runner.Run(begun, null, CancellationToken.None);
    }

    private static void DieAt(ref int left, string path)
    {
        if (left-- > 0)
            return;
        if (path.EndsWith(".partial", StringComparison.Ordinal))
        {
            using FileStream file = File.OpenWrite(path);
            file.SetLength(file.Length / 2);
        }

        throw new KilledException();
    }

    private static bool IsKilled(Action action)
    {
        try
        {
            action();
            return false;
        }
        catch (KilledException)
        {
            return true;
        }
    }

    // Times and memory differ between any two runs; what was paid for twice is no part of what was found.
    private static string Bytes(string run)
    {
        string all = string.Join(
            '\n',
            Directory
                .EnumerateFiles(run, "*.json", SearchOption.AllDirectories)
                .Where(f => Path.GetFileName(f) != "spent.json")
                .Order(StringComparer.Ordinal)
                .Select(File.ReadAllText)
        );
        return System.Text.RegularExpressions.Regex.Replace(all, "\"(seconds|peakBytes)\":[0-9.eE+-]+", "");
    }

    private sealed class KilledException : Exception;
}
