using System.Globalization;
using System.Text;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;

namespace Shrike.Review.Reports;

/// <summary>For a pull request's comment or a job's summary.</summary>
public sealed class MarkdownReport : IReport
{
    private const int MaxRows = 100;
    private const int MaxSteps = 12;

    /// <summary>A comment on GitHub holds 65,536 characters; what does not fit is said, not cut silently.</summary>
    private const int MaxLength = 60_000;

    public void Write(ScanResult result, ReportContext context, TextWriter output)
    {
        var text = new StringBuilder();
        WriteSummary(result, text);
        WriteTable(result, text);
        int written = 0;
        foreach (Finding finding in result.Findings.Take(MaxRows))
        {
            string detail = Detail(finding, context);
            if (text.Length + detail.Length > MaxLength)
                break;
            text.Append(detail);
            written++;
        }

        if (written < result.Findings.Count)
            text.Append(
                $"\nThe details of {result.Findings.Count - written} more do not fit here; the HTML and JSON reports have all of them.\n"
            );
        output.Write(text.ToString());
    }

    private static void WriteSummary(ScanResult result, StringBuilder text)
    {
        string sign = result.IsComplete ? "" : "⚠️ ";
        text.Append($"## Shrike\n\n{sign}**{Escape(Summary.Coverage(result))}** {Escape(Summary.Findings(result))}\n");
        foreach (string narrowed in result.Narrowed.Take(20))
            text.Append($"\n> The repository's settings narrowed this scan: {Escape(narrowed)}.\n");
        if (result.Suppressed.Count > 0)
            text.Append($"\n{Summary.Count(result.Suppressed.Count, "finding")} silenced by comments, settings or the baseline.\n");
        string[] missing =
        [
            .. result
                .Ledger.Where(e => e.State is LedgerState.Failed or LedgerState.PartlyAnalysed)
                .Select(e => $"{e.Name}: {e.Reason}")
                .Concat(result.Problems.Select(p => $"{p.Path}: {p.Message}")),
        ];
        if (missing.Length == 0)
            return;
        text.Append($"\n<details><summary>{Summary.Count(missing.Length, "problem")}</summary>\n\n");
        foreach (string problem in missing.Take(20))
            text.Append($"- {Escape(problem)}\n");
        if (missing.Length > 20)
            text.Append($"- and {missing.Length - 20} more\n");
        text.Append("\n</details>\n");
    }

    private static void WriteTable(ScanResult result, StringBuilder text)
    {
        if (result.Findings.Count == 0)
            return;
        text.Append("\n| Severity | Finding | Place | CWE |\n|---|---|---|---|\n");
        foreach (Finding finding in result.Findings.Take(MaxRows))
            text.Append(
                $"| {JsonReport.Word(finding.Severity)} | {Escape(Summary.Headline(finding), 200)} | {Place(finding.Candidate.Where)} | CWE-{finding.Cwe} |\n"
            );
        if (result.Findings.Count > MaxRows)
            text.Append($"\nand {result.Findings.Count - MaxRows} more.\n");
        text.Append('\n');
    }

    private static string Detail(Finding finding, ReportContext context)
    {
        Candidate candidate = finding.Candidate;
        var text = new StringBuilder();
        text.Append(
            $"<details><summary><b>{JsonReport.Word(finding.Severity)}</b> {Escape(candidate.Rule.Title)} in {Place(candidate.Where)}</summary>\n\n"
        );
        text.Append(
            $"{Escape(Summary.Headline(finding))}. {(Summary.Controls(finding) is { Length: > 0 } controls ? Escape(controls) + "." : "")}\n\n"
        );
        if (candidate.EntryPoint is { } door)
            text.Append($"Entry point {Escape(door.Display)}: {Escape(Summary.Guard(door))}.\n\n");
        IReadOnlyList<FlowStep> steps =
            candidate.Flows.Count > 0 ? candidate.Flows[0].Steps : [new FlowStep(candidate.Where, candidate.Rule.Title, candidate.Symbol)];
        for (int i = 0; i < steps.Count; i++)
        {
            if (steps.Count > MaxSteps && i == MaxSteps / 2)
            {
                i += steps.Count - MaxSteps;
                text.Append($"{MaxSteps / 2 + 1}. … {steps.Count - MaxSteps} more steps\n");
            }

            FlowStep step = steps[i];
            string code =
                context.Lines(step.Where.Path) is { } lines && step.Where.StartLine <= lines.Count
                    ? lines[step.Where.StartLine - 1].Trim()
                    : "";
            text.Append(
                $"{i + 1}. {Escape(step.Message)}, {Place(step.Where)}{(code.Length > 0 ? $"<br><code>{Escape(code, 200)}</code>" : "")}\n"
            );
        }

        string score = candidate.Rule.Score.ToString("0.0", CultureInfo.InvariantCulture);
        text.Append($"\n**Why.** {Escape(candidate.Rule.Why, 1000)}\n\n**Fix.** {Escape(candidate.Rule.Fix, 1000)}\n\n");
        text.Append(
            $"**Ignore.** <code>{Escape(Summary.IgnoreComment(finding))}</code> on the line or the line above. Id {finding.Id}, rule {Escape(candidate.Rule.Id)}, CVSS {score}.\n\n</details>\n"
        );
        return text.ToString();
    }

    private static string Place(SourceSpan where) => $"<code>{Escape($"{where.Path}:{where.StartLine}")}</code>";

    /// <summary>Text of a hostile repository must neither end a cell nor become a link, an image or HTML.</summary>
    internal static string Escape(string text, int maxLength = 400)
    {
        var builder = new StringBuilder();
        foreach (char c in Visible.Text(text, maxLength))
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
                    // No mention of people, no reference to issues: both are looked for after entities are resolved.
                    builder.Append(c).Append("&#8203;");
                    break;
                case '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '!' or '~' or '$':
                    builder.Append('\\').Append(c);
                    break;
                case '-' or '+' or '=' when builder.Length == 0:
                    builder.Append('\\').Append(c);
                    break;
                default:
                    builder.Append(c);
                    break;
            }
        }

        // No address becomes a link by itself.
        return builder
            .ToString()
            .Replace("://", ":&#8203;//", StringComparison.Ordinal)
            .Replace("www.", "www&#8203;.", StringComparison.OrdinalIgnoreCase);
    }
}
