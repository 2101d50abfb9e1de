using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Review;

namespace Shrike.Tests.Review;

public sealed class SuppressionsTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    private static (Suppression? Suppression, List<Problem> Problems) Apply(params string[] lines)
    {
        var problems = new List<Problem>();
        Finding finding = Suppressions.Apply(Made.Findings(Made.Candidate(2))[0], _ => lines, Today, problems);
        return (finding.Suppression, problems);
    }

    [Theory]
    [InlineData("// shrike:ignore sql-injection: checked by hand", "Run(q);")]
    [InlineData("", "Run(q); // shrike:ignore sql-injection: checked by hand")]
    [InlineData("", "Run(q); /* shrike:ignore sql-injection: checked by hand */")]
    [InlineData("@* shrike:ignore sql-injection: checked by hand *@", "<p>@q</p>")]
    [InlineData("<!-- shrike:ignore sql-injection: checked by hand -->", "<p>@q</p>")]
    [InlineData("<%-- shrike:ignore sql-injection: checked by hand --%>", "<%= q %>")]
    [InlineData("# shrike:ignore sql-injection: checked by hand", "q")]
    [InlineData(" * shrike:ignore sql-injection: checked by hand", "*/ Run(q);")]
    [InlineData("\t // shrike:ignore sql-injection: checked by hand", "Run(q);")]
    [InlineData("// shrike:ignore xss, sql-injection: checked by hand", "Run(q);")]
    public void A_comment_with_rule_and_reason_silences_its_line_and_the_next(string above, string line)
    {
        (Suppression? suppression, List<Problem> problems) = Apply(above, line);
        Assert.Equal(new Suppression(SuppressionKind.Comment, "checked by hand", null), suppression);
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("// shrike:ignore xss: another rule")]
    [InlineData("// shrike:ignore sql: part of a rule's name")]
    [InlineData("var s = \"shrike:ignore sql-injection: in a string\";")]
    public void What_does_not_name_the_rule_in_a_comment_silences_nothing(string above) => Assert.Null(Apply(above, "Run(q);").Suppression);

    [Theory]
    [InlineData("Check(q); // shrike:ignore sql-injection: speaks of this line")]
    [InlineData("Check(q); /* shrike:ignore sql-injection: speaks of this line */")]
    [InlineData("<p>@x</p> <!-- shrike:ignore sql-injection: speaks of this line -->")]
    public void A_comment_behind_code_silences_its_own_line_alone(string line)
    {
        Assert.Null(Apply(line, "Run(q);").Suppression);
        Assert.NotNull(Apply("", line).Suppression);
    }

    [Fact]
    public void A_comment_two_lines_above_is_too_far() =>
        Assert.Null(
            Suppressions
                .Apply(Made.Findings(Made.Candidate(3))[0], _ => ["// shrike:ignore sql-injection: far", "", "Run(q);"], Today, [])
                .Suppression
        );

    [Theory]
    [InlineData("// shrike:ignore sql-injection:", "an ignore comment without a reason does not count")]
    [InlineData("<!-- shrike:ignore sql-injection: -->", "an ignore comment without a reason does not count")]
    [InlineData("// shrike:ignore sql-injection", "an ignore comment needs a rule and a reason: shrike:ignore RULE: reason")]
    [InlineData("// shrike:ignore sql-injection until 2026-02-28: later", "an ignore comment ended on 2026-02-28")]
    [InlineData("// shrike:ignore sql-injection until 2026-13: later", "the end date of an ignore comment is written YYYY-MM-DD")]
    public void A_comment_that_does_not_count_says_why(string above, string message)
    {
        (Suppression? suppression, List<Problem> problems) = Apply(above, "Run(q);");
        Assert.Null(suppression);
        Assert.Equal(new Problem("a.cs", $"line 1: {message}"), Assert.Single(problems));
    }

    [Fact]
    public void An_end_date_holds_through_its_day() =>
        Assert.Equal(Today, Apply("// shrike:ignore sql-injection until 2026-03-01: until the release", "Run(q);").Suppression?.Until);

    [Fact]
    public void Hostile_lines_are_read_in_bounded_time()
    {
        string[] lines =
        [
            "// shrike:ignore " + new string('a', 1000) + new string(',', 900),
            "//" + new string('/', 1900) + "shrike:ignore ",
        ];
        Assert.Null(Apply(lines).Suppression);
        Assert.Null(Apply("// shrike:ignore sql-injection: " + new string('x', 5000), "Run(q);").Suppression);
    }
}
