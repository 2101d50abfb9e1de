using System.Globalization;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Rules;

namespace Shrike.Review.Reports.Html;

/// <summary>The findings: one line each that opens into the whole story.</summary>
internal sealed class FindingSection(ReportContext context, TextWriter html)
{
    /// <summary>Beyond this many findings excerpts lose colours and shrink to the line, so that the browser stays quick.</summary>
    private const int MaxRich = 600;

    private const int MaxOtherFlows = 10;

    public void Write(ScanResult result)
    {
        html.Write("<section id=\"findings\" aria-labelledby=\"h-findings\"><h2 id=\"h-findings\" tabindex=\"-1\">Findings</h2>\n");
        if (result.Findings.Count == 0)
            html.Write($"<p class=\"empty\">{Markup.Text(Summary.Findings(result))}</p>");
        var rich = new CodeLines(context);
        var plain = new CodeLines(context) { IsColoured = false };
        for (int i = 0; i < result.Findings.Count; i++)
            WriteFinding(result.Findings[i], i < MaxRich ? rich : plain, i < MaxRich ? 2 : 0, isOpen: i == 0);
        html.Write("<p class=\"empty\" id=\"none\" hidden>No finding fits the filters.</p></section>\n");
    }

    private void WriteFinding(Finding finding, CodeLines code, int around, bool isOpen)
    {
        Candidate candidate = finding.Candidate;
        string severity = HtmlReport.Word(finding.Severity);
        string door = candidate.EntryPoint is { } point ? $" data-door=\"{Markup.Text(point.Display)}\"" : "";
        html.Write(
            $"<details class=\"finding {severity}\" id=\"f-{Markup.Name(finding.Id)}\" data-severity=\"{severity}\" data-rule=\"{Markup.Text(candidate.Rule.Id)}\" data-cwe=\"{finding.Cwe}\"{door}{(isOpen ? " open" : "")}>\n"
        );
        html.Write(
            $"<summary><span class=\"badge {severity}\">{severity}</span><span class=\"headline\"><strong>{Markup.Text(Summary.Headline(finding))}</strong><span class=\"place\"><span class=\"file\">{Markup.Text(candidate.Where.Path)}:{candidate.Where.StartLine}</span> <span>{Markup.Text(candidate.Rule.Title)}</span> <span>CWE-{finding.Cwe}</span>{(candidate.InTestCode ? " <span>test code</span>" : "")}</span></span><span class=\"id\">{Markup.Text(finding.Id)}</span></summary>\n<div class=\"story\">"
        );
        WriteFacts(finding);
        WritePath(finding, code, around);
        WriteAdvice(finding);
        html.Write("</div></details>\n");
    }

    private void WriteFacts(Finding finding)
    {
        Candidate candidate = finding.Candidate;
        Rule rule = candidate.Rule;
        html.Write("<dl class=\"facts\">");
        if (candidate.EntryPoint is { } door)
            html.Write($"<div><dt>Entry point</dt><dd><code>{Markup.Text(door.Display)}</code> {Guard(door.Guards)}</dd></div>");
        html.Write($"<div><dt>Function</dt><dd><code>{Markup.Text(Summary.Function(finding))}</code></dd></div>");
        html.Write($"<div><dt>Rule</dt><dd><a href=\"#rule-{Markup.Name(rule.Id)}\">{Markup.Text(rule.Id)}</a></dd></div>");
        html.Write(
            $"<div><dt>Score</dt><dd>{rule.Score.ToString("0.0", CultureInfo.InvariantCulture)} <span class=\"vector\">{Markup.Text(rule.Cvss)}</span></dd></div></dl>\n"
        );
    }

    internal static string Guard(Guards guards)
    {
        if (guards.AllowsAnonymous)
            return "<span class=\"guard open\">open to anyone by declaration</span>";
        return guards.Authorization is { } authorization
            ? $"<span class=\"guard\">{Markup.Text(authorization)}</span>"
            : "<span class=\"guard open\">no authorisation found</span>";
    }

    private void WritePath(Finding finding, CodeLines code, int around)
    {
        Candidate candidate = finding.Candidate;
        if (Summary.Controls(finding) is { Length: > 0 } controls)
            html.Write($"<p class=\"attacker\"><b>What an attacker controls.</b> {Markup.Text(controls)}.</p>\n");
        IReadOnlyList<FlowStep> steps = candidate.Flows.FirstOrDefault()?.Steps is { Count: > 0 } flow
            ? flow
            : [new FlowStep(candidate.Where, candidate.Rule.Title, candidate.Symbol)];
        new PathView(code, html).Write(steps, around);
        if (candidate.Flows.Count < 2)
            return;
        html.Write($"<details class=\"more\"><summary>Also reached by {Summary.Count(candidate.Flows.Count - 1, "other path")}</summary>");
        foreach (Flow other in candidate.Flows.Skip(1).Take(MaxOtherFlows))
        {
            html.Write($"<p>From {Markup.Text(other.SourceDescription)}:</p><ol>");
            foreach (FlowStep step in other.Steps.Take(40))
                html.Write(
                    $"<li>{Markup.Text(step.Message)} <span class=\"file\">{Markup.Text(step.Where.Path)}:{step.Where.StartLine}</span></li>"
                );
            html.Write("</ol>");
        }

        if (candidate.Flows.Count - 1 > MaxOtherFlows)
            html.Write($"<p>and {candidate.Flows.Count - 1 - MaxOtherFlows} more; the JSON report has them all.</p>");
        html.Write("</details>");
    }

    private void WriteAdvice(Finding finding)
    {
        Rule rule = finding.Candidate.Rule;
        html.Write(
            $"<div class=\"advice\"><div><h3>Why it matters</h3><p>{Markup.Text(rule.Why)}</p></div><div><h3>How to fix</h3><p>{Markup.Text(rule.Fix)}</p>"
        );
        if (rule.Fixed is not null)
            html.Write($"<p><a href=\"#rule-{Markup.Name(rule.Id)}\">Vulnerable and fixed code</a></p>");
        html.Write(
            $"</div></div>\n<p class=\"ignore\"><span>To ignore it, on the line or the line above:</span> <code>{Markup.Text(Summary.IgnoreComment(finding))}</code></p>"
        );
    }
}
