using Shrike.Analysis.Findings;

namespace Shrike.Review.Reports;

/// <summary>One line of source, cut at the edges of a span; still raw text of the repository. A line too long to show is
/// reduced to what surrounds the span.</summary>
internal readonly record struct MarkedLine(string Before, string Marked, string After)
{
    /// <summary>null when the file can no longer be read or has no such line.</summary>
    public static MarkedLine? Of(SourceSpan where, ReportContext context, int maxLength)
    {
        if (context.Lines(where.Path) is not { } lines || where.StartLine < 1 || where.StartLine > lines.Count)
            return null;
        string line = lines[where.StartLine - 1];
        int start = Math.Clamp(where.StartColumn - 1, 0, line.Length);
        int end = where.EndLine <= where.StartLine ? Math.Clamp(where.EndColumn - 1, start, line.Length) : line.Length;
        while (end > start && char.IsWhiteSpace(line[end - 1]))
            end--;
        return Windowed(line, start, end, maxLength);
    }

    private static MarkedLine Windowed(string line, int start, int end, int maxLength)
    {
        bool isLong = line.Length > maxLength;
        if (!isLong)
            return new MarkedLine(line[..start], line[start..end], line[end..].TrimEnd());
        int from = end <= maxLength ? 0 : Math.Max(0, start - (maxLength / 3));
        int to = Math.Min(line.Length, from + maxLength);
        if (from > 0 && char.IsLowSurrogate(line[from]))
            from++;
        int shownEnd = Math.Clamp(end, start, to);
        return new MarkedLine((from > 0 ? "…" : "") + line[from..start], line[start..shownEnd], (to > shownEnd ? line[shownEnd..to].TrimEnd() : "") + (to < line.Length ? "…" : ""));
    }
}
