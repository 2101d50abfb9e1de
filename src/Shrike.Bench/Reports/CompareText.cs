using System.Globalization;
using Shrike.Bench.Runs;
using Shrike.Bench.Scoring;

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
        if (PerturbationText.Drop(comparison) is { } drop)
            output.WriteLine($"  {drop}");
        foreach (ChangedCase change in comparison.Changed.OrderBy(c => c.IsRightNow).Take(MostCases))
            output.WriteLine($"  {(change.IsRightNow ? "+" : "-")} {What(change), -18} {change.New.Category, -10} {change.New.Case}");
        if (comparison.Changed.Count > MostCases)
            output.WriteLine($"  … and {comparison.Changed.Count - MostCases} more");
    }

    public static void Write(RunField field, TextWriter output)
    {
        output.WriteLine($"{field.Runs[0].Suite.Title}, {field.Runs[0].Manifest.Cases} cases");
        output.WriteLine($"{"", -32} {"headline", 28} {"found", 8} {"alone", 8} {"false", 8} {"alone", 8}");
        for (int i = 0; i < field.Runs.Count; i++)
        {
            Tally all = field.Runs[i].Scores.Total.Tally,
                alone = field.Alone[i];
            output.WriteLine(
                $"{Name(field.Runs[i]), -32} {Main(field.Runs[i]), 28} {all.TruePositives, 8} {alone.TruePositives, 8} {all.FalseAlarms, 8} {alone.FalsePositives, 8}"
            );
        }

        output.WriteLine($"{"all of them together", -32} {"", 28} {field.Union.TruePositives, 8} {"", 8} {field.Union.FalsePositives, 8}");
        foreach (Pair pair in field.Pairs)
            output.WriteLine(
                $"  {Name(pair.Comparison.Old)} against {Name(pair.Comparison.New)}: right where the other is wrong in {pair.Comparison.Worse} and {pair.Comparison.Better} cases; {Verdict(pair.P)}"
            );
    }

    private static string Verdict(double p) =>
        p < Pair.Level ? $"a difference (p = {P(p)}, McNemar exact, Holm)" : $"no difference shown (p = {P(p)}, McNemar exact, Holm)";

    private static string P(double p) => p < 0.0001 ? "below 0.0001" : p.ToString("0.0000", CultureInfo.InvariantCulture);

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

    private static string Main(ScoredRun run)
    {
        Figure main = run.Scores.Main;
        return main.Interval is { } i
            ? $"{BenchText.Number(main.Value)} [{BenchText.Number(i.Low)} {BenchText.Number(i.High)}]"
            : BenchText.Number(main.Value);
    }
}
