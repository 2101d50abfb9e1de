namespace Shrike.Bench.Suites;

/// <summary>The adapters, by the name declarations use.</summary>
public static class SuiteCatalogue
{
    private static readonly ISuiteAdapter[] Adapters =
    [
        new OwaspAdapter(),
        new CSharpGeneratorAdapter(),
        new CastleAdapter(),
        new RealVulnAdapter(),
        new MarksAdapter(),
        new NpmPackagesAdapter(),
        new FixesAdapter(),
    ];

    /// <exception cref="SuiteException">There is no such suite below the path.</exception>
    public static Suite Read(SuiteDeclaration declaration, string path, CancellationToken cancel) =>
        Adapters.Single(a => a.Name == declaration.Labels).Read(declaration, path, cancel);
}
