using Microsoft.CodeAnalysis;
using Shrike.Analysis.Facts;

namespace Shrike.Analysis.CSharp.EntryPoints;

/// <summary>Routes and verbs, by the rules of each framework.</summary>
internal static class Routes
{
    internal static readonly Dictionary<string, string> VerbAttributes = new(StringComparer.Ordinal)
    {
        ["HttpGet"] = "GET",
        ["HttpPost"] = "POST",
        ["HttpPut"] = "PUT",
        ["HttpDelete"] = "DELETE",
        ["HttpPatch"] = "PATCH",
        ["HttpHead"] = "HEAD",
        ["HttpOptions"] = "OPTIONS",
    };

    public static (string? Route, IReadOnlyList<string> Verbs) Of(
        EntryPointKind kind,
        INamedTypeSymbol type,
        IMethodSymbol method,
        IReadOnlyList<AttributeFact> attributes,
        string path
    ) =>
        kind switch
        {
            EntryPointKind.Controller or EntryPointKind.Mvc5 or EntryPointKind.WebApi2 => Controller(kind, type, method, attributes),
            EntryPointKind.RazorPage => (PageRoute(path, type.Name), [PageVerb(method.Name)!]),
            EntryPointKind.AzureFunction => Function(method, Attribute(attributes, "Function", "FunctionName")),
            EntryPointKind.Blazor => (Attribute(attributes, "Route")?.First, []),
            _ => (null, []),
        };

    private static (string?, IReadOnlyList<string>) Function(IMethodSymbol method, AttributeFact? named)
    {
        if (named is null || HttpTrigger.Of(method, named.Model) is not { } trigger)
            return (named?.First, []);
        return ("/api/" + (trigger.Route ?? named.First ?? method.Name).TrimStart('/'), trigger.Verbs);
    }

    private static AttributeFact? Attribute(IReadOnlyList<AttributeFact> attributes, params string[] names) =>
        attributes.FirstOrDefault(a => names.Contains(a.Name));

    private static (string?, IReadOnlyList<string>) Controller(
        EntryPointKind kind,
        INamedTypeSymbol type,
        IMethodSymbol method,
        IReadOnlyList<AttributeFact> attributes
    )
    {
        var verbs = new List<string>();
        string? own = null;
        foreach (AttributeFact attribute in attributes.Where(a => a.Owner == method.Name))
        {
            if (VerbAttributes.TryGetValue(attribute.Name, out string? verb))
            {
                verbs.Add(verb);
                own ??= attribute.First;
            }
            else if (attribute.Name == "AcceptVerbs")
                verbs.AddRange(attribute.Unnamed().Select(text => text[(text.LastIndexOf('.') + 1)..].ToUpperInvariant()));
            else if (attribute.Name == "Route")
                own ??= attribute.First;
        }

        string controller = type.Name.EndsWith("Controller", StringComparison.Ordinal) ? type.Name[..^10] : type.Name;
        string action = attributes.FirstOrDefault(a => a.Name == "ActionName" && a.Owner == method.Name)?.First ?? method.Name;
        if (kind == EntryPointKind.Controller && action.Length > 5 && action.EndsWith("Async", StringComparison.Ordinal))
            action = action[..^5];
        if (kind == EntryPointKind.WebApi2 && verbs.Count == 0)
            verbs.Add(VerbAttributes.Values.FirstOrDefault(verb => action.StartsWith(verb, StringComparison.OrdinalIgnoreCase)) ?? "POST");
        string? prefix = attributes.FirstOrDefault(a => a.Name is "Route" or "RoutePrefix" && a.Owner != method.Name)?.First;
        string? area = Attribute(attributes, "Area", "RouteArea")?.First;
        string route =
            own is not null || prefix is not null ? Join(prefix, own)
            : kind == EntryPointKind.WebApi2 ? "/api/[controller]/{id?}"
            : (area is null ? "" : "/[area]") + "/[controller]/[action]/{id?}";
        route = route
            .Replace("[controller]", controller, StringComparison.OrdinalIgnoreCase)
            .Replace("[action]", action, StringComparison.OrdinalIgnoreCase)
            .Replace("[area]", area ?? "", StringComparison.OrdinalIgnoreCase);
        return (route, [.. verbs.Distinct()]);
    }

    public static string Join(string? prefix, string? own)
    {
        if (own is not null && own.StartsWith('~'))
            return own[1..];
        if (own is not null && own.StartsWith('/') && prefix is null)
            return own;
        string joined = string.Join('/', new[] { prefix, own }.Where(part => !string.IsNullOrEmpty(part)).Select(part => part!.Trim('/')));
        return "/" + joined.Trim('/');
    }

    /// <summary>POST of "OnPostDeleteAsync"; null for what is no handler.</summary>
    public static string? PageVerb(string method)
    {
        foreach (string verb in (ReadOnlySpan<string>)["Get", "Post", "Put", "Delete", "Patch", "Head"])
        {
            if (!method.StartsWith("On" + verb, StringComparison.Ordinal))
                continue;
            int end = 2 + verb.Length;
            return method.Length == end || char.IsUpper(method[end]) ? verb.ToUpperInvariant() : null;
        }

        return null;
    }

    private static string PageRoute(string path, string type)
    {
        path = path.Replace('\\', '/');
        int pages = path.LastIndexOf("Pages/", StringComparison.Ordinal);
        int dot = path.IndexOf('.', path.LastIndexOf('/') + 1);
        if (pages < 0 || dot < 0)
            return "/" + (type.EndsWith("Model", StringComparison.Ordinal) ? type[..^5] : type);
        string page = "/" + path[(pages + 6)..dot];
        int area = path.IndexOf("Areas/", StringComparison.Ordinal);
        return area >= 0 && area < pages ? "/" + path[(area + 6)..pages].TrimEnd('/') + page : page;
    }
}
