using Shrike.Bench.Runs;
using Shrike.Bench.Suites;

namespace Shrike.Tests.Bench;

/// <summary>Cases and findings by hand.</summary>
internal static class Given
{
    public static BenchCase Case(
        string id,
        int cwe,
        bool isVulnerable,
        string? path = null,
        int line = 0,
        int end = 0,
        int[]? accepted = null,
        string target = ""
    ) =>
        new()
        {
            Id = id,
            Cwe = cwe,
            IsVulnerable = isVulnerable,
            Path = path ?? id,
            Target = target,
            AcceptedCwes = accepted ?? [],
            Places = line == 0 ? [] : [new LineRange(line, Math.Max(line, end))],
        };

    public static RawFinding Finding(string path, int line, int cwe, string severity = "high", string rule = "r") =>
        new()
        {
            Path = path,
            Line = line,
            Cwe = cwe,
            Rule = rule,
            Severity = severity,
        };

    public static RawOutput Output(params RawFinding[] findings) => new(findings, []);
}
