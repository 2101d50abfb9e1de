using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Analysis.CSharp.EntryPoints;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;

namespace Shrike.Analysis.Rules.Structure;

/// <summary>A request names a whole and a part (a shop and an order): the caller's right is asked for the whole, and the part is
/// found by its own identifier alone, though it knows to which whole it belongs.</summary>
internal static partial class UnrelatedIdentifiers
{
    private const int MaxDepth = 2;
    private const int MaxNodes = 20_000;

    public static IEnumerable<Candidate> Find(Rule rule, StructureContext context)
    {
        foreach (EntryPointSite site in context.EntryPoints)
        {
            context.Cancel.ThrowIfCancellationRequested();
            EntryPoint point = site.EntryPoint;
            if (
                !Endpoints.IsHttp(point.Kind)
                || point.Guards is { Authorization: null } or { ForAdministrators: true }
                || Endpoints.IsBackOffice(site)
                || Shape.Body(site.Declaration) is not { } body
            )
                continue;
            HashSet<string> outside =
            [
                .. point.Parameters.Where(p => p.Binding is not Binding.Services).Select(p => p.Name),
                .. point.Properties.Select(p => p.Name),
            ];
            Dictionary<string, bool> wholes = Wholes(site, body, outside);
            if (wholes.Count == 0 || outside.Count < 2)
                continue;
            var search = new Search(context, wholes);
            search.Into(site.Declaration, outside, 0);
            if (search.Hit is not { } hit || search.Related)
                continue;
            string message =
                $"{hit.Part} is found by {hit.By} alone, and the caller's right is asked for {hit.Whole}: nothing relates the two";
            yield return StructuralRules.Candidate(rule, hit.Place, Shape.Where(hit.Place), message, site) with
            {
                Severity = wholes[hit.Whole] ? null : Severity.Medium,
            };
        }
    }

    /// <summary>Whether the caller's right is asked for what a column names.</summary>
    public static bool AsksFor(EntryPointSite site, HashSet<string> outside, string? column) =>
        column is not null
        && Shape.Body(site.Declaration) is { } body
        && Wholes(site, body, outside).Keys.Any(whole => Means(column, whole));

    /// <summary>The identifiers that a right is asked for, and whether code asks (a policy reads the route).</summary>
    private static Dictionary<string, bool> Wholes(EntryPointSite site, SyntaxNode body, HashSet<string> outside)
    {
        var wholes = new Dictionary<string, bool>(StringComparer.Ordinal);
        HashSet<string> chosen = [.. outside];
        foreach (VariableDeclaratorSyntax local in body.DescendantNodes().Take(MaxNodes).OfType<VariableDeclaratorSyntax>())
        {
            if (local.Initializer?.Value is { } value && IsConverted(value) && Mentions(value, chosen))
                chosen.Add(local.Identifier.ValueText);
        }

        foreach (InvocationExpressionSyntax call in body.DescendantNodes().Take(MaxNodes).OfType<InvocationExpressionSyntax>())
        {
            if (!Asks(call))
                continue;
            foreach (ArgumentSyntax argument in call.ArgumentList.Arguments)
            {
                if (Identifier(argument.Expression) is { } name && IsOf(argument.Expression, chosen))
                    wholes[name] = true;
            }
        }

        if (wholes.Count > 0 || !Entitlement.IsRequired(site))
            return wholes;
        // A policy reads the route. The last identifier in it is the part, unless the part comes another way.
        EntryParameter[] ids = [.. site.EntryPoint.Parameters.Where(p => Id().IsMatch(p.Name))];
        EntryParameter[] inRoute =
        [
            .. ids.Where(p => PlaceIn(site.EntryPoint.Route, p) >= 0).OrderBy(p => PlaceIn(site.EntryPoint.Route, p)),
        ];
        foreach (EntryParameter parameter in inRoute.Take(inRoute.Length < ids.Length ? inRoute.Length : inRoute.Length - 1))
            wholes.TryAdd(parameter.Name, false);
        return wholes;
    }

    private static int PlaceIn(string? route, EntryParameter parameter) =>
        route?.IndexOf($"{{{parameter.Name}", StringComparison.OrdinalIgnoreCase) ?? -1;

    /// <summary>Another form of the same value, and nothing looked up.</summary>
    private static bool IsConverted(ExpressionSyntax value) =>
        value is not InvocationExpressionSyntax and not AwaitExpressionSyntax
        || value is InvocationExpressionSyntax call && Shape.SimpleName(call) is ("Parse" or "ToString" or "GetValueOrDefault");

