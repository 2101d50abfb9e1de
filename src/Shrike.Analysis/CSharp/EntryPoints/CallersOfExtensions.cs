using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Shrike.Analysis.CSharp.EntryPoints;

/// <summary>Who calls the methods that map endpoints on a parameter: that is where their group comes from.</summary>
internal sealed class CallersOfExtensions
{
    private const int Rounds = 4;
    private readonly Dictionary<string, InvocationExpressionSyntax> callers = new(StringComparer.Ordinal);

    public InvocationExpressionSyntax? Of(string method) => callers.GetValueOrDefault(method);

    public static CallersOfExtensions Of(IEnumerable<SyntaxNode> mappings, Models models, CancellationToken cancel)
    {
        var found = new CallersOfExtensions();
        HashSet<string> wanted = [.. mappings.Select(Around).OfType<string>()];
        var asked = new HashSet<string>(StringComparer.Ordinal);
        for (int round = 0; round < Rounds && wanted.Count > 0; round++)
        {
            asked.UnionWith(wanted);
            var scan = new WordScan(wanted);
            wanted = [];
            foreach (SyntaxTree tree in models.Compilation.SyntaxTrees)
            {
                foreach (SyntaxToken token in scan.In(tree, cancel))
                {
                    if (Shape.CallNamed(token) is not { } call || !found.callers.TryAdd(token.ValueText, call))
                        continue;
                    if (Around(call) is { } outer && !asked.Contains(outer))
                        wanted.Add(outer);
                }
            }
        }

        return found;
    }

    private static string? Around(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { ParameterList.Parameters.Count: > 0 } method
            ? method.Identifier.ValueText
            : null;
}
