using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Analysis.CSharp.EntryPoints;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;

namespace Shrike.Analysis.Rules.Structure;

/// <summary>Somebody is signed in, or given a token, as the user whom a cookie, header or field names and nothing proves.</summary>
internal static partial class ClientHeldIdentity
{
    private const int MaxNodes = 20_000;
    private const int MaxRounds = 4;

    public static Candidate? Find(Rule rule, EntryPointSite site)
    {
        SyntaxNode[] nodes =
        [
            .. site.Workers.SelectMany(worker => Shape.Body(worker.Function)?.DescendantNodesAndSelf() ?? []).Take(MaxNodes),
        ];
        if (!nodes.Any(node => Admits(node) is not null) || nodes.Any(IsProof))
            return null;
        Dictionary<string, string> held = Named(site, nodes);
        for (int known = -1, round = 0; held.Count > known && round < MaxRounds; round++)
        {
            known = held.Count;
            foreach (SyntaxNode node in nodes)
                Carry(node, held);
        }

        foreach (SyntaxNode node in nodes)
        {
            if (Admits(node) is not { } admitted || Source(admitted, held) is not { } source)
                continue;
            return StructuralRules.Candidate(
                rule,
                node,
                Shape.Where(node),
                $"who is signed in is decided by {source}, which the client chooses and nothing proves",
                site
            ) with
            {
                Cwe = source.StartsWith("cookie", StringComparison.Ordinal) ? 565 : 302,
                // A proxy in front may be the one who writes the header.
                Severity = source.StartsWith("header", StringComparison.Ordinal) ? Severity.Medium : null,
            };
        }

        return null;
    }

    /// <summary>Parameters that name a user, at a door that asks for nothing besides.</summary>
    private static Dictionary<string, string> Named(EntryPointSite site, SyntaxNode[] nodes)
    {
        var held = new Dictionary<string, string>(StringComparer.Ordinal);
        EntryPoint point = site.EntryPoint;
        bool asksMore =
            point.Guards.Authorization is not null
            || point.Parameters.Any(p => ProofName().IsMatch(p.Name) || p.Binding is Binding.Body or Binding.Model && !IsPlain(p.Type))
            || MakesUser().IsMatch(Endpoints.NameOf(site))
            || nodes.OfType<InvocationExpressionSyntax>().Any(call => MakesUser().IsMatch(Shape.SimpleName(call)));
        if (asksMore || !Endpoints.IsHttp(point.Kind))
            return held;
        foreach (EntryParameter parameter in point.Parameters)
        {
            if (
                parameter.Binding is Binding.Query or Binding.Form or Binding.Route or Binding.Header or Binding.Model
                && IsPlain(parameter.Type)
                && UserName().IsMatch(parameter.Name)
            )
            {
                foreach (Worker worker in site.Workers)
                    held[worker.NameOf(parameter.Name) ?? parameter.Name] = $"parameter '{parameter.Name}'";
            }
        }

        return held;
    }

    private static bool IsPlain(string type) => type.TrimEnd('?') is "string" or "int" or "long" or "Guid";

