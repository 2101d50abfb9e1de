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
        if (MarkedLine.Of(where, context, width - Gutter) is not { } line)
        {
            output.WriteLine($"{Number(where)} {paint.Dim("(this line can no longer be read)")} {message}".TrimEnd());
            shown = null;
            return;
        }

        string before = Visible.Text(line.Before, int.MaxValue), marked = Visible.Text(line.Marked, int.MaxValue), after = Visible.Text(line.After, int.MaxValue);
        string code = $"{Number(where)} {before}{marked}{after}";
        // Two steps on one line: the line once, a caret each.
        if (code != shown || isNewFile)
            output.WriteLine(code);
        shown = code;
        string carets = new('^', Math.Max(1, Columns(marked)));
        string indent = new(' ', Columns(before));
        string empty = paint.Dim("      │");
        if (message.Length == 0 || Gutter + indent.Length + carets.Length + message.Length <= width)
        {
            output.WriteLine($"{empty} {indent}{paint.Red(carets)} {message}".TrimEnd());
            return;
        }

        output.WriteLine($"{empty} {indent}{paint.Red(carets)}");
        output.WriteLine($"{empty} {new string(' ', Math.Max(0, Math.Min(indent.Length, width - Gutter - message.Length)))}{message}");
    }

    private string Number(SourceSpan where) => paint.Dim(where.StartLine.ToString(CultureInfo.InvariantCulture).PadLeft(5) + " │");

    /// <summary>Columns of a terminal: East Asian wide characters take two, combining marks none.</summary>
    private static int Columns(string text)
    {
        int columns = 0;
        foreach (System.Text.Rune rune in text.EnumerateRunes())
        {
            columns += System.Text.Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? 0
                : rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD) ? 2 : 1;
        }

        return columns;
    }
}
