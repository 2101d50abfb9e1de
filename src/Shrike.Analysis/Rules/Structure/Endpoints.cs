using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Analysis.CSharp.EntryPoints;
using Shrike.Analysis.Facts;

namespace Shrike.Analysis.Rules.Structure;

/// <summary>What kind of endpoint it is, by its names, verbs and body.</summary>
internal static partial class Endpoints
{
    private const int MaxTokens = 20_000;

    public static bool IsHttp(EntryPointKind kind) =>
        kind
            is EntryPointKind.Controller
                or EntryPointKind.MinimalApi
                or EntryPointKind.RazorPage
                or EntryPointKind.WebApi2
                or EntryPointKind.Mvc5
                or EntryPointKind.SignalRHub;

    public static string NameOf(EntryPointSite site) =>
        site.Declaration is MethodDeclarationSyntax method ? method.Identifier.ValueText : "";

    public static bool IsPrivilegedRole(string role) => Privileged().IsMatch(role);

    public static bool IsAdministrative(EntryPointSite site) =>
        Admin().IsMatch(site.Owner?.Name ?? "") || Admin().IsMatch(site.EntryPoint.Route ?? "") || Admin().IsMatch(NameOf(site));

    /// <summary>A part of the application that only staff uses, by its namespace: objects of others are what staff works with.</summary>
    public static bool IsBackOffice(EntryPointSite site) =>
        IsAdministrative(site)
        || site.Owner?.ContainingNamespace?.ToDisplayString().Split('.').Any(part => part is "Admin" or "Administration" or "BackOffice")
            == true;

    /// <summary>Doors that must stand open: signing in, registering, health, callbacks with proof of their own.</summary>
    public static bool IsOpenByNature(EntryPointSite site) => IsOpenByItsName(site) || OpenOwner().IsMatch(site.Owner?.Name ?? "");

    /// <summary>As <see cref="IsOpenByNature"/>, by the door's own name and route alone.</summary>
    public static bool IsOpenByItsName(EntryPointSite site) =>
        OpenByNature().IsMatch(NameOf(site)) || OpenByNature().IsMatch(site.EntryPoint.Route ?? "");

    /// <summary>The verb or name promises a change and the body makes one.</summary>
    public static bool ChangesState(EntryPointSite site)
    {
        EntryPoint point = site.EntryPoint;
        bool verb = point.Verbs.Any(v => v is "POST" or "PUT" or "PATCH" or "DELETE");
        return (verb || Changing().IsMatch(NameOf(site))) && site.Workers.Any(worker => Writes(worker.Function));
    }

    public static bool IsDestructive(EntryPointSite site) =>
        site.EntryPoint.Verbs.Contains("DELETE") || Destructive().IsMatch(NameOf(site));

    private static bool Writes(SyntaxNode function)
    {
        if (Shape.Body(function) is not { } body)
            return false;
        int left = MaxTokens;
        foreach (SyntaxToken token in body.DescendantTokens())
        {
            if (--left < 0)
                return false;
            if (
                token.IsKind(SyntaxKind.IdentifierToken)
                && WriteName().IsMatch(token.ValueText)
                && Shape.CallNamed(token) is { } call
                && !(Shape.Receiver(call) is { } on && NoStore().IsMatch(Shape.SimpleName(on)))
            )
                return true;
        }

        return false;
    }

    [GeneratedRegex(
        "admin|super|owner|staff|manage|operator|moderator|support|root|system|elevat|internal|editor",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex Privileged();

    [GeneratedRegex("admin|backoffice|superuser|impersonat", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Admin();

    [GeneratedRegex(
        "log_?-?(in|out|off|on)|sign-?_?(in|out|up)|register|registration|token|forgot|reset|confirm|verif|activat|webhook|callback|notify|ipn|health|ping|status|metrics|contact|newsletter|subscri|error|search|feedback|consent|captcha|culture|language|theme|cookie|csp|report|refresh|authenticate|basket|cart|wishlist|checkout|preview|setup|install|comment|reply|guestbook|invite|prelogin|challenge|export|calculate|validate|oauth|saml|sso|track|telemetry|analytics|unsubscribe|vote|compare|recover|helpful|tell_?-?a_?-?friend|email_?-?a_?-?friend",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex OpenByNature();

    [GeneratedRegex(
        "^(Account|Auth|Authentication|Login|Register|Token|Identity|Webhook|Health|Error|Startup|Connect|OAuth|Saml|Sso|Home|Stripe|Install|Cart|Basket)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex OpenOwner();

    [GeneratedRegex(
        "^(On(Post|Get))?(Create|Add|Insert|Update|Edit|Save|Delete|Remove|Set|Change|Assign|Grant|Revoke|Approve|Reject|Upload|Import|Transfer|Cancel|Disable|Enable|Promote|Purge|Clear|Archive|Publish|Post|Put)",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Changing();

    [GeneratedRegex("^(OnPost|OnGet)?(Delete|Remove|Purge|Grant|Promote|Revoke|Drop|Wipe)", RegexOptions.NonBacktracking)]
    private static partial Regex Destructive();

    [GeneratedRegex(
        "^(SaveChanges|SubmitChanges|Add|Insert|Create|Update|Delete|Remove|Save|Execute|Set|Send|Publish|Write|Upload|Import|Transfer|Cancel|Approve|Assign|Grant|Revoke|Put|Replace|Purge|Clear|Move|Copy|Disable|Enable|Change|Store|Persist|Promote|Attach)",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex WriteName();

    [GeneratedRegex(
        "^(ModelState|ViewBag|ViewData|Headers|_?logger|log|errors?|list|result|results|response|Response|Cookies|claims|sb|Console|TempData|parameters|Parameters)$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex NoStore();
}
