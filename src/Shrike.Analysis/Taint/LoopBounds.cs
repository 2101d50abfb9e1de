using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>Comparisons by which a loop goes on: a counter that the loop moves against a bound that it leaves alone. For rules
/// such a comparison is a call, <c>Shrike.Loop.Until(bound)</c>.</summary>
internal static class LoopBounds
{
    private const int MaxBlocks = 400;

    public static readonly MemberRef Member = new()
    {
        Key = "Shrike.Loop.Until",
        Type = "Shrike.Loop",
        Name = "Until",
        Kind = MemberKind.Method,
        Owners = ["Shrike.Loop"],
        ParameterNames = ["bound"],
        IsResolved = true,
        IsStatic = true,
    };

    /// <summary>Whether a register is the bound in the comparison at an instruction.</summary>
    public static bool Is(FunctionFacts facts, int instruction, int register)
    {
        IrFunction function = facts.Function;
        ref Instruction code = ref function.Code[instruction];
        if ((BinaryOp)code.X is < BinaryOp.NotEqual or > BinaryOp.GreaterOrEqual || function.Blocks.Length > MaxBlocks)
            return false;
        Block block = function.Blocks[facts.BlockOf[instruction]];
        if (block.Condition != code.Dst || function.RegisterTypes[register].Kind != ValueKind.Number)
            return false;
        int counter = code.A == register ? code.B : code.A;
        if (counter == register || IsLength(facts, register, instruction))
            return false;
        HashSet<int> body = Body(function, facts.BlockOf[instruction]);
        return body.Count > 0 && IsWritten(function, body, counter) && !IsWritten(function, body, register);
    }

    /// <summary>The length of something that is there already is no number that somebody chose.</summary>
    private static bool IsLength(FunctionFacts facts, int register, int at)
    {
        for (int n = 0; n < 4; n++)
        {
            int definition = facts.DefinitionAt(register, at);
            if (definition < 0)
                return false;
            ref Instruction code = ref facts.Function.Code[definition];
            switch (code.Op)
            {
                case Op.Move or Op.Binary:
                    register = code.A;
                    at = definition;
                    break;
                case Op.LoadField:
                    return facts.Function.Members[code.X].Name is "Length" or "Count" or "LongLength";
                case Op.Call:
                    return facts.Function.Calls[code.X].Target.Name is "Length" or "Count" or "LongLength" or "GetLength";
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>The blocks between a test and its next turn; empty where it is no loop's test.</summary>
    private static HashSet<int> Body(IrFunction function, int test)
    {
        HashSet<int> ahead = Reached(function, test);
        return ahead.Contains(test) ? [.. ahead.Where(b => b == test || Reached(function, b).Contains(test))] : [];
    }

    private static HashSet<int> Reached(IrFunction function, int from)
    {
        var reached = new HashSet<int>();
        var open = new Stack<int>([from]);
        while (open.TryPop(out int b))
        {
            foreach (int next in (ReadOnlySpan<int>)[function.Blocks[b].Next, function.Blocks[b].WhenTrue])
            {
                if (next >= 0 && reached.Add(next))
                    open.Push(next);
            }
        }

        return reached;
    }

    private static bool IsWritten(IrFunction function, HashSet<int> body, int register)
    {
        foreach (int b in body)
        {
            for (int i = function.Blocks[b].First; i < function.Blocks[b].End; i++)
            {
                if (function.Code[i].Dst == register)
                    return true;
            }
        }

        return false;
    }
}
