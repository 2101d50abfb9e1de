using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Analysis.CSharp.EntryPoints;

namespace Shrike.Analysis.Rules.Structure;

/// <summary>Which types are stored, which of them belong to one user, and which of their properties nobody else may set.</summary>
internal sealed partial class EntityTypes
{
    private readonly HashSet<string> stored = new(StringComparer.Ordinal);

    public static EntityTypes In(CSharpCompilation compilation, CancellationToken cancel)
    {
        var types = new EntityTypes();
        var scan = new WordScan(["DbSet", "IDbSet"]);
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            foreach (SyntaxToken token in scan.In(tree, cancel))
            {
                if (token.Parent is GenericNameSyntax { TypeArgumentList.Arguments: [{ } entity] })
                    types.stored.Add(Shape.SimpleName(entity));
            }
        }

        return types;
    }

    public bool IsStored(ITypeSymbol? type) =>
        type is INamedTypeSymbol { DeclaringSyntaxReferences.Length: > 0 } && stored.Contains(type.Name);

    /// <summary>The property that says whose an object is, or null where objects belong to nobody.</summary>
    public static IPropertySymbol? OwnerOf(ITypeSymbol? type) =>
        Properties(type)
            .FirstOrDefault(p =>
                // User.UserName names the user itself, not somebody it belongs to.
                OwnerName().IsMatch(p.Name)
                && !p.Name.StartsWith(type!.Name, StringComparison.OrdinalIgnoreCase)
                && p.DeclaredAccessibility != Accessibility.Private
            );

    public static IPropertySymbol? SensitiveOf(ITypeSymbol? type) =>
        Properties(type).FirstOrDefault(p => p.SetMethod is not null && SensitiveName().IsMatch(p.Name));

    private static IEnumerable<IPropertySymbol> Properties(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { DeclaringSyntaxReferences.Length: > 0, TypeKind: TypeKind.Class or TypeKind.Struct })
            yield break;
        int depth = 0;
        for (ITypeSymbol? at = type; at is not null && at.DeclaringSyntaxReferences.Length > 0 && depth < 8; at = at.BaseType, depth++)
        {
            foreach (IPropertySymbol property in at.GetMembers().OfType<IPropertySymbol>())
                yield return property;
        }
    }

    [GeneratedRegex(
        "^(App|Application|Identity)?(User|Owner|Customer|Tenant|Account|Buyer|Member|Patient|Author|Client|Employee|Creator|Seller|Organization|Organisation|Subscriber|Student|Holder|Sender)(_?Id|_?Guid|_?Name|Identifier|Email|Uid|Key|Login)$|^(Owner|Buyer|CreatedBy|CreatedById|CreatedByUserId|UserUid|OwnedBy|AssignedTo)$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex OwnerName();

    [GeneratedRegex(
        "^(Is)?(Admin|Administrator|SuperUser|Approved|Verified|Confirmed|Active|Enabled|Locked|Paid|Premium|Staff|Featured)$|Role|Permission|Password|Balance|Credit|Price|Discount|Salary|^(Total|Amount|UserId|OwnerId|TenantId|CustomerId|AccountId|CreatedBy|EmailConfirmed|SecurityStamp|AccessLevel|Privilege|Status)$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex SensitiveName();
}
