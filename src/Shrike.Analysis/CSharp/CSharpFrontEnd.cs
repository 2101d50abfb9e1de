using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Shrike.Analysis.CSharp.EntryPoints;
using Shrike.Analysis.CSharp.Lowering;
using Shrike.Analysis.CSharp.Markup;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Ir;
using Shrike.Analysis.Rules;
using Shrike.Analysis.Rules.Structure;
using Shrike.Analysis.Rules.Structure.Code;
using Shrike.Analysis.Sources;

namespace Shrike.Analysis.CSharp;

/// <summary>What became of one project.</summary>
internal sealed record LoweredProject
{
    public required IReadOnlyList<IrFunction> Functions { get; init; }

    /// <summary>Entry points with the function that each is; null where no body was found.</summary>
    public required IReadOnlyList<(EntryPoint EntryPoint, IrFunction? Function)> EntryPoints { get; init; }

    /// <summary>Places found by structure alone.</summary>
    public required IReadOnlyList<Candidate> Candidates { get; init; }
    public required IReadOnlyList<Problem> Problems { get; init; }
    public required IReadOnlyList<LedgerEntry> Ledger { get; init; }
    public required IReadOnlyDictionary<string, string> Registrations { get; init; }
    public long Lines { get; init; }
}

/// <summary>Parses, binds and lowers C# projects from loose files: nothing is restored, built or evaluated.</summary>
internal sealed class CSharpFrontEnd(
    RuleCatalogue rules,
    AnalysisOptions options,
    IProgress<AnalysisProgress>? progress,
    CancellationToken cancel
)
{
    private readonly int threads = options.Jobs > 0 ? options.Jobs : Environment.ProcessorCount;
    private readonly List<CSharpCompilation> compilations = [];

    /// <summary>Projects come in dependency order; each sees those before it that it refers to.</summary>
    public LoweredProject Lower(SourceProject project)
    {
        var parsed = new ParsedProject(project, threads, cancel);
        CSharpCompilation compilation = Compile(project, parsed);
        compilations.Add(compilation);

        var symbols = new Symbols();
        ParsedFile[] files = parsed.Files;
        var lowered = new FileLowering[files.Length];
        var structure = new List<Candidate>[files.Length];
        int done = 0;
        StackedThreads.For(
            files.Length,
            i =>
            {
                ParsedFile file = files[i];
                lowered[i] = new FileLowering(
                    compilation.GetSemanticModel(file.Tree, ignoreAccessibility: true),
                    symbols,
                    file.CodeFile,
                    cancel
                );
                lowered[i].Run();
                structure[i] = file.Markup is null ? InOneFile(file, project.IsTest) : [];
                if (Interlocked.Increment(ref done) is var n && n % 64 == 0)
                    progress?.Report(new AnalysisProgress($"binding {project.Name}", n, files.Length));
            },
            threads,
            cancel
        );

        IReadOnlyList<EntryPointSite> sites = [];
        IReadOnlyList<Candidate> structural = [];
        IReadOnlyList<Problem> unread = [];
        StackedThreads.Run(
            () =>
            {
                sites = EntryPointFinder.Find(compilation, new EntryPointOptions(options.PublicApiIsSource), out AppFacts app, cancel);
                unread = app.Problems;
                structural = StructuralRules.Find(compilation, sites, app, rules, cancel);
                return true;
            },
            cancel
        );

        var problems = new List<Problem>([.. parsed.Problems, .. unread]);
        var ledger = new List<LedgerEntry>(parsed.Ledger);
        long lines = 0;
        for (int i = 0; i < files.Length; i++)
        {
            lines += files[i].Tree.GetText(cancel).Lines.Count;
            problems.AddRange(lowered[i].Problems);
            ledger.Add(StateOf(files[i], lowered[i].Problems, unread));
        }

        return new LoweredProject
        {
            Functions = [.. lowered.SelectMany(l => l.Functions)],
            EntryPoints = [.. sites.Select(site => Connect(site, files, lowered, project.IsTest))],
            Candidates =
            [
                .. structure.SelectMany(s => s),
                .. structural.Select(c => c with { InTestCode = project.IsTest, Severity = project.IsTest ? Severity.Low : c.Severity }),
            ],
            Problems = problems,
            Ledger = ledger,
            Registrations = parsed.Registrations(compilation, cancel),
            Lines = lines,
        };
    }

    private List<Candidate> InOneFile(ParsedFile file, bool isTest)
    {
        SyntaxNode root = file.Tree.GetRoot(cancel);
        var found = new List<Candidate>();
        found.AddRange(HardcodedSecrets.Find(root, file.Source, rules));
        found.AddRange(DeveloperPages.Find(root, file.Source, rules));
        found.AddRange(AttributePatterns.Find(root, file.Source, rules));
        return isTest ? [.. found.Select(c => c with { InTestCode = true, Severity = Severity.Low })] : found;
    }

    /// <param name="file">What was looked at.</param>
    /// <param name="ofCode">What could not be lowered in it.</param>
    /// <param name="ofEntryPoints">What could not be read of entry points, in any file.</param>
    private static LedgerEntry StateOf(ParsedFile file, IReadOnlyList<Problem> ofCode, IReadOnlyList<Problem> ofEntryPoints)
    {
        Problem? first =
            ofCode.FirstOrDefault()
            ?? ofEntryPoints.FirstOrDefault(p => p.Path == file.Source.Path)
            ?? file.Markup?.Problems.FirstOrDefault();
        return first is null
            ? new LedgerEntry(LedgerKind.File, file.Source.Path, LedgerState.Analysed, null)
            : new LedgerEntry(LedgerKind.File, file.Source.Path, LedgerState.PartlyAnalysed, first.Message);
    }

    private static (EntryPoint, IrFunction?) Connect(EntryPointSite site, ParsedFile[] files, FileLowering[] lowered, bool isTest)
    {
        SyntaxNode declaration = site.Declaration;
        int index = Array.FindIndex(files, f => f.Tree == declaration.SyntaxTree);
        IrFunction? function = index < 0 ? null : lowered[index].BySpan.GetValueOrDefault(declaration.Span);
        EntryPoint entryPoint = site.EntryPoint with { InTestCode = isTest || site.EntryPoint.InTestCode };
        if (function is not null)
            entryPoint = entryPoint with
            {
                Symbol = function.Symbol,
                Where = function.Where with { EndLine = function.Where.StartLine, EndColumn = function.Where.StartColumn },
            };
        return (entryPoint, function);
    }

    private CSharpCompilation Compile(SourceProject project, ParsedProject parsed)
    {
        IReadOnlyList<MetadataReference> framework = project.IsFramework ? References.Framework : References.Modern;
        var references = new List<MetadataReference>(framework);
        HashSet<string> namespaces = parsed.Namespaces(cancel);
        namespaces.Add("Shrike");
        foreach (string written in project.GlobalUsings)
            namespaces.Add(written);
        if (LibraryStubs.For(project.IsFramework, namespaces.Contains, framework) is { } stubs)
            references.Add(stubs);
        foreach (int index in project.References)
            references.Add(compilations[index].ToMetadataReference());

        IEnumerable<SyntaxTree> all = parsed.Files.Select(f => f.Tree);
        if (project.GlobalUsings.Count > 0)
        {
            string text = string.Join('\n', project.GlobalUsings.Select(u => $"global using {u};"));
            all = all.Append(CSharpSyntaxTree.ParseText(SourceText.From(text), ParsedProject.Options(project), "(global usings)", cancel));
        }

        bool hasMain = parsed.Files.Any(f =>
            f.Tree.GetRoot(cancel) is CompilationUnitSyntax unit && unit.Members.Any(static m => m is GlobalStatementSyntax)
        );
        var compilationOptions = new CSharpCompilationOptions(
            hasMain ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            allowUnsafe: true,
            concurrentBuild: false,
            metadataImportOptions: MetadataImportOptions.Public,
            nullableContextOptions: NullableContextOptions.Disable
        );
        return CSharpCompilation.Create(project.Name, all, references, compilationOptions);
    }
}
