using System.Text;
using Microsoft.CodeAnalysis.Text;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Sources;

namespace Shrike.Analysis.CSharp.Markup;

/// <summary>Puts the pieces of a WebForms file together: a class in namespace ASP that extends the code-behind type, as the
/// runtime generates it, and the partial class of control fields.</summary>
internal static class WebFormsClass
{
    private static readonly string[] Usings =
    [
        "System",
        "System.Collections",
        "System.Collections.Generic",
        "System.Collections.Specialized",
        "System.Configuration",
        "System.Linq",
        "System.Text",
        "System.Text.RegularExpressions",
        "System.Web",
        "System.Web.Caching",
        "System.Web.Profile",
        "System.Web.Security",
        "System.Web.SessionState",
        "System.Web.UI",
        "System.Web.UI.HtmlControls",
        "System.Web.UI.WebControls",
        "System.Web.UI.WebControls.WebParts",
    ];

    /// <summary>"Controls/Menu.ascx" becomes "controls_menu_ascx".</summary>
    public static string NameOf(string localPath) => MarkupNames.Identifier(localPath.ToLowerInvariant());

    public static TranslatedMarkup Translate(SourceFile file, SourceText text, MarkupOptions options)
    {
        string local = MarkupNames.InProject(file.Path, options.ProjectFolder);
        MarkupKind kind = KindOf(file.Path);
        var parser = new WebFormsParser(text, file.Path, local);
        if (kind is MarkupKind.HttpHandler or MarkupKind.WebService)
            return PlainCode(file, text, kind, parser);

        parser.Run();
        (string Name, Dictionary<string, string> Attributes, int Start, int End) first = First(parser);
        string inherits = TypeName(first.Attributes.GetValueOrDefault("inherits") ?? "");
        string baseType = inherits.Length > 0 ? inherits : DefaultBase(kind);
        string? skipped = Skipped(first.Attributes);
        return new TranslatedMarkup
        {
            CSharp = skipped is null ? Compose(parser, NameOf(local), baseType, text.ToString(), first.Start, first.End) : "",
            Namespace = "ASP",
            ClassName = NameOf(local),
            RenderMethod = "RenderMarkup",
            Kind = kind,
            Problems = parser.Problems,
            SkippedBecause = skipped,
            BaseType = baseType,
            ViewNames = MarkupNames.ViewNames(file.Path, options.ProjectFolder),
            Controls = parser.Controls,
            ControlFields = skipped is null ? Fields(parser, inherits) : null,
            Handlers = parser.Handlers,
            Directive = first.Attributes,
            DirectiveSpan = Span(file.Path, text, first.Start, first.End),
        };
    }

