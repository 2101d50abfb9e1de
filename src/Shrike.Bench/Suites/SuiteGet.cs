using Shrike.Analysis.Facts;

namespace Shrike.Bench.Suites;

/// <summary>Gets a suite by whatever its parts come from.</summary>
public static class SuiteGet
{
    /// <param name="from">Another address of the same repository, or null for the declared one.</param>
    /// <returns>Parts that could not be had; the rest is in the folder.</returns>
    /// <exception cref="SuiteException">Nothing can be had.</exception>
    public static IReadOnlyList<Problem> Get(SuiteDeclaration suite, string folder, string? from, CancellationToken cancel)
    {
        if (suite.Labels == "npm-packages")
        {
            IReadOnlyList<Problem> problems = NpmFetch.Get(NpmPackage.Known, folder, NpmFetch.ByNpm, cancel);
            return problems.Count < 2 * NpmPackage.Known.Count
                ? problems
                : throw new SuiteException($"none of the packages can be had; the first: {problems[0].Message}");
        }

        SuiteFetch.Clone(suite, folder, from, cancel);
        return [];
    }
}
