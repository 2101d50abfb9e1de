using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Analysis.CSharp.EntryPoints;
using Shrike.Analysis.Findings;

namespace Shrike.Analysis.Rules.Structure;

/// <summary>Signing in keeps the session identifier that existed before; only where the session then holds the user.</summary>
internal static class SessionFixation
{
    public const string Id = "session-fixation";

    public static IEnumerable<Candidate> Find(Rule rule, StructureContext context)
    {
        var scan = new WordScan(["SetAuthCookie", "RedirectFromLoginPage"]);
        foreach (SyntaxTree tree in context.Models.Compilation.SyntaxTrees)
        {
            foreach (SyntaxToken token in scan.In(tree, context.Cancel))
            {
                if (Shape.CallNamed(token) is not { } call || Shape.EnclosingFunction(call) is not { } function)
                    continue;
                string[] names =
                [
                    .. function.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Take(20_000).Select(t => t.ValueText),
                ];
                bool usesSession = names.Contains("Session");
                bool renews = names.Any(name => name is "Abandon" or "Clear" or "RemoveAll" or "RegenerateID" or "CreateSessionID");
                if (usesSession && !renews)
                    yield return StructuralRules.Candidate(
                        rule,
                        call,
                        Shape.Where(call),
                        "the user is signed in within a session that may have been chosen by somebody else",
                        null
                    );
            }
        }
    }
}
