using Shrike.Analysis.Findings;
using Shrike.Analysis.Rules;

namespace Shrike.Tests.Rules;

public class PatternCatalogueTests
{
    private static readonly RuleCatalogue Catalogue = RuleCatalogue.BuiltIn();

    [Fact]
    public void A_pattern_never_weighs_more_than_its_rule()
    {
        foreach (Rule rule in Catalogue.Rules)
            Assert.All(
                rule.Patterns,
                pattern => Assert.True(pattern.Severity is null || pattern.Severity <= rule.Severity, $"{rule.Id}: {pattern}")
            );
    }

    [Fact]
    public void Messages_are_single_sentences_without_full_stop()
    {
        foreach (Rule rule in Catalogue.Rules)
        {
            foreach (string message in rule.Patterns.Select(pattern => pattern.Says).Append(rule.Message).OfType<string>())
            {
                Assert.False(message.EndsWith('.'), $"{rule.Id}: {message}");
                Assert.DoesNotContain('\n', message);
            }
        }
    }

    [Fact]
    public void Every_rule_shows_vulnerable_and_fixed_code() =>
        Assert.All(
            Catalogue.Rules.Where(rule => rule.Kind != RuleKind.Flow),
            rule => Assert.True(rule.Vulnerable is not null && rule.Fixed is not null && rule.Vulnerable != rule.Fixed, rule.Id)
        );

    [Theory]
    [InlineData("cert-validation-off", Severity.High)]
    [InlineData("jwt-validation-off", Severity.High)]
    [InlineData("viewstate-mac-off", Severity.Critical)]
    [InlineData("weak-random", Severity.Medium)]
    [InlineData("weak-cipher", Severity.Medium)]
    [InlineData("cookie-not-httponly", Severity.Low)]
    [InlineData("debug-compilation", Severity.Low)]
    public void Severity_follows_from_the_vector(string id, Severity severity) => Assert.Equal(severity, Catalogue.Find(id)!.Severity);
}
