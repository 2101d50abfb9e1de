using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Shrike.Analysis.CSharp.Lowering;

/// <summary>Calls that do not bind because some argument's type is not known (the compiler still says which methods it
/// considered), or because a method hides the type that is meant (<c>File.Delete</c> in a controller).</summary>
internal static class Candidates
{
    /// <summary>The candidate that takes these arguments, as far as their types are known.</summary>
    public static IMethodSymbol? Meant(SemanticModel model, ExpressionSyntax call, BaseArgumentListSyntax? list, CancellationToken cancel)
    {
        if (list is null)
            return null;
        foreach (ISymbol symbol in Considered(model, call, cancel))
        {
            if (symbol is IMethodSymbol { MethodKind: not MethodKind.LocalFunction } method && Takes(model, method, list, cancel))
                return method;
        }

        return null;
    }

    private static IEnumerable<ISymbol> Considered(SemanticModel model, ExpressionSyntax call, CancellationToken cancel)
    {
        ImmutableArray<ISymbol> considered = model.GetSymbolInfo(call, cancel).CandidateSymbols;
        if (
            !considered.IsEmpty
            || call
                is not InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax hidden } access
                }
            || model.GetMemberGroup(hidden, cancel).IsEmpty
        )
            return considered;
        return model
            .LookupNamespacesAndTypes(hidden.SpanStart, name: hidden.Identifier.ValueText)
            .OfType<INamedTypeSymbol>()
            .SelectMany(type => type.GetMembers(access.Name.Identifier.ValueText))
            .Where(member => member.IsStatic);
    }

    private static bool Takes(SemanticModel model, IMethodSymbol method, BaseArgumentListSyntax list, CancellationToken cancel)
    {
        var given = new HashSet<int>();
        for (int i = 0; i < list.Arguments.Count; i++)
        {
            if (ParameterOf(method, list.Arguments[i], i) is not { } parameter || !given.Add(parameter.Ordinal))
                return false;
            ExpressionSyntax value = list.Arguments[i].Expression;
            if (
                model.GetTypeInfo(value, cancel).Type is { TypeKind: not TypeKind.Error } type
                && parameter.Type.TypeKind is not (TypeKind.TypeParameter or TypeKind.Error)
                && parameter.Type is not INamedTypeSymbol { IsGenericType: true }
                && model.Compilation is CSharpCompilation compilation
                && !compilation.ClassifyConversion(type, parameter.Type).IsImplicit
            )
                return false;
        }

        return method.Parameters.All(p => given.Contains(p.Ordinal) || p.IsOptional || p.IsParams);
    }

    /// <summary>The parameter that an argument is for, by its name or its place.</summary>
    public static IParameterSymbol? ParameterOf(IMethodSymbol method, ArgumentSyntax argument, int place)
    {
        if (argument.NameColon is { } named)
            return method.Parameters.FirstOrDefault(p => p.Name == named.Name.Identifier.ValueText);
        return place < method.Parameters.Length ? method.Parameters[place] : null;
    }
}
