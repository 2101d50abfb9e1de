using System.Text.RegularExpressions;
using Shrike.Bench.Blinding;

namespace Shrike.Tests.Bench;

public sealed class CSharpBlinderTests
{
    private static readonly Regex Telling = NeutralNames.Telling(["taint"]);

    private static string Blind(string text, long seed = 1, string scope = "s") =>
        Assert.Single(new CSharpBlinder(keepsNames: false).Blind(scope, [text], seed, Telling))!;

    [Fact]
    public void Comments_become_spaces_and_nothing_moves()
    {
        string text = "int a; // flaw\r\n/* bad\n  sink */ int b; /// <summary>x</summary>\n#region unsafe part\nint c;\n#endregion\n";
        string blind = Blind(text);
        Assert.Equal(text.Length, blind.Length);
        string expected = text;
        foreach (string comment in (string[])["// flaw", "/* bad", "  sink */", "/// <summary>x</summary>", "unsafe part"])
            expected = expected.Replace(comment, new string(' ', comment.Length), StringComparison.Ordinal);
        Assert.Equal(expected, blind);
    }

    [Theory]
    [InlineData("string a = \"http://x\"; // y", "string a = \"http://x\";     ")]
    [InlineData("string a = @\"\\\"; // y", "string a = @\"\\\";     ")]
    [InlineData("string a = $\"{F(\"http://x\" /* y */)}\";", "string a = $\"{F(\"http://x\"        )}\";")]
    [InlineData("string a = \"\"\"// stays\"\"\"; // y", "string a = \"\"\"// stays\"\"\";     ")]
    [InlineData("char a = '\"'; // y", "char a = '\"';     ")]
    public void Strings_are_no_comments(string text, string expected) => Assert.Equal(expected, Blind(text));

    [Fact]
    public void Names_that_tell_are_replaced_everywhere_alike_at_equal_length()
    {
        string blind = Blind(
            "class BadSink { int tainted_1; int F(int tainted_2) => $\"{tainted_1 + tainted_2}\".Length; } class D : BadSink { }"
        );
        Match match = Regex.Match(
            blind,
            "^class (\\w{7}) { int (\\w+); int F\\(int (\\w+)\\) => \\$\"{(\\w+) \\+ (\\w+)}\".Length; } class D : (\\w{7}) { }$"
        );
        Assert.True(match.Success, blind);
        Assert.Equal(match.Groups[1].Value, match.Groups[6].Value);
        Assert.Equal(match.Groups[2].Value, match.Groups[4].Value);
        Assert.Equal(match.Groups[3].Value, match.Groups[5].Value);
        Assert.DoesNotMatch(Telling, blind);
    }

    [Fact]
    public void Names_of_the_framework_stay()
    {
        string blind = Blind("class C { object F() => BadRequest(); SafeFileHandle G(string good) => Open(good); unsafe void H() { } }");
        Assert.Contains("BadRequest()", blind, StringComparison.Ordinal);
        Assert.Contains("SafeFileHandle", blind, StringComparison.Ordinal);
        Assert.Contains("unsafe void", blind, StringComparison.Ordinal);
        Assert.DoesNotContain("good", blind, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_scope_has_another_word_so_that_none_can_be_learnt()
    {
        string text = "class GoodGoodGood { }";
        Assert.Equal(Blind(text), Blind(text));
        Assert.NotEqual(Blind(text, scope: "s"), Blind(text, scope: "t"));
        Assert.NotEqual(Blind(text, seed: 1), Blind(text, seed: 2));
    }

    [Fact]
    public void A_new_name_is_never_one_that_is_there()
    {
        string free = new NeutralNames(1, "s", ["bad"], Telling).Of("bad");
        string other = new NeutralNames(1, "s", ["bad", free], Telling).Of("bad");
        Assert.NotEqual(free, other);
        Assert.Equal(3, other.Length);
    }

    [Fact]
    public void What_is_nested_beyond_reading_is_left_out()
    {
        string deep = "class C { int F() => " + new string('(', 200_000) + "1" + new string(')', 200_000) + "; }";
        string? blind = Assert.Single(new CSharpBlinder(keepsNames: false).Blind("s", [deep], 1, Telling));
        Assert.Null(blind);
    }
}
