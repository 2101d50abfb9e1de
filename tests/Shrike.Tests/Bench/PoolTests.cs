using Shrike.Bench.Bundles;
using Shrike.Bench.Runs;
using Shrike.Bench.Suites;

namespace Shrike.Tests.Bench;

public sealed class PoolTests : IDisposable
{
    private readonly GivenBundle given = new();

    public void Dispose() => given.Dispose();

    [Fact]
    public void Testers_are_pooled_with_spread_and_every_disagreement()
    {
        Bundle all = given.Bundle("heron"),
            same = given.Bundle("plover", seed: 2),
            half = given.Bundle("stilt", given.Contestant(path => !path.Contains("unsafe/cwe_78__start__0", StringComparison.Ordinal)));
        Pool pool = Merge(all, same, half);
        PoolGroup group = Assert.Single(pool.Groups);
        Spread recall = group.Figures.Single(f => f.Name == "recall");
        // Of four vulnerable files two are found by two testers, one by the third.
        Assert.Equal((3, 0.25, 0.5), (recall.Count, recall.Lowest, recall.Highest));
        Assert.Equal((0.5 + 0.5 + 0.25) / 3, recall.Mean, 12);
        Disagreement one = Assert.Single(group.Disagreements);
        Assert.True(one.IsVulnerable);
        Assert.Contains("unsafe/cwe_78__start__0", one.Case, StringComparison.Ordinal);
        Assert.Equal(["heron", "plover"], one.Flagged);
        Assert.Equal(["stilt"], one.NotFlagged);
        Assert.Contains(pool.Remarks, r => r.Contains("different seeds", StringComparison.Ordinal));
        var text = new StringWriter();
        BundleText.Write(pool, text);
        Assert.Contains("They disagree on 1 of 6 cases", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("flagged by heron, plover; not by stilt", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Contestants_stand_in_tables_of_their_own_and_one_tester_may_test_both()
    {
        Pool pool = Merge(given.Bundle("heron"), given.Bundle("heron", new ScriptedContestant { Name = "other" }));
        Assert.Equal(["scripted", "other"], pool.Groups.Select(g => g.Entries[0].Bundle.Manifest.Contestant));
    }

    [Fact]
    public void Epochs_of_one_tester_count_as_one()
    {
        Func<string, bool> none = _ => false;
        Pool pool = Merge(
            given.Bundle("heron", epoch: 1),
            given.Bundle("heron", given.Contestant(none), epoch: 2),
            given.Bundle("plover", epoch: 1)
        );
        PoolGroup group = Assert.Single(pool.Groups);
        Spread recall = group.Figures.Single(f => f.Name == "recall");
        Assert.Equal((2, 2, 0.25, 0.5, 0.375), (group.Testers, recall.Count, recall.Lowest, recall.Highest, recall.Mean));
        Assert.Equal(["heron, epoch 2"], group.Disagreements[0].NotFlagged);
        Assert.Contains(
            "by one tester",
            Refused(given.Bundle("heron", epoch: 1), given.Bundle("heron", epoch: 1)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_tester_twice_and_a_run_twice_are_caught()
    {
        Bundle bundle = given.Bundle("heron");
        Assert.Contains("by one tester, heron", Refused(bundle, given.Bundle("Heron")), StringComparison.Ordinal);
        Assert.Contains("are one run", Refused(bundle, bundle), StringComparison.Ordinal);
        Assert.Contains("are one run", Refused(bundle, bundle with { Tester = "plover" }), StringComparison.Ordinal);
        Assert.Contains("are one run", Refused(bundle, bundle with { Tester = null }), StringComparison.Ordinal);
        Assert.Contains(Merge(bundle, given.Bundle(null)).Remarks, r => r.Contains("no tester is named", StringComparison.Ordinal));
    }

    [Fact]
    public void Other_commits_other_cases_and_other_files_are_caught()
    {
        Bundle bundle = given.Bundle("heron");
        Bundle unknown = given.Bundle("plover", suite: given.Suite with { Revision = null });
        Assert.Contains(Merge(bundle, unknown).Remarks, r => r.Contains("commit is not known of plover", StringComparison.Ordinal));

        // Samples have no published commit, so that the bundle alone cannot tell.
        Bundle a = Samples("heron", 'a'),
            b = Samples("plover", 'b');
        Assert.Contains("of commit aaaa", Refused(a, b), StringComparison.Ordinal);
        Assert.Contains("is of csharp-generator", Refused(bundle, a), StringComparison.Ordinal);

        using var other = new SmallSuite(repeat: 1);
        Suite fewer = other.Read() with { Revision = given.Suite.Revision };
        Assert.Contains("not about the same cases", Refused(bundle, given.Bundle("plover", suite: fewer)), StringComparison.Ordinal);

        string file = Path.Combine(given.Suite.Root, given.Suite.Cases[0].Path);
        File.WriteAllText(file, File.ReadAllText(file).Replace("string[] args", "string[] argv", StringComparison.Ordinal));
        Assert.Contains("was shown other files", Refused(bundle, given.Bundle("plover")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_add_up_is_not_pooled()
    {
        Bundle bundle = given.Bundle("heron");
        Assert.Contains(
            "does not add up",
            Refused(bundle, given.Bundle("plover") with { Scores = bundle.Scores with { Recall = 1 } }),
            StringComparison.Ordinal
        );
    }

    private Bundle Samples(string tester, char commit)
    {
        BenchCase marked = Given.Case("a.cs:1 none", 0, false, "a.cs", line: 1);
        var manifest = new RunManifest
        {
            Suite = "samples",
            SuiteRevision = new string(commit, 40),
            LabelsHash = RunFolder.HashOf([marked]),
            Contestant = "x",
            ContestantVersion = "1",
            Seed = 1,
            Blinded = true,
            FilesPerBatch = 1,
            Batches = 1,
            Cases = 1,
            Machine = Machine.This(),
        };
        using RunFolder run = RunFolder.Begin(given.At(tester), manifest, [marked]);
        run.Add(
            new BatchOutput
            {
                Number = 1,
                Scopes = ["a.cs"],
                Findings = [],
                Seconds = commit,
            }
        );
        return BundleExport.Of(run, "1", tester, given.Privacy);
    }

    private Pool Merge(params Bundle[] bundles) =>
        Pool.Of([.. bundles.Select((b, i) => ($"b{i}.json", GivenBundle.Verified(given.Write(b, $"b{i}.json"))))]);

    private string Refused(params Bundle[] bundles) => Assert.Throws<BundleException>(() => Merge(bundles)).Message;
}
