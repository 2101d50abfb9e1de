using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Analysis.CSharp.Markup;

namespace Shrike.Tests.CSharp.Markup;

public sealed class WebFormsTests
{
    private const string Page =
        "<%@ Page Language=\"C#\" Inherits=\"Shop.Orders, Shop\" ValidateRequest='false' %>\n<%@ Register TagPrefix=\"uc\" TagName=\"Menu\" Src=\"~/Controls/Menu.ascx\" %>\n"
        + "<%@ Import Namespace=\"Shop.Data\" %>\n<form runat=\"server\" id=\"main\">\n<asp:TextBox ID=\"name\" runat=\"server\" />\n<asp:Button ID=\"save\" runat=\"server\" OnClick=\"Save_Click\" OnClientClick=\"f()\" />\n"
        + "<uc:Menu ID=\"menu\" runat=\"server\" />\n<asp:Repeater ID=\"rows\" runat=\"server\"><ItemTemplate><asp:Label ID=\"cell\" runat=\"server\" Text='<%# Eval(\"Name\") %>' /></ItemTemplate></asp:Repeater>\n"
        + "<% foreach (var row in Rows) { %><b><%= row %></b><% } %>\n</form>\n<script runat=\"server\">\n    void Page_Load() { name.Text = \"x\"; }\n</script>\n";

    [Fact]
    public void A_page_extends_its_code_behind()
    {
        TranslatedMarkup page = Translated.Form(Page).Checked().Result;
        Assert.Equal(("ASP", "default_aspx", "Shop.Orders"), (page.Namespace, page.ClassName, page.BaseType));
        Assert.Equal("false", page.Directive["validaterequest"]);
        Assert.Equal((1, 1), (page.DirectiveSpan.StartLine, page.DirectiveSpan.StartColumn));
        Assert.Contains("using Shop.Data;", page.CSharp, StringComparison.Ordinal);
        Assert.Contains("Control<global::System.Web.UI.WebControls.Label>().Text = ", page.CSharp, StringComparison.Ordinal);
    }

    [Fact]
    public void Controls_become_fields_and_events_facts()
    {
        TranslatedMarkup page = Translated.Form(Page).Result;
        Assert.Equal(
            [
                "main:System.Web.UI.HtmlControls.HtmlForm",
                "name:System.Web.UI.WebControls.TextBox",
                "save:System.Web.UI.WebControls.Button",
                "menu:ASP.controls_menu_ascx",
                "rows:System.Web.UI.WebControls.Repeater",
                "cell:System.Web.UI.WebControls.Label",
            ],
            page.Controls.Select(c => $"{c.Id}:{c.Type}")
        );
        Assert.True(page.Controls[^1].InTemplate);
        Assert.DoesNotContain(" cell;", page.ControlFields, StringComparison.Ordinal);
        Assert.Contains("protected global::System.Web.UI.WebControls.TextBox name;", page.ControlFields, StringComparison.Ordinal);
        MarkupHandler handler = Assert.Single(page.Handlers);
        Assert.Equal(("save", "Click", "Save_Click", 6), (handler.Control, handler.Event, handler.Method, handler.Where.StartLine));
    }

    [Fact]
    public void Script_members_keep_their_places()
    {
        Translated page = Translated.Form(Page);
        MethodDeclarationSyntax method = Assert.Single(
            page.Tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>(),
            m => m.Identifier.Text == "Page_Load"
        );
        Assert.Equal("void Page_Load() { name.Text = \"x\"; }", page.Original(method));
    }

    [Fact]
    public void A_handler_is_plain_code_behind_its_directive()
    {
        Translated handler = Translated.Form(
            "<%@ WebHandler Language=\"C#\" Class=\"Shop.Download\" %>\n\nnamespace Shop { class Download { int a = 1; } }\n",
            "Download.ashx"
        );
        Assert.Equal(MarkupKind.HttpHandler, handler.Result.Kind);
        Assert.Equal(("Shop", "Download"), (handler.Result.Namespace, handler.Result.ClassName));
        Assert.Empty(handler.SyntaxErrors);
        FieldDeclarationSyntax field = Assert.Single(handler.Tree.GetRoot().DescendantNodes().OfType<FieldDeclarationSyntax>());
        Assert.Equal("int a = 1;", handler.Original(field));
    }

    [Fact]
    public void Visual_basic_is_left_out_by_name()
    {
        TranslatedMarkup page = Translated.Form("<%@ Page Language=\"VB\" Inherits=\"A\" %><%= a %>").Result;
        Assert.Equal("written in Visual Basic", page.SkippedBecause);
        Assert.Equal("", page.CSharp);
    }

    [Theory]
    [InlineData("System.Web.Mvc.ViewPage<Shop.Order>", "System.Web.Mvc.ViewPage<Shop.Order>")]
    [InlineData("System.Web.Mvc.ViewPage`1[[Shop.Order, Shop]]", "System.Web.Mvc.ViewPage<Shop.Order>")]
    [InlineData("Outer+Inner", "Outer.Inner")]
    [InlineData("A { } class B", "System.Web.UI.Page")]
    public void The_base_type_is_written_as_c_sharp(string inherits, string expected) =>
        Assert.Equal(expected, Translated.Form($"<%@ Page Inherits=\"{inherits}\" %>").Checked().Result.BaseType);
}
