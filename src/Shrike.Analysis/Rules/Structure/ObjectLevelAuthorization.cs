using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Analysis.CSharp.EntryPoints;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;

namespace Shrike.Analysis.Rules.Structure;

/// <summary>An identifier from the request reaches an object that belongs to one user, and nothing on the way asks whose it is.</summary>
internal static partial class ObjectLevelAuthorization
{
    public const string Id = "object-level-authorization";
    private const int MaxDepth = 3;
    private const int MaxNodes = 20_000;

    public static IEnumerable<Candidate> Find(Rule rule, StructureContext context)
    {
        foreach (EntryPointSite site in context.EntryPoints)
        {
            context.Cancel.ThrowIfCancellationRequested();
            EntryPoint point = site.EntryPoint;
            if (
                !Endpoints.IsHttp(point.Kind)
                || point.Guards.Authorization is null
                || Entitlement.IsRequired(site)
                || Endpoints.IsBackOffice(site)
            )
                continue;
            HashSet<string> outside =
            [
                .. point.Parameters.Where(p => p.Binding is not Binding.Services).Select(p => p.Name),
                .. point.Properties.Select(p => p.Name),
            ];
            if (outside.Count == 0)
                continue;
            bool writes = Endpoints.ChangesState(site);
            var walk = new Walk(context, outside, writes, writes && !Endpoints.IsOpenByItsName(site));
            walk.Into(site.Declaration, outside, 0);
            if (walk.Hit is not { } hit || walk.Related || context.App.FilteredEntities.Contains(hit.Owned.Entity.Name))
                continue;
            // A policy on the route often stands for the organisation in it.
            if (point.Guards.Policies.Count > 0 && SharedOwner().IsMatch(hit.Owned.Column?.Name ?? ""))
                continue;
            // Asked for the whole that the object belongs to: whether it does belong is another question.
            if (UnrelatedIdentifiers.AsksFor(site, outside, hit.Owned.Column?.Name))
                continue;
            string what = hit.Owned.Column is { } column
                ? $"{hit.Owned.Entity.Name} (of one user, by {column.Name})"
                : $"any {hit.Owned.Entity.Name}";
            string message = $"{what} is reached by an identifier from {point.Display}, and nothing relates it to the caller";
            yield return StructuralRules.Candidate(rule, hit.Place, Shape.Where(hit.Place), message, site) with
            {
                Severity = hit.Owned.IsSure ? null : Severity.Medium,
            };
        }
    }

    private sealed class Walk(StructureContext context, IReadOnlySet<string> outside, bool writes, bool changesUsers)
    {
        private readonly HashSet<SyntaxNode> seen = [];

        public (SyntaxNode Place, Owned Owned)? Hit { get; private set; }
        public bool Related { get; private set; }

        public void Into(SyntaxNode function, IReadOnlySet<string> chosen, int depth)
        {
            if (
                depth >= MaxDepth
                || !seen.Add(function)
                || Shape.Body(function) is not { } body
                || context.Models.ForAny(function.SyntaxTree) is not { } model
            )
                return;
            Related |= CurrentUser.Decides(function, depth == 0 ? outside : chosen) || Refusal.Forbids(body);
            if (Related)
                return;
            var tainted = new HashSet<string>(chosen, StringComparer.Ordinal);
            int left = MaxNodes;
            foreach (SyntaxNode node in body.DescendantNodesAndSelf())
            {
                if (--left < 0 || Related)
                    return;
                switch (node)
                {
                    case VariableDeclaratorSyntax
                    {
                        Initializer.Value: not InvocationExpressionSyntax and not AwaitExpressionSyntax and { } value
                    } local when Mentions(value, tainted):
                        tainted.Add(local.Identifier.ValueText);
                        break;
                    case InvocationExpressionSyntax call when Mentions(call.ArgumentList, tainted):
                        Lookup(call, model);
                        Follow(call, model, tainted, depth);
                        break;
                    case ElementAccessExpressionSyntax element when Mentions(element.ArgumentList, tainted):
                        Consider(element, TypesOf(model.GetTypeInfo(element.Expression).Type));
                        break;
                    case QueryExpressionSyntax query
                        when query.Body.Clauses.OfType<WhereClauseSyntax>().Any(where => Mentions(where, tainted)):
                        Consider(query, TypesOf(model.GetTypeInfo(query.FromClause.Expression).Type));
                        break;
                }
            }
        }

        private void Lookup(InvocationExpressionSyntax call, SemanticModel model)
        {
            if (!LookupName().IsMatch(Shape.SimpleName(call)) || OnlyCounts(call))
                return;
            var types = new List<ITypeSymbol>();
            types.AddRange(TypesOf(model.GetTypeInfo(call).Type));
            types.AddRange(Named(call, model));
            ExpressionSyntax? receiver = Shape.Receiver(call);
            for (int hops = 0; receiver is not null && hops < 32; hops++)
            {
                types.AddRange(TypesOf(model.GetTypeInfo(receiver).Type));
                types.AddRange(Named(receiver, model));
                receiver = receiver is InvocationExpressionSyntax inner ? Shape.Receiver(inner) : null;
            }

            Consider(call, types);
        }

