using Shrike.Bench.Statistics;

namespace Shrike.Bench.Scoring;

/// <summary>A row of the table: one category, or all of them.</summary>
public sealed record ScoreRow(string Category, Tally Tally, int NotAnalysed)
{
    /// <summary>Only a category with both kinds of case can be part of a mean of differences.</summary>
    public bool IsInMean => Tally.Difference is not null;
}

/// <summary>A figure and where it lies with 95 % confidence.</summary>
public readonly record struct Figure(double? Value, Interval? Interval);

/// <summary>A run in figures.</summary>
public sealed record Scores
{
    public required Headline Headline { get; init; }

    /// <summary>Sorted by category.</summary>
    public required IReadOnlyList<ScoreRow> Rows { get; init; }
    public required ScoreRow Total { get; init; }

    /// <summary>Mean of true-positive rate minus false-positive rate over the rows that have both.</summary>
    public required Figure Macro { get; init; }
    public required Figure F1 { get; init; }
    public required Figure F2 { get; init; }
    public required Figure Precision { get; init; }
    public required Figure Recall { get; init; }

    /// <summary>True-positive rate minus false-positive rate of all cases together.</summary>
    public required Figure Pooled { get; init; }

    public Figure Main =>
        Headline switch
        {
            Headline.F1 => F1,
            Headline.F2 => F2,
            _ => Macro,
        };

    /// <summary>A function of its input alone, in whatever order that comes.</summary>
    public static Scores Of(Judgement judgement, Headline headline, ulong seed)
    {
        string[] categories =
        [
            .. judgement
                .Outcomes.Select(o => o.Category)
                .Concat(judgement.Extra.Select(e => e.Category))
                .Distinct(StringComparer.Ordinal)
                .Order(CategoryOrder.Instance),
        ];
        var index = categories.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => p.i, StringComparer.Ordinal);
        var tallies = new Tally[categories.Length];
        var notAnalysed = new int[categories.Length];
        foreach (Outcome outcome in judgement.Outcomes)
        {
            tallies[index[outcome.Category]] += Tally.Of(outcome.IsVulnerable, outcome.IsFlagged);
            notAnalysed[index[outcome.Category]] += outcome.IsAnalysed ? 0 : 1;
        }

        foreach (ExtraAlarm extra in judgement.Extra)
            tallies[index[extra.Category]] += new Tally(0, 0, 0, 0, 1);

        Tally total = tallies.Aggregate(default(Tally), Tally.Add);
        Func<Tally[], double?>[] statistics =
        [
            MacroOf,
            Pooling(t => t.F(1)),
            Pooling(t => t.F(2)),
            Pooling(t => t.Precision),
            Pooling(t => t.Recall),
            Pooling(t => t.Difference),
        ];
        // A mean over categories asks how each would turn out again; pooled figures ask it of all vulnerable and all safe cases together.
        Interval?[] intervals =
        [
            .. Bootstrap.Intervals(Clusters(judgement, index, byCategory: true), categories.Length, statistics[..1], seed),
            .. Bootstrap.Intervals(Clusters(judgement, index, byCategory: false), categories.Length, statistics[1..], seed),
        ];
        Figure Of(int i) => new(statistics[i](tallies), intervals[i]);
        return new Scores
        {
            Headline = headline,
            Rows = [.. categories.Select((c, i) => new ScoreRow(c, tallies[i], notAnalysed[i]))],
            Total = new ScoreRow("all", total, notAnalysed.Sum()),
            Macro = Of(0),
            F1 = Of(1),
            F2 = Of(2),
            Precision = Of(3),
            Recall = Of(4),
            Pooled = Of(5),
        };
    }

    private static double? MacroOf(Tally[] rows)
    {
        double sum = 0;
        int count = 0;
        foreach (Tally row in rows)
        {
            if (row.Difference is not { } difference)
                continue;
            sum += difference;
            count++;
        }

        return count == 0 ? null : sum / count;
    }

    private static Func<Tally[], double?> Pooling(Func<Tally, double?> figure) => rows => figure(rows.Aggregate(default(Tally), Tally.Add));

    // A case that is its own cluster is drawn among its like; applications are drawn among applications.
    private static List<Cluster> Clusters(Judgement judgement, Dictionary<string, int> index, bool byCategory)
    {
        var parts = judgement
            .Outcomes.Select(o =>
                (o.Cluster, Alone: o.Cluster == o.Case, o.Category, o.IsVulnerable, Tally: Tally.Of(o.IsVulnerable, o.IsFlagged))
            )
            .Concat(
                judgement.Extra.Select(e => (e.Cluster, Alone: false, e.Category, IsVulnerable: false, Tally: new Tally(0, 0, 0, 0, 1)))
            );
        return
        [
            .. parts
                .GroupBy(p => p.Cluster, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new Cluster(
                    g.First().Alone ? $"{(byCategory ? g.First().Category : "")} {g.First().IsVulnerable}" : "",
                    [.. g.GroupBy(p => p.Category).Select(r => (index[r.Key], r.Aggregate(default(Tally), (sum, p) => sum + p.Tally)))]
                )),
        ];
    }
}

/// <summary>CWE-22 before CWE-209.</summary>
internal sealed class CategoryOrder : IComparer<string>
{
    public static CategoryOrder Instance { get; } = new();

    public int Compare(string? a, string? b)
    {
        int order = Number(a).CompareTo(Number(b));
        return order != 0 ? order : string.CompareOrdinal(a, b);
    }

    private static int Number(string? category) =>
        category?.StartsWith("CWE-", StringComparison.Ordinal) == true && int.TryParse(category.AsSpan(4), out int number)
            ? number
            : int.MaxValue;
}
