using System.Globalization;
using Shrike.Bench.Scoring;
using Shrike.Review.Reports.Html;

namespace Shrike.Bench.Reports.Html;

/// <summary>Weakness by contestant: how much is found, and how much is flagged that is safe. Colour is the difference; the figures stand in the
/// cells.</summary>
internal sealed class HeatMap(Leaderboard board, TextWriter html)
{
    public void Write()
    {
        BenchHtml.Open(html, "weaknesses", "By weakness");
        html.Write(
            "<p>Found of the vulnerable cases, and below it flagged of the safe ones. Green is found and not flagged, red is flagged more than found.</p>\n"
        );
        html.Write(
            "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"By weakness\"><table class=\"heat\"><caption class=\"unseen\">Found and flagged by weakness and contestant</caption><thead><tr><th scope=\"col\">Weakness</th>"
        );
        for (int i = 0; i < board.Ranked.Count; i++)
            html.Write($"<th scope=\"col\">{Charts.Key(i)} {Markup.Text(board.Ranked[i].Manifest.Contestant, 24)}</th>");
        html.Write("</tr></thead><tbody>\n");
        foreach (string category in board.Categories)
        {
            html.Write($"<tr><th scope=\"row\">{Markup.Text(category, 60)}</th>");
            foreach (Entrant one in board.Ranked)
                html.Write(Cell(Leaderboard.RowOf(one, category)));
            html.Write("</tr>\n");
        }

        html.Write("</tbody></table></div></section>\n");
    }

    private static string Cell(ScoreRow? row)
    {
        if (row is null || row.Tally is { Vulnerable: 0, Safe: 0, Extra: 0 })
            return "<td class=\"none\">–</td>";
        Tally t = row.Tally;
        double? heat = t.Difference ?? t.Recall ?? -t.FalsePositiveRate;
        string colour = heat switch
        {
            null => "",
            < -0.05 => $" class=\"bad{Step(-heat.Value)}\"",
            <= 0.05 => "",
            _ => $" class=\"good{Step(heat.Value)}\"",
        };
        string found = t.Vulnerable > 0 ? $"<b>{Rate(t.Recall)}</b> <span>{t.TruePositives}/{t.Vulnerable}</span>" : "";
        string extra = t.Extra > 0 ? $"+{t.Extra} false" : "";
        string flagged =
            t.Safe > 0 ? $"<span>{Rate(t.FalsePositiveRate)} · {t.FalsePositives}/{t.Safe} {extra}</span>"
            : extra.Length > 0 ? $"<span>{extra}</span>"
            : "";
        return $"<td{colour}>{string.Join("<br>", ((string[])[found, flagged]).Where(p => p.Length > 0))}</td>";
    }

    private static int Step(double heat) => Math.Clamp((int)Math.Ceiling(heat * 5), 1, 5);

    private static string Rate(double? rate) => rate?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";
}
