using System.Globalization;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>What a function sets on an object it holds, under any name the object goes by there.</summary>
internal static class ObjectProperties
{
    /// <param name="at">Where it is asked for: what only another branch sets does not count.</param>
    public static Dictionary<string, Known> SetOn(FunctionFacts facts, int register, int at = -1)
    {
        IrFunction function = facts.Function;
        // Settings kept in a field: what its initialiser set.
        int definition = facts.Definition[register];
        if (
            definition >= 0
            && function.Code[definition].Op == Op.LoadField
            && facts.Results?.OnlyStore(function.Members[function.Code[definition].X]) is { } store
            && store.Facts.Function != function
        )
            return SetOn(store.Facts, store.Register);
        HashSet<int> names = NamesOf(facts, register);
        var set = new Dictionary<string, Known>(StringComparer.Ordinal);
        for (int i = 0; i < function.Code.Length; i++)
        {
            ref Instruction code = ref function.Code[i];
            if (code.Op == Op.StoreField && names.Contains(code.A))
                Put(function.Members[code.X].Name, code.B, i);
            else if (
                code.Op == Op.Call
                && function.Calls[code.X] is { Target.Kind: MemberKind.Setter, Arguments.Length: > 0 } site
                && names.Contains(site.Receiver)
            )
                Put(site.Target.Name, site.Arguments[^1], i);
        }

        return set;

        void Put(string name, int value, int setting)
        {
            if (at >= 0 && !Meet(facts, facts.BlockOf[at], facts.BlockOf[setting]))
                return;
            Known known = facts.Constants.At(value, facts.BlockOf[setting], setting);
            set[name] = set.TryGetValue(name, out Known old) ? Known.Join(old, known) : known;
        }
    }

    /// <summary>Whether one run can pass through both blocks.</summary>
    private static bool Meet(FunctionFacts facts, int one, int other) =>
        one == other || Reaches(facts.Function.Blocks, one, other) || Reaches(facts.Function.Blocks, other, one);

    private static bool Reaches(Block[] blocks, int from, int to)
    {
        var seen = new bool[blocks.Length];
        var open = new Stack<int>([from]);
        while (open.TryPop(out int b))
        {
            foreach (int next in (int[])[blocks[b].Next, blocks[b].Condition >= 0 ? blocks[b].WhenTrue : -1, .. blocks[b].Extra])
            {
                if (next == to)
                    return true;
                if (next < 0 || seen[next])
                    continue;
                seen[next] = true;
                open.Push(next);
            }
        }

        return false;
    }

    /// <summary>The registers that copies make the same object as this one, in both directions.</summary>
    private static HashSet<int> NamesOf(FunctionFacts facts, int register)
    {
        var names = new HashSet<int> { register };
        string? read = ReadOf(facts, register, 0);
        for (int other = 0; read is not null && other < facts.Definition.Length; other++)
        {
            if (ReadOf(facts, other, 0) == read)
                names.Add(other);
        }

        for (bool grew = true; grew; )
        {
            grew = false;
            foreach (ref Instruction code in facts.Function.Code.AsSpan())
            {
                if (code.Op == Op.Move && (names.Contains(code.A) || names.Contains(code.Dst)))
                    grew |= names.Add(code.A) | names.Add(code.Dst);
            }
        }

        return names;
    }

    /// <summary>How a register is read from members of what the function holds: `context.Response` is the same object each time.</summary>
    private static string? ReadOf(FunctionFacts facts, int register, int depth)
    {
        int definition = register < 0 || depth > 4 ? -1 : facts.Definition[register];
        if (definition < 0)
            return null;
        ref Instruction code = ref facts.Function.Code[definition];
        (int from, MemberRef? member) = code.Op switch
        {
            Op.LoadField => (code.A, facts.Function.Members[code.X]),
            Op.Call when facts.Function.Calls[code.X] is { Target.Kind: MemberKind.Getter, Arguments.Length: 0 } site => (
                site.Receiver,
                site.Target
            ),
            Op.Move => (code.A, null),
            _ => (-2, null),
        };
        if (from == -2)
            return null;
        if (member is null)
            return ReadOf(facts, from, depth + 1);
        return $"{(from < 0 ? "" : ReadOf(facts, from, depth + 1) ?? from.ToString(CultureInfo.InvariantCulture))}.{member.Key}";
    }
}
