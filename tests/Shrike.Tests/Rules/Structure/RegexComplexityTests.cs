using System.Text.RegularExpressions;
using Shrike.Analysis.Rules.Structure.Regexes;

namespace Shrike.Tests.Rules.Structure;

public class RegexComplexityTests
{
    [Theory]
    [InlineData("^(a+)+$")]
    [InlineData("^(a*)*$")]
    [InlineData("^(a|aa)+$")]
    [InlineData("^(a|a)*b")]
    [InlineData("^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$")]
    [InlineData("^(\\w+\\s?)*$")]
    [InlineData("^(\\d|[0-9a-f])+!")]
    [InlineData("(x+x+)+y")]
    [InlineData("^((ab)*|(abab)*)*c")]
    [InlineData("^(?:.*a)+$")]
    [InlineData("^(?<n>[^,]+,?)*;")]
    [InlineData("^(a+){2,50}$")]
    [InlineData("^(a+){2,}$")]
    [InlineData("(?=(a+)+b)c")]
    [InlineData("(?i)^(a|A)*$")]
    [InlineData("^(?x: ( a + ) + # comment\n) $")]
    [InlineData("^(é|[à-ï])*$")]
    public void Finds_exponential_patterns(string pattern) => Assert.Equal(RegexGrowth.Exponential, RegexComplexity.Of(pattern));

    [Theory]
    [InlineData("^(?:[a-z](?:[a-z-](?!\\.))*[a-z]?\\.)+x$")]
    [InlineData("^((?!ab)\\w+\\s?)*$")]
    public void Does_not_say_exponential_where_a_look_around_decides(string pattern) =>
        Assert.Equal(RegexGrowth.Unknown, RegexComplexity.Of(pattern));

    [Theory]
    [InlineData("^a*a*$")]
    [InlineData("^\\s*\\w*\\s*,?\\s*$")]
    [InlineData("^.*=.*=.*;")]
    [InlineData("^\\d+[0-9a-f]+$")]
    [InlineData("<(\\w+)\\s*[^>]*>")]
    public void Finds_polynomial_patterns(string pattern) => Assert.Equal(RegexGrowth.Polynomial, RegexComplexity.Of(pattern));

    [Theory]
    [InlineData("")]
    [InlineData("^[a-z]+$")]
    [InlineData("^(ab)+$")]
    [InlineData("^(a|b)+$")]
    [InlineData("^\\d{4}-\\d{2}-\\d{2}$")]
    [InlineData("^\\w+(,\\w+)*$")]
    [InlineData("^[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+$")]
    [InlineData("(a+)+")] // nothing after the loop can fail
    [InlineData("^(a+)+.*")]
    [InlineData("^(?>a+)+$")] // nothing backtracks into an atomic group
    [InlineData("^(\\w+ )*$")]
    [InlineData("^[-+]?\\d+(\\.\\d+)?$")]
    [InlineData("^(é|è)*$")]
    [InlineData("^(?:[a-z]|[A-Z])*$")]
    [InlineData("^[\\w-[\\d]]+\\d+$")]
    [InlineData("^\\p{L}+\\d+$")]
    [InlineData("^\\p{IsGreek}+[a-z]*$")]
    [InlineData("\\{\\{[^}]*\\}\\}")]
    [InlineData("^(\"[^\"]*\"|[^\",]*)(,(\"[^\"]*\"|[^\",]*))*$")]
    public void Is_silent_on_patterns_without_ambiguity(string pattern) => Assert.Equal(RegexGrowth.Linear, RegexComplexity.Of(pattern));

    [Theory]
    [InlineData("(a")]
    [InlineData("a)")]
    [InlineData("[a")]
    [InlineData("*a")]
    [InlineData("(?q)a")]
    [InlineData("\\")]
    [InlineData("(?<n")]
    [InlineData("[z-a]")]
    [InlineData("\\k")]
    [InlineData("\\p{")]
    [InlineData("\\p")]
    public void Does_not_judge_broken_patterns(string pattern) => Assert.Equal(RegexGrowth.Unknown, RegexComplexity.Of(pattern));

    [Fact]
    public void Options_count()
    {
        Assert.Equal(RegexGrowth.Linear, RegexComplexity.Of("^(a+)+$", RegexOptions.NonBacktracking));
        Assert.Equal(RegexGrowth.Linear, RegexComplexity.Of("^(a|A)*$"));
        Assert.Equal(RegexGrowth.Exponential, RegexComplexity.Of("^(a|A)*$", RegexOptions.IgnoreCase));
        Assert.Equal(RegexGrowth.Linear, RegexComplexity.Of("^(.|\\n)*$"));
        Assert.Equal(RegexGrowth.Exponential, RegexComplexity.Of("^(.|\\n)*$", RegexOptions.Singleline));
    }

    [Fact]
    public void Hostile_patterns_end()
    {
        Assert.Equal(RegexGrowth.Unknown, RegexComplexity.Of(new string('(', 100_000)));
        Assert.Equal(RegexGrowth.Unknown, RegexComplexity.Of(new string('(', 4000) + new string(')', 4000)));
        Assert.Equal(RegexGrowth.Unknown, RegexComplexity.Of(string.Concat(Enumerable.Repeat("a*", 4000))));
        Assert.Equal(RegexGrowth.Unknown, RegexComplexity.Of("a{9}{9}"));
        _ = RegexComplexity.Of(string.Concat(Enumerable.Repeat("(", 50)) + string.Concat(Enumerable.Repeat("){9,99}", 50)));
        _ = RegexComplexity.Of(string.Concat(Enumerable.Repeat("[a-z]*x", 100)) + "$");
        _ = RegexComplexity.Of(string.Concat(Enumerable.Repeat("(", 50)) + "a" + string.Concat(Enumerable.Repeat("{9,99})", 50)));
    }

    [Fact]
    public void Random_text_never_throws()
    {
        const string Alphabet = "ab\\()[]{}?*+|^$.-,:<>=!#kpuxdws0123 ";
        var random = new Random(20261124);
        for (int round = 0; round < 20_000; round++)
        {
            var pattern = new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            _ = RegexComplexity.Of(pattern);
        }
    }
}
