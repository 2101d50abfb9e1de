using System.Globalization;
using Shrike.Analysis.Findings;

namespace Shrike.Review.Reports;

/// <summary>A path as lines of code, each with what happens there under a caret; a file is named where the path enters it.</summary>
internal sealed class TextPath(ReportContext context, Paint paint, TextWriter output)
{
    private const int MaxSteps = 12;
    private const int Gutter = 9;

    private readonly int width = Math.Clamp(context.Width, 40, 400);
    private string? file;
    private string? shown;

    /// <param name="candidate">Its first flow is shown, or its place where it has none.</param>
    /// <param name="foldSteps">Leave out the middle of a long path.</param>
    public void Write(Candidate candidate, bool foldSteps)
    {
        if (candidate.Flows.Count == 0 || candidate.Flows[0].Steps.Count == 0)
        {
            WriteStep(candidate.Where, "");
            return;
        }

        IReadOnlyList<FlowStep> steps = candidate.Flows[0].Steps;
        int hidden = foldSteps && steps.Count > MaxSteps ? steps.Count - MaxSteps : 0;
        for (int i = 0; i < steps.Count; i++)
        {
            if (hidden > 0 && i == MaxSteps / 2)
            {
                output.WriteLine(paint.Dim($"      … {Summary.Count(hidden, "more step")}; shrike explain shows them all"));
                i += hidden;
            }

            WriteStep(steps[i].Where, $"{i + 1}. {Visible.Text(steps[i].Message, 200)}");
        }
    }

    private void WriteStep(SourceSpan where, string message)
    {
        bool isNewFile = where.Path != file;
        if (isNewFile)
            output.WriteLine($"   {paint.Dim("┌")} {paint.Cyan(Visible.Text(where.Path))}");
        file = where.Path;
        if (context.Lines(where.Path) is not { } lines || where.StartLine < 1 || where.StartLine > lines.Count)
        {
            output.WriteLine($"{Number(where)} {paint.Dim("(this line can no longer be read)")} {message}".TrimEnd());
            shown = null;
            return;
        }

        (string text, int start, int end) = TextReport.Window(lines[where.StartLine - 1].TrimEnd(), where, width - Gutter);
        string code = $"{Number(where)} {text}".TrimEnd();
        // Two steps on one line: the line once, a caret each.
        if (code != shown || isNewFile)
            output.WriteLine(code);
        shown = code;
        string indent = new(' ', Columns(text[..start]));
        string carets = new('^', Math.Max(1, Columns(text[start..end])));
        string empty = paint.Dim("      │");
        bool fits = Gutter + indent.Length + carets.Length + message.Length <= width;
        output.WriteLine($"{empty} {indent}{paint.Red(carets)}{(fits && message.Length > 0 ? " " + message : "")}");
        if (!fits)
            output.WriteLine($"{empty} {new string(' ', Math.Clamp(width - Gutter - message.Length, 0, indent.Length))}{message}");
    }

    private string Number(SourceSpan where) => paint.Dim(where.StartLine.ToString(CultureInfo.InvariantCulture).PadLeft(5) + " │");

    /// <summary>Columns of a terminal: East Asian wide characters take two, combining marks none.</summary>
    private static int Columns(string text)
    {
        int columns = 0;
        foreach (System.Text.Rune rune in text.EnumerateRunes())
        {
            columns +=
                System.Text.Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? 0
                : rune.Value
                    is (>= 0x1100 and <= 0x115F)
                        or (>= 0x2E80 and <= 0xA4CF)
                        or (>= 0xAC00 and <= 0xD7A3)
                        or (>= 0xF900 and <= 0xFAFF)
                        or (>= 0xFE30 and <= 0xFE6F)
                        or (>= 0xFF00 and <= 0xFF60)
                        or (>= 0xFFE0 and <= 0xFFE6)
                        or (>= 0x1F300 and <= 0x1FAFF)
                        or (>= 0x20000 and <= 0x3FFFD)
                    ? 2
                : 1;
        }

        return columns;
    }
}
