using System.Globalization;
using Shrike.Bench.Reports;
using Shrike.Bench.Runs;
using Shrike.Bench.Scoring;

namespace Shrike.Bench.Bundles;

/// <summary>Bundles for a terminal.</summary>
public static class BundleText
{
    private const int MostCases = 50;

    public static void Write(CheckedBundle one, TextWriter output)
    {
        RunManifest manifest = one.Bundle.Manifest;
        output.WriteLine(
            $"{manifest.Suite}: {manifest.Contestant} {manifest.ContestantVersion}, by {one.Bundle.Tester ?? "a tester without a name"}"
        );
        foreach (Check check in one.Checks)
        {
            output.WriteLine(
                $"{(check.Problems.Count > 0 ? "NO " : check.Skipped is null ? "yes" : "-  ")} {check.Asked}{(check.Skipped is { } why ? $": {why}" : "")}"
            );
            foreach (string problem in check.Problems)
                output.WriteLine($"      {problem}");
        }

        if (one.Run is { } run && one.AddsUp)
            output.WriteLine($"Headline {BenchText.Number(run.Scores.Main.Value)} over {run.Judgement.Outcomes.Count} cases.");
        output.WriteLine(one.AddsUp ? CheckedBundle.Limits : "This bundle does not add up.");
    }

    public static void Write(Pool pool, TextWriter output)
    {
        ScoredRun first = pool.Groups[0].Entries[0].Run;
        output.WriteLine($"{first.Suite.Title}, {first.Judgement.Outcomes.Count} cases");
        foreach (PoolGroup group in pool.Groups)
            Write(group, output);
        foreach (string remark in pool.Remarks)
            output.WriteLine($"! {remark}");
    }

    private static void Write(PoolGroup group, TextWriter output)
    {
        RunManifest manifest = group.Entries[0].Bundle.Manifest;
        output.WriteLine();
        output.WriteLine(
            $"{manifest.Contestant} {manifest.ContestantVersion}{(manifest.Model is { } model ? $" with {model.Name} {model.Hash}" : "")}: {group.Testers} tester{(group.Testers == 1 ? "" : "s")}"
        );
        output.WriteLine($"  {"", -24} {"mean", 7} {"lowest", 7} {"highest", 7} {"n", 3}");
        foreach (Spread figure in group.Figures)
            output.WriteLine($"  {figure.Name, -24} {Numbers(figure)}");
        foreach ((Spread? recall, Spread? rate) in group.Categories)
        {
            if (recall is not null)
                output.WriteLine($"  {recall.Name + " recall", -24} {Numbers(recall)}");
            if (rate is not null)
                output.WriteLine($"  {rate.Name + " FPR", -24} {Numbers(rate)}");
        }

        foreach (PoolEntry entry in group.Entries)
        {
            Tally total = entry.Run.Scores.Total.Tally;
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {entry.Name, -24} {BenchText.Number(entry.Run.Scores.Main.Value), 7}   {total.TruePositives} of {total.Vulnerable} found, {total.FalseAlarms} false, {entry.Run.Seconds:0.0} s, {entry.Bundle.Manifest.Machine.Processors} processors, {entry.Bundle.Manifest.Machine.Architecture}"
                )
            );
        }

        if (group.Entries.Count > 1)
            Disagreements(group, output);
    }

    private static void Disagreements(PoolGroup group, TextWriter output)
    {
        int cases = group.Entries[0].Run.Judgement.Outcomes.Count;
        output.WriteLine(
            group.Disagreements.Count == 0
                ? $"  They agree on all {cases} cases."
                : $"  They disagree on {group.Disagreements.Count} of {cases} cases:"
        );
        foreach (Disagreement one in group.Disagreements.Take(MostCases))
            output.WriteLine(
                $"    {one.Category, -10} {(one.IsVulnerable ? "vulnerable" : "safe"), -10} {one.Case}: flagged by {string.Join(", ", one.Flagged)}; not by {string.Join(", ", one.NotFlagged)}"
            );
        if (group.Disagreements.Count > MostCases)
            output.WriteLine($"    … and {group.Disagreements.Count - MostCases} more (--format json has all)");
    }

    private static string Numbers(Spread spread) =>
        $"{BenchText.Number(spread.Mean), 7} {BenchText.Number(spread.Lowest), 7} {BenchText.Number(spread.Highest), 7} {spread.Count, 3}";
}
