using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Shrike.Analysis.CSharp.Markup;
using Shrike.Analysis.Sources;

namespace Shrike.Tests.CSharp.Markup;

/// <summary>A markup text, its translation, and what the tests ask of it.</summary>
internal sealed class Translated
{
    private readonly SourceText source;

    private Translated(string path, string text, MarkupOptions options, IReadOnlyList<ViewImports> imports)
    {
        FileKind kind = Path.GetExtension(path) switch
        {
            ".cshtml" => FileKind.RazorView,
            ".razor" => FileKind.RazorComponent,
            _ => FileKind.WebForms,
        };
        source = SourceText.From(text);
        Result = MarkupTranslator.Translate(SourceFile.InMemory(path, text, kind), "App", imports, options);
        Tree = CSharpSyntaxTree.ParseText(Result.CSharp, new CSharpParseOptions(LanguageVersion.Preview));
    }

    public TranslatedMarkup Result { get; }
    public SyntaxTree Tree { get; }

    public static Translated View(string text, params ViewImports[] imports) => new("Views/Home/Index.cshtml", text, new(), imports);

    public static Translated Mvc5(string text) => new("Views/Home/Index.cshtml", text, new(IsFramework: true), []);

    public static Translated Component(string text) => new("Pages/Index.razor", text, new(), []);

    public static Translated Form(string text, string path = "Default.aspx") => new(path, text, new(IsFramework: true), []);

    public static Translated At(string path, string text, MarkupOptions options, params ViewImports[] imports) =>
        new(path, text, options, imports);

    public IEnumerable<Diagnostic> SyntaxErrors => Tree.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);

    public IEnumerable<InvocationExpressionSyntax> Outputs =>
        Tree.GetRoot()
            .DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Where(call => call.Expression.ToString().StartsWith("global::Shrike.Html.", StringComparison.Ordinal));

    /// <summary>"Method(arguments)" of each output, in order, without white space.</summary>
    public IReadOnlyList<string> Calls => [.. Outputs.Select(call => Squeeze(call.ToString()["global::Shrike.Html.".Length..]))];

    /// <summary>The part of the markup that a node leads back to.</summary>
    public string Original(SyntaxNode node)
    {
        FileLinePositionSpan mapped = Tree.GetMappedLineSpan(node.Span);
        Assert.True(mapped.HasMappedPath, $"not mapped: {node}");
        return source.ToString(source.Lines.GetTextSpan(mapped.Span));
    }

    /// <summary>Holds of every translation: it parses, and each output and its value lead back to the value's text.</summary>
    public Translated Checked()
    {
        Assert.Empty(SyntaxErrors);
        foreach (InvocationExpressionSyntax call in Outputs)
        {
            if (
                call.ArgumentList.Arguments.LastOrDefault()?.Expression is not { } value
                || value.ToString() == "null"
                || value.ToString().Contains("#line", StringComparison.Ordinal)
            )
                continue;
            if (
                value.ToString().StartsWith("Model.", StringComparison.Ordinal)
                && call.Expression.ToString().EndsWith("TagHelper", StringComparison.Ordinal)
            )
                continue;
            Assert.Equal(value.ToString(), Original(value));
            Assert.StartsWith(value.ToString(), Original(call).TrimStart(), StringComparison.Ordinal);
        }

        return this;
    }

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
