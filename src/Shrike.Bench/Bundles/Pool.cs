using Shrike.Bench.Runs;
using Shrike.Bench.Scoring;

namespace Shrike.Bench.Bundles;

/// <summary>One tester's run.</summary>
/// <param name="Tester">The tester's name, or that of the file where there is none.</param>
public sealed record PoolEntry(string Tester, string File, Bundle Bundle, ScoredRun Run)
{
    public int? Epoch => Bundle.Manifest.Epoch;
    public string Name => Epoch is { } epoch ? $"{Tester}, epoch {epoch}" : Tester;
}

/// <summary>A figure over testers; who tested several epochs counts with their mean.</summary>
public sealed record Spread(string Name, int Count, double Mean, double Lowest, double Highest)
{
    /// <summary>null where one of the testers has no such figure.</summary>
    public static Spread? Of(string name, IEnumerable<double?> values)
    {
        double?[] all = [.. values];
        return all.Length == 0 || all.Any(v => v is null)
            ? null
            : new Spread(name, all.Length, all.Average()!.Value, all.Min()!.Value, all.Max()!.Value);
    }
}

/// <summary>A case that testers of one contestant do not agree on.</summary>
/// <param name="Flagged">Who says it is vulnerable.</param>
/// <param name="NotFlagged">Who does not, whether looked at or not.</param>
public sealed record Disagreement(
    string Case,
    string Category,
    bool IsVulnerable,
    IReadOnlyList<string> Flagged,
    IReadOnlyList<string> NotFlagged
);

/// <summary>One contestant, by all who tested it in the same way.</summary>
public sealed record PoolGroup
{
    public required IReadOnlyList<PoolEntry> Entries { get; init; }

    /// <summary>The headline first.</summary>
    public required IReadOnlyList<Spread> Figures { get; init; }

    /// <summary>Recall and false-positive rate of each category.</summary>
    public required IReadOnlyList<(Spread? Recall, Spread? FalsePositiveRate)> Categories { get; init; }

    /// <summary>Sorted by case.</summary>
    public required IReadOnlyList<Disagreement> Disagreements { get; init; }

    /// <summary>How many people: each counts once, however many epochs.</summary>
    public int Testers => Entries.Select(e => e.Tester).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    internal static PoolGroup Of(IReadOnlyList<PoolEntry> entries)
    {
        string[] categories =
        [
            .. entries.SelectMany(e => e.Run.Scores.Rows).Select(r => r.Category).Distinct().Order(CategoryOrder.Instance),
        ];
        Spread? Figure(string name, Func<Scores, double?> figure) =>
            Spread.Of(
                name,
                entries.GroupBy(e => e.Tester, StringComparer.OrdinalIgnoreCase).Select(t => Mean(t.Select(e => figure(e.Run.Scores))))
            );
        Spread? Rate(string category, Func<Tally, double?> rate) =>
            Figure(category, s => s.Rows.FirstOrDefault(r => r.Category == category) is { } row ? rate(row.Tally) : null);
        return new PoolGroup
        {
            Entries = entries,
            Figures =
            [
                .. (
                    (Spread?[])
                        [
                            Figure("headline", s => s.Main.Value),
                            Figure("mean TPR-FPR", s => s.Macro.Value),
                            Figure("precision", s => s.Precision.Value),
                            Figure("recall", s => s.Recall.Value),
                            Figure("F1", s => s.F1.Value),
                            Figure("F2", s => s.F2.Value),
                        ]
                ).OfType<Spread>(),
            ],
            Categories = [.. categories.Select(c => (Rate(c, t => t.Recall), Rate(c, t => t.FalsePositiveRate)))],
            Disagreements = [.. Disagreed(entries)],
        };
    }

    private static double? Mean(IEnumerable<double?> values)
    {
        double?[] all = [.. values];
        return all.Any(v => v is null) ? null : all.Average();
    }

    private static IEnumerable<Disagreement> Disagreed(IReadOnlyList<PoolEntry> entries)
    {
        var flagged = entries
            .Select(e =>
                (e.Name, Cases: e.Run.Judgement.Outcomes.Where(o => o.IsFlagged).Select(o => o.Case).ToHashSet(StringComparer.Ordinal))
            )
            .ToArray();
        foreach (Outcome outcome in entries[0].Run.Judgement.Outcomes.OrderBy(o => o.Case, StringComparer.Ordinal))
        {
            string[] by = [.. flagged.Where(f => f.Cases.Contains(outcome.Case)).Select(f => f.Name)];
            if (by.Length > 0 && by.Length < flagged.Length)
                yield return new Disagreement(
                    outcome.Case,
                    outcome.Category,
                    outcome.IsVulnerable,
                    by,
                    [.. flagged.Where(f => !f.Cases.Contains(outcome.Case)).Select(f => f.Name)]
                );
        }
    }
}

