using Shrike.Analysis.Sources;

namespace Shrike.Analysis.CSharp.Markup;

/// <summary>What a _ViewImports.cshtml, _Imports.razor or web.config gives to every markup file at or below its folder.</summary>
/// <param name="Path">Of the file itself, relative to the scan root.</param>
public sealed record ViewImports(
    string Path,
    IReadOnlyList<string> Usings,
    IReadOnlyList<InjectedProperty> Injects,
    string? Inherits = null,
    string? Model = null,
    string? Namespace = null
)
{
    public string Folder => MarkupNames.FolderOf(Path);

    public static bool IsImportsFile(string path) =>
        MarkupNames.FileOf(path) is var name
        && (
            name.Equals("_ViewImports.cshtml", StringComparison.OrdinalIgnoreCase)
            || name.Equals("_Imports.razor", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Reads the directives of an imports file. Never throws; what cannot be read is left out.</summary>
    public static ViewImports Parse(SourceFile file)
    {
        try
        {
            bool isComponent = file.Path.EndsWith(".razor", StringComparison.OrdinalIgnoreCase);
            var parser = new RazorParser(file.Text, file.Path, isComponent, isFramework: false);
            parser.Run();
            RazorDirectives found = parser.Directives;
            return new ViewImports(
                file.Path,
                [.. found.Usings.Select(u => u.Text)],
                [.. found.Injects.Select(i => new InjectedProperty(i.Type, i.Name))],
                found.Inherits,
                found.Model,
                found.Namespace
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return new ViewImports(file.Path, [], []);
        }
    }

    /// <summary>Those that apply to a file, outermost folder first.</summary>
    public static IReadOnlyList<ViewImports> For(string path, IReadOnlyList<ViewImports> all)
    {
        bool isComponent = path.EndsWith(".razor", StringComparison.OrdinalIgnoreCase);
        return
        [
            .. all.Where(i => i.Path != path && i.Path.EndsWith(".razor", StringComparison.OrdinalIgnoreCase) == isComponent)
                .Where(i => i.Folder.Length == 0 || path.StartsWith(i.Folder + "/", StringComparison.OrdinalIgnoreCase))
                .OrderBy(i => i.Folder.Length)
                .ThenBy(i => i.Path, StringComparer.Ordinal),
        ];
    }
}

/// <summary>A property that <c>@inject</c> declares.</summary>
public sealed record InjectedProperty(string Type, string Name);
