using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>A member of an object that was checked before, here or by every caller that hands the object on: reading it again
/// yields what was checked.</summary>
internal sealed class GuardedReads(
    IrProgram program,
    GuardAnalysis guards,
    AccessPaths paths,
    Func<int, FunctionFacts> factsOf,
    Func<int, bool> isDoor
)
{
    private const int MaxDepth = 4;
    private const int MaxCallers = 12;

    private readonly Dictionary<(int Function, int Register, int Path, int Instruction), ulong> known = [];
    private readonly Dictionary<int, HashSet<int>> checkedRegisters = [];

    /// <summary>The contexts in which the member of a register is still dangerous at an instruction.</summary>
    public ulong Alive(FunctionFacts facts, int register, int step, int instruction) =>
        register < 0 ? ulong.MaxValue : Alive(facts, register, paths.Prepend(step, AccessPaths.Empty), instruction, 0);

    private ulong Alive(FunctionFacts facts, int register, int path, int instruction, int depth)
    {
        if (known.TryGetValue((facts.Function.Id, register, path, instruction), out ulong mask))
            return mask;
        known.Add((facts.Function.Id, register, path, instruction), ulong.MaxValue);
        mask = ulong.MaxValue;
        int at = instruction;
        int own = register;
        int below = path;
        // Every name under which the object is known here.
        for (int i = 0; i < 4 && own >= 0; i++)
        {
            mask &= Follow(facts, own, below, instruction, depth);
            int definition = facts.DefinitionAt(own, at);
            if (definition < 0)
                break;
            ref Instruction code = ref facts.Function.Code[definition];
            (own, MemberRef? member) = code.Op switch
            {
                Op.Move => (code.A, null),
                Op.LoadField => (code.A, facts.Function.Members[code.X]),
                Op.Call when facts.Function.Calls[code.X] is { Target.Kind: MemberKind.Getter, Arguments.Length: 0 } site => (
                    site.Receiver,
                    site.Target
                ),
                _ => (-1, null),
            };
            if (member is not null)
                below = paths.Prepend(member.Step, below);
            at = definition;
        }

        known[(facts.Function.Id, register, path, instruction)] = mask;
        return mask;
    }

    private ulong Follow(FunctionFacts facts, int register, int path, int instruction, int depth)
    {
        IrFunction function = facts.Function;
        int parameter = Array.IndexOf(function.Parameters, register);
        bool isGiven = parameter >= 0 || facts.Definition[register] == -1;
        ulong entry = parameter >= 0 ? AtEntry(function, parameter, path, depth) : ulong.MaxValue;
        if (entry == ulong.MaxValue && !IsChecked(facts, register))
            return ulong.MaxValue;
        var masks = new ulong[function.Blocks.Length];
        var seen = new bool[function.Blocks.Length];
        var work = new Queue<int>([0]);
        masks[0] = isGiven ? entry : 0;
        seen[0] = true;
        ulong result = 0;
        int budget = function.Blocks.Length * 64 + 64;
        while (work.TryDequeue(out int b))
        {
            if (budget-- <= 0)
                return ulong.MaxValue;
            Block block = function.Blocks[b];
            ulong mask = masks[b];
            bool isHere = facts.BlockOf[instruction] == b;
            foreach (int mention in facts.Mentions(register))
            {
                if (mention < block.First || mention >= block.End)
                    continue;
                if (isHere && mention >= instruction)
                {
                    result |= mask;
                    isHere = false;
                }

                ref Instruction code = ref function.Code[mention];
                if (code.Op == Op.Call && function.Calls[code.X] is { Callees.Length: > 0 } called)
                    mask &= guards.AfterCall(called, register, path);
                if (code.Dst == register)
                    mask = ulong.MaxValue;
            }

            if (isHere)
                result |= mask;
            (Cleared[] onTrue, Cleared[] onFalse) = guards.OfBlock(facts, b);
            if (block.Condition >= 0)
            {
                Flow(block.WhenTrue, mask & ~ClearedOf(onTrue, register, path));
                Flow(block.Next, mask & ~ClearedOf(onFalse, register, path));
            }
            else
            {
                Flow(block.Next, mask);
            }

            foreach (int extra in block.Extra)
                Flow(extra, mask | masks[b]);
        }

        return result;

        void Flow(int next, ulong mask)
        {
            if (next < 0 || (seen[next] && (masks[next] | mask) == masks[next]))
                return;
            masks[next] |= mask;
            seen[next] = true;
            work.Enqueue(next);
        }
    }

    private ulong ClearedOf(Cleared[] cleared, int register, int path)
    {
        ulong mask = guards.ClearedOf(cleared, register, path);
        foreach (Cleared clear in cleared)
        {
            if (clear.Register == GuardAnalysis.AnyRegister && paths.Last(path) == paths.Head(clear.Path))
                mask |= clear.Contexts;
        }

        return mask;
    }

    /// <summary>What every caller leaves dangerous; all, where somebody else may call.</summary>
    private ulong AtEntry(IrFunction function, int parameter, int path, int depth)
    {
        List<(int Function, int Instruction)>? callers = program.Callers[function.Id];
        if (callers is not { Count: > 0 and <= MaxCallers } || depth >= MaxDepth || isDoor(function.Id))
            return ulong.MaxValue;
        ulong mask = 0;
        foreach ((int caller, int instruction) in callers)
        {
            FunctionFacts own = factsOf(caller);
            CallSite site = own.Function.Calls[own.Function.Code[instruction].X];
            if (Array.IndexOf(site.Callees, function.Id) < 0 || parameter >= site.Arguments.Length || site.Arguments[parameter] < 0)
                return ulong.MaxValue;
            if (!own.Constants.Reachable[own.BlockOf[instruction]])
                continue;
            mask |= Alive(own, site.Arguments[parameter], path, instruction, depth + 1);
            if (mask == ulong.MaxValue)
                break;
        }

        return mask;
    }

    /// <summary>Whether a condition of the function, or a function it calls, may say anything of a member of the register.</summary>
    private bool IsChecked(FunctionFacts facts, int register)
    {
        if (!checkedRegisters.TryGetValue(facts.Function.Id, out HashSet<int>? registers))
        {
            checkedRegisters.Add(facts.Function.Id, registers = []);
            for (int b = 0; b < facts.Function.Blocks.Length; b++)
            {
                (Cleared[] onTrue, Cleared[] onFalse) = guards.OfBlock(facts, b);
                registers.UnionWith(onTrue.Where(c => c.Path != AccessPaths.Empty).Select(c => c.Register));
                registers.UnionWith(onFalse.Where(c => c.Path != AccessPaths.Empty).Select(c => c.Register));
            }

            foreach (CallSite site in facts.Function.Calls)
            {
                if (site.Callees.Length > 0)
                    registers.UnionWith(site.Arguments);
            }
        }

        return registers.Contains(register) || registers.Contains(GuardAnalysis.AnyRegister);
    }
}
