using System.Text;
using Microsoft.CodeAnalysis.Text;
using Shrike.Analysis.Sources;

namespace Shrike.Analysis.CSharp.Markup;

/// <summary>Puts the pieces of a Razor file together into the class that the framework would generate.</summary>
internal static class RazorClass
{
    private static readonly string[] CommonUsings = ["System", "System.Collections.Generic", "System.Linq", "System.Threading.Tasks"];
    private static readonly string[] ModernUsings =
    [
        "Microsoft.AspNetCore.Mvc",
        "Microsoft.AspNetCore.Mvc.Rendering",
        "Microsoft.AspNetCore.Mvc.ViewFeatures",
    ];
    private static readonly string[] ComponentUsings = ["Microsoft.AspNetCore.Components"];
    private static readonly string[] FrameworkUsings =
    [
        "System.Web",
        "System.Web.Helpers",
        "System.Web.Security",
        "System.Web.UI",
        "System.Web.WebPages",
        "System.Web.Mvc",
        "System.Web.Mvc.Ajax",
        "System.Web.Mvc.Html",
        "System.Web.Routing",
    ];

    public static TranslatedMarkup Translate(
        SourceFile file,
        SourceText text,
        string rootNamespace,
        IReadOnlyList<ViewImports> imports,
        MarkupOptions options
    )
    {
        bool isComponent = file.Kind == FileKind.RazorComponent;
        bool isFramework = options.IsFramework && !isComponent;
        var parser = new RazorParser(text, file.Path, isComponent, isFramework);
        parser.Run();
        RazorDirectives own = parser.Directives;
        MarkupKind kind =
            ViewImports.IsImportsFile(file.Path) ? MarkupKind.Imports
            : isComponent ? MarkupKind.Component
            : own.IsPage ? MarkupKind.Page
            : MarkupKind.View;

        string? model = own.Model ?? imports.LastOrDefault(i => i.Model is not null)?.Model;
        string className = ClassName(file.Path, options, isComponent);
        string ns = NamespaceOf(file.Path, rootNamespace, own, imports, options, isComponent);
        string baseType = BaseType(own, imports, kind, isFramework, model ?? (own.IsPage ? className : "dynamic"));
        string method =
            isComponent ? "Render"
            : isFramework ? "Execute"
            : "ExecuteAsync";
        var shape = new Shape(kind, isFramework, ns, className, baseType, method, model ?? (own.IsPage ? className : "dynamic"));
        LinePosition first = text.Lines.GetLinePosition(Math.Max(0, own.First));
        return new TranslatedMarkup
        {
            CSharp = kind == MarkupKind.Imports ? "" : Compose(parser, imports, shape),
            Namespace = ns,
            ClassName = className,
            RenderMethod = kind == MarkupKind.Imports ? "" : method,
            Kind = kind,
            Problems = parser.Problems,
            ModelType = model,
            BaseType = baseType,
            Routes = Routes(file.Path, own, kind, options),
            ViewNames = isComponent ? [] : MarkupNames.ViewNames(file.Path, options.ProjectFolder),
            DirectiveSpan = new(file.Path, first.Line + 1, first.Character + 1, first.Line + 1, first.Character + 1),
        };
    }

    private sealed record Shape(
        MarkupKind Kind,
        bool IsFramework,
        string Namespace,
        string ClassName,
        string BaseType,
        string Method,
        string Model
    );

