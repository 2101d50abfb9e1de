using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Shrike.Analysis.Ir;
using Shrike.Analysis.Rules;

namespace Shrike.Analysis.Taint;

/// <summary>What stands in front of untrusted text when texts are joined: behind "https://host/" it cannot choose the host any
/// more, and behind "--name=" it is no option of its own.</summary>
internal sealed class Prefixes
{
    /// <summary>Stands for a part in front whose text is not known here. (What is untrusted in it is a flow of its own.)</summary>
    public const char Unknown = '\u0001';

    private readonly List<(Regex Pattern, ulong Bit)> rules = [];

    public Prefixes(RuleCatalogue catalogue, Contexts contexts)
    {
        foreach (FlowSpec flow in catalogue.Rules.Select(rule => rule.Flow).OfType<FlowSpec>())
        {
            if (flow.HarmlessAfter is { } pattern)
                rules.Add((Conditions.Pattern(pattern), contexts.Of(flow.Context)));
        }
    }

    /// <summary>The contexts in which the text of a register is harmless in the result of an instruction that joins it to others.</summary>
    public ulong Harmless(FunctionFacts facts, int instruction, int register)
    {
        if (rules.Count == 0 || Before(facts, instruction, register) is not { Length: > 0 } prefix)
            return 0;
        ulong mask = 0;
        foreach ((Regex pattern, ulong bit) in rules)
        {
            if (pattern.IsMatch(prefix))
                mask |= bit;
        }

        return mask;
    }

    private static string? Before(FunctionFacts facts, int instruction, int register)
    {
        ref Instruction code = ref facts.Function.Code[instruction];
        if (code.Op == Op.Binary && (BinaryOp)code.X == BinaryOp.Add && code.B == register && code.A != register)
            return new Beginning(facts).Of(code.A, instruction);
        if (code.Op != Op.Call || facts.Function.Calls[code.X] is not { Target.Type: "System.String" } site)
            return null;
        int position = Array.IndexOf(site.Arguments, register);
        return site.Target.Name switch
        {
            "Interpolate" or "Concat" when position > 0 => new Beginning(facts).OfAll(site.Arguments.AsSpan(0, position), instruction),
            "Format" when position > 0 && IsText(facts, site.Arguments[0]) => BeforeHole(
                new Beginning(facts).Of(site.Arguments[0], instruction),
                position - 1
            ),
            // Formatted for a culture, which comes first.
            "Format" when position > 1 && IsText(facts, site.Arguments[1]) => BeforeHole(
                new Beginning(facts).Of(site.Arguments[1], instruction),
                position - 2
            ),
            _ => null,
        };
    }

    private static bool IsText(FunctionFacts facts, int register) =>
        register >= 0 && facts.Function.RegisterTypes[register].Kind == ValueKind.Text;

    /// <summary>The text of a format in front of a numbered hole; holes before it are unknown.</summary>
    private static string? BeforeHole(string format, int hole)
    {
        int at = format.IndexOf($"{{{hole.ToString(CultureInfo.InvariantCulture)}", StringComparison.Ordinal);
        if (at <= 0)
            return null;
        var text = new StringBuilder();
        for (int i = 0; i < at; i++)
        {
            int end = format[i] == '{' ? format.IndexOf('}', i) : -1;
            text.Append(end < 0 ? format[i] : Unknown);
            i = Math.Max(i, end);
        }

        return text.ToString();
    }
}
