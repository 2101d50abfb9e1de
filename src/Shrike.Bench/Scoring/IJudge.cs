using Shrike.Bench.Runs;
using Shrike.Bench.Suites;

namespace Shrike.Bench.Scoring;

/// <summary>A suite's rules for what counts as found. The order of findings and their repetition must not matter.</summary>
internal interface IJudge
{
    /// <summary>The name declarations use.</summary>
    string Name { get; }
    Headline Headline { get; }

    /// <param name="byTree">Also takes what is near by in the tree of weaknesses for the label's; places are compared as ever.</param>
    Judgement Judge(IReadOnlyList<BenchCase> cases, RawOutput output, bool byTree = false);
}

/// <summary>The one figure a suite is known by.</summary>
public enum Headline
{
    /// <summary>Mean over the categories of true-positive rate minus false-positive rate.</summary>
    MacroDifference,
    F1,
    F2,
}

/// <summary>The judges, by the name declarations use.</summary>
internal static class Judges
{
    private static readonly IJudge[] All =
    [
        new OwaspJudge(isPython: false),
        new OwaspJudge(isPython: true),
        new FlawLineJudge(),
        new CastleJudge(),
        new RealVulnJudge(),
        new MarksJudge(),
    ];

    public static IJudge For(SuiteDeclaration suite) => All.Single(j => j.Name == suite.Scoring);
}
