using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Analysis.CSharp.EntryPoints;

namespace Shrike.Analysis.Rules.Structure;

/// <summary>An object that belongs to somebody.</summary>
/// <param name="Column">What names the owner; null where the object is the user itself.</param>
/// <param name="IsSure">The column is known to name a user; otherwise only its name suggests so.</param>
internal sealed record Owned(ITypeSymbol Entity, IPropertySymbol? Column, bool IsSure);

/// <summary>Whose an object is, by its columns and by how the application uses them.</summary>
internal sealed partial class Ownership(Models models, CancellationToken cancel)
{
    private readonly Dictionary<ITypeSymbol, Owned?> known = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, Use> uses = new(StringComparer.Ordinal);

    [Flags]
    private enum Use
    {
        None = 0,
        ComparedWithCaller = 1,
        SetToCaller = 2,
        NamesAnotherObject = 4,
    }

    public Owned? Of(ITypeSymbol type)
    {
        if (!known.TryGetValue(type, out Owned? owned))
            known[type] = owned = EntityTypes.IsUser(type) ? new Owned(type, null, true) : ByColumn(type);
        return owned;
    }

    private Owned? ByColumn(ITypeSymbol type)
    {
        IPropertySymbol[] all = [.. EntityTypes.Properties(type)];
        Owned? guess = null;
        foreach (IPropertySymbol column in all)
        {
            if (!EntityTypes.NamesOwner(column, type) || IsSelf(column, all))
                continue;
            switch (Judge(column, all))
            {
                case true:
                    return new Owned(type, column, true);
                case false:
                    guess ??= new Owned(type, column, false);
                    break;
            }
        }

        return guess;
    }

    /// <returns>true: names a user; false: may do so; null: names something else.</returns>
    private bool? Judge(IPropertySymbol column, IPropertySymbol[] all)
    {
        string stem = Suffix().Replace(column.Name, "");
        // The object behind the key, where the type holds it too.
        if (
            all.FirstOrDefault(p => p.Name == stem) is
            { Type: INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } target }
        )
        {
            if (!Person().IsMatch(target.Name))
                return null;
            if (EntityTypes.IsUser(target))
                return true;
        }

        if (Certain().IsMatch(stem))
            return true;
        Use use = UseOf(column.Name);
        // Who made a row and who changed it last is book-keeping, unless somebody asks it about the caller.
        bool audit = Maker().IsMatch(stem) && all.Any(p => Changer().IsMatch(p.Name));
        if (use.HasFlag(Use.ComparedWithCaller) || !audit && use.HasFlag(Use.SetToCaller))
            return true;
        // A name as free text is a label more often than an account.
        bool label = column.Name == stem && column.Type.SpecialType == SpecialType.System_String && !Maker().IsMatch(stem);
        return audit || label || use.HasFlag(Use.NamesAnotherObject) ? null : false;
    }

    /// <summary>The name or address of an account is its own.</summary>
    private static bool IsSelf(IPropertySymbol column, IPropertySymbol[] all) =>
        OwnName().IsMatch(column.Name) && all.Any(p => AccountColumn().IsMatch(p.Name) && p.Name != column.Name);

    private Use UseOf(string column)
    {
        if (uses.TryGetValue(column, out Use use))
            return use;
        var scan = new WordScan([column]);
        models.Foreign.AddAll();
        foreach (SyntaxTree tree in models.Sources.SelectMany(source => source.SyntaxTrees))
        {
            foreach (SyntaxToken token in scan.In(tree, cancel))
                use |= UseAt(token, column);
            if (use.HasFlag(Use.ComparedWithCaller))
                break;
        }

        return uses[column] = use;
    }

    private static Use UseAt(SyntaxToken token, string column)
    {
        SyntaxNode? from = token.Parent;
        for (SyntaxNode? at = from?.Parent; at is not null and not StatementSyntax; from = at, at = at.Parent)
        {
            switch (at)
            {
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } both:
                    return Compared(both.Left == from ? both.Right : both.Left, column);
                case InvocationExpressionSyntax call when Shape.SimpleName(call) is "Equals":
                    return Compared(call.ArgumentList, column);
                case AssignmentExpressionSyntax set when set.Left == from:
                    return IsCaller(set.Right, column) ? Use.SetToCaller : Other(set.Right);
            }
        }

        return Use.None;
    }

    private static Use Compared(SyntaxNode side, string column) => IsCaller(side, column) ? Use.ComparedWithCaller : Other(side);

    /// <summary>The key of something that is no person: <c>item.Id</c>, or a bare Id, which is the object's own.</summary>
    private static Use Other(SyntaxNode side)
    {
        SyntaxNode value = side is ArgumentListSyntax { Arguments: [{ Expression: { } only }] } ? only : side;
        return value switch
        {
            IdentifierNameSyntax { Identifier.ValueText: "Id" } => Use.NamesAnotherObject,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Id", Expression: { } of }
                when of is ThisExpressionSyntax || Shape.SimpleName(of) is { Length: > 1 } name && !PersonName().IsMatch(name) =>
                Use.NamesAnotherObject,
            _ => Use.None,
        };
    }

    private static bool IsCaller(SyntaxNode side, string column)
    {
        foreach (IdentifierNameSyntax name in side.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Take(64))
        {
            string text = name.Identifier.ValueText;
            if (text.Equals(column, StringComparison.OrdinalIgnoreCase))
                continue;
            if (
                CurrentUser.NamesCaller(text)
                || text is "ClaimTypes" or "CurrentPrincipal"
                || text is "User" && name.Parent is MemberAccessExpressionSyntax or ArgumentSyntax
            )
                return true;
        }

        return false;
    }

    [GeneratedRegex("(_?(Id|Guid|Name|Identifier|Email|Uid|Key|Login))$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Suffix();

    [GeneratedRegex(
        "^(App|Application|Identity)?(User|Account|Member|Buyer|Subscriber)$|^UserU?$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex Certain();

    [GeneratedRegex(
        "User|Account|Customer|Member|Person|Owner|Buyer|Seller|Employee|Patient|Student|Client|Profile|Principal|Tenant|Organi[sz]ation|Author|Creator|Subscriber|Identity|Login|Company|Team|Holder|Sender|Contact",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Person();

    [GeneratedRegex(
        "user|account|customer|member|person|owner|buyer|seller|employee|patient|student|client|profile|principal|tenant|organi|author|creator|caller|identity|login|player|admin|guest|dto|model|request|command",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex PersonName();

    [GeneratedRegex("^(CreatedBy|Creator|Author|CreatedByUser)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Maker();

    [GeneratedRegex(
        "^(Last)?_?(Modified|Updated|Changed|Edited)By|^(Modifier|Updater|Editor)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex Changer();

    [GeneratedRegex("(Name|Email|Login)$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex OwnName();

    [GeneratedRegex("Password|^E?mail(Address)?$|^UserGuid$|SecurityStamp", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex AccountColumn();
}
