using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Analysis.CSharp.EntryPoints;

namespace Shrike.Analysis.Rules.Structure;

/// <summary>Whether an endpoint refuses callers somewhere else than in its attributes and its own body: in what it calls, in what
/// its type runs before it, or in what the application runs before everything.</summary>
internal sealed class CallerChecks(StructureContext context)
{
    private const int MaxDepth = 3;
    private const int MaxFunctions = 60;
    private const int MaxNodes = 20_000;
    private readonly Dictionary<SyntaxNode, bool> refuses = [];
    private readonly Dictionary<SyntaxNode, IReadOnlyList<SyntaxNode>> called = [];
    private bool? everywhere;

    public bool Guard(EntryPointSite site)
    {
        if (everywhere ??= Everywhere())
            return true;
        return Reached(site.Declaration) || Before(site.Owner).Any(Reached);
    }

    /// <summary>Whether the endpoint's own body turns away callers without a right, or asks for one.</summary>
    public bool Entitles(EntryPointSite site) =>
        site.Workers.Any(worker => Shape.Body(worker.Function) is { } body && Refusal.AsksForRight(body));

    /// <summary>A call tree, breadth first: checks stand near the door.</summary>
    private bool Reached(SyntaxNode start)
    {
        var seen = new HashSet<SyntaxNode> { start };
        var queue = new Queue<(SyntaxNode, int)>();
        queue.Enqueue((start, 0));
        while (queue.TryDequeue(out (SyntaxNode Function, int Depth) at))
        {
            context.Cancel.ThrowIfCancellationRequested();
            if (Refuses(at.Function))
                return true;
            if (at.Depth >= MaxDepth)
                continue;
            foreach (SyntaxNode callee in Called(at.Function))
            {
                if (seen.Count < MaxFunctions && seen.Add(callee))
                    queue.Enqueue((callee, context.HandedOn.IsBetween(at.Function, callee) ? at.Depth : at.Depth + 1));
            }
        }

        return false;
    }

    private bool Refuses(SyntaxNode function)
    {
        if (!refuses.TryGetValue(function, out bool known))
            refuses[function] = known = Shape.Body(function) is { } body && Refusal.In(body);
        return known;
    }

    private IReadOnlyList<SyntaxNode> Called(SyntaxNode function)
    {
        if (called.TryGetValue(function, out IReadOnlyList<SyntaxNode>? known))
            return known;
        var found = new List<SyntaxNode>();
        if (Shape.Body(function) is { } body && context.Models.ForAny(function.SyntaxTree) is { } model)
        {
            foreach (SyntaxNode node in body.DescendantNodesAndSelf().Take(MaxNodes))
            {
                if (node is InvocationExpressionSyntax call)
                    found.AddRange(context.Callees.Of(call, model));
            }
        }

        return called[function] = found;
    }

    /// <summary>What runs before an action of the type: its constructors and the framework's hooks, also those of its bases.</summary>
    private IEnumerable<SyntaxNode> Before(INamedTypeSymbol? owner)
    {
        if (owner is null)
            yield break;
        foreach (INamedTypeSymbol type in context.Models.FactsOf(owner).SourceChain)
        {
            foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>())
            {
                bool runs =
                    method.MethodKind == MethodKind.Constructor
                    || method.Name
                        is "OnActionExecuting"
                            or "OnActionExecutionAsync"
                            or "OnAuthorization"
                            or "OnAuthorizationAsync"
                            or "OnPageHandlerExecuting"
                            or "OnPageHandlerExecutionAsync"
                            or "Initialize"
                            or "BeginExecute"
                            or "ExecuteAsync";
                if (!runs)
                    continue;
                foreach (SyntaxReference reference in method.DeclaringSyntaxReferences)
                {
                    if (context.Models.Syntax(reference) is { } syntax && Shape.Body(syntax) is not null)
                        yield return syntax;
                }
            }
        }
    }

    /// <summary>A filter, message handler or middleware of the application's own that refuses, registered for every request.</summary>
    private bool Everywhere()
    {
        var scan = new WordScan(["Filters", "MessageHandlers", "UseMiddleware"]);
        foreach (SyntaxTree tree in context.Models.Compilation.SyntaxTrees)
        {
            foreach (SyntaxToken token in scan.In(tree, context.Cancel))
            {
                if (Registered(token).Any(RefusesAsWhole))
                    return true;
            }
        }

        return false;
    }

    private static IEnumerable<TypeSyntax> Registered(SyntaxToken token)
    {
        if (token.Parent is GenericNameSyntax { Identifier.ValueText: "UseMiddleware", TypeArgumentList.Arguments: [{ } middleware] })
        {
            yield return middleware;
            yield break;
        }

        InvocationExpressionSyntax? call = token.Parent?.AncestorsAndSelf().Take(4).OfType<InvocationExpressionSyntax>().FirstOrDefault();
        if (call is null || Shape.SimpleName(call) is not ("Add" or "AddService" or "Insert"))
            yield break;
        if (call.Expression is MemberAccessExpressionSyntax { Name: GenericNameSyntax { TypeArgumentList.Arguments: [{ } filter] } })
            yield return filter;
        foreach (ArgumentSyntax argument in call.ArgumentList.Arguments)
        {
            if (argument.Expression is ObjectCreationExpressionSyntax { Type: { } created })
                yield return created;
            if (argument.Expression is TypeOfExpressionSyntax { Type: { } named })
                yield return named;
        }
    }

    private bool RefusesAsWhole(TypeSyntax written)
    {
        if (
            context.Models.For(written.SyntaxTree)?.GetTypeInfo(written).Type is not INamedTypeSymbol type
            // What turns failures into answers knows 401 and asks nobody.
            || type.Name.Contains("Exception", StringComparison.Ordinal)
            || type.Name.Contains("Error", StringComparison.Ordinal)
        )
            return false;
        return type.GetMembers()
            .OfType<IMethodSymbol>()
            .Where(method =>
                method.Name
                    is "OnActionExecuting"
                        or "OnActionExecutionAsync"
                        or "OnAuthorization"
                        or "OnAuthorizationAsync"
                        or "OnPageHandlerExecuting"
                        or "OnPageHandlerExecutionAsync"
                        or "SendAsync"
                        or "Invoke"
                        or "InvokeAsync"
            )
            .SelectMany(method => method.DeclaringSyntaxReferences)
            .Select(context.Models.Syntax)
            .Any(Reached);
    }
}
