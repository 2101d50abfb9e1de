using System.Diagnostics;
using System.Text;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Rules;
using Shrike.Analysis.Sources;

namespace Shrike.Tests.Sources;

/// <summary>A folder of files that a test makes and that goes with it.</summary>
internal sealed class TempTree : IDisposable
{
    public const string Code = "class C { }\n";

    public string Root { get; } = Directory.CreateTempSubdirectory("shrike-tree").FullName;

    public string At(string path) => Path.Combine(Root, path);

    public TempTree Add(string path, string content = Code) => Add(path, Encoding.UTF8.GetBytes(content));

    public TempTree Add(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllBytes(At(path), content);
        return this;
    }

    public SourceTree Read(params string[] exclude) =>
        SourceTreeReader.Read(
            [Root],
            new SourceTreeOptions { Exclude = [.. exclude.Select(e => (e, "the user"))] },
            TestContext.Current.CancellationToken
        );

    public static Codebase Scan(SourceTree tree) =>
        CodeFacts.Read(tree, RuleCatalogue.BuiltIn(), new AnalysisOptions { Jobs = 1 }, null, TestContext.Current.CancellationToken);

    /// <summary>Runs a Unix tool that makes what .NET cannot; the test is skipped where it is missing.</summary>
    public static void Tool(string name, params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs Unix");
        using Process process = Process.Start(name, arguments);
        process.WaitForExit();
        Assert.SkipUnless(process.ExitCode == 0, $"{name} did not work here");
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

internal static class SourceTreeExtensions
{
    public static string[] Paths(this SourceTree tree) => [.. tree.Files.Select(f => f.Path)];

    public static LedgerEntry Entry(this IEnumerable<LedgerEntry> ledger, string name) => Assert.Single(ledger, e => e.Name == name);
}
