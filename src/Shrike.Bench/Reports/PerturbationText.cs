using System.Globalization;
using Shrike.Bench.Perturbations;
using Shrike.Bench.Runs;
using Shrike.Bench.Scoring;

namespace Shrike.Bench.Reports;

/// <summary>What perturbations did, and what they cost, in sentences.</summary>
public static class PerturbationText
{
    public static IEnumerable<string> Lines(ScoredRun run)
    {
        if (run.Manifest.Perturbations is not { Count: > 0 } asked)
            yield break;
        yield return $"Perturbed: {string.Join(", ", asked)}";
        foreach (PerturbationCount count in run.Perturbed)
            yield return $"  {count.Name}: {Number(count.Changes)} places in {Number(count.Files)} files, {Number(count.Skipped)} left as not shown to be safe";
    }

    /// <summary>The figure of its own: what perturbation alone takes from the headline; null where the runs differ in anything else, or not in
    /// that.</summary>
    public static string? Drop(RunComparison comparison)
    {
        RunManifest old = comparison.Old.Manifest,
            now = comparison.New.Manifest;
        string before = Name(old),
            after = Name(now);
        if (
            before == after
            || old.Contestant != now.Contestant
            || old.ContestantVersion != now.ContestantVersion
            || old.Blinded != now.Blinded
            || old.Seed != now.Seed
        )
            return null;
        string drop = comparison.Gain is { } gain ? (-gain).ToString("0.000;-0.000;0.000", CultureInfo.InvariantCulture) : "unknown";
        int changed = comparison.Changed.Count;
        return $"the runs differ by perturbation only ({before} against {after}): drop of the headline {drop}; "
            + $"{changed} of {comparison.New.Judgement.Outcomes.Count} answers changed ({comparison.Better} for the better, {comparison.Worse} for the worse); none should";
    }

    private static string Name(RunManifest manifest) => manifest.Perturbations is { Count: > 0 } asked ? string.Join("+", asked) : "plain";

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
