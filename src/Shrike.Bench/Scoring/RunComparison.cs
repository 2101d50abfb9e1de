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

    /// <summary>Vulnerable cases that only the one found, and only the other.</summary>
    public int OnlyOldFinds => Changed.Count(c => c.New.IsVulnerable && !c.New.IsFlagged);
    public int OnlyNewFinds => Changed.Count(c => c.New.IsVulnerable && c.New.IsFlagged);
    public int OnlyOldFlags => Changed.Count(c => !c.New.IsVulnerable && !c.New.IsFlagged);
    public int OnlyNewFlags => Changed.Count(c => !c.New.IsVulnerable && c.New.IsFlagged);

    /// <summary>Vulnerable cases that either found, and safe ones that either flagged.</summary>
    public Tally Union
    {
        get
        {
            var old = Old.Judgement.Outcomes.Where(o => o.IsFlagged).Select(o => o.Case).ToHashSet(StringComparer.Ordinal);
            return New
                .Judgement.Outcomes.Select(o => Tally.Of(o.IsVulnerable, o.IsFlagged || old.Contains(o.Case)))
                .Aggregate(default(Tally), Tally.Add);
        }
    }

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
    public required IReadOnlyList<Entrant> Entrants { get; init; }

    /// <summary>One for each entrant.</summary>
    public IReadOnlyList<ScoredRun> Runs => [.. Entrants.Select(e => e.Typical)];

    /// <summary>Vulnerable cases that any of them found, and safe ones that any flagged.</summary>
    public required Tally Union { get; init; }

    /// <summary>For each run what no other said.</summary>
    public required IReadOnlyList<Tally> Alone { get; init; }
    public required IReadOnlyList<Pair> Pairs { get; init; }

    /// <summary>Beginning with the one that finds most, always the one next that adds most: what each adds.</summary>
    public required IReadOnlyList<Gain> Gains { get; init; }

    /// <exception cref="RunException">The runs are not about the same cases, or unfinished.</exception>
    public static RunField Of(IReadOnlyList<ScoredRun> all)
    {
        foreach (ScoredRun run in all)
        {
            RunComparison.Same(all[0], run);
            if (!run.IsComplete)
                throw new RunException(
                    $"the run of {run.Manifest.Contestant} is not complete, and what it did not do would count as missed"
                );
        }

        IReadOnlyList<Entrant> entrants = Entrant.Of(all);
        ScoredRun[] runs = [.. entrants.Select(e => e.Typical)];
        var flagged = runs.Select(r => r.Judgement.Outcomes.Where(o => o.IsFlagged).Select(o => o.Case).ToHashSet(StringComparer.Ordinal))
            .ToArray();
        IReadOnlyList<Outcome> cases = runs[0].Judgement.Outcomes;
        Tally Count(Func<string, bool> said) =>
            cases.Select(c => Tally.Of(c.IsVulnerable, said(c.Case))).Aggregate(default(Tally), Tally.Add);
        return new RunField
        {
            Entrants = entrants,
            Gains = [.. GainsOf(flagged, Count)],
            Union = Count(id => flagged.Any(f => f.Contains(id))),
            Alone = [.. flagged.Select(mine => Count(id => mine.Contains(id) && flagged.All(f => f == mine || !f.Contains(id))))],
            Pairs = PairsOf(runs),
        };
    }

    private static IEnumerable<Gain> GainsOf(HashSet<string>[] flagged, Func<Func<string, bool>, Tally> count)
    {
        var said = new HashSet<string>(StringComparer.Ordinal);
        var left = Enumerable.Range(0, flagged.Length).ToList();
        while (left.Count > 0)
        {
            (int index, Tally adds) = left.Select(i => (i, count(id => flagged[i].Contains(id) && !said.Contains(id))))
                .OrderByDescending(g => g.Item2.TruePositives)
                .ThenBy(g => g.Item2.FalsePositives)
                .ThenBy(g => g.i)
                .First();
            left.Remove(index);
            said.UnionWith(flagged[index]);
            yield return new Gain(index, adds.TruePositives, adds.FalsePositives);
        }
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

/// <param name="Index">Of the entrant.</param>
/// <param name="Finds">Vulnerable cases that none before it found.</param>
/// <param name="Flags">Safe cases that none before it flagged.</param>
public readonly record struct Gain(int Index, int Finds, int Flags);
