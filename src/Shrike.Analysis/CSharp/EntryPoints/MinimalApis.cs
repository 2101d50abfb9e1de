using System.Collections.Frozen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Analysis.Facts;

namespace Shrike.Analysis.CSharp.EntryPoints;

/// <summary>Handlers given to MapGet and its like, with the prefixes and guards of the groups they hang on.</summary>
internal static class MinimalApis
{
    private const int MaxGroups = 16;

    internal static readonly string[] Words = ["MapGet", "MapPost", "MapPut", "MapDelete", "MapPatch", "MapMethods", "MapFallback", "Map"];
    internal static readonly FrozenSet<string> Set = Words.ToFrozenSet(StringComparer.Ordinal);

    public static void Add(List<SyntaxToken> tokens, Models models, AppFacts app, List<EntryPointSite> sites, CancellationToken cancel)
    {
        var pending = new List<(InvocationExpressionSyntax Call, SyntaxNode Handler)>();
        foreach (SyntaxToken token in tokens)
        {
            cancel.ThrowIfCancellationRequested();
            if (!Set.Contains(token.ValueText) || Shape.CallNamed(token) is not { } call)
                continue;
            EntryPointFinder.Survive(
                app,
                call.SyntaxTree.FilePath,
                () =>
                {
                    if (Handler(call, models) is { } handler)
                        pending.Add((call, handler));
                }
            );
        }

        CallersOfExtensions callers = CallersOfExtensions.Of(pending.Select(p => (SyntaxNode)p.Call), models, cancel);
        foreach ((InvocationExpressionSyntax call, SyntaxNode handler) in pending)
            EntryPointFinder.Survive(app, call.SyntaxTree.FilePath, () => sites.Add(Site(call, handler, models, app, callers)));
    }

    private static SyntaxNode? Handler(InvocationExpressionSyntax call, Models models)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        if (arguments.Count is 0 or > 4 || Shape.Receiver(call) is null)
            return null;
        ExpressionSyntax last = arguments[^1].Expression;
        if (last is AnonymousFunctionExpressionSyntax lambda)
            return arguments.Count == 1 && Shape.SimpleName(call) == "Map" ? null : lambda;
        if (last is not (IdentifierNameSyntax or MemberAccessExpressionSyntax) || models.For(call.SyntaxTree) is not { } model)
            return null;
        SymbolInfo info = model.GetSymbolInfo(last);
        ISymbol? symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        if (symbol is not IMethodSymbol method)
        {
            if (model.GetMemberGroup(last) is not [IMethodSymbol grouped, ..])
                return null;
            method = grouped;
        }

