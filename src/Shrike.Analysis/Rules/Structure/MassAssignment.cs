using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Analysis.CSharp.EntryPoints;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;

namespace Shrike.Analysis.Rules.Structure;

/// <summary>A stored type is filled from the request and saved, with properties that its sender must not choose.</summary>
internal static class MassAssignment
{
    public const string Id = "mass-assignment";
    private const int MaxNodes = 20_000;

    public static IEnumerable<Candidate> Find(Rule rule, StructureContext context)
    {
        foreach (EntryPointSite site in context.EntryPoints)
        {
            context.Cancel.ThrowIfCancellationRequested();
            if (!Endpoints.IsHttp(site.EntryPoint.Kind) || Endpoints.IsBackOffice(site) || Entitlement.IsRequired(site))
                continue;
            if (context.Models.For(site.Declaration.SyntaxTree) is not { } model)
                continue;
            foreach (Candidate found in Whole(rule, site, context, model).Concat(PrivilegeByAssignment.Find(rule, site, context, model)))
            {
                if (!context.Checks.Entitles(site))
                    yield return context.UsesAuthorization ? found : found with { Severity = Severity.Low };
            }
        }
    }

    private static IEnumerable<Candidate> Whole(Rule rule, EntryPointSite site, StructureContext context, SemanticModel model)
    {
        foreach ((string name, ITypeSymbol type) in Bound(site, model))
        {
            if (!context.Entities.IsStored(type) || Saves(site, name) is not { } save)
                continue;
            HashSet<string> overruled = [.. Named(site, name).SelectMany(worker => Assigned(worker.Function, worker.Name))];
            // What a new row may say of itself is what the call is for; only rights are not. A row that is there has more to lose.
            bool overwrites = Overwrites(save, site);
            IPropertySymbol? property = EntityTypes
                .Properties(type)
                .FirstOrDefault(p =>
                    p.SetMethod is { DeclaredAccessibility: Accessibility.Public }
                    && !overruled.Contains(p.Name)
                    && !IsUnbound(p)
                    && (EntityTypes.IsPrivileged(p) || overwrites && EntityTypes.IsSensitive(p, type))
                );
            if (property is null)
                continue;
            string message = $"{type.Name} is filled from the request and saved whole, so its sender also chooses {property.Name}";
            yield return StructuralRules.Candidate(rule, save, Shape.Where(save), message, site);
        }
    }

    private static IEnumerable<(string, ITypeSymbol)> Bound(EntryPointSite site, SemanticModel model)
    {
        foreach (ParameterSyntax parameter in ParameterReader.Of(site.Declaration))
        {
            bool limited = parameter.AttributeLists.Any(list =>
                list.Attributes.Any(a => Shape.AttributeName(a) is "Bind" or "BindNever" or "FromServices" or "ModelBinder")
            );
            if (!limited && model.GetDeclaredSymbol(parameter) is IParameterSymbol symbol && !HasBind(symbol.Type))
                yield return (symbol.Name, symbol.Type);
        }

        foreach (EntryParameter property in site.EntryPoint.Properties)
        {
            for (INamedTypeSymbol? owner = site.Owner; owner is not null; owner = owner.BaseType)
            {
                if (owner.GetMembers(property.Name).OfType<IPropertySymbol>().FirstOrDefault() is not { } symbol)
                    continue;
                yield return (symbol.Name, symbol.Type);
                break;
            }
        }
    }

    private static bool HasBind(ITypeSymbol type) => type.GetAttributes().Any(a => a.AttributeClass?.Name is "BindAttribute" or "Bind");

    private static bool IsUnbound(IPropertySymbol property) =>
        property
            .GetAttributes()
            .Any(a => a.AttributeClass?.Name is { } name && Shape.TrimAttribute(name) is "BindNever" or "JsonIgnore" or "IgnoreDataMember");

    /// <summary>Properties of the bound object that the code sets itself, whatever the request said.</summary>
    private static HashSet<string> Assigned(SyntaxNode function, string name) =>
        [
            .. (Shape.Body(function)?.DescendantNodesAndSelf() ?? [])
                .Take(MaxNodes)
                .OfType<AssignmentExpressionSyntax>()
                .Select(set => set.Left)
                .OfType<MemberAccessExpressionSyntax>()
                .Where(left => left.Expression is IdentifierNameSyntax target && target.Identifier.ValueText == name)
                .Select(left => left.Name.Identifier.ValueText),
        ];

    private static bool Overwrites(InvocationExpressionSyntax save, EntryPointSite site) =>
        Shape.SimpleName(save)
            is "Update"
                or "UpdateAsync"
                or "UpdateRange"
                or "Attach"
                or "Entry"
                or "SetValues"
                or "AddOrUpdate"
                or "Save"
                or "SaveAsync"
        && !(Shape.SimpleName(save) is "Save" or "SaveAsync" && site.EntryPoint.Verbs.Contains("POST"));

    /// <summary>The door and its helpers, each with the name that what is bound has there.</summary>
    private static IEnumerable<(SyntaxNode Function, string Name)> Named(EntryPointSite site, string name)
    {
        bool isProperty = site.EntryPoint.Properties.Any(property => property.Name == name);
        foreach (Worker worker in site.Workers)
        {
            if ((worker.NameOf(name) ?? (isProperty ? name : null)) is { } own)
                yield return (worker.Function, own);
        }
    }

    private static InvocationExpressionSyntax? Saves(EntryPointSite site, string name) =>
        Named(site, name).Select(worker => Saves(worker.Function, worker.Name)).FirstOrDefault(save => save is not null);

    private static InvocationExpressionSyntax? Saves(SyntaxNode function, string name)
    {
        foreach (
            InvocationExpressionSyntax call in (Shape.Body(function)?.DescendantNodesAndSelf() ?? [])
                .Take(MaxNodes)
                .OfType<InvocationExpressionSyntax>()
        )
        {
            string method = Shape.SimpleName(call);
            if (
                method
                    is "Add"
                        or "AddAsync"
                        or "Update"
                        or "Attach"
                        or "Entry"
                        or "AddOrUpdate"
                        or "InsertOnSubmit"
                        or "Create"
                        or "CreateAsync"
                        or "UpdateAsync"
                        or "Insert"
                        or "InsertAsync"
                        or "SetValues"
                        or "Save"
                        or "SaveAsync"
                && call.ArgumentList.Arguments.Any(a => a.Expression is IdentifierNameSyntax given && given.Identifier.ValueText == name)
            )
                return call;
        }

        return null;
    }
}
