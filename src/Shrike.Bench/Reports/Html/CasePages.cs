using System.Globalization;
using Shrike.Bench.Runs;
using Shrike.Bench.Scoring;
using Shrike.Bench.Suites;
using Shrike.Review.Reports.Html;

namespace Shrike.Bench.Reports.Html;

/// <summary>A section for each case: label, what each contestant made of it, what it said of the file, and the code. Cases on which contestants disagree
/// come first, then those all got wrong, then the rest, up to a limit that is said.</summary>
internal sealed class CasePages(Leaderboard board, Suite? suite, TextWriter html)
{
    private const int MostFindings = 12;

    private readonly CodeView code = new(suite, html);
    private readonly Dictionary<string, Outcome>[] outcomes =
    [
        .. board.Ranked.Select(e => e.Typical.Judgement.Outcomes.ToDictionary(o => o.Case, StringComparer.Ordinal)),
    ];

    private enum Kind
    {
        Disagreed,
        Wrong,
        Right,
    }

    public void Write(int most)
    {
        BenchHtml.Open(html, "cases", "Cases");
        if (board.Ranked.Count == 0 || board.Ranked[0].Typical.Cases.Count == 0)
        {
            html.Write("<p class=\"empty\">No case was judged.</p></section>\n");
            return;
        }

        (BenchCase Case, Kind Kind)[] all =
        [
            .. board
                .Ranked[0]
                .Typical.Cases.Select(c => (c, KindOf(c)))
                .OrderBy(c => c.Item2)
                .ThenBy(c => c.c.Cwe)
                .ThenBy(c => c.c.Id, StringComparer.Ordinal),
        ];
        WriteCount(all, most);
        html.Write(
            """
            <div id="filters" hidden><label for="q">Search <kbd>/</kbd></label> <input id="q" type="search" placeholder="case, file, weakness" autocomplete="off" spellcheck="false">
            <label for="kind">Show</label> <select id="kind"><option value="">all</option><option value="disagreed">disagreed</option><option value="wrong">all wrong</option><option value="right">all right</option></select>
            <label for="label">Label</label> <select id="label"><option value="">all</option><option value="vulnerable">vulnerable</option><option value="safe">safe</option></select>
            <label class="check"><input type="checkbox" id="keys" checked>Keys <kbd>j</kbd> <kbd>k</kbd></label> <span id="shown" role="status"></span></div>

            """
        );
        foreach ((BenchCase one, Kind kind) in all.Take(most))
            WriteCase(one, kind);
        html.Write("<p class=\"empty\" id=\"none\" hidden>No case fits.</p></section>\n");
    }

    private void WriteCount((BenchCase Case, Kind Kind)[] all, int most)
    {
        int Count(Kind kind) => all.Count(c => c.Kind == kind);
        string disagreed = board.Ranked.Count > 1 ? $"{Count(Kind.Disagreed)} on which contestants disagree, " : "";
        html.Write(
            $"<p>{disagreed}{Count(Kind.Wrong)} wrong, {Count(Kind.Right)} right{(board.Ranked.Count > 1 ? " by all" : "")}. {(all.Length > most ? $"Shown are the first {most} of {all.Length.ToString("N0", CultureInfo.InvariantCulture)} in this order; the JSON report has all." : "All are shown, in this order.")}{(suite is null ? " Give --suite-path to see code." : "")}</p>\n"
        );
    }

    private Kind KindOf(BenchCase one)
    {
        bool[] right = [.. outcomes.Select(o => o.GetValueOrDefault(one.Id)?.IsRight == true)];
        return right.Distinct().Count() > 1 ? Kind.Disagreed
            : right[0] ? Kind.Right
            : Kind.Wrong;
    }

    private void WriteCase(BenchCase one, Kind kind)
    {
        string label = one.IsVulnerable ? "vulnerable" : "safe";
        html.Write(
            $"<details class=\"finding case {label}\" id=\"case-{Markup.Name(one.Id)}\" data-kind=\"{kind.ToString().ToLowerInvariant()}\" data-label=\"{label}\">\n<summary><span class=\"badge\">{label}</span><span class=\"headline\"><strong>{Markup.Text(one.Id, 160)}</strong><span class=\"place\"><span class=\"file\">{Markup.Text(Place(one), 200)}</span> <span>CWE-{one.Cwe}</span></span></span><span class=\"outcomes\">"
        );
        for (int i = 0; i < board.Ranked.Count; i++)
            html.Write(Chip(i, outcomes[i].GetValueOrDefault(one.Id)));
        html.Write("</span></summary>\n<div class=\"story\">");
        html.Write(
            "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"What each contestant said\"><table><thead><tr><th scope=\"col\">Contestant</th><th scope=\"col\">Outcome</th><th scope=\"col\">What it said of the file</th></tr></thead><tbody>\n"
        );
        var said = new List<CodeView.Saying>();
        for (int i = 0; i < board.Ranked.Count; i++)
            WriteRow(one, i, said);
        html.Write("</tbody></table></div>\n");
        code.Write(one, said);
        html.Write("</div></details>\n");
    }

