using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Shrike.Bench.Statistics;

namespace Shrike.Bench.Perturbations;

/// <summary>Puts statements that never do anything, and methods that nobody calls, on lines that are there: behind opening braces. What they
/// would do if they ran is what an analysis may fall for: set a parameter to a constant, or leave the method.</summary>
internal sealed class DeadCode : ICSharpChange
{
    public Perturbation Kind => Perturbation.DeadCode;

    public IReadOnlyList<PerturbedText> Apply(CSharpProgram program, FreshNames names, SplitMix random) =>
        [.. program.Trees.Select(t => Apply(t, program.Compilation.GetSemanticModel(t), names, random))];

    private static PerturbedText Apply(SyntaxTree tree, SemanticModel model, FreshNames names, SplitMix random)
    {
        var edits = new List<TextChange>();
        int skipped = 0;
        foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
        {
            (SyntaxToken brace, string? text) = node switch
            {
                BlockSyntax block => (block.OpenBraceToken, Statement(block, model, names, random)),
                ClassDeclarationSyntax type => (type.OpenBraceToken, Method(names, random)),
                _ => default,
            };
            if (text is null)
                continue;
            if (brace.IsMissing || brace.Span.IsEmpty)
                skipped++;
            else
                edits.Add(new TextChange(new TextSpan(brace.Span.End, 0), " " + text));
        }

        return edits.Count == 0
            ? PerturbedText.Unchanged(tree.ToString(), skipped)
            : new PerturbedText(tree.GetText().WithChanges(edits).ToString(), null, edits.Count, skipped);
    }

    /// <summary>Behind every opening brace of a body, and of every second block within.</summary>
    private static string? Statement(BlockSyntax block, SemanticModel model, FreshNames names, SplitMix random)
    {
        bool isBody = block.Parent is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax;
        // Where the compiler knows that nothing runs it warns, and would say so of other code than before.
        if (!isBody && (random.Below(2) == 0 || model.AnalyzeControlFlow(block) is not { Succeeded: true, StartPointIsReachable: true }))
            return null;
        string number = names.Like("number");
        int value = 3 + random.Below(90);
        string never = $"int {number} = {value}; if ({number} * {number} < 0) {{ ";
        IParameterSymbol[] texts = isBody
            ? [.. ParametersOf(block, model).Where(p => p.Type.SpecialType == SpecialType.System_String)]
            : [];
        switch (random.Below(4))
        {
            case 0 when texts.Length > 0:
                return $"{never}{texts[random.Below(texts.Length)].Name} = \"{names.Like("text")}\"; }}";
            case 1 when isBody && MayReturn(block, model):
                return $"{never}return; }}";
            case 2:
                string text = names.Like("text");
                return $"for (int {number} = {value}; {number} < 2; {number}++) {{ string {text} = \"{names.Like("word")}\" + {number}; {text} = {text}.Trim(); }}";
            default:
                return $"{never}{number} = {number} - {1 + random.Below(9)}; }}";
        }
    }

    private static string Method(FreshNames names, SplitMix random)
    {
        string number = names.Like("number");
        return $"private static int {names.Like("Method")}(int {number}) {{ return {number} * {2 + random.Below(20)}; }}";
    }

    private static IEnumerable<IParameterSymbol> ParametersOf(BlockSyntax block, SemanticModel model) =>
        block.Parent is MethodDeclarationSyntax method && model.GetDeclaredSymbol(method) is { } symbol
            ? symbol.Parameters.Where(p => p.RefKind == RefKind.None && SyntaxFacts.GetKeywordKind(p.Name) == SyntaxKind.None)
            : [];

    private static bool MayReturn(BlockSyntax block, SemanticModel model) =>
        block.Parent is MethodDeclarationSyntax method
        && model.GetDeclaredSymbol(method) is { ReturnsVoid: true } symbol
        && symbol.Parameters.All(p => p.RefKind != RefKind.Out);
}
