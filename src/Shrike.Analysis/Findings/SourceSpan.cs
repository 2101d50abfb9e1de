namespace Shrike.Analysis.Findings;

/// <summary>A place in a file: lines and columns count from 1 in UTF-16 code units; the end column is exclusive.</summary>
/// <param name="Path">Relative to the scan root, forward slashes.</param>
public readonly record struct SourceSpan(string Path, int StartLine, int StartColumn, int EndLine, int EndColumn) : IComparable<SourceSpan>
{
    public int CompareTo(SourceSpan other)
    {
        int order = string.CompareOrdinal(Path, other.Path);
        if (order == 0)
            order = StartLine.CompareTo(other.StartLine);
        if (order == 0)
            order = StartColumn.CompareTo(other.StartColumn);
        return order != 0 ? order : (EndLine, EndColumn).CompareTo((other.EndLine, other.EndColumn));
    }

    public override string ToString() => $"{Path}:{StartLine}:{StartColumn}";
}
