using System.Text.RegularExpressions;
using Shrike.Analysis.CSharp.EntryPoints;

namespace Shrike.Analysis.Rules.Structure;

/// <summary>Whether an endpoint is for callers with a right of their own, and not for everybody who is signed in.</summary>
internal static partial class Entitlement
{
    public static bool IsRequired(EntryPointSite site) =>
        site.Attributes.Count == 0 ? site.EntryPoint.Guards.Policies.Any(Restricts) : site.Attributes.Any(Requires);

    private static bool Requires(AttributeFact attribute)
    {
        if (attribute.Name is "AllowAnonymous")
            return false;
        if (attribute.Name != "Authorize")
            return OwnCheck().IsMatch(attribute.Name) || HasArguments(attribute) && DerivesFromAuthorize(attribute);
        // Of several roles any one will do, so one that everybody has opens the door to everybody.
        string? roles = attribute.NamedText("Roles");
        string[] names = roles?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        return names.Length > 0 && names.All(Restricts)
            || attribute.NamedText("Policy") is { } policy && Restricts(policy)
            || attribute.Types().Any()
            || attribute.Unnamed().Any(Restricts);
    }

    private static bool Restricts(string name)
    {
        string last = name[(name.LastIndexOf('.') + 1)..].Trim('"');
        return Endpoints.IsPrivilegedRole(last) || !Everybody().IsMatch(last);
    }

    private static bool HasArguments(AttributeFact attribute) => attribute.Syntax.ArgumentList is { Arguments.Count: > 0 };

    private static bool DerivesFromAuthorize(AttributeFact attribute)
    {
        int depth = 0;
        for (var type = attribute.Class; type is not null && depth < 8; type = type.BaseType, depth++)
        {
            if (
                type.Name is "AuthorizeAttribute" or "AuthorizationFilterAttribute"
                || type.AllInterfaces.Any(i => i.Name is "IAuthorizationFilter" or "IAsyncAuthorizationFilter" or "IAuthorizeData")
            )
                return true;
        }

        return false;
    }

    [GeneratedRegex(
        "Authori[sz]|Permission|Owner|Access|Admin|Roles?$|^Require.*(Role|Claim)|Privilege|^(Service|Type)Filter$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex OwnCheck();

    [GeneratedRegex(
        "^(Bearer|Cookies?|Jwt.*|Oidc|Identity.*|Api|Api_?Scope|(Is)?Authenticated.*|(Is)?(Logged|Signed)In.*|Default.*|Registered.*|(App|Application|Normal|Standard|Basic|Regular|Valid|Active|Any|All|Registered|Is|Site)?_?Users?(Only|Policy|Role|Scope)?|Customers?|Members?|Clients?|Everyone|Everybody|All|Application|Web|.*Scope|.*[:._](read|write)|read|write|access_as_user|Require_?(d|Authenticated|User|Login|Scope|Logged|Verified).*|Email_?(Confirmed|Verified)|Verified|Confirmed|Students?|Patients?|Buyers?|Sellers?|Employees?|Subscribers?|Premium|Free|Player|Guest|Reader|Viewer)$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex Everybody();
}
