using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Shrike.Analysis.CSharp;

/// <summary>Our own declarations of popular libraries, so that code binds without their packages. A stub file says in its
/// first lines which namespaces it provides, and for which world where it is not for both.</summary>
internal static class LibraryStubs
{
    public const string AssemblyName = "Shrike.LibraryStubs";

    private sealed class Stub(string name, string world, string text)
    {
        private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, DocumentationMode.None);
        private readonly Lazy<SyntaxTree> tree = new(() => CSharpSyntaxTree.ParseText(SourceText.From(text), Options, $"stubs/{name}.cs"));

        public bool Fits(bool isFramework) => world == "both" || world == (isFramework ? "framework" : "modern");

        /// <summary>Declarations by the name that metadata would give them.</summary>
        public IEnumerable<(string Name, SyntaxNode Declaration)> Types => TypesIn(tree.Value.GetRoot());

        public SyntaxTree Without(HashSet<string> names)
        {
            SyntaxNode[] found = names.Count == 0 ? [] : [.. Types.Where(t => names.Contains(t.Name)).Select(t => t.Declaration)];
            return found.Length == 0
                ? tree.Value
                : tree.Value.WithRootAndOptions(
                    tree.Value.GetRoot().RemoveNodes(found, SyntaxRemoveOptions.KeepUnbalancedDirectives)!,
                    Options
                );
        }
    }

    private static readonly Lazy<Stub[]> All = new(Read);
    private static readonly ConcurrentDictionary<(bool, string), MetadataReference> References = new();

    /// <summary>The stubs of a world: one reference for all projects, so that projects which refer to each other share its symbols.
    /// Costs a parse; what nothing names is never bound.</summary>
    /// <param name="others">Names of types to leave out, from <see cref="DeclaredBy"/>: where the libraries themselves are scanned, a project
    /// that refers to one would find each of its types twice, and none would bind.</param>
    public static MetadataReference For(bool isFramework, IReadOnlyList<MetadataReference> references, IEnumerable<string> others)
    {
        var names = new HashSet<string>(others, StringComparer.Ordinal);
        return References.GetOrAdd(
            (isFramework, string.Join('\n', names.Order(StringComparer.Ordinal))),
            _ => Compile([.. All.Value.Where(s => s.Fits(isFramework)).Select(s => s.Without(names))], references)
        );
    }

    /// <summary>Types of a world's stubs that a project declares itself.</summary>
    public static IReadOnlyList<string> DeclaredBy(CSharpCompilation compilation, bool isFramework) =>
        [.. Names.GetOrAdd(isFramework, NamesIn).Where(name => compilation.Assembly.GetTypeByMetadataName(name) is not null)];

    private static readonly ConcurrentDictionary<bool, string[]> Names = new();

    private static string[] NamesIn(bool isFramework) =>
        [.. All.Value.Where(s => s.Fits(isFramework)).SelectMany(s => s.Types).Select(t => t.Name).Distinct(StringComparer.Ordinal)];

    private static CompilationReference Compile(SyntaxTree[] trees, IReadOnlyList<MetadataReference> references) =>
        CSharpCompilation
            .Create(
                AssemblyName,
                trees,
                references,
                new CSharpCompilationOptions(
                    OutputKind.DynamicallyLinkedLibrary,
                    allowUnsafe: true,
                    nullableContextOptions: NullableContextOptions.Disable
                )
            )
            .ToMetadataReference();

    private static Stub[] Read()
    {
        Assembly assembly = typeof(LibraryStubs).Assembly;
        var stubs = new List<Stub>();
        foreach (
            string name in assembly
                .GetManifestResourceNames()
                .Where(n => n.StartsWith("stubs/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            string text = reader.ReadToEnd();
            stubs.Add(new Stub(name["stubs/".Length..], Header(text, "world:") is { Length: > 0 } world ? world : "both", text));
        }

        return [.. stubs];
    }

    private static IEnumerable<(string Name, SyntaxNode Declaration)> TypesIn(SyntaxNode root) =>
        root.DescendantNodes(static n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .Select(static n => (NameOf(n), n))
            .Where(static t => t.Item1.Length > 0);

    private static string NameOf(SyntaxNode node)
    {
        (string name, TypeParameterListSyntax? parameters) = node switch
        {
            TypeDeclarationSyntax type => (type.Identifier.ValueText, type.TypeParameterList),
            DelegateDeclarationSyntax type => (type.Identifier.ValueText, type.TypeParameterList),
            EnumDeclarationSyntax type => (type.Identifier.ValueText, null),
            _ => ("", null),
        };
        if (name.Length == 0)
            return "";
        if (parameters is not null)
            name += $"`{parameters.Parameters.Count}";
        for (SyntaxNode? space = node.Parent; space is not null; space = space.Parent)
        {
            if (space is BaseNamespaceDeclarationSyntax named)
                name = $"{named.Name}.{name}";
        }

        return name;
    }

    private static string Header(string text, string word)
    {
        int start = text.IndexOf("// " + word, StringComparison.Ordinal);
        if (start is < 0 or > 4000)
            return "";
        start += word.Length + 3;
        int end = text.IndexOf('\n', start);
        return text[start..(end < 0 ? text.Length : end)].Trim();
    }
}
