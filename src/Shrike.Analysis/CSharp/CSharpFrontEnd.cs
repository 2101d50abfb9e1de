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
    public required IReadOnlyList<MemberCheck> Checks { get; init; }
    public long Lines { get; init; }
}

/// <summary>Parses, binds and lowers C# projects from loose files: nothing is restored, built or evaluated.</summary>
internal sealed class CSharpFrontEnd(
    IReadOnlyList<SourceProject> projects,
    string root,
    IFactsStore? store,
    RuleCatalogue rules,
    AnalysisOptions options,
    IProgress<AnalysisProgress>? progress,
    CancellationToken cancel
)
{
    private readonly int threads = options.Jobs > 0 ? options.Jobs : Environment.ProcessorCount;
    private readonly CompilationReference?[] references = new CompilationReference?[projects.Count];

    /// <summary>Types of our stubs that a project declares itself.</summary>
    private readonly IReadOnlyList<string>?[] stubbed = new IReadOnlyList<string>?[projects.Count];
    private readonly byte[][] shapes = new byte[projects.Count][];
    private readonly int[] lastReferrer = LastReferrers(projects);

    /// <summary>Projects come in dependency order; each sees those before it that it refers to.</summary>
    public LoweredProject Lower(int index)
    {
        SourceProject project = projects[index];
        var parsed = new ParsedProject(project, threads, cancel);
        CSharpCompilation compilation = Compile(project, parsed);
        if (lastReferrer[index] > index)
        {
            references[index] = compilation.ToMetadataReference();
            stubbed[index] = LibraryStubs.DeclaredBy(compilation, project.IsFramework);
        }

        var symbols = new Symbols();
        ParsedFile[] files = parsed.Files;
        var before = new LoweredFiles(store, root, project, files, project.References.Select(r => shapes[r]), threads, cancel);
        shapes[index] = before.Shape;
        var lowered = new LoweredFile[files.Length];
        var structure = new List<Candidate>[files.Length];
        IReadOnlyList<EntryPointSite> sites = [];
        IReadOnlyList<Candidate> structural = [];
        IReadOnlyList<Problem> unread = [];
        Dictionary<string, string> registrations = [];
        int done = 0;
        // What looks at the whole project goes first: it is one piece of work, and the files fill the other processors meanwhile.
        StackedThreads.For(
            files.Length + 1,
            i =>
            {
                if (i == 0)
                {
                    sites = EntryPointFinder.Find(compilation, new EntryPointOptions(options.PublicApiIsSource), out AppFacts app, cancel);
                    unread = app.Problems;
                    structural = StructuralRules.Find(compilation, sites, app, rules, cancel);
                    registrations = parsed.Registrations(compilation, cancel);
                    return;
                }

                ParsedFile file = files[i - 1];
                lowered[i - 1] = before.Find(i - 1, file.CodeFile) ?? LowerNow();
                structure[i - 1] = file.Markup is null ? InOneFile(file, project.IsTest) : [];
                if (Interlocked.Increment(ref done) is var n && n % 64 == 0)
                    progress?.Report(new AnalysisProgress($"binding {project.Name}", n, files.Length));

                LoweredFile LowerNow()
                {
                    var lowering = new FileLowering(symbols, file.CodeFile, cancel);
                    LoweredFile now = lowering.Run(compilation.GetSemanticModel(file.Tree, ignoreAccessibility: true));
                    before.Keep(i - 1, now);
                    return now;
                }
            },
            threads,
            cancel
        );
        before.Save();
        for (int i = 0; i <= index; i++)
        {
            if (lastReferrer[i] <= index)
                references[i] = null;
        }

        var problems = new List<Problem>([.. parsed.Problems, .. unread]);
        var ledger = new List<LedgerEntry>(parsed.Ledger);
        long lines = 0;
        for (int i = 0; i < files.Length; i++)
        {
            lines += files[i].Tree.GetText(cancel).Lines.Count;
            problems.AddRange(files[i].Left.Concat(lowered[i].Problems).Select(p => new Problem(files[i].Source.Path, p)));
            ledger.Add(StateOf(files[i], lowered[i], unread, project.IsPart));
        }

        Dictionary<SyntaxTree, int> byTree = Enumerable.Range(0, files.Length).ToDictionary(i => files[i].Tree);
        return new LoweredProject
        {
            Functions = [.. lowered.SelectMany(l => l.Functions)],
            EntryPoints = [.. sites.Select(site => Connect(site, byTree, lowered, project.IsTest))],
            Candidates =
            [
                .. structure.SelectMany(s => s),
                .. structural.Select(c => c with { InTestCode = project.IsTest, Severity = project.IsTest ? Severity.Low : c.Severity }),
            ],
            Problems = problems,
            Ledger = ledger,
            Checks = [.. lowered.SelectMany(l => l.Checks)],
            Registrations = registrations,
            Lines = lines,
        };
    }

    /// <summary>For each project the last one that refers to it, so that its symbols can go afterwards.</summary>
    private static int[] LastReferrers(IReadOnlyList<SourceProject> projects)
    {
        var last = new int[projects.Count];
        for (int i = 0; i < projects.Count; i++)
        {
            foreach (int referred in projects[i].References)
                last[referred] = i;
        }

        return last;
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

    /// <param name="unread">What could not be read of entry points, in any file.</param>
    /// <param name="isPart">Names that do not resolve may be declared in another part.</param>
    private static LedgerEntry StateOf(ParsedFile file, LoweredFile lowered, IReadOnlyList<Problem> unread, bool isPart)
    {
        string? first =
            file.Left.FirstOrDefault()
            ?? lowered.Problems.FirstOrDefault()
            ?? unread.FirstOrDefault(p => p.Path == file.Source.Path)?.Message
            ?? file.Markup?.Problems.FirstOrDefault()?.Message
            ?? (isPart && !lowered.IsResolved ? "its project is too large to be bound as one, and not all of its names resolved" : null);
        LedgerState state = first is null ? LedgerState.Analysed : LedgerState.PartlyAnalysed;
        return new LedgerEntry(LedgerKind.File, file.Source.Path, state, first);
    }

    private static (EntryPoint, IrFunction?) Connect(
        EntryPointSite site,
        Dictionary<SyntaxTree, int> byTree,
        LoweredFile[] lowered,
        bool isTest
    )
    {
        SyntaxNode declaration = site.Declaration;
        IrFunction? function = byTree.TryGetValue(declaration.SyntaxTree, out int index)
            ? lowered[index].At(declaration.SpanStart, declaration.Span.Length)
            : null;
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
        IEnumerable<MetadataReference> known =
        [
            .. framework,
            LibraryStubs.For(project.IsFramework, framework, project.References.SelectMany(i => stubbed[i] ?? [])),
            .. project.References.Select(i => references[i]).OfType<MetadataReference>(),
        ];

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
        return StandIns.Add(
            CSharpCompilation.Create(project.Name, all, known, compilationOptions),
            project.IsFramework,
            ParsedProject.Options(project),
            cancel
        );
    }
}
