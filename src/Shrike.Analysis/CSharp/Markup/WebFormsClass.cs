using Microsoft.CodeAnalysis.Text;
using Shrike.Analysis.Sources;
namespace Shrike.Analysis.CSharp.Markup;
internal static class WebFormsClass
{
    public static TranslatedMarkup Translate(SourceFile file, SourceText text, MarkupOptions options) => throw new NotImplementedException();
}
