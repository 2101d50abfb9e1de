using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Shrike.Analysis.CSharp;

/// <summary>The binder tries every overload of a call with every meaning of the lambdas in it, and of the calls in those: in
/// `F(x => F(y => F(z => …)))` the choices multiply.</summary>
internal sealed class OverloadBounds(IReadOnlyList<ParsedFile> files)
{
    /// <summary>Choices in one file; 6,561 in one expression take the binder 5 s.</summary>
    private const int MaxChoices = 4000;

    /// <summary>Below this there are few choices, whatever is overloaded.</summary>
    public const int FewLambdas = 3;

    /// <summary>What the name of a method that is declared elsewhere is taken to stand for.</summary>
    private const int Unknown = 2;

    private Dictionary<string, int>? overloads;

    /// <summary>Whether binding the file would take too long. Not thread-safe.</summary>
    public bool IsExceeded(ParsedFile file, CancellationToken cancel)
    {
        overloads ??= Count(cancel);
        long all = 0;
        // Choices within each lambda come before those of the lambdas in it.
        var open = new Stack<(SyntaxNode Node, long Choices)>();
        open.Push((file.Tree.GetRoot(cancel), 1));
        while (open.TryPop(out (SyntaxNode Node, long Choices) item))
        {
            long choices = item.Choices;
            if (item.Node is LambdaExpressionSyntax lambda && IsOpen(lambda) && CalledName(lambda) is { } name)
            {
                choices *= overloads.GetValueOrDefault(name, Unknown);
                all += choices > Unknown * Unknown ? choices : 0;
                if (all > MaxChoices)
                    return true;
            }

            foreach (SyntaxNode child in item.Node.ChildNodes())
                open.Push((child, choices));
        }

        return false;
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
