using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Shrike.Analysis.CSharp;

/// <summary>Takes from a file the bodies that would cost the compiler too much, so that the rest of it can be analysed. All else stays
/// where it was.</summary>
internal static class BlankedCode
{
    private const string Instead = "default";

    /// <summary>Whether a node can be taken out and leave code that parses.</summary>
    public static bool Replaces(SyntaxNode node) =>
        node switch
        {
            BlockSyntax { CloseBraceToken.IsMissing: false } => node.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax,
            ArrowExpressionClauseSyntax arrow => arrow.Expression.Span.Length >= Instead.Length,
            EqualsValueClauseSyntax
            {
                Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax }
            } value => value.Value.Span.Length >= Instead.Length,
            GlobalStatementSyntax => true,
            _ => false,
        };

    /// <param name="nodes">Of the same tree, none within another; each one that <see cref="Replaces"/> takes.</param>
    public static SourceText Without(SourceText text, IEnumerable<SyntaxNode> nodes)
    {
        char[] characters = text.ToString().ToCharArray();
        foreach (SyntaxNode node in nodes)
        {
            TextSpan span = Inside(node);
            for (int i = span.Start; i < span.End; i++)
            {
                if (characters[i] is not ('\r' or '\n'))
                    characters[i] = ' ';
            }

            if (node is BlockSyntax or GlobalStatementSyntax)
                continue;
            // Line ends in the way are given up: only here may the compiler's own messages count wrongly.
            Instead.CopyTo(characters.AsSpan(span.Start));
        }

        return SourceText.From(new string(characters), text.Encoding);
    }

    private static TextSpan Inside(SyntaxNode node) =>
        node switch
        {
            BlockSyntax block => TextSpan.FromBounds(block.OpenBraceToken.Span.End, block.CloseBraceToken.SpanStart),
            ArrowExpressionClauseSyntax arrow => arrow.Expression.Span,
            EqualsValueClauseSyntax value => value.Value.Span,
            _ => node.Span,
        };
}
