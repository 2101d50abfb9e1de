using System.Globalization;
using System.Net;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Rules;

namespace Shrike.Review.Reports;

/// <summary>One file that needs nothing else: summary, filters, each path drawn over its code, coverage and rules. Readable
/// without script; a strict content policy lets only its own style and script run. All text of the repository is escaped.</summary>
public sealed class HtmlReport : IReport
{
    private const int MaxFindings = 5000;
    private const int Around = 2;

    public void Write(ScanResult result, ReportContext context, TextWriter output)
    {
        string style = Resource("report.css"), script = Resource("report.js");
        output.Write("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        output.Write($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{Hash(style)}'; script-src 'sha256-{Hash(script)}'; base-uri 'none'; form-action 'none'\">");
        output.Write($"<title>Shrike: {result.Findings.Count} findings</title><style>{style}</style></head><body>");
        output.Write("<a class=\"skip\" href=\"#findings\">Skip to findings</a>");
        WriteHead(result, output);
        WriteFilters(result, output);
        output.Write("<main id=\"findings\" tabindex=\"-1\"><h2>Findings</h2><p id=\"count\" role=\"status\" aria-live=\"polite\"></p>");
        if (result.Findings.Count == 0)
            output.Write($"<p class=\"empty\">{E(Summary.Findings(result))}</p>");
        foreach (Finding finding in result.Findings.Take(MaxFindings))
            WriteFinding(finding, context, output);
        if (result.Findings.Count > MaxFindings)
            output.Write($"<p>{result.Findings.Count - MaxFindings} more are in the JSON report.</p>");
        output.Write("</main>");
        WriteCoverage(result, output);
        WriteRules(result, output);
        WriteTimings(result, context, output);
        output.Write($"<script>{script}</script></body></html>");
        output.WriteLine();
    }

    private static string Resource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"reports/{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string E(string? text, int maxLength = 400) => WebUtility.HtmlEncode(Visible.Text(text ?? "", maxLength));

    private static string Word(Severity severity) => severity.ToString().ToLowerInvariant();

    private static void WriteHead(ScanResult result, TextWriter output)
    {
        output.Write($"<header><h1>Shrike</h1><p class=\"coverage {(result.IsComplete ? "complete" : "incomplete")}\">{E(Summary.Coverage(result))}</p>");
        foreach (string narrowed in result.Narrowed)
            output.Write($"<p class=\"coverage incomplete\">The repository’s settings narrowed this scan: {E(narrowed)}.</p>");
        output.Write("<dl class=\"totals\">");
        foreach (Severity severity in (Severity[])[Severity.Critical, Severity.High, Severity.Medium, Severity.Low])
            output.Write($"<div class=\"{Word(severity)}\"><dt>{Word(severity)}</dt><dd>{result.Findings.Count(f => f.Severity == severity)}</dd></div>");
        output.Write($"<div><dt>silenced</dt><dd>{result.Suppressed.Count}</dd></div></dl>");
        output.Write("<nav aria-label=\"Sections\"><a href=\"#findings\">Findings</a> <a href=\"#coverage\">Coverage</a> <a href=\"#rules\">Rules</a> <a href=\"#time\">Time</a></nav></header>");
    }

    private static void WriteFilters(ScanResult result, TextWriter output)
    {
        output.Write("<form class=\"filters\" role=\"search\" aria-label=\"Filter findings\" hidden><label>Search <input id=\"q\" type=\"search\" placeholder=\"file, symbol, text ( / )\"></label><label>Severity <select id=\"severity\"><option value=\"\">all</option>");
        foreach (Severity severity in result.Findings.Select(f => f.Severity).Distinct().OrderDescending())
            output.Write($"<option>{Word(severity)}</option>");
        output.Write("</select></label><label>Rule <select id=\"rule\"><option value=\"\">all</option>");
        foreach (IGrouping<string, Finding> rule in result.Findings.GroupBy(f => f.Candidate.Rule.Id).OrderBy(g => g.Key, StringComparer.Ordinal))
            output.Write($"<option value=\"{E(rule.Key)}\">{E(rule.Key)} ({rule.Count()})</option>");
        output.Write("</select></label><label>CWE <select id=\"cwe\"><option value=\"\">all</option>");
        foreach (int cwe in result.Findings.Select(f => f.Cwe).Distinct().Order())
            output.Write($"<option value=\"{cwe}\">CWE-{cwe}</option>");
        output.Write("</select></label><label>Entry point <select id=\"door\"><option value=\"\">all</option>");
        foreach (string door in result.Findings.Select(f => f.Candidate.EntryPoint?.Display).OfType<string>().Distinct().Order(StringComparer.Ordinal).Take(1000))
            output.Write($"<option>{E(door)}</option>");
        output.Write("</select></label><p class=\"keys\"><kbd>j</kbd> next <kbd>k</kbd> previous <kbd>Enter</kbd> open <kbd>/</kbd> search</p></form>");
    }

