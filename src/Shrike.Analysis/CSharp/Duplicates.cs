using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Shrike.Analysis.CSharp;

/// <summary>Types of one name in several files that bind together: a folder of small programs, of which each has a Program. The
/// compiler would take them for one type with the members of all, and no call in it would bind. All but the first become types of
/// their own file, which is what they were written to be.</summary>
/// <remarks>`file` is written as a token of no width, so that no place in the file moves.</remarks>
internal static class Duplicates
{
    public static ParsedFile[] Apart(ParsedFile[] files, int threads, CancellationToken cancel)
    {
        var declaring = new Dictionary<string, (int First, int Files)>(StringComparer.Ordinal);
        for (int i = 0; i < files.Length; i++)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (string name in files[i].Types.Distinct())
                declaring[name] = declaring.TryGetValue(name, out (int First, int Files) known) ? (known.First, known.Files + 1) : (i, 1);
        }

        ParsedFile[] apart = [.. files];
        StackedThreads.For(
            files.Length,
            i =>
            {
                if (files[i].Types.Any(IsLater))
                    apart[i] = Mark(files[i], IsLater, cancel);
                bool IsLater(string name) => declaring[name] is { Files: > 1 } all && all.First != i;
            },
            threads,
            cancel
        );
        return apart;
    }

    /// <summary>The types that a file declares whole, outside of others.</summary>
    public static IReadOnlyList<string> TypesOf(SyntaxNode root) => [.. Declared(root).Select(NameOf)];

    private static IEnumerable<MemberDeclarationSyntax> Declared(SyntaxNode root)
    {
        foreach (SyntaxNode node in root.DescendantNodes(static n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax))
        {
            if (
                node is MemberDeclarationSyntax and (BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
                && !((MemberDeclarationSyntax)node).Modifiers.Any(static m =>
                    m.Kind() is SyntaxKind.PartialKeyword or SyntaxKind.FileKeyword
                )
            )
                yield return (MemberDeclarationSyntax)node;
        }
    }

    private static string NameOf(MemberDeclarationSyntax declaration)
    {
        (string name, int arity) = declaration switch
        {
            TypeDeclarationSyntax type => (type.Identifier.ValueText, type.Arity),
            BaseTypeDeclarationSyntax other => (other.Identifier.ValueText, 0),
            DelegateDeclarationSyntax function => (function.Identifier.ValueText, function.Arity),
            _ => ("", 0),
        };
        for (SyntaxNode? outer = declaration.Parent; outer is BaseNamespaceDeclarationSyntax space; outer = outer.Parent)
            name = $"{space.Name}.{name}";
        return arity == 0 ? name : $"{name}`{arity}";
    }

    private static ParsedFile Mark(ParsedFile file, Func<string, bool> isLater, CancellationToken cancel)
    {
        SyntaxNode root = file.Tree.GetRoot(cancel);
        MemberDeclarationSyntax[] later = [.. Declared(root).Where(d => isLater(NameOf(d)))];
        SyntaxNode marked = root.ReplaceNodes(later, static (_, declaration) => Marked(declaration));
        string[] names = [.. later.Select(d => NameOf(d).Split('`')[0].Split('.')[^1])];
        return file with
        {
            Tree = file.Tree.WithRootAndOptions(marked, file.Tree.Options),
            Members = file.Members.ToDictionary(
                m =>
                    names.Any(n => m.Key == n || m.Key.StartsWith(n + ".", StringComparison.Ordinal))
                        ? $"{m.Key} in {file.Source.Path}"
                        : m.Key,
                m => m.Value,
                StringComparer.Ordinal
            ),
        };
    }

    private static MemberDeclarationSyntax Marked(MemberDeclarationSyntax declaration)
    {
        if (declaration.Modifiers.Count > 0)
            return declaration.WithModifiers(declaration.Modifiers.Add(File(default)));
        SyntaxToken first =
            declaration.AttributeLists.Count > 0
                ? declaration.AttributeLists[^1].GetLastToken().GetNextToken()
                : declaration.GetFirstToken();
        return declaration.ReplaceToken(first, first.WithLeadingTrivia()).WithModifiers(SyntaxFactory.TokenList(File(first.LeadingTrivia)));
    }

    private static SyntaxToken File(SyntaxTriviaList leading) => SyntaxFactory.Token(leading, SyntaxKind.FileKeyword, "", "file", default);
}
