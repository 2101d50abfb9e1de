using System.Globalization;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Rules;

namespace Shrike.Review.Reports.Html;

/// <summary>Everything after the findings: what was silenced, what was looked at, through which doors, by which rules, how fast.</summary>
internal sealed class ReferenceSections(TextWriter html)
{
    private const int MaxRows = 5_000;

    public void WriteSuppressed(ScanResult result)
    {
        if (result.Suppressed.Count == 0)
            return;
        Open("suppressed", "Silenced findings");
        Table(
            "Silenced findings",
            ["Finding", "Place", "By", "Reason", "Until"],
            result.Suppressed,
            finding =>
            {
                Suppression suppression = finding.Suppression!;
                Cells(
                    $"<b class=\"word {HtmlReport.Word(finding.Severity)}\">{HtmlReport.Word(finding.Severity)}</b> {Markup.Text(Summary.Headline(finding))} <span class=\"id\">{Markup.Text(finding.Id)}</span>",
                    Place(finding.Candidate.Where),
                    Words(suppression.Kind.ToString()),
                    Markup.Text(suppression.Reason),
                    suppression.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "—"
                );
            }
        );
        Close();
    }

    public void WriteCoverage(ScanResult result)
    {
        Open("coverage", "Coverage");
        html.Write($"<p>{Markup.Text(Summary.Coverage(result))}</p>");
        foreach (
            LedgerState state in (LedgerState[])
                [LedgerState.Failed, LedgerState.PartlyAnalysed, LedgerState.Ignored, LedgerState.Skipped, LedgerState.Analysed]
        )
        {
            LedgerEntry[] entries = [.. result.Ledger.Where(e => e.State == state)];
            if (entries.Length == 0)
                continue;
            bool isBad = state is LedgerState.Failed or LedgerState.PartlyAnalysed;
            html.Write(
                $"<details class=\"group\"{(isBad ? " open" : "")}><summary>{Words(state.ToString())} <span class=\"count\">{entries.Length}</span></summary>"
            );
            if (state == LedgerState.Analysed && entries.All(e => e.Reason is null))
                WriteNames(entries);
            else
                Table(
                    Words(state.ToString()),
                    ["Kind", "Name", "Reason"],
                    entries,
                    e => Cells(Words(e.Kind.ToString()), $"<span class=\"file\">{Markup.Text(e.Name)}</span>", Markup.Text(e.Reason ?? ""))
                );
            html.Write("</details>\n");
        }

        if (result.Problems.Count > 0)
        {
            html.Write($"<details class=\"group\" open><summary>Problems <span class=\"count\">{result.Problems.Count}</span></summary>");
            Table(
                "Problems",
                ["Place", "What"],
                result.Problems,
                p => Cells($"<span class=\"file\">{Markup.Text(p.Path)}</span>", Markup.Text(p.Message))
            );
            html.Write("</details>\n");
        }

        Close();
    }

    private void WriteNames(LedgerEntry[] entries)
    {
        html.Write("<ul class=\"names\">");
        foreach (LedgerEntry entry in entries.Take(MaxRows))
            html.Write($"<li>{Markup.Text(entry.Name)}</li>");
        html.Write("</ul>");
        Rest(entries.Length);
    }

    public void WriteEntryPoints(ScanResult result)
    {
        Open("entry-points", "Entry points");
        if (result.EntryPoints.Count == 0)
            html.Write("<p class=\"empty\">None were found.</p>");
        else
            Table(
                "Entry points",
                ["Entry point", "Kind", "Who may call", "Antiforgery, rate", "Findings"],
                result.EntryPoints,
                door =>
                {
                    int findings = result.Findings.Count(f =>
                        f.Candidate.EntryPoint is { } entry && entry.Symbol == door.Symbol && entry.Display == door.Display
                    );
                    string limits = string.Join(
                        ", ",
                        new[] { door.Guards.Antiforgery, door.Guards.RateLimit }.Where(g => g is not null).Select(g => Markup.Text(g))
                    );
                    Cells(
                        $"<code>{Markup.Text(door.Display)}</code><br>{Place(door.Where)}",
                        Words(door.Kind.ToString()),
                        FindingSection.Guard(door.Guards),
                        limits.Length > 0 ? limits : "—",
                        findings == 0 ? "—" : findings.ToString(CultureInfo.InvariantCulture)
                    );
                }
            );
        Close();
    }

    public void WriteRules(ScanResult result)
    {
        Open("rules", "Rules");
        Rule[] used =
        [
            .. result
                .Findings.Concat(result.Suppressed)
                .Select(f => f.Candidate.Rule)
                .DistinctBy(r => r.Id)
                .OrderBy(r => r.Id, StringComparer.Ordinal),
        ];
        foreach (Rule rule in used)
            WriteRule(rule);
        Rule[] silent = [.. result.Rules.ExceptBy(used.Select(r => r.Id), r => r.Id)];
        if (silent.Length > 0)
        {
            html.Write(
                $"<details class=\"group\"><summary>Looked for and not found <span class=\"count\">{silent.Length}</span></summary><ul class=\"names\">"
            );
            foreach (Rule rule in silent.Take(MaxRows))
                html.Write($"<li>{Markup.Text(rule.Title)} (CWE-{rule.Cwes[0]})</li>");
            html.Write("</ul></details>");
        }

        Close();
    }

