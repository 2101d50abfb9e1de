using Shrike.Bench.Runs;
using Shrike.Bench.Scoring;
using Shrike.Bench.Suites;

namespace Shrike.Tests.Bench;

/// <summary>Each suite's rules on cases whose outcome was worked out by hand.</summary>
public sealed class JudgeTests
{
    private static string Flagged(Judgement judgement) => string.Join(' ', judgement.Outcomes.Where(o => o.IsFlagged).Select(o => o.Case));

    [Theory]
    [InlineData(8, 78, true)]
    [InlineData(10, 88, true)]
    [InlineData(12, 77, true)]
    [InlineData(7, 78, false)]
    [InlineData(13, 78, false)]
    [InlineData(10, 89, false)]
    [InlineData(10, 0, false)]
    public void Generated_C_sharp_wants_the_group_within_two_lines(int line, int cwe, bool isFound)
    {
        Judgement judgement = new FlawLineJudge().Judge([Given.Case("a", 78, true, line: 10)], Given.Output(Given.Finding("a", line, cwe)));
        Assert.Equal(isFound, judgement.Outcomes[0].IsFlagged);
    }

    [Fact]
    public void A_safe_generated_file_is_flagged_by_its_group_anywhere_and_by_nothing_else()
    {
        BenchCase[] cases = [Given.Case("a", 78, false), Given.Case("b", 78, false)];
        Judgement judgement = new FlawLineJudge().Judge(cases, Given.Output(Given.Finding("a", 999, 77), Given.Finding("b", 1, 89)));
        Assert.Equal("a", Flagged(judgement));
    }

    [Theory]
    [InlineData(false, 36, 22, true)]
    [InlineData(false, 564, 89, true)]
    [InlineData(false, 338, 330, true)]
    [InlineData(false, 916, 328, false)]
    [InlineData(false, 327, 328, false)]
    [InlineData(true, 327, 328, true)]
    [InlineData(true, 916, 328, true)]
    [InlineData(true, 95, 94, true)]
    [InlineData(true, 827, 611, true)]
    [InlineData(false, 79, 89, false)]
    public void Owasp_makes_near_relatives_one(bool isPython, int found, int labelled, bool isFlagged)
    {
        Judgement judgement = new OwaspJudge(isPython).Judge([Given.Case("a", labelled, true)], Given.Output(Given.Finding("a", 1, found)));
        Assert.Equal(isFlagged, judgement.Outcomes[0].IsFlagged);
    }

    [Fact]
    public void Castle_wants_line_and_group_and_counts_one_false_alarm_a_file()
    {
        BenchCase[] cases =
        [
            Given.Case("right", 787, true, line: 5),
            Given.Case("other line", 787, true, line: 5),
            Given.Case("both", 787, true, line: 5),
            Given.Case("safe", 787, false),
            Given.Case("quiet", 787, false),
        ];
        Judgement judgement = new CastleJudge().Judge(
            cases,
            Given.Output(
                Given.Finding("right", 5, 121),
                Given.Finding("other line", 6, 787),
                Given.Finding("other line", 7, 787),
                Given.Finding("both", 5, 787),
                Given.Finding("both", 9, 416),
                Given.Finding("safe", 1, 20),
                Given.Finding("safe", 2, 20),
                Given.Finding("quiet", 1, 787, severity: "low")
            )
        );
        Assert.Equal("right both safe", Flagged(judgement));
        Assert.Equal(["both", "other line"], judgement.Extra.Select(e => e.Cluster).Order());
        Assert.Equal(new Tally(2, 1, 1, 1, Extra: 2), Scores.Of(judgement, Headline.F1, 1).Total.Tally);
    }

