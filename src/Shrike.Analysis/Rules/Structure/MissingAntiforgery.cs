using Shrike.Analysis.CSharp.EntryPoints;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;

namespace Shrike.Analysis.Rules.Structure;

/// <summary>A form endpoint that a browser calls with its cookies, and that no token protects.</summary>
internal static class MissingAntiforgery
{
    public const string Id = "missing-antiforgery";

    public static IEnumerable<Candidate> Find(Rule rule, StructureContext context)
    {
        foreach (EntryPointSite site in context.EntryPoints)
        {
            EntryPoint point = site.EntryPoint;
            if (point.Kind is not (EntryPointKind.Mvc5 or EntryPointKind.Controller or EntryPointKind.RazorPage) || point.Guards.Antiforgery is not null)
                continue;
            bool posts = point.Verbs.Any(verb => verb is "POST" or "PUT" or "PATCH" or "DELETE");
            bool json = point.Parameters.Any(p => p.Binding == Binding.Body) || site.Attributes.Any(a => a.Name is "ApiController" or "Consumes");
            if (!posts || json || !Endpoints.ChangesState(site) || IsApi(site))
                continue;
            bool disabled = site.Attributes.Any(a => a.Name == "IgnoreAntiforgeryToken");
            // A browser sends authority by itself only where somebody signs in with cookies.
            if (!disabled && (point.Guards.Authorization is null || !context.App.SignsInWithCookies && point.Kind != EntryPointKind.Mvc5))
                continue;
            string how = disabled ? "switches antiforgery validation off" : "validates no antiforgery token";
            yield return StructuralRules.Candidate(rule, site.Declaration, point.Where, $"{point.Display} changes state with the browser's cookies and {how}", site);
        }
    }

    private static bool IsApi(EntryPointSite site) =>
        site.EntryPoint.Route is { } route && (route.StartsWith("/api/", StringComparison.OrdinalIgnoreCase) || route.Contains("/api/", StringComparison.OrdinalIgnoreCase));
}
