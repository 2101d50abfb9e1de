using System.Text.RegularExpressions;
using Shrike.Analysis.Ir;
using Shrike.Analysis.Rules.Structure.Regexes;

namespace Shrike.Analysis.Taint;

/// <summary>Constant regular expressions that backtrack exponentially and have no time limit.</summary>
internal static class SlowRegexFinder
{
    public static IEnumerable<(IrFunction Function, int Instruction)> Find(
        IrProgram program,
        Func<int, FunctionFacts> factsOf,
        CancellationToken cancel
    )
    {
        foreach (IrFunction function in program.Functions)
        {
            cancel.ThrowIfCancellationRequested();
            for (int i = 0; i < function.Code.Length; i++)
            {
                if (
                    function.Code[i].Op == Op.Call
                    && function.Calls[function.Code[i].X] is { Target.Type: "System.Text.RegularExpressions.Regex" } site
                    && IsSlow(site, factsOf(function.Id), i)
                )
                    yield return (function, i);
            }
        }
    }

    private static bool IsSlow(CallSite site, FunctionFacts facts, int i)
    {
        if (Value(site, facts, i, "pattern") is not string pattern || Array.IndexOf(site.Target.ParameterNames, "matchTimeout") >= 0)
            return false;
        var options = Value(site, facts, i, "options") is int flags ? (RegexOptions)flags : RegexOptions.None;
        return RegexComplexity.Of(pattern, options) == RegexGrowth.Exponential;
    }

    private static object? Value(CallSite site, FunctionFacts facts, int i, string name)
    {
        int index = Array.IndexOf(site.Target.ParameterNames, name);
        return index >= 0 && index < site.Arguments.Length && site.Arguments[index] >= 0
            ? facts.Constants.At(site.Arguments[index], facts.BlockOf[i], i).Value
            : null;
    }
}
