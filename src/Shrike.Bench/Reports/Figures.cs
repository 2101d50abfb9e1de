using System.Globalization;
using Shrike.Bench.Runs;
using Shrike.Bench.Scoring;
using Shrike.Bench.Statistics;

namespace Shrike.Bench.Reports;

/// <summary>Figures as all reports write them.</summary>
internal static class Figures
{
    public static string Number(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "-";

    public static string Of(Figure figure) => Of(figure.Value, figure.Interval);

    public static string Of(double? value, Interval? interval) =>
        interval is { } i ? $"{Number(value)} [{Number(i.Low)} {Number(i.High)}]" : Number(value);

    /// <summary>Of one run with its interval; of several the mean, and from where to where they went.</summary>
    public static string Of(Entrant entrant, Func<ScoredRun, Figure?> figure) =>
        entrant.Runs.Count == 1 ? (figure(entrant.Runs[0]) is { } only ? Of(only) : "-")
        : entrant.Of(r => figure(r)?.Value) is { } spread ? $"{Number(spread.Mean)} ({Number(spread.Low)} to {Number(spread.High)})"
        : "-";

    public static string Count(int count, string one, string? many = null) =>
        count == 1 ? $"1 {one}" : $"{count.ToString("N0", CultureInfo.InvariantCulture)} {many ?? one + "s"}";

    public static string Count(Entrant entrant, Func<ScoredRun, int> count) =>
        entrant.Runs.Count == 1
            ? count(entrant.Runs[0]).ToString(CultureInfo.InvariantCulture)
            : entrant.Runs.Average(count).ToString("0.#", CultureInfo.InvariantCulture);

    public static string Seconds(double seconds) => seconds > 0 ? seconds.ToString("0.0", CultureInfo.InvariantCulture) : "-";

    public static string Mebibytes(long bytes) => bytes > 0 ? (bytes / 1048576.0).ToString("0", CultureInfo.InvariantCulture) : "-";

    public static string Noise(ScoredRun run) => run.FindingsPerThousandLines?.ToString("0.0", CultureInfo.InvariantCulture) ?? "-";

    public static string Dollars(decimal dollars) => dollars > 0 ? dollars.ToString("0.00##", CultureInfo.InvariantCulture) : "-";

    public static string Tokens(Spending spent) => spent.Tokens > 0 ? spent.Tokens.ToString("N0", CultureInfo.InvariantCulture) : "-";

    public static string Name(Headline headline) =>
        headline switch
        {
            Headline.F1 => "F1",
            Headline.F2 => "F2",
            _ => "mean TPR - FPR",
        };

    public static string Name(Entrant entrant)
    {
        string version = entrant.Manifest.ContestantVersion;
        return $"{entrant.Manifest.Contestant} {version[..Math.Min(version.Length, 15)]}".TrimEnd()
            + (entrant.Runs.Count > 1 ? $", {entrant.Runs.Count} epochs" : "");
    }

    public static string Points(CastlePoints points) => $"{points.Points} of {points.Most.ToString("N0", CultureInfo.InvariantCulture)}";

    public static string Verdict(double p) =>
        p < Pair.Level ? $"a difference (p = {P(p)}, McNemar exact, Holm)" : $"no difference shown (p = {P(p)}, McNemar exact, Holm)";

    private static string P(double p) => p < 0.0001 ? "below 0.0001" : p.ToString("0.0000", CultureInfo.InvariantCulture);

    /// <summary>What was not, or not wholly, looked at; nothing when all was.</summary>
    public static IEnumerable<string> Missing(ScoredRun run)
    {
        if (run.Manifest.CannotRead is { } reason)
        {
            yield return $"not scored: {reason}";
            yield break;
        }

        if (run.BatchesDone < run.Manifest.Batches)
            yield return $"unfinished: {run.BatchesDone} of {Count(run.Manifest.Batches, "batch", "batches")} done; the rest counts as not analysed. The same command goes on";
        if (run.Scores.Total.NotAnalysed > 0)
            yield return $"{Count(run.Scores.Total.NotAnalysed, "case")} not analysed, counted as not flagged";
        if (run.PartlyAnalysed > 0)
            yield return $"{Count(run.PartlyAnalysed, "file")} only partly analysed";
        if (run.Manifest.ProblemsOfSuite > 0)
            yield return $"{Count(run.Manifest.ProblemsOfSuite, "label")} of the suite could not be used";
    }
}
