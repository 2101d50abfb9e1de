using System.Globalization;
using Shrike.Bench.Runs;
using Shrike.Bench.Scoring;
using Shrike.Bench.Suites;
using Shrike.Review.Reports;
using Shrike.Review.Reports.Html;

namespace Shrike.Bench.Reports.Html;

/// <summary>A leaderboard in one file that needs nothing else, in the clothes of Shrike's own report: no network, no inline style or handler, a content
/// policy that allows only the style and the script in it. It reads without the script too, which adds filters and keys.</summary>
public static class BenchHtml
{
    private static readonly string Style =
        HtmlPage.Resource(typeof(HtmlReport).Assembly, "reports/report.css")
        + HtmlPage.Resource(typeof(BenchHtml).Assembly, "bench/bench.css");
    private static readonly string Script = HtmlPage.Resource(typeof(BenchHtml).Assembly, "bench/bench.js");

    /// <param name="runs">Of one suite.</param>
    /// <param name="suite">Where code is shown from; null for none.</param>
    /// <param name="mostCases">How many cases get a section of their own.</param>
    /// <exception cref="RunException">The runs are not about the same cases.</exception>
    public static void Write(IReadOnlyList<ScoredRun> runs, Suite? suite, int mostCases, string version, TextWriter html)
    {
        Leaderboard board = Leaderboard.Of(runs);
        string title = Markup.Text(board.Suite.Title);
        html.Write(HtmlPage.Head($"{title}: leaderboard", Style, Script));
        html.Write(
            """
            <body class="bench">
            <a class="skip" href="#table">Skip to the table</a>

            """
        );
        WriteHeader(board, title, html);
        html.Write("<div class=\"page\"><main>\n");
        WriteTable(board, html);
        if (board.Ranked.Count > 0)
        {
            new Charts(board, html).Write();
            new HeatMap(board, html).Write();
        }

        WriteAgainst(board, html);
        WriteCaveats(board, html);
        WriteRuns(runs, html);
        new CasePages(board, suite, html).Write(mostCases);
        html.Write("</main></div>\n");
        html.Write(
            $"<footer>Shrike {Markup.Text(version)}. All figures come from what the runs recorded; nothing was scanned for this page.</footer>\n"
        );
        html.Write($"<script>{Script}</script>\n</body>\n</html>\n");
    }

    private static void WriteHeader(Leaderboard board, string title, TextWriter html)
    {
        html.Write(
            "<header><div class=\"top\"><p class=\"brand\">Shrike bench</p><nav aria-label=\"Sections\"><a href=\"#table\">Table</a><a href=\"#charts\">Charts</a><a href=\"#weaknesses\">Weaknesses</a><a href=\"#caveats\">Caveats</a><a href=\"#runs\">Runs</a><a href=\"#cases\">Cases</a></nav></div>\n"
        );
        html.Write($"<h1>{title}</h1>\n");
        if (board.Missing.Count == 0)
            html.Write(
                Truth("complete", "✓", $"All {Figures.Count(board.Cases, "case")} were looked at by {Contestants(board.Ranked.Count)}.")
            );
        foreach (string missing in board.Missing)
            html.Write(Truth("incomplete", "!", missing));
        html.Write("</header>\n");
    }

    private static string Contestants(int count) => count == 1 ? "the one contestant" : $"all {count} contestants";

    private static string Truth(string kind, string sign, string text) =>
        $"<p class=\"truth {kind}\"><span class=\"sign\" aria-hidden=\"true\">{sign}</span><span>{Markup.Text(text)}</span></p>\n";

