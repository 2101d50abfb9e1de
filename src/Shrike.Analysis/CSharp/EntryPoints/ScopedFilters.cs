using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Shrike.Analysis.CSharp.EntryPoints;

/// <summary>Authorization filters that a container applies to every request, and that choose by a controller's name or attributes whom
/// they ask. Such a class is no attribute, and implements an interface of the program beside the framework's own: that is how it is found.</summary>
internal sealed class ScopedFilters
{
    private const int MaxFilters = 32;

    private static readonly HashSet<string> Interfaces = new(StringComparer.Ordinal)
    {
        "IAuthorizationFilter",
        "IAsyncAuthorizationFilter",
        "IActionFilter",
        "IAsyncActionFilter",
    };

    private readonly List<(string Name, FilterBody Body)> filters = [];

    public static ScopedFilters Of(Models models, CancellationToken cancel)
    {
        var found = new ScopedFilters();
        foreach (CSharpCompilation source in models.Sources)
        {
            foreach (ClassDeclarationSyntax type in source.SyntaxTrees.SelectMany(tree => Candidates(tree, cancel)))
                found.Add(type, models, cancel);
        }

        return found;
    }

    /// <summary>The filter that asks who calls this controller's action, in words; null where none does.</summary>
    public string? Guarding(string controller, IEnumerable<string> attributes)
    {
        if (filters.Count == 0)
            return null;
        var asked = new FilterSubject(controller, [.. attributes]);
        return filters.Find(filter => filter.Body.Refuses(asked)) is { Name: { } name } ? $"filter {name} by name or attribute" : null;
    }

    private static IEnumerable<ClassDeclarationSyntax> Candidates(SyntaxTree tree, CancellationToken cancel) =>
        tree.GetRoot(cancel) is CompilationUnitSyntax unit
            ? DeclaredTypes
                .Of(unit)
                .OfType<ClassDeclarationSyntax>()
                .Where(type =>
                    type.BaseList is not null && type.Members.Any(m => m is MethodDeclarationSyntax method && FilterBody.IsEntry(method))
                )
            : [];

    private void Add(ClassDeclarationSyntax type, Models models, CancellationToken cancel)
    {
        if (
            filters.Count >= MaxFilters
            || models.ForAny(type.SyntaxTree)?.GetDeclaredSymbol(type, cancel) is not { IsAbstract: false } symbol
            || !symbol.AllInterfaces.Any(i => Interfaces.Contains(i.Name))
            || !symbol.AllInterfaces.Any(i => i.DeclaringSyntaxReferences.Length > 0 && !TypeFacts.IsFramework(i))
            || IsAttribute(symbol)
        )
            return;
        // What it answers depends on bodies, and on nothing outside the class.
        TypeDeclarationSyntax[] parts = [.. symbol.DeclaringSyntaxReferences.Select(models.Syntax).OfType<TypeDeclarationSyntax>()];
        if (!parts.Any(part => GuardReader.InBody(part) is not null))
            return;
        var body = new FilterBody(parts);
        // Whoever refuses everybody refuses for a reason of his own: an address, a licence, a shop that is closed.
        if (!body.Refuses(FilterSubject.Nobody))
            filters.Add((symbol.Name, body));
    }

    private static bool IsAttribute(INamedTypeSymbol type)
    {
        int left = 32;
        for (INamedTypeSymbol? at = type; at is not null && left > 0; at = at.BaseType, left--)
        {
            if (at.Name.EndsWith("Attribute", StringComparison.Ordinal) || at.Name is "Controller" or "ControllerBase")
                return true;
        }

        return false;
    }
}

/// <summary>A controller as a filter sees it: its name without the suffix, and the names of its attributes likewise.</summary>
internal sealed record FilterSubject(string Controller, HashSet<string> Attributes)
{
    public static readonly FilterSubject Nobody = new("", []);
}
