using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Shrike.Analysis.CSharp;

/// <summary>The binder tries every overload of a call with every meaning of the lambdas in it, and of the calls in those: in
/// `F(x => F(y => F(z => …)))` the choices multiply.</summary>
internal sealed class OverloadBounds(IReadOnlyList<ParsedFile> files)
{
    /// <summary>Choices in one expression; 6,561 take the binder 5 s. Of 5,744 files of a large code base full of queries the most is
    /// about 1,000.</summary>
    private const int MaxChoices = 4000;

    /// <summary>Choices in one file; the most in those files is 16,000.</summary>
    private const int MaxChoicesInAll = 50_000;

    private const int Few = 4;

    /// <summary>Below this there are few choices, whatever is overloaded.</summary>
    public const int FewLambdas = 3;

    /// <summary>What the name of a method that is declared elsewhere stands for: overloads that take the same lambda. Most differ in the
    /// number of its parameters, which the binder sees at once.</summary>
    private static int Elsewhere(string name) =>
        name switch
        {
            "Sum" or "Average" or "Min" or "Max" => 10,
            "ContinueWith" or "StartNew" => 4,
            _ => 1,
        };

    private Dictionary<string, int>? overloads;

    /// <summary>What would take too long to bind: bodies and initialisers, or the whole file where it stands in neither. Not thread-safe.</summary>
    public IReadOnlyList<SyntaxNode> Exceeding(ParsedFile file, CancellationToken cancel)
    {
        overloads ??= Count(cancel);
        long all = 0;
        var exceeding = new List<SyntaxNode>();
        // Choices within each lambda come before those of the lambdas in it.
        var open = new Stack<(SyntaxNode Node, SyntaxNode Piece, long Choices)>();
        SyntaxNode root = file.Tree.GetRoot(cancel);
        open.Push((root, root, 1));
        while (open.TryPop(out (SyntaxNode Node, SyntaxNode Piece, long Choices) item))
        {
            if (exceeding.Count > 0 && exceeding[^1] == item.Piece)
                continue;
            SyntaxNode piece = item.Piece == root && BlankedCode.Replaces(item.Node) ? item.Node : item.Piece;
            long choices = item.Choices;
            if (item.Node is LambdaExpressionSyntax lambda && IsOpen(lambda) && CalledName(lambda) is { } name)
            {
                choices *= overloads.TryGetValue(name, out int own) ? own : Elsewhere(name);
                all += choices > Few ? choices : 0;
                if (choices > MaxChoices || all > MaxChoicesInAll)
                {
                    exceeding.Add(piece);
                    continue;
                }
            }

            foreach (SyntaxNode child in item.Node.ChildNodes())
                open.Push((child, piece, choices));
        }

        return exceeding;
    }

    /// <summary>Whether the types of its parameters depend on the overload.</summary>
    private static bool IsOpen(LambdaExpressionSyntax lambda) =>
        lambda is SimpleLambdaExpressionSyntax
        || lambda is ParenthesizedLambdaExpressionSyntax p && p.ParameterList.Parameters.Any(static q => q.Type is null);

    private static string? CalledName(LambdaExpressionSyntax lambda) =>
        lambda.Parent is ArgumentSyntax { Parent.Parent: { } call }
            ? call switch
            {
                InvocationExpressionSyntax { Expression: SimpleNameSyntax simple } => simple.Identifier.ValueText,
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.Identifier.ValueText,
                InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax member } => member.Name.Identifier.ValueText,
                ObjectCreationExpressionSyntax creation => "new " + creation.Type,
                BaseObjectCreationExpressionSyntax => "new",
                _ => "",
            }
            : null;

    /// <summary>The most methods of a name in one type, and all extensions of that name.</summary>
    private Dictionary<string, int> Count(CancellationToken cancel)
    {
        var most = new Dictionary<string, int>(StringComparer.Ordinal);
        var extensions = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (ParsedFile file in files)
        {
            foreach (
                IGrouping<(SyntaxNode?, string), (SyntaxNode? Type, string Name, bool IsExtension)> group in Declared(file, cancel)
                    .GroupBy(static m => (m.Type, m.Name))
            )
            {
                most[group.Key.Item2] = Math.Max(most.GetValueOrDefault(group.Key.Item2), group.Count());
                extensions[group.Key.Item2] = extensions.GetValueOrDefault(group.Key.Item2) + group.Count(static m => m.IsExtension);
            }
        }

        foreach ((string name, int count) in extensions)
            most[name] = Math.Max(most[name], count);
        return most;
    }

    private static IEnumerable<(SyntaxNode? Type, string Name, bool IsExtension)> Declared(ParsedFile file, CancellationToken cancel)
    {
        foreach (
            SyntaxNode node in file
                .Tree.GetRoot(cancel)
                .DescendantNodes(static n => n is not (StatementSyntax or ExpressionSyntax or ArrowExpressionClauseSyntax))
        )
        {
            if (node is MethodDeclarationSyntax method)
                yield return (
                    method.Parent,
                    method.Identifier.ValueText,
                    method.ParameterList.Parameters is [{ } first, ..] && first.Modifiers.Any(SyntaxKind.ThisKeyword)
                );
            else if (node is ConstructorDeclarationSyntax constructor)
                yield return (constructor.Parent, "new " + constructor.Identifier.ValueText, false);
        }
    }
}
