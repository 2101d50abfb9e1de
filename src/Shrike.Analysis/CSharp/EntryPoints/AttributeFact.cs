using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Shrike.Analysis.CSharp.EntryPoints;

/// <summary>An attribute as written, with what it is written on.</summary>
/// <param name="Name">Simple name without the suffix "Attribute".</param>
/// <param name="Owner">Name of the type or member that carries it.</param>
internal sealed record AttributeFact(string Name, AttributeSyntax Syntax, string Owner, SemanticModel Model)
{
    /// <summary>The first unnamed argument as text, or null.</summary>
    public string? First => Text(Syntax.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals is null)?.Expression);

    /// <summary>A named argument as text, or null.</summary>
    public string? Named(string name) =>
        Text(Syntax.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression);

    /// <summary>As <see cref="Named"/>; what is no constant as its source text.</summary>
    public string? NamedText(string name) =>
        Named(name)
        ?? Syntax
            .ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)
            ?.Expression.ToString();

    /// <summary>All unnamed arguments as text; what is no constant as its source text.</summary>
    public IEnumerable<string> Unnamed()
    {
        foreach (AttributeArgumentSyntax argument in Syntax.ArgumentList?.Arguments ?? default)
        {
            if (argument.NameEquals is null)
                yield return Text(argument.Expression) ?? argument.Expression.ToString();
        }
    }

    /// <summary>The types given as <c>typeof(T)</c> or as type arguments, by simple name.</summary>
    public IEnumerable<TypeSyntax> Types()
    {
        foreach (AttributeArgumentSyntax argument in Syntax.ArgumentList?.Arguments ?? default)
        {
            if (argument.Expression is TypeOfExpressionSyntax type)
                yield return type.Type;
        }

        SyntaxNode name = Syntax.Name is QualifiedNameSyntax qualified ? qualified.Right : Syntax.Name;
        if (name is GenericNameSyntax generic)
        {
            foreach (TypeSyntax type in generic.TypeArgumentList.Arguments)
                yield return type;
        }
    }

    public INamedTypeSymbol? Class =>
        (Model.GetSymbolInfo(Syntax).Symbol ?? Model.GetSymbolInfo(Syntax).CandidateSymbols.FirstOrDefault())?.ContainingType;

    public override string ToString() => $"[{Shown()}] on {Owner}";

    private string Shown()
    {
        string arguments = Syntax.ArgumentList?.ToString() ?? "";
        return Name + (arguments.Length is > 2 and <= 120 ? arguments : "");
    }

    private string? Text(ExpressionSyntax? expression) => Constants.Text(expression, Model);
}

/// <summary>Constant expressions, read from syntax where that is enough.</summary>
internal static class Constants
{
    public static string? Text(ExpressionSyntax? expression, SemanticModel? model)
    {
        switch (expression)
        {
            case null:
                return null;
            case LiteralExpressionSyntax literal:
                return literal.Token.Value?.ToString();
            case InterpolatedStringExpressionSyntax { Contents: [] }:
                return "";
        }

        if (model is null || !model.Compilation.ContainsSyntaxTree(expression.SyntaxTree))
            return null;
        Optional<object?> value = model.GetConstantValue(expression);
        return value.HasValue ? value.Value?.ToString() : null;
    }
}
