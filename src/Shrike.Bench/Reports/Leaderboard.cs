using System.Globalization;
using Shrike.Bench.Runs;
using Shrike.Bench.Scoring;
using Shrike.Bench.Suites;

namespace Shrike.Bench.Reports;

/// <summary>Runs of one suite as reports show them.</summary>
public sealed record Leaderboard
{
    public required SuiteDeclaration Suite { get; init; }
    public required int Cases { get; init; }
    public required Headline Headline { get; init; }

    /// <summary>Those that could read the suite, the best headline first.</summary>
    public required IReadOnlyList<Entrant> Ranked { get; init; }

    /// <summary>What was not looked at, by whom; said before any figure.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Against each other, of those that are complete; null where there is none.</summary>
    public required RunField? Field { get; init; }
    public IReadOnlyList<string> Categories =>
        [.. Ranked.SelectMany(e => e.Typical.Scores.Rows).Select(r => r.Category).Distinct().Order(CategoryOrder.Instance)];
    public bool HasPoints => Ranked.Any(e => e.Typical.Points is not null);

    /// <summary>Of the suite, and of the figures.</summary>
    public IReadOnlyList<string> Caveats =>
        [
            .. Suite.Caveats,
            "In brackets 95 %: Wilson for rates, seeded bootstrap for the rest. Cases made from one template are not independent, so that intervals are too narrow.",
            $"The headline is strict, by the suite's own rules. By CWE tree ({CweTree.Version}): a weakness above or below the label's counts as well, pillars and very broad classes excepted.",
            "Findings in a thousand lines count those of one CWE group in one function once.",
            .. HasPoints
                ? (string[])
                    [
                        "The authors' points take a finding for right by its line or its weakness, and give the bonus of a file from the first find of the run on.",
                    ]
                : [],
            .. Ranked.Any(e => e.Runs.Count > 1)
                ? (string[])["Of several epochs figures are means with least and most; a case is what most epochs say of it."]
                : [],
        ];

    /// <exception cref="RunException">The runs are not about the same cases.</exception>
    public static Leaderboard Of(IReadOnlyList<ScoredRun> runs)
    {
        foreach (ScoredRun run in runs)
            RunComparison.Same(runs[0], run);
        IReadOnlyList<Entrant> all = Entrant.Of(runs);
        ScoredRun[] complete = [.. runs.Where(r => r.IsComplete)];
        return new Leaderboard
        {
            Suite = runs[0].Suite,
            Cases = runs[0].Manifest.Cases,
            Headline = runs[0].Scores.Headline,
            Ranked =
            [
                .. all.Where(e => e.Manifest.CannotRead is null)
                    .OrderByDescending(e => e.Of(r => r.Scores.Main.Value)?.Mean ?? double.NegativeInfinity)
                    .ThenBy(e => e.Manifest.Contestant, StringComparer.Ordinal),
            ],
            Missing =
            [
                .. all.SelectMany(e =>
                    e.Runs.SelectMany(r =>
                        Figures
                            .Missing(r)
                            .Select(m =>
                                $"{e.Manifest.Contestant}{(r.Manifest.Epoch is { } n && e.Runs.Count > 1 ? $" (epoch {n})" : "")}: {m}"
                            )
                    )
                ),
            ],
            Field = complete.Length > 0 ? RunField.Of(complete) : null,
        };
    }

    public static ScoreRow? RowOf(Entrant one, string category) => one.Typical.Scores.Rows.FirstOrDefault(r => r.Category == category);

    /// <summary>The cells of an entrant's row, as the heads of the tables have them.</summary>
    internal IReadOnlyList<string> Row(Entrant one)
    {
        ScoredRun first = one.Runs[0];
        Spending spent = one.Runs.Aggregate(default(Spending), (sum, r) => sum + r.Spent);
        string[] points = first.Points is null ? ["-"] : [Points(one, first.Points)];
        return
        [
            Figures.Name(one),
            Figures.Of(one, r => r.Scores.Main),
            Figures.Number(one.Of(r => r.ByTree?.Main.Value)?.Mean),
            Figures.Of(one, r => r.Scores.Precision),
            Figures.Of(one, r => r.Scores.Recall),
            Figures.Of(one, r => r.Scores.F1),
            Figures.Count(one, r => r.Scores.Total.Tally.TruePositives),
            Figures.Count(one, r => r.Scores.Total.Tally.FalseAlarms),
            .. HasPoints ? points : [],
            Figures.Noise(first),
            Figures.Seconds(one.Runs.Average(r => r.Seconds)),
            Figures.Mebibytes(one.Runs.Max(r => r.PeakBytes)),
            Figures.Tokens(spent),
            Figures.Dollars(spent.Dollars),
        ];
    }

    private static string Points(Entrant one, CastlePoints first) =>
        one.Runs.Count == 1
            ? Figures.Points(first)
            : one.Of(r => r.Points?.Points)?.Mean.ToString("0.#", CultureInfo.InvariantCulture) ?? "-";
}