        /// <summary>What a call names as its type argument, which is known even where the call is not.</summary>
        private static IEnumerable<ITypeSymbol> Named(ExpressionSyntax call, SemanticModel model) =>
            call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax generic } }
                ? generic.TypeArgumentList.Arguments.SelectMany(type => TypesOf(model.GetTypeInfo(type).Type))
                : [];

        /// <summary>Whether something is there, or how often, hands nothing out.</summary>
        private static bool OnlyCounts(InvocationExpressionSyntax call)
        {
            int hops = 0;
            for (InvocationExpressionSyntax? at = call; at is not null && hops < 32; at = Shape.NextInChain(at), hops++)
            {
                if (Shape.SimpleName(at) is "Any" or "AnyAsync" or "Count" or "CountAsync" or "LongCount" or "LongCountAsync" or "Exists")
                    return true;
            }

            return false;
        }

        private void Consider(SyntaxNode place, IEnumerable<ITypeSymbol> types)
        {
            foreach (ITypeSymbol type in types)
            {
                if (NoEntity().IsMatch(type.Name) || context.Ownership.Of(type) is not { } owned)
                    continue;
                bool counts = owned.Column is { } column
                    ? writes || !PublicOwner().IsMatch(column.Name) && !PublicEntity().IsMatch(type.Name)
                    : changesUsers;
                if (!counts || Hit is { Owned.IsSure: true } || Hit is not null && !owned.IsSure)
                    continue;
                Hit = (place, owned);
                return;
            }
        }

        private void Follow(InvocationExpressionSyntax call, SemanticModel model, HashSet<string> tainted, int depth)
        {
            foreach (SyntaxNode target in context.Callees.Of(call, model))
            {
                ParameterSyntax[] parameters = [.. ParameterReader.Of(target)];
                bool extends = model.GetSymbolInfo(call).Symbol is IMethodSymbol { ReducedFrom: not null };
                int shift = extends ? 1 : 0;
                var chosen = new HashSet<string>(StringComparer.Ordinal);
                for (int i = 0; i < call.ArgumentList.Arguments.Count && i + shift < parameters.Length; i++)
                {
                    if (Mentions(call.ArgumentList.Arguments[i], tainted))
                        chosen.Add(parameters[i + shift].Identifier.ValueText);
                }

                if (chosen.Count > 0)
                    Into(target, chosen, depth + 1);
            }
        }

        private static IEnumerable<ITypeSymbol> TypesOf(ITypeSymbol? type)
        {
            for (int depth = 0; type is not null && depth < 4; depth++)
            {
                if (type is IArrayTypeSymbol array)
                {
                    yield return array.ElementType;
                    yield break;
                }

                yield return type;
                if (type is not INamedTypeSymbol { TypeArguments: [.., { } last] })
                    yield break;
                type = last;
            }
        }

        private static bool Mentions(SyntaxNode node, HashSet<string> names)
        {
            foreach (SyntaxNode inner in node.DescendantNodesAndSelf())
            {
                if (
                    inner is IdentifierNameSyntax name
                    && names.Contains(name.Identifier.ValueText)
                    && !(name.Parent is MemberAccessExpressionSyntax member && member.Name == name)
                    && name.Parent is not NameColonSyntax
                    && name.Parent is not NameEqualsSyntax
                )
                    return IsIdentifier(name);
            }

            return false;
        }

        /// <summary>An identifier by its own name, or a member of something bound that is one.</summary>
        private static bool IsIdentifier(IdentifierNameSyntax name) =>
            IdName().IsMatch(name.Identifier.ValueText)
            || name.Parent is MemberAccessExpressionSyntax { Name: { } member } access
                && access.Expression == name
                && IdName().IsMatch(member.Identifier.ValueText);
    }

    [GeneratedRegex(
        "^(Try)?(Find|Get|First|Single|Last|Load|Fetch|Query|Retrieve|Read|Lookup|Delete|Remove|Update|Where|Cancel|Execute|Select|ElementAt|By|Show|Open|Download|Edit|Archive|Close)",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex LookupName();

    [GeneratedRegex(
        "id$|ids$|guid$|^key$|number$|^no$|uuid$|slug$|reference$|^ref$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex IdName();

    [GeneratedRegex("^(Organi[sz]ation|Tenant|Client|Account)", RegexOptions.NonBacktracking)]
    private static partial Regex SharedOwner();

    /// <summary>What people write for everybody to read.</summary>
    [GeneratedRegex(
        "Post|Comment|Topic|Thread|Review|Rating|Vote|Article|Blog|News|Forum|Question|Answer|Theme|Plugin|Package|Product|Listing|Recipe|Tag|Category|Event$|Song|Video",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex PublicEntity();

    [GeneratedRegex("^(Author|Created|Seller|Creator|AssignedTo)", RegexOptions.NonBacktracking)]
    private static partial Regex PublicOwner();

    [GeneratedRegex(
        "(Dto|ViewModel|Request|Response|Command|Query|Result|Event|Options|Context|Service|Repository|Manager|Controller|Model)$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex NoEntity();
}
