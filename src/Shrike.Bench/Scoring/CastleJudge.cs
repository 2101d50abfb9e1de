using Shrike.Bench.Runs;
using Shrike.Bench.Suites;

namespace Shrike.Bench.Scoring;

/// <summary>P4, strictly: found is a flaw when a finding has its line and its CWE group. All else said of a file is one false alarm at most.
/// Findings of low severity are dropped, and those of one group in one function are one: right when any of them is.</summary>
internal sealed class CastleJudge : IJudge
{
    private static readonly string[] Dropped = ["low", "info", "note"];

    public string Name => "castle";
    public Headline Headline => Headline.F1;

    public Judgement Judge(IReadOnlyList<BenchCase> cases, RawOutput output, bool byTree = false)
    {
        var outcomes = new List<Outcome>();
        var extra = new List<ExtraAlarm>();
        foreach (BenchCase one in cases)
        {
            RawFinding[] counted = [.. Counted(output, one)];
            RawFinding? wrong = Merging.Groups(counted).FirstOrDefault(g => !g.Any(f => IsRight(f, one, byTree)))?.First();
            RawFinding? by = one.IsVulnerable ? counted.FirstOrDefault(f => IsRight(f, one, byTree)) : wrong;
            outcomes.Add(
                new Outcome
                {
                    Case = one.Id,
                    Category = $"CWE-{one.Cwe}",
                    IsVulnerable = one.IsVulnerable,
                    IsFlagged = by is not null,
                    IsAnalysed = output.IsAnalysed(one.Path),
                    Cluster = one.Id,
                    By = by,
                }
            );
            if (one.IsVulnerable && wrong is not null)
                extra.Add(new ExtraAlarm(one.Id, $"CWE-{one.Cwe}", wrong));
        }

        return new Judgement(outcomes, extra);
    }

    internal static IEnumerable<RawFinding> Counted(RawOutput output, BenchCase one) =>
        output.In(one.Path).Where(f => !Dropped.Contains(f.Severity));

    private static bool IsRight(RawFinding finding, BenchCase one, bool byTree) =>
        one.IsVulnerable
        && (CweGroups.Same(finding.Cwe, one.Cwe) || (byTree && CweTree.IsNear(finding, one.Cwe)))
        && one.Places.Any(p => p.DistanceTo(finding.Line) == 0);
}