        return
            method.DeclaringSyntaxReferences.FirstOrDefault() is { } reference
            && models.For(reference.SyntaxTree) is not null
            && reference.GetSyntax() is var declared
            && Shape.Body(declared) is not null
            ? declared
            : null;
    }

    private static EntryPointSite Site(
        InvocationExpressionSyntax call,
        SyntaxNode handler,
        Models models,
        AppFacts app,
        CallersOfExtensions callers
    )
    {
        var chain = new EndpointChain(models, callers);
        chain.ReadAfter(call);
        chain.ReadReceiver(Shape.Receiver(call));
        string name = Shape.SimpleName(call);
        string[] verbs = name switch
        {
            "MapGet" => ["GET"],
            "MapPost" => ["POST"],
            "MapPut" => ["PUT"],
            "MapDelete" => ["DELETE"],
            "MapPatch" => ["PATCH"],
            _ => [],
        };
        string? own = Constants.Text(Shape.Argument(call, 0), models.For(call.SyntaxTree));
        string route = Routes.Join(chain.Prefix, own);
        List<AttributeFact> attributes = Attributes(handler, models);
        string? antiforgery = app.MinimalAntiforgery && !chain.Antiforgeryless ? "UseAntiforgery" : null;
        Guards guards = GuardReader.Read(attributes, handler, chain.Authorization ?? app.GlobalAuthorization, antiforgery, models);
        if (chain.Anonymous)
            guards = guards with { AllowsAnonymous = true, Authorization = GuardReader.InBody(handler, models) };
        guards = guards with { RateLimit = guards.RateLimit ?? chain.RateLimit, Policies = [.. guards.Policies, .. chain.Policies] };
        var point = new EntryPoint
        {
            Kind = EntryPointKind.MinimalApi,
            Symbol = models.For(handler.SyntaxTree)?.GetDeclaredSymbol(handler)?.ToDisplayString() ?? $"{name} {route}",
            Display = (verbs.Length > 0 ? verbs[0] + " " : "") + route,
            Where = Shape.Where(call.Expression is MemberAccessExpressionSyntax member ? member.Name : call),
            Route = route,
            Verbs = verbs,
            Parameters = ParameterReader.Read(handler, EntryPointKind.MinimalApi, route, true, verbs, models),
            Guards = guards,
            InTestCode = Shape.IsTestPath(call.SyntaxTree.FilePath),
        };
        return new EntryPointSite(point, handler) { Attributes = attributes };
    }

    private static List<AttributeFact> Attributes(SyntaxNode handler, Models models)
    {
        SyntaxList<AttributeListSyntax> lists = handler switch
        {
            MethodDeclarationSyntax method => method.AttributeLists,
            LocalFunctionStatementSyntax local => local.AttributeLists,
            ParenthesizedLambdaExpressionSyntax lambda => lambda.AttributeLists,
            _ => default,
        };
        return models.For(handler.SyntaxTree) is { } model
            ? [.. lists.SelectMany(list => list.Attributes).Select(a => new AttributeFact(Shape.AttributeName(a), a, "handler", model))]
            : [];
    }

    /// <summary>Follows receivers outwards: groups, variables, and the callers of extension methods.</summary>
    private sealed class EndpointChain(Models models, CallersOfExtensions callers)
    {
        private readonly HashSet<SyntaxNode> seen = [];
        private bool decided;

        public string? Prefix { get; private set; }
        public string? Authorization { get; private set; }
        public bool Anonymous { get; private set; }
        public bool Antiforgeryless { get; private set; }
        public string? RateLimit { get; private set; }
        public List<string> Policies { get; } = [];

        public void ReadAfter(InvocationExpressionSyntax call)
        {
            InvocationExpressionSyntax last = call;
            for (InvocationExpressionSyntax? next = Shape.NextInChain(call); next is not null; next = Shape.NextInChain(next))
            {
                Convention(next);
                last = next;
            }

            if (last.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable })
                ReadUses(variable);
        }

        public void ReadReceiver(ExpressionSyntax? receiver)
        {
            for (int hops = 0; receiver is not null && hops < 64 && seen.Count < MaxGroups; hops++)
            {
                if (receiver is InvocationExpressionSyntax call)
                {
                    if (Shape.SimpleName(call) == "MapGroup")
                        Prefix = Routes.Join(Constants.Text(Shape.Argument(call, 0), models.For(call.SyntaxTree)), Prefix);
                    else
                        Convention(call);
                    receiver = Shape.Receiver(call);
                    continue;
                }

                if (
                    receiver is not IdentifierNameSyntax
                    || models.For(receiver.SyntaxTree)?.GetSymbolInfo(receiver).Symbol is not { } symbol
                )
                    return;
                SyntaxNode? declared = symbol.DeclaringSyntaxReferences.FirstOrDefault() is { } there ? models.Syntax(there) : null;
                if (declared is null || !seen.Add(declared))
                    return;
                receiver = declared switch
                {
                    VariableDeclaratorSyntax { Initializer.Value: { } value } variable => Used(variable, value),
                    ParameterSyntax parameter => Called(parameter),
                    _ => null,
                };
            }
        }

        private ExpressionSyntax Used(VariableDeclaratorSyntax variable, ExpressionSyntax value)
        {
            ReadUses(variable);
            return value;
        }

        private ExpressionSyntax? Called(ParameterSyntax parameter)
        {
            if (parameter.Parent?.Parent is not MethodDeclarationSyntax method || callers.Of(method.Identifier.ValueText) is not { } call)
                return null;
            for (InvocationExpressionSyntax? next = Shape.NextInChain(call); next is not null; next = Shape.NextInChain(next))
                Convention(next);
            int index = method.ParameterList.Parameters.IndexOf(parameter);
            bool extension = method.ParameterList.Parameters[0].Modifiers.Any(SyntaxKind.ThisKeyword);
            bool reduced = extension && call.ArgumentList.Arguments.Count < method.ParameterList.Parameters.Count;
            return reduced && index == 0 ? Shape.Receiver(call) : Shape.Argument(call, reduced ? index - 1 : index);
        }

        /// <summary>Statements of the form <c>group.RequireAuthorization();</c>.</summary>
        private void ReadUses(VariableDeclaratorSyntax variable)
        {
            string name = variable.Identifier.ValueText;
            SyntaxNode? scope = variable.FirstAncestorOrSelf<StatementSyntax>()?.Parent;
            if (scope is GlobalStatementSyntax)
                scope = scope.Parent;
            foreach (SyntaxNode child in scope?.ChildNodes() ?? [])
            {
                SyntaxNode statement = child is GlobalStatementSyntax global ? global.Statement : child;
                if (statement is not ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call })
                    continue;
                var calls = new List<InvocationExpressionSyntax>();
                ExpressionSyntax? at = call;
                for (; at is InvocationExpressionSyntax inner; at = Shape.Receiver(inner))
                    calls.Add(inner);
                if (
                    at is IdentifierNameSyntax root
                    && root.Identifier.ValueText == name
                    && calls.TrueForAll(c => !Shape.SimpleName(c).StartsWith("Map", StringComparison.Ordinal))
                )
                    calls.ForEach(Convention);
            }
        }

        /// <summary>An extension method of the application's own that requires authorization on what it is given.</summary>
        private string? OwnConvention(InvocationExpressionSyntax call)
        {
            if (models.For(call.SyntaxTree)?.GetSymbolInfo(call).Symbol is not IMethodSymbol method)
                return null;
            foreach (SyntaxReference reference in (method.ReducedFrom ?? method).DeclaringSyntaxReferences)
            {
                if (models.Syntax(reference).DescendantTokens().Take(2_000).Any(token => token.ValueText == "RequireAuthorization"))
                    return $"RequireAuthorization in {method.Name}";
            }

            return null;
        }

        private void Convention(InvocationExpressionSyntax call)
        {
            switch (Shape.SimpleName(call))
            {
                case "RequireAuthorization" when !decided:
                    Authorization = "RequireAuthorization" + call.ArgumentList;
                    decided = true;
                    Policies.AddRange(
                        call.ArgumentList.Arguments.Select(a => Constants.Text(a.Expression, models.For(call.SyntaxTree))).OfType<string>()
                    );
                    break;
                case "AllowAnonymous":
                    // Anonymous metadata wins over any authorization, wherever in the chain it stands.
                    Anonymous = true;
                    break;
                case "RequireRateLimiting":
                    RateLimit ??= "RequireRateLimiting" + call.ArgumentList;
                    break;
                case "DisableAntiforgery":
                    Antiforgeryless = true;
                    break;
                case { } name when !decided && !name.StartsWith("Map", StringComparison.Ordinal) && OwnConvention(call) is { } inside:
                    Authorization = inside;
                    Policies.Add(name);
                    decided = true;
                    break;
                case "AddEndpointFilter" when !decided && call.ToString().Contains("uth", StringComparison.Ordinal):
                    Authorization = "endpoint filter";
                    break;
            }
        }
    }
}
