using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Shrike.Analysis.CSharp;

/// <summary>Which files of other projects were looked into, beyond what their declarations say. What is found in a project depends on
/// their texts as well as on its own.</summary>
internal sealed class ForeignTexts(CSharpCompilation compilation)
{
    private readonly SortedSet<string> paths = new(StringComparer.Ordinal);

    /// <summary>In order, among them those of our own stubs; null where all that the project refers to was searched.</summary>
    public IReadOnlyList<string>? Paths => IsSearch ? null : [.. paths];

    private bool IsSearch { get; set; }

    public void AddAll() => IsSearch = true;

    public void Add(SyntaxTree tree)
    {
        if (!compilation.ContainsSyntaxTree(tree))
            paths.Add(tree.FilePath);
    }
}
