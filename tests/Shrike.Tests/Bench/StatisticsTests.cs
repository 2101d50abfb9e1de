using Shrike.Bench.Runs;
using Shrike.Bench.Scoring;
using Shrike.Bench.Statistics;

namespace Shrike.Tests.Bench;

public sealed class StatisticsTests
{
    [Theory]
    [InlineData(0, 10, 0, 0.2775)]
    [InlineData(10, 10, 0.7225, 1)]
    [InlineData(5, 10, 0.2366, 0.7634)]
    [InlineData(81, 263, 0.2553, 0.3662)]
    public void Wilsons_interval_is_that_of_the_literature(int successes, int trials, double low, double high)
    {
        Interval interval = Interval.Wilson(successes, trials)!.Value;
        Assert.Equal(low, interval.Low, 3);
        Assert.Equal(high, interval.High, 3);
    }

    [Fact]
    public void Nothing_counted_has_no_interval() => Assert.Null(Interval.Wilson(0, 0));

    [Fact]
    public void SplitMix_gives_the_published_numbers()
    {
        var random = new SplitMix(1234567);
        Assert.Equal(6457827717110365317UL, random.Next());
        Assert.Equal(3203168211198807973UL, random.Next());
    }

    [Fact]
    public void The_bootstrap_is_the_same_each_time_and_holds_the_figure()
    {
        Cluster[] clusters = [.. Enumerable.Range(0, 200).Select(i => new Cluster("a", [(0, Tally.Of(true, i < 150))]))];
        IReadOnlyList<Interval?> once = Bootstrap.Intervals(clusters, 1, [t => t[0].Recall], 7);
        Assert.Equal(once, Bootstrap.Intervals(clusters, 1, [t => t[0].Recall], 7));
        Interval wilson = Interval.Wilson(150, 200)!.Value;
        Assert.Equal(wilson.Low, once[0]!.Value.Low, 0.02);
        Assert.Equal(wilson.High, once[0]!.Value.High, 0.02);
    }

    [Fact]
    public void Rates_of_hand_counted_cases()
    {
        var tally = new Tally(TruePositives: 6, FalseNegatives: 2, FalsePositives: 3, TrueNegatives: 9);
        Assert.Equal(0.75, tally.Recall);
        Assert.Equal(0.25, tally.FalsePositiveRate);
        Assert.Equal(0.5, tally.Difference);
        Assert.Equal(2.0 / 3, tally.Precision!.Value, 12);
        Assert.Equal(12.0 / 17, tally.F(1)!.Value, 12);
        Assert.Equal(30.0 / 41, tally.F(2)!.Value, 12);
        Tally noisy = tally with { Extra = 9 };
        Assert.Equal((0.25, 1.0 / 3, 12.0 / 26), (noisy.FalsePositiveRate, noisy.Precision, noisy.F(1)));
        Assert.Null(default(Tally).F(1));
        Assert.Null(default(Tally).Precision);
    }

    [Fact]
    public void The_mean_leaves_out_what_has_one_kind_of_case_only()
    {
        Judgement judgement = new(
            [Outcome("a", 22, true, true), Outcome("b", 22, true, false), Outcome("c", 22, false, false), Outcome("d", 209, true, true)],
            []
        );
        Scores scores = Scores.Of(judgement, Headline.MacroDifference, 1);
        Assert.Equal(0.5, scores.Macro.Value);
        Assert.Equal(["CWE-22", "CWE-209"], scores.Rows.Select(r => r.Category));
        Assert.Equal(new Tally(2, 1, 0, 1), scores.Total.Tally);
    }

    private static Outcome Outcome(string id, int cwe, bool isVulnerable, bool isFlagged) =>
        new()
        {
            Case = id,
            Cluster = id,
            Category = $"CWE-{cwe}",
            IsVulnerable = isVulnerable,
            IsFlagged = isFlagged,
            IsAnalysed = true,
        };
}
