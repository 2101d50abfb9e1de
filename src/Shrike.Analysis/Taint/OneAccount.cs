using System.Text.RegularExpressions;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>Whether all who are signed in are one and the same to a program: it lets in whoever knows its only password, makes the proof of
/// that itself, and nowhere knows, keeps or asks the name of a user. Each sign of a second account ends the claim.</summary>
internal sealed partial class OneAccount(IrProgram program, IReadOnlyDictionary<int, EntryPoint> entryPoints)
{
    private bool? isOwners;
    private Dictionary<string, List<MemberRef>>? members;

    public bool Is => isOwners ??= IsOwners();

    /// <summary>Whether a door is only open to who is signed in, whatever his rights.</summary>
    public static bool IsClosed(EntryPoint door) => door.Guards is { Authorization: not null, AllowsAnonymous: false };

    private bool IsOwners()
    {
        bool byPassword = false;
        foreach ((int id, EntryPoint door) in entryPoints)
        {
            if (door.InTestCode || door.Kind is EntryPointKind.Main or EntryPointKind.PublicApi)
                continue;
            // What these are sent, or who is signed in by a server in front of them, no parameter shows.
            if (
                door.Kind is EntryPointKind.WebForms or EntryPointKind.Blazor or EntryPointKind.HttpHandler
                || door.Guards.Policies.Count > 0
            )
                return false;
            (string Name, TypeRef Type)[] asked = [.. Asked(door, program.Functions[id])];
            bool hasPassword = Array.Exists(asked, a => Password().IsMatch(a.Name));
            if (hasPassword && Array.Exists(asked, a => User().IsMatch(a.Name)))
                return false;
            byPassword |=
                hasPassword && !IsClosed(door) && Array.TrueForAll(asked, a => Password().IsMatch(a.Name) || IsBeside(a.Name, a.Type));
        }

        return byPassword && MakesProof() && !KnowsUsers();
    }

    /// <summary>What a door is sent: its parameters and properties, and the members of those that are objects.</summary>
    private IEnumerable<(string Name, TypeRef Type)> Asked(EntryPoint door, IrFunction function)
    {
        foreach (EntryParameter parameter in door.Parameters)
        {
            int index = Array.IndexOf(function.ParameterNames, parameter.Name);
            if (parameter.Binding == Binding.Services || index < 0)
                continue;
            TypeRef type = function.RegisterTypes[function.Parameters[index]];
            if (program.Registrations.ContainsKey(type.Name))
                continue;
            foreach ((string, TypeRef) part in PartsOf(parameter.Name, type))
                yield return part;
        }

        foreach (EntryParameter property in door.Properties.Where(p => p.Binding != Binding.Services))
        {
            foreach (MemberRef member in MembersOf(function.DeclaringType).Where(m => m.Name == property.Name))
            {
                foreach ((string, TypeRef) part in PartsOf(property.Name, member.Result))
                    yield return part;
            }
        }
    }

    private IEnumerable<(string Name, TypeRef Type)> PartsOf(string name, TypeRef type) =>
        type.IsSource && type.Kind == ValueKind.Object ? MembersOf(type).Select(m => (m.Name, m.Result)) : [(name, type)];

    /// <summary>The members of a type that code reads.</summary>
    private IEnumerable<MemberRef> MembersOf(TypeRef type)
    {
        members ??= ReadMembers();
        return ((string[])[type.Name, .. type.Bases]).SelectMany(name => members.GetValueOrDefault(name) ?? []);
    }

    private Dictionary<string, List<MemberRef>> ReadMembers()
    {
        var read = new Dictionary<string, List<MemberRef>>(StringComparer.Ordinal);
        var seen = new HashSet<int>();
        foreach (IrFunction function in program.Functions)
        {
            foreach (MemberRef member in function.Members)
            {
                if (!member.IsSource || !seen.Add(member.Step))
                    continue;
                if (!read.TryGetValue(member.Type, out List<MemberRef>? list))
                    read.Add(member.Type, list = []);
                list.Add(member);
            }
        }

        return read;
    }

    /// <summary>What may stand beside the password and still names nobody.</summary>
    private static bool IsBeside(string name, TypeRef type) =>
        type.Kind == ValueKind.Bool || type.Element == "System.Boolean" || type.ElementKind == ValueKind.Bool || Beside().IsMatch(name);

    /// <summary>Signs somebody in by a token or a principal of its own: no server in front of it has done that.</summary>
    private bool MakesProof() =>
        program.Functions.Any(f =>
            !f.InTestCode
            && Array.Exists(
                f.Calls,
                c =>
                    (c.Target.Kind == MemberKind.Constructor && Proof().IsMatch(c.Target.Type))
                    || c.Target.Name is "SignInAsync" or "SetAuthCookie"
            )
        );

