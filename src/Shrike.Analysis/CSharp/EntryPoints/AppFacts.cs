using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Analysis.Facts;

namespace Shrike.Analysis.CSharp.EntryPoints;

/// <summary>What start-up code says about the whole application.</summary>
public sealed class AppFacts
{
    internal static readonly string[] Words =
    [
        "RequireAuthorization",
        "FallbackPolicy",
        "SetFallbackPolicy",
        "AuthorizeFilter",
        "AuthorizeAttribute",
        "AuthorizeFolder",
        "AuthorizePage",
        "AuthorizeAreaFolder",
        "AuthorizeAreaPage",
        "AutoValidateAntiforgeryTokenAttribute",
        "ValidateAntiForgeryTokenAttribute",
        "UseAntiforgery",
        "AddCookie",
        "AddIdentity",
        "AddDefaultIdentity",
        "AddIdentityCookies",
        "FormsAuthentication",
        "UseCookieAuthentication",
        "AddOpenIdConnect",
        "Authorize",
        "HasQueryFilter",
    ];

    /// <summary>Declarations and calls that could not be understood.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>What requires a signed-in caller everywhere, or null.</summary>
    public string? GlobalAuthorization { get; private set; }
    public string? GlobalAntiforgery { get; private set; }
    public bool MinimalAntiforgery { get; private set; }
    public bool SignsInWithCookies { get; private set; }

    /// <summary>Somewhere an endpoint demands a signed-in or entitled caller.</summary>
    public bool UsesAuthorization { get; private set; }

    /// <summary>Guards put on a group of endpoints at start-up, by the mapping call's name ("MapControllers", "MapHub:ChatHub").</summary>
    internal Dictionary<string, string> Mapped { get; } = new(StringComparer.Ordinal);

    /// <summary>Razor Pages folders or pages that a convention guards.</summary>
    internal List<string> GuardedPages { get; } = [];

    /// <summary>Simple names of entity types with a global query filter.</summary>
    internal HashSet<string> FilteredEntities { get; } = new(StringComparer.Ordinal);

    internal void Add(SyntaxToken token)
    {
        string word = token.ValueText;
        switch (word)
        {
            case "FallbackPolicy" or "SetFallbackPolicy":
                if (
                    token.Parent?.AncestorsAndSelf().OfType<AssignmentExpressionSyntax>().FirstOrDefault()?.Right is LiteralExpressionSyntax
                )
                    return;
                GlobalAuthorization ??= "fallback policy";
                UsesAuthorization = true;
                break;
            case "AuthorizeFilter" or "AuthorizeAttribute":
                if (InFilterRegistration(token))
                {
                    GlobalAuthorization ??= "global authorization filter";
                    UsesAuthorization = true;
                }

                break;
            case "AutoValidateAntiforgeryTokenAttribute" or "ValidateAntiForgeryTokenAttribute":
                if (InFilterRegistration(token))
                    GlobalAntiforgery ??= $"global {Shape.TrimAttribute(word)} filter";
                break;
            case "Authorize":
                UsesAuthorization |= token.Parent?.Parent is AttributeSyntax or QualifiedNameSyntax;
                break;
            case "UseAntiforgery":
                MinimalAntiforgery = true;
                break;
            case "FormsAuthentication"
            or "UseCookieAuthentication"
            or "AddCookie"
            or "AddIdentity"
            or "AddDefaultIdentity"
            or "AddIdentityCookies"
            or "AddOpenIdConnect":
                SignsInWithCookies = true;
                break;
            case "HasQueryFilter":
                if (Shape.CallNamed(token) is { } filter)
                    AddFiltered(filter);
                break;
            default:
                AddConvention(token, word);
                break;
        }
    }

    private void AddFiltered(InvocationExpressionSyntax filter)
    {
        ExpressionSyntax? receiver = Shape.Receiver(filter);
        if (receiver is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax generic } })
            FilteredEntities.Add(Shape.SimpleName(generic.TypeArgumentList.Arguments[0]));
    }

    private void AddConvention(SyntaxToken token, string word)
    {
        if (Shape.CallNamed(token) is not { } call)
            return;
        UsesAuthorization = true;
        if (word.StartsWith("Authorize", StringComparison.Ordinal))
        {
            string area = word.Contains("Area", StringComparison.Ordinal) ? Constants.Text(Shape.Argument(call, 0), null) + "" : "";
            string path = Constants.Text(Shape.Argument(call, area.Length > 0 ? 1 : 0), null) ?? "/";
            GuardedPages.Add(area.Length > 0 ? "/" + area + path : path);
            return;
        }

        ExpressionSyntax? receiver = Shape.Receiver(call);
        while (receiver is InvocationExpressionSyntax inner)
        {
            string name = Shape.SimpleName(inner);
            if (
                name
                is "MapControllers"
                    or "MapControllerRoute"
                    or "MapDefaultControllerRoute"
                    or "MapRazorPages"
                    or "MapRazorComponents"
                    or "MapBlazorHub"
            )
                Mapped.TryAdd(name, $"RequireAuthorization on {name}");
            if (name is "MapHub" or "MapGrpcService" && inner.Expression is MemberAccessExpressionSyntax { Name: GenericNameSyntax typed })
                Mapped.TryAdd(name + ":" + Shape.SimpleName(typed.TypeArgumentList.Arguments[0]), $"RequireAuthorization on {name}");
            receiver = Shape.Receiver(inner);
        }
    }

    private static bool InFilterRegistration(SyntaxToken token)
    {
        int hops = 0;
        for (SyntaxNode? at = token.Parent; at is not null and not StatementSyntax && hops < 12; at = at.Parent, hops++)
        {
            if (
                at is InvocationExpressionSyntax call
                && Shape.SimpleName(call) is "Add" or "AddService"
                && Shape.Receiver(call) is { } receiver
                && Shape.SimpleName(receiver) is { } target
                && (target.Contains("ilters", StringComparison.Ordinal))
            )
                return true;
        }

        return token.Parent?.Parent is TypeArgumentListSyntax { Parent.Parent: MemberAccessExpressionSyntax { Expression: { } of } }
            && Shape.SimpleName(of).Contains("ilters", StringComparison.Ordinal);
    }
}