    private static void Carry(SyntaxNode node, Dictionary<string, string> held)
    {
        (string name, ExpressionSyntax? value) = node switch
        {
            VariableDeclaratorSyntax { Initializer.Value: { } initial } local => (local.Identifier.ValueText, initial),
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } set => (left.Identifier.ValueText, set.Right),
            ForEachStatementSyntax each => (each.Identifier.ValueText, each.Expression),
            InvocationExpressionSyntax call
                when call.ArgumentList.Arguments.Select(a => a.Expression).OfType<DeclarationExpressionSyntax>().FirstOrDefault()
                    is { Designation: SingleVariableDesignationSyntax written } => (written.Identifier.ValueText, call),
            _ => ("", null),
        };
        if (value is not null && !held.ContainsKey(name) && Source(value, held) is { } source)
            held[name] = source;
    }

    /// <summary>What names the user in an act that lets somebody in, or null for any other node.</summary>
    private static SyntaxNode? Admits(SyntaxNode node) =>
        node switch
        {
            InvocationExpressionSyntax call when SignIn().IsMatch(Shape.SimpleName(call)) => call,
            ObjectCreationExpressionSyntax made
                when Shape.SimpleName(made.Type) is "ClaimsIdentity" or "GenericIdentity" or "FormsAuthenticationTicket" => made,
            AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { Expression: { } store } element } set
                when Shape.SimpleName(store) == "Session"
                    && Constants.Text(element.ArgumentList.Arguments.FirstOrDefault()?.Expression, null) is { } key
                    && UserName().IsMatch(key) => set.Right,
            _ => null,
        };

    private static string? Source(SyntaxNode node, Dictionary<string, string> held)
    {
        foreach (SyntaxNode inner in node.DescendantNodesAndSelf().Take(400))
        {
            if (inner is IdentifierNameSyntax name)
            {
                bool whole = name.Parent is not MemberAccessExpressionSyntax member || member.Expression == name;
                if (whole && held.TryGetValue(name.Identifier.ValueText, out string? source) && !IsSecret(name))
                    return source;
                continue;
            }

            if (FromRequest(inner) is { } direct && !IsSecret(inner))
                return direct;
        }

        return null;
    }

    /// <summary>A value that is looked up as a secret (a remembered token, a session number) proves itself.</summary>
    private static bool IsSecret(SyntaxNode node)
    {
        int hops = 0;
        for (SyntaxNode? at = node.Parent; at is not null and not StatementSyntax && hops < 12; at = at.Parent, hops++)
        {
            if (
                at is BinaryExpressionSyntax both
                && both.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => SecretName().IsMatch(name.Identifier.ValueText))
            )
                return true;
            if (at is InvocationExpressionSyntax call && BySecret().IsMatch(Shape.SimpleName(call)))
                return true;
        }

        return false;
    }

    private static string? FromRequest(SyntaxNode node)
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
        if (store is null)
            return null;
        string? name = Constants.Text(key, null);
        string on = Shape.SimpleName(store);
        if (on == "Cookies" && IsRequest(store))
            return $"cookie '{name ?? key?.ToString()}'";
        if (name is null || !UserName().IsMatch(name))
            return null;
        return on switch
        {
            "Headers" when IsRequest(store) => $"header '{name}'",
            "Query" or "QueryString" => $"query value '{name}'",
            "Form" => $"form field '{name}'",
            "Request" or "Params" => $"request value '{name}'",
            _ => null,
        };
    }

    private static bool IsRequest(ExpressionSyntax store) =>
        store is not MemberAccessExpressionSyntax member
        || Shape.SimpleName(member.Expression) is not ("Response" or "_response" or "response");

    /// <summary>A check of a password, signature, ticket or code: what it proves is not asked further.</summary>
    private static bool IsProof(SyntaxNode node) =>
        node is InvocationExpressionSyntax call && ProofCall().IsMatch(Shape.SimpleName(call))
        || node is ObjectCreationExpressionSyntax made
            && Shape.SimpleName(made.Type).StartsWith("HMAC", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        "^(SignIn|SignInAsync|SignInWithClaimsAsync|SetAuthCookie|RedirectFromLoginPage|GetAuthCookie|LoginAsync|LogUserIn|SignInUser(Async)?)$|^(Create|Generate|Issue|Build|Make|Get)_?(User|New)?_?(Access|Auth|Authentication|Jwt|Bearer|Security|Login)_?(Token|Jwt|Cookie)?(String)?(Async|For.*)?$|^(Create|Generate|Issue|Build|Make)_?(User)?(Token|Jwt)(Async|For.*)?$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex SignIn();

    [GeneratedRegex(
        "Unprotect|Decrypt|Verif|Validat|PasswordSignIn|CheckPassword|FixedTimeEquals|SequenceEqual|Authenticat|ComputeHash|HashData|ExternalLogin|TwoFactor|Redeem|Exchange|Introspect|ConfirmEmail|IsInRole|^Authori[sz]e|Impersonat|Refresh",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex ProofCall();

    [GeneratedRegex(
        "pass|pwd|secret|token|code|otp|pin$|signature|sig$|hmac|ticket|assertion|credential|key|nonce|hash",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex ProofName();

    [GeneratedRegex(
        "token|secret|hash|session|stamp|^key$|apikey|series|nonce|password|pwd",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex SecretName();

    [GeneratedRegex("By_?(.*)(Token|Secret|Session|ApiKey|Hash|Key)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex BySecret();

    [GeneratedRegex(
        "^(x-?)?(forwarded-?|remote-?|auth-?|current-?|logged_?in_?|sso_?|my)?_?(user|uid|login|account|member|customer|identity|username|email|e_?mail)[-_]?(id|name|guid|key|email|no|number)?$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex UserName();

    [GeneratedRegex(
        "Regist|SignUp|Create_?(User|Account|Async$)|Add_?User|Confirm|Reset|Verif|Activat|Invit|Callback|Impersonat|External",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex MakesUser();
}
