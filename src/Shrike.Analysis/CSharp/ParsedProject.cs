using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Shrike.Analysis.CSharp.EntryPoints;
using Shrike.Analysis.CSharp.Lowering;
using Shrike.Analysis.CSharp.Markup;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Ir;
using Shrike.Analysis.Sources;

namespace Shrike.Analysis.CSharp;

/// <summary>A file and its tree; markup was translated first.</summary>
internal sealed record ParsedFile(SourceFile Source, SyntaxTree Tree, CodeFile CodeFile, TranslatedMarkup? Markup)
{
    /// <summary>Lambdas as arguments within each other.</summary>
    public int Lambdas { get; init; }
    public IReadOnlyList<Constant> Constants { get; init; } = [];

    /// <summary>What was left out of the tree, and why.</summary>
    public IReadOnlyList<string> Left { get; init; } = [];

    /// <summary>What types in the file declare, by name.</summary>
    public required IReadOnlyDictionary<string, Dictionary<string, int>> Members { get; init; }

    /// <summary>What the file declares whole, outside of other types.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Another project accounts for it: it only binds here.</summary>
    public bool IsShared { get; init; }
}

/// <summary>All files of a project as syntax, in the order of their paths.</summary>
internal sealed class ParsedProject
{
    private readonly SourceProject project;
    private readonly CSharpParseOptions parseOptions;
    private readonly ConcurrentBag<LedgerEntry> ledger = [];
    private readonly ConcurrentBag<Problem> problems = [];

    public ParsedProject(SourceProject project, int threads, CancellationToken cancel)
    {
        this.project = project;
        parseOptions = Options(project);
        IReadOnlyList<ViewImports> imports = ImportsOf(project);
        SourceFile[] sources = [.. project.Files, .. project.Shared];
        var files = new ParsedFile?[sources.Length];
        StackedThreads.For(
            files.Length,
            i => files[i] = Parse(sources[i], imports, cancel) is { } file ? file with { IsShared = i >= project.Files.Count } : null,
            threads,
            cancel
        );
        ParsedFile[] parsed = Duplicates.Apart([.. files.OfType<ParsedFile>()], threads, cancel);
        var overloads = new OverloadBounds(parsed);
        HashSet<ParsedFile> constants = ConstantBounds.Exceeding(parsed);
        HashSet<ParsedFile> members = MemberBounds.Exceeding(parsed);
        ParsedFile[] bounded =
        [
            .. parsed
                .Where(f =>
                    members.Contains(f)
                        ? Fail(f.Source, "too many members of one name in one type")
                        : !constants.Contains(f) || Fail(f.Source, "constants made of constants, too long together")
                )
                .Select(f => f.Lambdas > OverloadBounds.FewLambdas ? WithoutChoices(f, overloads.Exceeding(f, cancel), cancel) : f)
                .OfType<ParsedFile>(),
        ];
        Files = [.. bounded.Where(f => !f.IsShared)];
        Shared = [.. bounded.Where(f => f.IsShared)];
    }

    private const string TooManyChoices = "lambdas in lambdas, as arguments of methods with too many overloads";

    /// <summary>The file without what would take too long to bind, or nothing where that is in no body.</summary>
    private ParsedFile? WithoutChoices(ParsedFile file, IReadOnlyList<SyntaxNode> exceeding, CancellationToken cancel)
    {
        if (exceeding.Count == 0)
            return file;
        if (file.Markup is not null || !exceeding.All(BlankedCode.Replaces))
        {
            Fail(file.Source, TooManyChoices);
            return null;
        }

        SourceText blanked = BlankedCode.Without(file.Tree.GetText(cancel), exceeding);
        return file with
        {
            Tree = CSharpSyntaxTree.ParseText(blanked, parseOptions, file.Source.Path, cancel),
            Left =
            [
                .. exceeding
                    .Select(n => file.Tree.GetLineSpan(n.Span, cancel).StartLinePosition.Line + 1)
                    .Order()
                    .Select(line => $"line {line}: what begins there was not analysed: {TooManyChoices}"),
            ],
        };
    }

    private bool Fail(SourceFile file, string reason)
    {
        ledger.Add(new LedgerEntry(LedgerKind.File, file.Path, LedgerState.Failed, reason));
        return false;
    }

    public ParsedFile[] Files { get; }

    /// <summary>What others account for and this project compiles as well.</summary>
    public ParsedFile[] Shared { get; }

    /// <summary>Of the project's own files; who accounts for the others says what became of them.</summary>
    public IEnumerable<LedgerEntry> Ledger
    {
        get
        {
            var shared = project.Shared.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
            return ledger.Where(e => !shared.Contains(e.Name)).OrderBy(e => e.Name, StringComparer.Ordinal);
        }
    }

    public IEnumerable<Problem> Problems =>
        problems.OrderBy(p => p.Path, StringComparer.Ordinal).ThenBy(p => p.Message, StringComparer.Ordinal);

    /// <summary>Nobody asks which references may be null, so the compiler need not find out where code switches that on.</summary>
    private static readonly KeyValuePair<string, string>[] Features = [new("run-nullable-analysis", "never")];

    public static CSharpParseOptions Options(SourceProject project) =>
        new CSharpParseOptions(
            project.IsBeforeCSharp14 ? LanguageVersion.CSharp13 : LanguageVersion.Preview,
            DocumentationMode.None,
            preprocessorSymbols: project.Constants
        ).WithFeatures(Features);

