using Shrike.Analysis.Findings;
using Shrike.Analysis.Rules;
using Shrike.Review;

namespace Shrike.Tests.Review;

/// <summary>Findings made for a test, with no analysis behind them.</summary>
internal static class Made
{
    public static Rule Rule(string id = "sql-injection") =>
        new()
        {
            Id = id,
            Title = id,
            Kind = RuleKind.Flow,
            Cwes = [89],
            Cvss = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N",
            Message = "m",
            What = "w",
            Why = "y",
            Fix = "f",
        };

    public static SourceSpan At(int line, string path = "a.cs", int column = 1) => new(path, line, column, line, column + 5);

    public static Candidate Candidate(
        int line,
        string path = "a.cs",
        string rule = "sql-injection",
        string symbol = "A.M()",
        string snippet = "Run(q)"
    ) =>
        new()
        {
            Rule = Rule(rule),
            Where = At(line, path),
            Message = "m",
            Symbol = symbol,
            Snippet = snippet,
        };

    public static Flow Flow(params SourceSpan[] steps) =>
        new(SourceKind.Remote, "s", [.. steps.Select(s => new FlowStep(s, "step", "A.M()"))]);

    public static IReadOnlyList<Finding> Findings(params Candidate[] candidates) =>
        Fingerprints.Findings(candidates.Select(RuleReviewer.Review));
}
