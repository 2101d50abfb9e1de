using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>Whether every way to a place in a function leads through the right branch of a certain kind of condition.</summary>
internal static class Gates
{
    /// <summary>What a condition asks, seen from one answer.</summary>
    public enum Answer
    {
        /// <summary>Something else.</summary>
        None,

        /// <summary>This branch is the one that is looked for.</summary>
        Admits,

        /// <summary>This branch counts as well, beside one that admits.</summary>
        Allows,
    }

    /// <param name="asks">What a condition says when it is true, and when it is false.</param>
    /// <returns>Admits where they do; Allows where some ways lead through branches that only count beside them.</returns>
    public static Answer Stand(IrFunction function, int target, Func<int, (Answer WhenTrue, Answer WhenFalse)> asks)
    {
        var closed = new HashSet<(int From, int To)>();
        bool any = false;
        Answer stand = Answer.Admits;
        for (int b = 0; b < function.Blocks.Length; b++)
        {
            Block block = function.Blocks[b];
            if (b == target || block.Condition < 0 || block.WhenTrue == block.Next)
                continue;
            (Answer whenTrue, Answer whenFalse) = asks(block.Condition);
            foreach ((Answer answer, int next) in ((Answer, int)[])[(whenTrue, block.WhenTrue), (whenFalse, block.Next)])
            {
                if (answer == Answer.None)
                    continue;
                closed.Add((b, next));
                if (answer == Answer.Allows && Reaches(function, next, target, []))
                    stand = Answer.Allows;
                any |= answer == Answer.Admits && Reaches(function, next, target, []);
            }
        }

        return any && !Reaches(function, 0, target, closed) ? stand : Answer.None;
    }

    /// <summary>The one instruction that decides a condition, through negations and variables; -1 where there is none.</summary>
    /// <param name="answer">Turned by each negation on the way.</param>
    public static int Decides(FunctionFacts facts, int register, ref bool answer)
    {
        for (int depth = 0; depth < 8 && register >= 0; depth++)
        {
            int definition = facts.Definition[register];
            if (definition < 0)
                return -1;
            ref Instruction code = ref facts.Function.Code[definition];
            if (code.Op is not (Op.Not or Op.Move))
                return definition;
            answer ^= code.Op == Op.Not;
            register = code.A;
        }

        return -1;
    }

    private static bool Reaches(IrFunction function, int from, int to, HashSet<(int, int)> closed)
    {
        if (from < 0)
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
                if (next >= 0 && !closed.Contains((at, next)) && seen.Add(next))
                    open.Push(next);
            }
        }

        return false;
    }
}
