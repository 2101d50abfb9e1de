using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Shrike.Analysis.CSharp.EntryPoints;

/// <summary>Whether a filter may refuse a request to a controller: its body run in three-valued logic, where nothing is known but the
/// controller's name and attributes.</summary>
internal sealed class FilterBody(TypeDeclarationSyntax[] parts)
{
    private const int MaxSteps = 2_000;
    private const int MaxDepth = 40;

    private readonly ILookup<string, MethodDeclarationSyntax> methods = parts
        .SelectMany(part => part.Members)
        .OfType<MethodDeclarationSyntax>()
        .ToLookup(method => method.Identifier.ValueText, StringComparer.Ordinal);

    private FilterSubject subject = FilterSubject.Nobody;
    private bool refuses;
    private int steps;

    public static bool IsEntry(MethodDeclarationSyntax method) =>
        method.Identifier.ValueText is "OnAuthorization" or "OnAuthorizationAsync" or "OnActionExecuting" or "OnActionExecutionAsync";

    public bool Refuses(FilterSubject asked)
    {
        subject = asked;
        refuses = false;
        steps = MaxSteps;
        foreach (MethodDeclarationSyntax method in methods.SelectMany(named => named).Where(IsEntry))
            Run(method, 0);
        return refuses && steps > 0;
    }

    /// <summary>What a method returns, where all its ways agree.</summary>
    private bool? Run(MethodDeclarationSyntax method, int depth)
    {
        if (method.ExpressionBody is { } only)
        {
            Look(only.Expression, depth);
            return Value(only.Expression, depth);
        }

        var returned = new List<bool?>();
        if (method.Body is not null)
            Run(method.Body, returned, depth);
        return returned.Count > 0 && returned.TrueForAll(value => value == returned[0]) ? returned[0] : null;
    }

    /// <summary>Whether the statement after this one may be reached.</summary>
    private bool Run(StatementSyntax statement, List<bool?> returned, int depth)
    {
        if (--steps < 0 || depth > MaxDepth)
            return true;
        switch (statement)
        {
            case BlockSyntax block:
                return block.Statements.All(inner => Run(inner, returned, depth + 1));
            case IfStatementSyntax branch:
                bool? condition = Value(branch.Condition, depth + 1);
                bool afterThen = condition is not false && Run(branch.Statement, returned, depth + 1);
                bool afterElse = condition is not true && (branch.Else is null || Run(branch.Else.Statement, returned, depth + 1));
                return afterThen || afterElse;
            case ReturnStatementSyntax back:
                if (back.Expression is not null)
                    Look(back.Expression, depth);
                returned.Add(back.Expression is null ? null : Value(back.Expression, depth + 1));
                return false;
            case ThrowStatementSyntax:
                refuses = true;
                return false;
            case ExpressionStatementSyntax expression:
                Look(expression.Expression, depth);
                return true;
            case LocalDeclarationStatementSyntax:
                return true;
            default:
                foreach (StatementSyntax inner in statement.ChildNodes().SelectMany(Inner))
                    Run(inner, returned, depth + 1);
                return true;
        }
    }

    private static IEnumerable<StatementSyntax> Inner(SyntaxNode node) =>
        node switch
        {
            StatementSyntax statement => [statement],
            CatchClauseSyntax caught => [caught.Block],
            FinallyClauseSyntax last => [last.Block],
            ElseClauseSyntax other => [other.Statement],
            SwitchSectionSyntax section => section.Statements,
            _ => [],
        };

    /// <summary>`context.Result = …`, or a method of the class that does it.</summary>
    private void Look(ExpressionSyntax expression, int depth)
    {
        if (expression is AwaitExpressionSyntax awaited)
            expression = awaited.Expression;
        switch (expression)
        {
            case AssignmentExpressionSyntax assigned when Shape.SimpleName(assigned.Left) == "Result":
                refuses |= !assigned.Right.IsKind(SyntaxKind.NullLiteralExpression);
                break;
            case InvocationExpressionSyntax call when Shape.SimpleName(call) is "HandleUnauthorizedRequest":
                refuses = true;
                break;
            case InvocationExpressionSyntax call when Own(call) is { } method && depth < MaxDepth:
                Run(method, depth + 1);
                break;
        }
    }

