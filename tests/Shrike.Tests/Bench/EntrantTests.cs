using Shrike.Bench.Reports;
using Shrike.Bench.Runs;
using Shrike.Bench.Scoring;

namespace Shrike.Tests.Bench;

public sealed class EntrantTests
{
    // Even cases are vulnerable.
    private static ScoredRun Epoch(int? epoch, params bool[] flagged) =>
        CompareTests.Run("model", flagged) is var run ? run with { Manifest = run.Manifest with { Epoch = epoch } } : null!;

    [Fact]
    public void Epochs_of_one_contestant_are_one_with_mean_and_range()
    {
        IReadOnlyList<Entrant> entrants = Entrant.Of([
            Epoch(2, true, false, false, false),
            Epoch(1, true, false, true, false),
            Epoch(3, true, true, false, false),
            CompareTests.Run("other", true, true, true, true),
        ]);
        Assert.Equal([3, 1], entrants.Select(e => e.Runs.Count));
        Assert.Equal([1, 2, 3], entrants[0].Runs.Select(r => r.Manifest.Epoch!.Value));
        // Recall by epoch: 1, 1/2, 1/2.
        Assert.Equal(new EpochSpread(2.0 / 3, 0.5, 1), entrants[0].Of(r => r.Scores.Recall.Value));
        // Most epochs flag the first case only.
        Assert.Equal([true, false, false, false], entrants[0].Typical.Judgement.Outcomes.Select(o => o.IsFlagged));
        Assert.Equal(new Tally(1, 1, 0, 2), entrants[0].Typical.Scores.Total.Tally);
    }

    [Fact]
    public void Half_of_the_epochs_are_not_most() =>
        Assert.False(Entrant.Of([Epoch(1, true, false), Epoch(2, false, false)])[0].Typical.Judgement.Outcomes[0].IsFlagged);

    [Fact]
    public void The_same_epoch_twice_and_runs_without_one_stand_alone()
    {
        Assert.Equal(2, Entrant.Of([Epoch(1, true, false), Epoch(1, true, false)]).Count);
        Assert.Equal(2, Entrant.Of([Epoch(null, true, false), Epoch(null, true, false)]).Count);
        Assert.Equal(2, Entrant.Of([Epoch(1, true, false), Epoch(null, true, false)]).Count);
    }

    [Fact]
    public void Each_adds_what_none_before_it_said()
    {
        RunField field = RunField.Of([
            CompareTests.Run("a", true, false, false, false, false, true),
            CompareTests.Run("b", true, false, true, false, true, false),
            CompareTests.Run("c", false, true, false, false, false, false),
        ]);
        Assert.Equal([new Gain(1, 3, 0), new Gain(0, 0, 1), new Gain(2, 0, 1)], field.Gains);
        Assert.Equal(new Tally(3, 0, 2, 1), field.Union);
    }

    [Fact]
    public void Of_two_runs_it_is_said_what_each_finds_alone()
    {
        RunComparison comparison = RunComparison.Of(
            CompareTests.Run("old", true, false, false, true),
            CompareTests.Run("new", false, true, true, true)
        );
        Assert.Equal((1, 1, 0, 1), (comparison.OnlyOldFinds, comparison.OnlyNewFinds, comparison.OnlyOldFlags, comparison.OnlyNewFlags));
        Assert.Equal(new Tally(2, 0, 2, 0), comparison.Union);
        var text = new StringWriter();
        CompareText.Write(comparison, text);
        Assert.Contains(
            "found by the new one alone 1, by the old one alone 1, by either 2 of 2",
            text.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Tables_show_means_and_what_epochs_cost_together()
    {
        ScoredRun[] runs =
        [
            Epoch(1, true, false) with
            {
                Spent = new Spending(100, 20, 0.5m),
                Seconds = 1,
            },
            Epoch(2, true, true) with
            {
                Spent = new Spending(200, 30, 0.25m),
                Seconds = 3,
            },
            CompareTests.Run("silent", false, false),
        ];
        var text = new StringWriter();
        CompareText.Write(RunField.Of(runs), text);
        Assert.Matches(@"model 1, 2 epochs +0\.500 \(0\.000 to 1\.000\).* 2\.0 .* 350 +0\.75", text.ToString());
        Assert.Contains(
            "each adds: model 1, 2 epochs 1 found, 0 false, silent 1 0 found, 0 false",
            text.ToString(),
            StringComparison.Ordinal
        );
    }
}
