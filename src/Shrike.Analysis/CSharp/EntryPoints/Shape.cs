using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Analysis.Findings;

namespace Shrike.Analysis.CSharp.EntryPoints;

/// <summary>Questions that syntax alone answers.</summary>
internal static class Shape
{
    /// <summary>The last identifier of a name, type or member access: "List" of <c>System.Collections.List&lt;int&gt;</c>.</summary>
    public static string SimpleName(SyntaxNode? node)
    {
        while (true)
        {
            switch (node)
            {
                case SimpleNameSyntax simple:
                    return simple.Identifier.ValueText;
                case QualifiedNameSyntax qualified:
                    node = qualified.Right;
                    break;
                case AliasQualifiedNameSyntax alias:
                    node = alias.Name;
                    break;
                case MemberAccessExpressionSyntax member:
                    node = member.Name;
                    break;
                case MemberBindingExpressionSyntax binding:
                    node = binding.Name;
                    break;
                case InvocationExpressionSyntax call:
                    node = call.Expression;
                    break;
                case NullableTypeSyntax nullable:
                    node = nullable.ElementType;
                    break;
                case PrimaryConstructorBaseTypeSyntax primary:
                    node = primary.Type;
                    break;
                case BaseTypeSyntax baseType:
                    node = baseType.Type;
                    break;
                case PredefinedTypeSyntax predefined:
                    return predefined.Keyword.ValueText;
                default:
                    return "";
            }
        }
    }

    public static string AttributeName(AttributeSyntax attribute) => TrimAttribute(SimpleName(attribute.Name));

    public static string TrimAttribute(string name) =>
        name.Length > 9 && name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^9] : name;

    /// <summary>The expression that a call is made on, or null for a bare name.</summary>
    public static ExpressionSyntax? Receiver(InvocationExpressionSyntax call) =>
        call.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Expression,
            MemberBindingExpressionSyntax binding => ConditionalReceiver(binding),
            _ => null,
        };

    private static ExpressionSyntax? ConditionalReceiver(SyntaxNode node)
    {
        for (SyntaxNode? at = node; at is ExpressionSyntax; at = at.Parent)
        {
            if (at.Parent is ConditionalAccessExpressionSyntax conditional && conditional.WhenNotNull == at)
                return conditional.Expression;
        }

        return null;
    }

    /// <summary>The call that this call's result is the receiver of: <c>.B()</c> of <c>x.A().B()</c> for <c>x.A()</c>.</summary>
    public static InvocationExpressionSyntax? NextInChain(InvocationExpressionSyntax call) =>
        call.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } member && member.Expression == call
            ? next
            : null;

    /// <summary>The call whose name is this token, or null.</summary>
    public static InvocationExpressionSyntax? CallNamed(SyntaxToken name)
    {
        SyntaxNode? node = name.Parent;
        if (node is not SimpleNameSyntax)
            return null;
        if (node.Parent is MemberAccessExpressionSyntax member && member.Name == node)
            node = member;
        else if (node.Parent is MemberBindingExpressionSyntax binding)
            node = binding;
        return node.Parent is InvocationExpressionSyntax call && call.Expression == node ? call : null;
    }

    public static ExpressionSyntax? Argument(InvocationExpressionSyntax call, int index) =>
        index < call.ArgumentList.Arguments.Count ? call.ArgumentList.Arguments[index].Expression : null;

    public static SyntaxNode? Body(SyntaxNode function) =>
        function switch
        {
            BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
            LocalFunctionStatementSyntax local => (SyntaxNode?)local.Body ?? local.ExpressionBody,
            AnonymousFunctionExpressionSyntax lambda => lambda.Body,
            CompilationUnitSyntax unit => unit,
            _ => null,
        };

    /// <summary>The nearest function around a node; null at type level.</summary>
    public static SyntaxNode? EnclosingFunction(SyntaxNode node)
    {
        for (SyntaxNode? at = node.Parent; at is not null; at = at.Parent)
        {
            if (
                at
                is BaseMethodDeclarationSyntax
                    or LocalFunctionStatementSyntax
                    or AnonymousFunctionExpressionSyntax
                    or CompilationUnitSyntax
            )
                return at;
            if (at is BaseTypeDeclarationSyntax)
                return null;
        }

        return null;
    }

    public static SourceSpan Where(SyntaxNode node) => Where(node.SyntaxTree, node.Span);

    public static SourceSpan Where(SyntaxToken token) => Where(token.SyntaxTree!, token.Span);

    private static SourceSpan Where(SyntaxTree tree, Microsoft.CodeAnalysis.Text.TextSpan span)
    {
        FileLinePositionSpan lines = tree.GetMappedLineSpan(span);
        string path = lines.HasMappedPath && lines.Path.Length > 0 ? lines.Path : tree.FilePath;
        return new SourceSpan(
            path,
            lines.StartLinePosition.Line + 1,
            lines.StartLinePosition.Character + 1,
            lines.EndLinePosition.Line + 1,
            lines.EndLinePosition.Character + 1
        );
    }

    /// <summary>The token that names a function, for spans that people see.</summary>
    public static SourceSpan WhereNamed(SyntaxNode function) =>
        function switch
        {
            MethodDeclarationSyntax method => Where(method.Identifier),
            LocalFunctionStatementSyntax local => Where(local.Identifier),
            CompilationUnitSyntax unit => Where(unit.Members.OfType<GlobalStatementSyntax>().FirstOrDefault() ?? (SyntaxNode)unit),
            _ => Where(function.GetFirstToken()),
        };

    public static bool IsTestPath(string path)
    {
        foreach (string segment in path.Split('/', '\\'))
        {
            if (
                segment.Equals("test", StringComparison.OrdinalIgnoreCase)
                || segment.Equals("tests", StringComparison.OrdinalIgnoreCase)
                || segment.EndsWith("Tests", StringComparison.Ordinal)
                || segment.EndsWith(".Test", StringComparison.Ordinal)
                || segment.EndsWith("Test.cs", StringComparison.Ordinal)
                || segment.EndsWith("Tests.cs", StringComparison.Ordinal)
            )
                return true;
        }

        return false;
    }
}
