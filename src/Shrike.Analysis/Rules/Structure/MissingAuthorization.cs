using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Analysis.CSharp.EntryPoints;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;

namespace Shrike.Analysis.Rules.Structure;

/// <summary>An endpoint that changes state, or is administrative, and asks nobody who they are.</summary>
internal static class MissingAuthorization
{
    public const string Id = "missing-authorization";

    public static IEnumerable<Candidate> Find(Rule rule, StructureContext context)
    {
        HashSet<string> guarded =
        [
            .. context.EntryPoints.Where(s => s.EntryPoint.Guards.Authorization is not null).Select(s => s.Owner?.Name).OfType<string>(),
        ];
        var hubs = new HashSet<string>(StringComparer.Ordinal);
        foreach (EntryPointSite site in context.EntryPoints)
        {
            EntryPoint point = site.EntryPoint;
            if (!Endpoints.IsHttp(point.Kind) || point.Guards.Authorization is not null || Endpoints.IsOpenByNature(site))
                continue;
            bool administrative = Endpoints.IsAdministrative(site);
            bool changes = Endpoints.ChangesState(site);
            if (
                point.Kind == EntryPointKind.SignalRHub
                && context.UsesAuthorization
                && !point.Guards.AllowsAnonymous
                && hubs.Add(site.Owner?.Name ?? "")
            )
            {
                string hub = $"hub {site.Owner?.Name} requires no signed-in caller: anybody can call {Endpoints.NameOf(site)}";
                yield return StructuralRules.Candidate(rule, site.Declaration, point.Where, hub, site) with
                {
                    Severity = Severity.Medium,
                };
            }

            if (point.Kind == EntryPointKind.SignalRHub || !administrative && !changes)
                continue;
            // Whoever opens a door to everybody on purpose, and only lets them ask for yes or no, has thought of it.
            if (!changes && (point.Guards.AllowsAnonymous && AnswersYesOrNo(site) || IsBranch(site)))
                continue;
            if (point.Guards.AllowsAnonymous && !(administrative || Endpoints.IsDestructive(site)))
                continue;
            if (context.Checks.Guard(site))
                continue;
            Severity? severity = null;
            if (!context.UsesAuthorization)
            {
                // Nothing in sight ever asks who calls: perhaps a gateway in front does.
                if (!changes || !(administrative || Endpoints.IsDestructive(site)))
                    continue;
                severity = Severity.Low;
            }
            else if (!administrative && !guarded.Contains(site.Owner?.Name ?? "") && !Endpoints.IsDestructive(site))
                severity = Severity.Medium;

            string what = changes ? "changes state" : "is administrative";
            string open = point.Guards.AllowsAnonymous ? "is explicitly open to everybody" : "requires no signed-in or entitled caller";
            yield return StructuralRules.Candidate(rule, site.Declaration, point.Where, $"{point.Display} {what} and {open}", site) with
            {
                Severity = severity,
            };
        }
    }

    private static bool AnswersYesOrNo(EntryPointSite site) =>
        site.Declaration is MethodDeclarationSyntax { ReturnType: { } type }
        && type.DescendantTokens().Last(token => !token.IsKind(SyntaxKind.GreaterThanToken)).IsKind(SyntaxKind.BoolKeyword);

    /// <summary>A part of the pipeline under a path: what it is made of answers, and may well ask first.</summary>
    private static bool IsBranch(EntryPointSite site) =>
        site.Declaration is AnonymousFunctionExpressionSyntax
        && ParameterReader.Of(site.Declaration).ToArray() is [{ } builder]
        && site.Declaration.DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Any(call =>
                Shape.Receiver(call) is IdentifierNameSyntax on
                && on.Identifier.ValueText == builder.Identifier.ValueText
                && (
                    Shape.SimpleName(call).StartsWith("Use", StringComparison.Ordinal)
                    || Shape.SimpleName(call) is "Run" or "Map" or "MapWhen"
                )
            );
}
