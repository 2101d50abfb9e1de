using System.Globalization;
using Shrike.Analysis.Findings;

namespace Shrike.Review.Reports;

/// <summary>For a terminal: each finding as a path through real code, then a summary whose first line is the truth about
/// coverage.</summary>
public sealed class TextReport : IReport
{
    private const int MaxOtherFlows = 3;
    private const int MaxProblems = 5;

    public void Write(ScanResult result, ReportContext context, TextWriter output)
    {
        var paint = new Paint(context.Color);
        foreach (Finding finding in result.Findings)
            WriteFinding(finding, context, paint, output, foldSteps: true);
        WriteSummary(result, context, paint, output);
    }

    public static void WriteFinding(Finding finding, ReportContext context, bool color, TextWriter output, bool foldSteps) =>
        WriteFinding(finding, context, new Paint(color), output, foldSteps);

    private static void WriteFinding(Finding finding, ReportContext context, Paint paint, TextWriter output, bool foldSteps)
    {
        Candidate candidate = finding.Candidate;
        output.WriteLine($"{paint.Severity(finding.Severity)} {paint.Bold(Visible.Text(Summary.Headline(finding)))}");
        output.WriteLine(
            $"  {paint.Dim("-->")} {paint.Cyan(Visible.Text(candidate.Where.ToString()))}   {paint.Dim($"{Visible.Text(candidate.Rule.Id)} · CWE-{finding.Cwe} · CVSS {candidate.Rule.Score.ToString("0.0", CultureInfo.InvariantCulture)} · id {finding.Id}")}"
        );
        if (candidate.EntryPoint is { } door)
            output.WriteLine($"      {paint.Dim("reached from")} {Visible.Text(door.Display)} ({Visible.Text(Summary.Guard(door))})");
        output.WriteLine();
        new TextPath(context, paint, output).Write(candidate, foldSteps);
        foreach (Flow other in candidate.Flows.Skip(1).Take(MaxOtherFlows))
            output.WriteLine(
                $"      {paint.Dim("also")} from {Visible.Text(other.SourceDescription)} at {Visible.Text(other.Steps[0].Where.ToString())}"
            );
        if (candidate.Flows.Count > 1 + MaxOtherFlows)
            output.WriteLine(
                $"      {paint.Dim("also")} on {Summary.Count(candidate.Flows.Count - 1 - MaxOtherFlows, "more path")}; --format json lists them all"
            );
        output.WriteLine();
        if (Summary.Controls(finding) is { Length: > 0 } controls)
            WriteWrapped("Attacker", controls + ".", context.Width, paint, output);
        WriteWrapped("Why", candidate.Rule.Why, context.Width, paint, output);
        WriteWrapped("Fix", candidate.Rule.Fix, context.Width, paint, output);
        WriteWrapped("Ignore", Summary.IgnoreComment(finding), context.Width, paint, output);
        output.WriteLine();
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

    private static void WriteSummary(ScanResult result, ReportContext context, Paint paint, TextWriter output)
    {
        string coverage = Summary.Coverage(result);
        output.WriteLine(result.IsComplete ? paint.Bold(coverage) : paint.Yellow(coverage));
        foreach (string narrowed in result.Narrowed)
            output.WriteLine(paint.Yellow($"The repository's settings narrowed this scan: {Visible.Text(narrowed)}."));
        output.WriteLine(Summary.Findings(result));
        WriteTable(result, paint, output);
        if (Summary.NotShown(result) is { } notShown)
            output.WriteLine(notShown);
        string[] problems = Summary.Troubles(result);
        foreach (string problem in problems.Take(MaxProblems))
            output.WriteLine(paint.Yellow($"  ! {Visible.Text(problem)}"));
        if (problems.Length > MaxProblems)
            output.WriteLine(paint.Yellow($"  ! and {problems.Length - MaxProblems} more; --format json lists them all"));
        output.WriteLine(
            paint.Dim(
                $"{result.LinesAnalysed.ToString("N0", CultureInfo.InvariantCulture)} lines in {result.Timings.Total.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s."
            )
        );
        if (result.Findings.Count > 0)
        {
            string paths = context.Paths.Length == 0 ? "" : " " + Visible.Text(context.Paths);
            output.WriteLine(
                paint.Dim($"Next: shrike explain {result.Findings[0].Id}{paths}   shrike scan{paths} --format html --output report.html")
            );
        }
    }

    private static void WriteTable(ScanResult result, Paint paint, TextWriter output)
    {
        foreach (
            var group in result
                .Findings.GroupBy(f => (f.Severity, f.Candidate.Rule.Id))
                .OrderByDescending(g => g.Key.Severity)
                .ThenByDescending(g => g.Count())
                .ThenBy(g => g.Key.Id, StringComparer.Ordinal)
        )
        {
            string blanks = new(' ', 9 - group.Key.Severity.ToString().Length);
            output.WriteLine($"  {group.Count(), 5}  {paint.Severity(group.Key.Severity)}{blanks}{Visible.Text(group.Key.Id)}");
        }
    }
}
