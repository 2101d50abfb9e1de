using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>A branch that is taken only where the peer is this machine, or while the application is being developed.</summary>
internal static class LocalHost
{
    public static bool IsAsked(FunctionFacts facts, int instruction) =>
        Gates.Stand(facts.Function, facts.BlockOf[instruction], register => Asks(facts, register)) != Gates.Answer.None;

    private static (Gates.Answer WhenTrue, Gates.Answer WhenFalse) Asks(FunctionFacts facts, int register)
    {
        bool answer = true;
        for (int depth = 0; depth < 8 && register >= 0; depth++)
        {
            int definition = Gates.Decides(facts, register, ref answer);
            if (definition < 0)
                return default;
            ref Instruction code = ref facts.Function.Code[definition];
            switch (code.Op)
            {
                case Op.Binary:
                    if (Names(facts, code.A, definition) || Names(facts, code.B, definition))
                        return (BinaryOp)code.X switch
                        {
                            BinaryOp.Equal => Here(answer),
                            BinaryOp.NotEqual => Here(!answer),
                            _ => default,
                        };
                    if (Found(facts, code, definition) is not { } found)
                        return default;
                    answer = found ? answer : !answer;
                    register = code.A;
                    continue;
                case Op.LoadField:
                    return IsFlag(facts.Function.Members[code.X].Name) ? Here(answer) : default;
                case Op.Call:
                    CallSite site = facts.Function.Calls[code.X];
                    return
                        IsFlag(site.Target.Name)
                        || Array.Exists(site.Arguments, a => Names(facts, a, definition))
                        || Names(facts, site.Receiver, definition)
                        ? Here(answer)
                        : default;
                default:
                    return default;
            }
        }

        return default;
    }

    /// <summary>`text.IndexOf("localhost") >= 0`: whether the comparison's truth means that it was found.</summary>
    private static bool? Found(FunctionFacts facts, in Instruction code, int at)
    {
        object? number = facts.Constants.At(code.B, facts.BlockOf[at], at).Value;
        bool isZero = ConstantPropagation.Same(number, 0);
        bool isMinusOne = ConstantPropagation.Same(number, -1);
        return (BinaryOp)code.X switch
        {
            BinaryOp.GreaterOrEqual when isZero => true,
            BinaryOp.Greater or BinaryOp.NotEqual when isMinusOne => true,
            BinaryOp.Equal when isZero => true,
            BinaryOp.Less when isZero => false,
            BinaryOp.Equal when isMinusOne => false,
            _ => null,
        };
    }

    private static (Gates.Answer, Gates.Answer) Here(bool whenTrue) =>
        whenTrue ? (Gates.Answer.Admits, Gates.Answer.None) : (Gates.Answer.None, Gates.Answer.Admits);

    private static bool IsFlag(string name) =>
        name is "IsDevelopment" or "IsDev" or "IsLoopback" or "IsLocal" or "IsLocalhost" or "IsLocalHost" or "IsLocalUrl";

    private static bool Names(FunctionFacts facts, int register, int at) =>
        register >= 0
        && facts.Constants.At(register, facts.BlockOf[at], at).Value is string text
        && (
            text.Equals("Development", StringComparison.OrdinalIgnoreCase)
            || text.Contains("localhost", StringComparison.OrdinalIgnoreCase)
            || text.Contains("127.0.0.1", StringComparison.Ordinal)
            || text is "::1" or "[::1]"
        );
}
