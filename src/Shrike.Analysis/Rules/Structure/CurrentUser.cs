using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Analysis.CSharp.EntryPoints;

namespace Shrike.Analysis.Rules.Structure;

/// <summary>Whether a function uses the identity of its caller for more than a log line.</summary>
internal static partial class CurrentUser
{
    private const int MaxNodes = 50_000;

    /// <param name="outside">Names that the request itself chooses; a parameter called userId is not the caller's identity.</param>
    public static bool Decides(SyntaxNode function, IReadOnlySet<string> outside)
    {
        SyntaxNode? body = Shape.Body(function);
        if (body is null)
            return false;
        var derived = new HashSet<string>(StringComparer.Ordinal);
        foreach (ParameterSyntax parameter in ParameterReader.Of(function))
        {
            if (
                Shape.SimpleName(parameter.Type) is "ClaimsPrincipal" or "IPrincipal"
                || (CallerName().IsMatch(parameter.Identifier.ValueText) && !outside.Contains(parameter.Identifier.ValueText))
            )
                derived.Add(parameter.Identifier.ValueText);
        }

        int known;
        int rounds = 0;
        do
        {
            known = derived.Count;
            int left = MaxNodes;
            foreach (SyntaxToken token in body.DescendantTokens())
            {
                if (--left < 0)
                    return true;
                if (!token.IsKind(SyntaxKind.IdentifierToken) || token.Parent is not SimpleNameSyntax name)
                    continue;
                if (IsCheck(name) || IsMarker(name, derived, outside) && Decides(name, derived))
                    return true;
            }
        } while (derived.Count > known && ++rounds < 8);

        return false;
    }

    /// <summary>Whether a name by itself stands for the caller ("currentUserId"); one that the request chooses may be called so too.</summary>
    public static bool NamesCaller(string name) => CallerName().IsMatch(name);

    private static bool IsCheck(SimpleNameSyntax name) =>
        name.Parent is InvocationExpressionSyntax or MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax }
        && Shape.CallNamed(name.Identifier) is not null
        && CheckName().IsMatch(name.Identifier.ValueText);

    private static bool IsMarker(SimpleNameSyntax name, HashSet<string> derived, IReadOnlySet<string> outside)
    {
        string text = name.Identifier.ValueText;
        bool isMember =
            name.Parent is MemberAccessExpressionSyntax member && member.Name == name && member.Expression is not ThisExpressionSyntax;
        if (!isMember && derived.Contains(text))
            return true;
        if (outside.Contains(text) && !isMember)
            return false;
        if (text is "User")
            return !isMember && name.Parent is MemberAccessExpressionSyntax or ArgumentSyntax
                || isMember
                    && Shape.SimpleName(((MemberAccessExpressionSyntax)name.Parent!).Expression)
                        is "HttpContext"
                            or "Context"
                            or "context"
                            or "httpContext"
                            or "Current"
                            or "ctx"
                            or "Request";
        if (text is "Session" or "CurrentPrincipal" or "ClaimTypes" or "WebSecurity")
            return true;
        return CallerName().IsMatch(text);
    }

    /// <summary>Whether this use decides anything; a use that only names a local adds the local.</summary>
    private static bool Decides(SyntaxNode name, HashSet<string> derived)
    {
        SyntaxNode from = name;
        for (SyntaxNode? at = name.Parent; at is not null; from = at, at = at.Parent)
        {
            switch (at)
            {
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsAuthenticated" }:
                    return false;
                case InvocationExpressionSyntax call
                    when LogName().IsMatch(Shape.SimpleName(call))
                        || Shape.Receiver(call) is { } on && LogReceiver().IsMatch(Shape.SimpleName(on)):
                    return false;
                case InvocationExpressionSyntax { ArgumentList.Arguments: var arguments }
                    when from is ArgumentListSyntax
                        && arguments.Select(a => a.Expression).OfType<DeclarationExpressionSyntax>().FirstOrDefault()
                            is { Designation: SingleVariableDesignationSyntax written }:
                    derived.Add(written.Identifier.ValueText);
                    return false;
                case BinaryExpressionSyntax binary
                    when binary.Right.IsKind(SyntaxKind.NullLiteralExpression) || binary.Left.IsKind(SyntaxKind.NullLiteralExpression):
                case IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax or UnaryPatternSyntax }:
                case InvocationExpressionSyntax missing when Shape.SimpleName(missing) is "IsNullOrEmpty" or "IsNullOrWhiteSpace":
                    return false;
                case LambdaExpressionSyntax:
                    return true;
                case VariableDeclaratorSyntax local:
                    derived.Add(local.Identifier.ValueText);
                    return HasQuery(local);
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax target } when from is ExpressionSyntax && from != target:
                    derived.Add(target.Identifier.ValueText);
                    return false;
                case AssignmentExpressionSyntax { Left: { } target }:
                    return !AuditName().IsMatch(Shape.SimpleName(target)) && target is not ElementAccessExpressionSyntax;
                case StatementSyntax:
                    return true;
            }
        }

        return true;
    }

    /// <summary>An initialiser that passes the caller on to something besides its own conversion or lookup of the caller.</summary>
    private static bool HasQuery(VariableDeclaratorSyntax local)
    {
        foreach (InvocationExpressionSyntax call in local.DescendantNodes().OfType<InvocationExpressionSyntax>().Take(32))
        {
            string name = Shape.SimpleName(call);
            if (call.ArgumentList.Arguments.Count > 0 && !IdentityCall().IsMatch(name))
                return true;
        }

        return false;
    }

    [GeneratedRegex(
        "^_?(current|logged_?in|session|my|auth|authenticated|acting|requesting|signed_?in|login)_?(user|account|principal|tenant|customer|member|person|identity|owner|organi[sz]ation)|^_?(user|work|tenant|identity|principal|security|caller|store)_?(context|accessor|session|provider|resolver)|^_?I?(userContext|currentContext)$|^_?callerId$|^Get(Current|LoggedIn|My|Signed)?(User|Tenant|Account|Customer|Subject)(Id|Name|Guid|Async|IdAsync|Identity)?$|^(userId|tenantId|subjectId|ownerId)$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex CallerName();

    [GeneratedRegex(
        "AuthorizeAsync|^(Is|Check|Ensure|Verify|Has|Can|Assert|Validate|Demand|Require).*(Owner|Access|Permission|Authori[sz]|Allowed|Belongs|Tenant|Membership)|BelongsTo|^Can(Read|View|Edit|Manage|Delete|Update|See|Access)|^IsInRole$|^UserHas|^(Is|Was)Mine$|^Is(Users?|Admin)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex CheckName();

    [GeneratedRegex("^(Log|Write|Trace|Debug|Info|Warn|Error|Audit|Track)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex LogName();

    [GeneratedRegex("^_?(log|logger|audit.*|trace|console|telemetry.*|metrics)$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex LogReceiver();

    [GeneratedRegex(
        "^(Created|Modified|Updated|LastModified|LastUpdated|Changed|Deleted|Approved|Edited)|^(Message|Title|Text|Reason)$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex AuditName();

    [GeneratedRegex(
        "^(FindFirst|FindFirstValue|Parse|TryParse|Get.*User.*|Get.*Claim.*|GetName|GetId|GetInt32|GetString|ToInt32|Convert.*|FindAll|GetCurrent.*|Guid|FirstOrDefault|First|Single|SingleOrDefault|ToString|GetTenant.*)$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex IdentityCall();
}
