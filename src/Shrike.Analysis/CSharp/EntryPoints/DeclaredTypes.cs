using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Shrike.Analysis.CSharp.EntryPoints;

/// <summary>The types that a file declares.</summary>
internal static class DeclaredTypes
{
    /// <summary>Nested ones too, without recursion: nesting is the input's.</summary>
    public static IEnumerable<TypeDeclarationSyntax> Of(CompilationUnitSyntax unit)
    {
        var stack = new Stack<SyntaxList<MemberDeclarationSyntax>>();
        stack.Push(unit.Members);
        while (stack.TryPop(out SyntaxList<MemberDeclarationSyntax> members))
        {
            foreach (MemberDeclarationSyntax member in members)
            {
                if (member is BaseNamespaceDeclarationSyntax space)
                    stack.Push(space.Members);
                if (member is not TypeDeclarationSyntax type)
                    continue;
                stack.Push(type.Members);
                yield return type;
            }
        }
    }
}
