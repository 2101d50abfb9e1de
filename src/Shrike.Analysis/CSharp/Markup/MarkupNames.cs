using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Shrike.Analysis.CSharp.Markup;

/// <summary>Names that follow from a file's path alone.</summary>
internal static class MarkupNames
{
    public static string FileOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    public static string FolderOf(string path) => path.LastIndexOf('/') is var slash and > 0 ? path[..slash] : "";

    public static string StemOf(string path)
    {
        string file = FileOf(path);
        int dot = file.LastIndexOf('.');
        return dot > 0 ? file[..dot] : file;
    }

    /// <summary>The path below the project's folder.</summary>
    public static string InProject(string path, string projectFolder) =>
        projectFolder.Length > 0 && path.StartsWith(projectFolder + "/", StringComparison.OrdinalIgnoreCase)
            ? path[(projectFolder.Length + 1)..]
            : path;

    public static string Identifier(string text)
    {
        var name = new StringBuilder(text.Length + 1);
        foreach (char c in text.Length > 400 ? text[^400..] : text)
            name.Append(SyntaxFacts.IsIdentifierPartCharacter(c) ? c : '_');
        if (name.Length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(name[0]))
            name.Insert(0, '_');
        string result = name.ToString();
        return SyntaxFacts.GetKeywordKind(result) == SyntaxKind.None ? result : "@" + result;
    }

    /// <summary>A namespace of a root and the folders below it.</summary>
    public static string Namespace(string root, string folder)
    {
        IEnumerable<string> parts = folder.Split('/', StringSplitOptions.RemoveEmptyEntries).Take(64).Select(Identifier);
        string below = string.Join('.', parts);
        root = IsQualifiedName(root)
            ? root
            : string.Join('.', root.Split('.', StringSplitOptions.RemoveEmptyEntries).Take(32).Select(Identifier));
        return root.Length == 0 ? below
            : below.Length == 0 ? root
            : root + "." + below;
    }

    public static bool IsQualifiedName(string name) =>
        name.Length is > 0 and < 1000
        && name.Split('.').All(part => SyntaxFacts.IsValidIdentifier(part) && SyntaxFacts.GetKeywordKind(part) == SyntaxKind.None);

    /// <summary>See <see cref="TranslatedMarkup.ViewNames"/>.</summary>
    public static IReadOnlyList<string> ViewNames(string path, string projectFolder)
    {
        string local = InProject(path, projectFolder);
        var names = new List<string>();
        string stem = StemOf(path);
        string[] parts = local.Split('/');
        int views = Array.FindLastIndex(parts, static part => part.Equals("Views", StringComparison.OrdinalIgnoreCase));
        if (views >= 0 && views < parts.Length - 1)
        {
            string below = string.Join('/', parts[(views + 1)..^1].Append(stem));
            names.Add(below);
            int area = Array.FindIndex(parts, static part => part.Equals("Areas", StringComparison.OrdinalIgnoreCase));
            if (area >= 0 && area + 1 < views)
                names.Add(parts[area + 1] + "/" + below);
        }

        names.Add("/" + local);
        names.Add("~/" + local);
        return names;
    }

    /// <summary>The route of a Razor Page by its place, or of its own template.</summary>
    public static string PageRoute(string path, string projectFolder, string template)
    {
        if (template.StartsWith('/') || template.StartsWith("~/", StringComparison.Ordinal))
            return template.TrimStart('~');
        string local = InProject(path, projectFolder);
        int pages = ("/" + local).LastIndexOf("/Pages/", StringComparison.OrdinalIgnoreCase);
        string route = pages < 0 ? local : local[(pages + "Pages/".Length)..];
        if (pages > 0 && local.StartsWith("Areas/", StringComparison.OrdinalIgnoreCase))
            route = local.Split('/')[1] + "/" + route;
        route = route[..^Path.GetExtension(route).Length];
        if (route.Equals("Index", StringComparison.OrdinalIgnoreCase))
            route = "";
        else if (route.EndsWith("/Index", StringComparison.OrdinalIgnoreCase))
            route = route[..^"/Index".Length];
        return ("/" + route + "/" + template).Replace("//", "/", StringComparison.Ordinal) is { Length: > 1 } full
            ? full.TrimEnd('/')
            : "/";
    }
}
