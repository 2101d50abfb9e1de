using Shrike.Bench.Runs;
using Shrike.Bench.Suites;

namespace Shrike.Bench.Scoring;

/// <summary>P4, strictly: found is a flaw when a finding has its line and its CWE group. All else said of a file is one false alarm at most.
/// Findings of low severity are dropped.</summary>
internal sealed class CastleJudge : IJudge
{
    private static readonly string[] Dropped = ["low", "info", "note"];

    public string Name => "castle";
    public Headline Headline => Headline.F1;

    public Judgement Judge(IReadOnlyList<BenchCase> cases, RawOutput output)
    {
        var outcomes = new List<Outcome>();
        var extra = new List<ExtraAlarm>();
        foreach (BenchCase one in cases)
        {
            RawFinding[] counted = [.. output.In(one.Path).Where(f => !Dropped.Contains(f.Severity))];
            RawFinding? wrong = counted.FirstOrDefault(f => !IsRight(f, one));
            RawFinding? by = one.IsVulnerable ? counted.FirstOrDefault(f => IsRight(f, one)) : wrong;
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

    private static bool IsRight(RawFinding finding, BenchCase one) =>
        one.IsVulnerable && CweGroups.Same(finding.Cwe, one.Cwe) && one.Places.Any(p => p.DistanceTo(finding.Line) == 0);
}
