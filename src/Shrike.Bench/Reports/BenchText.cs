using System.Globalization;
using Shrike.Bench.Runs;
using Shrike.Bench.Scoring;
using Shrike.Bench.Statistics;
using static Shrike.Bench.Reports.Figures;

namespace Shrike.Bench.Reports;

/// <summary>A scored run as a table for a terminal.</summary>
public static class BenchText
{
    public static void Write(ScoredRun run, TextWriter output)
    {
        RunManifest manifest = run.Manifest;
        output.WriteLine($"{run.Suite.Title}: {manifest.Contestant} {manifest.ContestantVersion}");
        output.WriteLine(
            $"{Count(manifest.Cases, "case")}, {(manifest.SampleOfEach is { } n ? $"a sample of {n} of each weakness and label, " : "")}{(manifest.Blinded ? $"blinded, seed {manifest.Seed}" : "not blinded")}"
        );
        if (manifest.CannotRead is { } reason)
        {
            output.WriteLine(
                $"Not scored: {reason}. Its {Count(manifest.Cases, "case")} can be scored for other scanners (--contestant sarif:FILE)."
            );
            return;
        }

        output.WriteLine();
        Table(run.Scores, output);
        output.WriteLine();
        WriteFigures(run, output);
        Cost(run, output);
        foreach (string warning in Missing(run))
            output.WriteLine($"! {warning}");
        foreach (string caveat in run.Suite.Caveats)
            output.WriteLine($"  {caveat}");
    }

    private static void Table(Scores scores, TextWriter output)
    {
        output.WriteLine($"{"", -12} {"found", 15} {"TPR", 20} {"flagged", 15} {"FPR", 20} {"TPR-FPR", 8}");
        foreach (ScoreRow row in scores.Rows.Append(scores.Total))
        {
            Tally t = row.Tally;
            output.WriteLine(
                $"{row.Category, -12} {Of(t.TruePositives, t.Vulnerable), 15} {Figures.Of(t.Recall, Interval.Wilson(t.TruePositives, t.Vulnerable)), 20} {Of(t.FalsePositives, t.Safe) + (t.Extra > 0 ? $" +{t.Extra}" : ""), 15} {Figures.Of(t.FalsePositiveRate, Interval.Wilson(t.FalsePositives, t.Safe)), 20} {Figures.Number(t.Difference), 8}"
            );
        }
    }

    private static void WriteFigures(ScoredRun run, TextWriter output)
    {
        Scores scores = run.Scores;
        int inMean = scores.Rows.Count(r => r.IsInMean);
        (string Name, Figure Figure, Headline? Headline)[] figures =
        [
            ($"mean TPR-FPR of {inMean}", scores.Macro, Headline.MacroDifference),
            ("precision", scores.Precision, null),
            ("recall", scores.Recall, null),
            ("F1", scores.F1, Headline.F1),
            ("F2", scores.F2, Headline.F2),
            ("pooled TPR-FPR", scores.Pooled, null),
        ];
        foreach ((string name, Figure figure, Headline? headline) in figures)
            output.WriteLine($"{(headline == scores.Headline ? "* " : "  ")}{name, -20} {Figures.Of(figure)}");
        if (run.ByTree is { } tree)
            output.WriteLine(
                $"  {"by the CWE tree", -20} {Figures.Of(tree.Main)}, {tree.Total.Tally.TruePositives} found, {tree.Total.Tally.FalseAlarms} false ({CweTree.Version}; never the headline)"
            );
        if (run.Points is { } points)
            output.WriteLine(
                $"  {"authors' points", -20} {Points(points)}; {points.Earned} of {points.MostEarned} when only finds earn a bonus"
            );
        if (scores.Total.Tally.Extra > 0)
            output.WriteLine($"  +{scores.Total.Tally.Extra}: false alarms where no label is");
        output.WriteLine("  * the suite's headline; in brackets 95 % (Wilson for rates, seeded bootstrap for the rest)");
    }

    private static void Cost(ScoredRun run, TextWriter output)
    {
        string noise = run.FindingsPerThousandLines is { } perThousand
            ? $", {perThousand.ToString("0.0", CultureInfo.InvariantCulture)} in a thousand lines"
            : "";
        output.WriteLine(
            $"  {Count(run.Findings, "finding")} of any kind, {run.MergedFindings} after merging by function and CWE group{noise}"
        );
        if (run.Seconds > 0)
            output.WriteLine(
                $"  {run.Seconds.ToString("0.0", CultureInfo.InvariantCulture)} s of scanning, at most {(run.PeakBytes / 1048576.0).ToString("0", CultureInfo.InvariantCulture)} MiB"
            );
        if (run.Spent.Tokens > 0 || run.Spent.Dollars > 0)
            output.WriteLine($"  {Tokens(run.Spent)} tokens, {Dollars(run.Spent.Dollars)} dollars");
    }

    public static string Number(double? value) => Figures.Number(value);

    private static string Of(int part, int whole) => whole == 0 ? "-" : $"{part} of {whole}";
}