    private void WriteRule(Rule rule)
    {
        html.Write(
            $"<details class=\"group\" id=\"rule-{Markup.Name(rule.Id)}\"><summary>{Markup.Text(rule.Title)} <span class=\"id\">{Markup.Text(rule.Id)}</span></summary>"
        );
        html.Write(
            $"<p>{string.Join(", ", rule.Cwes.Select(c => $"CWE-{c}"))}. {HtmlReport.Word(rule.Severity)}, {rule.Score.ToString("0.0", CultureInfo.InvariantCulture)} <span class=\"vector\">{Markup.Text(rule.Cvss)}</span></p>"
        );
        html.Write($"<p>{Markup.Text(rule.What)}</p><p>{Markup.Text(rule.Why)}</p><p><b>Fix.</b> {Markup.Text(rule.Fix)}</p>");
        WriteExample("Vulnerable", rule.Vulnerable);
        WriteExample("Fixed", rule.Fixed);
        string[] links = [.. rule.References.Where(r => r.StartsWith("https://", StringComparison.Ordinal)).Take(10)];
        if (links.Length > 0)
            html.Write(
                $"<ul class=\"links\">{string.Concat(links.Select(l => $"<li><a href=\"{Markup.Text(l)}\" rel=\"noreferrer noopener\">{Markup.Text(l)}</a></li>"))}</ul>"
            );
        html.Write("</details>\n");
    }

    private void WriteExample(string title, string? source)
    {
        if (source is null)
            return;
        html.Write($"<h3>{title}</h3><pre class=\"example\"><code>");
        (Carry carry, int quotes) = (Carry.Code, 0);
        foreach (string line in source.ReplaceLineEndings("\n").Split('\n').Take(200))
        {
            var shades = new Shade[line.Length];
            carry = CSharpTokens.Line(line, shades, carry, ref quotes);
            html.Write(CodeLines.Runs(line, 0, line.Length, shades, new bool[line.Length]) + "\n");
        }

        html.Write("</code></pre>");
    }

    public void WriteTimings(ScanResult result)
    {
        Open("timings", "Timings");
        double longest = Math.Max(1e-9, result.Timings.Phases.Select(p => p.Elapsed.TotalSeconds).DefaultIfEmpty(0).Max());
        Table(
            "Time of each phase",
            ["Phase", "Seconds", ""],
            result.Timings.Phases,
            phase =>
            {
                string width = (phase.Elapsed.TotalSeconds / longest * 100).ToString("0.0", CultureInfo.InvariantCulture);
                Cells(
                    Markup.Text(phase.Name),
                    phase.Elapsed.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture),
                    $"<svg class=\"bar\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect width=\"{width}\" height=\"8\"/></svg>"
                );
            }
        );
        html.Write(
            $"<p>{result.Timings.Total.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture)} s in all, of wall-clock time.</p>"
        );
        Close();
    }

    private void Open(string id, string title) =>
        html.Write($"<section id=\"{id}\" aria-labelledby=\"h-{id}\"><h2 id=\"h-{id}\" tabindex=\"-1\">{title}</h2>\n");

    private void Close() => html.Write("</section>\n");

    private void Table<T>(string caption, string[] heads, IReadOnlyList<T> rows, Action<T> write)
    {
        html.Write(
            $"<table><caption class=\"unseen\">{Markup.Text(caption)}</caption><thead><tr>{string.Concat(heads.Select(h => h.Length > 0 ? $"<th scope=\"col\">{h}</th>" : "<td></td>"))}</tr></thead><tbody>\n"
        );
        foreach (T row in rows.Take(MaxRows))
            write(row);
        html.Write("</tbody></table>");
        Rest(rows.Count);
    }

    private void Rest(int count)
    {
        if (count > MaxRows)
            html.Write($"<p>and {count - MaxRows} more; the JSON report has them all.</p>");
    }

    private void Cells(params string[] cells) => html.Write($"<tr>{string.Concat(cells.Select(c => $"<td>{c}</td>"))}</tr>\n");

    private static string Place(SourceSpan where) => $"<span class=\"file\">{Markup.Text(where.Path)}:{where.StartLine}</span>";

    /// <summary>"PartlyAnalysed" as "Partly analysed".</summary>
    private static string Words(string name) =>
        name[0]
        + string.Concat(
            name.Skip(1).Select((c, i) => char.IsUpper(c) && !char.IsUpper(name[i]) ? $" {char.ToLowerInvariant(c)}" : c.ToString())
        );
}
