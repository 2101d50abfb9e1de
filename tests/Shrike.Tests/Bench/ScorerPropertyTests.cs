using Shrike.Bench.Runs;
using Shrike.Bench.Scoring;
using Shrike.Bench.Suites;

namespace Shrike.Tests.Bench;

/// <summary>What holds for every judge and any findings, over seeded random suites and findings.</summary>
public sealed class ScorerPropertyTests
{
    private static readonly int[] Cwes = [22, 23, 78, 77, 89, 327, 328, 787, 119, 0, 20];

    public static TheoryData<string, bool> Judges =>
        [
            .. from name in (string[])["owasp-java", "owasp-python", "flaw-line", "castle", "realvuln", "marks"]
            from byTree in (bool[])[false, true]
            select new TheoryDataRow<string, bool>(name, byTree),
        ];

    /// <summary>RealVuln's authors give each label to the first finding that fits and count repetitions: order is part of their rules.</summary>
    public static TheoryData<string, bool> OrderlessJudges => [.. Judges.Where(j => j.Data.Item1 != "realvuln")];

    private static IJudge Judge(string name) => Shrike.Bench.Scoring.Judges.For(SuiteDeclarations.All.First(s => s.Scoring == name));

    private static BenchCase[] Suite(Random random, string judge)
    {
        bool isShared = judge is "realvuln" or "marks";
        return
        [
            .. Enumerable
                .Range(0, 40)
                .Select(i =>
                {
                    int cwe = ((int[])[22, 78, 89, 327, 787])[random.Next(5)];
                    bool isVulnerable = random.Next(2) == 0;
                    int line =
                        isShared ? i * 40 + 1
                        : isVulnerable ? random.Next(1, 60)
                        : 0;
                    return Given.Case(
                        $"c{i}",
                        cwe,
                        isVulnerable,
                        isShared ? "t/a" : null,
                        line,
                        accepted: [cwe],
                        target: isShared ? "t" : ""
                    );
                }),
        ];
    }

    private static RawFinding[] Findings(Random random, BenchCase[] cases) =>
        [
            .. Enumerable
                .Range(0, random.Next(0, 120))
                .Select(_ => cases[random.Next(cases.Length)])
                .Select(c =>
                    Given.Finding(
                        c.Path,
                        c.Places.Count > 0 && random.Next(2) == 0 ? c.Places[0].Start : random.Next(1, 70),
                        random.Next(2) == 0 ? c.Cwe : Cwes[random.Next(Cwes.Length)],
                        random.Next(6) == 0 ? "low" : "high"
                    ) with
                    {
                        OtherCwes = random.Next(3) == 0 ? [Cwes[random.Next(Cwes.Length)]] : [],
                        FunctionLine = random.Next(3) == 0 ? random.Next(1, 4) : null,
                    }
                ),
        ];

    private static string Said(Judgement judgement) =>
        string.Join(' ', judgement.Outcomes.Select(o => o.IsFlagged ? o.Case : "-")) + " / " + judgement.Extra.Count;

    [Theory, MemberData(nameof(OrderlessJudges))]
    public void Neither_order_nor_repetition_matters(string name, bool byTree)
    {
        var random = new Random(20261124);
        for (int round = 0; round < 60; round++)
        {
            BenchCase[] cases = Suite(random, name);
            RawFinding[] findings = Findings(random, cases);
            RawFinding[] again = [.. findings, .. findings.Take(30).Select(f => f with { OtherCwes = [.. f.OtherCwes] })];
            random.Shuffle(again);
            Assert.Equal(
                Said(Judge(name).Judge(cases, Given.Output(findings), byTree)),
                Said(Judge(name).Judge(cases, Given.Output(again), byTree))
            );
            Assert.Equal(CastlePoints.Of(cases, Given.Output(findings)), CastlePoints.Of(cases, Given.Output(again)));
            Assert.Equal(Merging.Groups(findings).Count(), Merging.Groups(again).Count());
        }
    }

    [Theory, MemberData(nameof(Judges))]
    public void Every_case_has_one_outcome_and_every_count_adds_up(string name, bool byTree)
    {
        var random = new Random(7);
        for (int round = 0; round < 40; round++)
        {
            BenchCase[] cases = Suite(random, name);
            Judgement judgement = Judge(name).Judge(cases, Given.Output(Findings(random, cases)), byTree);
            Assert.Equal(cases.Select(c => c.Id).Order(), judgement.Outcomes.Select(o => o.Case).Order());
            Tally total = Scores.Of(judgement, Headline.F1, 1).Total.Tally;
            Assert.Equal(cases.Count(c => c.IsVulnerable), total.Vulnerable);
            Assert.Equal(cases.Count(c => !c.IsVulnerable), total.Safe);
            Assert.Equal(judgement.Extra.Count, total.Extra);
            Assert.All(judgement.Outcomes, o => Assert.Equal(o.IsFlagged, o.By is not null));
        }
    }

    [Theory, MemberData(nameof(Judges))]
    public void More_findings_never_unfind_a_flaw(string name, bool byTree)
    {
        var random = new Random(11);
        for (int round = 0; round < 40; round++)
        {
            BenchCase[] cases = Suite(random, name);
            RawFinding[] findings = Findings(random, cases);
            string[] Found(RawFinding[] some) =>
                [
                    .. Judge(name)
                        .Judge(cases, Given.Output(some), byTree)
                        .Outcomes.Where(o => o.IsVulnerable && o.IsFlagged)
                        .Select(o => o.Case),
                ];
            Assert.Subset(Found(findings).ToHashSet(), Found(findings[..(findings.Length / 2)]).ToHashSet());
        }
    }

    [Theory]
    [InlineData("owasp-java")]
    [InlineData("owasp-python")]
    [InlineData("flaw-line")]
    [InlineData("castle")]
    [InlineData("marks")]
    public void The_tree_finds_and_flags_what_the_rules_do_and_more(string name)
    {
        var random = new Random(13);
        for (int round = 0; round < 60; round++)
        {
            BenchCase[] cases = Suite(random, name);
            RawOutput output = Given.Output(Findings(random, cases));
            HashSet<string> Flagged(bool byTree) =>
                [
                    .. Judge(name)
                        .Judge(cases, output, byTree)
                        .Outcomes.Where(o => o.IsFlagged && (o.IsVulnerable || name is "flaw-line" or "owasp-java" or "owasp-python"))
                        .Select(o => o.Case),
                ];
            Assert.Subset(Flagged(byTree: true), Flagged(byTree: false));
        }
    }

    [Theory, MemberData(nameof(Judges))]
    public void Silence_is_right_about_safe_cases_only(string name, bool byTree)
    {
        BenchCase[] cases = Suite(new Random(3), name);
        Scores scores = Scores.Of(Judge(name).Judge(cases, Given.Output(), byTree), Headline.F1, 1);
        Assert.Equal(new Tally(0, cases.Count(c => c.IsVulnerable), 0, cases.Count(c => !c.IsVulnerable)), scores.Total.Tally);
        Assert.Equal((0.0, 0.0, null), (scores.F1.Value, scores.Recall.Value, scores.Precision.Value));
    }
}
