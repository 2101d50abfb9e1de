using Microsoft.CodeAnalysis.Text;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Sources;

namespace Shrike.Analysis.CSharp.Markup;

/// <summary>Translates Razor and WebForms files into C# that the ordinary front end reads. Outputs become calls of the
/// pseudo-type <c>Shrike.Html</c>, one member for each context of HTML.</summary>
public static class MarkupTranslator
{
    private const int MaxCharacters = 16 << 20;

    /// <summary>Never throws on any content; time and memory are linear in the file, which is refused above 16 Mi characters.</summary>
    /// <param name="imports">All import files of the scan; those that apply are chosen by folder.</param>
    public static TranslatedMarkup Translate(
        SourceFile file,
        string rootNamespace,
        IReadOnlyList<ViewImports> imports,
        MarkupOptions? options = null
    )
    {
        options ??= new MarkupOptions();
        SourceText text;
        try
        {
            text = file.Text;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Nothing(file, $"cannot be read: {e.Message}");
        }

        if (text.Length > MaxCharacters)
            return Nothing(file, $"larger than {MaxCharacters} characters; not translated");
        return file.Kind == FileKind.WebForms
            ? WebFormsClass.Translate(file, text, options)
            : RazorClass.Translate(file, text, rootNamespace, ViewImports.For(file.Path, imports), options);
    }

    private static TranslatedMarkup Nothing(SourceFile file, string why) =>
        new()
        {
            CSharp = "",
            Namespace = "",
            ClassName = "",
            RenderMethod = "",
            Kind = MarkupKind.Imports,
            Problems = [new Problem(file.Path, why)],
        };
}