    private static void WriteFinding(Finding finding, ReportContext context, TextWriter output)
    {
        Candidate candidate = finding.Candidate;
        string text = $"{candidate.Where.Path} {candidate.Symbol} {candidate.Message}".ToLowerInvariant();
        output.Write($"<details class=\"finding {Word(finding.Severity)}\" id=\"f-{finding.Id}\" data-severity=\"{Word(finding.Severity)}\" data-rule=\"{E(candidate.Rule.Id)}\" data-cwe=\"{finding.Cwe}\" data-door=\"{E(candidate.EntryPoint?.Display)}\" data-text=\"{E(text, 600)}\">");
        output.Write($"<summary><span class=\"badge\">{Word(finding.Severity)}</span> <span class=\"title\">{E(candidate.Message)}</span> <span class=\"place\">{E($"{candidate.Where.Path}:{candidate.Where.StartLine}")}</span></summary><div class=\"body\">");
        output.Write($"<p class=\"facts\">{E(candidate.Rule.Title)} · <a href=\"#r-{E(candidate.Rule.Id)}\">{E(candidate.Rule.Id)}</a> · CWE-{finding.Cwe} · CVSS {candidate.Rule.Score.ToString("0.0", CultureInfo.InvariantCulture)} · <a href=\"#f-{finding.Id}\">{finding.Id}</a></p>");
        if (candidate.EntryPoint is { } door)
            output.Write($"<p class=\"door\">Reached from <code>{E(door.Display)}</code>: {E(door.Guards.Authorization ?? (door.Guards.AllowsAnonymous ? "open to everybody" : "no authorisation found"))}.</p>");
        if (Summary.Controls(finding) is { Length: > 0 } controls)
            output.Write($"<p>{E(controls)}.</p>");
        IReadOnlyList<FlowStep> steps = candidate.Flows.Count > 0 ? candidate.Flows[0].Steps : [new FlowStep(candidate.Where, "here", candidate.Symbol)];
        WritePath(steps, context, output);
        foreach (Flow other in candidate.Flows.Skip(1))
            output.Write($"<p class=\"also\">Also from {E(other.SourceDescription)} at <code>{E(other.Steps[0].Where.ToString())}</code>.</p>");
        output.Write($"<h4>Why it matters</h4><p>{E(candidate.Rule.Why, 2000)}</p><h4>How to fix</h4><p>{E(candidate.Rule.Fix, 2000)}</p>");
        output.Write($"<h4>To ignore</h4><p><code class=\"copy\">// shrike:ignore {E(candidate.Rule.Id)}: reason</code></p></div></details>");
    }

    private static void WritePath(IReadOnlyList<FlowStep> steps, ReportContext context, TextWriter output)
    {
        output.Write("<ol class=\"path\">");
        string? file = null;
        foreach (FlowStep step in steps)
        {
            output.Write($"<li><p><strong>{E(step.Message)}</strong> <span class=\"fn\">{E(step.Function)}</span></p>");
            if (step.Where.Path != file)
                output.Write($"<p class=\"file\">{E(step.Where.Path)}</p>");
            file = step.Where.Path;
            WriteCode(step.Where, context, output);
            output.Write("</li>");
        }

        output.Write("</ol>");
    }

    private static void WriteCode(SourceSpan where, ReportContext context, TextWriter output)
    {
        if (context.Lines(where.Path) is not { } lines || where.StartLine > lines.Count)
            return;
        output.Write("<pre tabindex=\"0\">");
        for (int number = Math.Max(1, where.StartLine - Around); number <= Math.Min(lines.Count, where.StartLine + Around); number++)
        {
            string line = lines[number - 1];
            output.Write($"<span class=\"n\">{number,5}</span> ");
            if (number != where.StartLine)
            {
                output.Write(CodeColors.Html(line));
            }
            else
            {
                int start = Math.Clamp(where.StartColumn - 1, 0, line.Length);
                int end = where.EndLine == where.StartLine ? Math.Clamp(where.EndColumn - 1, start, line.Length) : line.Length;
                output.Write($"{CodeColors.Html(line[..start])}<mark>{CodeColors.Html(line[start..end])}</mark>{CodeColors.Html(line[end..])}");
            }

            output.Write('\n');
        }

        output.Write("</pre>");
    }

