using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Sources;

namespace Shrike.Analysis.Rules.Structure.Code;

/// <summary>Turns a syntax node into a candidate.</summary>
internal static class CodePlace
{
    public static Candidate Candidate(
        Rule rule,
        SourceFile file,
        SyntaxNode node,
        string message,
        string? snippet = null,
        int? cwe = null,
        Severity? severity = null
    )
    {
        SourceText text = node.SyntaxTree.GetText();
        LinePositionSpan lines = text.Lines.GetLinePositionSpan(node.Span);
        return new Candidate
        {
            Rule = rule,
            Where = new SourceSpan(file.Path, lines.Start.Line + 1, lines.Start.Character + 1, lines.End.Line + 1, lines.End.Character + 1),
            Message = message,
            Symbol = Symbol(node),
            Snippet = snippet ?? string.Join(' ', text.ToString(node.Span).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            Cwe = cwe,
            Severity = severity < rule.Severity ? severity : null,
        };
    }

    /// <summary>Names of the types and the member around a node, from the outside in.</summary>
    private static string Symbol(SyntaxNode node)
    {
        var names = new Stack<string>();
        foreach (SyntaxNode around in node.AncestorsAndSelf())
        {
            string? name = around switch
            {
                BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
                MethodDeclarationSyntax method => method.Identifier.ValueText,
                PropertyDeclarationSyntax property => property.Identifier.ValueText,
                ConstructorDeclarationSyntax => ".ctor",
                LocalFunctionStatementSyntax local => local.Identifier.ValueText,
                BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
                _ => null,
            };
            if (name is not null)
                names.Push(name);
        }

        return names.Count == 0 ? "<top level>" : string.Join('.', names);
    }
}
