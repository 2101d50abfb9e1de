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

    /// <summary>The first part of a long sum lies deepest.</summary>
    private const int MaxDepth = 64;
    private const int MaxLength = 500;

    private readonly List<(Regex Pattern, ulong Bit)> rules = [];

    public Prefixes(RuleCatalogue catalogue, Contexts contexts)
    {
        foreach (FlowSpec flow in catalogue.Rules.Select(rule => rule.Flow).OfType<FlowSpec>())
        {
            if (flow.HarmlessAfter is { } pattern)
                rules.Add((Conditions.Pattern(pattern), contexts.Bit(flow.Context)));
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
            return Text(facts, code.A, instruction);
        if (code.Op != Op.Call || facts.Function.Calls[code.X] is not { Target.Type: "System.String" } site)
            return null;
        int position = Array.IndexOf(site.Arguments, register);
        return site.Target.Name switch
        {
            "Interpolate" or "Concat" when position > 0 => Text(facts, site.Arguments.AsSpan(0, position), instruction, 0),
            "Format" when position > 0 && IsText(facts, site.Arguments[0]) => BeforeHole(
                Text(facts, site.Arguments[0], instruction),
                position - 1
            ),
            // Formatted for a culture, which comes first.
            "Format" when position > 1 && IsText(facts, site.Arguments[1]) => BeforeHole(
                Text(facts, site.Arguments[1], instruction),
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

    private static string Text(FunctionFacts facts, ReadOnlySpan<int> parts, int at, int depth)
    {
        var text = new StringBuilder();
        foreach (int part in parts)
        {
            text.Append(Text(facts, part, at, depth + 1));
            if (text.Length > MaxLength)
                break;
        }

        return text.ToString();
    }

    private static string Text(FunctionFacts facts, int register, int at, int depth = 0)
    {
        string unknown = Unknown.ToString();
        if (register < 0)
            return unknown;
        Known known = facts.Constants.At(register, facts.BlockOf[at], at);
        if (known.IsConstant)
            return Convert.ToString(known.Value, CultureInfo.InvariantCulture) ?? "";
        int definition = depth < MaxDepth ? facts.DefinitionAt(register, at) : -1;
        if (definition < 0)
            return unknown;
        ref Instruction code = ref facts.Function.Code[definition];
        return code.Op switch
        {
            Op.Move => Text(facts, code.A, definition, depth + 1),
            Op.Binary when (BinaryOp)code.X == BinaryOp.Add => Text(facts, [code.A, code.B], definition, depth + 1),
            Op.Call when facts.Function.Calls[code.X] is { Target: { Type: "System.String", Name: "Interpolate" or "Concat" } } site =>
                Text(facts, site.Arguments, definition, depth + 1),
            _ => unknown,
        };
    }
}
