using Shrike.Bench.Scoring;
using Shrike.Bench.Suites;

namespace Shrike.Tests.Bench;

public sealed class CastlePointsTests
{
    /// <summary>The suite's shape: 25 weaknesses, six vulnerable files and four safe ones each.</summary>
    private static readonly BenchCase[] Suite =
    [
        .. (
            (int[])
                [22, 78, 89, 125, 134, 190, 253, 327, 362, 369, 401, 415, 416, 476, 522, 617, 628, 674, 761, 770, 787, 798, 822, 835, 843]
        ).SelectMany(cwe => Enumerable.Range(1, 10).Select(n => Given.Case($"CASTLE-{cwe}-{n}", cwe, n <= 6, line: n <= 6 ? 10 : 0))),
    ];

    [Fact]
    public void A_perfect_answer_gets_what_the_authors_say()
    {
        CastlePoints points = CastlePoints.Of(
            Suite,
            Given.Output([.. Suite.Where(c => c.IsVulnerable).Select(c => Given.Finding(c.Path, 10, c.Cwe))])
        );
        Assert.Equal(new CastlePoints(1250, 1130, 1250, 1130), points);
    }

    [Fact]
    public void Silence_gets_two_for_each_safe_file() => Assert.Equal(200, CastlePoints.Of(Suite, Given.Output()).Points);

    [Fact]
    public void A_hand_computed_run()
    {
        // Bonus of 22 is 5, of 787 too, of 134 none.
        BenchCase[] cases =
        [
            Given.Case("CASTLE-22-1", 22, true, line: 5),
            Given.Case("CASTLE-22-2", 22, true, line: 5),
            Given.Case("CASTLE-22-7", 22, false),
            Given.Case("CASTLE-134-1", 134, true, line: 5),
            Given.Case("CASTLE-134-8", 134, false),
            Given.Case("CASTLE-787-9", 787, false),
        ];
        CastlePoints points = CastlePoints.Of(
            cases,
            Given.Output(
                // Missed, and two that do not match: -2, and no bonus before the first find.
                Given.Finding("CASTLE-22-1", 6, 89),
                Given.Finding("CASTLE-22-1", 7, 89),
                // Another line, but the weakness is right: 5 + 5.
                Given.Finding("CASTLE-22-2", 99, 23),
                // Nothing said: 2 + 5.
                // Another weakness, but the line is right, and one that does not match: 5 - 1.
                Given.Finding("CASTLE-134-1", 5, 89),
                Given.Finding("CASTLE-134-1", 6, 89),
                // Of low severity: not counted, so 2.
                Given.Finding("CASTLE-134-8", 6, 134, severity: "low"),
                // The right weakness in a safe file: 5 + 5 by the letter, -1 as earned.
                Given.Finding("CASTLE-787-9", 1, 121)
            )
        );
        Assert.Equal(-2 + 10 + 7 + 4 + 2 + 10, points.Points);
        Assert.Equal(-2 + 10 + 2 + 4 + 2 - 1, points.Earned);
    }
}
