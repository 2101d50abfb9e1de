using Shrike.Review.Reports;

namespace Shrike.Tests.Reports;

public class VisibleTests
{
    [Theory]
    [InlineData("plain é 漢字 🦀", "plain é 漢字 🦀")]
    [InlineData("\e[31m", "\\u001b[31m")]
    [InlineData("a\r\nb\0", "a\\u000d\\u000ab\\u0000")]
    [InlineData("\u202E\u2066\u200B\uFEFF", "\\u202e\\u2066\\u200b\\ufeff")]
    [InlineData("\U000E0041\u3164\uFE0F", "\\u0e0041\\u3164\\ufe0f")]
    [InlineData("\u009B31m", "\\u009b31m")]
    [InlineData("\t", "    ")]
    public void Shows_what_is_there(string text, string expected) => Assert.Equal(expected, Visible.Text(text));

    [Fact]
    public void Half_a_character_is_shown_as_its_number() => Assert.Equal("a\\ud83e", Visible.Text("a" + '\ud83e'));

    [Fact]
    public void A_cut_never_halves_a_character() => Assert.Equal("ab…", Visible.Text("ab🦀cd", 3));
}
