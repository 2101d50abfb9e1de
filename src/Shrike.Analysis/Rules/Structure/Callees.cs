using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Analysis.CSharp.EntryPoints;

namespace Shrike.Analysis.Rules.Structure;

/// <summary>The functions in source that a call may reach: also in projects referred to, behind interfaces, and behind a
/// mediator that finds the handler by the type of its message.</summary>
internal sealed class Callees(Models models, CancellationToken cancel)
{
    private const int Most = 4;
    private const int MaxSymbols = 512;
    private readonly Dictionary<string, IReadOnlyList<SyntaxNode>> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<IMethodSymbol>> named = new(StringComparer.Ordinal);

    /// <returns>Bodies with their method; at most a few where an interface has many implementations.</returns>
    public IReadOnlyList<SyntaxNode> Of(InvocationExpressionSyntax call, SemanticModel model)
    {
        SymbolInfo info = model.GetSymbolInfo(call);
        // Arguments of unknown types leave overloads undecided; any of them is likelier than none.
        IEnumerable<IMethodSymbol> methods = info.Symbol is IMethodSymbol one
            ? [one]
            : info.CandidateSymbols.OfType<IMethodSymbol>().Take(Most);
        var found = new List<SyntaxNode>();
        foreach (IMethodSymbol method in methods)
            found.AddRange(Of((method.ReducedFrom ?? method).OriginalDefinition));
        if (found.Count == 0 && Message(call, model) is { } message)
            found.AddRange(Handlers(message));
        return found;
    }

    /// <summary>The type of the message that a mediator passes on, or null for any other call.</summary>
    public static INamedTypeSymbol? Message(InvocationExpressionSyntax call, SemanticModel model) =>
        Shape.SimpleName(call) is "Send" or "SendAsync" or "Publish" or "InvokeAsync" or "Execute" or "ExecuteAsync" or "Dispatch"
        && Shape.Argument(call, 0) is { } argument
        && model.GetTypeInfo(argument).Type is INamedTypeSymbol { DeclaringSyntaxReferences.Length: > 0 } type
            ? type
            : null;

    private IReadOnlyList<SyntaxNode> Of(IMethodSymbol method)
    {
        string key = method.ToDisplayString();
        if (known.TryGetValue(key, out IReadOnlyList<SyntaxNode>? nodes))
            return nodes;
        IEnumerable<IMethodSymbol> targets =
            method.ContainingType?.TypeKind == TypeKind.Interface || method.IsAbstract ? Implementations(method) : [method];
        return known[key] = Bodies(targets);
    }

    private IReadOnlyList<SyntaxNode> Handlers(INamedTypeSymbol message)
    {
        string key = "message " + message.ToDisplayString();
        if (known.TryGetValue(key, out IReadOnlyList<SyntaxNode>? nodes))
            return nodes;
        IEnumerable<IMethodSymbol> handlers = Named("Handle")
            .Concat(Named("HandleAsync"))
            .Where(method => method.Parameters.Length > 0 && method.Parameters[0].Type.ToDisplayString() == message.ToDisplayString());
        return known[key] = Bodies(handlers);
    }

    private List<SyntaxNode> Bodies(IEnumerable<IMethodSymbol> methods) =>
        [
            .. methods
                .Take(Most)
                .SelectMany(method => (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences)
                .Select(models.Syntax)
                .Where(node => Shape.Body(node) is not null),
        ];

    /// <summary>By name, since a symbol seen from another project need not equal the one seen from its own.</summary>
    private IEnumerable<IMethodSymbol> Implementations(IMethodSymbol method)
    {
        string contract = method.ContainingType.OriginalDefinition.ToDisplayString();
        foreach (IMethodSymbol candidate in Named(method.Name))
        {
            if (candidate.IsAbstract || candidate.Parameters.Length != method.Parameters.Length)
                continue;
            if (
                candidate.ContainingType.AllInterfaces.Any(i => i.OriginalDefinition.ToDisplayString() == contract)
                || candidate.OverriddenMethod is { } overridden
                    && overridden.ContainingType.OriginalDefinition.ToDisplayString() == contract
            )
                yield return candidate;
        }
    }

    private List<IMethodSymbol> Named(string name)
    {
        if (named.TryGetValue(name, out List<IMethodSymbol>? methods))
            return methods;
        methods = [];
        foreach (CSharpCompilation compilation in models.Sources)
        {
            methods.AddRange(
                compilation
                    .GetSymbolsWithName(name, SymbolFilter.Member, cancel)
                    .OfType<IMethodSymbol>()
                    .Where(method => method.ContainingType is { TypeKind: TypeKind.Class or TypeKind.Struct })
                    .Take(MaxSymbols - methods.Count)
            );
        }

        return named[name] = methods;
    }
}
