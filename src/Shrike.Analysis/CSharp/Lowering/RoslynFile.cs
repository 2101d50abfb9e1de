using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.CSharp.Lowering;

/// <summary>A C# syntax tree's file. Keeps the text and its line table, never the tree: trees go when they are lowered.</summary>
internal sealed class RoslynFile : CodeFile
{
    private readonly SourceText? own;
    private readonly Lazy<SyntaxTree>? mapped;

    public RoslynFile(string path, bool isTest, SourceText text)
        : base(path, isTest) => own = text;

    /// <param name="mapped">Made from markup: line directives say where each place stands in the markup.</param>
    public RoslynFile(string path, bool isTest, Lazy<SyntaxTree> mapped)
        : base(path, isTest) => this.mapped = mapped;

    private SourceText Text => own ?? mapped!.Value.GetText();

    public override SourceSpan Span(int start, int length)
    {
        SourceText text = Text;
        start = Math.Clamp(start, 0, text.Length);
        int end = Math.Clamp(start + length, start, text.Length);
        LinePositionSpan lines = mapped is null
            ? text.Lines.GetLinePositionSpan(TextSpan.FromBounds(start, end))
            : mapped.Value.GetMappedLineSpan(TextSpan.FromBounds(start, end)).Span;
        return new SourceSpan(Path, lines.Start.Line + 1, lines.Start.Character + 1, lines.End.Line + 1, lines.End.Character + 1);
    }

    public override string Snippet(int start, int length)
    {
        SourceText text = Text;
        start = Math.Clamp(start, 0, text.Length);
        return text.ToString(TextSpan.FromBounds(start, Math.Clamp(start + length, start, text.Length)));
    }
}
