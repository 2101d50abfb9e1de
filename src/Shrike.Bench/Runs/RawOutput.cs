namespace Shrike.Bench.Runs;

/// <summary>What a contestant said of a whole suite, by file. Repeated findings are one, and their order is fixed.</summary>
public sealed class RawOutput
{
    private readonly Dictionary<string, RawFinding[]> findings;
    private readonly HashSet<string> unseen;
    private readonly HashSet<string>? seen;

    /// <param name="findings">In any order.</param>
    /// <param name="unseen">Files that were not looked at at all.</param>
    /// <param name="seen">When given, the only files that were looked at: the rest of the run is missing.</param>
    public RawOutput(IEnumerable<RawFinding> findings, IEnumerable<string> unseen, IEnumerable<string>? seen = null)
    {
        AsRecorded = [.. findings];
        this.findings = AsRecorded
            .Distinct()
            .GroupBy(f => f.Path, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Order(PlaceOrder.Instance).ToArray(), StringComparer.Ordinal);
        this.unseen = unseen.ToHashSet(StringComparer.Ordinal);
        this.seen = seen?.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>With repetitions, in the order they came; for rules that count that way.</summary>
    public IReadOnlyList<RawFinding> AsRecorded { get; }

    public IEnumerable<string> Paths => findings.Keys.Order(StringComparer.Ordinal);

    public IReadOnlyList<RawFinding> In(string path) => findings.GetValueOrDefault(path) ?? [];

    public bool IsAnalysed(string path) => !unseen.Contains(path) && seen?.Contains(path) != false;

    private sealed class PlaceOrder : IComparer<RawFinding>
    {
        public static PlaceOrder Instance { get; } = new();

        public int Compare(RawFinding? a, RawFinding? b)
        {
            int order = a!.Line.CompareTo(b!.Line);
            if (order == 0)
                order = a.EndLine.CompareTo(b.EndLine);
            if (order == 0)
                order = a.Cwe.CompareTo(b.Cwe);
            if (order == 0)
                order = string.CompareOrdinal(a.Rule, b.Rule);
            if (order == 0)
                order = string.CompareOrdinal(a.Severity, b.Severity);
            return order != 0 ? order : string.CompareOrdinal(a.Message, b.Message);
        }
    }
}
