using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Analysis.CSharp.EntryPoints;

namespace Shrike.Analysis.Rules.Structure;

/// <summary>Whether code asks who calls, or turns some callers away.</summary>
internal static partial class Refusal
{
    private const int MaxNodes = 20_000;

    public static bool In(SyntaxNode body)
    {
        foreach (SyntaxNode node in body.DescendantNodesAndSelf().Take(MaxNodes))
        {
            bool refusal = node switch
            {
                InvocationExpressionSyntax call => IsCheck(call) || SendsAway(call) && IsConditional(call, body),
                BaseObjectCreationExpressionSyntax made => (Denial().IsMatch(Made(made)) || HasDenyingCode(made.ArgumentList))
                    && IsConditional(made, body),
                AssignmentExpressionSyntax { Right: LiteralExpressionSyntax { Token.ValueText: "401" or "403" } } set => Shape.SimpleName(
                    set.Left
                ) == "StatusCode"
                    && IsConditional(set, body),
                MemberAccessExpressionSyntax { Name.Identifier.ValueText: { } name } member => IsDenied(name, member)
                    && IsConditional(member, body),
                IdentifierNameSyntax name => CallerFlag().IsMatch(name.Identifier.ValueText) && IsTested(name),
                _ => false,
            };
            if (refusal)
                return true;
        }

        return false;
    }

    /// <summary>Whether a role, claim or permission of the caller is asked for; being signed in is none.</summary>
    public static bool AsksForRight(SyntaxNode body) =>
        Forbids(body)
        || body.DescendantNodesAndSelf()
            .Take(MaxNodes)
            .OfType<InvocationExpressionSyntax>()
            .Any(call => RightCheck().IsMatch(Shape.SimpleName(call)) && !NoCheck().IsMatch(Shape.SimpleName(call)));

    /// <summary>Whether a known caller can be turned away here: 401 only says that nobody is signed in.</summary>
    public static bool Forbids(SyntaxNode body)
    {
        foreach (SyntaxNode node in body.DescendantNodesAndSelf().Take(MaxNodes))
        {
            bool forbids = node switch
            {
                InvocationExpressionSyntax call => Shape.SimpleName(call) is "Forbid" or "ForbidAsync" or "AccessDenied"
                    || Shape.SimpleName(call) == "StatusCode"
                        && call.ArgumentList.Arguments.Any(a => a.Expression is LiteralExpressionSyntax { Token.ValueText: "403" }),
                ObjectCreationExpressionSyntax made => Forbidden().IsMatch(Shape.SimpleName(made.Type)),
                MemberAccessExpressionSyntax { Name.Identifier.ValueText: { } name } member => name == "Status403Forbidden"
                    || name == "Forbidden" && Shape.SimpleName(member.Expression) == "HttpStatusCode",
                _ => false,
            };
            if (forbids && IsConditional(node, body))
                return true;
        }

        return false;
    }

    private static bool IsCheck(InvocationExpressionSyntax call)
    {
        string name = Shape.SimpleName(call);
        if (NoCheck().IsMatch(name))
            return false;
        // A check whose answer is dropped decides nothing, unless it throws by itself, which its name then says.
        return CheckName().IsMatch(name) && (call.Parent is not ExpressionStatementSyntax || Throwing().IsMatch(name))
            || CallerFlag().IsMatch(name) && IsTested(call);
    }

    private static bool SendsAway(InvocationExpressionSyntax call)
    {
        string name = Shape.SimpleName(call);
        if (Denial().IsMatch(name) || name is "Forbid" or "Challenge" or "ChallengeAsync" or "ForbidAsync" or "RedirectToLoginPage")
            return true;
        if (name is "StatusCode" or "Problem" or "SendError")
            return HasDenyingCode(call.ArgumentList);
        return name.StartsWith("Redirect", StringComparison.Ordinal)
            && call.ArgumentList.Arguments.Any(a =>
                a.Expression.DescendantTokens()
                    .Any(t => t.Parent is LiteralExpressionSyntax or InterpolatedStringTextSyntax && LoginPage().IsMatch(t.ValueText))
            );
    }

    private static string Made(BaseObjectCreationExpressionSyntax made) =>
        made is ObjectCreationExpressionSyntax { Type: { } type } ? Shape.SimpleName(type) : "";

    private static bool HasDenyingCode(ArgumentListSyntax? arguments) =>
        arguments?.Arguments.Any(a => a.Expression is LiteralExpressionSyntax { Token.ValueText: "401" or "403" }) == true;

    private static bool IsDenied(string name, MemberAccessExpressionSyntax member) =>
        name is "Status401Unauthorized" or "Status403Forbidden"
        || name is "Unauthorized" or "Forbidden" && Shape.SimpleName(member.Expression) == "HttpStatusCode";

