using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Shrike.Analysis.CSharp;

/// <summary>A constant, the length of the texts it is made of, and the names of the constants.</summary>
internal sealed record Constant(string Name, long Own, List<string> Uses);

/// <summary>Constants made of constants: thirty lines of `const string B = A + A;` are a text of a billion characters once the compiler
/// folds them. Names are taken for what they may mean at the most, whatever their type.</summary>
internal static class ConstantBounds
{
    private const long MaxCharacters = 1 << 20;

    /// <summary>No chain of honest constants is longer.</summary>
    private const int MaxRounds = 64;

    /// <summary>Files with constants that are too long.</summary>
    public static HashSet<ParsedFile> Exceeding(IReadOnlyList<ParsedFile> files)
    {
        (ParsedFile File, Constant Constant)[] constants = [.. files.SelectMany(f => f.Constants.Select(c => (f, c)))];
        var lengths = new Dictionary<string, long>(StringComparer.Ordinal);
        var exceeding = new HashSet<ParsedFile>();
        bool hasGrown = constants.Length > 0;
        for (int round = 0; hasGrown && round < MaxRounds; round++)
        {
            hasGrown = false;
            foreach ((ParsedFile file, Constant constant) in constants)
            {
                long length = constant.Own + constant.Uses.Sum(u => lengths.GetValueOrDefault(u));
                if (length > MaxCharacters)
                    exceeding.Add(file);
                if (length <= lengths.GetValueOrDefault(constant.Name))
                    continue;
                lengths[constant.Name] = Math.Min(length, MaxCharacters + 1);
                hasGrown |= length <= MaxCharacters;
            }
        }

        return exceeding;
    }

    private static bool IsText(SyntaxKind kind) =>
        kind
            is SyntaxKind.StringLiteralToken
                or SyntaxKind.SingleLineRawStringLiteralToken
                or SyntaxKind.MultiLineRawStringLiteralToken
                or SyntaxKind.InterpolatedStringTextToken;

    /// <summary>Constants that are made of others, and the texts that those may be.</summary>
    public static IEnumerable<Constant> Of(SyntaxNode root)
    {
        foreach (SyntaxNode node in root.DescendantNodes())
        {
            VariableDeclarationSyntax? declaration = node switch
            {
                FieldDeclarationSyntax f when f.Modifiers.Any(SyntaxKind.ConstKeyword) => f.Declaration,
                LocalDeclarationStatementSyntax { IsConst: true } l => l.Declaration,
                _ => null,
            };
            foreach (VariableDeclaratorSyntax variable in declaration?.Variables ?? default)
            {
                long own = 0;
                var uses = new List<string>();
                foreach (SyntaxToken token in variable.Initializer?.DescendantTokens() ?? [])
                {
                    // A constant of its type's name, `const Kind Kind = Kind.A | Kind.B`, is not made of itself.
                    if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText != variable.Identifier.ValueText)
                        uses.Add(token.ValueText);
                    else if (IsText(token.Kind()))
                        own += token.ValueText.Length;
                }

                if (own > 0 || uses.Count > 0)
                    yield return new Constant(variable.Identifier.ValueText, own, uses);
            }
        }
    }
}