    private static MarkupKind KindOf(string path) =>
        Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".ascx" => MarkupKind.UserControl,
            ".master" => MarkupKind.Master,
            ".ashx" => MarkupKind.HttpHandler,
            ".asmx" => MarkupKind.WebService,
            _ => MarkupKind.WebForm,
        };

    private static string DefaultBase(MarkupKind kind) =>
        kind switch
        {
            MarkupKind.UserControl => "System.Web.UI.UserControl",
            MarkupKind.Master => "System.Web.UI.MasterPage",
            _ => "System.Web.UI.Page",
        };

    private static (string Name, Dictionary<string, string> Attributes, int Start, int End) First(WebFormsParser parser)
    {
        foreach (var directive in parser.Directives)
        {
            if (directive.Name is "page" or "control" or "master" or "webhandler" or "webservice")
                return directive;
        }

        return ("", [], 0, 0);
    }

    private static string? Skipped(Dictionary<string, string> directive)
    {
        string language = directive.GetValueOrDefault("language") ?? "";
        string code = directive.GetValueOrDefault("codebehind") ?? directive.GetValueOrDefault("codefile") ?? "";
        bool isBasic =
            language.StartsWith("vb", StringComparison.OrdinalIgnoreCase) || language.Contains("basic", StringComparison.OrdinalIgnoreCase);
        return isBasic || (language.Length == 0 && code.EndsWith(".vb", StringComparison.OrdinalIgnoreCase))
            ? "written in Visual Basic"
            : null;
    }

    private static SourceSpan Span(string path, SourceText text, int start, int end)
    {
        LinePosition from = text.Lines.GetLinePosition(start),
            to = text.Lines.GetLinePosition(end);
        return new SourceSpan(path, from.Line + 1, from.Character + 1, to.Line + 1, to.Character + 1);
    }

    /// <summary>"Shop.Page, Shop", "Outer+Inner" and "ViewPage`1[[Shop.Order]]" as C# writes them; empty when it cannot be.</summary>
    private static string TypeName(string written)
    {
        int tick = written.IndexOf('`', StringComparison.Ordinal);
        if (tick > 0)
        {
            int inner = written.IndexOf("[[", StringComparison.Ordinal);
            int innerEnd = inner < 0 ? -1 : written.AsSpan(inner).IndexOfAny(',', ']') + inner;
            string argument =
                innerEnd > inner + 2 ? TypeName(written[(inner + 2)..innerEnd].Replace("`", "", StringComparison.Ordinal)) : "";
            return $"{TypeName(written[..tick])}<{(argument.Length == 0 ? "dynamic" : argument)}>";
        }

        bool isGeneric = written.Contains('<', StringComparison.Ordinal);
        int comma = isGeneric ? -1 : written.IndexOf(',', StringComparison.Ordinal);
        string name = (comma < 0 ? written : written[..comma]).Replace('+', '.').Trim();
        bool isSafe = isGeneric
            ? name.Length < 1000
                && name.All(static c => CSharpAtoms.IsIdentifierPart(c) || c is '.' or '<' or '>' or ',' or ' ' or '[' or ']' or '?')
            : MarkupNames.IsQualifiedName(name);
        return isSafe ? name : "";
    }

    private static string Compose(WebFormsParser parser, string className, string baseType, string text, int start, int end)
    {
        var output = new StringBuilder("#line hidden\n#pragma warning disable\n");
        IEnumerable<string> imported = parser
            .Directives.Where(d => d.Name == "import")
            .Select(d => d.Attributes.GetValueOrDefault("namespace") ?? "")
            .Where(MarkupNames.IsQualifiedName);
        foreach (string name in Usings.Concat(imported).Distinct())
            output.Append("using ").Append(name).Append(";\n");
        IEnumerable<string> implemented = parser
            .Directives.Where(d => d.Name == "implements")
            .Select(d => d.Attributes.GetValueOrDefault("interface") ?? "")
            .Where(MarkupNames.IsQualifiedName);
        output.Append("namespace ASP\n{\n");
        // Declarations that no one wrote stand where the page directive does.
        MappedWriter head = parser.NewWriter(),
            signature = parser.NewWriter();
        head.Replace(start, end, $"public class {className} : {string.Join(", ", implemented.Prepend(baseType))}");
        head.Generated("\n{\n");
        output.Append(head.ToString());
        if (text.Contains("Container", StringComparison.Ordinal))
            output.Append("private dynamic Container => null;\n");
        if (text.Contains("Item", StringComparison.Ordinal))
            output.Append($"private {(parser.ItemTypes.Count == 1 ? parser.ItemTypes.First() : "dynamic")} Item => null;\n");
        if (text.Contains("Bind", StringComparison.Ordinal))
            output.Append(
                "private object Bind(string expression) => Eval(expression);\nprivate object Bind(string expression, string format) => Eval(expression, format);\n"
            );
        output.Append(parser.Members.ToString());
        signature.Replace(start, end, "protected void RenderMarkup()");
        signature.Generated("\n{\n");
        output.Append(signature.ToString());
        output.Append(parser.Body.ToString()).Append("\n#line hidden\n}\n}\n}\n");
        return output.ToString();
    }

    private static string? Fields(WebFormsParser parser, string inherits)
    {
        if (!MarkupNames.IsQualifiedName(inherits) || inherits.StartsWith("System.Web.", StringComparison.Ordinal))
            return null;
        int dot = inherits.LastIndexOf('.');
        var output = new StringBuilder("#pragma warning disable\n");
        if (dot > 0)
            output.Append("namespace ").Append(inherits[..dot]).Append("\n{\n");
        output.Append("public partial class ").Append(inherits[(dot + 1)..]).Append("\n{\n");
        foreach (ServerControl control in parser.Controls.Where(c => !c.InTemplate).DistinctBy(c => c.Id))
            output.Append("protected global::").Append(control.Type).Append(' ').Append(control.Id).Append(";\n");
        return output.Append(dot > 0 ? "}\n}\n" : "}\n").ToString();
    }

    /// <summary>Behind the directive of a handler or a service the file is C# as it stands.</summary>
    private static TranslatedMarkup PlainCode(SourceFile file, SourceText text, MarkupKind kind, WebFormsParser parser)
    {
        string whole = text.ToString();
        int rest = parser.RunDirectives();
        (string Name, Dictionary<string, string> Attributes, int Start, int End) first = First(parser);
        string? skipped = Skipped(first.Attributes);
        var writer = new MappedWriter(whole, text.Lines, MappedWriter.PathForDirective(file.Path));
        bool hasCode = skipped is null && !whole.AsSpan(rest).IsWhiteSpace();
        if (hasCode)
            writer.Copy(rest, whole.Length);
        string type = TypeName(first.Attributes.GetValueOrDefault("class") ?? "");
        int dot = type.LastIndexOf('.');
        return new TranslatedMarkup
        {
            CSharp = writer.ToString(),
            Namespace = dot > 0 ? type[..dot] : "",
            ClassName = type[(dot + 1)..],
            RenderMethod = "",
            Kind = kind,
            Problems =
                first.Name.Length > 0
                    ? parser.Problems
                    : [.. parser.Problems, new Problem(file.Path, "no WebHandler or WebService directive")],
            SkippedBecause = skipped,
            Directive = first.Attributes,
            DirectiveSpan = Span(file.Path, text, first.Start, first.End),
        };
    }
}
