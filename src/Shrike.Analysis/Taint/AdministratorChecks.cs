using System.Text.RegularExpressions;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>Whether only an administrator of the application can send what arrives: by what its constructor or
/// its page's beginning demands, or by a check that stands before each step of the way.</summary>
internal sealed partial class AdministratorChecks(IrProgram program, Func<int, FunctionFacts> factsOf)
{
    private const int MaxDepth = 40;
    private const int MaxSnippet = 200;

    private readonly Dictionary<string, bool> constructors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> pages = new(StringComparer.Ordinal);
    private ILookup<string, IrFunction>? constructorsOf;
    private ILookup<string, IrFunction>? loadsOf;

    /// <summary>Whether the last answer speaks of him too who sets the application up.</summary>
    public bool OrWhoInstalls { get; private set; }

    public bool Precede(Hit hit)
    {
        OrWhoInstalls = false;
        if (InConstructor(hit.Node.Context.Function) || InPage(hit.Node.Context.Function))
            return true;
        for (Node? node = hit.Node; node is { At: >= 0 }; node = node.Previous)
        {
            if (StandsBefore(node.Context.Function, node.At))
                return true;
        }

        int depth = 0;
        for (Hit? at = hit; at is not null && depth < MaxDepth; at = at.Inner, depth++)
        {
            IrFunction function = at.Node.Context.Function;
            if (
                at.Inner is { } inner ? StandsBeforeCalls(function, inner.Node.Context.Function.Id) : StandsBefore(function, at.Instruction)
            )
                return true;
        }

        return false;
    }

    private bool StandsBeforeCalls(IrFunction function, int callee)
    {
        bool any = false;
        for (int i = 0; i < function.Code.Length; i++)
        {
            if (function.Code[i].Op != Op.Call || !function.Calls[function.Code[i].X].Callees.Contains(callee))
                continue;
            any = true;
            if (!StandsBefore(function, i))
                return false;
        }

        return any;
    }

    /// <summary>Whether what stands at a door lets administrators in and nobody else.</summary>
    public static bool Demands(Guards guards) =>
        guards.ForAdministrators
        || (!guards.AllowsAnonymous && guards is { Policies.Count: 0, Authorization: { } text } && Attribute().IsMatch(text));

    private bool InConstructor(IrFunction function)
    {
        string type = function.DeclaringType.Name;
        if (type.Length == 0)
            return false;
        if (constructors.TryGetValue(type, out bool known))
            return known;
        constructorsOf ??= program
            .Functions.Where(f => f.Symbol.Contains(".#ctor", StringComparison.Ordinal))
            .ToLookup(f => f.DeclaringType.Name);
        IrFunction[] all = [.. constructorsOf[type]];
        return constructors[type] = all.Length > 0 && all.All(EndsOnlyForAdministrators);
    }

    /// <summary>A page of WebForms runs this before any of its handlers.</summary>
    private bool InPage(IrFunction function)
    {
        string type = function.DeclaringType.Name;
        if (type.Length == 0)
            return false;
        if (pages.TryGetValue(type, out bool known))
            return known;
        loadsOf ??= program.Functions.Where(f => Load().IsMatch(f.Display)).ToLookup(f => f.DeclaringType.Name);
        return pages[type] = loadsOf[type].Any(f => EndsOnlyForAdministrators(f) || DemandsAtOnce(f));
    }

    /// <summary>`Security.DemandUserHasRight(Rights.AccessAdminPages, true)` before the first branch: it throws or leads elsewhere.</summary>
    private static bool DemandsAtOnce(IrFunction function)
    {
        int b = 0;
        for (int n = 0; b >= 0 && n < function.Blocks.Length; n++)
        {
            Block block = function.Blocks[b];
            for (int i = block.First; i < block.End; i++)
            {
                ref Instruction code = ref function.Code[i];
                if (
                    code.Op == Op.Call
                    && Demand().IsMatch(function.Calls[code.X].Target.Name)
                    && DemandOfAdministrators().IsMatch(function.File.Snippet(code.Start, Math.Min(code.Length, MaxSnippet)))
                )
                    return true;
            }

            if (block.Condition >= 0)
                return false;
            b = block.Next;
        }

        return false;
    }

    private bool EndsOnlyForAdministrators(IrFunction function)
    {
        Block[] exits = [.. function.Blocks.Where(b => b.Next < 0 && !(b.End > b.First && function.Code[b.End - 1].Op == Op.Throw))];
        return exits.Length > 0 && exits.All(exit => IsGuarded(function, Array.IndexOf(function.Blocks, exit)));
    }

    private bool StandsBefore(IrFunction function, int instruction) => IsGuarded(function, factsOf(function.Id).BlockOf[instruction]);

    private bool IsGuarded(IrFunction function, int target)
    {
        Gates.Answer answer = Gates.Stand(function, target, register => Asks(function, register));
        OrWhoInstalls |= answer == Gates.Answer.Allows;
        return answer != Gates.Answer.None;
    }

    /// <summary>What a condition says of the caller: an administrator, or the one who sets the application up.</summary>
    private (Gates.Answer WhenTrue, Gates.Answer WhenFalse) Asks(IrFunction function, int register)
    {
        FunctionFacts facts = factsOf(function.Id);
        bool answer = true;
        int definition = Gates.Decides(facts, register, ref answer);
        if (definition < 0)
            return default;
        ref Instruction code = ref function.Code[definition];
        switch (code.Op)
        {
            case Op.LoadField:
                string name = function.Members[code.X].Name;
                return Flag().IsMatch(name) ? When(answer, Gates.Answer.Admits)
                    : Installed().IsMatch(name) ? When(!answer, Gates.Answer.Allows)
                    : default;
            case Op.Call:
                if (IsCheck(function, facts, definition))
                    return When(answer, Gates.Answer.Admits);
                return Installed().IsMatch(function.Calls[code.X].Target.Name) ? When(!answer, Gates.Answer.Allows)
                    : AsksForSetup(facts, definition) ? When(answer, Gates.Answer.Allows)
                    : default;
            default:
                return default;
        }
    }

