using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>The constant text that a built text surely begins with: it fixes the server of an address, and keeps a value from
/// being read as an option.</summary>
internal static class KnownPrefix
{
    private const int MaxSteps = 40;

    public static bool MakesHarmless(string context, FunctionFacts facts, int register, int at)
    {
        if (context is not ("argument" or "ssrf" or "redirect" or "url"))
            return false;
        string prefix = Of(facts, register, at);
        if (context == "argument")
            return prefix.Length > 0 && prefix != "-";
        int authority = prefix.IndexOf("://", StringComparison.Ordinal);
        if (authority > 0)
            return prefix.IndexOfAny(['/', '?', '#'], authority + 3) > authority + 3;
        // A path of our own site; "//host" and "/\host" would be another's.
        return context != "ssrf" && prefix.Length >= 2 && prefix[0] is '/' or '~' && prefix[1] is not ('/' or '\\');
    }

    private static string Of(FunctionFacts facts, int register, int at)
    {
        IrFunction function = facts.Function;
        for (int i = 0; i < MaxSteps && register >= 0; i++)
        {
            if (facts.Constants.At(register, facts.BlockOf[at], at).Value is string constant)
                return constant;
            int definition = facts.DefinitionAt(register, at);
            if (definition < 0)
                return "";
            ref Instruction code = ref function.Code[definition];
            at = definition;
            switch (code.Op)
            {
                case Op.Move:
                    register = code.A;
                    break;
                case Op.Binary when (BinaryOp)code.X == BinaryOp.Add:
                    register = code.A;
                    break;
                case Op.Call when function.Calls[code.X] is { Target: { Type: "System.String", Name: "Format" }, Arguments: [var format, ..] }:
                    return facts.Constants.At(format, facts.BlockOf[at], at).Value is string text ? text[..Math.Max(0, text.IndexOf('{', StringComparison.Ordinal))] : "";
                case Op.Call when function.Calls[code.X] is { Target: { Type: "System.String", Name: "Interpolate" or "Concat" } or { Type: "System.Uri", Kind: MemberKind.Constructor }, Arguments: [var first, ..] }:
                    register = first;
                    break;
                default:
                    return "";
            }
        }

        return "";
    }
}
