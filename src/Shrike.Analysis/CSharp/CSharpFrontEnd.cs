using System.Globalization;
using System.Text;
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
    private readonly VisibleProjects visible = new(projects);
    private readonly int[] lastNeed = LastNeeds(projects, new VisibleProjects(projects));
    private readonly ProjectKeys keys = new(projects, rules, options);
    private readonly string[] names = AssemblyNames(projects);
    private readonly Dictionary<int, int> leftOver = Enumerable
        .Range(0, projects.Count)
        .Where(i => projects[i].LeftOverOf is not null)
        .ToDictionary(i => projects[i].LeftOverOf!.Value);

    /// <summary>Projects come in dependency order; each sees those before it that it refers to.</summary>
    public LoweredProject Lower(int index)
    {
        SourceProject project = projects[index];
        IReadOnlyList<int> seen = visible.Of(index);
        StoredProject? stored = null;
        byte[]? key = null;
        byte[][] declared = [NameOf(index), .. seen.Select(r => shapes[r])];
        if (store is not null)
        {
            stored = new StoredProject(store, root, project);
            key = keys.Of(index, [.. declared, .. Friends(index).Select(Encoding.UTF8.GetBytes)], seen, threads, cancel);
        }

        LoweredProject lowered =
            key is not null && Restored(index, stored!, key) is { } known ? known : LowerNow(index, declared, stored, key);
        for (int i = 0; i <= index; i++)
        {
            if (lastNeed[i] <= index)
                references[i] = null;
        }

        return lowered;
    }

    /// <summary>What an earlier scan found, where nothing that it depends on is different.</summary>
    private LoweredProject? Restored(int index, StoredProject stored, byte[] key)
    {
        SourceProject project = projects[index];
        if (
            ProjectFactsReader.Read(stored.Whole, key, rules, keys.Knows) is not { } facts
            || keys.TextsOf(index, facts.LookedInto) is not { } others
            || !others.AsSpan().SequenceEqual(facts.Others)
            || facts.Files.Count != stored.Files.Count
        )
            return null;
        var byPath = project.Files.ToDictionary(f => f.Path, StringComparer.Ordinal);
        if (!facts.Files.All(byPath.ContainsKey))
            return null;
        CodeFile[] files = ParsedProject.CodeFilesOf(project, [.. facts.Files.Select(f => byPath[f])]);
        var lowered = new LoweredFile?[files.Length];
        var reader = new IrReader();
        StackedThreads.For(files.Length, i => lowered[i] = LoweredFiles.Read(reader, stored.Files[i].Bytes, files[i]), threads, cancel);
        LoweredFile[] whole = [.. lowered.OfType<LoweredFile>()];
        if (whole.Length != files.Length || !facts.Doors.All(IsThere))
            return null;
        shapes[index] = facts.Shape;
        return new LoweredProject
        {
            Functions = [.. whole.SelectMany(l => l.Functions)],
            EntryPoints = [.. facts.Doors.Select(d => (d.EntryPoint, d.File < 0 ? null : whole[d.File].Functions[d.Function]))],
            Candidates = facts.Candidates,
            Problems = facts.Problems,
            Ledger = facts.Ledger,
            Checks = [.. whole.SelectMany(l => l.Checks)],
            Registrations = facts.Registrations,
            Lines = facts.Lines,
        };

        bool IsThere(DoorOf door) =>
            door.File < 0 || door.File < whole.Length && door.Function >= 0 && door.Function < whole[door.File].Functions.Count;
    }

    private void Keep(
        int index,
        StoredProject stored,
        byte[]? key,
        ForeignTexts foreign,
        LoweredFiles files,
        ParsedFile[] parsed,
        LoweredFile[] lowered,
        LoweredProject project
    )
    {
        // The rest are files of our own stubs.
        IReadOnlyList<string>? looked = foreign.Paths is { } paths ? [.. paths.Where(keys.Knows)] : null;
        IReadOnlyList<(string, ReadOnlyMemory<byte>)> kept = files.Kept;
        if (key is null || kept.Count != parsed.Length || keys.TextsOf(index, looked) is not { } others)
        {
            stored.Keep([], kept);
            return;
        }

        var places = new Dictionary<IrFunction, (int File, int Function)>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < lowered.Length; i++)
        {
            for (int j = 0; j < lowered[i].Functions.Count; j++)
                places.TryAdd(lowered[i].Functions[j], (i, j));
        }

        var facts = new ProjectFacts
        {
            Key = key,
            Shape = files.Shape,
            LookedInto = looked,
            Others = others,
            Files = [.. parsed.Select(f => f.Source.Path)],
            Doors =
            [
                .. project.EntryPoints.Select(e =>
                    e.Function is not null && places.TryGetValue(e.Function, out (int File, int Function) at)
                        ? new DoorOf(e.EntryPoint, at.File, at.Function)
                        : new DoorOf(e.EntryPoint, -1, -1)
                ),
            ],
            Candidates = project.Candidates,
            Problems = project.Problems,
            Ledger = project.Ledger,
            Registrations = project.Registrations,
            Lines = project.Lines,
        };
        stored.Keep(ProjectFactsWriter.Write(facts), kept);
    }

    private byte[] NameOf(int index) => Encoding.UTF8.GetBytes(names[index]);

    /// <summary>Makes symbols of what the project sees, where these came from the store and nobody has needed them yet.</summary>
    private void Refer(int index)
    {
        var missing = new SortedSet<int>();
        var next = new Stack<int>(visible.Of(index));
        while (next.TryPop(out int at))
        {
            if (references[at] is not null || !missing.Add(at))
                continue;
            foreach (int referred in visible.Of(at))
                next.Push(referred);
        }

        foreach (int at in missing)
        {
            progress?.Report(new AnalysisProgress($"reading {projects[at].Name}", 0, projects[at].Files.Count));
            Offer(at, Compile(at, new ParsedProject(projects[at], threads, cancel)));
        }
    }

    /// <summary>To those that refer to it.</summary>
    private void Offer(int index, CSharpCompilation compilation)
    {
        references[index] = compilation.ToMetadataReference();
        stubbed[index] = LibraryStubs.DeclaredBy(compilation, projects[index].IsFramework);
    }

    private LoweredProject LowerNow(int index, byte[][] declared, StoredProject? stored, byte[]? key)
    {
        SourceProject project = projects[index];
        Refer(index);
        var parsed = new ParsedProject(project, threads, cancel);
        CSharpCompilation compilation = Compile(index, parsed);
        if (lastNeed[index] > index)
            Offer(index, compilation);

        var symbols = new Symbols();
        ParsedFile[] files = parsed.Files;
        var before = new LoweredFiles(stored, project, files, declared, threads, cancel, parsed.Shared);
        shapes[index] = before.Shape;
        var lowered = new LoweredFile[files.Length];
        var structure = new List<Candidate>[files.Length];
        IReadOnlyList<EntryPointSite> sites = [];
        IReadOnlyList<Candidate> structural = [];
        IReadOnlyList<Problem> unread = [];
        Dictionary<string, string> registrations = [];
        var models = new Models(compilation);
        int done = 0;
        // What looks at the whole project goes first: it is one piece of work, and the files fill the other processors meanwhile.
        StackedThreads.For(
            files.Length + 1,
            i =>
            {
                if (i == 0)
                {
                    sites = EntryPointFinder.Find(models, new EntryPointOptions(options.PublicApiIsSource), out AppFacts app, cancel);
                    unread = app.Problems;
                    structural = StructuralRules.Find(models, sites, app, rules, cancel);
                    registrations = parsed.Registrations(compilation, cancel);
                    return;
                }

                ParsedFile file = files[i - 1];
                lowered[i - 1] = before.Find(i - 1, file.CodeFile) ?? LowerFile();
                structure[i - 1] = file.Markup is null ? InOneFile(file, project.IsTest) : [];
                if (Interlocked.Increment(ref done) is var n && n % 64 == 0)
                    progress?.Report(new AnalysisProgress($"binding {project.Name}", n, files.Length));

                LoweredFile LowerFile()
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
        var problems = new List<Problem>([.. parsed.Problems, .. unread]);
        var ledger = new List<LedgerEntry>(parsed.Ledger);
        long lines = 0;
        for (int i = 0; i < files.Length; i++)
        {
            lines += files[i].Tree.GetText(cancel).Lines.Count;
            problems.AddRange(files[i].Left.Concat(lowered[i].Problems).Select(p => new Problem(files[i].Source.Path, p)));
            ledger.Add(StateOf(files[i], lowered[i], unread, project));
        }

        Dictionary<SyntaxTree, int> byTree = Enumerable.Range(0, files.Length).ToDictionary(i => files[i].Tree);
        var shared = parsed.Shared.Select(f => f.Source.Path).ToHashSet(StringComparer.Ordinal);
        var result = new LoweredProject
        {
            Functions = [.. lowered.SelectMany(l => l.Functions)],
            EntryPoints =
            [
                .. sites
                    .Where(site => !shared.Contains(site.Declaration.SyntaxTree.FilePath))
                    .Select(site => Connect(site, byTree, lowered, project.IsTest)),
            ],
            Candidates =
            [
                .. structure.SelectMany(s => s),
                .. structural
                    .Where(c => !shared.Contains(c.Where.Path))
                    .Select(c => c with { InTestCode = project.IsTest, Severity = project.IsTest ? Severity.Low : c.Severity }),
            ],
            Problems = problems,
            Ledger = ledger,
            Checks = [.. lowered.SelectMany(l => l.Checks)],
            Registrations = registrations,
            Lines = lines,
        };
        if (stored is not null)
            Keep(index, stored, key, models.Foreign, before, files, lowered, result);
        return result;
    }

    /// <summary>For each project the last one that needs its symbols, itself or through others; they can go afterwards. Were they to go
    /// earlier and be made again, one type would have two symbols.</summary>
    private static int[] LastNeeds(IReadOnlyList<SourceProject> projects, VisibleProjects visible)
    {
        var last = new int[projects.Count];
        for (int i = projects.Count - 1; i >= 0; i--)
        {
            int need = Math.Max(last[i], i);
            foreach (int referred in visible.Of(i))
                last[referred] = Math.Max(last[referred], need);
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
    private LedgerEntry StateOf(ParsedFile file, LoweredFile lowered, IReadOnlyList<Problem> unread, SourceProject project)
    {
        string? first =
            file.Left.FirstOrDefault()
            ?? lowered.Problems.FirstOrDefault()
            ?? unread.FirstOrDefault(p => p.Path == file.Source.Path)?.Message
            ?? file.Markup?.Problems.FirstOrDefault()?.Message
            ?? (
                project.IsPart && !lowered.IsResolved
                    ? "its project is too large to be bound as one, and not all of its names resolved"
                    : null
            );
        LedgerState state = first is null ? LedgerState.Analysed : LedgerState.PartlyAnalysed;
        if (project.LeftOverOf is { } beside)
            first ??= $"no project compiles it; read beside {projects[beside].Name}";
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

    /// <summary>Of two assemblies of one name the compiler sees one; and no project may pass for our own stubs.</summary>
    private static string[] AssemblyNames(IReadOnlyList<SourceProject> projects)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { LibraryStubs.AssemblyName };
        return
        [
            .. projects.Select(
                (p, i) => p.LeftOverOf is null && taken.Add(p.Name) ? p.Name : $"project{i.ToString(CultureInfo.InvariantCulture)}"
            ),
        ];
    }

    /// <summary>What nobody compiles was written to see all of the project beside it.</summary>
    private IEnumerable<string> Friends(int index) =>
        leftOver.TryGetValue(index, out int rest)
            ? [$"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{names[rest]}\")]"]
            : [];

    private CSharpCompilation Compile(int index, ParsedProject parsed)
    {
        SourceProject project = projects[index];
        IReadOnlyList<MetadataReference> framework = project.IsFramework ? References.Framework : References.Modern;
        IEnumerable<MetadataReference> known =
        [
            .. framework,
            LibraryStubs.For(project.IsFramework, framework, visible.Of(index).SelectMany(i => stubbed[i] ?? [])),
            .. visible.Of(index).Select(i => references[i]).OfType<MetadataReference>(),
        ];

        IEnumerable<SyntaxTree> all = parsed.Files.Concat(parsed.Shared).Select(f => f.Tree);
        string text = string.Join('\n', project.GlobalUsings.Select(u => $"global using {u};").Concat(Friends(index)));
        if (text.Length > 0)
            all = all.Append(CSharpSyntaxTree.ParseText(SourceText.From(text), ParsedProject.Options(project), "(global usings)", cancel));

        bool hasMain = parsed
            .Files.Concat(parsed.Shared)
            .Any(f => f.Tree.GetRoot(cancel) is CompilationUnitSyntax unit && unit.Members.Any(static m => m is GlobalStatementSyntax));
        var compilationOptions = new CSharpCompilationOptions(
            hasMain ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            allowUnsafe: true,
            concurrentBuild: false,
            metadataImportOptions: MetadataImportOptions.Public,
            nullableContextOptions: NullableContextOptions.Disable
        );
        return StandIns.Add(
            CSharpCompilation.Create(names[index], all, known, compilationOptions),
            project.IsFramework,
            ParsedProject.Options(project),
            cancel
        );
    }
}