    private static (Gates.Answer, Gates.Answer) When(bool isTrue, Gates.Answer answer) =>
        isTrue ? (answer, Gates.Answer.None) : (Gates.Answer.None, answer);

    /// <summary>`string.IsNullOrEmpty(settings.ConnectionString)`: there is no database yet.</summary>
    private static bool AsksForSetup(FunctionFacts facts, int call)
    {
        CallSite site = facts.Function.Calls[facts.Function.Code[call].X];
        if (site.Target.Name is not ("IsNullOrEmpty" or "IsNullOrWhiteSpace") || site.Arguments is not [var asked])
            return false;
        int definition = facts.OriginAt(asked, call);
        if (definition < 0)
            return false;
        ref Instruction code = ref facts.Function.Code[definition];
        if (code.Op == Op.LoadField)
            return Database().IsMatch(facts.Function.Members[code.X].Name);
        return code.Op == Op.Call
            && facts.Function.Calls[code.X] is { } read
            && (
                Database().IsMatch(read.Target.Name)
                || read.Arguments.Any(a =>
                    a >= 0 && facts.Constants.At(a, facts.BlockOf[definition], definition).Value is string key && Database().IsMatch(key)
                )
            );
    }

    private static bool IsCheck(IrFunction function, FunctionFacts facts, int call)
    {
        CallSite site = function.Calls[function.Code[call].X];
        string name = site.Target.Name;
        if (site.Target.Kind == MemberKind.Getter)
            return Flag().IsMatch(name);
        if (Grants().IsMatch(name) && site.Arguments.Any(argument => IsOwnersPermission(facts, argument, call)))
            return true;
        if (name is not ("IsInRole" or "IsUserInRole"))
            return Call().IsMatch(name) && !Other().IsMatch(name);
        int role = site.Arguments.Length > 0 ? site.Arguments[^1] : -1;
        int definition = role < 0 ? -1 : facts.Definition[role];
        return definition >= 0
            && function.Code[definition] is { Op: Op.Const } constant
            && function.Constants[constant.X] is string text
            && Guards.IsAdministrator(text);
    }

    /// <summary>`Authorize(Permissions.SiteOwner)`: a permission that only whoever owns the whole installation has.</summary>
    private static bool IsOwnersPermission(FunctionFacts facts, int argument, int call)
    {
        int definition = facts.OriginAt(argument, call);
        if (definition < 0)
            return false;
        ref Instruction code = ref facts.Function.Code[definition];
        string? name = code.Op switch
        {
            Op.LoadField => facts.Function.Members[code.X].Name,
            Op.Call when facts.Function.Calls[code.X].Target is { Kind: MemberKind.Getter } read => read.Name,
            Op.Const => facts.Function.Constants[code.X] as string,
            _ => null,
        };
        return name is not null && OfTheOwner().IsMatch(name);
    }

    // "AdminOrEditor", "NotAdmin", "Administration" as a part of a site that others enter too.
    [GeneratedRegex("[a-z]Or[A-Z]|^(Is)?No[tn]|Non_?-?Admin|Any", RegexOptions.NonBacktracking)]
    private static partial Regex Other();

    [GeneratedRegex(
        "^(Is|UserIs|User_?Is|IsCurrent(User)?|CurrentUserIs|IsUser|IsIn|Has)?_?(Site|System|Super|Global|Server|Full)?(Admin|Administrator|SuperUser|SuperAdmin)(User|Role|Rights?|Access)?$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Flag();

    [GeneratedRegex("^(Is|Has|UserIs|CurrentUserIs|Check|Validate|Verify|Can).*(Admin|SuperUser)", RegexOptions.NonBacktracking)]
    private static partial Regex Call();

    [GeneratedRegex(
        "^(Is)?(Authori[sz]ed?|Granted)(Async)?$|^(Has|Check)(Permission|Right|Access)s?(Async)?$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Grants();

    [GeneratedRegex("^(Site|Host|System|Server|Instance)_?(Owner|Admin|Administrator)$", RegexOptions.NonBacktracking)]
    private static partial Regex OfTheOwner();

    [GeneratedRegex("^\\[\\w*(AdminOnly|AdminAuthori[sz]|RequireAdmin|Admin(istrator)?Required|IsAdmin)", RegexOptions.NonBacktracking)]
    private static partial Regex Attribute();

    [GeneratedRegex("\\.(Page_Load|Page_Init|Page_PreInit|OnLoad|OnInit|OnPreInit)$", RegexOptions.NonBacktracking)]
    private static partial Regex Load();

    [GeneratedRegex("^(Demand|Require|Ensure|Assert|Enforce)", RegexOptions.NonBacktracking)]
    private static partial Regex Demand();

    [GeneratedRegex("\\bAdmin|AccessAdmin|Administrator|SuperUser", RegexOptions.NonBacktracking)]
    private static partial Regex DemandOfAdministrators();

    [GeneratedRegex("^(Is|Has|Database|App|Application|Site|Db)*_?(Installed|SetupComplete|SetUp)$", RegexOptions.NonBacktracking)]
    private static partial Regex Installed();

    [GeneratedRegex("Connection_?String", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Database();
}
