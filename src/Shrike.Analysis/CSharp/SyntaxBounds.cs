using System.Buffers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Shrike.Analysis.CSharp;

/// <summary>Keeps code that is nested beyond reason away from a compiler that recurses over it.</summary>
/// <remarks>
/// Measured with Roslyn 5 on stacks of 256 MiB. Before there is a tree: parentheses in parentheses and `x &lt; x &lt; x` cost the
/// parser quadratic time (5,000 take 1 s and 0.5 s, 100,000 more than 20 s); so do branches of one `#if` and symbols that are defined
/// (20,000: 1.4 s and 2 s). Type arguments in type arguments, `a?.b?.b`, `#if ((((` and `#if !!!!` overflow the stack at about a
/// million. All else the parser either loops over or gives up by itself, and says so. After it: the binder, the flow graph and
/// the lowering are quadratic in the depth of chains of calls, operators and conditions (3,000 take up to 1 s together, 5,000
/// 3 s, 20,000 a minute), and the binder is exponential in lambdas that are arguments of overloaded methods within each other (8 within
/// each other and 3 overloads: 5 s; see <see cref="OverloadBounds"/>). Constants that double each other: <see cref="ConstantBounds"/>.
/// </remarks>
internal static class SyntaxBounds
{
    /// <summary>Levels of the syntax tree in one member: half as many calls in a row, or ten times as many operands. Generated code has some
    /// thousand.</summary>
    public const int MaxDepth = 3000;

    /// <summary>Operators in a row that weigh as much as one level of anything else.</summary>
    private const int OperatorsALevel = 10;

    /// <summary>Characters of an operand that is looked into.</summary>
    private const int MaxPlain = 1000;

    /// <summary>Why a text must not be parsed, or null. One pass over it.</summary>
    /// <param name="text">C#, not markup.</param>
    /// <param name="constants">What the project defines for `#if`.</param>
    /// <param name="lambdas">How many lambdas stand as arguments within each other.</param>
    /// <param name="hasConstants">Whether the text may declare constants.</param>
    public static string? Check(SourceText text, IEnumerable<string> constants, out int lambdas, out bool hasConstants)
    {
        char[] buffer = ArrayPool<char>.Shared.Rent(text.Length);
        try
        {
            text.CopyTo(0, buffer, 0, text.Length);
            var scan = new CodeScan(buffer.AsSpan(0, text.Length), constants);
            string? reason = scan.Run();
            lambdas = scan.MostLambdas;
            hasConstants = buffer.AsSpan(0, text.Length).IndexOf("const") >= 0;
            return reason;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>Why a tree must not be bound, or null. What is too deep within one body is left to <see cref="DepthBudget"/>, which costs
    /// that member only.</summary>
    public static string? Check(SyntaxNode root)
    {
        if (Depth(root, MaxDepth, skipBodies: true) > MaxDepth)
            return "declarations nested too deeply";
        return root.ContainsDiagnostics && root.GetDiagnostics().Any(static d => d.Id == "CS8078") ? "nested too deeply" : null;
    }

    /// <summary>Levels below a node, where there are more than <paramref name="free"/>; some number up to that otherwise. Only what is
    /// long enough to be deeper is looked into, and nothing beyond <see cref="MaxDepth"/>.</summary>
    public static int Depth(SyntaxNode top, int free, bool skipBodies = false)
    {
        int deepest = free * OperatorsALevel;
        var open = new Stack<(SyntaxNode Node, int Depth)>();
        open.Push((top, 0));
        while (deepest <= MaxDepth * OperatorsALevel && open.TryPop(out (SyntaxNode Node, int Depth) item))
        {
            deepest = Math.Max(deepest, item.Depth);
            if (((long)item.Node.FullSpan.Length * OperatorsALevel) + item.Depth <= deepest || (skipBodies && IsBody(item.Node)))
                continue;
            SyntaxNode? before =
                item.Node is BinaryExpressionSyntax { Left: BinaryExpressionSyntax left, Right: var right } && IsPlain(right) ? left : null;
            foreach (SyntaxNode child in item.Node.ChildNodes())
                open.Push((child, item.Depth + (child == before ? 1 : OperatorsALevel)));
        }

        return (deepest + OperatorsALevel - 1) / OperatorsALevel;
    }

    /// <summary>An operand without branches: the flow graph keeps all that came before each branch, which takes 18 s for 28,000.</summary>
    private static bool IsPlain(ExpressionSyntax operand) =>
        operand.FullSpan.Length <= MaxPlain
        && !operand
            .DescendantNodesAndSelf()
            .Any(static n =>
                n is ConditionalExpressionSyntax or ConditionalAccessExpressionSyntax or SwitchExpressionSyntax
                || n.Kind() is SyntaxKind.CoalesceExpression or SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression
            );

    private static bool IsBody(SyntaxNode node) =>
        node is BlockSyntax or ArrowExpressionClauseSyntax or GlobalStatementSyntax
        || node is EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax }
        || node is EqualsValueClauseSyntax { Parent.Parent.Parent: FieldDeclarationSyntax field }
            && !field.Modifiers.Any(SyntaxKind.ConstKeyword);
}