    private static string ClassName(string path, MarkupOptions options, bool isComponent)
    {
        if (isComponent || path.Contains("App_Code/", StringComparison.OrdinalIgnoreCase))
            return MarkupNames.Identifier(MarkupNames.StemOf(path));
        string local = MarkupNames.InProject(path, options.ProjectFolder);
        return MarkupNames.Identifier(local.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase) ? local[..^".cshtml".Length] : local);
    }

    private static string NamespaceOf(
        string path,
        string root,
        RazorDirectives own,
        IReadOnlyList<ViewImports> imports,
        MarkupOptions options,
        bool isComponent
    )
    {
        if (own.Namespace is { } given)
            return MarkupNames.Namespace(given, "");
        string folder = MarkupNames.FolderOf(path);
        if (imports.LastOrDefault(i => i.Namespace is not null) is { } import)
            return MarkupNames.Namespace(import.Namespace!, folder.Length > import.Folder.Length ? folder[import.Folder.Length..] : "");
        if (isComponent)
            return MarkupNames.Namespace(root, MarkupNames.FolderOf(MarkupNames.InProject(path, options.ProjectFolder)));
        return options.IsFramework ? "ASP" : "AspNetCoreGeneratedDocument";
    }

    private static string BaseType(RazorDirectives own, IReadOnlyList<ViewImports> imports, MarkupKind kind, bool isFramework, string model)
    {
        if ((own.Inherits ?? imports.LastOrDefault(i => i.Inherits is not null)?.Inherits) is { } given)
            return given.Replace("TModel", model, StringComparison.Ordinal);
        return kind switch
        {
            MarkupKind.Component => "global::Microsoft.AspNetCore.Components.ComponentBase",
            MarkupKind.Page => "global::Microsoft.AspNetCore.Mvc.RazorPages.Page",
            _ when isFramework => $"global::System.Web.Mvc.WebViewPage<{model}>",
            _ => $"global::Microsoft.AspNetCore.Mvc.Razor.RazorPage<{model}>",
        };
    }

    private static List<string> Routes(string path, RazorDirectives own, MarkupKind kind, MarkupOptions options) =>
        kind switch
        {
            MarkupKind.Component => [.. own.Routes.Where(route => route.Length > 0)],
            MarkupKind.Page => [MarkupNames.PageRoute(path, options.ProjectFolder, own.Routes.FirstOrDefault() ?? "")],
            _ => [],
        };

    private static string Compose(RazorParser parser, IReadOnlyList<ViewImports> imports, Shape shape)
    {
        MappedWriter output = parser.Header;
        RazorDirectives own = parser.Directives;
        output.Generated("#pragma warning disable\n");
        output.Generated($"namespace {shape.Namespace}\n{{\n");
        WriteUsings(output, own, imports, shape);
        foreach ((int start, int end) in own.Attributes)
            output.Copy(start, end);
        string bases = string.Concat(own.Implements.Select(name => ", " + name));
        string parameters = TypeParameters(own, out string constraints);
        // Declarations that no one wrote stand where the file's first directive does.
        int place = Math.Max(0, own.First);
        output.Replace(place, place, $"public partial class {shape.ClassName}{parameters} : {shape.BaseType}{bases}{constraints}");
        output.Generated("\n{\n");
        WriteProperties(output, own, imports, shape);
        var whole = new StringBuilder(output.ToString());
        whole.Append(parser.Members.ToString());
        MappedWriter signature = parser.NewWriter();
        signature.Replace(place, place, Signature(shape));
        signature.Generated("\n{\n");
        whole.Append(signature.ToString());
        foreach (string name in parser.ContextNames)
            whole.Append("dynamic ").Append(name).Append(" = global::Shrike.Html.Context();\n");
        whole.Append(parser.Body.ToString()).Append("\n#line hidden\n}\n}\n}\n");
        return whole.ToString();
    }

    private static string Signature(Shape shape) =>
        shape.Kind == MarkupKind.Component
            ? "protected async void Render(global::Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder __builder)"
        : shape.IsFramework ? "public override void Execute()"
        : "public override async global::System.Threading.Tasks.Task ExecuteAsync()";

    private static void WriteUsings(MappedWriter output, RazorDirectives own, IReadOnlyList<ViewImports> imports, Shape shape)
    {
        IEnumerable<string> given = CommonUsings.Concat(
            shape.Kind == MarkupKind.Component ? ComponentUsings
            : shape.IsFramework ? FrameworkUsings
            : ModernUsings
        );
        var seen = new HashSet<string>(own.Usings.Select(u => u.Text), StringComparer.Ordinal);
        foreach (string name in given.Concat(imports.SelectMany(i => i.Usings)))
        {
            if (seen.Add(name))
                output.Generated($"using {name};\n");
        }

        foreach ((string _, int start, int end) in own.Usings.DistinctBy(u => u.Text))
        {
            output.Copy(start, end, "using ");
            output.Close(";\n");
        }
    }

    private static string TypeParameters(RazorDirectives own, out string constraints)
    {
        constraints = "";
        var names = new List<string>();
        foreach (string parameter in own.TypeParameters)
        {
            int where = parameter.IndexOf(" where ", StringComparison.Ordinal);
            names.Add(where < 0 ? parameter : parameter[..where].Trim());
            if (where >= 0)
                constraints += parameter[where..];
        }

        return names.Count == 0 ? "" : $"<{string.Join(", ", names)}>";
    }

    private static void WriteProperties(MappedWriter output, RazorDirectives own, IReadOnlyList<ViewImports> imports, Shape shape)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string type, string name, int start, int end) in own.Injects)
        {
            if (names.Add(name))
                output.Replace(start, end, $"[global::Shrike.Injected] public {type} {name} {{ get; set; }}");
        }

        foreach (InjectedProperty property in imports.Reverse().SelectMany(i => i.Injects))
        {
            if (names.Add(property.Name))
                output.Generated($"[global::Shrike.Injected] public {property.Type} {property.Name} {{ get; set; }}\n");
        }

        if (shape.IsFramework || shape.Kind == MarkupKind.Component)
            return;
        const string Mvc = "global::Microsoft.AspNetCore.Mvc.";
        Inject(Mvc + $"Rendering.IHtmlHelper<{shape.Model}>", "Html");
        Inject(Mvc + "IUrlHelper", "Url");
        Inject(Mvc + "Rendering.IJsonHelper", "Json");
        Inject(Mvc + "IViewComponentHelper", "Component");
        if (shape.Kind == MarkupKind.Page)
            output.Generated($"public {shape.Model} Model => default;\n");

        void Inject(string type, string name)
        {
            if (names.Add(name))
                output.Generated($"[global::Shrike.Injected] public {type} {name} {{ get; set; }}\n");
        }
    }
}
