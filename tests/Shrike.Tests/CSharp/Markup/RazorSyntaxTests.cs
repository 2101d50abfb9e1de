using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Shrike.Tests.CSharp.Markup;

public sealed class RazorSyntaxTests
{
    [Theory]
    [InlineData("@a.B.C text", "Text(a.B.C)")]
    [InlineData("@a.", "Text(a)")]
    [InlineData("@a?.B!.C[0](1)?[2]!", "Text(a?.B!.C[0](1)?[2])")]
    [InlineData("@f(\"(\", ')', @\"\"\"(\")", "Text(f(\"(\",')',@\"\"\"(\"))")]
    [InlineData("@f($\"{a(\"}\")} (\")<b>", "Text(f($\"{a(\"}\")}(\"))")]
    [InlineData("@await f(1).ConfigureAwait(false)", "Text(awaitf(1).ConfigureAwait(false))")]
    [InlineData("@(f<int>(x))", "Text(f<int>(x))")]
    [InlineData("@a<b>", "Text(a)")]
    [InlineData("@if (x) { <p a=@b/> } @c", "UnquotedAttribute(\"a\",b)|Text(c)")]
    [InlineData("@if (x) { <partial name=\"_P\" model=@X/> } @c", "Partial(\"model\",X)|Text(c)")]
    [InlineData("<partial name=\"_P\" model=\"@F(1)\" /><a href=\"@b\">", "Partial(\"model\",F(1))|UrlAttribute(\"href\",b)")]
    [InlineData("<a asp-route-id=@a title=@b>", "TagHelper(\"asp-route-id\",a)|UnquotedAttribute(\"title\",b)")]
    [InlineData("<p model=@b for=\"@c\">", "UnquotedAttribute(\"model\",b)|Attribute(\"for\",c)")]
    [InlineData("me@example.com @@a x@(b)", "Text(b)")]
    [InlineData("@a@b", "Text(a)|Text(b)")]
    [InlineData("@* @a *@ @b", "Text(b)")]
    [InlineData("@(a /* ) */ )", "Text(a/*)*/)")]
    [InlineData("@(a // )\n)", "Text(a//))")]
    [InlineData("@()", "Text(null)")]
    [InlineData("@if (a) { <p>@b</p> } else if (c) { @d } else { @:x @e y\n }@f", "Text(b)|Text(d)|Text(e)|Text(f)")]
    [InlineData("@for (int i = 0; i < n; i++) { <i>@i</i> <br> <b>@j</b> }", "Text(i)|Text(j)")]
    [InlineData("@foreach (var x in xs) { var y = x; <li>@y<ul>@z</ul></li> }", "Text(y)|Text(z)")]
    [InlineData("@while (a) { <p>@b</p> }", "Text(b)")]
    [InlineData("@do { <p>@b</p> } while (c); @d", "Text(b)|Text(d)")]
    [InlineData("@switch (a) { case 1: <p>@b</p> break; default: @c\n break; }", "Text(b)|Text(c)")]
    [InlineData("@lock (a) { <p>@b</p> }", "Text(b)")]
    [InlineData("@using (Html.BeginForm()) { <p>@b</p> }", "Text(b)")]
    [InlineData("@try { <p>@a</p> } catch (Exception e) { <p>@e</p> } finally { <p>@c</p> }", "Text(a)|Text(e)|Text(c)")]
    [InlineData("@{ var a = 1; }@a", "Text(a)")]
    [InlineData("@{ <text>@a</text> <p>@{ var x = 1; <b>@x</b> }</p> @b }", "Text(a)|Text(x)|Text(b)")]
    [InlineData("@{ @if (a) { <p>@b</p> } @* c *@ @(d) }", "Text(b)|Text(d)")]
    [InlineData("@{ f(new { @class = \"x\", id = 1 }); <p>@b</p> }", "Text(b)")]
    [InlineData("@Html.TextBox(\"a\", null, new { @class = \"x\" })", "Text(Html.TextBox(\"a\",null,new{@class=\"x\"}))")]
    [InlineData("@{ var f = new List<int> { 1 }; Func<int, int> g = x => { return x < 2 ? 1 : 2; }; }@f", "Text(f)")]
    [InlineData("@section Scripts { <script>if (a) { f('@a'); }</script> @b }@c", "ScriptString(a)|Text(b)|Text(c)")]
    [InlineData("@functions { string F() { return \"}\"; } void G() { <p>@a</p> } }@b", "Text(a)|Text(b)")]
    [InlineData("@{ var s = \"<p>@a</p>\"; // <p>@b</p>\n }", "")]
    [InlineData("@if (a < b && c > d) { <p>@e</p> }", "Text(e)")]
    [InlineData("@{ <!-- @a --> <p>@b</p> }", "Text(a)|Text(b)")]
    [InlineData("@{ <p /> <input value=\"@a\"> <p>@b</p> }", "Attribute(\"value\",a)|Text(b)")]
    [InlineData("@{\n#region x\n<p>@a</p>\n#endregion\n}", "Text(a)")]
    [InlineData(
        "<form asp-action=\"X\"><input asp-for=\"Input.Name\" /><a asp-route-id=\"@a\">@b</a></form>",
        "TagHelper(\"asp-for\",Model.Input.Name)|TagHelper(\"asp-route-id\",a)|Text(b)"
    )]
    [InlineData("<partial name=\"_Row\" model=\"Model.Rows[0]\" />", "Partial(\"model\",Model.Rows[0])")]
    public void Code_is_found_and_placed(string markup, string expected) =>
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), Translated.View(markup).Checked().Calls);

    [Fact]
    public void A_template_is_a_lambda_around_its_markup()
    {
        Translated view = Translated.View("@Html.Grid(columns: @<b>@item.Name</b>, 3)<i>@c</i>").Checked();
        Assert.Contains("Text(item.Name)", view.Calls);
        Assert.Contains("Text(c)", view.Calls);
        Assert.Contains(
            view.Tree.GetRoot().DescendantNodes().OfType<SimpleLambdaExpressionSyntax>(),
            l => l.Parameter.Identifier.Text == "item"
        );
    }

    [Fact]
    public void An_mvc_5_helper_becomes_a_method()
    {
        Translated view = Translated.Mvc5("@helper Row(string a) {\n<p>@a</p>\n}\n@Row(\"x\")@b").Checked();
        Assert.Equal(["Text(a)", "Text(Row(\"x\"))", "Text(b)"], view.Calls);
        MethodDeclarationSyntax helper = Assert.Single(
            view.Tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>(),
            m => m.Identifier.Text == "Row"
        );
        Assert.Equal("Execute", view.Result.RenderMethod);
        Assert.Equal("string a", view.Original(helper.ParameterList.Parameters[0]));
    }

    [Theory]
    [InlineData(
        "<button @onclick=\"Save\">x</button>",
        "Callback<global::Microsoft.AspNetCore.Components.Web.MouseEventArgs>(\"onclick\",Save)"
    )]
    [InlineData(
        "<button @onclick=\"@(() => Save(1))\">@a</button>",
        "Callback<global::Microsoft.AspNetCore.Components.Web.MouseEventArgs>(\"onclick\",()=>Save(1))|Text(a)"
    )]
    [InlineData("<button @onclick:preventDefault=\"true\">@a</button>", "Text(a)")]
    [InlineData("<input @bind=\"name\" @bind:event=\"oninput\" />", "Bind(name)")]
    [InlineData("<Field @bind-Value=\"model.Name\">@a</Field>", "Bind(model.Name)|Text(a)")]
    [InlineData(
        "<Child Param=\"@x\" Other=\"y.Z\" Text=\"Hello there\" />",
        "Component(\"Child\",\"Param\",x)|Component(\"Child\",\"Other\",y.Z)"
    )]
    [InlineData(
        "<Child Param=\"@(f(\"a\"))\" Mixed=\"x @b\">@c</Child>",
        "Component(\"Child\",\"Param\",f(\"a\"))|Component(\"Child\",\"Mixed\",b)|Text(c)"
    )]
    [InlineData(
        "<a href=\"@u\" class=\"@c\">@((MarkupString)h)</a>",
        "UrlAttribute(\"href\",u)|Attribute(\"class\",c)|Text((MarkupString)h)"
    )]
    [InlineData("@code { RenderFragment F => @<b>@a</b>; [Parameter] public string? P { get; set; } }", "Text(a)")]
    [InlineData("<Title>@a</Title><Script>@b</Script>", "Text(a)|Text(b)")]
    public void Components_have_directive_attributes(string markup, string expected) =>
        Assert.Equal(expected.Split('|'), Translated.Component(markup).Checked().Calls);

    [Fact]
    public void Members_keep_their_places()
    {
        Translated component = Translated
            .Component(
                "<p>@Name</p>\n\n@code {\n    [Parameter] public string Name { get; set; } = \"\";\n\n    void Go()\n    {\n        Name = \"x\";\n    }\n}\n"
            )
            .Checked();
        PropertyDeclarationSyntax property = Assert.Single(component.Tree.GetRoot().DescendantNodes().OfType<PropertyDeclarationSyntax>());
        Assert.Equal(property.ToString(), component.Original(property));
        AssignmentExpressionSyntax assignment = Assert.Single(
            component.Tree.GetRoot().DescendantNodes().OfType<AssignmentExpressionSyntax>()
        );
        Assert.Equal("Name = \"x\"", component.Original(assignment));
    }
}