    private MethodDeclarationSyntax? Own(InvocationExpressionSyntax call) =>
        call.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }
        && methods[Shape.SimpleName(call)].ToArray() is [{ } method]
            ? method
            : null;

    private bool? Value(ExpressionSyntax expression, int depth)
    {
        if (--steps < 0 || depth > MaxDepth)
            return null;
        switch (expression)
        {
            case ParenthesizedExpressionSyntax inner:
                return Value(inner.Expression, depth + 1);
            case LiteralExpressionSyntax literal:
                return literal.Token.Value as bool?;
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not:
                return !Value(not.Operand, depth + 1);
            case BinaryExpressionSyntax both:
                return Value(both, depth);
            case IdentifierNameSyntax local when Initializer(local) is { } set:
                return Value(set, depth + 1);
            case InvocationExpressionSyntax call:
                return Value(call, depth);
            default:
                return null;
        }
    }

    private bool? Value(BinaryExpressionSyntax both, int depth)
    {
        switch (both.Kind())
        {
            case SyntaxKind.LogicalAndExpression:
                return Value(both.Left, depth + 1) & Value(both.Right, depth + 1);
            case SyntaxKind.LogicalOrExpression:
                return Value(both.Left, depth + 1) | Value(both.Right, depth + 1);
            case SyntaxKind.EqualsExpression:
                return Equal(both, depth);
            case SyntaxKind.NotEqualsExpression:
                return !Equal(both, depth);
            case SyntaxKind.GreaterThanExpression when both.Right is LiteralExpressionSyntax { Token.Value: 0 }:
                return HasAttribute(both.Left, depth);
            default:
                return null;
        }
    }

    private bool? Equal(BinaryExpressionSyntax both, int depth) =>
        both.Right is LiteralExpressionSyntax literal
            ? literal.Kind() switch
            {
                SyntaxKind.NullLiteralExpression => !HasAttribute(both.Left, depth),
                SyntaxKind.TrueLiteralExpression => Value(both.Left, depth + 1),
                SyntaxKind.FalseLiteralExpression => !Value(both.Left, depth + 1),
                _ => Compared(both.Left, both.Right, (name, text) => name.Equals(text, StringComparison.OrdinalIgnoreCase)),
            }
            : Compared(both.Left, both.Right, (name, text) => name.Equals(text, StringComparison.OrdinalIgnoreCase));

    private bool? Value(InvocationExpressionSyntax call, int depth)
    {
        if (Own(call) is { } method)
            return Run(method, depth + 1);
        ExpressionSyntax? on = Shape.Receiver(call);
        ExpressionSyntax? first = Shape.Argument(call, 0);
        switch (Shape.SimpleName(call))
        {
            case "Equals" when first is not null && on is not null:
                ExpressionSyntax other =
                    on is PredefinedTypeSyntax || Shape.SimpleName(on) is "String" ? Shape.Argument(call, 1) ?? on : on;
                return Compared(first, other, (name, text) => name.Equals(text, StringComparison.OrdinalIgnoreCase));
            case "StartsWith" when first is not null && on is not null && IsName(on):
                return Compared(on, first, (name, text) => name.StartsWith(text, StringComparison.OrdinalIgnoreCase));
            case "EndsWith" when first is not null && on is not null && IsName(on):
                return Compared(on, first, (name, text) => name.EndsWith(text, StringComparison.OrdinalIgnoreCase));
            case "Contains" when first is not null && on is not null && IsName(on):
                return Compared(on, first, (name, text) => name.Contains(text, StringComparison.OrdinalIgnoreCase));
            case "Any" or "IsDefined" or "Exists":
                return HasAttribute(call, depth);
            default:
                return null;
        }
    }

    private bool? Compared(ExpressionSyntax left, ExpressionSyntax right, Func<string, string, bool> holds)
    {
        (ExpressionSyntax name, ExpressionSyntax constant) = IsName(left) ? (left, right) : (right, left);
        return IsName(name) && Text(constant) is { } text ? holds(subject.Controller, text) : null;
    }

    private string? Text(ExpressionSyntax expression)
    {
        if (expression is LiteralExpressionSyntax literal)
            return literal.Token.Value as string;
        string name = Shape.SimpleName(expression);
        return
            parts
                .SelectMany(part => part.Members)
                .OfType<FieldDeclarationSyntax>()
                .Where(field => field.Modifiers.Any(SyntaxKind.ConstKeyword) || field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword))
                .SelectMany(field => field.Declaration.Variables)
                .FirstOrDefault(variable => variable.Identifier.ValueText == name)
                ?.Initializer?.Value
                is LiteralExpressionSyntax { Token.Value: string text }
            ? text
            : null;
    }

    /// <summary>`descriptor.ControllerName`, `routeData.Values["controller"]`.</summary>
    private bool IsName(ExpressionSyntax expression)
    {
        if (--steps < 0)
            return false;
        if (expression is IdentifierNameSyntax local && Initializer(local) is { } set)
            expression = set;
        return expression switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ControllerName" } => true,
            MemberAccessExpressionSyntax read => IsName(read.Expression) && read.Name.Identifier.ValueText is "Value",
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax made } call => Shape.SimpleName(call)
                is "ToString"
                    or "ToLower"
                    or "ToUpper"
                    or "ToLowerInvariant"
                    or "ToUpperInvariant"
                    or "GetRequiredString"
                    or "Trim"
                && (
                    IsName(made.Expression)
                    || Shape.Argument(call, 0) is LiteralExpressionSyntax { Token.Value: "controller" or "Controller" }
                ),
            ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax key }] } => key.Token.Value
                is "controller"
                    or "Controller",
            CastExpressionSyntax cast => IsName(cast.Expression),
            ParenthesizedExpressionSyntax inner => IsName(inner.Expression),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression or (int)SyntaxKind.CoalesceExpression } either => IsName(
                either.Left
            ),
            _ => false,
        };
    }

    /// <summary>Whether the controller or its action has one of the attributes that an expression asks for; null where it asks for none.</summary>
    private bool? HasAttribute(ExpressionSyntax expression, int depth)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        Attributes(expression, named, depth);
        return named.Count == 0 ? null : named.Overlaps(subject.Attributes);
    }

    private void Attributes(SyntaxNode expression, HashSet<string> into, int depth)
    {
        if (depth > MaxDepth)
            return;
        foreach (SyntaxNode node in expression.DescendantNodesAndSelf())
        {
            if (--steps < 0)
                return;
            switch (node)
            {
                case TypeOfExpressionSyntax { Type: { } type }:
                    AddName(type);
                    break;
                case GenericNameSyntax generic:
                    foreach (TypeSyntax argument in generic.TypeArgumentList.Arguments)
                        AddName(argument);
                    break;
                case IdentifierNameSyntax local when node.Parent is not MemberAccessExpressionSyntax access || access.Expression == node:
                    if (Initializer(local) is { } set && !set.Contains(local))
                        Attributes(set, into, depth + 1);
                    break;
                case InvocationExpressionSyntax call when Own(call) is { } method && Shape.Body(method) is { } body:
                    Attributes(body, into, depth + 1);
                    break;
            }
        }

        void AddName(TypeSyntax type)
        {
            string name = Shape.SimpleName(type);
            if (name.EndsWith("Attribute", StringComparison.Ordinal))
                into.Add(Shape.TrimAttribute(name));
        }
    }

    /// <summary>What a local variable begins with, where nothing else is assigned to it.</summary>
    private static ExpressionSyntax? Initializer(IdentifierNameSyntax local)
    {
        string name = local.Identifier.ValueText;
        SyntaxNode? function = local.FirstAncestorOrSelf<MethodDeclarationSyntax>();
        ExpressionSyntax? found = null;
        foreach (SyntaxNode node in function?.DescendantNodes() ?? [])
        {
            if (node is VariableDeclaratorSyntax { Initializer.Value: { } value } declared && declared.Identifier.ValueText == name)
                found = found is null ? value : null;
            if (node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax again } && again.Identifier.ValueText == name)
                return null;
        }

        return found;
    }
}
