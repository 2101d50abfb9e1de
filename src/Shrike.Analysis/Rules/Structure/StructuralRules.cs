using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shrike.Analysis.CSharp.EntryPoints;
using Shrike.Analysis.Findings;

namespace Shrike.Analysis.Rules.Structure;

/// <summary>What structural rules look at.</summary>
public sealed class StructureContext
{
    internal StructureContext(Models models, IReadOnlyList<EntryPointSite> entryPoints, AppFacts app, CancellationToken cancel)
    {
        Models = models;
        HandedOn = new HandedOn(models);
        EntryPoints = [.. entryPoints.Select(site => site with { Workers = HandedOn.From(site.Declaration) })];
        App = app;
        Cancel = cancel;
        Entities = EntityTypes.In(models.Compilation, cancel);
        Callees = new Callees(Models, cancel);
        Checks = new CallerChecks(this);
        Ownership = new Ownership(Models, cancel);
        UsesAuthorization =
            app.UsesAuthorization
            || entryPoints.Any(site => !site.EntryPoint.InTestCode && site.EntryPoint.Guards.Authorization is not null);
    }

    internal Models Models { get; }
    internal HandedOn HandedOn { get; }
    public IReadOnlyList<EntryPointSite> EntryPoints { get; }
    public AppFacts App { get; }
    public CancellationToken Cancel { get; }
    internal EntityTypes Entities { get; }
    internal Callees Callees { get; }
    internal CallerChecks Checks { get; }
    internal Ownership Ownership { get; }

    /// <summary>Somewhere in the application a caller must be signed in or entitled.</summary>
    public bool UsesAuthorization { get; }
}

/// <summary>Rules that relate facts instead of following data.</summary>
public static class StructuralRules
{
    private static readonly (string Id, Func<Rule, StructureContext, IEnumerable<Candidate>> Find)[] All =
    [
        (MissingAuthorization.Id, MissingAuthorization.Find),
        (MissingAntiforgery.Id, MissingAntiforgery.Find),
        (ObjectLevelAuthorization.Id, ObjectLevelAuthorization.Find),
        (ObjectLevelAuthorization.Id, UnrelatedIdentifiers.Find),
        (ClientHeldAuthorization.Id, ClientHeldAuthorization.Find),
        (MassAssignment.Id, MassAssignment.Find),
        (FileRace.Id, FileRace.Find),
        (SessionFixation.Id, SessionFixation.Find),
    ];

    public static IReadOnlyList<Candidate> Find(
        CSharpCompilation compilation,
        IReadOnlyList<EntryPointSite> entryPoints,
        AppFacts app,
        RuleCatalogue catalogue,
        CancellationToken cancel
    ) => Find(new Models(compilation), entryPoints, app, catalogue, cancel);

    internal static IReadOnlyList<Candidate> Find(
        Models models,
        IReadOnlyList<EntryPointSite> entryPoints,
        AppFacts app,
        RuleCatalogue catalogue,
        CancellationToken cancel
    )
    {
        var context = new StructureContext(models, entryPoints, app, cancel);
        var found = new List<Candidate>();
        foreach ((string id, Func<Rule, StructureContext, IEnumerable<Candidate>> find) in All)
        {
            if (catalogue.Find(id) is { } rule)
                EntryPointFinder.Survive(app, $"rule {id}", () => found.AddRange(find(rule, context)));
        }

        return [.. found.DistinctBy(candidate => (candidate.Rule.Id, candidate.Where)).OrderBy(candidate => candidate.Where)];
    }

    internal static Candidate Candidate(Rule rule, SyntaxNode place, SourceSpan where, string message, EntryPointSite? site) =>
        new()
        {
            Rule = rule,
            Where = where,
            Message = message,
            Symbol = site?.EntryPoint.Symbol ?? Enclosing(place),
            Snippet = Folded(place),
            EntryPoint = site?.EntryPoint,
            InTestCode = Shape.IsTestPath(place.SyntaxTree.FilePath),
        };

    private static string Enclosing(SyntaxNode place) =>
        Shape.EnclosingFunction(place) is Microsoft.CodeAnalysis.CSharp.Syntax.MethodDeclarationSyntax method
            ? method.Identifier.ValueText
            : "";

    private static string Folded(SyntaxNode place)
    {
        SyntaxNode shown = place is Microsoft.CodeAnalysis.CSharp.Syntax.MethodDeclarationSyntax method ? method.ParameterList : place;
        string text = shown.Span.Length > 400 ? shown.ToString()[..400] : shown.ToString();
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
