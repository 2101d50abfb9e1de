using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shrike.Analysis.CSharp;
using Shrike.Analysis.CSharp.Markup;
using Shrike.Analysis.Sources;

namespace Shrike.Tests.CSharp.Markup;

public sealed class MarkupClassTests
{
    private static readonly ViewImports Imports = ViewImports.Parse(
        SourceFile.InMemory(
            "Shop/Pages/_ViewImports.cshtml",
            "@using Shop.Models\n@namespace Shop.Pages\n@inject Clock Clock\n@addTagHelper *, X\n",
            FileKind.RazorView
        )
    );

    [Fact]
    public void Imports_are_read_and_apply_below_their_folder()
    {
        Assert.Equal(["Shop.Models"], Imports.Usings);
        Assert.Equal("Shop.Pages", Imports.Namespace);
        Assert.Equal(new InjectedProperty("Clock", "Clock"), Assert.Single(Imports.Injects));
        Assert.Single(ViewImports.For("Shop/Pages/Orders/Edit.cshtml", [Imports]));
        Assert.Empty(ViewImports.For("Shop/PagesOld/Edit.cshtml", [Imports]));
        Assert.Empty(ViewImports.For("Shop/Pages/Edit.razor", [Imports]));
    }

    [Fact]
    public void A_page_has_route_namespace_and_model()
    {
        TranslatedMarkup page = Translated
            .At(
                "Shop/Pages/Orders/Edit.cshtml",
                "@page \"{id:int}\"\n@model EditModel\n<p>@Model.Name</p>",
                new MarkupOptions(ProjectFolder: "Shop"),
                Imports
            )
            .Checked()
            .Result;
        Assert.Equal(MarkupKind.Page, page.Kind);
        Assert.Equal("/Orders/Edit/{id:int}", page.Route);
        Assert.Equal("Shop.Pages.Orders", page.Namespace);
        Assert.Equal("EditModel", page.ModelType);
        Assert.Contains("using Shop.Models;", page.CSharp, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Views/Home/Index.cshtml", "Home/Index|/Views/Home/Index.cshtml|~/Views/Home/Index.cshtml")]
    [InlineData(
        "Areas/Admin/Views/Home/Index.cshtml",
        "Home/Index|Admin/Home/Index|/Areas/Admin/Views/Home/Index.cshtml|~/Areas/Admin/Views/Home/Index.cshtml"
    )]
    [InlineData("Views/Shared/_Row.cshtml", "Shared/_Row|/Views/Shared/_Row.cshtml|~/Views/Shared/_Row.cshtml")]
    public void A_view_has_the_names_code_uses(string path, string expected) =>
        Assert.Equal(expected.Split('|'), Translated.At(path, "x", new MarkupOptions()).Result.ViewNames);

    [Fact]
    public void A_component_is_a_partial_class_of_its_folder()
    {
        TranslatedMarkup component = Translated
            .At(
                "src/App/Pages/Cart.razor",
                "@page \"/cart\"\n@page \"/cart/{Id}\"\n@typeparam T where T : class\n@attribute [Authorize]\n<p>@a</p>",
                new MarkupOptions(ProjectFolder: "src/App")
            )
            .Checked()
            .Result;
        Assert.True(component.IsComponent);
        Assert.Equal(["/cart", "/cart/{Id}"], component.Routes);
        Assert.Equal(("App.Pages", "Cart", "Render"), (component.Namespace, component.ClassName, component.RenderMethod));
        Assert.Contains("partial class Cart<T>", component.CSharp, StringComparison.Ordinal);
    }

    [Fact]
    public void Translated_views_bind()
    {
        Translated view = Translated
            .View(
                "@model System.Uri\n@inject System.IServiceProvider Services\n<a href=\"@Model.Host\">@Html.Encode(ViewBag.X)</a>@Html.Raw(Model.Query)@section S { <p>@ViewData[\"a\"]</p> }@await Html.PartialAsync(\"x\")"
            )
            .Checked();
        AssertBinds(view, References.Modern, "stubs/Shrike.Html.Modern");
        Translated component = Translated
            .Component(
                "<button @onclick=\"Go\" @onclick:stopPropagation>@name</button><input @bind=\"name\" />@code { string name = \"\"; void Go() { } [Parameter] public RenderFragment? Body { get; set; } }@Body"
            )
            .Checked();
        AssertBinds(component, References.Modern, "stubs/Shrike.Html.Modern");
    }

    private static void AssertBinds(Translated translated, IReadOnlyList<MetadataReference> references, string stub)
    {
        using var reader = new StreamReader(typeof(References).Assembly.GetManifestResourceStream(stub)!);
        SyntaxTree stubs = CSharpSyntaxTree.ParseText(reader.ReadToEnd(), new CSharpParseOptions(LanguageVersion.Preview));
        CSharpCompilation compilation = CSharpCompilation.Create(
            "a",
            [translated.Tree, stubs],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
    }
}
