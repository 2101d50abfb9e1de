using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>Entries of dictionaries on their way into another one, each under its own key: `new Dictionary(other)`, and
/// `foreach (var entry in other) mine[entry.Key] = entry.Value`.</summary>
internal static class Entries
{
    private const string Pair = "System.Collections.Generic.KeyValuePair";

    public static bool Are(TypeRef type) => type.Name == Pair;

    /// <summary>The key of an entry whose value alone is untrusted.</summary>
    public static bool IsKey(MemberRef read) => read is { Name: "Key", Type: Pair };

    public static bool IsCurrent(MemberRef read, TypeRef result) => read.Name == "Current" && Are(result);

    /// <summary>A copy of a dictionary, or what goes through its entries.</summary>
    public static bool Keep(CallSite site, IrFunction function, int register)
    {
        if (!IsDictionary(function.RegisterTypes[register].Name))
            return false;
        return site.Target.Kind == MemberKind.Constructor
            ? IsDictionary(site.Target.Type) && site.Arguments.Length > 0 && site.Arguments[0] == register
            : site.Target.Name == "GetEnumerator" && site.Receiver == register;
    }

    public static bool IsDictionary(string type) =>
        type.StartsWith("System.Collections.", StringComparison.Ordinal) && type.EndsWith("Dictionary", StringComparison.Ordinal);

    /// <summary>The value of an entry is read for nothing but to be put elsewhere under the same entry's key.</summary>
    public static bool IsCopied(FunctionFacts facts, int read)
    {
        CallSite value = facts.Function.Calls[facts.Function.Code[read].X];
        if (value.Target is not { Name: "Value", Type: Pair })
            return false;
        int result = facts.Function.Code[read].Dst;
        int entry = facts.OriginAt(value.Receiver, read);
        bool any = false;
        foreach (int mention in facts.Mentions(result))
        {
            if (mention == read)
                continue;
            if (
                entry < 0
                || facts.Function.Code[mention].Op != Op.Call
                || facts.Function.Calls[facts.Function.Code[mention].X]
                    is not {
                        Receiver: >= 0,
                        Target: { IsSource: false, Name: "Item" or "Add" or "TryAdd" },
                        Arguments: [var key, var put]
                    } site
                || put != result
                || !IsDictionary(facts.Function.RegisterTypes[site.Receiver].Name)
                || facts.CallAt(key, mention) is not { } keyRead
                || !IsKey(keyRead.Target)
                || facts.OriginAt(keyRead.Receiver, mention) != entry
            )
                return false;
            any = true;
        }

        return any;
    }
}
