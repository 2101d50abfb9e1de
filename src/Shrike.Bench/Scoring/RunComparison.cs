using Shrike.Bench.Runs;
using Shrike.Bench.Statistics;

namespace Shrike.Bench.Scoring;

/// <summary>One run against another, case by case.</summary>
public sealed record RunComparison
{
    public required ScoredRun Old { get; init; }
    public required ScoredRun New { get; init; }

    /// <summary>Cases that changed sides, sorted by id.</summary>
    public required IReadOnlyList<ChangedCase> Changed { get; init; }

    /// <summary>McNemar's exact p-value over all cases.</summary>
    public required double P { get; init; }

    public int Better => Changed.Count(c => c.IsRightNow);
    public int Worse => Changed.Count(c => !c.IsRightNow);

    /// <summary>Change of the suite's headline; null where one of the two has none.</summary>
    public double? Gain => New.Scores.Main.Value - Old.Scores.Main.Value;

    /// <exception cref="RunException">The runs are not about the same cases.</exception>
    public static RunComparison Of(ScoredRun old, ScoredRun @new)
    {
        Same(old, @new);
        var before = old.Judgement.Outcomes.ToDictionary(o => o.Case, StringComparer.Ordinal);
        ChangedCase[] changed =
        [
            .. @new
                .Judgement.Outcomes.Where(o => before[o.Case].IsFlagged != o.IsFlagged)
                .OrderBy(o => o.Case, StringComparer.Ordinal)
                .Select(o => new ChangedCase(before[o.Case], o)),
        ];
        return new RunComparison
        {
            Old = old,
            New = @new,
            Changed = changed,
            P = McNemar.Exact(changed.Count(c => !c.IsRightNow), changed.Count(c => c.IsRightNow)),
        };
    }

    /// <exception cref="RunException">The runs are not about the same cases.</exception>
    internal static void Same(ScoredRun a, ScoredRun b)
    {
        if (a.Manifest.Suite != b.Manifest.Suite)
            throw new RunException($"one run is of {a.Manifest.Suite}, the other of {b.Manifest.Suite}");
        if (a.Manifest.LabelsHash != b.Manifest.LabelsHash)
            throw new RunException("the runs are not about the same cases: another commit of the suite, or another sample");
    }
}

/// <summary>A case before and after.</summary>
public sealed record ChangedCase(Outcome Old, Outcome New)
{
    public bool IsRightNow => New.IsRight;
}

/// <summary>Several runs of one suite: what each finds that the others do not.</summary>
public sealed record RunField
{
    public required IReadOnlyList<ScoredRun> Runs { get; init; }

    /// <summary>Vulnerable cases that any of them found, and safe ones that any flagged.</summary>
    public required Tally Union { get; init; }

    /// <summary>For each run what no other said.</summary>
    public required IReadOnlyList<Tally> Alone { get; init; }
    public required IReadOnlyList<Pair> Pairs { get; init; }

    /// <exception cref="RunException">The runs are not about the same cases, or unfinished.</exception>
    public static RunField Of(IReadOnlyList<ScoredRun> runs)
    {
        foreach (ScoredRun run in runs)
        {
            RunComparison.Same(runs[0], run);
            if (!run.IsComplete)
                throw new RunException(
                    $"the run of {run.Manifest.Contestant} is not complete, and what it did not do would count as missed"
                );
        }

        var flagged = runs.Select(r => r.Judgement.Outcomes.Where(o => o.IsFlagged).Select(o => o.Case).ToHashSet(StringComparer.Ordinal))
            .ToArray();
        IReadOnlyList<Outcome> cases = runs[0].Judgement.Outcomes;
        Tally Count(Func<string, bool> said) =>
            cases.Select(c => Tally.Of(c.IsVulnerable, said(c.Case))).Aggregate(default(Tally), Tally.Add);
        return new RunField
        {
            Runs = runs,
            Union = Count(id => flagged.Any(f => f.Contains(id))),
            Alone = [.. flagged.Select(mine => Count(id => mine.Contains(id) && flagged.All(f => f == mine || !f.Contains(id))))],
            Pairs = PairsOf(runs),
        };
    }

    private static Pair[] PairsOf(IReadOnlyList<ScoredRun> runs)
    {
        RunComparison[] all =
        [
            .. from i in Enumerable.Range(0, runs.Count)
            from j in Enumerable.Range(i + 1, runs.Count - i - 1)
            select RunComparison.Of(runs[i], runs[j]),
        ];
        IReadOnlyList<double> adjusted = Holm.Adjust([.. all.Select(c => c.P)]);
        return [.. all.Select((c, i) => new Pair(c, adjusted[i]))];
    }
}

/// <param name="P">Adjusted for all pairs of the field.</param>
public sealed record Pair(RunComparison Comparison, double P)
{
    public const double Level = 0.05;

    /// <summary>Otherwise no difference was shown, which is not the same as none.</summary>
    public bool IsDifferent => P < Level;
}
