using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Shrike.Analysis.Findings;
using Shrike.Review.Reports.Html;

namespace Shrike.Review.Reports;

/// <summary>One file that needs nothing else: no network, no inline handlers, a content policy that allows only the style and
/// the script in it. It reads without the script too, which adds filters, keys and copying.</summary>
public sealed class HtmlReport : IReport
{
    private static readonly string Style = Resource("report.css");
    private static readonly string Script = Resource("report.js");

    public void Write(ScanResult result, ReportContext context, TextWriter output)
    {
        string name = Markup.Text(
            result.Root.TrimEnd('/', '\\') is { Length: > 0 } root ? root[(root.LastIndexOfAny(['/', '\\']) + 1)..] : result.Root
        );
        output.Write(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{Hash(Style)}'; script-src '{Hash(
                Script
            )}'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <title>{name}: {result.Findings.Count} findings – Shrike</title>
            <style>{Style}</style>
            </head>
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

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Resource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("reports/" + name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // Browsers hash the text after they have turned line ends into \n.
        return "\n" + reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
