using System.Globalization;
using System.Text;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>What a text surely begins with at a place; <see cref="Prefixes.Unknown"/> stands for each part that is not known.</summary>
internal sealed class Beginning(FunctionFacts facts)
{
    /// <summary>The first part of a long sum lies deepest.</summary>
    private const int MaxDepth = 64;
    private const int MaxLength = 500;
    private const int MaxSteps = 500;
    private const int MaxDefinitions = 16;

    private readonly string unknown = Prefixes.Unknown.ToString();
    private readonly HashSet<int> open = [];
    private int steps;

    public string Of(int register, int at) => Text(register, at, 0) ?? unknown;

    public string OfAll(ReadOnlySpan<int> parts, int at) => Join(parts, at, 0) ?? unknown;

    /// <summary>null where the first part is the variable that is being asked about: what is added behind does not change how it begins.</summary>
    private string? Join(ReadOnlySpan<int> parts, int at, int depth)
    {
        var text = new StringBuilder();
        foreach (int part in parts)
        {
            string? own = Text(part, at, depth + 1);
            if (own is null && text.Length == 0)
                return null;
            text.Append(own ?? unknown);
            if (text.Length > MaxLength)
                break;
        }

        return text.ToString();
    }

    private string? Text(int register, int at, int depth)
    {
        if (register < 0 || depth > MaxDepth || ++steps > MaxSteps)
            return unknown;
        Known known = facts.Constants.At(register, facts.BlockOf[at], at);
        if (known.IsConstant)
            return Convert.ToString(known.Value, CultureInfo.InvariantCulture) ?? "";
        int definition = facts.DefinitionAt(register, at);
        return definition >= 0 ? Made(definition, depth) : Common(register, depth);
    }

    private string? Made(int definition, int depth)
    {
        ref Instruction code = ref facts.Function.Code[definition];
        return code.Op switch
        {
            Op.Move => Text(code.A, definition, depth + 1),
            Op.Binary when (BinaryOp)code.X == BinaryOp.Add => Join([code.A, code.B], definition, depth),
            Op.Call when facts.Function.Calls[code.X] is { Target: { Type: "System.String", Name: "Interpolate" or "Concat" } } site =>
                Join(site.Arguments, definition, depth),
            _ => unknown,
        };
    }

    /// <summary>A variable that is set in several places begins with what all of them begin with.</summary>
    private string? Common(int register, int depth)
    {
        if (facts.Definition[register] != -2 || IsSetElsewhere(register))
            return unknown;
        if (!open.Add(register))
            return null;
        string? common = null;
        int definitions = 0;
        foreach (int at in facts.Mentions(register))
        {
            if (facts.Function.Code[at].Dst != register)
                continue;
            if (++definitions > MaxDefinitions)
                common = unknown;
            else if (Made(at, depth + 1) is { } own)
                common = common is null ? own : common[..common.AsSpan().CommonPrefixLength(own)];
        }

        open.Remove(register);
        return common;
    }

    private bool IsSetElsewhere(int register) =>
        facts.Function.Parameters.Contains(register)
        || facts.Function.Captures.Contains(register)
        || Array.Exists(facts.Function.Closures, closure => closure.Captured.Contains(register))
        || Array.Exists(facts.Function.Calls, call => IsHandedOut(call, register));

    private static bool IsHandedOut(CallSite call, int register)
    {
        for (int i = 0; call.ByRef != 0 && i < Math.Min(call.Arguments.Length, 64); i++)
        {
            if ((call.ByRef >> i & 1) != 0 && call.Arguments[i] == register)
                return true;
        }

        return false;
    }
}
