using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Analysis.CSharp.EntryPoints;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.CSharp.Lowering;

/// <summary>Reads what validation attributes, and rules of FluentValidation, demand of members and parameters.</summary>
internal sealed class DeclaredChecks(SemanticModel model, Symbols symbols, CancellationToken cancel)
{
    /// <summary>Lists of rules are flat; what is deeper is left alone.</summary>
    private const int MaxDepth = 300;

    public IEnumerable<MemberCheck> Of(SyntaxNode node)
    {
        switch (node)
        {
            case PropertyDeclarationSyntax { AttributeLists.Count: > 0 } property
                when PatternOf(property.AttributeLists) is { } check && model.GetDeclaredSymbol(property, cancel) is { } symbol:
                return [new MemberCheck(symbols.Member(symbol, null, MemberKind.Field).StepKey, check.Pattern)];
            case ParameterSyntax { AttributeLists.Count: > 0 } parameter
                when PatternOf(parameter.AttributeLists) is { } check
                    && model.GetDeclaredSymbol(parameter, cancel) is IParameterSymbol symbol:
                return [new MemberCheck(KeyOf(symbol), check.Pattern)];
            case ConstructorDeclarationSyntax { Parent: TypeDeclarationSyntax { BaseList: { } bases } } constructor
                when bases.Types.Any(t => Shape.SimpleName(t) is "AbstractValidator"):
                return OfRules(constructor);
            default:
                return [];
        }
    }

    private string KeyOf(IParameterSymbol parameter) =>
        parameter.ContainingType is { IsRecord: true } record
        && record.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } property
            ? symbols.Member(property, null, MemberKind.Field).StepKey
            : MemberCheck.OfParameter(Symbols.Key(parameter.ContainingSymbol), parameter.Name);

    private (string? Pattern, bool)? PatternOf(SyntaxList<AttributeListSyntax> lists)
    {
        foreach (AttributeSyntax attribute in lists.SelectMany(list => list.Attributes))
        {
            switch (Shape.AttributeName(attribute))
            {
                case "RegularExpression" when attribute.ArgumentList?.Arguments is [{ NameEquals: null } pattern, ..]:
                    if (Constants.Text(pattern.Expression, model) is { } text)
                        return (text, true);
                    break;
                case "EnumDataType" or "AllowedValues":
                    return (null, true);
                case "AllowHtml":
                    return (MemberCheck.Markup, true);
                default:
                    break;
            }
        }

        return null;
    }

    /// <summary>`RuleFor(x => x.Name).NotEmpty().Matches("^[a-z]+$")`.</summary>
    private List<MemberCheck> OfRules(ConstructorDeclarationSyntax constructor)
    {
        var checks = new List<MemberCheck>();
        if (constructor.Body is null || SyntaxBounds.Depth(constructor, MaxDepth) > MaxDepth)
            return checks;
        foreach (ExpressionStatementSyntax statement in constructor.Body.Statements.OfType<ExpressionStatementSyntax>())
        {
            var calls = new List<InvocationExpressionSyntax>();
            for (ExpressionSyntax? at = statement.Expression; at is InvocationExpressionSyntax call; at = Shape.Receiver(call))
                calls.Add(call);
            if (calls.Count < 2 || Shape.SimpleName(calls[^1]) != "RuleFor" || calls.Exists(c => Shape.SimpleName(c) is "When" or "Unless"))
                continue;
            InvocationExpressionSyntax? matches = calls.Find(c => Shape.SimpleName(c) is "Matches");
            if (
                calls[^1].ArgumentList.Arguments is [{ Expression: LambdaExpressionSyntax { Body: MemberAccessExpressionSyntax member } }]
                && model.GetSymbolInfo(member, cancel).Symbol is IPropertySymbol property
                && matches?.ArgumentList.Arguments is [{ Expression: { } pattern }, ..]
                && Constants.Text(pattern, model) is { } text
            )
                checks.Add(new MemberCheck(symbols.Member(property, null, MemberKind.Field).StepKey, Anchored(text)));
        }

        return checks;
    }

    /// <summary>Unlike the attribute, a rule is content with a match anywhere; what is not anchored proves nothing.</summary>
    private static string Anchored(string pattern) =>
        pattern.StartsWith('^') && pattern.EndsWith('$') && !pattern.EndsWith("\\$", StringComparison.Ordinal) ? pattern : ".*";
}
