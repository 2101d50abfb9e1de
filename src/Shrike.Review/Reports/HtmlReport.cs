using System.Globalization;
using System.Text;
using Shrike.Analysis.Findings;
using Shrike.Review.Reports.Html;

namespace Shrike.Review.Reports;

/// <summary>One file that needs nothing else: no network, no inline handlers, a content policy that allows only the style and
/// the script in it. It reads without the script too, which adds filters, keys and copying.</summary>
public sealed class HtmlReport : IReport
{
    private static readonly string Style = HtmlPage.Resource(typeof(HtmlReport).Assembly, "reports/report.css");
    private static readonly string Script = HtmlPage.Resource(typeof(HtmlReport).Assembly, "reports/report.js");

    public void Write(ScanResult result, ReportContext context, TextWriter output)
    {
        string name = Markup.Text(
            result.Root.TrimEnd('/', '\\') is { Length: > 0 } root ? root[(root.LastIndexOfAny(['/', '\\']) + 1)..] : result.Root
        );
        output.Write(HtmlPage.Head($"{name}: {result.Findings.Count} findings", Style, Script));
        output.Write(
            """
            <body>
            <a class="skip" href="#findings">Skip to the findings</a>

            """
        );
        WriteHeader(result, name, output);
        output.Write("<div class=\"page\">\n");
        new FilterPanel(output).Write(result);
        output.Write("<main>\n");
        new FindingSection(context, output).Write(result);
        var reference = new ReferenceSections(output);
        reference.WriteSuppressed(result);
        reference.WriteCoverage(result);
        reference.WriteEntryPoints(result);
        reference.WriteRules(result);
        reference.WriteTimings(result);
        output.Write("</main>\n</div>\n");
        output.Write(
            $"<footer>Shrike {Markup.Text(context.Version)}. {result.LinesAnalysed.ToString("N0", CultureInfo.InvariantCulture)} lines. Scores are CVSS v4.0 base scores.</footer>\n"
        );
        output.Write($"<script>{Script}</script>\n</body>\n</html>\n");
    }

    private static void WriteHeader(ScanResult result, string name, TextWriter output)
    {
        string state = result.IsComplete ? "complete" : "incomplete";
        string found = result.IsComplete ? "" : " <a href=\"#coverage\">See what is missing.</a>";
        output.Write($"<header><div class=\"top\"><p class=\"brand\">Shrike</p><nav aria-label=\"Sections\">{Links(result)}</nav></div>\n");
        output.Write(
            $"<h1>{name}</h1>\n<p class=\"truth {state}\"><span class=\"sign\" aria-hidden=\"true\">{(result.IsComplete ? "✓" : "!")}</span><span>{Markup.Text(Summary.Coverage(result))}{found}</span></p>\n"
        );
        foreach (string narrowed in result.Narrowed)
            output.Write(
                $"<p class=\"truth incomplete\"><span class=\"sign\" aria-hidden=\"true\">!</span><span>The repository’s settings narrowed this scan: {Markup.Text(narrowed)}.</span></p>\n"
            );
        output.Write("<ul class=\"counts\">");
        foreach (Severity severity in (Severity[])[Severity.Critical, Severity.High, Severity.Medium, Severity.Low])
        {
            int count = result.Findings.Count(f => f.Severity == severity);
            output.Write($"<li class=\"{Word(severity)}{(count == 0 ? " none" : "")}\"><b>{count}</b> {Word(severity)}</li>");
        }

        output.Write("</ul></header>\n");
    }

    private static string Links(ScanResult result)
    {
        var links = new StringBuilder("<a href=\"#findings\">Findings</a>");
        if (result.Suppressed.Count > 0)
            links.Append("<a href=\"#suppressed\">").Append("Silenced (").Append(result.Suppressed.Count).Append(")</a>");
        return links
            .Append(
                "<a href=\"#coverage\">Coverage</a><a href=\"#entry-points\">Entry points</a><a href=\"#rules\">Rules</a><a href=\"#timings\">Timings</a>"
            )
            .ToString();
    }

    internal static string Word(Severity severity) => JsonReport.Word(severity);
}