    private bool KnowsUsers() =>
        program.Functions.Any(f =>
            !f.InTestCode
            && (
                Array.Exists(f.DeclaringType.Bases, KeepsUsers().IsMatch)
                || Array.Exists(f.RegisterTypes, t => KeepsUsers().IsMatch(t.Name))
                || Array.Exists(f.Calls, c => AsksWho(c.Target) && !IsOfProcess(f, c.Target))
                || Array.Exists(f.Members, m => AsksWho(m) && !IsOfProcess(f, m))
                || Array.Exists(f.Constants, c => c is string text && NameOfClaim().IsMatch(text))
                || TakesForm(f)
            )
        );

    /// <summary>Who is signed in, by what name, right or role; or somebody else signs people in.</summary>
    private static bool AsksWho(MemberRef member)
    {
        if (KeepsUsers().IsMatch(member.Type) || SignsInElsewhere().IsMatch(member.Name))
            return true;
        bool isPrincipal = Array.Exists([member.Type, .. member.Owners], t => Principal().IsMatch(t));
        return isPrincipal
            && member.Kind != MemberKind.Constructor
            && member.Name
                is "Name"
                    or "Claims"
                    or "IsInRole"
                    or "HasClaim"
                    or "FindFirst"
                    or "FindFirstValue"
                    or "FindAll"
                    or "GetUserId"
                    or "GetUserName"
                    or "NameClaimType";
    }

    /// <summary>The account of Windows that the program runs under.</summary>
    private static bool IsOfProcess(IrFunction function, MemberRef member) =>
        member.Type is "System.Security.Principal.WindowsPrincipal" or "System.Security.Principal.WindowsIdentity"
        && Array.Exists(function.Calls, c => c.Target is { Type: "System.Security.Principal.WindowsIdentity", Name: "GetCurrent" });

    /// <summary>A name and a password read from a form by hand.</summary>
    private static bool TakesForm(IrFunction function) =>
        Array.Exists(function.Constants, c => c is string text && Password().IsMatch(text))
        && Array.Exists(function.Constants, c => c is string text && User().IsMatch(text))
        && Array.Exists(
            function.Calls,
            c => c.Target.Name is "Form" or "ReadFormAsync" || c.Target.Type.EndsWith("FormCollection", StringComparison.Ordinal)
        );

    [GeneratedRegex("pass(word|phrase|wd|code)?$|^pwd$|pwd$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Password();

    [GeneratedRegex(
        "user|login|e_?-?mail|account|(^|[^e])member|customer|upn|nick|handle|^name$|owner|tenant|client_?id",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex User();

    [GeneratedRegex(
        "^(remember|persist|return|redirect|captcha|otp|totp|mfa|two_?factor)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex Beside();

    [GeneratedRegex(
        @"(^|\.)(JwtSecurityToken|SecurityTokenDescriptor|ClaimsIdentity|ClaimsPrincipal|GenericIdentity|FormsAuthenticationTicket)$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Proof();

    [GeneratedRegex(
        @"(^|\.)(ClaimsPrincipal|IPrincipal|ClaimsIdentity|IIdentity|PrincipalExtensions|IdentityExtensions|HttpContext(Base)?\.User)$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Principal();

    [GeneratedRegex(
        @"AspNet(Core)?\.Identity(\.|$)|(^|\.)(IdentityUser|IdentityDbContext|UserManager|SignInManager|RoleManager|I?UserStore|I?PasswordHasher|MembershipProvider|Membership|RoleProvider|WebSecurity|FormsAuthentication)$|IdentityServer|OpenIddict|DirectoryServices|Ldap|Sustainsys|ITfoxtec",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex KeepsUsers();

    [GeneratedRegex(
        "^(Add|Use)(OpenIdConnect|OAuth|Google|Facebook|Twitter|GitHub|MicrosoftAccount|Microsoft(Identity)?Web(Api|App)|Negotiate|Certificate|Saml2?|WsFederation|Auth0|Okta|Cas|Keycloak|Ldap|Identity|BasicAuthentication|Basic)[A-Za-z0-9]*$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex SignsInElsewhere();

    [GeneratedRegex(
        "^http://schemas[.](xmlsoap|microsoft)[.](org|com)/ws/20[0-9/]+/identity/claims/(name|nameidentifier|emailaddress|upn|role|primarysid|sid)$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex NameOfClaim();
}
