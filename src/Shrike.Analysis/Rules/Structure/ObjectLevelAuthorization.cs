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
                || point.Guards.Policies.Any(Endpoints.IsPrivilegedRole)
                || Endpoints.IsBackOffice(site)
                || ChecksItself(site)
            )
                continue;
            HashSet<string> outside =
            [
                .. point.Parameters.Where(p => p.Binding is not Binding.Services).Select(p => p.Name),
                .. point.Properties.Select(p => p.Name),
            ];
            if (outside.Count == 0)
                continue;
            var walk = new Walk(context, outside, Endpoints.ChangesState(site));
            walk.Into(site.Declaration, outside, 0);
            // A policy on the route often stands for the organisation in it.
            if (walk.Hit is { } scoped && point.Guards.Policies.Count > 0 && SharedOwner().IsMatch(scoped.Owner.Name))
                continue;
            if (walk.Hit is { } hit && !walk.Related && !context.App.FilteredEntities.Contains(hit.Entity.Name))
            {
                string message =
                    $"{hit.Entity.Name} (of one user, by {hit.Owner.Name}) is reached by an identifier from {point.Display}, and nothing relates it to the caller";
                yield return StructuralRules.Candidate(rule, hit.Place, Shape.Where(hit.Place), message, site);
            }
        }
    }

    /// <summary>Authorization attributes of the application's own can look at the object; only the plain ones surely do not.</summary>
    private static bool ChecksItself(EntryPointSite site) =>
        site.Attributes.Any(a =>
            a.Name is not ("Authorize" or "AllowAnonymous") && OwnCheck().IsMatch(a.Name) || a.Name == "Authorize" && a.Types().Any()
        );

    private sealed class Walk(StructureContext context, IReadOnlySet<string> outside, bool writes)
    {
        private readonly HashSet<SyntaxNode> seen = [];

        public (SyntaxNode Place, ITypeSymbol Entity, IPropertySymbol Owner)? Hit { get; private set; }
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
            Related |= CurrentUser.Decides(function, depth == 0 ? outside : chosen);
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
            if (!LookupName().IsMatch(Shape.SimpleName(call)))
                return;
            var types = new List<ITypeSymbol>();
            types.AddRange(TypesOf(model.GetTypeInfo(call).Type));
            if (call.Expression is MemberAccessExpressionSyntax { Name: GenericNameSyntax generic })
                types.AddRange(generic.TypeArgumentList.Arguments.SelectMany(type => TypesOf(model.GetTypeInfo(type).Type)));
            ExpressionSyntax? receiver = Shape.Receiver(call);
            for (int hops = 0; receiver is not null && hops < 32; hops++)
            {
                types.AddRange(TypesOf(model.GetTypeInfo(receiver).Type));
                receiver = receiver is InvocationExpressionSyntax inner ? Shape.Receiver(inner) : null;
            }

            Consider(call, types);
        }

        private void Consider(SyntaxNode place, IEnumerable<ITypeSymbol> types)
        {
            if (Hit is not null)
                return;
            foreach (ITypeSymbol type in types)
            {
                if (
                    EntityTypes.OwnerOf(type) is not { } owner
                    || !writes && PublicOwner().IsMatch(owner.Name)
                    || NoEntity().IsMatch(type.Name)
                )
                    continue;
                Hit = (place, type, owner);
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
        "^(Try)?(Find|Get|First|Single|Last|Load|Fetch|Query|Retrieve|Read|Lookup|Delete|Remove|Update|Where|Cancel|Execute|Select|ElementAt|By|Show|Open|Download|Any|Edit|Archive|Close)",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex LookupName();

    [GeneratedRegex(
        "id$|ids$|guid$|^key$|number$|^no$|uuid$|slug$|reference$|^ref$|token$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex IdName();

    [GeneratedRegex("Authori[sz]|Permission|Owner|Access|^(Service|Type)Filter$", RegexOptions.NonBacktracking)]
    private static partial Regex OwnCheck();

    [GeneratedRegex("^(Organi[sz]ation|Tenant|Client|Account)", RegexOptions.NonBacktracking)]
    private static partial Regex SharedOwner();

    [GeneratedRegex("^(Author|Created|Seller|Creator|AssignedTo)", RegexOptions.NonBacktracking)]
    private static partial Regex PublicOwner();

    [GeneratedRegex(
        "(Dto|ViewModel|Request|Response|Command|Query|Result|Event|Options|Context|Service|Repository|Manager|Controller|Model)$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex NoEntity();
}
