using Shrike.Bench.Suites;

namespace Shrike.Bench.Blinding;

internal static class Blinders
{
    private static readonly CSharpBlinder CSharp = new(keepsNames: false);
    private static readonly CSharpBlinder CSharpKeepingNames = new(keepsNames: true);
    private static readonly MarkupBlinder Markup = new();
    private static readonly JavaScriptBlinder JavaScript = new();
    private static readonly PlainBlinder Plain = new();

    /// <summary>null: nobody here can blind that kind of file, and a blinded run must not show it.</summary>
    public static ILanguageBlinder? For(string path, SuiteDeclaration suite) =>
        Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".cs" => suite.KeepsNames ? CSharpKeepingNames : CSharp,
            ".java" => TextBlinder.For(TextSyntax.Java, suite),
            ".py" => TextBlinder.For(TextSyntax.Python, suite),
            ".js" or ".cjs" or ".mjs" or ".jsx" or ".ts" or ".tsx" => JavaScript,
            ".c" or ".h" => TextBlinder.For(TextSyntax.C, suite),
            ".cshtml"
            or ".razor"
            or ".aspx"
            or ".ascx"
            or ".master"
            or ".ashx"
            or ".asmx"
            or ".config"
            or ".csproj"
            or ".props"
            or ".targets" => Markup,
            ".json" or ".sln" => Plain,
            ".slnx" => Markup,
            _ => null,
        };
}
