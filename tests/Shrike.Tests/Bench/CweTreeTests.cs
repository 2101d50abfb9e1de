using Shrike.Bench.Scoring;

namespace Shrike.Tests.Bench;

public sealed class CweTreeTests
{
    [Theory]
    [InlineData(89, 89, true)]
    [InlineData(564, 89, true)]
    [InlineData(943, 89, true)]
    [InlineData(564, 943, true)]
    [InlineData(77, 78, true)]
    [InlineData(121, 787, true)]
    [InlineData(328, 327, true)]
    // Broad, but the label's own parent.
    [InlineData(119, 787, true)]
    [InlineData(119, 121, false)]
    // Siblings are none of each other's kind.
    [InlineData(89, 90, false)]
    [InlineData(259, 321, false)]
    // Pillars and what fits nearly every label.
    [InlineData(74, 79, false)]
    [InlineData(20, 89, false)]
    [InlineData(707, 79, false)]
    [InlineData(664, 22, false)]
    [InlineData(693, 327, false)]
    [InlineData(668, 22, false)]
    [InlineData(0, 0, false)]
    [InlineData(0, 89, false)]
    public void A_weakness_is_near_to_what_is_above_and_below_it(int a, int b, bool isNear)
    {
        Assert.Equal(isNear, CweTree.Related(a, b));
        Assert.Equal(isNear, CweTree.Related(b, a));
    }

    [Fact]
    public void Nothing_is_near_to_more_than_a_small_part_of_the_list()
    {
        int[] all = [.. Enumerable.Range(1, 1500)];
        Assert.All(all, a => Assert.InRange(all.Count(b => CweTree.Related(a, b)), 1, 60));
    }

    [Fact]
    public void Any_weakness_that_a_finding_names_will_do_for_the_tree_and_only_the_first_for_the_rules()
    {
        Shrike.Bench.Suites.BenchCase[] cases = [Given.Case("a", 327, true, line: 3)];
        Shrike.Bench.Runs.RawFinding second = Given.Finding("a", 3, 295) with { OtherCwes = [327] };
        Assert.False(new FlawLineJudge().Judge(cases, Given.Output(second)).Outcomes[0].IsFlagged);
        Assert.True(new FlawLineJudge().Judge(cases, Given.Output(second), byTree: true).Outcomes[0].IsFlagged);
        // A weak hash is a group of its own, and a kind of weak cryptography.
        Shrike.Bench.Runs.RawFinding hash = Given.Finding("a", 3, 328);
        Assert.False(new FlawLineJudge().Judge(cases, Given.Output(hash)).Outcomes[0].IsFlagged);
        Assert.True(new FlawLineJudge().Judge(cases, Given.Output(hash), byTree: true).Outcomes[0].IsFlagged);
    }

    [Fact]
    public void What_is_near_in_the_tree_costs_in_safe_cases_as_well()
    {
        Shrike.Bench.Suites.BenchCase[] cases = [Given.Case("a", 327, false)];
        Assert.True(new FlawLineJudge().Judge(cases, Given.Output(Given.Finding("a", 3, 328)), byTree: true).Outcomes[0].IsFlagged);
        Assert.True(new OwaspJudge(false).Judge(cases, Given.Output(Given.Finding("a", 3, 328)), byTree: true).Outcomes[0].IsFlagged);
    }
}
