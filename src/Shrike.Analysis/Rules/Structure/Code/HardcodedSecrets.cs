using System.Buffers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Rules.Structure.Configuration;
using Shrike.Analysis.Sources;

namespace Shrike.Analysis.Rules.Structure.Code;

/// <summary>Passwords, keys and connection strings written as string literals.</summary>
public static class HardcodedSecrets
{
    private const string RuleId = "hardcoded-secret";
    private const int MaxCandidates = 200;

    private static readonly SearchValues<string> Words = SearchValues.Create(
        [
            "password",
            "passwd",
            "passphrase",
            "pwd",
            "secret",
            "key",
            "token",
            "akia",
            "asia",
            "xox",
            "sk_live_",
            "aiza",
            "sg.",
            "ghp_",
            "gho_",
            "ghu_",
            "ghs_",
            "ghr_",
            "rk_live_",
            "://",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    /// <param name="root">The file's syntax; types need not resolve.</param>
    public static IEnumerable<Candidate> Find(SyntaxNode root, SourceFile file, RuleCatalogue rules)
    {
        if (rules.Find(RuleId) is not { } rule)
            yield break;
        int found = 0;
        foreach (LiteralExpressionSyntax literal in Literals(root))
        {
            if (Judge(literal) is not var (message, cwe))
                continue;
            yield return CodePlace.Candidate(rule, file, literal, message, snippet: Name(literal) ?? "string literal", cwe: cwe);
            if (++found == MaxCandidates)
                yield break;
        }
    }

    /// <summary>String literals on lines that hold a telling word: to walk the whole tree costs as much as parsing it.</summary>
    private static IEnumerable<LiteralExpressionSyntax> Literals(SyntaxNode root)
    {
        SourceText text = root.SyntaxTree.GetText();
        string all = text.ToString();
        int done = 0;
        for (int at = 0; all.AsSpan(at).IndexOfAny(Words) is var offset and >= 0; )
        {
            TextLine line = text.Lines.GetLineFromPosition(at + offset);
            // A literal may have begun lines above the word: the word's own place leads to it, all others on the line have a quote.
            for (int place = Math.Max(line.Start, done); place < line.End; place++)
            {
                if (all[place] != '"' && place != at + offset)
                    continue;
                SyntaxToken token = root.FindToken(place);
                if (token.Span.Contains(place) && token.SpanStart >= done && token.Parent is LiteralExpressionSyntax literal)
                {
                    if (literal.IsKind(SyntaxKind.StringLiteralExpression))
                        yield return literal;
                    done = token.Span.End;
                    place = Math.Max(place, done - 1);
                }
            }

            at = line.EndIncludingLineBreak;
        }
    }

    private static (string Message, int Cwe)? Judge(LiteralExpressionSyntax literal)
    {
        string value = literal.Token.ValueText;
        if (value.Length < 3)
            return null;
        if (SecretShape.HasPassword(value, out bool isLocal) && !isLocal)
            return ("A connection string in the code carries a password", 259);
        if (SecretShape.IsKnownToken(value))
            return ("An access key or private key is written in the code", 798);
        if (Name(literal) is not { } name || SecretShape.NameKind(name) is not { } kind || !SecretShape.IsSecret(kind, name, value))
            return null;
        // "Password" = "Required", "Forgot": a word is a label, not a password.
        if (kind == "password" && value.All(char.IsAsciiLetter))
            return null;
        return kind == "password"
            ? ($"'{name}' is a password written in the code", 259)
            : ($"'{name}' is a secret key or token written in the code", 798);
    }

    /// <summary>The name of what the literal becomes: variable, field, property, named argument or initialiser.</summary>
    private static string? Name(LiteralExpressionSyntax literal) =>
        literal.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
            AssignmentExpressionSyntax assignment when assignment.Right == literal => Target(assignment.Left),
            ArgumentSyntax { NameColon.Name.Identifier.ValueText: var name } => name,
            ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
            _ => null,
        };

    private static string? Target(ExpressionSyntax left) =>
        left switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax key }] } => key.Token.ValueText,
            ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax key }] } => key.Token.ValueText,
            _ => null,
        };
}
