using System.Globalization;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;

namespace Shrike.Review.Reports;

/// <summary>For a terminal: each finding as a path through real code, then a summary whose first line is the truth about
/// coverage.</summary>
public sealed class TextReport : IReport
{
    private const int MaxSteps = 12;
    private const int MaxProblems = 5;

    public void Write(ScanResult result, ReportContext context, TextWriter output)
    {
        var paint = new Paint(context.Color);
        foreach (Finding finding in result.Findings)
            WriteFinding(finding, context, paint, output);
        WriteSummary(result, paint, output);
    }

    public static void WriteFinding(Finding finding, ReportContext context, bool color, TextWriter output, bool foldSteps) => WriteFinding(finding, context, new Paint(color), output, foldSteps);

    private static void WriteFinding(Finding finding, ReportContext context, Paint paint, TextWriter output, bool foldSteps = true)
    {
        Candidate candidate = finding.Candidate;
        output.WriteLine($"{paint.Severity(finding.Severity)} {paint.Bold(Visible.Text(Summary.Headline(finding)))}");
        output.WriteLine($"  {paint.Dim("at")} {Visible.Text(candidate.Where.ToString())}   {paint.Dim($"{Visible.Text(candidate.Rule.Id)}  CWE-{finding.Cwe}  CVSS {candidate.Rule.Score.ToString("0.0", CultureInfo.InvariantCulture)}  id {finding.Id}")}");
        if (candidate.EntryPoint is { } door)
            output.WriteLine($"  {paint.Dim("from")} {Visible.Text(door.Display)}{(door.Guards.Authorization is { } guard ? $" ({Visible.Text(guard)})" : " (no authorisation found)")}");
        output.WriteLine();
        if (candidate.Flows.Count == 0)
            WriteFrame(candidate.Where, null, context, paint, output);
        else
            WriteFlow(candidate.Flows[0], foldSteps ? MaxSteps : int.MaxValue, context, paint, output);
        foreach (Flow other in candidate.Flows.Skip(1).Take(3))
            output.WriteLine($"  {paint.Dim("also")} from {Visible.Text(other.SourceDescription)} at {Visible.Text(other.Steps[0].Where.ToString())}");
        if (Summary.Controls(finding) is { Length: > 0 } controls)
            WriteWrapped("Attacker", controls + ".", context.Width, paint, output);
        WriteWrapped("Why", candidate.Rule.Why, context.Width, paint, output);
        WriteWrapped("Fix", candidate.Rule.Fix, context.Width, paint, output);
        WriteWrapped("Ignore", Summary.IgnoreComment(finding), context.Width, paint, output);
        output.WriteLine();
    }

    private static void WriteFlow(Flow flow, int maxSteps, ReportContext context, Paint paint, TextWriter output)
    {
        for (int i = 0; i < flow.Steps.Count; i++)
        {
            if (flow.Steps.Count > maxSteps && i == maxSteps / 2)
            {
                int hidden = flow.Steps.Count - maxSteps;
                output.WriteLine(paint.Dim($"  … {hidden} more steps; shrike explain shows them"));
                i += hidden;
            }

            WriteFrame(flow.Steps[i].Where, $"{i + 1}. {Visible.Text(flow.Steps[i].Message)}", context, paint, output);
        }
    }

    private static void WriteFrame(SourceSpan where, string? message, ReportContext context, Paint paint, TextWriter output)
    {
        string number = where.StartLine.ToString(CultureInfo.InvariantCulture).PadLeft(5);
        if (message is not null)
            output.WriteLine($"  {message} {paint.Dim("— " + Visible.Text($"{where.Path}:{where.StartLine}"))}");
        if (context.Lines(where.Path) is not { } lines || where.StartLine > lines.Count)
            return;
        // The margin takes eight columns. A long line is shown around its span.
        int room = Math.Max(40, context.Width - 8);
        (string shown, int start, int end) = Window(lines[where.StartLine - 1].TrimEnd(), where, room);
        output.WriteLine($"{paint.Dim(number + " |")} {shown}");
        if (end > start)
            output.WriteLine($"{paint.Dim("      |")} {new string(' ', start)}{paint.Red(new string('^', end - start))}");
    }

