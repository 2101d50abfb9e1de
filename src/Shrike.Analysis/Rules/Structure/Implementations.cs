using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Analysis.CSharp.EntryPoints;

namespace Shrike.Analysis.Rules.Structure;

/// <summary>Methods in source that implement an interface's or override an abstract one.</summary>
internal static class Implementations
{
    private const int Most = 4;

    public static IEnumerable<IMethodSymbol> Of(IMethodSymbol method, StructureContext context)
    {
        int found = 0;
        foreach (ISymbol symbol in context.Models.Compilation.GetSymbolsWithName(method.Name, SymbolFilter.Member, context.Cancel))
        {
            if (
                symbol is not IMethodSymbol { IsAbstract: false } candidate
                || candidate.Parameters.Length != method.Parameters.Length
                || candidate.ContainingType is not { } type
            )
                continue;
            bool fits =
                type.AllInterfaces.Any(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, method.ContainingType))
                || SymbolEqualityComparer.Default.Equals(candidate.OverriddenMethod?.OriginalDefinition, method);
            if (!fits)
                continue;
            yield return candidate;
            if (++found >= Most)
                yield break;
        }
    }
}
