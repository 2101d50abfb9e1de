namespace Shrike.Bench.Contestants;

/// <summary>The weakness of what a scanner says, for scanners that name none.</summary>
internal sealed class Weaknesses
{
    private readonly Dictionary<string, int> exact;
    private readonly (string[] Parts, int Length, int Cwe)[] patterns;

    /// <param name="table">Rule ids; one with * in it is compared with "rule: message", where * stands for anything.</param>
    public Weaknesses(IReadOnlyDictionary<string, int> table)
    {
        exact = table.Where(t => !t.Key.Contains('*', StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
        patterns =
        [
            .. table
                .Where(t => t.Key.Contains('*', StringComparison.Ordinal))
                .Select(t => (t.Key.Split('*'), t.Key.Length, t.Value))
                .OrderByDescending(t => t.Length),
        ];
    }

    /// <summary>Of several entries that fit, the longest counts. 0: it is about no weakness; null: nobody has said.</summary>
    public int? Of(string rule, string? message)
    {
        string all = $"{rule}: {message}";
        foreach ((string[] parts, int length, int cwe) in patterns)
        {
            if ((length > rule.Length || !exact.ContainsKey(rule)) && Fits(all, parts))
                return cwe;
        }

        return exact.TryGetValue(rule, out int known) ? known : null;
    }

    private static bool Fits(string text, string[] parts)
    {
        if (!text.StartsWith(parts[0], StringComparison.Ordinal))
            return false;
        int at = parts[0].Length;
        foreach (string part in parts[1..^1])
        {
            int found = text.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + part.Length;
        }

        return text.Length - at >= parts[^1].Length && text.EndsWith(parts[^1], StringComparison.Ordinal);
    }
}
