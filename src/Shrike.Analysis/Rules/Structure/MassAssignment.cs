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
            if (
                !Endpoints.IsHttp(site.EntryPoint.Kind)
                || Endpoints.IsBackOffice(site)
                || site.EntryPoint.Guards.Policies.Any(Endpoints.IsPrivilegedRole)
            )
                continue;
            if (context.Models.For(site.Declaration.SyntaxTree) is not { } model)
                continue;
            foreach ((string name, ITypeSymbol type) in Bound(site, model))
            {
                if (!context.Entities.IsStored(type) || EntityTypes.SensitiveOf(type) is not { } property)
                    continue;
                if (Saves(site.Declaration, name) is { } place)
                    yield return StructuralRules.Candidate(
                        rule,
                        place,
                        Shape.Where(place),
                        $"{type.Name} is filled from the request and saved whole, so its sender also chooses {property.Name}",
                        site
                    );
            }
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

    private static SyntaxNode? Saves(SyntaxNode function, string name)
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
