using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Shrike.Bench.Statistics;

namespace Shrike.Bench.Perturbations;

/// <summary>Takes strings that locals begin with through a method that gives back what it is given; on lines that are there.</summary>
internal sealed class WrappedValues : ICSharpChange
{
    public Perturbation Kind => Perturbation.WrapValues;

    public IReadOnlyList<PerturbedText> Apply(CSharpProgram program, FreshNames names, SplitMix random) =>
        [.. program.Trees.Select(t => Apply(t, program.Compilation.GetSemanticModel(t), names))];

    private static PerturbedText Apply(SyntaxTree tree, SemanticModel model, FreshNames names)
    {
        var edits = new List<TextChange>();
        int changes = 0,
            skipped = 0;
        foreach (ClassDeclarationSyntax type in tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>())
        {
            ExpressionSyntax[] texts = [.. Values(type).Where(v => IsText(model.GetTypeInfo(v)))];
            if (texts.Length == 0)
                continue;
            if (type.OpenBraceToken.IsMissing || type.OpenBraceToken.Span.IsEmpty)
            {
                skipped += texts.Length;
                continue;
            }

            changes += texts.Length;
            Wrap(type, texts, names, edits);
        }

        return edits.Count == 0
            ? PerturbedText.Unchanged(tree.ToString(), skipped)
            : new PerturbedText(tree.GetText().WithChanges(edits.OrderBy(e => e.Span.Start)).ToString(), null, changes, skipped);
    }

    private static void Wrap(ClassDeclarationSyntax type, ExpressionSyntax[] texts, FreshNames names, List<TextChange> edits)
    {
        string helper = names.Like("Method"),
            kind = names.Like("Type"),
            value = names.Like("value");
        edits.Add(
            new TextChange(
                new TextSpan(type.OpenBraceToken.Span.End, 0),
                $" private static {kind} {helper}<{kind}>({kind} {value}) {{ return {value}; }}"
            )
        );
        foreach (ExpressionSyntax text in texts)
        {
            edits.Add(new TextChange(new TextSpan(text.SpanStart, 0), $"{helper}("));
            edits.Add(new TextChange(new TextSpan(text.Span.End, 0), ")"));
        }
    }

    private static IEnumerable<ExpressionSyntax> Values(ClassDeclarationSyntax type) =>
        type.DescendantNodes(n => n == type || n is not BaseTypeDeclarationSyntax)
            .OfType<LocalDeclarationStatementSyntax>()
            .Where(d => !d.IsConst && d.UsingKeyword.IsKind(SyntaxKind.None))
            .SelectMany(d => d.Declaration.Variables)
            .Select(v => v.Initializer?.Value)
            .OfType<ExpressionSyntax>()
            .Where(v => !v.ContainsDiagnostics && !v.IsKind(SyntaxKind.NullLiteralExpression));

    private static bool IsText(TypeInfo info) =>
        info.Type?.SpecialType == SpecialType.System_String && info.ConvertedType?.SpecialType == SpecialType.System_String;
}
