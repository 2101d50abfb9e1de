using System.Security.Cryptography;
using System.Text;
using Shrike.Analysis.Findings;

namespace Shrike.Review;

/// <summary>Candidates to findings: one a flaw, each with an identity that survives moved lines.</summary>
public static class Fingerprints
{
    private const int MaxFlows = 16;

    /// <summary>Merges candidates of one rule at one place and names them. The order of the result is by severity, then place.</summary>
    public static IReadOnlyList<Finding> Findings(IEnumerable<Verdict> verdicts)
    {
        var ordinals = new Dictionary<string, int>(StringComparer.Ordinal);
        var findings = new List<Finding>();
        IEnumerable<Candidate> confirmed = verdicts.OfType<Verdict.Confirmed>().Select(v => v.Candidate);
        foreach (
            IGrouping<(string, string, int, int), Candidate> same in confirmed
                .GroupBy(c => (c.Rule.Id, c.Where.Path, c.Where.StartLine, c.Where.StartColumn))
                .OrderBy(g => g.First().Where)
        )
        {
            Candidate candidate = Merge([.. same]);
            string identity = string.Join('\n', candidate.Rule.Id, candidate.Where.Path, candidate.Symbol, candidate.Snippet);
            ordinals[identity] = ordinals.TryGetValue(identity, out int seen) ? seen + 1 : 0;
            findings.Add(
                new Finding
                {
                    Candidate = candidate,
                    Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{identity}\n{ordinals[identity]}"))),
                    Severity = candidate.Severity ?? candidate.Rule.Severity,
                }
            );
        }

        return
        [
            .. findings
                .OrderByDescending(f => f.Severity)
                .ThenBy(f => f.Candidate.Where)
                .ThenBy(f => f.Candidate.Rule.Id, StringComparer.Ordinal),
        ];
    }

    private static Candidate Merge(Candidate[] same)
    {
        if (same.Length == 1)
            return same[0];
        // The most severe speaks for all; equal ones in the order of the patterns, the most specific first.
        Candidate best = same.MaxBy(c => c.Severity ?? c.Rule.Severity)!;
        return best with
        {
            Flows = [.. same.SelectMany(c => c.Flows).DistinctBy(Ends).Take(MaxFlows)],
            EntryPoint = best.EntryPoint ?? same.Select(c => c.EntryPoint).FirstOrDefault(e => e is not null),
        };
    }

    /// <summary>Two patterns of a rule that describe one path differ in words only.</summary>
    private static (SourceSpan, SourceSpan, int) Ends(Flow flow) =>
        flow.Steps.Count == 0 ? default : (flow.Steps[0].Where, flow.Steps[^1].Where, flow.Steps.Count);
}
