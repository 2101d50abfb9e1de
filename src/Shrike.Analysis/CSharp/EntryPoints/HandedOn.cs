using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Shrike.Analysis.CSharp.EntryPoints;

/// <summary>A function that does another's work, and what it calls that one's parameters.</summary>
/// <param name="Names">From the first function's names to this one's; null: the same names.</param>
internal sealed record Worker(SyntaxNode Function, IReadOnlyDictionary<string, string>? Names)
{
    /// <summary>What the first function's parameter is called here, or null where it is not given.</summary>
    public string? NameOf(string name) => Names is null ? name : Names.GetValueOrDefault(name);
}

/// <summary>Where a function leaves its work: the helper of its own type, or the local function, whose answer it gives as its own.</summary>
internal sealed class HandedOn(Models models)
{
    private const int MaxHops = 4;
    private readonly Dictionary<SyntaxNode, (SyntaxNode Function, InvocationExpressionSyntax Call)?> known = [];

    /// <summary>The function itself, and then those that it hands on to, one after the other.</summary>
    public IReadOnlyList<Worker> From(SyntaxNode function)
    {
        var workers = new List<Worker> { new(function, null) };
        while (workers.Count <= MaxHops && Next(workers[^1].Function) is { } next && workers.TrueForAll(w => w.Function != next.Function))
            workers.Add(new Worker(next.Function, Names(workers[^1], next.Function, next.Call)));
        return workers;
    }

    /// <summary>Whether what one function does is, at its end, what the other does.</summary>
    public bool IsBetween(SyntaxNode function, SyntaxNode callee) => Next(function)?.Function == callee;

    private (SyntaxNode Function, InvocationExpressionSyntax Call)? Next(SyntaxNode function)
    {
        if (!known.TryGetValue(function, out (SyntaxNode, InvocationExpressionSyntax)? next))
            known[function] = next = Last(function) is { } call && Target(call) is { } target ? (target, call) : null;
        return next;
    }

    /// <summary>The call whose answer is the function's own, or that is the last that it does.</summary>
    private static InvocationExpressionSyntax? Last(SyntaxNode function)
    {
        switch (Shape.Body(function))
        {
            case ArrowExpressionClauseSyntax arrow:
                return Call(arrow.Expression);
            case ExpressionSyntax value:
                return Call(value);
            case BlockSyntax block:
                StatementSyntax[] statements =
                [
                    .. block.Statements.Where(s => s is not LocalFunctionStatementSyntax and not EmptyStatementSyntax).TakeLast(2),
                ];
                return statements switch
                {
                    [.., ReturnStatementSyntax { Expression: IdentifierNameSyntax name }] => statements.Length > 1
                        ? Call(Initial(statements[0], name))
                        : null,
                    [.., ReturnStatementSyntax { Expression: { } value }] => Call(value),
                    [.., ExpressionStatementSyntax { Expression: not AssignmentExpressionSyntax and { } value }] => Call(value),
                    _ => null,
                };
            default:
                return null;
        }
    }

    private static ExpressionSyntax? Initial(StatementSyntax statement, IdentifierNameSyntax name) =>
        statement is LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: { } value } local] }
        && local.Identifier.ValueText == name.Identifier.ValueText
            ? value
            : null;

    private static InvocationExpressionSyntax? Call(ExpressionSyntax? value)
    {
        for (int hops = 0; hops < 8; hops++)
        {
            switch (value)
            {
                case AwaitExpressionSyntax awaited:
                    value = awaited.Expression;
                    break;
                case ParenthesizedExpressionSyntax inner:
                    value = inner.Expression;
                    break;
                case CastExpressionSyntax cast:
                    value = cast.Expression;
                    break;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure:
                    value = sure.Operand;
                    break;
                case InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } to
                }:
                    value = to.Expression;
                    break;
                case InvocationExpressionSyntax call:
                    return call;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Asks the compiler only where the text around declares the name: most doors end in a call of the framework's.</summary>
    private SyntaxNode? Target(InvocationExpressionSyntax call)
    {
        SimpleNameSyntax? name = call.Expression switch
        {
            SimpleNameSyntax bare => bare,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or SimpleNameSyntax } member => member.Name,
            _ => null,
        };
        if (
            name is null
            || !Declared(call).Any(declared => declared == name.Identifier.ValueText)
            || models.ForAny(call.SyntaxTree) is not { } model
        )
            return null;
        if (
            model.GetSymbolInfo(call).Symbol is not IMethodSymbol method
            || method.MethodKind != MethodKind.LocalFunction && !IsOwn(method, call, model)
        )
            return null;
        return
            method.OriginalDefinition.DeclaringSyntaxReferences is [{ } reference]
            && reference.GetSyntax() is { } target
            && Shape.Body(target) is not null
            ? target
            : null;
    }

    /// <summary>Of the same type and not open to others, who might call it past the function that hands on.</summary>
    private static bool IsOwn(IMethodSymbol method, SyntaxNode call, SemanticModel model) =>
        method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: not Accessibility.Public, IsVirtual: false, IsAbstract: false }
        && SymbolEqualityComparer.Default.Equals(
            method.ContainingType.OriginalDefinition,
            model.GetEnclosingSymbol(call.SpanStart)?.ContainingType?.OriginalDefinition
        );

    private static IEnumerable<string> Declared(SyntaxNode call)
    {
        for (SyntaxNode? at = call.Parent; at is not null; at = at.Parent)
        {
            IEnumerable<SyntaxNode> members = at switch
            {
                BlockSyntax block => block.Statements,
                CompilationUnitSyntax unit => unit.Members.OfType<GlobalStatementSyntax>().Select(global => global.Statement),
                TypeDeclarationSyntax type => type.Members,
                _ => [],
            };
            foreach (SyntaxNode member in members)
            {
                if (member is LocalFunctionStatementSyntax local)
                    yield return local.Identifier.ValueText;
                else if (member is MethodDeclarationSyntax method)
                    yield return method.Identifier.ValueText;
            }

            if (at is TypeDeclarationSyntax)
                yield break;
        }
    }

    private static Dictionary<string, string> Names(Worker from, SyntaxNode target, InvocationExpressionSyntax call)
    {
        ParameterSyntax[] parameters = [.. ParameterReader.Of(target)];
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < call.ArgumentList.Arguments.Count; i++)
        {
            ArgumentSyntax argument = call.ArgumentList.Arguments[i];
            string? parameter =
                argument.NameColon?.Name.Identifier.ValueText ?? (i < parameters.Length ? parameters[i].Identifier.ValueText : null);
            if (parameter is not null && argument.Expression is IdentifierNameSyntax value)
                given.TryAdd(value.Identifier.ValueText, parameter);
        }

        foreach (string outer in from.Names?.Keys ?? ParameterReader.Of(from.Function).Select(p => p.Identifier.ValueText))
        {
            string inner = from.NameOf(outer)!;
            if (given.TryGetValue(inner, out string? passed))
                names.TryAdd(outer, passed);
            // A local function sees what is around it, unless a parameter of its own hides that.
            else if (target.Ancestors().Contains(from.Function) && !parameters.Any(p => p.Identifier.ValueText == inner))
                names.TryAdd(outer, inner);
        }

        return names;
    }
}
