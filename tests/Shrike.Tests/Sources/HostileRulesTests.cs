using System.Text.Json.Nodes;
using Shrike.Analysis.Rules;

namespace Shrike.Tests.Sources;

public sealed class HostileRulesTests : IDisposable
{
    private readonly TempTree temp = new();

    public void Dispose() => temp.Dispose();

    private void Rule(string pattern) =>
        temp.Add(
            "my-rule.json",
            new JsonObject
            {
                ["id"] = "my-rule",
                ["title"] = "t",
                ["cwes"] = new JsonArray(79),
                ["cvss"] = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N",
                ["kind"] = "pattern",
                ["message"] = "m",
                ["what"] = "w",
                ["why"] = "w",
                ["fix"] = "f",
                ["vulnerable"] = "v",
                ["fixed"] = "f",
                ["patterns"] = new JsonArray(new JsonObject { ["call"] = "System.Console.WriteLine", ["nameMatches"] = pattern }),
            }.ToJsonString()
        );

    [Theory]
    [InlineData("(?=a)b")]
    [InlineData("(a)\\1")]
    [InlineData("(?>a+)b")]
    [InlineData("(a")]
    [InlineData("((((a{1000}){1000}){1000}){1000})")]
    public void A_pattern_that_cannot_be_matched_in_linear_time_is_refused(string pattern)
    {
        Rule(pattern);

        RuleCatalogue rules = RuleCatalogue.Load([temp.Root]);

        Assert.Contains("pattern", Assert.Single(rules.Problems).Message, StringComparison.Ordinal);
        Assert.Null(rules.Find("my-rule"));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("\"library\"")]
    [InlineData("{}")]
    [InlineData("{\"library\":1}")]
    [InlineData("{\"id\":null}")]
    [InlineData("{")]
    [InlineData("")]
    public void A_file_that_is_no_rule_is_a_problem(string content)
    {
        temp.Add("x.json", content);

        Assert.Equal(temp.At("x.json"), Assert.Single(RuleCatalogue.Load([temp.Root]).Problems).Path);
    }

    [Fact]
    public void Nesting_without_end_pipes_and_links_in_a_circle_are_no_danger()
    {
        temp.Add("deep.json", string.Concat(Enumerable.Repeat("{\"a\":", 100_000)));
        TempTree.Tool("mkfifo", temp.At("pipe.json"));
        Directory.CreateSymbolicLink(temp.At("one"), temp.Root);
        Directory.CreateSymbolicLink(temp.At("two"), temp.Root);

        Assert.Equal(["deep.json", "pipe.json"], RuleCatalogue.Load([temp.Root]).Problems.Select(p => Path.GetFileName(p.Path)));
    }
}
