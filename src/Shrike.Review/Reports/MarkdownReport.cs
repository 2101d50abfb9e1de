using System.Globalization;
using Shrike.Analysis.Findings;

namespace Shrike.Review.Reports;

/// <summary>For a pull request's comment or a job's summary.</summary>
public sealed class MarkdownReport : IReport
{
    private const int MaxFindings = 200;

    public void Write(ScanResult result, ReportContext context, TextWriter output)
    {
        output.WriteLine("## Shrike");
        output.WriteLine();
        output.WriteLine($"{Escape(Summary.Coverage(result))} {Escape(Summary.Findings(result))}");
        foreach (string narrowed in result.Narrowed)
            output.WriteLine($"> The repository's settings narrowed this scan: {Escape(narrowed)}.");
        if (result.Findings.Count == 0)
            return;
        output.WriteLine();
        output.WriteLine("| Severity | Finding | Place | CWE |");
        output.WriteLine("|---|---|---|---|");
        foreach (Finding finding in result.Findings.Take(MaxFindings))
            output.WriteLine($"| {finding.Severity.ToString().ToLowerInvariant()} | {Escape(finding.Candidate.Message)} | {Escape($"{finding.Candidate.Where.Path}:{finding.Candidate.Where.StartLine}")} | CWE-{finding.Cwe} |");
        if (result.Findings.Count > MaxFindings)
            output.WriteLine($"\nand {result.Findings.Count - MaxFindings} more.");
        output.WriteLine();
        foreach (Finding finding in result.Findings.Take(MaxFindings))
            WriteDetail(finding, context, output);
    }

    private static void WriteDetail(Finding finding, ReportContext context, TextWriter output)
    {
        Candidate candidate = finding.Candidate;
        output.WriteLine($"<details><summary><b>{Escape(candidate.Rule.Title)}</b> in {Escape($"{candidate.Where.Path}:{candidate.Where.StartLine}")}</summary>");
        output.WriteLine();
        output.WriteLine($"{Escape(candidate.Message)}. Score {candidate.Rule.Score.ToString("0.0", CultureInfo.InvariantCulture)}, id {finding.Id}.");
        output.WriteLine();
        int number = 1;
        foreach (FlowStep step in candidate.Flows.FirstOrDefault()?.Steps ?? [])
        {
            string code = context.Lines(step.Where.Path) is { } lines && step.Where.StartLine <= lines.Count ? lines[step.Where.StartLine - 1].Trim() : "";
            output.WriteLine($"{number++}. {Escape(step.Message)} — {Escape($"{step.Where.Path}:{step.Where.StartLine}")}<br><code>{Escape(code)}</code>");
        }

        output.WriteLine();
        output.WriteLine($"{Escape(candidate.Rule.Why)}");
        output.WriteLine();
        output.WriteLine($"**Fix.** {Escape(candidate.Rule.Fix)}");
        output.WriteLine();
        output.WriteLine("</details>");
    }

    /// <summary>Text of a hostile repository must neither end a cell nor become a link, an image or HTML.</summary>
    internal static string Escape(string text)
    {
        var builder = new System.Text.StringBuilder();
        foreach (char c in Visible.Text(text))
        {
            switch (c)
            {
                case '<':
                    builder.Append("&lt;");
                    break;
                case '>':
                    builder.Append("&gt;");
                    break;
                case '&':
                    builder.Append("&amp;");
                    break;
                case '@' or '#':
                    // No mention of people, no reference to issues.
                    builder.Append(CultureInfo.InvariantCulture, $"&#{(int)c};");
                    break;
                case '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '!' or '~' or '$':
                    builder.Append('\\').Append(c);
                    break;
                default:
                    builder.Append(c);
                    break;
            }
        }

        return builder.ToString().Replace("://", ":&#8203;//", StringComparison.Ordinal);
    }
}
