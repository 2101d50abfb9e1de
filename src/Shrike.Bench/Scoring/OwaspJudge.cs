using System.Collections.Frozen;
using Shrike.Bench.Runs;
using Shrike.Bench.Suites;

namespace Shrike.Bench.Scoring;

/// <summary>P1 and P2: a case is flagged when a finding in its file has its weakness, after near relatives are made one; all other findings
/// in the file are ignored.</summary>
/// <param name="isPython">P2 has more categories, and more relatives.</param>
internal sealed class OwaspJudge(bool isPython) : IJudge
{
    private const int Hash = 328;
    private const int Crypto = 327;

    private static readonly FrozenDictionary<int, int> Java = new Dictionary<int, int>
    {
        [23] = 22,
        [35] = 22,
        [36] = 22,
        [73] = 22,
        [80] = 79,
        [326] = Crypto,
        [329] = Crypto,
        [696] = Crypto,
        [335] = 330,
        [338] = 330,
        [77] = 78,
        [564] = 89,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<int, int> Python = Java.Concat(
            new Dictionary<int, int>
            {
                [95] = 94,
                [916] = Hash,
                [776] = 611,
                [827] = 611,
            }
        )
        .ToFrozenDictionary();

    public string Name => isPython ? "owasp-python" : "owasp-java";
    public Headline Headline => Headline.MacroDifference;

    public Judgement Judge(IReadOnlyList<BenchCase> cases, RawOutput output, bool byTree = false) =>
        new([.. cases.Select(c => Of(c, output, byTree))], []);

    private Outcome Of(BenchCase one, RawOutput output, bool byTree)
    {
        RawFinding? by = output
            .In(one.Path)
            .FirstOrDefault(f => IsSame(f.Cwe, one.Cwe) || (byTree && CweTree.IsNear(f, one.Cwe)));
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

    // Many tools file a weak hash under broken cryptography.
    private bool IsSame(int found, int labelled) =>
        (isPython ? Python : Java).GetValueOrDefault(found, found) == labelled || (isPython && labelled == Hash && found == Crypto);
}
