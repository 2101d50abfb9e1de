using Shrike.Bench.Suites;

namespace Shrike.Cli;

/// <summary>What <c>shrike bench get</c> does for suites that are no single repository.</summary>
internal static class BenchFetch
{
    public static int Get(SuiteDeclaration suite, string folder, string? from, CliContext context, CancellationToken cancel)
    {
        IReadOnlyList<Analysis.Facts.Problem> problems = SuiteGet.Get(suite, folder, from, cancel);
        foreach (Analysis.Facts.Problem problem in problems)
            context.Error.WriteLine($"shrike: {problem.Path}: {problem.Message}");
        context.Output.WriteLine(
            $"{suite.Title} ({suite.Licence}) is in {folder}{(problems.Count > 0 ? $", but for {problems.Count} parts that could not be had" : "")}.{(suite.Preparation is { } more ? $" {more}" : "")}"
        );
        return problems.Count > 0 ? Exit.Incomplete : Exit.Clean;
    }
}
