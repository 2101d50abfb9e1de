using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>Calls of functions that only give back what they were given become moves, so that what is known of a value (constants, checks,
/// where its text was joined) is known behind them too. One pass over the code for each level of such functions.</summary>
internal static class Identities
{
    /// <summary>How many such functions may stand in one another.</summary>
    private const int MaxLevels = 3;
    private const int MaxLength = 64;

    public static void Unwrap(IrProgram program, RuleMatcher matcher)
    {
        var known = new Dictionary<int, int>();
        var gone = new HashSet<(int Function, int Instruction)>();
        var unwrapped = new HashSet<int>();
        for (int level = 0; level < MaxLevels; level++)
        {
            known.Clear();
            bool any = false;
            foreach (IrFunction function in program.Functions)
            {
                for (int i = 0; i < function.Code.Length; i++)
                {
                    if (function.Code[i].Op != Op.Call || TryUnwrap(program, matcher, function, i, known) is not (>= 0 and var callee))
                        continue;
                    gone.Add((function.Id, i));
                    unwrapped.Add(callee);
                    any = true;
                }
            }

            if (!any)
                break;
        }

        foreach (int callee in unwrapped)
            program.Callers[callee]?.RemoveAll(gone.Contains);
    }

    /// <summary>The callee; -1 where the call stays.</summary>
    private static int TryUnwrap(IrProgram program, RuleMatcher matcher, IrFunction function, int at, Dictionary<int, int> known)
    {
        ref Instruction code = ref function.Code[at];
        CallSite site = function.Calls[code.X];
        if (site.Callees is not [int callee] || code.Dst < 0 || site.ByRef != 0)
            return -1;
        if (!known.TryGetValue(callee, out int parameter))
            known.Add(callee, parameter = Returned(program.Functions[callee]));
        if (
            parameter < 0
            || parameter >= site.Arguments.Length
            || site.Arguments[parameter] is not (>= 0 and var argument)
            || IsSequenceOf(function, code.Dst, argument)
            || !matcher.Of(site.Target).IsIndifferent
        )
            return -1;
        code = new Instruction
        {
            Op = Op.Move,
            Dst = code.Dst,
            A = argument,
            B = -1,
            C = -1,
            Start = code.Start,
            Length = code.Length,
        };
        return callee;
    }

    /// <summary>An iterator returns its elements one by one.</summary>
    private static bool IsSequenceOf(IrFunction function, int result, int argument)
    {
        string type = function.RegisterTypes[result].Name;
        return type.StartsWith("System.Collections.", StringComparison.Ordinal) && type != function.RegisterTypes[argument].Name;
    }

    /// <summary>The parameter that a function returns whatever happens, having done nothing that anybody else could notice; -1 for none.</summary>
    private static int Returned(IrFunction function)
    {
        if (function.Code.Length > MaxLength)
            return -1;
        int returned = -1;
        foreach (ref readonly Instruction code in function.Code.AsSpan())
        {
            if (!IsUnnoticed(function, code) || (code.Dst >= 0 && function.Parameters.Contains(code.Dst)))
                return -1;
            if (code.Op != Op.Return)
                continue;
            int parameter = Array.IndexOf(function.Parameters, Origin(function, code.A));
            if (parameter < 0 || (returned >= 0 && returned != parameter))
                return -1;
            returned = parameter;
        }

        return returned;
    }

    private static bool IsUnnoticed(IrFunction function, in Instruction code) =>
        code.Op is Op.Const or Op.Move or Op.Binary or Op.Not or Op.IsOneOf or Op.Return
        || (code.Op == Op.Call && function.Calls[code.X] is { Callees: [], Target.Type: "System.String" });

    private static int Origin(IrFunction function, int register)
    {
        for (int steps = 0; steps < function.Code.Length; steps++)
        {
            int from = -1;
            foreach (ref readonly Instruction code in function.Code.AsSpan())
            {
                if (code.Dst != register)
                    continue;
                if (code.Op != Op.Move)
                    return -1;
                // Two values: which of them comes out is not known.
                if (from >= 0)
                    return -1;
                from = code.A;
            }

            if (from < 0)
                return register;
            register = from;
        }

        return -1;
    }
}
