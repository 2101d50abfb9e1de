using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Shrike.Analysis.CSharp;

namespace Shrike.Bench.Blinding;

/// <summary>Blanks comments of C# in place and renames what the code itself declares; every other character keeps its place.</summary>
/// <param name="keepsNames">Only blank comments: files in other languages use the same names.</param>
internal sealed class CSharpBlinder(bool keepsNames) : ILanguageBlinder
{
    public IReadOnlyList<string?> Blind(string scope, IReadOnlyList<string> texts, long seed, Regex telling)
    {
        SyntaxNode?[] roots = [.. texts.Select(Parse)];
        SyntaxToken[][] identifiers = [.. roots.Select(r => r is null || keepsNames ? [] : Identifiers(r).ToArray())];
        var declared = identifiers.SelectMany(i => i).Where(IsDeclared).Select(t => t.ValueText).ToHashSet(StringComparer.Ordinal);
        var names = new NeutralNames(seed, scope, identifiers.SelectMany(i => i).Select(t => t.ValueText).Distinct(), telling);
        return [.. texts.Select((text, i) => roots[i] is { } root ? Written(text, root, identifiers[i], declared, names) : null)];
    }

    private static SyntaxNode? Parse(string text)
    {
        SourceText source = SourceText.From(text);
        if (SyntaxBounds.Check(source, [], out _, out _) is not null)
            return null;
        SyntaxNode root = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();
        return SyntaxBounds.Check(root) is null ? root : null;
    }

    private static IEnumerable<SyntaxToken> Identifiers(SyntaxNode root) =>
        root.DescendantTokens(descendIntoTrivia: true).Where(t => t.IsKind(SyntaxKind.IdentifierToken) && !t.IsMissing);

    // A use is wrapped in a name of its own, a declaration holds its token itself. What is overridden or implemented for an
    // interface by name was named by somebody else.
    private static bool IsDeclared(SyntaxToken token) =>
        token.Parent switch
        {
            SimpleNameSyntax name => name.FirstAncestorOrSelf<NameEqualsSyntax>()?.Parent
                is UsingDirectiveSyntax
                    or AnonymousObjectMemberDeclaratorSyntax
                || name.Ancestors().TakeWhile(a => a is NameSyntax or BaseNamespaceDeclarationSyntax).LastOrDefault()
                    is BaseNamespaceDeclarationSyntax,
            MethodDeclarationSyntax method => !Overrides(method.Modifiers) && method.ExplicitInterfaceSpecifier is null,
            PropertyDeclarationSyntax property => !Overrides(property.Modifiers) && property.ExplicitInterfaceSpecifier is null,
            EventDeclarationSyntax happening => !Overrides(happening.Modifiers) && happening.ExplicitInterfaceSpecifier is null,
            AttributeTargetSpecifierSyntax or XmlNodeSyntax or XmlNameSyntax or null => false,
            _ => true,
        };

    private static bool Overrides(SyntaxTokenList modifiers) => modifiers.Any(SyntaxKind.OverrideKeyword);

    private static string Written(string text, SyntaxNode root, SyntaxToken[] identifiers, HashSet<string> declared, NeutralNames names)
    {
        char[] written = text.ToCharArray();
        foreach (SyntaxToken token in identifiers.Where(t => declared.Contains(t.ValueText)))
        {
            // Escaped spellings (@x, \u0041) are as long as they are; only the plain one can be replaced letter by letter.
            int at = token.Text.StartsWith('@') ? 1 : 0;
            if (token.Text.AsSpan(at).SequenceEqual(token.ValueText))
                names.Of(token.ValueText).CopyTo(0, written, token.SpanStart + at, token.ValueText.Length);
        }

        foreach (SyntaxTrivia trivia in root.DescendantTrivia(descendIntoTrivia: true).Where(TellsSomething))
            Blanks.Fill(written, trivia.FullSpan.Start, trivia.FullSpan.End);
        return new string(written);
    }

    private static bool TellsSomething(SyntaxTrivia trivia) =>
        trivia.Kind()
            is SyntaxKind.SingleLineCommentTrivia
                or SyntaxKind.MultiLineCommentTrivia
                or SyntaxKind.SingleLineDocumentationCommentTrivia
                or SyntaxKind.MultiLineDocumentationCommentTrivia
                or SyntaxKind.PreprocessingMessageTrivia;
}
