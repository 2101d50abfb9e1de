using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Shrike.Analysis.CSharp.Lowering;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Ir;
using Shrike.Analysis.Sources;

namespace Shrike.Analysis.CSharp;

/// <summary>What the front end needs to know of a project.</summary>
internal sealed record CSharpProject(string Name, IReadOnlyList<SourceFile> Files, bool IsFramework, bool IsTest, IReadOnlyList<string> Constants, IReadOnlyList<string> GlobalUsings, IReadOnlyList<int> References);

/// <summary>What became of one project.</summary>
internal sealed record LoweredProject(IReadOnlyList<IrFunction> Functions, IReadOnlyList<Problem> Problems, IReadOnlyList<LedgerEntry> Ledger, IReadOnlyDictionary<string, string> Registrations, long Lines);

/// <summary>Parses, binds and lowers C# projects from loose files: nothing is restored, built or evaluated.</summary>
internal sealed class CSharpFrontEnd(int threads, IProgress<AnalysisProgress>? progress, CancellationToken cancel)
{
    private readonly List<CSharpCompilation?> compilations = [];

    public LoweredProject Lower(CSharpProject project)
    {
        SyntaxTree?[] trees = Parse(project, out List<LedgerEntry> ledger);
        CSharpCompilation compilation = Compile(project, trees);
        compilations.Add(compilation);

        var symbols = new Symbols();
        var results = new FileLowering?[trees.Length];
        var problems = new ConcurrentBag<Problem>();
        int done = 0;
        StackedThreads.For(trees.Length, threads, cancel, i =>
        {
            if (trees[i] is not { } tree)
                return;
            var file = new RoslynFile(project.Files[i].Path, project.IsTest, tree.GetText(cancel), null);
            var lowering = new FileLowering(compilation.GetSemanticModel(tree, ignoreAccessibility: true), symbols, file, cancel);
            lowering.Run();
            results[i] = lowering;
            int n = Interlocked.Increment(ref done);
            if (n % 64 == 0)
                progress?.Report(new AnalysisProgress($"binding {project.Name}", n, trees.Length));
        });

        long lines = 0;
        for (int i = 0; i < trees.Length; i++)
        {
            if (trees[i] is not { } tree)
                continue;
            lines += tree.GetText(cancel).Lines.Count;
            IReadOnlyList<Problem> own = results[i]!.Problems;
            foreach (Problem problem in own)
                problems.Add(problem);
            ledger.Add(own.Count == 0
                ? new LedgerEntry(LedgerKind.File, project.Files[i].Path, LedgerState.Analysed, null)
                : new LedgerEntry(LedgerKind.File, project.Files[i].Path, LedgerState.PartlyAnalysed, own[0].Message));
        }

        return new LoweredProject([.. results.Where(r => r is not null).SelectMany(r => r!.Functions)], [.. problems.OrderBy(p => p.Path, StringComparer.Ordinal).ThenBy(p => p.Message, StringComparer.Ordinal)], ledger, Registrations(trees), lines);
    }

    private SyntaxTree?[] Parse(CSharpProject project, out List<LedgerEntry> ledger)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.None, preprocessorSymbols: project.Constants);
        var trees = new SyntaxTree?[project.Files.Count];
        var failed = new ConcurrentBag<LedgerEntry>();
        StackedThreads.For(trees.Length, threads, cancel, i =>
        {
            SourceFile file = project.Files[i];
            try
            {
                trees[i] = CSharpSyntaxTree.ParseText(file.Text, options, file.Path, cancel);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InsufficientExecutionStackException)
            {
                failed.Add(new LedgerEntry(LedgerKind.File, file.Path, LedgerState.Failed, e is InsufficientExecutionStackException ? "nested too deeply" : $"cannot be read: {e.Message}"));
            }
        });
        ledger = [.. failed];
        return trees;
    }

    private CSharpCompilation Compile(CSharpProject project, SyntaxTree?[] trees)
    {
        IReadOnlyList<MetadataReference> framework = project.IsFramework ? References.Framework : References.Modern;
        var references = new List<MetadataReference>(framework);
        HashSet<string> namespaces = Namespaces(trees);
        foreach (string written in project.GlobalUsings)
            namespaces.Add(written);
        if (LibraryStubs.For(project.IsFramework, namespaces.Contains, framework) is { } stubs)
            references.Add(stubs);
        foreach (int index in project.References)
        {
            if (index < compilations.Count && compilations[index] is { } referenced)
                references.Add(referenced.ToMetadataReference());
        }

        IEnumerable<SyntaxTree> all = trees.Where(t => t is not null)!;
        if (project.GlobalUsings.Count > 0)
        {
            string text = string.Join('\n', project.GlobalUsings.Select(u => $"global using {u};"));
            all = all.Append(CSharpSyntaxTree.ParseText(SourceText.From(text), new CSharpParseOptions(LanguageVersion.Preview), "(global usings)", cancel));
        }

        bool hasMain = trees.Any(t => t?.GetRoot(cancel) is CompilationUnitSyntax unit && unit.Members.Any(static m => m is GlobalStatementSyntax));
        var options = new CSharpCompilationOptions(
            hasMain ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            allowUnsafe: true,
            concurrentBuild: false,
            metadataImportOptions: MetadataImportOptions.Public,
            nullableContextOptions: NullableContextOptions.Disable);
        return CSharpCompilation.Create(project.Name, all, references, options);
    }

    /// <summary>Every namespace that some using directive names.</summary>
    private HashSet<string> Namespaces(SyntaxTree?[] trees)
    {
        var namespaces = new HashSet<string>(StringComparer.Ordinal);
        foreach (SyntaxTree? tree in trees)
        {
            if (tree?.GetRoot(cancel) is not CompilationUnitSyntax unit)
                continue;
            foreach (UsingDirectiveSyntax u in unit.Usings)
                namespaces.Add(u.NamespaceOrType.ToString());
            foreach (MemberDeclarationSyntax member in unit.Members)
            {
                if (member is not BaseNamespaceDeclarationSyntax space)
                    continue;
                foreach (UsingDirectiveSyntax u in space.Usings)
                    namespaces.Add(u.NamespaceOrType.ToString());
            }
        }

        return namespaces;
    }

    /// <summary>`AddScoped&lt;IService, Service&gt;()`: names as written; a service registered twice stays open.</summary>
    private Dictionary<string, string> Registrations(SyntaxTree?[] trees)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        return found;
    }
}
