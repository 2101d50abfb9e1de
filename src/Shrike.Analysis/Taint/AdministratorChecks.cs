using System.Text.RegularExpressions;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>Whether only an administrator of the application can send what arrives: by what its constructor
/// demands, or by a check that stands before each step of the way.</summary>
internal sealed partial class AdministratorChecks(IrProgram program, Func<int, FunctionFacts> factsOf)
{
    private const int MaxDepth = 40;

    private readonly Dictionary<string, bool> constructors = new(StringComparer.Ordinal);
    private ILookup<string, IrFunction>? constructorsOf;

    public bool Precede(Hit hit)
    {
        if (InConstructor(hit.Node.Context.Function))
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

    private bool EndsOnlyForAdministrators(IrFunction function)
    {
        Block[] exits = [.. function.Blocks.Where(b => b.Next < 0 && !(b.End > b.First && function.Code[b.End - 1].Op == Op.Throw))];
        return exits.Length > 0 && exits.All(exit => IsGuarded(function, Array.IndexOf(function.Blocks, exit)));
    }

    private bool StandsBefore(IrFunction function, int instruction) => IsGuarded(function, factsOf(function.Id).BlockOf[instruction]);

    private bool IsGuarded(IrFunction function, int target)
    {
        for (int b = 0; b < function.Blocks.Length; b++)
        {
            Block block = function.Blocks[b];
            if (b == target || block.Condition < 0 || Asks(function, block.Condition) is not { } whenTrue)
                continue;
            (int admitted, int refused) = whenTrue ? (block.WhenTrue, block.Next) : (block.Next, block.WhenTrue);
            if (Reaches(function, admitted, target, -1) && !Reaches(function, refused, target, -1) && !Reaches(function, 0, target, b))
                return true;
        }

        return false;
    }

    /// <summary>Which answer of a condition says that the caller is an administrator; null where it asks something else.</summary>
    private bool? Asks(IrFunction function, int register)
    {
        FunctionFacts facts = factsOf(function.Id);
        bool answer = true;
        for (int depth = 0; depth < 8 && register >= 0; depth++)
        {
            int definition = facts.Definition[register];
            if (definition < 0)
                return null;
            ref Instruction code = ref function.Code[definition];
            switch (code.Op)
            {
                case Op.Not:
                    answer = !answer;
                    register = code.A;
                    continue;
                case Op.Move:
                    register = code.A;
                    continue;
                case Op.LoadField:
                    return Flag().IsMatch(function.Members[code.X].Name) ? answer : null;
                case Op.Call:
                    return IsCheck(function, facts, definition) ? answer : null;
                default:
                    return null;
            }
        }

        return null;
    }

    private static bool IsCheck(IrFunction function, FunctionFacts facts, int call)
    {
        CallSite site = function.Calls[function.Code[call].X];
        string name = site.Target.Name;
        if (site.Target.Kind == MemberKind.Getter)
            return Flag().IsMatch(name);
        if (name is not ("IsInRole" or "IsUserInRole"))
            return Call().IsMatch(name) && !Other().IsMatch(name);
        int role = site.Arguments.Length > 0 ? site.Arguments[^1] : -1;
        int definition = role < 0 ? -1 : facts.Definition[role];
        return definition >= 0
            && function.Code[definition] is { Op: Op.Const } constant
            && function.Constants[constant.X] is string text
            && Guards.IsAdministrator(text);
    }

    private static bool Reaches(IrFunction function, int from, int to, int without)
    {
        if (from < 0 || from == without)
            return false;
        var seen = new HashSet<int> { from };
        var open = new Stack<int>([from]);
        while (open.TryPop(out int at))
        {
            if (at == to)
                return true;
            Block block = function.Blocks[at];
            foreach (int next in (int[])[block.Next, block.WhenTrue, .. block.Extra])
            {
                if (next >= 0 && next != without && seen.Add(next))
                    open.Push(next);
            }
        }

        return false;
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

    [GeneratedRegex("^\\[\\w*(AdminOnly|AdminAuthori[sz]|RequireAdmin|Admin(istrator)?Required|IsAdmin)", RegexOptions.NonBacktracking)]
    private static partial Regex Attribute();
}
