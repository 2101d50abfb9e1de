using Shrike.Bench.Reports;
using Shrike.Bench.Runs;
using Shrike.Bench.Scoring;
using Shrike.Bench.Statistics;
using Shrike.Bench.Suites;

namespace Shrike.Tests.Bench;

public sealed class CompareTests
{
    internal static ScoredRun Run(string name, params bool[] flagged)
    {
        Outcome[] outcomes =
        [
            .. flagged.Select(
                (f, i) =>
                    new Outcome
                    {
                        Case = $"c{i:D3}",
                        Cluster = $"c{i:D3}",
                        Category = "CWE-78",
                        IsVulnerable = i % 2 == 0,
                        IsFlagged = f,
                        IsAnalysed = true,
                    }
            ),
        ];
        var judgement = new Judgement(outcomes, []);
        return new ScoredRun
        {
            Manifest = new RunManifest
            {
                Suite = "csharp-generator",
                LabelsHash = "h",
                Contestant = name,
                ContestantVersion = "1",
                Seed = 1,
                Blinded = true,
                FilesPerBatch = 1,
                Batches = 1,
                Cases = outcomes.Length,
                Machine = Machine.Unknown,
            },
            Suite = SuiteDeclarations.Find("p3")!,
            Judgement = judgement,
            Scores = Scores.Of(judgement, Headline.MacroDifference, 1),
            BatchesDone = 1,
            Findings = 0,
            PartlyAnalysed = 0,
            Lines = 0,
            Seconds = 0,
            PeakBytes = 0,
        };
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(0, 6, 0.03125)]
    [InlineData(2, 8, 0.109375)]
    [InlineData(5, 5, 1)]
    public void The_exact_test_is_the_binomial_one(int a, int b, double p)
    {
        Assert.Equal(p, McNemar.Exact(a, b), 9);
        Assert.Equal(p, McNemar.Exact(b, a), 9);
    }

    [Fact]
    public void The_exact_test_does_not_run_out_of_numbers()
    {
        Assert.InRange(McNemar.Exact(10_000, 10_100), 0.4, 0.6);
        Assert.InRange(McNemar.Exact(0, 20_000), 0, 1e-300);
    }

    [Fact]
    public void Holms_correction_by_hand() =>
        Assert.Equal([0.03, 0.06, 0.06, 0.02], Holm.Adjust([0.01, 0.04, 0.03, 0.005]).Select(p => Math.Round(p, 12)));

    [Fact]
    public void Every_change_is_listed_with_its_direction()
    {
        // Even cases are vulnerable.
        RunComparison comparison = RunComparison.Of(Run("old", true, true, false, false), Run("new", false, false, true, true));
        Assert.Equal((2, 2), (comparison.Better, comparison.Worse));
        Assert.Equal(0, comparison.Gain);
        var text = new StringWriter();
        CompareText.Write(comparison, text);
        Assert.Contains("missed now", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("no longer flagged", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("no difference shown", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_on_other_labels_are_not_compared()
    {
        ScoredRun run = Run("old", true);
        ScoredRun other = run with { Manifest = run.Manifest with { LabelsHash = "other" } };
        Assert.Throws<RunException>(() => RunComparison.Of(run, other));
    }

    [Fact]
    public void Union_and_what_each_finds_alone()
    {
        RunField field = RunField.Of([
            Run("a", true, false, true, false),
            Run("b", true, true, false, false),
            Run("c", false, false, false, false),
        ]);
        Assert.Equal(new Tally(2, 0, 1, 1), field.Union);
        Assert.Equal([(1, 0), (0, 1), (0, 0)], field.Alone.Select(t => (t.TruePositives, t.FalsePositives)));
        Assert.Equal(3, field.Pairs.Count);
        Assert.All(field.Pairs, p => Assert.False(p.IsDifferent));
    }

    [Fact]
    public void An_unfinished_run_has_no_place_in_a_field() =>
        Assert.Throws<RunException>(() => RunField.Of([Run("a", true), Run("b", true) with { BatchesDone = 0 }]));
}