    private static bool Asks(InvocationExpressionSyntax call) =>
        Right().IsMatch(Shape.SimpleName(call)) && !Work().IsMatch(Shape.SimpleName(call));

    /// <summary>`orgId`, `model.OrganizationId` or `model?.OrganizationId`: the last name, when it is an identifier's.</summary>
    private static string? Identifier(ExpressionSyntax expression)
    {
        string name = expression switch
        {
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax } member => member.Name.Identifier.ValueText,
            ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax bound } => bound.Name.Identifier.ValueText,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" } value => Identifier(value.Expression) ?? "",
            _ => "",
        };
        return Id().IsMatch(name) ? name : null;
    }

    private sealed class Search(StructureContext context, Dictionary<string, bool> wholes)
    {
        private readonly HashSet<SyntaxNode> seen = [];

        public (SyntaxNode Place, string Part, string By, string Whole)? Hit { get; private set; }
        public bool Related { get; private set; }

        public void Into(SyntaxNode function, IReadOnlySet<string> outside, int depth)
        {
            if (
                Related
                || depth > MaxDepth
                || !seen.Add(function)
                || Shape.Body(function) is not { } body
                || context.Models.ForAny(function.SyntaxTree) is not { } model
            )
                return;
            if (depth > 0 && (CurrentUser.Decides(function, outside) || Refusal.Forbids(body)))
            {
                Related = true;
                return;
            }

            var chosen = new HashSet<string>(outside, StringComparer.Ordinal);
            var found = new HashSet<string>(StringComparer.Ordinal);
            foreach (SyntaxNode node in body.DescendantNodes().Take(MaxNodes))
            {
                if (Related)
                    return;
                switch (node)
                {
                    case VariableDeclaratorSyntax { Initializer.Value: { } value } local:
                        // What is made of both names the whole too.
                        if (IsConverted(value) && MentionsWhole(value))
                            break;
                        if (IsConverted(value) && Mentions(value, chosen))
                            chosen.Add(local.Identifier.ValueText);
                        else if (Mentions(value, chosen) || Mentions(value, found))
                            found.Add(local.Identifier.ValueText);
                        break;
                    case InvocationExpressionSyntax call:
                        Consider(call, model, chosen, found, depth);
                        break;
                    case MemberAccessExpressionSyntax member when !IsOf(member.Expression, chosen):
                        Related |= wholes.Keys.Any(whole => Means(member.Name.Identifier.ValueText, whole));
                        break;
                    case MemberBindingExpressionSyntax { Parent: ConditionalAccessExpressionSyntax access } bound
                        when !IsOf(access.Expression, chosen):
                        Related |= wholes.Keys.Any(whole => Means(bound.Name.Identifier.ValueText, whole));
                        break;
                }
            }
        }

        private void Consider(
            InvocationExpressionSyntax call,
            SemanticModel model,
            HashSet<string> chosen,
            HashSet<string> found,
            int depth
        )
        {
            string? part = null;
            bool whole = false;
            foreach (SyntaxNode node in call.ArgumentList.DescendantNodes().Take(MaxNodes))
            {
                if (node is not ExpressionSyntax expression || Identifier(expression) is not { } name)
                    continue;
                if (wholes.ContainsKey(name))
                    whole = true;
                else if (IsOf(expression, chosen))
                    part ??= name;
            }

            bool asks = Asks(call);
            Related |= part is not null && whole || asks && (part is not null || Mentions(call.ArgumentList, found));
            if (part is null || whole || asks || Related)
                return;
            IReadOnlyList<SyntaxNode> targets = context.Callees.Of(call, model);
            if (Lookup().IsMatch(Shape.SimpleName(call)) && Part(model.GetTypeInfo(call).Type) is { } belongs)
            {
                Related |= targets.Any(target => CurrentUser.Decides(target, chosen));
                Hit ??= (call, belongs.Type, part, belongs.Whole);
                return;
            }

            foreach (SyntaxNode target in targets)
                Into(target, Passed(call, model, target, chosen), depth + 1);
        }

        private static HashSet<string> Passed(
            InvocationExpressionSyntax call,
            SemanticModel model,
            SyntaxNode target,
            HashSet<string> chosen
        )
        {
            ParameterSyntax[] parameters = [.. ParameterReader.Of(target)];
            int shift = model.GetSymbolInfo(call).Symbol is IMethodSymbol { ReducedFrom: not null } ? 1 : 0;
            var passed = new HashSet<string>(StringComparer.Ordinal);
            for (int i = 0; i < call.ArgumentList.Arguments.Count && i + shift < parameters.Length; i++)
            {
                if (Mentions(call.ArgumentList.Arguments[i], chosen))
                    passed.Add(parameters[i + shift].Identifier.ValueText);
            }

            return passed;
        }

        /// <summary>A type of this application that names the whole it belongs to, in a task or a list or by itself.</summary>
        private (string Type, string Whole)? Part(ITypeSymbol? type)
        {
            for (int depth = 0; depth < 4 && type is INamedTypeSymbol named; depth++)
            {
                if (named.DeclaringSyntaxReferences.Length > 0 && IsKept(named))
                    return Belongs(named) is { } whole ? (named.Name, whole) : null;
                type = named.TypeArguments is [.., { } last] ? last : null;
            }

            return null;
        }

        /// <summary>Has a key of its own, as rows and documents do, and services do not.</summary>
        private static bool IsKept(INamedTypeSymbol type) =>
            EntityTypes
                .Properties(type)
                .Any(p =>
                    p.Name.Equals("Id", StringComparison.OrdinalIgnoreCase)
                    || p.Name.Equals(type.Name + "Id", StringComparison.OrdinalIgnoreCase)
                );

        private bool MentionsWhole(ExpressionSyntax value) =>
            value is BaseObjectCreationExpressionSyntax { ArgumentList: { } list }
            && list.Arguments.Count > 1
            && list.Arguments.Any(argument => Identifier(argument.Expression) is { } name && wholes.ContainsKey(name));

        private string? Belongs(INamedTypeSymbol part)
        {
            int left = MaxDepth + 2;
            for (INamedTypeSymbol? type = part; type is not null && left-- > 0; type = type.BaseType)
            {
                foreach (IPropertySymbol property in type.GetMembers().OfType<IPropertySymbol>())
                {
                    if (wholes.Keys.FirstOrDefault(name => Id().IsMatch(property.Name) && Means(property.Name, name)) is { } whole)
                        return whole;
                }
            }

            return null;
        }
    }

    /// <summary>`OrganizationId` and `orgId`, `StoreDataId` and `storeId`.</summary>
    private static bool Means(string member, string whole)
    {
        ReadOnlySpan<char> name = Stem(whole);
        return name.Length >= 3 && Id().IsMatch(member) && Stem(member).StartsWith(name, StringComparison.OrdinalIgnoreCase);
    }

    private static ReadOnlySpan<char> Stem(string name)
    {
        ReadOnlySpan<char> stem = name.AsSpan().TrimStart('_');
        foreach (string end in (string[])["Guid", "Id", "ID"])
        {
            if (stem.EndsWith(end, StringComparison.Ordinal))
                stem = stem[..^end.Length];
        }

        return stem;
    }

    private static bool IsOf(ExpressionSyntax expression, IReadOnlySet<string> names)
    {
        for (int depth = 0; depth < 16; depth++)
        {
            switch (expression)
            {
                case IdentifierNameSyntax identifier:
                    return names.Contains(identifier.Identifier.ValueText);
                case MemberAccessExpressionSyntax member:
                    expression = member.Expression;
                    break;
                case ConditionalAccessExpressionSyntax access:
                    expression = access.Expression;
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    private static bool Mentions(SyntaxNode node, IReadOnlySet<string> names) =>
        names.Count > 0
        && node.DescendantNodesAndSelf()
            .Take(MaxNodes)
            .OfType<IdentifierNameSyntax>()
            .Any(name =>
                names.Contains(name.Identifier.ValueText) && !(name.Parent is MemberAccessExpressionSyntax member && member.Name == name)
            );

    [GeneratedRegex("(Id|ID|Guid)$|^id$", RegexOptions.NonBacktracking)]
    private static partial Regex Id();

    [GeneratedRegex("^(Try)?(Find|Get|First|Single|Last|Load|Fetch|Retrieve|Read|Lookup)", RegexOptions.NonBacktracking)]
    private static partial Regex Lookup();

    [GeneratedRegex(
        "Permission|Access|Authori[sz]|Admin|Owner|Member|Manage|Allowed|Entitle|Belongs|Privilege|^Can[A-Z]|Rights?(Async)?$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Right();

    /// <summary>Work on members and owners asks for no right.</summary>
    [GeneratedRegex(
        "^(Get|Find|Load|List|Add|Create|Insert|Update|Delete|Remove|Set|Map|To|Log|Send|Notify|New)",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Work();
}
