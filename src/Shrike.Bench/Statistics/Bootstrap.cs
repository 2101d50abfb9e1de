using Shrike.Bench.Scoring;

namespace Shrike.Bench.Statistics;

/// <summary>What one cluster adds to each row of the table.</summary>
/// <param name="Stratum">Clusters are drawn again within their stratum, so that every drawn suite has as many of each kind as the real one.</param>
/// <param name="Tallies">By index of row; rows may repeat.</param>
public sealed record Cluster(string Stratum, (int Row, Tally Tally)[] Tallies);

/// <summary>Percentile bootstrap (Efron 1979) over clusters: cases of one application stand or fall together, so they are drawn together.
/// Seeded: the same input gives the same interval on every machine.</summary>
public static class Bootstrap
{
    public const int Draws = 1000;

    /// <param name="statistic">Of the tallies of all rows; may be null where a drawn suite leaves it undefined.</param>
    public static IReadOnlyList<Interval?> Intervals(
        IReadOnlyList<Cluster> clusters,
        int rows,
        IReadOnlyList<Func<Tally[], double?>> statistics,
        ulong seed
    )
    {
        Cluster[][] strata =
        [
            .. clusters
                .GroupBy(c => c.Stratum, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => g.ToArray()),
        ];
        var values = statistics.Select(_ => new List<double>(Draws)).ToArray();
        var random = new SplitMix(seed);
        var drawn = new Tally[rows];
        for (int draw = 0; draw < Draws; draw++)
        {
            Array.Clear(drawn);
            foreach (Cluster[] stratum in strata)
            {
                for (int i = 0; i < stratum.Length; i++)
                {
                    foreach ((int row, Tally tally) in stratum[random.Below(stratum.Length)].Tallies)
                        drawn[row] += tally;
                }
            }

            for (int s = 0; s < statistics.Count; s++)
            {
                if (statistics[s](drawn) is { } value)
                    values[s].Add(value);
            }
        }

        return [.. values.Select(Percentiles)];
    }

    private static Interval? Percentiles(List<double> values)
    {
        if (values.Count < Draws / 2)
            return null;
        values.Sort();
        return new Interval(At(values, 0.025), At(values, 0.975));
    }

    private static double At(List<double> sorted, double part)
    {
        double place = part * (sorted.Count - 1);
        int below = (int)place;
        int above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
    }
}
