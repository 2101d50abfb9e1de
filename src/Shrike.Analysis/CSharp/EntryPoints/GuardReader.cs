using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Analysis.Facts;

namespace Shrike.Analysis.CSharp.EntryPoints;

/// <summary>Reads what guards an endpoint from attributes and from its body.</summary>
internal static partial class GuardReader
{
    private const int MaxTokens = 20_000;

    public static Guards Read(
        IReadOnlyList<AttributeFact> attributes,
        SyntaxNode function,
        string? global,
        string? antiforgery,
        Models models
    )
    {
        var guards = new Guards { Antiforgery = antiforgery };
        var policies = new List<string>();
        bool open = false;
        foreach (AttributeFact attribute in attributes)
        {
            switch (attribute.Name)
            {
                case "AllowAnonymous" or "OverrideAuthorization":
                    open = true;
                    break;
                case "ValidateAntiForgeryToken" or "AutoValidateAntiforgeryToken" or "RequireAntiforgeryToken":
                    guards = guards with { Antiforgery = guards.Antiforgery ?? attribute.ToString() };
                    break;
                case "EnableRateLimiting":
                    guards = guards with { RateLimit = guards.RateLimit ?? attribute.ToString() };
                    break;
                // A filter of authorization by its interface only.
                case "ValidateInput":
                    break;
                default:
                    if (!RequiresCaller(attribute, models))
                        break;
                    guards = guards with
                    {
                        Authorization = guards.Authorization ?? attribute.ToString(),
                        NamesAdministrators = guards.NamesAdministrators || AdministratorsName().IsMatch(attribute.Name),
                    };
                    AddPolicies(attribute, policies);
                    break;
            }
        }

        if (attributes.Any(attribute => attribute.Name is "IgnoreAntiforgeryToken"))
            guards = guards with { Antiforgery = null };
        string? authorization = open ? null : guards.Authorization ?? global;
        return guards with { Authorization = authorization ?? InBody(function, models), AllowsAnonymous = open, Policies = policies };
    }

    private static void AddPolicies(AttributeFact attribute, List<string> policies)
    {
        if (attribute.Named("Roles") is { } roles)
            policies.AddRange(roles.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        if (attribute.NamedText("Policy") is { } policy)
            policies.Add(policy);
        policies.AddRange(attribute.Unnamed());
        policies.AddRange(attribute.Types().Select(Shape.SimpleName));
    }

    private static bool RequiresCaller(AttributeFact attribute, Models models)
    {
        if (attribute.Name is "Authorize" or "PrincipalPermission" || AuthName().IsMatch(attribute.Name))
            return true;
        if (attribute.Name is "ServiceFilter" or "TypeFilter" or "MiddlewareFilter")
            return attribute.Types().Any(type => AuthName().IsMatch(Shape.SimpleName(type)));
        if (attribute.Class is not { } type || type.DeclaringSyntaxReferences.Length == 0)
            return false;
        TypeFacts facts = models.FactsOf(type);
        if (
            facts.Is(
                "AuthorizeAttribute",
                "Authorize",
                "IAuthorizationFilter",
                "IAsyncAuthorizationFilter",
                "IAuthorizeData",
                "AuthorizationFilterAttribute"
            )
        )
            return true;
        return facts.Is("ActionFilterAttribute", "IActionFilter", "IAsyncActionFilter", "Attribute")
            && type.DeclaringSyntaxReferences.Any(reference => InBody(models.Syntax(reference)) is not null);
    }

    /// <summary>As <see cref="InBody(SyntaxNode)"/>, also in the helpers that the function leaves its work to.</summary>
    public static string? InBody(SyntaxNode function, Models models) =>
        new HandedOn(models).From(function).Select(worker => InBody(worker.Function)).FirstOrDefault(check => check is not null);

    /// <summary>A check of the caller inside a function: in words, or null.</summary>
    public static string? InBody(SyntaxNode function)
    {
        SyntaxNode body = function is BaseTypeDeclarationSyntax ? function : Shape.Body(function) ?? function;
        int left = MaxTokens;
        foreach (SyntaxToken token in body.DescendantTokens())
        {
            if (--left < 0)
                return null;
            if (!token.IsKind(SyntaxKind.IdentifierToken))
                continue;
            switch (token.ValueText)
            {
                case "IsAuthenticated" or "IsInRole" or "HasClaim" when InCondition(token):
                    return token.ValueText + " checked in the body";
                case "AuthorizeAsync"
                or "Forbid"
                or "Challenge"
                or "Unauthorized"
                or "HttpUnauthorizedResult"
                or "UnauthorizedResult"
                or "UnauthorizedObjectResult"
                or "ForbidResult"
                or "UnauthorizedAccessException"
                or "RedirectToLoginPage"
                or "ChallengeResult":
                    return token.ValueText + " in the body";
                case "Status401Unauthorized" or "Status403Forbidden" when token.Parent?.FirstAncestorOrSelf<AttributeSyntax>() is null:
                    return "refuses callers in the body";
                case "Session" when InCondition(token):
                    return "session checked in the body";
            }
        }

        return null;
    }

    private static bool InCondition(SyntaxToken token)
    {
        SyntaxNode? from = token.Parent;
        for (SyntaxNode? at = from; at is not null; from = at, at = at.Parent)
        {
            switch (at)
            {
                case IfStatementSyntax branch:
                    return branch.Condition == from;
                case ConditionalExpressionSyntax choice:
                    return choice.Condition == from;
                case StatementSyntax:
                    return false;
            }
        }

        return false;
    }

    [GeneratedRegex(
        "^(Require)?Admin(istrator)?s?(Only|Authori[sz]\\w*|Required|Permission)?$|^(Authori[sz]e|Only)Admin",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex AdministratorsName();

    [GeneratedRegex(
        "Authori[sz]|Permission|RequireRole|RequireLogin|LoginRequired|LoginCheck|LoggedIn|SignedIn|Authenticated|CheckLogin|AdminOnly|CheckAccess|ApiKey|SessionExpire|CheckSession|RequiresRole|BasicAuth|JwtAuth|^Secured?$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex AuthName();
}
