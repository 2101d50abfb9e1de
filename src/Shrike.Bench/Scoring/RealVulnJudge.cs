using Shrike.Bench.Runs;
using Shrike.Bench.Suites;

namespace Shrike.Bench.Scoring;

/// <summary>P5, the authors' matcher (scorer/matcher.py at cf263ea): each finding in turn takes the first free label of its file, weakness and
/// lines, vulnerable ones before traps; a finding that takes none is a false alarm, repeated ones too. Order matters by design, so findings are
/// taken as they were recorded.</summary>
internal sealed class RealVulnJudge : IJudge
{
    private const int Reach = 10;

    public string Name => "realvuln";
    public Headline Headline => Headline.F2;

    public Judgement Judge(IReadOnlyList<BenchCase> cases, RawOutput output, bool byTree = false)
    {
        var free = cases.GroupBy(c => c.Path, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var taken = new Dictionary<string, RawFinding>(StringComparer.Ordinal);
        var extra = new List<ExtraAlarm>();
        foreach (RawFinding finding in output.AsRecorded)
        {
            List<BenchCase> labels = free.GetValueOrDefault(finding.Path) ?? [];
            BenchCase? match =
                labels.FirstOrDefault(l => l.IsVulnerable && Matches(finding, l, byTree))
                ?? labels.FirstOrDefault(l => Matches(finding, l, byTree));
            if (match is null)
            {
                extra.Add(new ExtraAlarm(TargetOf(finding.Path), $"CWE-{finding.Cwe}", finding));
                continue;
            }

            labels.Remove(match);
            taken.Add(match.Id, finding);
        }

        return new Judgement(
            [
                .. cases.Select(c => new Outcome
                {
                    Case = c.Id,
                    Category = $"CWE-{c.Cwe}",
                    IsVulnerable = c.IsVulnerable,
                    IsFlagged = taken.ContainsKey(c.Id),
                    IsAnalysed = output.IsAnalysed(c.Path),
                    Cluster = c.Target,
                    By = taken.GetValueOrDefault(c.Id),
                }),
            ],
            extra
        );
    }

    // Where one side knows no line, the other is not held against it.
    private static bool Matches(RawFinding finding, BenchCase label, bool byTree) =>
        (label.AcceptedCwes.Contains(finding.Cwe) || (byTree && label.AcceptedCwes.Any(c => CweTree.IsNear(finding, c))))
        && (finding.Line == 0 || label.Places.Count == 0 || label.Places.Any(p => p.DistanceTo(finding.Line) <= Reach));

    private static string TargetOf(string path) => path[..Math.Max(0, path.IndexOf('/', StringComparison.Ordinal))];
}
