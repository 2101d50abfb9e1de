using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Sources;

namespace Shrike.Analysis.Rules.Structure.Code;

/// <summary>Developer error pages that are shown in every environment.</summary>
public static class DeveloperPages
{
    private const string RuleId = "developer-exception-page";

    private static readonly string[] Pages = ["UseDeveloperExceptionPage", "UseDatabaseErrorPage", "UseMigrationsEndPoint", "UseErrorPage"];
    private static readonly string[] Tells =
    [
        "IsDevelopment",
        "IsEnvironment",
        "EnvironmentName",
        "IsProduction",
        "IsStaging",
        "ASPNETCORE_ENVIRONMENT",
        "Debugger.IsAttached",
        "isDev",
        "IsDebug",
    ];

    /// <param name="root">The file's syntax; types need not resolve.</param>
    public static IEnumerable<Candidate> Find(SyntaxNode root, SourceFile file, RuleCatalogue rules)
    {
        // The text is searched first: it is far cheaper than a walk over the tree, and few files call any of these.
        if (rules.Find(RuleId) is not { } rule || !Array.Exists(Pages, root.SyntaxTree.GetText().ToString().Contains))
            yield break;
        foreach (InvocationExpressionSyntax call in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (
                call.Expression is MemberAccessExpressionSyntax { Name.Identifier: var name }
                && Pages.Contains(name.ValueText)
                && !IsGuarded(call)
            )
                yield return CodePlace.Candidate(rule, file, call, $"{name.ValueText} is called in every environment");
        }
    }

    private static bool IsGuarded(InvocationExpressionSyntax call)
    {
        foreach (SyntaxNode around in call.Ancestors())
        {
            SyntaxNode? condition = around switch
            {
                IfStatementSyntax branch => branch.Condition,
                ConditionalExpressionSyntax choice => choice.Condition,
                SwitchStatementSyntax choice => choice.Expression,
                _ => null,
            };
            if (condition is not null && Tells.Any(tell => condition.ToString().Contains(tell, StringComparison.OrdinalIgnoreCase)))
                return true;
            // ConfigureDevelopment and its like are chosen by the environment's name.
            if (around is MethodDeclarationSyntax { Identifier.ValueText: var method })
                return method.Contains("Development", StringComparison.Ordinal)
                    || method.Contains("Debug", StringComparison.Ordinal)
                    || LeavesEarly(call, around);
        }

        return false;
    }

    /// <summary>"if (!env.IsDevelopment()) return;" before the call.</summary>
    private static bool LeavesEarly(SyntaxNode call, SyntaxNode method) =>
        method
            .DescendantNodes()
            .OfType<IfStatementSyntax>()
            .Any(branch =>
                branch.SpanStart < call.SpanStart
                && Tells.Any(tell => branch.Condition.ToString().Contains(tell, StringComparison.OrdinalIgnoreCase))
                && branch.Statement.DescendantNodesAndSelf().OfType<ReturnStatementSyntax>().Any()
            );
}