    private ParsedFile? Parse(SourceFile file, IReadOnlyList<ViewImports> imports, CancellationToken cancel)
    {
        try
        {
            SourceText text = file.Text; // throws where the file has gone
            if (file.Kind == FileKind.CSharp)
                return Bounded(file, text, _ => CodeFileOf(project, file), null, cancel);

            return ParseMarkup(file, imports, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InsufficientExecutionStackException)
        {
            string reason = e is InsufficientExecutionStackException ? "nested too deeply" : $"cannot be read: {e.Message}";
            ledger.Add(new LedgerEntry(LedgerKind.File, file.Path, LedgerState.Failed, reason));
            return null;
        }
    }

    private ParsedFile? ParseMarkup(SourceFile file, IReadOnlyList<ViewImports> imports, CancellationToken cancel)
    {
        TranslatedMarkup markup = Translated(project, file, imports, out string text);
        if (markup.SkippedBecause is { } reason)
        {
            ledger.Add(new LedgerEntry(LedgerKind.File, file.Path, LedgerState.Skipped, reason));
            return null;
        }

        foreach (Problem problem in markup.Problems)
            problems.Add(problem);
        return Bounded(file, SourceText.From(text), tree => PageOf(project, file, new Lazy<SyntaxTree>(tree)), markup, cancel);
    }

    private static TranslatedMarkup Translated(SourceProject project, SourceFile file, IReadOnlyList<ViewImports> imports, out string text)
    {
        TranslatedMarkup markup = MarkupTranslator.Translate(
            file,
            project.RootNamespace,
            imports,
            new MarkupOptions(project.IsFramework, project.Folder.TrimEnd('/'))
        );
        text = markup.CSharp;
        if (
            markup.ControlFields is { } fields
            && !project.Files.Any(f =>
                f.Path.StartsWith(file.Path, StringComparison.Ordinal)
                && f.Path.EndsWith(".designer.cs", StringComparison.OrdinalIgnoreCase)
            )
        )
            text += "\n#line hidden\n" + fields;
        return markup;
    }

    private static RoslynFile CodeFileOf(SourceProject project, SourceFile file) =>
        new(file.Path, project.IsTest, file.Text) { FrameworkVersion = project.FrameworkVersion };

    private static RoslynFile PageOf(SourceProject project, SourceFile file, Lazy<SyntaxTree> tree) =>
        new(file.Path, project.IsTest, tree) { IsMarkup = true, FrameworkVersion = project.FrameworkVersion };

    /// <summary>The files as parsing them would give, without the trees of any but the pages that somebody asks about.</summary>
    /// <param name="files">Such as have been parsed before.</param>
    public static CodeFile[] CodeFilesOf(SourceProject project, IReadOnlyList<SourceFile> files)
    {
        var imports = new Lazy<IReadOnlyList<ViewImports>>(() => ImportsOf(project));
        return
        [
            .. files.Select(f =>
                f.Kind == FileKind.CSharp ? CodeFileOf(project, f) : PageOf(project, f, new Lazy<SyntaxTree>(() => Tree(f)))
            ),
        ];

        SyntaxTree Tree(SourceFile page)
        {
            Translated(project, page, imports.Value, out string text);
            return CSharpSyntaxTree.ParseText(SourceText.From(text), Options(project), page.Path);
        }
    }

    private static IReadOnlyList<ViewImports> ImportsOf(SourceProject project) =>
        [.. project.Files.Where(f => ViewImports.IsImportsFile(f.Path)).Select(ViewImports.Parse)];

    /// <summary>The file, or nothing where its code would be too much for the compiler.</summary>
    private ParsedFile? Bounded(
        SourceFile file,
        SourceText text,
        Func<SyntaxTree, CodeFile> codeFile,
        TranslatedMarkup? markup,
        CancellationToken cancel
    )
    {
        string? reason = SyntaxBounds.Check(text, project.Constants, out int lambdas, out bool hasConstants);
        if (reason is null)
        {
            SyntaxTree tree = CSharpSyntaxTree.ParseText(text, parseOptions, file.Path, cancel);
            SyntaxNode root = tree.GetRoot(cancel);
            reason = SyntaxBounds.Check(root);
            if (reason is null)
                return new ParsedFile(file, tree, codeFile(tree), markup)
                {
                    Lambdas = lambdas,
                    Types = markup is null ? Duplicates.TypesOf(root) : [],
                    Members = MemberBounds.Of(root, cancel),
                    Constants = hasConstants ? [.. ConstantBounds.Of(root)] : [],
                };
        }

        Fail(file, reason);
        return null;
    }

    private static readonly string[] RegistrationNames =
    [
        "AddScoped",
        "AddTransient",
        "AddSingleton",
        "TryAddScoped",
        "TryAddTransient",
        "TryAddSingleton",
        "AddDbContext",
        "AddHttpClient",
        "AddHostedService",
    ];

    /// <summary>`AddScoped&lt;IService, Service&gt;()`: service to implementation; one registered twice stays open.</summary>
    public Dictionary<string, string> Registrations(CSharpCompilation compilation, CancellationToken cancel)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var twice = new HashSet<string>(StringComparer.Ordinal);
        var names = new WordScan(RegistrationNames);
        foreach (ParsedFile file in Files)
        {
            SemanticModel? model = null;
            foreach (SyntaxToken name in names.In(file.Tree, cancel))
            {
                if (
                    name.Parent is not SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } }
                )
                    continue;
                model ??= compilation.GetSemanticModel(file.Tree);
                // Type arguments as written or as inferred from what is handed over.
                ITypeSymbol[] types = [.. (model.GetSymbolInfo(call, cancel).Symbol as IMethodSymbol)?.TypeArguments ?? []];
                if (types.Length == 0)
                    continue;
                string key = Symbols.QualifiedName(types[0]);
                if (!found.TryAdd(key, Symbols.QualifiedName(types[^1])))
                    twice.Add(key);
            }
        }

        // Registered twice: still a service, but of no single type.
        foreach (string key in twice)
            found[key] = key;
        return found;
    }
}
