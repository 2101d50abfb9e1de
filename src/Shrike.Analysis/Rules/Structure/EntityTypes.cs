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

    /// <summary>Whether a property by its name says whose an object is; User.UserName names the user itself.</summary>
    public static bool NamesOwner(IPropertySymbol property, ITypeSymbol type) =>
        OwnerName().IsMatch(property.Name)
        && !property.Name.StartsWith(type.Name, StringComparison.OrdinalIgnoreCase)
        && property.DeclaredAccessibility != Accessibility.Private;

    /// <summary>The people who sign in: an account by name that holds a password, or a framework's user.</summary>
    public static bool IsUser(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { DeclaringSyntaxReferences.Length: > 0, TypeKind: TypeKind.Class })
            return false;
        int depth = 0;
        for (INamedTypeSymbol? at = type.BaseType; at is not null && depth < 8; at = at.BaseType, depth++)
        {
            if (at.Name is "IdentityUser" or "MembershipUser")
                return true;
        }

        return UserName().IsMatch(type.Name) && Properties(type).Any(p => PasswordName().IsMatch(p.Name));
    }

    /// <summary>A right or a credit, which nobody gives to himself, whatever he creates.</summary>
    public static bool IsPrivileged(IPropertySymbol property) => IsValue(property) && PrivilegedName().IsMatch(property.Name);

    /// <summary>As <see cref="IsPrivileged"/>, by name alone, and only what decides over rights.</summary>
    public static bool IsRight(string name) => RightName().IsMatch(name);

    /// <summary>What the sender of a change may not choose for a row that is there, although its maker did.</summary>
    public static bool IsSensitive(IPropertySymbol property, ITypeSymbol type) =>
        IsValue(property)
        && SensitiveName().IsMatch(property.Name)
        && !property.Name.StartsWith(type.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>An object or a list beside it is loaded by its key; binding seldom reaches the row behind it.</summary>
    private static bool IsValue(IPropertySymbol property) =>
        property.Type.TypeKind is TypeKind.Enum or TypeKind.Struct or TypeKind.Error
        || property.Type.SpecialType == SpecialType.System_String;

    public static IEnumerable<IPropertySymbol> Properties(ITypeSymbol? type)
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
        "^(Is|Has)?_?(Site|Super|Global|Sys|System)?_?(Admin|Administrator|SuperUser|Staff|Moderator|Superadmin)(User|Access|Rights)?$|^(Is)?(Account|Identity|Email|Phone|User|Kyc)?(Verified|Approved)$|^(User|Account|Member|Access|Primary|Security|Site)?_?Roles?(Id|Name|Type|s)?$|Permissions?$|^(Account|Current|Available|Wallet)?_?(Balance|Credits?)$|^(EmailConfirmed|PhoneNumberConfirmed|SecurityStamp|PasswordHash|AccessLevel|Privileges?|PrivilegeLevel|UserType|UserLevel|IsPremium|IsStaff|IsVip|CreditLimit|LoyaltyPoints)$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex PrivilegedName();

    [GeneratedRegex(
        "^(Is|Has)?_?(Site|Super|Global|Sys|System)?_?(Admin|Administrator|SuperUser|Staff|Moderator|Superadmin)(User|Access|Rights)?$|^(User|Account|Member|Access|Primary|Security|Site)?_?Roles?(Id|Name|Type)?$|^(User|Account)?Permissions?$|^(AccessLevel|Privileges?|PrivilegeLevel|UserType|UserLevel|IsPremium|EmailConfirmed|(Is)?(EmailVerified|AccountVerified))$|^(Account|Wallet)?_?(Balance|Credits)$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex RightName();

    [GeneratedRegex(
        "^(Is)?(Approved|Verified|Confirmed|Active|Enabled|Locked|Paid|Premium|Featured)$|^Password|Price|Discount|Salary|^(Total|Amount|UserId|OwnerId|TenantId|CustomerId|AccountId|CreatedBy|Status)$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex SensitiveName();

    [GeneratedRegex(
        "^(App|Application|Identity|Site|Web|Store|System|Tbl|T)?_?(User|Account|Member|Customer|Person|Login|Employee)s?(Entity|Record|Account|Login|Info)?$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex UserName();

    [GeneratedRegex(
        "^(Hashed|Encrypted|User|Master)?_?(Password|Passwd|Pwd)_?(Hash|Salt|Digest)?$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex PasswordName();
}
