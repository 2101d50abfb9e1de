using Shrike.Bench.Runs;
using Shrike.Bench.Suites;

namespace Shrike.Bench.Scoring;

/// <summary>Our own samples: a mark is met by a finding on its very line, of its rule or, for other scanners, of its CWE group. Findings on lines
/// that are marked clean, marked for something else or not marked at all are false alarms.</summary>
internal sealed class MarksJudge : IJudge
{
    public string Name => "marks";
    public Headline Headline => Headline.F1;

    public Judgement Judge(IReadOnlyList<BenchCase> cases, RawOutput output, bool byTree = false)
    {
        ILookup<(string, int), BenchCase> byLine = cases.ToLookup(c => (c.Path, c.Places[0].Start));
        RawFinding[] findings = [.. output.Paths.SelectMany(output.In)];
        ILookup<(string, int), RawFinding> found = findings.ToLookup(f => (f.Path, f.Line));
        Outcome[] outcomes =
        [
            .. cases.Select(c =>
            {
                RawFinding? by = found[(c.Path, c.Places[0].Start)].FirstOrDefault(f => !c.IsVulnerable || IsMet(f, c, byTree));
                return new Outcome
                {
                    Case = c.Id,
                    Category = c.IsVulnerable ? $"CWE-{c.Cwe}" : "safe twins",
                    IsVulnerable = c.IsVulnerable,
                    IsFlagged = by is not null,
                    IsAnalysed = output.IsAnalysed(c.Path),
                    Cluster = c.Id,
                    By = by,
                };
            }),
        ];
        IEnumerable<RawFinding> wrong = findings.Where(f => byLine[(f.Path, f.Line)].All(c => c.IsVulnerable && !IsMet(f, c, byTree)));
        return new Judgement(outcomes, [.. wrong.Select(f => new ExtraAlarm($"{f.Path}:{f.Line} {f.Rule}", "unmarked lines", f))]);
    }

    private static bool IsMet(RawFinding finding, BenchCase one, bool byTree) =>
        finding.Rule == one.Rule || CweGroups.Same(finding.Cwe, one.Cwe) || (byTree && CweTree.IsNear(finding, one.Cwe));
}
