namespace Shrike.Analysis.Sources;

/// <summary>Finds files of the tree by patterns, without regard to case, for the build that a project was written for has none.</summary>
/// <remarks>Matching has a budget for the whole tree: a repository may hold many projects with many patterns.</remarks>
internal sealed class FileIndex
{
    private const long MaxSteps = 200_000_000;

    private readonly IReadOnlyList<SourceFile> files;
    private readonly Lazy<(string[] Lower, int[] File)> sorted;
    private long steps = MaxSteps;

    public FileIndex(IReadOnlyList<SourceFile> files)
    {
        this.files = files;
        sorted = new(Sort);
    }

    /// <summary>From here on nothing is found.</summary>
    public bool IsSpent => steps <= 0;

    private (string[], int[]) Sort()
    {
        string[] lower = [.. files.Select(f => f.Path.ToLowerInvariant())];
        int[] file = [.. Enumerable.Range(0, lower.Length)];
        Array.Sort(lower, file, StringComparer.Ordinal);
        return (lower, file);
    }

    /// <summary>Indices of the files that a pattern names.</summary>
    public IEnumerable<int> Find(ItemPattern pattern)
    {
        (string[] lower, int[] file) = sorted.Value;
        int at = Array.BinarySearch(lower, pattern.Prefix, StringComparer.Ordinal);
        at = at < 0 ? ~at : at;
        // Names that differ in case only lie beside each other, in no order.
        while (at > 0 && lower[at - 1] == pattern.Prefix)
            at--;
        if (pattern.Glob is null)
        {
            steps -= 8;
            int end = at;
            while (end < lower.Length && lower[end] == pattern.Prefix && !IsSpent)
                (end, steps) = (end + 1, steps - 8);
            int[] same = file[at..end];
            if (same.Length > 1)
                same = same.Where(i => files[i].Path == pattern.Written).DefaultIfEmpty(same.Min()).ToArray();
            return same;
        }

        return Range(pattern, at);
    }

    private IEnumerable<int> Range(ItemPattern pattern, int at)
    {
        (string[] lower, int[] file) = sorted.Value;
        for (; at < lower.Length && !IsSpent && lower[at].StartsWith(pattern.Prefix, StringComparison.Ordinal); at++)
        {
            if (Matches(pattern, lower[at]))
                yield return file[at];
        }
    }

    public bool Matches(ItemPattern pattern, int file) => Matches(pattern, files[file].Path.ToLowerInvariant());

    private bool Matches(ItemPattern pattern, string lower)
    {
        steps--;
        if (pattern.Glob is null)
            return lower == pattern.Prefix;
        if (IsSpent || !lower.StartsWith(pattern.Prefix, StringComparison.Ordinal))
            return false;
        bool matches = IgnoreGlob.Matches(pattern.Glob, lower.AsSpan(pattern.Prefix.Length), out long cost);
        steps -= cost;
        return matches;
    }

    /// <summary>For work of others that grows with projects times files.</summary>
    public bool Pay(long cost) => (steps -= cost) > 0;
}
