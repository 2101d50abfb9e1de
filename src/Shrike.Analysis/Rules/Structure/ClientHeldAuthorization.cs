using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Analysis.CSharp.EntryPoints;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;

namespace Shrike.Analysis.Rules.Structure;

/// <summary>A decision about rights that rests on a cookie, header, field or query value.</summary>
internal static partial class ClientHeldAuthorization
{
    public const string Id = "client-held-authorization";
    private const int MaxNodes = 20_000;

    public static IEnumerable<Candidate> Find(Rule rule, StructureContext context)
    {
        var doors = new HashSet<SyntaxNode>();
        foreach (EntryPointSite site in context.EntryPoints)
        {
            if (ClientHeldIdentity.Find(rule, site) is { } identity)
                yield return identity;
            foreach (Worker worker in site.Workers)
            {
                doors.Add(worker.Function);
                if (
                    Shape.Body(worker.Function) is not { } body
                    || Decision(rule, body, Held(site.EntryPoint, worker), site) is not { } candidate
                )
                    continue;
                yield return candidate;
                break;
            }
        }

        // A request is also handed on to functions that are no doors themselves.
        var scan = new WordScan(["Cookies", "QueryString", "Headers", "Form"]);
        foreach (SyntaxTree tree in context.Models.Compilation.SyntaxTrees)
        {
            foreach (SyntaxToken token in scan.In(tree, context.Cancel))
            {
                if (
                    Shape.EnclosingFunction(token.Parent!) is { } function
                    && doors.Add(function)
                    && Shape.Body(function) is { } body
                    && Decision(rule, body, new Dictionary<string, string>(StringComparer.Ordinal), null) is { } candidate
                )
                    yield return candidate;
            }
        }
    }

    private static Dictionary<string, string> Held(EntryPoint point, Worker worker)
    {
        var held = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (EntryParameter parameter in point.Parameters)
        {
            if (
                parameter.Binding is not (Binding.Services or Binding.Body)
                && ParameterName().IsMatch(parameter.Name)
                && worker.NameOf(parameter.Name) is { } name
            )
                held[name] = $"{parameter.Binding.ToString().ToLowerInvariant()} parameter '{parameter.Name}'";
        }

        return held;
    }

    private static Candidate? Decision(Rule rule, SyntaxNode body, Dictionary<string, string> held, EntryPointSite? site)
    {
        foreach (SyntaxNode node in body.DescendantNodesAndSelf().Take(MaxNodes))
        {
            if (node is VariableDeclaratorSyntax { Initializer.Value: { } value } local && From(value) is { } source)
                held[local.Identifier.ValueText] = source;
            if (Condition(node) is not { } condition || (From(condition) ?? Held(condition, held) ?? Equal(node)) is not { } from)
                continue;
            return StructuralRules.Candidate(
                rule,
                condition,
                Shape.Where(condition),
                $"rights are decided by {from}, which the client chooses",
                site
            ) with
            {
                Cwe = from.StartsWith("cookie", StringComparison.Ordinal) ? 565 : null,
            };
        }

        return null;
    }

    private static ExpressionSyntax? Condition(SyntaxNode node) =>
        node switch
        {
            IfStatementSyntax branch => branch.Condition,
            ConditionalExpressionSyntax choice => choice.Condition,
            AssignmentExpressionSyntax set when RightName().IsMatch(Shape.SimpleName(set.Left)) => set.Right,
            VariableDeclaratorSyntax { Initializer.Value: { } value } local when RightName().IsMatch(local.Identifier.ValueText) => value,
            _ => null,
        };

    /// <summary>A right that is nothing but an equation with a cookie; text that is proven by a key first is the server's own.</summary>
    private static string? Equal(SyntaxNode node) =>
        node is not (IfStatementSyntax or ConditionalExpressionSyntax)
        && node.DescendantNodes()
            .Take(MaxNodes)
            .OfType<BinaryExpressionSyntax>()
            .Where(both => both.RawKind == (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.EqualsExpression)
            .Any(both =>
                both.Right is not LiteralExpressionSyntax
                && !Proof().IsMatch(both.ToString())
                && both.DescendantNodes().OfType<ElementAccessExpressionSyntax>().Any(e => Shape.SimpleName(e.Expression) == "Cookies")
            )
            ? "cookie"
            : null;

    private static string? Held(ExpressionSyntax condition, Dictionary<string, string> held)
    {
        foreach (IdentifierNameSyntax name in condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            bool whole = name.Parent is not MemberAccessExpressionSyntax member || member.Expression == name;
            if (whole && held.TryGetValue(name.Identifier.ValueText, out string? source) && !IsPresenceTest(name))
                return source;
        }

        return null;
    }

    private static bool IsPresenceTest(IdentifierNameSyntax name) =>
        name.Parent
            is BinaryExpressionSyntax { Right: LiteralExpressionSyntax { Token.ValueText: "null" or "" } }
                or IsPatternExpressionSyntax
        || name.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }
            && !Shape.SimpleName(call).Contains("Equals", StringComparison.Ordinal);

    private static string? From(ExpressionSyntax expression)
    {
        foreach (SyntaxNode node in expression.DescendantNodesAndSelf())
        {
            (ExpressionSyntax? store, ExpressionSyntax? key) = node switch
            {
                ElementAccessExpressionSyntax element => (element.Expression, element.ArgumentList.Arguments.FirstOrDefault()?.Expression),
                InvocationExpressionSyntax call when Shape.SimpleName(call) is "Get" or "GetValues" or "TryGetValue" => (
                    Shape.Receiver(call),
                    Shape.Argument(call, 0)
                ),
                _ => (null, null),
            };
            if (store is null || Constants.Text(key, null) is not { } name || !KeyName().IsMatch(name))
                continue;
            string? kind = Shape.SimpleName(store) switch
            {
                "Cookies" => "cookie",
                "Headers" => "header",
                "Query" or "QueryString" => "query value",
                "Form" => "form field",
                "Request" or "Params" => "request value",
                _ => null,
            };
            if (kind is not null)
                return $"{kind} '{name}'";
        }

        return null;
    }

    [GeneratedRegex(
        "^(x-?)?(user-?_?)?(is_?-?)?(role|roles|admin|administrator|superuser|privileges?|permissions?|authenticated|logged_?-?in|authorized|access_?-?level|user_?-?level|user_?-?type|premium|staff)$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex KeyName();

    [GeneratedRegex(
        "^(is_?(admin|administrator|superuser|authenticated|logged_?in|authorized|staff|owner)|(user|current)_?role|access_?level|user_?level)$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex ParameterName();

    [GeneratedRegex(
        "^_?((is|was)?(authorized|authorised|allowed|permitted|admin|owner)|(has|can)_?(access|permission|edit|delete|manage|view|read))$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex RightName();

    [GeneratedRegex(
        "hash|hmac|sign|verif|decrypt|protect|token|secret|xsrf|csrf|nonce",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex Proof();
}
