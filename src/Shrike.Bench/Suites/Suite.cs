using Shrike.Analysis.Facts;

namespace Shrike.Bench.Suites;

/// <summary>A suite as it lies on this machine, labels read.</summary>
/// <param name="Root">Absolute; the paths of all cases are relative to it.</param>
/// <param name="Cases">Sorted by id.</param>
/// <param name="Problems">Labels that point nowhere and files that cannot be read; such cases are left out and told of.</param>
/// <param name="Revision">What the checkout says it is, or null.</param>
public sealed record Suite(
    SuiteDeclaration Declaration,
    string Root,
    IReadOnlyList<BenchCase> Cases,
    IReadOnlyList<Problem> Problems,
    string? Revision
);

/// <summary>Reads a suite's own labels.</summary>
public interface ISuiteAdapter
{
    /// <summary>The name declarations use.</summary>
    string Name { get; }

    /// <exception cref="SuiteException">There is no such suite below the path.</exception>
    Suite Read(SuiteDeclaration declaration, string path, CancellationToken cancel);
}

/// <summary>A path does not hold the suite it should; the message says what was looked for.</summary>
public sealed class SuiteException(string message) : Exception(message);