    private static void WriteCoverage(ScanResult result, TextWriter output)
    {
        output.Write("<section id=\"coverage\"><h2>Coverage</h2>");
        foreach (IGrouping<LedgerState, LedgerEntry> group in result.Ledger.Where(e => e.Kind == LedgerKind.File).GroupBy(e => e.State).OrderByDescending(g => g.Key == LedgerState.Failed).ThenByDescending(g => g.Key == LedgerState.PartlyAnalysed).ThenBy(g => g.Key))
        {
            output.Write($"<details{(group.Key is LedgerState.Failed or LedgerState.PartlyAnalysed ? " open" : "")}><summary>{E(JsonReport.Word(group.Key))}: {group.Count()}</summary><ul>");
            foreach (LedgerEntry entry in group.Take(2000))
                output.Write($"<li><code>{E(entry.Name)}</code>{(entry.Reason is { } reason ? $" — {E(reason)}" : "")}</li>");
            output.Write("</ul></details>");
        }

        output.Write($"<h3>Entry points</h3><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Entry points\"><table><thead><tr><th scope=\"col\">Entry point</th><th scope=\"col\">Kind</th><th scope=\"col\">Authorisation</th><th scope=\"col\">Place</th></tr></thead><tbody>");
        foreach (EntryPoint door in result.EntryPoints.Take(5000))
            output.Write($"<tr><td><code>{E(door.Display)}</code></td><td>{E(JsonReport.Word(door.Kind))}</td><td>{E(door.Guards.Authorization ?? (door.Guards.AllowsAnonymous ? "open to everybody" : "none found"))}</td><td>{E($"{door.Where.Path}:{door.Where.StartLine}")}</td></tr>");
        output.Write("</tbody></table></div></section>");
    }

    private static void WriteRules(ScanResult result, TextWriter output)
    {
        output.Write("<section id=\"rules\"><h2>Rules</h2>");
        foreach (Rule rule in result.Findings.Select(f => f.Candidate.Rule).DistinctBy(r => r.Id).OrderBy(r => r.Id, StringComparer.Ordinal))
        {
            output.Write($"<article id=\"r-{E(rule.Id)}\"><h3>{E(rule.Title)}</h3><p class=\"facts\">{E(rule.Id)} · {string.Join(", ", rule.Cwes.Select(c => $"CWE-{c}"))} · {E(rule.Cvss)}</p><p>{E(rule.What, 2000)} {E(rule.Why, 2000)}</p>");
            if (rule.Vulnerable is { } vulnerable)
                output.Write($"<p>Vulnerable</p><pre tabindex=\"0\">{CodeColors.Html(vulnerable)}</pre>");
            if (rule.Fixed is { } repaired)
                output.Write($"<p>Fixed</p><pre tabindex=\"0\">{CodeColors.Html(repaired)}</pre>");
            output.Write("</article>");
        }

        output.Write("</section>");
    }

    private static void WriteTimings(ScanResult result, ReportContext context, TextWriter output)
    {
        output.Write("<section id=\"time\"><h2>Time</h2><table class=\"time\"><tbody>");
        double longest = Math.Max(0.001, result.Timings.Phases.Select(p => p.Elapsed.TotalSeconds).DefaultIfEmpty(0).Max());
        foreach (Phase phase in result.Timings.Phases)
            output.Write($"<tr><th scope=\"row\">{E(phase.Name)}</th><td><meter min=\"0\" max=\"{longest.ToString("0.000", CultureInfo.InvariantCulture)}\" value=\"{phase.Elapsed.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture)}\" aria-label=\"{E(phase.Name)}\"></meter></td><td>{phase.Elapsed.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture)} s</td></tr>");
        output.Write($"</tbody></table><p class=\"facts\">{result.LinesAnalysed:N0} lines. Shrike {E(context.Version)}.</p></section>");
    }
}
