using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Shrike.Analysis.CSharp;

/// <summary>Members of one name in one type: the binder compares each with each, and each call with all of them.</summary>
/// <remarks>20,000 of one name take it 20 s, with a call in each more than a minute; 5,000 take 2 s. Types of one name in one project
/// are taken for parts of one, wherever they stand.</remarks>
internal static class MemberBounds
{
    private const int MaxOfOneName = 4_000;

    /// <summary>How often each type in a file declares each name.</summary>
    public static IReadOnlyDictionary<string, Dictionary<string, int>> Of(SyntaxNode root, CancellationToken cancel)
    {
        var types = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        var open = new Stack<(string Type, MemberDeclarationSyntax Member)>(Below("", root));
        while (open.TryPop(out (string Type, MemberDeclarationSyntax Member) item))
        {
            cancel.ThrowIfCancellationRequested();
            foreach (string name in Names(item.Member))
            {
                if (!types.TryGetValue(item.Type, out Dictionary<string, int>? counts))
                    types.Add(item.Type, counts = new Dictionary<string, int>(StringComparer.Ordinal));
                counts[name] = counts.GetValueOrDefault(name) + 1;
            }

            string? inside = item.Member switch
            {
                TypeDeclarationSyntax type => item.Type.Length == 0
                    ? type.Identifier.ValueText
                    : $"{item.Type}.{type.Identifier.ValueText}",
                BaseNamespaceDeclarationSyntax => "",
                _ => null,
            };
            foreach ((string, MemberDeclarationSyntax) child in inside is null ? [] : Below(inside, item.Member))
                open.Push(child);
        }

        return types;
    }

    /// <summary>Files that declare what there is too much of.</summary>
    public static HashSet<ParsedFile> Exceeding(IReadOnlyList<ParsedFile> files)
    {
        var large = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach ((string type, Dictionary<string, int> counts) in files.SelectMany(f => f.Members))
            large[type] = large.GetValueOrDefault(type) + counts.Values.Sum();
        var exceeding = new HashSet<ParsedFile>();
        foreach (string type in large.Where(t => t.Value > MaxOfOneName).Select(t => t.Key))
        {
            var all = new Dictionary<string, int>(StringComparer.Ordinal);
            ParsedFile[] parts = [.. files.Where(f => f.Members.ContainsKey(type))];
            foreach ((string name, int count) in parts.SelectMany(f => f.Members[type]))
                all[name] = all.GetValueOrDefault(name) + count;
            exceeding.UnionWith(parts.Where(f => f.Members[type].Keys.Any(name => all[name] > MaxOfOneName)));
        }

        return exceeding;
    }

    private static IEnumerable<(string, MemberDeclarationSyntax)> Below(string type, SyntaxNode parent) =>
        parent.ChildNodes().OfType<MemberDeclarationSyntax>().Select(m => (type, m));

    private static IEnumerable<string> Names(MemberDeclarationSyntax member) =>
        member switch
        {
            MethodDeclarationSyntax method => [method.Identifier.ValueText],
            ConstructorDeclarationSyntax => [".ctor"],
            PropertyDeclarationSyntax property => [property.Identifier.ValueText],
            IndexerDeclarationSyntax => ["this[]"],
            OperatorDeclarationSyntax op => [op.OperatorToken.Text],
            ConversionOperatorDeclarationSyntax => ["operator"],
            BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(v => v.Identifier.ValueText),
            _ => [],
        };
}