    private static void WriteTable(Leaderboard board, TextWriter html)
    {
        Open(html, "table", "Leaderboard");
        if (board.Ranked.Count == 0)
        {
            html.Write("<p class=\"empty\">No contestant here can read the language of the suite.</p></section>\n");
            return;
        }

        string[] heads =
        [
            $"{Figures.Name(board.Headline)} <span class=\"count\">95 %</span>",
            "By CWE tree",
            "Precision",
            "Recall",
            "F1",
            "Found",
            "False",
            .. board.HasPoints ? (string[])["Authors’ points"] : [],
            "Per kLOC",
            "Seconds",
            "MiB",
            "Tokens",
            "Dollars",
        ];
        // What nobody used is no column, and the headline is none twice.
        bool[] isUsed =
        [
            .. heads.Select(
                (head, i) =>
                    (head != "F1" || board.Headline != Headline.F1)
                    && (i < heads.Length - 2 || board.Ranked.Any(e => board.Row(e)[i + 1] != "-"))
            ),
        ];
        html.Write(
            $"<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Leaderboard\"><table class=\"board\"><caption class=\"unseen\">Contestants, the best headline first</caption><thead><tr><th scope=\"col\">Contestant</th>{string.Concat(heads.Where((_, i) => isUsed[i]).Select(h => $"<th scope=\"col\">{h}</th>"))}</tr></thead><tbody>\n"
        );
        for (int i = 0; i < board.Ranked.Count; i++)
        {
            Entrant one = board.Ranked[i];
            IReadOnlyList<string> row = board.Row(one);
            html.Write($"<tr><th scope=\"row\">{Charts.Key(i)} {Name(one)}</th>");
            for (int c = 1; c < row.Count; c++)
            {
                if (isUsed[c - 1])
                    html.Write($"<td{(c == 1 ? " class=\"main\"" : "")}>{Cell(row[c])}</td>");
            }

            html.Write("</tr>\n");
        }

        html.Write("</tbody></table></div></section>\n");
    }

    private static string Name(Entrant one) =>
        $"{Markup.Text(one.Manifest.Contestant, 60)} <span class=\"count\">{Markup.Text(one.Manifest.ContestantVersion, 16)}{(one.Runs.Count > 1 ? $", {one.Runs.Count} epochs" : "")}</span>";

    // The figure first, and where it lies below it.
    private static string Cell(string text)
    {
        int at = text.IndexOfAny(['[', '(']);
        return at < 0
            ? Markup.Text(text)
            : $"{Markup.Text(text[..at].TrimEnd())} <span class=\"count\">{Markup.Text(text[at..].Trim('[', ']', '(', ')').Replace(" to ", " ", StringComparison.Ordinal).Replace(" ", " – ", StringComparison.Ordinal))}</span>";
    }

    private static void WriteAgainst(Leaderboard board, TextWriter html)
    {
        if (board.Field is not { Entrants.Count: > 1 } field)
            return;
        Open(html, "against", "Against each other");
        html.Write(
            $"<p>Together they find <b>{field.Union.TruePositives}</b> of {field.Union.Vulnerable} vulnerable cases and flag <b>{field.Union.FalsePositives}</b> of {field.Union.Safe} safe ones.</p>\n<ol class=\"gains\">"
        );
        foreach (Gain gain in field.Gains)
            html.Write(
                $"<li>{Markup.Text(Figures.Name(field.Entrants[gain.Index]), 60)} adds {gain.Finds} found, {gain.Flags} flagged; alone of all: {field.Alone[gain.Index].TruePositives} found, {field.Alone[gain.Index].FalsePositives} flagged</li>"
            );
        html.Write(
            "</ol>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Pairs\"><table><caption class=\"unseen\">Pairs</caption><thead><tr><th scope=\"col\">Pair</th><th scope=\"col\">Right where the other is wrong</th><th scope=\"col\">Found by one alone</th><th scope=\"col\">Verdict</th></tr></thead><tbody>"
        );
        foreach (Pair pair in field.Pairs)
        {
            RunComparison c = pair.Comparison;
            html.Write(
                $"<tr><td>{Markup.Text(c.Old.Manifest.Contestant, 40)} : {Markup.Text(c.New.Manifest.Contestant, 40)}</td><td>{c.Worse} : {c.Better}</td><td>{c.OnlyOldFinds} : {c.OnlyNewFinds}</td><td>{Figures.Verdict(pair.P)}</td></tr>\n"
            );
        }

        html.Write("</tbody></table></div></section>\n");
    }

    private static void WriteCaveats(Leaderboard board, TextWriter html)
    {
        Open(html, "caveats", "Before you believe it");
        html.Write($"<ul class=\"prose\">{string.Concat(board.Caveats.Select(c => $"<li>{Markup.Text(c)}</li>"))}</ul></section>\n");
    }

    private static void WriteRuns(IReadOnlyList<ScoredRun> runs, TextWriter html)
    {
        Open(html, "runs", "How it was measured");
        html.Write(
            "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Runs\"><table><caption class=\"unseen\">Runs</caption><thead><tr><th scope=\"col\">Contestant</th><th scope=\"col\">Version</th><th scope=\"col\">Suite at</th><th scope=\"col\">Cases</th><th scope=\"col\">Input</th><th scope=\"col\">Machine</th><th scope=\"col\">Findings</th><th scope=\"col\">Not, or partly, analysed</th></tr></thead><tbody>"
        );
        foreach (ScoredRun run in runs)
        {
            RunManifest m = run.Manifest;
            string[] cells =
            [
                m.Contestant + (m.Epoch is { } n ? $", epoch {n}" : ""),
                m.ContestantVersion,
                m.SuiteRevision?[..Math.Min(9, m.SuiteRevision.Length)] ?? "unknown",
                m.Cases.ToString("N0", CultureInfo.InvariantCulture) + (m.SampleOfEach is { } s ? $", {s} of each weakness and label" : ""),
                m.Blinded ? $"blinded, seed {m.Seed}" : "not blinded",
                $"{m.Machine.Processors} × {m.Machine.Architecture}, {m.Machine.System}",
                $"{run.Findings}, merged {run.MergedFindings}",
                run.Unseen.Count == 0
                    ? "nothing"
                    : $"{Figures.Count(run.Unseen.Count, "file")}: {string.Join("; ", run.Unseen.Select(u => u.Reason).Distinct().Take(3))}",
            ];
            html.Write($"<tr>{string.Concat(cells.Select(c => $"<td>{Markup.Text(c, 200)}</td>"))}</tr>\n");
        }

        html.Write("</tbody></table></div></section>\n");
    }

    internal static void Open(TextWriter html, string id, string title) =>
        html.Write($"<section id=\"{id}\" aria-labelledby=\"h-{id}\"><h2 id=\"h-{id}\" tabindex=\"-1\">{title}</h2>\n");
}
