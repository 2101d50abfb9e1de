using Shrike.Bench.Runs;
using Shrike.Bench.Suites;

namespace Shrike.Bench.Scoring;

/// <summary>A flaw before and after its fix: found when a finding of an accepted weakness (any, where the label names none) lies within two
/// lines of the place, and flagged when the same is so at the place as the fix left it. All other findings are ignored: nobody says of
/// the rest of the program whether it is right.</summary>
internal sealed class FixPairJudge : IJudge
{
    private const int Reach = 2;

    public string Name => "fix-pair";
    public Headline Headline => Headline.MacroDifference;

    public Judgement Judge(IReadOnlyList<BenchCase> cases, RawOutput output, bool byTree = false) =>
        new([.. cases.Select(c => Of(c, output, byTree))], []);

    private static Outcome Of(BenchCase one, RawOutput output, bool byTree)
    {
        FilePlaces[] all = [new FilePlaces(one.Path, one.Places), .. one.Elsewhere ?? []];
        RawFinding? by = all.SelectMany(places =>
                output
                    .In(places.Path)
                    .Where(f => (IsAccepted(f, one) || (byTree && CweTree.IsNear(f, one.Cwe))) && IsThere(f, places.Places))
            )
            .FirstOrDefault();
        return new Outcome
        {
            Case = one.Id,
            Category = one.Cwe > 0 ? $"CWE-{one.Cwe}" : "any",
            IsVulnerable = one.IsVulnerable,
            IsFlagged = by is not null,
            IsAnalysed = all.All(places => output.IsAnalysed(places.Path)),
            Cluster = one.Id,
            By = by,
        };
    }

    private static bool IsAccepted(RawFinding finding, BenchCase one) =>
        one.Cwe == 0 || CweGroups.Same(finding.Cwe, one.Cwe) || one.AcceptedCwes.Any(cwe => CweGroups.Same(finding.Cwe, cwe));

    private static bool IsThere(RawFinding finding, IReadOnlyList<LineRange> places) =>
        places.Any(p => p.DistanceTo(finding.Line) <= Reach);
}