    /// <summary>At most about <paramref name="room"/> columns of the line around the span, and where the span lies in them.</summary>
    internal static (string Shown, int Start, int End) Window(string line, SourceSpan where, int room)
    {
        int start = Math.Clamp(where.StartColumn - 1, 0, line.Length);
        int end = where.EndLine == where.StartLine ? Math.Clamp(where.EndColumn - 1, start, line.Length) : line.Length;
        int from = 0;
        if (line.Length > room)
        {
            int indent = line.Length - line.AsSpan().TrimStart().Length;
            from = Math.Clamp(end - room + 2, 0, Math.Max(0, start - 8));
            from = from > 0 ? Math.Max(from, Math.Min(indent, start)) : 0;
        }

        string left = from > 0 ? "…" : "";
        int to = Math.Min(line.Length, from + room - left.Length - 1);
        end = Math.Min(end, to);
        string before = left + Visible.Text(line[from..Math.Min(start, to)], room);
        string span = start < end ? Visible.Text(line[start..end], room) : "";
        string after = end < to && start < to ? Visible.Text(line[Math.Max(start, end)..to], room) : "";
        return (before + span + after + (to < line.Length ? "…" : ""), before.Length, before.Length + span.TrimEnd().Length);
    }

    private static void WriteWrapped(string label, string text, int width, Paint paint, TextWriter output)
    {
        string indent = new(' ', 11);
        string line = "";
        bool first = true;
        foreach (string word in Visible.Text(text, 4000).Split(' '))
        {
            if (line.Length + word.Length + 12 > width && line.Length > 0)
            {
                Flush();
                line = "";
            }

            line += line.Length == 0 ? word : " " + word;
        }

        Flush();
        return;

        void Flush()
        {
            output.WriteLine(first ? $"  {paint.Dim(label.PadRight(9))}{line}" : indent + line);
            first = false;
        }
    }

    private static void WriteSummary(ScanResult result, Paint paint, TextWriter output)
    {
        string coverage = Summary.Coverage(result);
        output.WriteLine(result.IsComplete ? paint.Bold(coverage) : paint.Yellow(coverage));
        foreach (string narrowed in result.Narrowed)
            output.WriteLine(paint.Yellow($"The repository's settings narrowed this scan: {Visible.Text(narrowed)}."));
        output.WriteLine(Summary.Findings(result));
        foreach (IGrouping<(Severity Severity, string Id), Finding> group in result.Findings.GroupBy(f => (f.Severity, f.Candidate.Rule.Id)).OrderByDescending(g => g.Key.Severity).ThenByDescending(g => g.Count()).ThenBy(g => g.Key.Id, StringComparer.Ordinal))
            output.WriteLine($"  {group.Count(),5}  {paint.Severity(group.Key.Severity)} {Visible.Text(group.Key.Id)}");
        if (result.Suppressed.Count > 0)
            output.WriteLine($"{Summary.Count(result.Suppressed.Count, "finding")} not shown: {string.Join(", ", result.Suppressed.GroupBy(f => f.Suppression?.Kind ?? SuppressionKind.Configuration).Select(g => $"{g.Count()} {Words(g.Key)}"))}.");
        string[] problems = [.. result.Ledger.Where(e => e.State is LedgerState.Failed or LedgerState.PartlyAnalysed).Select(e => $"{e.Name}: {e.Reason}").Concat(result.Problems.Select(p => $"{p.Path}: {p.Message}")).Distinct()];
        foreach (string problem in problems.Take(MaxProblems))
            output.WriteLine(paint.Yellow($"  ! {Visible.Text(problem)}"));
        if (problems.Length > MaxProblems)
            output.WriteLine(paint.Yellow($"  ! and {problems.Length - MaxProblems} more; --format json lists them all"));
        output.WriteLine(paint.Dim($"{result.LinesAnalysed:N0} lines in {result.Timings.Total.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s."));
        if (result.Findings.Count > 0)
            output.WriteLine(paint.Dim($"Next: shrike explain {result.Findings[0].Id}   shrike scan --format html --output report.html"));
    }

    private static string Words(SuppressionKind kind) =>
        kind switch
        {
            SuppressionKind.Comment => "by a comment",
            SuppressionKind.Baseline => "in the baseline",
            SuppressionKind.UnchangedCode => "in unchanged code",
            SuppressionKind.IgnoreFile => "by an ignore file",
            _ => "by configuration",
        };

    private sealed class Paint(bool color)
    {
        private string In(string code, string text) => color ? $"\e[{code}m{text}\e[0m" : text;

        public string Bold(string text) => In("1", text);

        public string Dim(string text) => In("2", text);

        public string Red(string text) => In("31", text);

        public string Yellow(string text) => In("33", text);

        public string Severity(Severity severity)
        {
            string word = severity.ToString().ToLowerInvariant();
            return In(severity switch
            {
                Shrike.Analysis.Findings.Severity.Critical => "1;35",
                Shrike.Analysis.Findings.Severity.High => "1;31",
                Shrike.Analysis.Findings.Severity.Medium => "1;33",
                _ => "1;36",
            }, word);
        }
    }
}
