using Shrike.Bench.Runs;

namespace Shrike.Bench.Contestants;

/// <summary>What a contestant said without saying, or our table knowing, which weakness it is: it can match no label, but may count as a false alarm.</summary>
public static class Unmapped
{
    private const int Shown = 8;

    /// <summary>A sentence about all of a run; null when there is nothing to say.</summary>
    public static string? Of(RunFolder run)
    {
        (string Rule, int Count)[] rules =
        [
            .. run.Outputs()
                .SelectMany(o => o.Findings)
                .Where(f => f.Cwe == 0)
                .CountBy(f => f.Rule)
                .Select(r => (r.Key, r.Value))
                .OrderByDescending(r => r.Value)
                .ThenBy(r => r.Key, StringComparer.Ordinal),
        ];
        return rules.Length == 0
            ? null
            : $"{rules.Sum(r => r.Count)} findings of {rules.Length} rules name no weakness and can match no label: "
                + string.Join(", ", rules.Take(Shown).Select(r => $"{r.Rule} ({r.Count})"))
                + (rules.Length > Shown ? ", …" : "");
    }
}
