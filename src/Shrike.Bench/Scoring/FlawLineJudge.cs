using Shrike.Bench.Runs;
using Shrike.Bench.Suites;

namespace Shrike.Bench.Scoring;

/// <summary>P3: a vulnerable file is found when a finding of its CWE group lies within two lines of its flaw; a safe one is flagged by any
/// finding of its CWE group.</summary>
internal sealed class FlawLineJudge : IJudge
{
    private const int Reach = 2;

    public string Name => "flaw-line";
    public Headline Headline => Headline.MacroDifference;

    public Judgement Judge(IReadOnlyList<BenchCase> cases, RawOutput output, bool byTree = false) =>
        new([.. cases.Select(c => Of(c, output, byTree))], []);

    private static Outcome Of(BenchCase one, RawOutput output, bool byTree)
    {
        RawFinding? by = output
            .In(one.Path)
            .FirstOrDefault(f =>
                (CweGroups.Same(f.Cwe, one.Cwe) || (byTree && CweTree.IsNear(f, one.Cwe)))
                && (!one.IsVulnerable || one.Places.Any(p => p.DistanceTo(f.Line) <= Reach))
            );
        return new Outcome
        {
            Case = one.Id,
            Category = $"CWE-{one.Cwe}",
            IsVulnerable = one.IsVulnerable,
            IsFlagged = by is not null,
            IsAnalysed = output.IsAnalysed(one.Path),
            Cluster = one.Id,
            By = by,
        };
    }
}
