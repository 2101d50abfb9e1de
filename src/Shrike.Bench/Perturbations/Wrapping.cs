using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Shrike.Bench.Statistics;

namespace Shrike.Bench.Perturbations;

/// <summary>Takes the body of a method into one of its own, which the method then calls; on lines that are there.</summary>
internal sealed class Wrapping : ICSharpChange
{
    /// <summary>What asks for the method that it is in.</summary>
    private static readonly HashSet<string> Asking = new(StringComparer.Ordinal)
    {
        "GetCurrentMethod",
        "StackTrace",
        "StackFrame",
        "GetCallingAssembly",
        "GetMethodFromHandle",
    };

    /// <summary>Attributes that are about the body.</summary>
    private static readonly string[] AboutBodies =
    [
        "MethodImpl",
        "UnmanagedCallersOnly",
        "ModuleInitializer",
        "Obsolete",
        "SkipLocalsInit",
    ];

    public Perturbation Kind => Perturbation.Wrap;

    public IReadOnlyList<PerturbedText> Apply(CSharpProgram program, FreshNames names, SplitMix random) =>
        [.. program.Trees.Select(t => Apply(t, program.Compilation.GetSemanticModel(t), names))];

    private static PerturbedText Apply(SyntaxTree tree, SemanticModel model, FreshNames names)
    {
        var edits = new List<TextChange>();
        int skipped = 0;
        foreach (MethodDeclarationSyntax method in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
        {
            if (
                method.Body is not { } body
                || method.Parent is not (ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax)
            )
                continue;
            if (Front(method, model, names) is { } front)
                edits.Add(new TextChange(new TextSpan(body.OpenBraceToken.SpanStart, 0), front));
            else
                skipped++;
        }

        return edits.Count == 0
            ? PerturbedText.Unchanged(tree.ToString(), skipped)
            : new PerturbedText(tree.GetText().WithChanges(edits).ToString(), null, edits.Count, skipped);
    }

    /// <summary>What comes before the body: the call, and the head of the new method. null: not safe.</summary>
    private static string? Front(MethodDeclarationSyntax method, SemanticModel model, FreshNames names)
    {
        if (
            model.GetDeclaredSymbol(method) is not { } symbol
            || method.ContainsDiagnostics
            || method.Modifiers.Any(m => m.Kind() is SyntaxKind.PartialKeyword or SyntaxKind.ExternKeyword or SyntaxKind.AbstractKeyword)
            || symbol.RefKind != RefKind.None
            || (symbol.IsAsync && (symbol.ReturnsVoid || IsIterator(method)))
            || (symbol.IsGenericMethod && (symbol.IsOverride || method.ExplicitInterfaceSpecifier is not null))
            || symbol.Parameters.Any(p => p.Type.TypeKind == TypeKind.Error || p.ScopedKind != ScopedKind.None && p.RefKind == RefKind.None)
            || symbol.ReturnType.TypeKind == TypeKind.Error
            || symbol.GetAttributes().Any(a => AboutBodies.Any(n => a.AttributeClass?.Name.StartsWith(n, StringComparison.Ordinal) == true))
            || AsksWhereItIs(method.Body!, model)
        )
            return null;
        string name = names.Like("Method");
        string type = Line(method.ReturnType);
        string generic = Line(method.TypeParameterList);
        string call = $"{name}{generic}({string.Join(", ", symbol.Parameters.Select(Argument))})";
        string parameters = string.Join(", ", method.ParameterList.Parameters.Select(Parameter));
        string constraints = string.Concat(method.ConstraintClauses.Select(c => " " + Line(c)));
        string head = $"private {Modifiers(method)}{type} {name}{generic}({parameters}){constraints} ";
        string front = $"{{ {Answer(symbol)}{call}; }} {head}";
        return
            front.AsSpan().ContainsAny('\n', '\r')
            || front.Contains("//", StringComparison.Ordinal)
            || front.Contains('#', StringComparison.Ordinal)
            ? null
            : front;
    }

    private static string Answer(IMethodSymbol symbol) =>
        symbol switch
        {
            { IsAsync: true, ReturnType: INamedTypeSymbol { IsGenericType: false } } => "await ",
            { IsAsync: true } => "return await ",
            { ReturnsVoid: true } => "",
            _ => "return ",
        };

    private static string Argument(IParameterSymbol parameter) =>
        parameter.RefKind switch
        {
            RefKind.Ref => "ref @",
            RefKind.Out => "out @",
            RefKind.In or RefKind.RefReadOnlyParameter => "in @",
            _ => "@",
        } + parameter.Name;

    private static string Parameter(ParameterSyntax parameter) =>
        string.Concat(
            parameter.Modifiers.Where(m => m.Kind() is not (SyntaxKind.ThisKeyword or SyntaxKind.ParamsKeyword)).Select(m => m.Text + " ")
        ) + $"{Line(parameter.Type)} {parameter.Identifier.Text}";

    private static string Modifiers(MethodDeclarationSyntax method) =>
        string.Concat(
            method
                .Modifiers.Where(m =>
                    m.Kind()
                        is SyntaxKind.StaticKeyword
                            or SyntaxKind.AsyncKeyword
                            or SyntaxKind.UnsafeKeyword
                            or SyntaxKind.ReadOnlyKeyword
                )
                .Select(m => m.Text + " ")
        );

    private static string Line(SyntaxNode? node) => node?.WithoutTrivia().ToString() ?? "";

    private static bool IsIterator(MethodDeclarationSyntax method) =>
        method
            .Body!.DescendantNodes(n => n is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
            .OfType<YieldStatementSyntax>()
            .Any();

    // A callee may be told its caller's name by the compiler; where the callee is not known, so is that.
    private static bool AsksWhereItIs(BlockSyntax body, SemanticModel model) =>
        body.DescendantTokens().Any(t => t.IsKind(SyntaxKind.IdentifierToken) && Asking.Contains(t.ValueText))
        || body.DescendantNodes()
            .Where(n =>
                n is BaseObjectCreationExpressionSyntax
                || n is InvocationExpressionSyntax { Expression: not IdentifierNameSyntax { Identifier.ValueText: "nameof" } }
            )
            .Any(n => model.GetSymbolInfo(n).Symbol is not IMethodSymbol callee || callee.Parameters.Any(IsAboutCallers));

    private static bool IsAboutCallers(IParameterSymbol parameter) =>
        parameter.HasExplicitDefaultValue
        && parameter.GetAttributes().Any(a => a.AttributeClass?.Name.StartsWith("Caller", StringComparison.Ordinal) == true);
}
