using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>Untrusted text that is joined behind an address from the application's settings: it may name a path, and seldom more.
/// (An address that ends without a slash can still be lengthened, which is why this is no sanitizer.)</summary>
internal static partial class SettledHost
{
    private const int MaxDepth = 6;

    public static bool Is(Hit hit)
    {
        for (Hit? at = hit; at is not null; at = at.Inner)
        {
            for (Node? node = at.Node; node is { At: >= 0 }; node = node.Previous)
            {
                if (node is { Exit: null, Previous: { } before } && IsBehindSetting(node.Context.Facts, node.At, before.Register))
                    return true;
            }
        }

        return false;
    }

    private static bool IsBehindSetting(FunctionFacts facts, int at, int untrusted)
    {
        ref Instruction code = ref facts.Function.Code[at];
        if (code.Op == Op.Binary)
            return (BinaryOp)code.X == BinaryOp.Add && code.B == untrusted && code.A != untrusted && IsSettled(facts, [code.A], at);
        if (code.Op != Op.Call || facts.Function.Calls[code.X] is not { Target.Type: "System.String" } site)
            return false;
        int position = Array.IndexOf(site.Arguments, untrusted);
        return position > 0
            && site.Target.Name is "Interpolate" or "Concat" or "Format"
            && IsSettled(facts, site.Arguments[..position], at);
    }

    /// <summary>Known text and settings, and the host is among them.</summary>
    private static bool IsSettled(FunctionFacts facts, int[] parts, int at)
    {
        var text = new StringBuilder();
        foreach (int part in parts)
        {
            if (Text(facts, part, at, 0) is not { } known)
                return false;
            text.Append(known);
        }

        string before = text.ToString();
        int host = before.IndexOf("://", StringComparison.Ordinal);
        return before.Contains(Prefixes.Unknown) && (host < 0 || before.AsSpan(host + 3).ContainsAny(Prefixes.Unknown, '/'));
    }

    /// <summary>The text of a register, with a mark for each setting in it; null where it may be something else.</summary>
    private static string? Text(FunctionFacts facts, int register, int at, int depth)
    {
        if (register < 0 || depth > MaxDepth)
            return null;
        Known known = facts.Constants.At(register, facts.BlockOf[at], at);
        if (known.IsConstant)
            return Convert.ToString(known.Value, CultureInfo.InvariantCulture) ?? "";
        int definition = facts.OriginAt(register, at);
        if (definition < 0)
            return null;
        ref Instruction code = ref facts.Function.Code[definition];
        switch (code.Op)
        {
            case Op.Binary when (BinaryOp)code.X == BinaryOp.Add:
                return Join(facts, [code.A, code.B], definition, depth);
            case Op.LoadField:
                MemberRef field = facts.Function.Members[code.X];
                if (IsOfSettings(field))
                    return Prefixes.Unknown.ToString();
                return facts.Results?.OnlyStore(field) is { } store && store.Facts.Function.Code.Length > 0
                    ? Text(store.Facts, store.Register, store.Facts.Function.Code.Length - 1, depth + 1)
                    : null;
            case Op.Call:
                CallSite site = facts.Function.Calls[code.X];
                if (IsOfSettings(site.Target))
                    return Prefixes.Unknown.ToString();
                if (site.Target is { Type: "System.String", Name: "Interpolate" or "Concat" })
                    return Join(facts, site.Arguments, definition, depth);
                return site.Receiver >= 0 && site.Target.Name is "Item" or "Replace" or "TrimEnd" or "Trim" or "ToString"
                    ? Text(facts, site.Receiver, definition, depth + 1)
                    : null;
            default:
                return null;
        }
    }

    private static string? Join(FunctionFacts facts, int[] parts, int at, int depth)
    {
        var text = new StringBuilder();
        foreach (int part in parts)
        {
            if (Text(facts, part, at, depth + 1) is not { } known)
                return null;
            text.Append(known);
        }

        return text.ToString();
    }

    private static bool IsOfSettings(MemberRef member) =>
        Settings().IsMatch(member.Type) || (member.Type == "System.Environment" && member.Name == "GetEnvironmentVariable");

    [GeneratedRegex("(Settings|Options|Config|Configuration|ConfigurationManager|ConfigurationSection)$", RegexOptions.NonBacktracking)]
    private static partial Regex Settings();
}
