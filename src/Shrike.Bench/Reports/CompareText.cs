using Shrike.Bench.Runs;
using Shrike.Bench.Scoring;
using static Shrike.Bench.Reports.Figures;

namespace Shrike.Bench.Reports;

/// <summary>Runs beside each other, for a terminal.</summary>
public static class CompareText
{
    private const int MostCases = 50;

    public static void Write(RunComparison comparison, TextWriter output)
    {
        output.WriteLine($"{comparison.New.Suite.Title}, {comparison.New.Manifest.Cases} cases");
        output.WriteLine($"  old {Name(comparison.Old)}: {Main(comparison.Old)}");
        output.WriteLine($"  new {Name(comparison.New)}: {Main(comparison.New)}");
        output.WriteLine($"  {comparison.Better} cases better, {comparison.Worse} worse; {Verdict(comparison.P)}");
        if (comparison.OnlyNewFinds + comparison.OnlyOldFinds > 0)
            output.WriteLine(
                $"  found by the new one alone {comparison.OnlyNewFinds}, by the old one alone {comparison.OnlyOldFinds}, by either {comparison.Union.TruePositives} of {comparison.Union.Vulnerable}"
            );
        foreach (ChangedCase change in comparison.Changed.OrderBy(c => c.IsRightNow).Take(MostCases))
            output.WriteLine($"  {(change.IsRightNow ? "+" : "-")} {What(change), -18} {change.New.Category, -10} {change.New.Case}");
        if (comparison.Changed.Count > MostCases)
            output.WriteLine($"  … and {comparison.Changed.Count - MostCases} more");
    }

    public static void Write(RunField field, TextWriter output)
    {
        output.WriteLine($"{field.Runs[0].Suite.Title}, {field.Runs[0].Manifest.Cases} cases");
        output.WriteLine(
            $"{"", -36} {Figures.Name(field.Runs[0].Scores.Headline), 28} {"by tree", 8} {"found", 8} {"alone", 6} {"false", 8} {"alone", 6} {"/kLOC", 6} {"seconds", 8} {"MiB", 6} {"tokens", 10} {"dollars", 8}"
        );
        for (int i = 0; i < field.Entrants.Count; i++)
        {
            Entrant one = field.Entrants[i];
            Tally alone = field.Alone[i];
            ScoredRun first = one.Runs[0];
            output.WriteLine(
                $"{Figures.Name(one), -36} {Figures.Of(one, r => r.Scores.Main), 28} {Number(one.Of(r => r.ByTree?.Main.Value)?.Mean), 8} {Figures.Count(one, r => r.Scores.Total.Tally.TruePositives), 8} {alone.TruePositives, 6} {Figures.Count(one, r => r.Scores.Total.Tally.FalseAlarms), 8} {alone.FalsePositives, 6} {Noise(first), 6} {Seconds(one.Runs.Average(r => r.Seconds)), 8} {Mebibytes(one.Runs.Max(r => r.PeakBytes)), 6} {Tokens(one.Runs.Aggregate(default(Spending), (sum, r) => sum + r.Spent)), 10} {Dollars(one.Runs.Sum(r => r.Spent.Dollars)), 8}"
            );
        }

        output.WriteLine(
            $"{"all of them together", -36} {"", 28} {"", 8} {field.Union.TruePositives, 8} {"", 6} {field.Union.FalsePositives, 8}"
        );
        output.WriteLine(
            $"  each adds: {string.Join(", ", field.Gains.Select(g => $"{Figures.Name(field.Entrants[g.Index])} {g.Finds} found, {g.Flags} false"))}"
        );
        if (field.Entrants.Any(e => e.Runs.Count > 1))
            output.WriteLine(
                "  Epochs: means, with least and most. Alone, together and the tests below are by what most epochs say of a case."
            );
        foreach (Pair pair in field.Pairs)
            output.WriteLine(
                $"  {Name(pair.Comparison.Old)} against {Name(pair.Comparison.New)}: right where the other is wrong in {pair.Comparison.Worse} and {pair.Comparison.Better} cases; {pair.Comparison.OnlyOldFinds} and {pair.Comparison.OnlyNewFinds} found by one of them alone; {Verdict(pair.P)}"
            );
    }

    private static string What(ChangedCase change) =>
        (change.New.IsVulnerable, change.New.IsFlagged) switch
        {
            (true, true) => "found now",
            (true, false) => "missed now",
            (false, true) => "flagged now",
            _ => "no longer flagged",
        };

    private static string Name(ScoredRun run)
    {
        string version = run.Manifest.ContestantVersion;
        return $"{run.Manifest.Contestant} {version[..Math.Min(version.Length, 15)]}";
    }

    private static string Main(ScoredRun run) => Figures.Of(run.Scores.Main);
}
