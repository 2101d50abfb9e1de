using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Shrike.Analysis.CSharp.EntryPoints;

/// <summary>What `[HttpTrigger]` on a parameter says of an Azure function.</summary>
/// <param name="Route">Null where the function's own name stands for it.</param>
/// <param name="Authorization">The key that a caller must have, in words; null where none is asked for.</param>
internal sealed record HttpTrigger(string? Route, IReadOnlyList<string> Verbs, string? Authorization)
{
    /// <summary>Null for a function that something else than HTTP triggers.</summary>
    public static HttpTrigger? Of(IMethodSymbol method, SemanticModel? model)
    {
        AttributeSyntax? attribute = method
            .DeclaringSyntaxReferences.Select(r => r.GetSyntax())
            .OfType<MethodDeclarationSyntax>()
            .SelectMany(m => m.ParameterList.Parameters)
            .SelectMany(p => p.AttributeLists)
            .SelectMany(l => l.Attributes)
            .FirstOrDefault(a => Shape.AttributeName(a) == "HttpTrigger");
        if (attribute is null)
            return null;
        string? route = null;
        // Without a level the function's key is asked for.
        string level = "Function";
        var verbs = new List<string>();
        foreach (AttributeArgumentSyntax argument in attribute.ArgumentList?.Arguments ?? default)
        {
            if (argument.NameEquals?.Name.Identifier.ValueText is { } named)
                route = named == "Route" ? Constants.Text(argument.Expression, model) : route;
            else if (LevelOf(argument.Expression) is { } given)
                level = given;
            else
                verbs.AddRange(VerbsOf(argument.Expression, model));
        }

        return new HttpTrigger(route, verbs, level == "Anonymous" ? null : $"[HttpTrigger(AuthorizationLevel.{level})] on {method.Name}");
    }

    private static string? LevelOf(ExpressionSyntax expression) =>
        expression switch
        {
            MemberAccessExpressionSyntax { Expression: var type, Name.Identifier.ValueText: var name }
                when type.ToString().EndsWith("AuthorizationLevel", StringComparison.Ordinal) => name,
            // `using static`.
            IdentifierNameSyntax { Identifier.ValueText: "Anonymous" or "Function" or "Admin" or "System" or "User" } name =>
                name.Identifier.ValueText,
            _ => null,
        };

    private static IEnumerable<string> VerbsOf(ExpressionSyntax expression, SemanticModel? model)
    {
        IEnumerable<ExpressionSyntax> each = expression switch
        {
            ArrayCreationExpressionSyntax { Initializer.Expressions: var all } => all,
            ImplicitArrayCreationExpressionSyntax { Initializer.Expressions: var all } => all,
            _ => [expression],
        };
        return each.Select(e => Constants.Text(e, model)?.ToUpperInvariant()).OfType<string>().Where(v => v.All(char.IsAsciiLetter));
    }
}
