using System.Text;
using Shrike.Analysis.Findings;

namespace Shrike.Review.Reports.Html;

/// <summary>Lines of scanned files as coloured HTML, with the spans of steps marked.</summary>
internal sealed class CodeLines(ReportContext context)
{
    /// <summary>Larger files are shown without colours; the state at each line's start would cost too much.</summary>
    private const int MaxColouredChars = 2_000_000;

    private const int MaxShownChars = 320;
    private readonly Dictionary<string, (Carry Carry, int Quotes)[]?> carries = new(StringComparer.Ordinal);

    /// <summary>Whether excerpts are coloured: dropped in very long reports, to keep the browser quick.</summary>
    public bool IsColoured { get; init; } = true;

    public IReadOnlyList<string>? Of(string path) => context.Lines(path);

    public string Html(string path, int number, IReadOnlyList<SourceSpan> marks)
    {
        IReadOnlyList<string> lines = Of(path)!;
        string line = lines[number - 1].TrimEnd();
        bool[] isMarked = Marked(line, number, marks);
        var shades = new Shade[line.Length];
        if (IsColoured && Carries(path, lines) is { } starts)
        {
            (Carry carry, int quotes) = starts[number - 1];
            CSharpTokens.Line(line, shades, carry, ref quotes);
        }

        int first = Array.IndexOf(isMarked, true);
        int from = line.Length <= MaxShownChars ? 0 : Math.Max(0, Math.Min(first - 80, line.Length - MaxShownChars));
        int to = Math.Min(line.Length, from + MaxShownChars);
        return Runs(line, from, to, shades, isMarked);
    }

    private static bool[] Marked(string line, int number, IReadOnlyList<SourceSpan> marks)
    {
        var isMarked = new bool[line.Length];
        foreach (SourceSpan mark in marks)
        {
            int from = number == mark.StartLine ? mark.StartColumn - 1 : line.Length - line.AsSpan().TrimStart().Length;
            int to = number == mark.EndLine ? mark.EndColumn - 1 : line.Length;
            for (int i = Math.Max(0, from); i < Math.Min(to, line.Length); i++)
                isMarked[i] = true;
        }

        return isMarked;
    }

    internal static string Runs(string line, int from, int to, Shade[] shades, bool[] isMarked)
    {
        var html = new StringBuilder();
        if (from > 0)
            html.Append('…');
        for (int start = from, at = from; at < to; start = at)
        {
            while (at < to && shades[at] == shades[start] && isMarked[at] == isMarked[start])
                at++;
            if (isMarked[start] && (start == from || !isMarked[start - 1]))
                html.Append("<mark>");
            string text = Markup.Text(line[start..at]);
            html.Append(shades[start] == Shade.Plain ? text : $"<span class=\"t{(int)shades[start]}\">{text}</span>");
            if (isMarked[start] && (at == to || !isMarked[at]))
                html.Append("</mark>");
        }

        if (to < line.Length)
            html.Append('…');
        return html.ToString();
    }

    private (Carry, int)[]? Carries(string path, IReadOnlyList<string> lines)
    {
        if (carries.TryGetValue(path, out (Carry, int)[]? known))
            return known;
        if (path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && lines.Sum(line => (long)line.Length) <= MaxColouredChars)
        {
            known = new (Carry, int)[lines.Count];
            var shades = new Shade[lines.Max(line => line.Length)];
            (Carry carry, int quotes) = (Carry.Code, 0);
            for (int i = 0; i < lines.Count; i++)
            {
                known[i] = (carry, quotes);
                carry = CSharpTokens.Line(lines[i], shades.AsSpan(0, lines[i].Length), carry, ref quotes);
            }
        }

        return carries[path] = known;
    }
}
