using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Shrike.Analysis.CSharp;

namespace Shrike.Bench.Perturbations;

/// <summary>The C# of one scope, bound against the world in which it has the fewest errors: reference assemblies and our own stubs of
/// libraries. What still does not bind is treated as unknown.</summary>
internal sealed class CSharpProgram
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, DocumentationMode.None);

    // What a project with implicit usings has, and more does no harm: an error is one before and after.
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks; ";

    private const string WebUsings =
        "global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Hosting; global using Microsoft.AspNetCore.Http; "
        + "global using Microsoft.AspNetCore.Routing; global using Microsoft.Extensions.Configuration; "
        + "global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Extensions.Hosting; "
        + "global using Microsoft.Extensions.Logging;";

    private readonly bool isFramework;
    private readonly string usings;
    private readonly SyntaxTree[] trees;

    private CSharpProgram(SyntaxTree[] trees, IReadOnlyList<string> others, bool isFramework, string usings)
    {
        this.trees = trees;
        this.isFramework = isFramework;
        this.usings = usings;
        Others = others;
        Compilation = Compile();
    }

    public CSharpCompilation Compilation { get; }
    public IReadOnlyList<SyntaxTree> Trees => trees;

    /// <summary>What is not C#, but may speak of names in it.</summary>
    public IReadOnlyList<string> Others { get; }

    /// <param name="trees">From <see cref="Parse"/>.</param>
    public static CSharpProgram Of(SyntaxTree[] trees, IReadOnlyList<string> others)
    {
        CSharpProgram? best = null;
        int fewest = int.MaxValue;
        foreach ((bool framework, string names) in ((bool, string)[])[(false, ""), (false, Usings + WebUsings), (true, "")])
        {
            var program = new CSharpProgram(trees, others, framework, names);
            int errors = program.Compilation.GetDiagnostics().Count(d => d.Severity == DiagnosticSeverity.Error);
            if (errors >= fewest)
                continue;
            (best, fewest) = (program, errors);
            if (errors == 0)
                break;
        }

        return best!;
    }

    /// <summary>null: nested beyond what a compiler can be given.</summary>
    public static SyntaxTree? Parse(string text, int index)
    {
        SourceText source = SourceText.From(text);
        if (SyntaxBounds.Check(source, [], out _, out _) is not null)
            return null;
        SyntaxTree tree = CSharpSyntaxTree.ParseText(source, Options, $"{index}.cs");
        return SyntaxBounds.Check(tree.GetRoot()) is null ? tree : null;
    }

    /// <summary>The same program with other texts; null where one of them cannot be parsed.</summary>
    public CSharpProgram? With(IReadOnlyList<string> texts)
    {
        var other = new SyntaxTree[texts.Count];
        for (int i = 0; i < texts.Count; i++)
        {
            if (Parse(texts[i], i) is not { } tree)
                return null;
            other[i] = tree;
        }

        return new CSharpProgram(other, Others, isFramework, usings);
    }

    /// <summary>What the compiler says of each file: kind and line, sorted. Names are left out, as they may change.</summary>
    /// <param name="lines">For each file from its lines to those that count.</param>
    public string[][] Complaints(IReadOnlyList<int[]?>? lines = null)
    {
        ILookup<string, Diagnostic> byFile = Diagnostics().ToLookup(d => d.Location.SourceTree?.FilePath ?? "");
        return
        [
            .. trees.Select(
                (tree, i) =>
                    byFile[tree.FilePath]
                        .Select(d =>
                            $"{d.Id} {PerturbedText.Back(lines?[i], d.Location.GetLineSpan().StartLinePosition.Line + 1)} {d.Severity}"
                        )
                        .Order(StringComparer.Ordinal)
                        .ToArray()
            ),
        ];
    }

    private ImmutableArray<Diagnostic> Diagnostics() =>
        [.. Compilation.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning)];

    private CSharpCompilation Compile()
    {
        IReadOnlyList<MetadataReference> references = isFramework ? References.Framework : References.Modern;
        IEnumerable<SyntaxTree> all =
            usings.Length == 0 ? trees : trees.Append(CSharpSyntaxTree.ParseText(SourceText.From(usings), Options, "(usings)"));
        bool hasStatements = trees.Any(t =>
            t.GetRoot() is Microsoft.CodeAnalysis.CSharp.Syntax.CompilationUnitSyntax unit && unit.Members.Any(SyntaxKind.GlobalStatement)
        );
        return CSharpCompilation.Create(
            "Program",
            all,
            [.. references, LibraryStubs.For(isFramework, references, [])],
            new CSharpCompilationOptions(
                hasStatements ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                concurrentBuild: false,
                metadataImportOptions: MetadataImportOptions.Public,
                nullableContextOptions: NullableContextOptions.Disable
            )
        );
    }
}
