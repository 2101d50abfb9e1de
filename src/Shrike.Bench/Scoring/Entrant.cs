using Shrike.Bench.Runs;

namespace Shrike.Bench.Scoring;

/// <summary>A contestant with all its runs of one suite: one, or the epochs of something that does not answer the same each time.</summary>
public sealed record Entrant
{
    private Entrant(IReadOnlyList<ScoredRun> runs)
    {
        Runs = runs;
        Typical = runs.Count == 1 ? runs[0] : ByMajority(runs);
    }

    /// <summary>By epoch.</summary>
    public IReadOnlyList<ScoredRun> Runs { get; }

    /// <summary>The only run; of several, what more than half of them say of each case. For tests case by case; figures are means of the
    /// runs.</summary>
    public ScoredRun Typical { get; }

    public RunManifest Manifest => Runs[0].Manifest;
    public bool IsComplete => Runs.All(r => r.IsComplete);

    /// <summary>Mean, least and most over the runs; null where a run has no such figure.</summary>
    public EpochSpread? Of(Func<ScoredRun, double?> figure)
    {
        double[] values = [.. Runs.Select(figure).OfType<double>()];
        return values.Length == Runs.Count ? new EpochSpread(values.Average(), values.Min(), values.Max()) : null;
    }

    /// <summary>Runs that are the same but for their epoch are one entrant; runs without an epoch stand alone. In the order they came.</summary>
    public static IReadOnlyList<Entrant> Of(IEnumerable<ScoredRun> runs)
    {
        var groups = new List<List<ScoredRun>>();
        foreach (ScoredRun run in runs)
        {
            List<ScoredRun>? mine = run.Manifest.Epoch is null
                ? null
                : groups.FirstOrDefault(g =>
                    g[0].Manifest.Epoch is not null
                    && g[0].Manifest.RepeatedIdentity == run.Manifest.RepeatedIdentity
                    && g.All(r => r.Manifest.Epoch != run.Manifest.Epoch)
                );
            if (mine is null)
                groups.Add([run]);
            else
                mine.Add(run);
        }

        return [.. groups.Select(g => new Entrant([.. g.OrderBy(r => r.Manifest.Epoch ?? 0)]))];
    }

    private static ScoredRun ByMajority(IReadOnlyList<ScoredRun> runs)
    {
        ILookup<string, Outcome> outcomes = runs.SelectMany(r => r.Judgement.Outcomes).ToLookup(o => o.Case, StringComparer.Ordinal);
        Outcome Of(Outcome one)
        {
            Outcome[] all = [.. outcomes[one.Case]];
            bool isFlagged = 2 * all.Count(o => o.IsFlagged) > runs.Count;
            return one with
            {
                IsFlagged = isFlagged,
                IsAnalysed = all.All(o => o.IsAnalysed),
                By = isFlagged ? all.First(o => o.IsFlagged).By : null,
            };
        }

        var judgement = new Judgement([.. runs[0].Judgement.Outcomes.Select(Of)], runs[0].Judgement.Extra);
        return runs[0] with { Judgement = judgement, Scores = Scores.Of(judgement, runs[0].Scores.Headline, (ulong)runs[0].Manifest.Seed) };
    }
}

/// <summary>Over repeated runs.</summary>
public readonly record struct EpochSpread(double Mean, double Low, double High);
