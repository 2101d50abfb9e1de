using System.Text;
using Shrike.Analysis.CSharp.Markup;
using Shrike.Analysis.Sources;

namespace Shrike.Tests.CSharp.Markup;

public sealed class HostileMarkupTests
{
    private const int Deep = 100_000;

    public static TheoryData<string> Kinds => ["a.cshtml", "a.razor", "a.aspx", "a.ashx"];

    private static TranslatedMarkup Translate(string path, string text)
    {
        FileKind kind =
            path.EndsWith(".cshtml", StringComparison.Ordinal) ? FileKind.RazorView
            : path.EndsWith(".razor", StringComparison.Ordinal) ? FileKind.RazorComponent
            : FileKind.WebForms;
        return MarkupTranslator.Translate(SourceFile.InMemory(path, text, kind), "App", []);
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    [Theory, MemberData(nameof(Kinds))]
    public void Depth_costs_no_stack(string path)
    {
        string[] openers =
        [
            "<div>",
            "@{",
            "@if (a) {",
            "@(",
            "@f(",
            "@{<p>",
            "@f(@<b>",
            "<a b=\"@(",
            "@section a {",
            "@functions {",
            "<% if (a) {",
            "<asp:Panel runat=server>",
            "@{(",
            "@{ $\"{",
            "@* ",
            "<!--",
            "</div>",
            "@{</p>",
        ];
        foreach (string opener in openers)
            Assert.NotNull(Translate(path, Repeat(opener, Deep)));
        Assert.NotNull(Translate(path, "@{" + Repeat("<div>", Deep) + Repeat("</p>", Deep) + Repeat("</div>", Deep) + "}"));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Anything_may_end_anywhere(string path)
    {
        const string Whole =
            "@page \"/x\"\n@model A<B>\n@using C.D\n@inject E f\n<%@ Page Language=\"C#\" Inherits='G' %>\n<p class=\"a @b\" @onclick=\"c\" style=d>@(e)@f[0].g(h)?.i\n@if (j) { <text>@k</text> @: l @m\n } else { @await n() }"
            + "@{ var o = $\"{p(\"q\")}\"; var r = @\"s\"; var t = \"\"\"u\"\"\"; 'v' /* w */ // x\n @y(@<z>@a</z>) }<script>@b</script><!-- @c -->@* d *@@functions { int e; }@section f { @g }<%= h %><%# i %><%: j %>"
            + "<asp:Label ID=\"k\" runat=\"server\" Text='<%# l %>' OnClick=\"m\" /><script runat=\"server\">int n;</script><%-- o --%>";
        for (int length = 0; length <= Whole.Length; length++)
        {
            Assert.NotNull(Translate(path, Whole[..length]));
            Assert.NotNull(Translate(path, Whole[length..]));
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Random_pieces_are_survived(string path)
    {
        string[] pieces =
        [
            "@",
            "{",
            "}",
            "(",
            ")",
            "<",
            ">",
            "/",
            "\"",
            "'",
            "a",
            " ",
            "\n",
            "\r",
            "=",
            "<%",
            "%>",
            "@*",
            "*@",
            "@:",
            "<text>",
            "</text>",
            "@if(",
            "else",
            "$\"",
            "\0",
            "\u2028",
            "@@",
            ";",
            "[",
            "]",
            ".",
            "?",
            "!",
            "<p>",
            "</p>",
            "<script>",
            "#if",
            "case a:",
            "runat=server",
            "@model ",
            "@code",
            "\"\"\"",
            "\\",
            "-->",
            "<!--",
            "\uD800",
        ];
        var random = new Random(20261124);
        for (int round = 0; round < 2000; round++)
        {
            var text = new StringBuilder();
            for (int i = random.Next(60); i >= 0; i--)
                text.Append(pieces[random.Next(pieces.Length)]);
            Assert.NotNull(Translate(path, text.ToString()));
        }
    }

    [Fact]
    public void A_long_single_line_is_translated_to_its_end()
    {
        string text = Repeat("<p>some text</p>", 10_000_000 / 16) + "@a";
        TranslatedMarkup result = Translate("a.cshtml", text);
        Assert.Contains("global::Shrike.Html.Text(a", result.CSharp, StringComparison.Ordinal);
        // Columns beyond the directive's range keep the line.
        Assert.Contains("#line 1 \"a.cshtml\"", result.CSharp, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_much_code_and_too_much_text_are_said()
    {
        Assert.Contains(
            Translate("a.cshtml", Repeat("@a ", 250_000)).Problems,
            p => p.Message.Contains("the rest of the file was not analysed", StringComparison.Ordinal)
        );
        Assert.Contains(
            Translate("a.aspx", Repeat("<%=a%>", 250_000)).Problems,
            p => p.Message.Contains("the rest of the file was not analysed", StringComparison.Ordinal)
        );
        Assert.Contains(
            Translate("a.cshtml", new string('x', 17 << 20)).Problems,
            p => p.Message.Contains("larger than", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("@{ if (a) {", "is not closed")]
    [InlineData("@{ <p>", "is not closed")]
    [InlineData("@* a", "comment is not closed")]
    [InlineData("@if (a) <p>@b</p>", "has no block")]
    [InlineData("@{ </p> }", "closes nothing")]
    [InlineData("@model A; { }", "cannot be used")]
    public void What_is_broken_is_said_and_still_parses(string text, string expected)
    {
        Translated view = Translated.View(text);
        Assert.Contains(view.Result.Problems, p => p.Message.Contains(expected, StringComparison.Ordinal));
        Assert.Empty(view.SyntaxErrors);
    }

    [Fact]
    public void A_hostile_path_cannot_leave_the_directive()
    {
        Translated view = Translated.At("Views/a\"\n}\r\u2028 evil.cshtml", "<p>@a</p>", new MarkupOptions());
        Assert.Empty(view.SyntaxErrors);
        Assert.Equal(["Text(a)"], view.Calls);
    }
}
