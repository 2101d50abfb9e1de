using System.Collections;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>Checks that a character lies between two others.</summary>
internal sealed partial class GuardAnalysis
{
    private const int MaxTestSize = 80;
    private readonly Dictionary<int, ulong> harmlessAfterTest = [];

    private readonly record struct Bound(int Register, int At, bool IsLow, int Value);

    /// <summary>`c >= 'a' &amp;&amp; c &lt;= 'z'`: the second comparison, where only the first one leads to it.</summary>
    private void CollectRange(FunctionFacts facts, int block, List<Cleared> onTrue, List<Cleared> onFalse)
    {
        Block second = facts.Function.Blocks[block];
        if (!IsComparison(facts, second.Condition, block) || OnlyWayTo(facts, block) is not (>= 0 and var before, var outcome))
            return;
        if (BoundOf(facts, before, outcome) is not { } first)
            return;
        foreach (bool own in (bool[])[true, false])
        {
            if (BoundOf(facts, block, own) is not { } other || other.IsLow == first.IsLow)
                continue;
            if (facts.SourceAt(first.Register, first.At) != facts.SourceAt(other.Register, other.At))
                continue;
            (int low, int high) = first.IsLow ? (first.Value, other.Value) : (other.Value, first.Value);
            if (Between(low, high) is { } characters)
                Clear(
                    facts,
                    other.Register,
                    other.At,
                    RegexAlphabet.HarmlessIn(characters, matcher.Contexts) & ~matcher.Contexts.Numeric,
                    own ? onTrue : onFalse
                );
        }
    }

    private static BitArray? Between(int low, int high)
    {
        if (low < 1 || high > 127 || low > high)
            return null;
        var characters = new BitArray(128);
        for (int c = low; c <= high; c++)
            characters[c] = true;
        return characters;
    }

    private static bool IsComparison(FunctionFacts facts, int condition, int block) =>
        condition >= 0
        && LastInBlock(facts, condition, block) is >= 0 and int definition
        && facts.Function.Code[definition].Op == Op.Binary
        && (BinaryOp)facts.Function.Code[definition].X
            is BinaryOp.Less
                or BinaryOp.LessOrEqual
                or BinaryOp.Greater
                or BinaryOp.GreaterOrEqual;

    /// <summary>The one block from which control comes, and on which outcome of its condition; -1 where there are others.</summary>
    private static (int Block, bool Outcome) OnlyWayTo(FunctionFacts facts, int block)
    {
        (int Block, bool Outcome) found = (-1, false);
        Block[] blocks = facts.Function.Blocks;
        for (int b = 0; b < blocks.Length; b++)
        {
            bool onTrue = blocks[b].Condition >= 0 && blocks[b].WhenTrue == block;
            bool onFalse = blocks[b].Next == block;
            if (!onTrue && !onFalse && Array.IndexOf(blocks[b].Extra, block) < 0)
                continue;
            if (found.Block >= 0 || onTrue == onFalse || blocks[b].Condition < 0)
                return (-1, false);
            found = (b, onTrue);
        }

        return found;
    }

    /// <summary>What a block's comparison with a constant says of a value on one outcome.</summary>
    private static Bound? BoundOf(FunctionFacts facts, int block, bool outcome)
    {
        int condition = facts.Function.Blocks[block].Condition;
        if (!IsComparison(facts, condition, block))
            return null;
        int definition = LastInBlock(facts, condition, block);
        ref Instruction code = ref facts.Function.Code[definition];
        var op = (BinaryOp)code.X;
        int register = code.A;
        if (NumberAt(facts, code.B, definition) is not { } value)
        {
            if (NumberAt(facts, code.A, definition) is not { } left)
                return null;
            (register, value) = (code.B, left);
            op = op switch
            {
                BinaryOp.Less => BinaryOp.Greater,
                BinaryOp.LessOrEqual => BinaryOp.GreaterOrEqual,
                BinaryOp.Greater => BinaryOp.Less,
                _ => BinaryOp.LessOrEqual,
            };
        }

        return (op, outcome) switch
        {
            (BinaryOp.GreaterOrEqual, true) or (BinaryOp.Less, false) => new Bound(register, definition, true, value),
            (BinaryOp.Greater, true) or (BinaryOp.LessOrEqual, false) => new Bound(register, definition, true, value + 1),
            (BinaryOp.LessOrEqual, true) or (BinaryOp.Greater, false) => new Bound(register, definition, false, value),
            _ => new Bound(register, definition, false, value - 1),
        };
    }

    private static int? NumberAt(FunctionFacts facts, int register, int at) =>
        register >= 0
        && facts.Constants.At(register, facts.BlockOf[at], at) is { IsConstant: true, Value: var value }
        && Known.TryNumber(value, out double number)
        && number is >= 0 and <= 127
            ? (int)number
            : null;

    /// <summary>The contexts in which text is harmless all of whose characters pass a test of the program's own, found by running it on each.</summary>
    private ulong HarmlessAfterTest(int function)
    {
        if (harmlessAfterTest.TryGetValue(function, out ulong known))
            return known;
        harmlessAfterTest[function] = 0;
        IrFunction code = program.Functions[function];
        if (
            code.Parameters.Length != 1
            || code.Code.Length > MaxTestSize
            || code.RegisterTypes[code.Parameters[0]].Name != "System.Char"
            || factsOf(function).Results is not { } constants
        )
            return 0;
        var characters = new BitArray(128);
        for (int c = 0; c < 128; c++)
            characters[c] = CanPass(
                new FunctionFacts(code, new ConstantPropagation(code, constants, [Known.Constant((char)c)]), constants)
            );
        return harmlessAfterTest[function] = RegexAlphabet.HarmlessIn(characters, matcher.Contexts) & ~matcher.Contexts.Numeric;
    }

    private static bool CanPass(FunctionFacts facts)
    {
        for (int i = 0; i < facts.Function.Code.Length; i++)
        {
            ref Instruction code = ref facts.Function.Code[i];
            if (code.Op != Op.Return || !facts.Constants.Reachable[facts.BlockOf[i]])
                continue;
            if (code.A < 0 || facts.Constants.At(code.A, facts.BlockOf[i], i) is not { IsConstant: true, Value: false })
                return true;
        }

        return false;
    }
}
