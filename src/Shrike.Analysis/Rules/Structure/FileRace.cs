using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Analysis.CSharp.EntryPoints;
using Shrike.Analysis.Findings;

namespace Shrike.Analysis.Rules.Structure;

/// <summary>A file is checked and then used by name: somebody else can change it in between.</summary>
internal static class FileRace
{
    public const string Id = "file-race";
    private const int MaxNodes = 5_000;

    public static IEnumerable<Candidate> Find(Rule rule, StructureContext context)
    {
        var scan = new WordScan(["Exists"]);
        HashSet<SyntaxNode> doors = [.. context.EntryPoints.SelectMany(site => site.Workers).Select(worker => worker.Function)];
        foreach (SyntaxTree tree in context.Models.Compilation.SyntaxTrees)
        {
            foreach (SyntaxToken token in scan.In(tree, context.Cancel))
            {
                if (
                    Shape.CallNamed(token) is not { ArgumentList.Arguments: [{ Expression: { } path }] } check
                    || Shape.Receiver(check) is not { } on
                    || Shape.SimpleName(on) != "File"
                )
                    continue;
                if (
                    path is LiteralExpressionSyntax
                    || check.FirstAncestorOrSelf<IfStatementSyntax>() is not { } branch
                    || !branch.Condition.Span.Contains(check.Span)
                )
                    continue;
                // What others can reach: a name in a temporary folder, or one handled at a door. Elsewhere the race is the program's own.
                if (Shape.EnclosingFunction(check) is not { } function || !doors.Contains(function) && !MentionsTemporary(function))
                    continue;
                if (Use(branch, path.ToString()) is { } use)
                    yield return StructuralRules.Candidate(
                        rule,
                        use,
                        Shape.Where(use),
                        $"{path} is checked with File.Exists and then used by name; it may be another file by then",
                        null
                    );
            }
        }
    }

    private static bool MentionsTemporary(SyntaxNode function) =>
        function
            .DescendantTokens()
            .Take(MaxNodes)
            .Any(token =>
                token.ValueText is "GetTempPath" or "GetTempFileName" || token.ValueText.StartsWith("/tmp", StringComparison.Ordinal)
            );

    private static InvocationExpressionSyntax? Use(IfStatementSyntax branch, string path)
    {
        foreach (
            InvocationExpressionSyntax call in branch.Statement.DescendantNodesAndSelf().Take(MaxNodes).OfType<InvocationExpressionSyntax>()
        )
        {
            if (
                Shape.Receiver(call) is { } on
                && Shape.SimpleName(on) == "File"
                && Shape.SimpleName(call)
                    is "Delete"
                        or "Open"
                        or "OpenWrite"
                        or "Create"
                        or "WriteAllText"
                        or "WriteAllBytes"
                        or "AppendAllText"
                        or "Move"
                        or "SetAttributes"
                        or "CreateText"
                        or "OpenRead"
                        or "ReadAllText"
                        or "ReadAllBytes"
                && Shape.Argument(call, 0)?.ToString() == path
            )
                return call;
        }

        return null;
    }
}
