using System.Globalization;
using Shrike.Analysis.Findings;

namespace Shrike.Review.Reports;

/// <summary>For a terminal: each finding as a path through real code, then a summary whose first line is the truth about
/// coverage.</summary>
public sealed class TextReport : IReport
{
    private const int MaxProblems = 5;
    private const int MaxOtherFlows = 3;

    public void Write(ScanResult result, ReportContext context, TextWriter output)
    {
        var paint = new Paint(context.Color);
        foreach (Finding finding in result.Findings)
            WriteFinding(finding, context, paint, output, foldSteps: true);
        WriteSummary(result, paint, output);
    }

    public static void WriteFinding(Finding finding, ReportContext context, bool color, TextWriter output, bool foldSteps) => WriteFinding(finding, context, new Paint(color), output, foldSteps);

    private static void WriteFinding(Finding finding, ReportContext context, Paint paint, TextWriter output, bool foldSteps)
    {
        Candidate candidate = finding.Candidate;
        output.WriteLine($"{paint.Severity(finding.Severity)} {paint.Bold(Visible.Text(candidate.Message))}");
        output.WriteLine($"  {paint.Dim("-->")} {paint.Cyan(Visible.Text(candidate.Where.ToString()))}");
        output.WriteLine($"      {paint.Dim($"{Visible.Text(candidate.Rule.Title)} · {Visible.Text(candidate.Rule.Id)} · CWE-{finding.Cwe} · CVSS {Score(candidate)} · id {finding.Id}")}");
        if (candidate.EntryPoint is { } door)
            output.WriteLine($"      {paint.Dim("reached from")} {Visible.Text(door.Display)} ({Visible.Text(Summary.Guard(door))})");
        output.WriteLine();
        new TextPath(context, paint, output).Write(candidate, foldSteps);
        foreach (Flow other in candidate.Flows.Skip(1).Take(MaxOtherFlows))
            output.WriteLine($"  {paint.Dim("also")} from {Visible.Text(other.SourceDescription)} at {Visible.Text(other.Steps.Count > 0 ? other.Steps[0].Where.ToString() : candidate.Where.ToString())}");
        if (candidate.Flows.Count > 1 + MaxOtherFlows)
            output.WriteLine($"  {paint.Dim("also")} from {candidate.Flows.Count - 1 - MaxOtherFlows} more; --format json lists them all");
        output.WriteLine();
        if (Summary.Controls(finding) is { Length: > 0 } controls)
            WriteWrapped("Attacker", controls + ".", context.Width, paint, output);
        WriteWrapped("Why", candidate.Rule.Why, context.Width, paint, output);
        WriteWrapped("Fix", candidate.Rule.Fix, context.Width, paint, output);
        WriteWrapped("Ignore", Summary.Ignore(finding), context.Width, paint, output);
        output.WriteLine();
    }

    private static string Score(Candidate candidate) => candidate.Rule.Score.ToString("0.0", CultureInfo.InvariantCulture);

    private static void WriteWrapped(string label, string text, int width, Paint paint, TextWriter output)
    {
        string indent = new(' ', 11);
        string line = "";
        bool isFirst = true;
        foreach (string word in Visible.Text(text.ReplaceLineEndings(" "), 4000).Split(' ', StringSplitOptions.RemoveEmptyEntries))
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
            output.WriteLine(isFirst ? $"  {paint.Dim(label.PadRight(9))}{line}" : indent + line);
            isFirst = false;
        }
    }

    private static void WriteSummary(ScanResult result, Paint paint, TextWriter output)
    {
        output.WriteLine(result.IsComplete ? paint.Bold(Summary.Coverage(result)) : paint.Yellow(Summary.Coverage(result)));
        foreach (string narrowed in result.Narrowed)
            output.WriteLine(paint.Yellow($"The repository's settings narrowed this scan: {Visible.Text(narrowed)}."));
        output.WriteLine(Summary.Findings(result));
        WriteTable(result, paint, output);
        if (Summary.NotShown(result) is { } notShown)
            output.WriteLine(notShown);
        string[] troubles = Summary.Troubles(result);
        foreach (string trouble in troubles.Take(MaxProblems))
            output.WriteLine(paint.Yellow($"  ! {Visible.Text(trouble)}"));
        if (troubles.Length > MaxProblems)
            output.WriteLine(paint.Yellow($"  ! and {troubles.Length - MaxProblems} more; --format json lists them all"));
        output.WriteLine(paint.Dim($"{result.LinesAnalysed.ToString("N0", CultureInfo.InvariantCulture)} lines in {result.Timings.Total.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s."));
        if (result.Findings.Count == 0)
            return;
        output.WriteLine(paint.Dim($"Next: shrike explain {result.Findings[0].Id}"));
        output.WriteLine(paint.Dim("      shrike scan --format html --output report.html"));
    }

    private static void WriteTable(ScanResult result, Paint paint, TextWriter output)
    {
        var groups = result.Findings.GroupBy(f => (f.Severity, f.Candidate.Rule.Id)).OrderByDescending(g => g.Key.Severity).ThenByDescending(g => g.Count()).ThenBy(g => g.Key.Id, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            string blanks = new(' ', 10 - group.Key.Severity.ToString().Length);
            output.WriteLine($"  {group.Count(),5}  {paint.Severity(group.Key.Severity)}{blanks}{Visible.Text(group.Key.Id)}");
        }
    }
}