    [Fact]
    public void Realvuln_gives_each_label_to_one_finding_and_vulnerable_ones_first()
    {
        BenchCase[] cases =
        [
            Given.Case("t/trap", 89, false, "t/a.py", 20, accepted: [89], target: "t"),
            Given.Case("t/real", 89, true, "t/a.py", 20, 22, accepted: [89, 564], target: "t"),
        ];
        RawFinding near = Given.Finding("t/a.py", 32, 564),
            again = Given.Finding("t/a.py", 20, 89);
        Assert.Equal("t/real", Flagged(new RealVulnJudge().Judge(cases, Given.Output(near))));
        Judgement both = new RealVulnJudge().Judge(cases, Given.Output(near, again, again));
        Assert.Equal("t/trap t/real", Flagged(both));
        // The third takes nothing, and the authors count repetitions.
        Assert.Equal("t", Assert.Single(both.Extra).Cluster);
        Assert.Equal(
            "",
            Flagged(new RealVulnJudge().Judge(cases, Given.Output(Given.Finding("t/a.py", 33, 89), Given.Finding("t/b.py", 20, 89))))
        );
    }

    [Fact]
    public void Marks_are_met_on_their_line_and_all_else_is_a_false_alarm()
    {
        BenchCase[] cases =
        [
            Given.Case("1", 89, true, "a.cs", 3) with
            {
                Rule = "sql-injection",
            },
            Given.Case("2", 0, false, "a.cs", 7),
            Given.Case("3", 79, true, "a.cs", 9) with
            {
                Rule = "cross-site-scripting",
            },
        ];
        Judgement judgement = new MarksJudge().Judge(
            cases,
            Given.Output(
                Given.Finding("a.cs", 3, 89, rule: "theirs"),
                Given.Finding("a.cs", 7, 22),
                Given.Finding("a.cs", 9, 22),
                Given.Finding("a.cs", 50, 79)
            )
        );
        Assert.Equal("1 2", Flagged(judgement));
        Assert.Equal([9, 50], judgement.Extra.Select(e => e.Finding.Line).Order());
    }

    [Fact]
    public void Neither_order_nor_repetition_of_findings_changes_a_score()
    {
        var random = new Random(20261124);
        BenchCase[] cases =
        [
            .. Enumerable
                .Range(0, 60)
                .Select(i => Given.Case($"c{i}", (int[])[22, 78, 89] is var c ? c[i % 3] : 0, i % 2 == 0, line: i % 2 == 0 ? 10 : 0)),
        ];
        RawFinding[] findings =
        [
            .. Enumerable
                .Range(0, 200)
                .Select(_ => Given.Finding($"c{random.Next(60)}", random.Next(6, 15), ((int[])[22, 23, 77, 89, 0])[random.Next(5)])),
        ];
        foreach (
            IJudge judge in (IJudge[])
                [new FlawLineJudge(), new OwaspJudge(false), new OwaspJudge(true), new CastleJudge(), new MarksJudge()]
        )
        {
            BenchCase[] mine = judge is MarksJudge ? [.. cases.Select(c => c with { Places = [new LineRange(10, 10)] })] : cases;
            Scores once = Scores.Of(judge.Judge(mine, Given.Output(findings)), judge.Headline, 1);
            RawFinding[] shuffled = [.. findings, .. findings.Take(50)];
            random.Shuffle(shuffled);
            Scores again = Scores.Of(judge.Judge(mine, Given.Output(shuffled)), judge.Headline, 1);
            Assert.Equal(once.Rows, again.Rows);
            Assert.Equal(once.Main, again.Main);
        }
    }

    [Fact]
    public void Nothing_said_finds_nothing_and_flags_nothing()
    {
        foreach (
            IJudge judge in (IJudge[])[new FlawLineJudge(), new OwaspJudge(true), new CastleJudge(), new RealVulnJudge(), new MarksJudge()]
        )
        {
            Judgement judgement = judge.Judge(
                [
                    Given.Case("a", 78, true, line: 1, accepted: [78], target: "t"),
                    Given.Case("b", 78, false, line: 1, accepted: [78], target: "t"),
                ],
                Given.Output()
            );
            Assert.Equal(new Tally(0, 1, 0, 1), Scores.Of(judgement, judge.Headline, 1).Total.Tally);
        }
    }

    [Fact]
    public void Every_declared_suite_has_an_adapter_and_a_judge() =>
        Assert.All(
            SuiteDeclarations.All,
            suite =>
            {
                Assert.Equal(suite.Scoring, Judges.For(suite).Name);
                Assert.Throws<SuiteException>(() => SuiteCatalogue.Read(suite, "/nowhere/at/all", CancellationToken.None));
            }
        );
}
