using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Shrike.Analysis.CSharp;

/// <summary>The part of a file that other files can see: its text without what stands inside bodies. While it stays the same in every
/// file of a project, a change in one body cannot change what another binds to.</summary>
internal static class Declarations
{
    public static byte[] HashOf(SyntaxTree tree, CancellationToken cancel)
    {
        SourceText text = tree.GetText(cancel);
        string all = text.ToString();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        int at = 0;
        foreach (SyntaxNode node in tree.GetRoot(cancel).DescendantNodes(static n => Inside(n) is null))
        {
            if (Inside(node) is not { } body || body.Start < at)
                continue;
            Append(hash, all.AsSpan(at, body.Start - at));
            at = body.End;
        }

        Append(hash, all.AsSpan(at));
        return hash.GetHashAndReset();
    }

    public static byte[] HashOf(ReadOnlySpan<char> text) => SHA256.HashData(MemoryMarshal.AsBytes(text));

    /// <summary>What of a body only the body itself sees. That there is one stays visible: a property without a body is a field.</summary>
    private static TextSpan? Inside(SyntaxNode node) =>
        node switch
        {
            BlockSyntax { CloseBraceToken.IsMissing: false } block => TextSpan.FromBounds(
                block.OpenBraceToken.Span.End,
                block.CloseBraceToken.SpanStart
            ),
            ArrowExpressionClauseSyntax arrow => arrow.Expression.Span,
            GlobalStatementSyntax statement => statement.Span,
            _ => null,
        };

    private static void Append(IncrementalHash hash, ReadOnlySpan<char> text)
    {
        hash.AppendData(BitConverter.GetBytes(text.Length));
        hash.AppendData(MemoryMarshal.AsBytes(text));
    }
}
