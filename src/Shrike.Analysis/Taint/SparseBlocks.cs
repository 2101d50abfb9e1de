using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>The blocks of a function that matter to one register: those that mention it, whose branch says something of it, or where it
/// leaves the function. A fact skips what lies between them (the sparse evaluation graphs of Choi, Cytron and Ferrante, 1991).</summary>
internal sealed class SparseBlocks(FunctionFacts facts, Func<int, (Cleared[] OnTrue, Cleared[] OnFalse)> guards)
{
    private const int Nothing = -1;

    /// <summary>Blocks that may be looked at for all registers together; past it, every block counts for the registers not asked yet.</summary>
    private const int MaxLooks = 4_000_000;

    private readonly int[]?[] byRegister = new int[facts.Function.RegisterTypes.Length][];
    private int looksLeft = MaxLooks;
    private int[]? all;

    /// <summary>For each block the one where a fact about the register that enters there has its next effect; -1 where it has none any
    /// more. A block where ways to several part is such a place itself.</summary>
    public ReadOnlySpan<int> Of(int register) => byRegister[register] ??= looksLeft > 0 ? Compute(register) : All();

    private int[] All() => all ??= [.. Enumerable.Range(0, facts.Function.Blocks.Length)];

    private int[] Compute(int register)
    {
        Block[] blocks = facts.Function.Blocks;
        var next = new int[blocks.Length];
        var isFixed = new bool[blocks.Length];
        for (int b = 0; b < blocks.Length; b++)
        {
            isFixed[b] = Matters(register, b) || !facts.Constants.Reachable[b];
            next[b] = isFixed[b] && facts.Constants.Reachable[b] ? b : Nothing;
        }

        foreach (int mention in facts.Mentions(register))
        {
            int b = facts.BlockOf[mention];
            if (facts.Constants.Reachable[b])
                (next[b], isFixed[b]) = (b, true);
        }

        for (bool changes = true; changes && looksLeft > 0; )
        {
            changes = false;
            looksLeft -= blocks.Length;
            for (int b = blocks.Length - 1; b >= 0; b--)
            {
                if (isFixed[b])
                    continue;
                int found = Behind(b, next);
                if (found == next[b])
                    continue;
                next[b] = found;
                isFixed[b] = found == b;
                changes = true;
            }
        }

        return looksLeft > 0 ? next : All();
    }

    /// <summary>The one place to which all ways out of a block lead; the block itself where there are several.</summary>
    private int Behind(int b, int[] next)
    {
        Block block = facts.Function.Blocks[b];
        int found = Nothing;
        bool isOne = true;
        if (block.Condition < 0)
        {
            Meet(block.Next);
        }
        else
        {
            if (facts.Constants.TakesTrue[b])
                Meet(block.WhenTrue);
            if (facts.Constants.TakesFalse[b])
                Meet(block.Next);
        }

        foreach (int extra in block.Extra)
            Meet(extra);
        return isOne ? found : b;

        void Meet(int successor)
        {
            if (successor < 0 || next[successor] == Nothing || next[successor] == b)
                return;
            isOne &= found == Nothing || found == next[successor];
            found = next[successor];
        }
    }

    private bool Matters(int register, int b)
    {
        IrFunction function = facts.Function;
        Block block = function.Blocks[b];
        if (b == function.Blocks.Length - 1 && facts.LivesOn(register))
            return true;
        if (block.Next < 0 && register == function.Exception)
            return true;
        if (block.Condition < 0)
            return false;
        (Cleared[] onTrue, Cleared[] onFalse) = guards(b);
        return Says(onTrue, register) || Says(onFalse, register);
    }

    private static bool Says(Cleared[] cleared, int register)
    {
        foreach (Cleared clear in cleared)
        {
            if (clear.Register == register || clear.Register == GuardAnalysis.AnyRegister)
                return true;
        }

        return false;
    }
}
