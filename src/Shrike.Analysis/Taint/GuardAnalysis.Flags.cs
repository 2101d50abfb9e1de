using System.Runtime.InteropServices;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>A check whose outcome is kept in a variable that is set in several places, and asked later: `bool ok = false;
/// try { ok = path.StartsWith(root); } catch { }  if (!ok) throw …`.</summary>
internal sealed partial class GuardAnalysis
{
    private const int MaxSettings = 8;
    private const int MaxBranchesBack = 6;

    private readonly Dictionary<int, int[]> solePredecessors = [];

    /// <summary>What holds whichever of the places set the flag; a place that sets the other value proves anything.</summary>
    private void CollectFlag(FunctionFacts facts, int register, int at, List<Cleared> onTrue, List<Cleared> onFalse, int level)
    {
        if (facts.Function.RegisterTypes[register].Kind is not (ValueKind.Bool or ValueKind.Unknown))
            return;
        if (Array.IndexOf(facts.Function.Parameters, register) >= 0 || Array.IndexOf(facts.Function.Captures, register) >= 0)
            return;
        List<Cleared>? whenTrue = null,
            whenFalse = null;
        int settings = 0;
        foreach (int i in facts.Mentions(register))
        {
            if (facts.Function.Code[i].Dst != register || !facts.Constants.Reachable[facts.BlockOf[i]])
                continue;
            if (++settings > MaxSettings)
                return;
            object? constant = ConstantSet(facts, i);
            var provedTrue = new List<Cleared>();
            var provedFalse = new List<Cleared>();
            if (constant is not bool)
                CollectDefined(facts, i, provedTrue, provedFalse, level + 1);
            CollectOnTheWay(facts, facts.BlockOf[i], provedTrue, provedFalse);
            if (constant is not false)
                whenTrue = Both(whenTrue, StillHolds(facts, provedTrue, i, at));
            if (constant is not true)
                whenFalse = Both(whenFalse, StillHolds(facts, provedFalse, i, at));
            if (whenTrue is { Count: 0 } && whenFalse is { Count: 0 })
                return;
        }

        onTrue.AddRange(whenTrue ?? []);
        onFalse.AddRange(whenFalse ?? []);
    }

    private static object? ConstantSet(FunctionFacts facts, int definition)
    {
        ref Instruction code = ref facts.Function.Code[definition];
        return code.Op switch
        {
            Op.Const => facts.Function.Constants[code.X],
            Op.Move => facts.Constants.At(code.A, facts.BlockOf[definition], definition).Value,
            _ => null,
        };
    }

    /// <summary>The branches that surely led to a block.</summary>
    private void CollectOnTheWay(FunctionFacts facts, int block, List<Cleared> onTrue, List<Cleared> onFalse)
    {
        int[] before = SolePredecessors(facts);
        for (int n = 0; n < MaxBranchesBack && before[block] >= 0; n++)
        {
            int from = before[block];
            Block branch = facts.Function.Blocks[from];
            if (branch.Condition >= 0 && branch.WhenTrue != branch.Next)
            {
                (Cleared[] whenTrue, Cleared[] whenFalse) = OfBlock(facts, from);
                Cleared[] proved = branch.WhenTrue == block ? whenTrue : whenFalse;
                onTrue.AddRange(proved);
                onFalse.AddRange(proved);
            }

            block = from;
        }
    }

    /// <summary>For each block the only one from which control comes there; -1 where there is none or several.</summary>
    private int[] SolePredecessors(FunctionFacts facts)
    {
        if (solePredecessors.TryGetValue(facts.Function.Id, out int[]? before))
            return before;
        Block[] blocks = facts.Function.Blocks;
        before = new int[blocks.Length];
        Array.Fill(before, -2);
        before[0] = -1;
        for (int b = 0; b < blocks.Length; b++)
        {
            From(b, blocks[b].Next);
            if (blocks[b].Condition >= 0)
                From(b, blocks[b].WhenTrue);
            foreach (int extra in blocks[b].Extra)
            {
                From(b, extra);
                // An exception may come before the branch is taken.
                if (extra >= 0)
                    before[extra] = -1;
            }
        }

        solePredecessors[facts.Function.Id] = before;
        return before;

        void From(int b, int to)
        {
            if (to >= 0)
                before[to] = before[to] is -2 || before[to] == b ? b : -1;
        }
    }

    /// <summary>Without what speaks of a variable that is set anew between the check and the question.</summary>
    private static List<Cleared> StillHolds(FunctionFacts facts, List<Cleared> proved, int check, int question)
    {
        proved.RemoveAll(c => c.Register >= 0 && IsSetBetween(facts, c.Register, check, question));
        return proved;
    }

    private static bool IsSetBetween(FunctionFacts facts, int register, int check, int question)
    {
        foreach (int i in facts.Mentions(register))
        {
            if (facts.Function.Code[i].Dst != register)
                continue;
            bool between = check < question ? i > check && i < question : i > check || i < question;
            if (between)
                return true;
        }

        return false;
    }

    private static List<Cleared> Both(List<Cleared>? before, List<Cleared> proved)
    {
        if (before is null)
            return proved;
        var masks = new Dictionary<(int, int), ulong>();
        foreach (Cleared clear in proved)
            CollectionsMarshal.GetValueRefOrAddDefault(masks, (clear.Register, clear.Path), out _) |= clear.Contexts;
        var both = new List<Cleared>();
        foreach (Cleared clear in before)
        {
            if (masks.TryGetValue((clear.Register, clear.Path), out ulong mask) && (mask & clear.Contexts) is not 0 and var contexts)
                both.Add(clear with { Contexts = contexts });
        }

        return both;
    }
}
