using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>Reads from a small collection made in the same function whose element at that place is surely a constant: other
/// elements may be untrusted, this one is not.</summary>
internal static class KnownItems
{
    private const int MaxItems = 64;

    public static bool IsConstant(FunctionFacts facts, int instruction)
    {
        CallSite site = facts.Function.Calls[facts.Function.Code[instruction].X];
        if (site.Receiver < 0)
            return false;
        if (site.Target.Name == "Item" && site.Arguments is [var index])
            return Element(facts, site.Receiver, index, instruction) is >= 0 and int element && Is(facts, element, instruction);
        return site.Target.Name.StartsWith("Item", StringComparison.Ordinal)
            && int.TryParse(site.Target.Name.AsSpan(4), out int number)
            && facts.CallAt(site.Receiver, instruction) is { } made
            && made.Target.Type is "System.Tuple" or "System.ValueTuple"
            && number >= 1
            && number <= made.Arguments.Length
            && Is(facts, made.Arguments[number - 1], instruction);
    }

    private static bool Is(FunctionFacts facts, int register, int at)
    {
        int origin = facts.OriginAt(register, at);
        return origin >= 0 && facts.Function.Code[origin].Op == Op.Const;
    }

    /// <summary>The register put into a list at an index, where the list was made and filled in this block; -1 unknown.</summary>
    private static int Element(FunctionFacts facts, int list, int index, int at)
    {
        if (
            facts.CallAt(list, at)
                is not { Target: { Kind: MemberKind.Constructor, Type: "System.Collections.Generic.List" }, Arguments: [] or [-1] }
            || !Known.TryInteger(facts.Constants.At(index, facts.BlockOf[at], at).Value, out long wanted)
        )
            return -1;
        var items = new List<int>();
        foreach (int mention in facts.Mentions(list))
        {
            if (mention >= at)
                break;
            ref Instruction code = ref facts.Function.Code[mention];
            if (code.Dst == list)
                continue;
            if (
                facts.BlockOf[mention] != facts.BlockOf[at]
                || code.Op != Op.Call
                || facts.Function.Calls[code.X] is not { } site
                || site.Receiver != list
                || !Apply(facts, site, mention, items)
            )
                return -1;
        }

        return wanted >= 0 && wanted < items.Count ? items[(int)wanted] : -1;
    }

    private static bool Apply(FunctionFacts facts, CallSite site, int at, List<int> items)
    {
        switch (site.Target.Name)
        {
            case "Add" when items.Count < MaxItems:
                items.Add(site.Arguments[0]);
                return true;
            case "Item" or "Count" or "Contains" when site.Target.Kind != MemberKind.Setter:
                return true;
            case "RemoveAt"
            or "Insert"
                when Known.TryInteger(facts.Constants.At(site.Arguments[0], facts.BlockOf[at], at).Value, out long place)
                    && place >= 0
                    && place <= items.Count:
                if (site.Target.Name == "Insert")
                    items.Insert((int)place, site.Arguments[1]);
                else if (place < items.Count)
                    items.RemoveAt((int)place);
                return items.Count < MaxItems;
            default:
                return false;
        }
    }
}