/// <summary>Runs of one suite by many testers.</summary>
/// <param name="Remarks">What a reader must know, in sentences.</param>
public sealed record Pool(IReadOnlyList<PoolGroup> Groups, IReadOnlyList<string> Remarks)
{
    /// <param name="bundles">With the names of their files.</param>
    /// <exception cref="BundleException">One does not add up, they are not about the same, or one tester stands there twice.</exception>
    public static Pool Of(IReadOnlyList<(string File, CheckedBundle Bundle)> bundles)
    {
        PoolEntry[] entries = [.. bundles.Select(b => Entry(b.File, b.Bundle))];
        foreach (PoolEntry entry in entries)
            RefuseOther(entries[0], entry);
        IGrouping<string, PoolEntry>[] groups = [.. entries.GroupBy(Contestant, StringComparer.Ordinal)];
        foreach (IGrouping<string, PoolEntry> group in groups)
            RefuseTwice([.. group]);
        return new Pool([.. groups.Select(g => PoolGroup.Of([.. g]))], [.. Remarked(entries)]);
    }

    private static PoolEntry Entry(string file, CheckedBundle one)
    {
        if (!one.AddsUp || one.Run is null)
            throw new BundleException($"{file} does not add up: {one.Problems.FirstOrDefault()}; 'bench verify' says more");
        return new PoolEntry(one.Bundle.Tester ?? Path.GetFileName(file), file, one.Bundle, one.Run);
    }

    private static void RefuseOther(PoolEntry first, PoolEntry other)
    {
        RunManifest a = first.Bundle.Manifest,
            b = other.Bundle.Manifest;
        if (a.Suite != b.Suite)
            throw new BundleException($"{first.File} is of {a.Suite}, {other.File} of {b.Suite}");
        if (a.SuiteRevision is not null && b.SuiteRevision is not null && a.SuiteRevision != b.SuiteRevision)
            throw new BundleException(
                $"{first.File} is of commit {a.SuiteRevision} of the suite, {other.File} of {b.SuiteRevision}: they cannot be pooled"
            );
        if (a.LabelsHash != b.LabelsHash)
            throw new BundleException($"{first.File} and {other.File} are not about the same cases: another suite, or another sample");
    }

    // Who shows one run twice, or stands there twice, makes the spread look smaller than it is.
    private static void RefuseTwice(PoolEntry[] group)
    {
        for (int i = 0; i < group.Length; i++)
        {
            for (int j = i + 1; j < group.Length; j++)
            {
                PoolEntry a = group[i],
                    b = group[j];
                if (a.Bundle.Seal == b.Bundle.Seal || Measured(a.Bundle) == Measured(b.Bundle))
                    throw new BundleException($"{a.File} and {b.File} are one run: every time and size in them is the same; leave one out");
                if (
                    a.Bundle.Tester is { } tester
                    && string.Equals(tester, b.Bundle.Tester, StringComparison.OrdinalIgnoreCase)
                    && a.Epoch == b.Epoch
                )
                    throw new BundleException(
                        $"{a.File} and {b.File} are by one tester, {a.Name}; leave one out, or mark repeated runs with --epoch"
                    );
                if (OtherInput(a, b) is { } batch)
                    throw new BundleException($"in batch {batch}, {a.File} was shown other files than {b.File}, or others' content");
            }
        }
    }

    /// <summary>Two runs never take the same time and memory in all their batches.</summary>
    private static string Measured(Bundle bundle) =>
        string.Join(
            ';',
            bundle.Batches.Select(b =>
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{b.Number} {b.Seconds:R} {b.PeakBytes}")
            )
        );

    private static int? OtherInput(PoolEntry a, PoolEntry b)
    {
        RunManifest x = a.Bundle.Manifest,
            y = b.Bundle.Manifest;
        if (x.Harness != y.Harness || x.Seed != y.Seed || x.FilesPerBatch != y.FilesPerBatch)
            return null;
        return a
            .Bundle.Batches.Zip(b.Bundle.Batches)
            .Where(p => p.First.Input != p.Second.Input)
            .Select(p => (int?)p.First.Number)
            .FirstOrDefault();
    }

    private static string Contestant(PoolEntry entry)
    {
        RunManifest manifest = entry.Bundle.Manifest;
        string settings = string.Join(';', (manifest.Settings ?? new Dictionary<string, string>()).Select(s => $"{s.Key}={s.Value}"));
        string prompts = string.Join(';', (manifest.Model?.Prompts ?? new Dictionary<string, string>()).Select(s => $"{s.Key}={s.Value}"));
        return string.Join(
            '\n',
            manifest.Contestant,
            manifest.ContestantVersion,
            manifest.Blinded,
            manifest.Model?.Name,
            manifest.Model?.Hash,
            manifest.Model?.Quantisation,
            prompts,
            settings
        );
    }

    private static IEnumerable<string> Remarked(PoolEntry[] entries)
    {
        if (entries.Select(e => e.Bundle.Manifest.SuiteRevision is null).Distinct().Count() > 1)
            yield return $"the suite's commit is not known of {Names(entries.Where(e => e.Bundle.Manifest.SuiteRevision is null))}; the labels are the same";
        if (entries.Select(e => e.Bundle.Manifest.Seed).Distinct().Count() > 1)
            yield return "the testers used different seeds: order and neutral names differ, which must not matter";
        if (entries.Any(e => e.Bundle.Tester is null))
            yield return $"no tester is named in {string.Join(", ", entries.Where(e => e.Bundle.Tester is null).Select(e => e.File))}: whether it is one person cannot be seen";
        if (entries.Select(e => e.Bundle.Manifest.Harness).Distinct().Count() > 1)
            yield return "the input was laid out by different builds, so it was not compared";
    }

    private static string Names(IEnumerable<PoolEntry> entries) => string.Join(", ", entries.Select(e => e.Name));
}
