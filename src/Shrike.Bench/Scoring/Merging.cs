using Shrike.Bench.Runs;

namespace Shrike.Bench.Scoring;

/// <summary>Findings of one CWE group in one function are one finding, where rules count findings: a contestant is neither paid nor fined for saying a
/// thing twice.</summary>
internal static class Merging
{
    /// <summary>Groups of what is one finding. Outside of functions, and where none are known, that is a line; without a weakness, the rule stands for
    /// the group.</summary>
    public static IEnumerable<IGrouping<(string Path, string Place, string What), RawFinding>> Groups(IEnumerable<RawFinding> findings) =>
        findings.GroupBy(f => (f.Path, Place(f), f.Cwe > 0 ? CweGroups.Of(f.Cwe) : $"rule {f.Rule}"));

    private static string Place(RawFinding finding) =>
        finding.FunctionLine is { } line ? $"function {line}" : $"line {finding.Line}";
}
