using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Shrike.Analysis.CSharp.EntryPoints;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;

namespace Shrike.Analysis.Rules.Structure;

/// <summary>A form endpoint that a browser calls with its cookies, and that no token protects.</summary>
internal static partial class MissingAntiforgery
{
    public const string Id = "missing-antiforgery";

    public static IEnumerable<Candidate> Find(Rule rule, StructureContext context)
    {
        foreach (EntryPointSite site in context.EntryPoints)
        {
            EntryPoint point = site.EntryPoint;
            if (
                point.Kind is not (EntryPointKind.Mvc5 or EntryPointKind.Controller or EntryPointKind.RazorPage)
                || point.Guards.Antiforgery is not null
            )
                continue;
            // A form of another site can only post; other verbs need a preflight that the browser refuses.
            bool posts = point.Verbs.Contains("POST");
            bool json =
                point.Parameters.Any(p => p.Binding == Binding.Body) || site.Attributes.Any(a => a.Name is "ApiController" or "Consumes");
            if (!posts || json || !Endpoints.ChangesState(site) || IsApi(site) || IsHarmless(site))
                continue;
            bool disabled = site.Attributes.Any(a => a.Name == "IgnoreAntiforgeryToken");
            // A browser sends authority by itself only where somebody signs in with cookies.
            if (!disabled && (point.Guards.Authorization is null || !context.App.SignsInWithCookies && point.Kind != EntryPointKind.Mvc5))
                continue;
            if (!disabled && !ServesPages(site, context.Models))
                continue;
            string how = disabled ? "switches antiforgery validation off" : "validates no antiforgery token";
            yield return StructuralRules.Candidate(
                rule,
                site.Declaration,
                point.Where,
                $"{point.Display} changes state with the browser's cookies and {how}",
                site
            );
        }
    }

    /// <summary>Forms that ask, and doors through which another site would only show somebody out.</summary>
    private static bool IsHarmless(EntryPointSite site)
    {
        string name = Endpoints.NameOf(site);
        return !Endpoints.IsDestructive(site) && Asks().IsMatch(name)
            || ShowsOut().IsMatch(name)
            || ShowsOut().IsMatch(site.EntryPoint.Route ?? "");
    }

    /// <summary>A type that also answers with pages, to which forms belong; an API is called with a token of its own.</summary>
    private static bool ServesPages(EntryPointSite site, Models models) =>
        site.EntryPoint.Kind == EntryPointKind.RazorPage
        || site.Owner is { } owner
            && owner.DeclaringSyntaxReferences.Any(reference =>
                models
                    .Syntax(reference)
                    .DescendantTokens()
                    .Any(token => token.ValueText is "View" or "PartialView" or "RedirectToAction" or "RedirectToRoute" or "ViewResult")
            );

    private static bool IsApi(EntryPointSite site) =>
        site.EntryPoint.Route is { } route
        && (route.StartsWith("/api/", StringComparison.OrdinalIgnoreCase) || route.Contains("/api/", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(
        "^(OnPost)?(List|Select|Get|Find|Search|Load|Preview|Print|Export|Filter|Show|Lookup|Calculate|Download)|(List|Select|Search|Preview|Lookup)(Async)?$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Asks();

    [GeneratedRegex(
        "log_?-?(out|off)|sign_?-?out|^external|/external|callback|culture|language",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex ShowsOut();
}