    // Where the id is the path, only the lines are news.
    private static string Place(BenchCase one) =>
        one.Places.Count == 0
            ? (one.Id == one.Path ? "" : one.Path)
            : (one.Id == one.Path ? "line " : one.Path + ":") + string.Join(", ", one.Places.Take(5).Select(p => p.Start == p.End ? $"{p.Start}" : $"{p.Start}–{p.End}"));

    private string Chip(int index, Outcome? outcome)
    {
        (string sign, string kind) = Sign(outcome);
        return $"<span class=\"chip {kind}\" title=\"{Markup.Text(board.Ranked[index].Manifest.Contestant, 40)}: {Word(outcome)}\">{Charts.Key(index)}<span aria-hidden=\"true\">{sign}</span><span class=\"unseen\">{Markup.Text(board.Ranked[index].Manifest.Contestant, 40)}: {Word(outcome)}</span></span>";
    }

    private static (string Sign, string Kind) Sign(Outcome? outcome) =>
        outcome is null or { IsAnalysed: false, IsFlagged: false } ? ("–", "undone")
        : outcome.IsRight ? ("✓", "right")
        : ("✗", "wrong");

    private static string Word(Outcome? outcome) =>
        outcome switch
        {
            null => "not judged",
            { IsAnalysed: false, IsFlagged: false } => "not analysed",
            { IsVulnerable: true, IsFlagged: true } => "found",
            { IsVulnerable: true } => "missed",
            { IsFlagged: true } => "false alarm",
            _ => "rightly quiet",
        };

    private void WriteRow(BenchCase one, int index, List<CodeView.Saying> said)
    {
        Entrant entrant = board.Ranked[index];
        Outcome? outcome = outcomes[index].GetValueOrDefault(one.Id);
        RawFinding[] findings =
        [
            .. entrant
                .Runs.SelectMany(r => r.Output.In(one.Path))
                .Distinct()
                .OrderByDescending(f => f.Equals(outcome?.By))
                .ThenBy(f => one.Places.Count == 0 ? 0 : one.Places.Min(p => p.DistanceTo(f.Line)))
                .ThenBy(f => f.Line),
        ];
        html.Write(
            $"<tr><th scope=\"row\">{Charts.Key(index)} {Markup.Text(entrant.Manifest.Contestant, 40)}</th><td class=\"{Sign(outcome).Kind}\">{Word(outcome)}{Epochs(entrant, one)}</td><td>"
        );
        if (findings.Length == 0)
            html.Write("<span class=\"count\">nothing</span>");
        foreach (RawFinding finding in findings.Take(MostFindings))
        {
            bool decided = finding.Equals(outcome?.By);
            html.Write(
                $"<p class=\"said{(decided ? " decided" : "")}\">{(finding.Line > 0 ? $"line {finding.Line}" : "the file")}, {(finding.Cwe > 0 ? $"CWE-{finding.Cwe}" : "no CWE")}{(finding.OtherCwes.Count > 0 ? $" ({string.Join(", ", finding.OtherCwes.Take(5))})" : "")}, {Markup.Text(finding.Severity, 20)} <span class=\"id\">{Markup.Text(finding.Rule, 80)}</span>{(decided ? " <b>decided</b>" : "")}{(finding.Message is { Length: > 0 } message ? $"<br><span class=\"count\">{Markup.Text(message, 300)}</span>" : "")}</p>"
            );
            if (finding.Line > 0)
                said.Add(
                    new CodeView.Saying(
                        finding.Line,
                        index,
                        $"{entrant.Manifest.Contestant}: {(finding.Cwe > 0 ? $"CWE-{finding.Cwe}" : "no CWE")}, {finding.Rule}"
                    )
                );
        }

        if (findings.Length > MostFindings)
            html.Write($"<p class=\"count\">and {findings.Length - MostFindings} more in this file</p>");
        html.Write("</td></tr>\n");
    }

    private static string Epochs(Entrant entrant, BenchCase one)
    {
        if (entrant.Runs.Count == 1)
            return "";
        int flagged = entrant.Runs.Count(r => r.Judgement.Outcomes.Any(o => o.Case == one.Id && o.IsFlagged));
        return $" <span class=\"count\">flagged in {flagged} of {entrant.Runs.Count} epochs</span>";
    }
}
