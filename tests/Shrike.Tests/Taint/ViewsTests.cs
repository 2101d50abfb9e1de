using Shrike.Analysis.Facts;
using Shrike.Analysis.Sources;

namespace Shrike.Tests.Taint;

/// <summary>What views write, through the whole analysis.</summary>
public class ViewsTests
{
    private const string Controller = """
        using System.Web.Mvc;
        public class NameModel { public string Name { get; set; } }
        public class NamesController : Controller
        {
            [HttpPost, ValidateInput(false)] public ActionResult Index(string name) => View(new NameModel { Name = name });
        }
        public static class OwnHelpers
        {
            public static MvcHtmlString Bare(this HtmlHelper html, string text) => new MvcHtmlString("<b>" + text + "</b>");
        }
        """;

    [Theory]
    [InlineData("<p @Html.Attr(\"title\", Model.Name)>x</p>", "")]
    [InlineData("<p @Html.RawAttr(\"title\", Model.Name)>x</p>", "xss-attribute")]
    [InlineData("<p @Model.Name>x</p>", "xss-attribute")]
    [InlineData("<p>@Html.Bare(Model.Name)</p>", "xss")]
    public void A_helper_that_nobody_sees_encodes_unless_its_name_says_otherwise(string view, string rules) =>
        Assert.Equal(rules, Found(view));

    [Theory]
    [InlineData("@{ Response.ContentType = \"text/json\"; } @Html.Raw(Model.Name)", "")]
    [InlineData("@{ Response.ContentType = \"text/html\"; } @Html.Raw(Model.Name)", "xss")]
    [InlineData("@{ if (Request.IsLocal) { Response.ContentType = \"text/json\"; } } @Html.Raw(Model.Name)", "xss")]
    public void A_page_that_answers_with_data_is_no_page(string view, string rules) => Assert.Equal(rules, Found(view));

    [Theory]
    [InlineData("@Html.Label(T(\"New {0}\", Html.Raw(Model.Name)).Text)", "")]
    [InlineData("@{ var title = string.Format(\"New {0}\", Html.Raw(Model.Name)); }<h1>@title</h1>", "")]
    [InlineData("@{ var title = Html.Raw(Model.Name); }<h1>@title</h1>", "xss")]
    [InlineData("<h1>@Html.Raw(string.Format(\"New {0}\", Html.Raw(Model.Name)))</h1>", "xss")]
    [InlineData("<h1>@T(\"New {0}\", Html.Raw(Model.Name))</h1>", "xss")]
    public void Markup_that_becomes_text_again_is_encoded_where_it_is_written(string view, string rules) =>
        Assert.Equal(rules, Found(view));

    private static string Found(string view)
    {
        Codebase result = Analyse.Files(
            null,
            SourceFile.InMemory("Site/Controllers/NamesController.cs", Controller),
            SourceFile.InMemory("Site/Views/Names/Index.cshtml", "@model NameModel\n" + view, FileKind.RazorView)
        );
        return string.Join(
            ' ',
            result.Candidates.Select(c => c.Rule.Id).Where(id => id.StartsWith("xss", StringComparison.Ordinal)).Distinct()
        );
    }
}
