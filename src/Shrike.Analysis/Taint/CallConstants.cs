using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>Flags that a call gives as constants: <c>GetPath(name, normalize: true)</c> runs another half of its callee than the call
/// beside it. A function is looked at once for each combination of flags that decide a branch in it.</summary>
internal sealed class CallConstants(IrProgram program, ProgramConstants constants, Func<int, FunctionFacts> factsOf)
{
    private const int MaxParameters = 12;
    private const int MaxFlags = 3;
    private const int MaxDepth = 3;

    private readonly Dictionary<int, int> deciding = [];
    private readonly Dictionary<(int Function, int Variant), FunctionFacts> variants = [];
    private readonly Dictionary<(FunctionFacts Caller, int Instruction, int Callee), int> known = [];

    /// <summary>Which flags of the callee are constants at a call: two bits a parameter, 0 where none is.</summary>
    public int VariantOf(FunctionFacts caller, int instruction, CallEdge edge)
    {
        int flags = Deciding(edge.Callee, 0);
        if (flags == 0 || edge.Arguments.Length == 0 || program.Doors.Contains(edge.Callee))
            return 0;
        if (known.TryGetValue((caller, instruction, edge.Callee), out int variant))
            return variant;
        for (int a = 0; a < edge.Arguments.Length && a < MaxParameters; a++)
        {
            if (
                (flags & (1 << a)) != 0
                && caller.Constants.At(edge.Arguments[a], caller.BlockOf[instruction], instruction)
                    is { IsConstant: true, Value: bool flag }
            )
                variant |= (flag ? 2 : 1) << (2 * a);
        }

        known.Add((caller, instruction, edge.Callee), variant);
        return variant;
    }

    public FunctionFacts FactsOf(int function, int variant)
    {
        if (variant == 0)
            return factsOf(function);
        if (variants.TryGetValue((function, variant), out FunctionFacts? facts))
            return facts;
        IrFunction code = program.Functions[function];
        var given = new Known[code.Parameters.Length];
        for (int p = 0; p < given.Length; p++)
        {
            int bits = p < MaxParameters ? (variant >> (2 * p)) & 3 : 0;
            given[p] = bits == 0 ? Known.Anything : Known.Constant(bits == 2);
        }

        facts = new FunctionFacts(code, new ConstantPropagation(code, constants, given), constants);
        variants.Add((function, variant), facts);
        return facts;
    }

    /// <summary>The parameters that are flags and decide a branch, here or in what they are passed on to.</summary>
    private int Deciding(int function, int depth)
    {
        if (deciding.TryGetValue(function, out int flags))
            return flags;
        deciding[function] = 0;
        IrFunction code = program.Functions[function];
        int count = 0;
        for (int p = 0; p < code.Parameters.Length && p < MaxParameters && count < MaxFlags; p++)
        {
            if (code.RegisterTypes[code.Parameters[p]].Kind != ValueKind.Bool || !Decides(code, code.Parameters[p], depth))
                continue;
            flags |= 1 << p;
            count++;
        }

        deciding[function] = flags;
        return flags;
    }

    private bool Decides(IrFunction function, int parameter, int depth)
    {
        var same = new HashSet<int> { parameter };
        bool grows = true;
        while (grows)
        {
            grows = false;
            foreach (ref Instruction code in function.Code.AsSpan())
            {
                if (code.Dst >= 0 && code.Op is Op.Move or Op.Not or Op.Binary && (same.Contains(code.A) || same.Contains(code.B)))
                    grows |= same.Add(code.Dst);
            }
        }

        if (Array.Exists(function.Blocks, b => b.Condition >= 0 && same.Contains(b.Condition)))
            return true;
        return depth < MaxDepth && Array.Exists(function.Calls, site => PassesOn(site, same, depth));
    }

    private bool PassesOn(CallSite site, HashSet<int> same, int depth)
    {
        foreach (int callee in site.Callees.Length <= 4 ? site.Callees : [])
        {
            int flags = Deciding(callee, depth + 1);
            for (int a = 0; flags != 0 && a < site.Arguments.Length && a < MaxParameters; a++)
            {
                if ((flags & (1 << a)) != 0 && same.Contains(site.Arguments[a]))
                    return true;
            }
        }

        return false;
    }
}
