using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Analysis.Facts;

namespace Shrike.Analysis.CSharp.EntryPoints;

/// <summary>Finds the functions that something outside the program calls.</summary>
/// <remarks>Candidates are chosen by the shape of the syntax; only they are bound. Cost is one search of the text and one walk
/// over type declarations.</remarks>
public static class EntryPointFinder
{
    public static IReadOnlyList<EntryPointSite> Find(CSharpCompilation compilation, CancellationToken cancel) =>
        Find(compilation, new EntryPointOptions(), out _, cancel);

    /// <param name="app">What start-up code says about the whole application; the structural rules need it.</param>
    public static IReadOnlyList<EntryPointSite> Find(
        CSharpCompilation compilation,
        EntryPointOptions options,
        out AppFacts app,
        CancellationToken cancel
    ) => Find(new Models(compilation), options, out app, cancel);

    internal static IReadOnlyList<EntryPointSite> Find(Models models, EntryPointOptions options, out AppFacts app, CancellationToken cancel)
    {
        app = new AppFacts();
        CSharpCompilation compilation = models.Compilation;
        var scan = new WordScan([.. AppFacts.Words, .. MinimalApis.Words, .. MiddlewareLambdas.Words]);
        var mappings = new List<SyntaxToken>();
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            foreach (SyntaxToken token in scan.In(tree, cancel))
            {
                if (MinimalApis.Set.Contains(token.ValueText) || MiddlewareLambdas.Set.Contains(token.ValueText))
                    mappings.Add(token);
                else
                    app.Add(token);
            }
        }

        var sites = new List<EntryPointSite>();
        var context = new TypeEntryPoints(models, app, options, cancel);
        AppFacts facts = app;
        foreach (INamedTypeSymbol type in TypeCandidates.In(models, options.PublicApi, cancel))
            Survive(facts, type.Locations[0].SourceTree?.FilePath, () => context.Add(type, sites));
        MinimalApis.Add(mappings, models, app, sites, cancel);
        foreach (SyntaxToken token in mappings)
            Survive(facts, token.SyntaxTree?.FilePath, () => MiddlewareLambdas.Add(token, models, sites));
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
            AddTopLevel(tree, sites, cancel);
        return Distinct(sites);
    }

    /// <summary>Binding hostile code can fail inside the compiler; one declaration that does is no reason to lose the rest.</summary>
    internal static void Survive(AppFacts app, string? path, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e)
            when (e
                    is InsufficientExecutionStackException
                        or InvalidOperationException
                        or ArgumentException
                        or NullReferenceException
                        or IndexOutOfRangeException
            )
        {
            app.Problems.Add(new Problem(path ?? "", $"entry points partly read: {e.GetType().Name}"));
        }
    }

    private static void AddTopLevel(SyntaxTree tree, List<EntryPointSite> sites, CancellationToken cancel)
    {
        var unit = (CompilationUnitSyntax)tree.GetRoot(cancel);
        if (!unit.Members.Any(SyntaxKind.GlobalStatement))
            return;
        var point = new EntryPoint
        {
            Kind = EntryPointKind.Main,
            Symbol = "<top-level>",
            Display = "top-level statements",
            Where = Shape.WhereNamed(unit),
            Parameters = [new EntryParameter("args", "string[]", Binding.Argument)],
            InTestCode = Shape.IsTestPath(tree.FilePath),
        };
        sites.Add(new EntryPointSite(point, unit));
    }

    /// <summary>One site a function and kind: of several that reach it, the one that guards least.</summary>
    private static List<EntryPointSite> Distinct(List<EntryPointSite> sites) =>
        [
            .. sites
                .GroupBy(site => (site.Declaration, site.EntryPoint.Kind))
                .Select(same => same.FirstOrDefault(site => site.EntryPoint.Guards.Authorization is null) ?? same.First())
                .OrderBy(site => site.EntryPoint.Where),
        ];
}
