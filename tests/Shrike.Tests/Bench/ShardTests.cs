using Shrike.Bench.Runs;
using Shrike.Bench.Suites;

namespace Shrike.Tests.Bench;

public sealed class ShardTests : IDisposable
{
    private readonly SmallSuite small = new(repeat: 5);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("shrike-shards-");
    private readonly Suite suite;

    public ShardTests() => suite = small.Read();

    public void Dispose()
    {
        small.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Shards_done_apart_and_joined_in_any_order_are_the_run()
    {
        Do("direct", null);
        string[] shards = [.. Enumerable.Range(1, 3).Select(k => Do($"s{k}", new Shard(k, 3)))];
        Joined joined = Joined.Of([shards[2], shards[0], shards[1]], At("whole"));
        Assert.Empty(joined.Missing);
        Assert.Equal(8, joined.Batches);
        using RunFolder whole = RunFolder.Open(At("whole"));
        using RunFolder direct = RunFolder.Open(At("direct"));
        Assert.Equal(direct.Manifest.Identity, whole.Manifest.Identity);
        Assert.Equal(direct.Outputs().SelectMany(o => o.Findings).ToArray(), whole.Outputs().SelectMany(o => o.Findings).ToArray());
        Assert.Equal(direct.Outputs().Select(o => o.Input), whole.Outputs().Select(o => o.Input));
        Assert.True(ScoredRun.Of(whole).IsComplete);
        // Once more changes nothing.
        Assert.Empty(Joined.Of(shards, At("whole")).Missing);
    }

    [Fact]
    public void A_lost_shard_and_an_unfinished_one_are_named_and_the_run_can_be_finished()
    {
        string first = Do("s1", new Shard(1, 3)),
            second = Do("s2", new Shard(2, 3));
        File.Delete(Path.Combine(second, "batches", "00005.json"));
        Joined joined = Joined.Of([first, second], At("whole"));
        Assert.Equal(["shard 2/3 is not finished: 5 of its batches missing", "shard 3/3 is lost: batches 3, 6"], joined.Missing);
        using (RunFolder whole = RunFolder.Open(At("whole")))
            Assert.False(ScoredRun.Of(whole).IsComplete);
        Do("whole", null);
        using RunFolder finished = RunFolder.Open(At("whole"));
        Assert.True(ScoredRun.Of(finished).IsComplete);
    }

    [Fact]
    public void A_shard_of_another_run_and_one_that_contradicts_are_refused()
    {
        string first = Do("s1", new Shard(1, 2)),
            again = Do("s1b", new Shard(1, 2)),
            other = Do("other", new Shard(2, 2), seed: 2);
        Assert.Contains("no shard of the run", Refused(first, other), StringComparison.Ordinal);
        string batch = Path.Combine(again, "batches", "00003.json");
        File.WriteAllText(batch, File.ReadAllText(batch).Replace("\"cwe\":78", "\"cwe\":79", StringComparison.Ordinal));
        Assert.Contains("batch 3 is in", Refused(first, again), StringComparison.Ordinal);
        Assert.Contains(
            "this is shard 2/2",
            Assert.Throws<RunException>(() => Do("s1", new Shard(2, 2))).Message,
            StringComparison.Ordinal
        );
        string Refused(params string[] shards) => Assert.Throws<RunException>(() => Joined.Of(shards, At("refused"))).Message;
    }

    [Fact]
    public void A_shard_with_nothing_to_do_is_refused_at_the_start() =>
        Assert.Contains(
            "nothing for shard 9/9",
            Assert.Throws<RunException>(() => Do("s9", new Shard(9, 9))).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("2/5", 2, 5)]
    [InlineData("1/1", 1, 1)]
    [InlineData("0/5", 0, 0)]
    [InlineData("6/5", 0, 0)]
    [InlineData("1/2/3", 0, 0)]
    [InlineData("-1/2", 0, 0)]
    [InlineData("a/b", 0, 0)]
    [InlineData("1/99999999999", 0, 0)]
    public void A_shard_is_written_as_a_part_of_a_whole(string text, int number, int of) =>
        Assert.Equal(of == 0 ? null : new Shard(number, of), Shard.Parse(text));

    [Fact]
    public void Every_batch_belongs_to_one_shard() =>
        Assert.All(Enumerable.Range(1, 50), batch => Assert.Single(Enumerable.Range(1, 7), number => new Shard(number, 7).Has(batch)));

    private string At(string name) => Path.Combine(folder.FullName, name);

    private string Do(string name, Shard? shard, long seed = 1)
    {
        var runner = new Runner(
            suite,
            new ScriptedContestant(),
            new RunOptions
            {
                FilesPerBatch = 2,
                Jobs = 1,
                Shard = shard,
                Seed = seed,
            }
        );
        using RunFolder run = RunFolder.Begin(At(name), runner.Manifest, runner.Cases);
        Assert.Empty(runner.Run(run, null, CancellationToken.None).Undone);
        return At(name);
    }
}
