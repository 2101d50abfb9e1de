using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>Comparisons of two values that one request brings: that they are alike says nothing of either.</summary>
internal sealed partial class GuardAnalysis
{
    private const int MaxSteps = 8;
    private const int MaxHands = 4;
    private const int MaxGivers = 12;

    private bool AreOfOneSender(FunctionFacts facts, int a, int b, int at) =>
        AreOfOneSender(facts.Function, Root(facts, a, at), Root(facts, b, at), 0);

    private bool AreOfOneSender(IrFunction function, int a, int b, int hands)
    {
        if (a < 0 || b < 0 || hands > MaxHands)
            return false;
        if (program.Doors.Contains(function.Id))
            return IsSent(function.RegisterTypes[a]) && IsSent(function.RegisterTypes[b]);
        if (program.Callers[function.Id] is not { Count: > 0 and <= MaxGivers } callers)
            return false;
        int first = Array.IndexOf(function.Parameters, a);
        int second = Array.IndexOf(function.Parameters, b);
        foreach ((int caller, int instruction) in callers)
        {
            FunctionFacts own = factsOf(caller);
            int[] arguments = own.Function.Calls[own.Function.Code[instruction].X].Arguments;
            if (
                Math.Max(first, second) >= arguments.Length
                || !AreOfOneSender(
                    own.Function,
                    Root(own, arguments[first], instruction),
                    Root(own, arguments[second], instruction),
                    hands + 1
                )
            )
                return false;
        }

        return true;
    }

    /// <summary>The framework's own objects hold what others say as well: the server's name beside the query.</summary>
    private static bool IsSent(TypeRef type) => type.Kind == ValueKind.Text || type.IsSource;

    /// <summary>The parameter out of which a value was read; -1 where it has another origin.</summary>
    private static int Root(FunctionFacts facts, int register, int at)
    {
        IrFunction function = facts.Function;
        for (int i = 0; i < MaxSteps && register >= 0; i++)
        {
            if (Array.IndexOf(function.Parameters, register) >= 0)
                return register;
            at = facts.DefinitionAt(register, at);
            if (at < 0)
                return -1;
            ref Instruction code = ref function.Code[at];
            register = code.Op switch
            {
                Op.Move or Op.LoadField => code.A,
                Op.Call when function.Calls[code.X] is { Target.Kind: MemberKind.Getter } getter => getter.Receiver,
                Op.Call when function.Calls[code.X] is { Target: { Type: "System.Uri", Kind: MemberKind.Constructor } } made =>
                    made.Arguments.FirstOrDefault(-1),
                _ => -1,
            };
        }

        return -1;
    }
}
