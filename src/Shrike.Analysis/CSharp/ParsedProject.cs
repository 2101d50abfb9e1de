using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Shrike.Analysis.CSharp.Lowering;
using Shrike.Analysis.CSharp.Markup;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Ir;
using Shrike.Analysis.Sources;

namespace Shrike.Analysis.CSharp;

/// <summary>A file and its tree; markup was translated first.</summary>
internal sealed record ParsedFile(SourceFile Source, SyntaxTree Tree, CodeFile CodeFile, TranslatedMarkup? Markup);

/// <summary>All files of a project as syntax, in the order of their paths.</summary>
internal sealed class ParsedProject
{
    private readonly SourceProject project;
    private readonly ConcurrentBag<LedgerEntry> ledger = [];
    private readonly ConcurrentBag<Problem> problems = [];

    public ParsedProject(SourceProject project, int threads, CancellationToken cancel)
    {
        this.project = project;
        IReadOnlyList<ViewImports> imports = [.. project.Files.Where(f => ViewImports.IsImportsFile(f.Path)).Select(ViewImports.Parse)];
        var files = new ParsedFile?[project.Files.Count];
        StackedThreads.For(files.Length, i => files[i] = Parse(project.Files[i], imports, cancel), threads, cancel);
        Files = [.. files.OfType<ParsedFile>()];
    }

    public ParsedFile[] Files { get; }

    public IEnumerable<LedgerEntry> Ledger => ledger.OrderBy(e => e.Name, StringComparer.Ordinal);

    public IEnumerable<Problem> Problems => problems.OrderBy(p => p.Path, StringComparer.Ordinal).ThenBy(p => p.Message, StringComparer.Ordinal);

    public static CSharpParseOptions Options(SourceProject project) => new(LanguageVersion.Preview, DocumentationMode.None, preprocessorSymbols: project.Constants);

    private ParsedFile? Parse(SourceFile file, IReadOnlyList<ViewImports> imports, CancellationToken cancel)
    {
        try
        {
            if (SyntaxBounds.Check(file.Text) is { } tooDeep)
            {
                ledger.Add(new LedgerEntry(LedgerKind.File, file.Path, LedgerState.Failed, tooDeep));
                return null;
            }

            if (file.Kind == FileKind.CSharp)
            {
                SyntaxTree tree = CSharpSyntaxTree.ParseText(file.Text, Options(project), file.Path, cancel);
                return new ParsedFile(file, tree, new RoslynFile(file.Path, project.IsTest, file.Text, null), null);
            }

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
        TranslatedMarkup markup = MarkupTranslator.Translate(file, project.RootNamespace, imports, new MarkupOptions(project.IsFramework, project.Folder.TrimEnd('/')));
        if (markup.SkippedBecause is { } reason)
        {
            ledger.Add(new LedgerEntry(LedgerKind.File, file.Path, LedgerState.Skipped, reason));
            return null;
        }

        foreach (Problem problem in markup.Problems)
            problems.Add(problem);
        string text = markup.CSharp;
        if (markup.ControlFields is { } fields && !project.Files.Any(f => f.Path.StartsWith(file.Path, StringComparison.Ordinal) && f.Path.EndsWith(".designer.cs", StringComparison.OrdinalIgnoreCase)))
            text += "\n#line hidden\n" + fields;
        SyntaxTree tree = CSharpSyntaxTree.ParseText(SourceText.From(text), Options(project), file.Path, cancel);
        return new ParsedFile(file, tree, new RoslynFile(file.Path, project.IsTest, tree.GetText(cancel), tree) { IsMarkup = true }, markup);
    }

    /// <summary>Every namespace that some using directive names.</summary>
    public HashSet<string> Namespaces(CancellationToken cancel)
    {
        var namespaces = new HashSet<string>(StringComparer.Ordinal);
        foreach (ParsedFile file in Files)
        {
            if (file.Tree.GetRoot(cancel) is not CompilationUnitSyntax unit)
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

    /// <summary>`AddScoped&lt;IService, Service&gt;()`: service to implementation; one registered twice stays open.</summary>
    public Dictionary<string, string> Registrations(CSharpCompilation compilation, CancellationToken cancel)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var twice = new HashSet<string>(StringComparer.Ordinal);
        foreach (ParsedFile file in Files)
        {
            string text = file.Tree.GetText(cancel).ToString();
            if (!text.Contains("AddScoped<", StringComparison.Ordinal) && !text.Contains("AddTransient<", StringComparison.Ordinal) && !text.Contains("AddSingleton<", StringComparison.Ordinal))
                continue;
            SemanticModel model = compilation.GetSemanticModel(file.Tree);
            foreach (GenericNameSyntax name in file.Tree.GetRoot(cancel).DescendantNodes().OfType<GenericNameSyntax>())
            {
                if (name.TypeArgumentList.Arguments.Count != 2 || name.Identifier.ValueText is not ("AddScoped" or "AddTransient" or "AddSingleton" or "TryAddScoped" or "TryAddTransient" or "TryAddSingleton"))
                    continue;
                if (model.GetTypeInfo(name.TypeArgumentList.Arguments[0], cancel).Type is { } service && model.GetTypeInfo(name.TypeArgumentList.Arguments[1], cancel).Type is { } implementation)
                {
                    string key = Symbols.QualifiedName(service);
                    if (!found.TryAdd(key, Symbols.QualifiedName(implementation)))
                        twice.Add(key);
                }
            }
        }

        foreach (string key in twice)
            found.Remove(key);
        return found;
    }
}
