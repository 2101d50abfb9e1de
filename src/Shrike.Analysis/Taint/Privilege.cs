using Shrike.Analysis.Facts;
using Shrike.Analysis.Ir;
using Shrike.Analysis.Rules;

namespace Shrike.Analysis.Taint;

/// <summary>Whether only the administrators of the installation can send what a flow starts with: they have what it would win
/// them. A rule whose victim is the caller (script in a page, redirection) is no lesser for that.</summary>
internal sealed class Privilege(IrProgram program, IReadOnlyDictionary<int, EntryPoint> doors, Func<int, FunctionFacts> factsOf)
{
    private const int MaxCallers = 200;

    private readonly Dictionary<int, bool> administered = [];
    private readonly Dictionary<int, bool[]> behindRole = [];

    public bool IsNeeded(TaintResult result) =>
        result.Hit.Sink.Rule.Cvss.Contains("/UI:N", StringComparison.Ordinal)
        && result.Hit.Sink.Rule.Flow!.OwnSources.Count == 0
        && (IsAdministered(result.Hit.Node.Context.Function) || IsBehindRole(result.Hit));

    /// <summary>Every door from which a function is reached is the administrators'.</summary>
    private bool IsAdministered(IrFunction function)
    {
        if (administered.TryGetValue(function.Id, out bool known))
            return known;
        var seen = new HashSet<int> { function.Id };
        var open = new Queue<int>([function.Id]);
        bool any = false;
        bool all = true;
        while (all && open.TryDequeue(out int id))
        {
            if (doors.TryGetValue(id, out EntryPoint? door))
            {
                any = true;
                all = door.Guards.ForAdministrators;
                continue;
            }

            all = seen.Count < MaxCallers && program.Callers[id] is { Count: > 0 };
            foreach ((int caller, _) in program.Callers[id] ?? [])
            {
                if (!program.Functions[caller].InTestCode && seen.Add(caller))
                    open.Enqueue(caller);
            }
        }

        administered[function.Id] = any && all;
        return any && all;
    }

    /// <summary>On its way through the function where it starts, the data passes a branch that only administrators take.</summary>
    private bool IsBehindRole(Hit hit)
    {
        bool[] guarded = BehindRole(hit.Node.Context.Facts.Function);
        if (guarded.Length == 0)
            return false;
        FunctionFacts own = hit.Node.Context.Facts;
        if (guarded[own.BlockOf[hit.At]])
            return true;
        for (Node? node = hit.Node; node is { At: >= 0 }; node = node.Previous)
        {
            if (guarded[own.BlockOf[node.At]])
                return true;
        }

        return false;
    }

    /// <summary>The blocks that no way reaches but one where a role of administrators was asked for and held.</summary>
    private bool[] BehindRole(IrFunction function)
    {
        if (behindRole.TryGetValue(function.Id, out bool[]? guarded))
            return guarded;
        guarded = [];
        for (int b = 0; b < function.Blocks.Length; b++)
        {
            if (function.Blocks[b].Condition < 0 || Holds(function, b) is not { } whenHeld)
                continue;
            bool[] reached = ReachedWithout(function, b, whenHeld);
            if (guarded.Length == 0)
                guarded = new bool[function.Blocks.Length];
            for (int i = 0; i < guarded.Length; i++)
                guarded[i] |= !reached[i];
        }

        behindRole[function.Id] = guarded;
        return guarded;
    }

    /// <summary>Which branch of a block is taken when the caller has the role; null where no role is asked for.</summary>
    private bool? Holds(IrFunction function, int block)
    {
        FunctionFacts own = factsOf(function.Id);
        int register = function.Blocks[block].Condition;
        int at = function.Blocks[block].End;
        bool held = true;
        for (int n = 0; n < 6; n++)
        {
            int definition = own.DefinitionAt(register, Math.Min(at, function.Code.Length - 1));
            if (definition < 0)
                return null;
            ref Instruction code = ref function.Code[definition];
            switch (code.Op)
            {
                case Op.Move:
                    break;
                case Op.Not:
                    held = !held;
                    break;
                case Op.Call when function.Calls[code.X] is { Target.Name: "IsInRole", Arguments.Length: > 0 } site:
                    return
                        own.Constants.At(site.Arguments[^1], own.BlockOf[definition], definition).Value is string role
                        && Guards.IsAdministrator(role)
                        ? held
                        : null;
                default:
                    return null;
            }

            (register, at) = (code.A, definition);
        }

        return null;
    }

    private static bool[] ReachedWithout(IrFunction function, int block, bool branch)
    {
        var reached = new bool[function.Blocks.Length];
        var open = new Stack<int>([0]);
        void Reach(int next)
        {
            if (next >= 0 && !reached[next])
                open.Push(next);
        }

        while (open.TryPop(out int b))
        {
            if (reached[b])
                continue;
            reached[b] = true;
            Block code = function.Blocks[b];
            if (code.Condition >= 0 && !(b == block && branch))
                Reach(code.WhenTrue);
            if (!(b == block && !branch && code.Condition >= 0))
                Reach(code.Next);
            foreach (int extra in code.Extra)
                Reach(extra);
        }

        return reached;
    }
}