    /// <summary>Not what is done in any case, and not what an error handler says.</summary>
    private static bool IsConditional(SyntaxNode node, SyntaxNode body)
    {
        for (SyntaxNode? at = node; at is not null && at != body.Parent; at = at.Parent)
        {
            switch (at)
            {
                case CatchClauseSyntax:
                    return false;
                case IfStatementSyntax
                or ConditionalExpressionSyntax
                or SwitchSectionSyntax
                or SwitchExpressionArmSyntax
                or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression }:
                    return true;
                case BlockSyntax block when block.Statements.TakeWhile(s => !s.Span.Contains(node.Span)).Any(IsEarlyExit):
                    return true;
            }
        }

        return false;
    }

    /// <summary>A branch before that leaves: what follows is its other side.</summary>
    private static bool IsEarlyExit(StatementSyntax statement) =>
        statement is IfStatementSyntax branch
        && branch.Statement.DescendantNodesAndSelf().Take(200).Any(n => n is ReturnStatementSyntax or ThrowStatementSyntax);

    private static bool IsTested(ExpressionSyntax name)
    {
        SyntaxNode from = name;
        for (SyntaxNode? at = name.Parent; at is not null; from = at, at = at.Parent)
        {
            switch (at)
            {
                case IfStatementSyntax branch:
                    return branch.Condition == from;
                case ConditionalExpressionSyntax choice:
                    return choice.Condition == from;
                case ReturnStatementSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax:
                    return true;
                case StatementSyntax or AnonymousFunctionExpressionSyntax:
                    return false;
            }
        }

        return false;
    }

    [GeneratedRegex(
        "^(Is|Has|Can|Check|Ensure|Verify|Assert|Validate|Demand|Require|Throw|Test|Evaluate|User|Caller|Current).*(Authori[sz]|Permission|Permitted|Access|Allowed|Entitle|Privilege|Rights|Owner|Admin|InRole|Role|Claim|LoggedIn|SignedIn|Authenticated)"
            + "|^(Authori[sz]e|AuthorizeAsync|Demand|IsInRole|IsInAnyRole|HasClaim|IsAuthorizedTo|CheckAccess|CheckPermissions?)$|^Authori[sz]e.*(Async|Access|User|Request|Current)|^TryAuthori[sz]e|^Authenticate(Request|User|Caller|Client|Async|AdminAsync)?$"
            + "|^(Verify|Validate|Check|IsValid|Is|Compare|Authenticate|Require).*(Signature|Hmac|ApiKey|Secret|Webhook|Password|Credential|Jwt|BearerToken|AccessToken|UserToken|AuthToken|SecurityToken)|^(FixedTimeEquals|CryptographicEquals|ConstructEvent|ValidateToken|ValidateTokenAsync|VerifyToken|CheckToken|VerifyData|VerifyHash)$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex CheckName();

    [GeneratedRegex(
        "^(Ensure|Verify|Assert|Validate|Demand|Require|Throw|Check|Authori[sz]e|Authenticate|ConstructEvent)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex Throwing();

    [GeneratedRegex(
        "Antiforgery|AntiForgeryToken|Csrf|Xsrf|Require(Authorization|Role|Claim|AuthenticatedUser)|CancellationToken|Accessor|FileAccess|AccessAllowed$|^(Add|Set|Get|Remove)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex NoCheck();

    [GeneratedRegex(
        "(Unauthori[sz]ed|Forbidden|Forbid|AccessDenied|NotAuthori[sz]ed|PermissionDenied|NoPermission|Challenge)(Access)?(Object)?(Http)?(Result|Exception|Error|Response)?$|^(Security|.*(Authori[sz]ation|Authentication)(Failed)?|InvalidSignature|InvalidToken|NotAllowed)Exception$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Denial();

    [GeneratedRegex(
        "^(IsAuthenticated|IsLoggedIn|IsSignedIn|IsAuthori[sz]ed|Is(Current)?(User)?(Site)?(Admin|Administrator|SuperUser|SuperAdmin|Moderator|Editor)|HasAccess|HasPermission|HasRights|UserIs(Admin|Author|Editor|InRole))$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex CallerFlag();

    [GeneratedRegex(
        "log_?-?[io]n|sign_?-?in|account/|access_?denied|unauthori[sz]ed",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex LoginPage();

    [GeneratedRegex("^Forbid|Forbidden|AccessDenied|PermissionDenied|NotOwner", RegexOptions.NonBacktracking)]
    private static partial Regex Forbidden();

    [GeneratedRegex(
        "^(Is|Has|Can|Check|Ensure|Verify|Assert|Demand|Require).*(Authori[sz]|Permission|Access|Allowed|Privilege|Admin|Role|Claim)|^(AuthorizeAsync|Demand|IsInRole|HasClaim)$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex RightCheck();
}
