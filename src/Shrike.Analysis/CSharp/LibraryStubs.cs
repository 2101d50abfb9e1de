using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Shrike.Analysis.CSharp;

/// <summary>Our own declarations of popular libraries, so that code binds without their packages. A stub file says in its
/// first lines which namespaces it provides, and for which world where it is not for both.</summary>
internal static class LibraryStubs
{
    public const string AssemblyName = "Shrike.LibraryStubs";

    private sealed record Stub(string Name, string World, string Text);

    private static readonly Lazy<Stub[]> All = new(Read);
    private static readonly ConcurrentDictionary<bool, MetadataReference> References = new();

    /// <summary>The stubs of a world: one reference for all projects, so that projects which refer to each other share its symbols.
    /// Costs a parse; what nothing names is never bound.</summary>
    public static MetadataReference For(bool isFramework, IReadOnlyList<MetadataReference> references) =>
        References.GetOrAdd(isFramework, _ => Compile(Array.FindAll(All.Value, s => Fits(s, isFramework)), references));

    private static bool Fits(Stub stub, bool isFramework) => stub.World == "both" || stub.World == (isFramework ? "framework" : "modern");

    private static CompilationReference Compile(Stub[] stubs, IReadOnlyList<MetadataReference> references)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.None);
        IEnumerable<SyntaxTree> trees = stubs.Select(s =>
            CSharpSyntaxTree.ParseText(SourceText.From(s.Text), options, $"stubs/{s.Name}.cs")
        );
        return CSharpCompilation
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
    }

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
