using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>What a view says about what becomes of its output.</summary>
internal static class Pages
{
    private const int MaxFollowed = 12;

    /// <summary>The content type that the page sets for the whole answer, on every way through it.</summary>
    public static Known? ContentType(FunctionFacts facts)
    {
        if (!facts.Function.File.IsMarkup)
            return null;
        Block[] blocks = facts.Function.Blocks;
        Known? set = null;
        for (int b = 0, left = blocks.Length; b >= 0 && left > 0; left--)
        {
            for (int i = blocks[b].First; i < blocks[b].End; i++)
            {
                if (ContentTypeSetAt(facts.Function, i) is >= 0 and int register)
                    set = facts.Constants.At(register, b, i);
            }

            if (blocks[b].Condition >= 0)
                break;
            b = blocks[b].Next;
        }

        return set;
    }

    private static int ContentTypeSetAt(IrFunction function, int i)
    {
        ref Instruction code = ref function.Code[i];
        return code.Op switch
        {
            Op.StoreField when function.Members[code.X].Name == "ContentType" => code.B,
            Op.Call
                when function.Calls[code.X] is { Target: { Kind: MemberKind.Setter, Name: "ContentType" }, Arguments: [.., var value] } =>
                value,
            _ => -1,
        };
    }

    /// <summary>Whether all that becomes of a value in its function is plain text, which is encoded again where it is written:
    /// `Html.ActionLink(T("New {0}", Html.Raw(name)).Text, …)`.</summary>
    public static bool EndsAsText(FunctionFacts facts, int register)
    {
        if (register < 0 || facts.Function.RegisterTypes[register].Kind == ValueKind.Text)
            return false;
        var seen = new HashSet<int> { register };
        var open = new Queue<int>(seen);
        bool ends = false;
        while (open.TryDequeue(out int held))
        {
            foreach (int i in facts.Mentions(held))
            {
                if (facts.Function.Code[i].Dst == held || !IsGiven(facts.Function, i, held))
                    continue;
                int next = Next(facts.Function, i, held, out bool isText);
                if (next < 0 || seen.Count > MaxFollowed)
                    return false;
                ends |= isText;
                if (!isText && seen.Add(next))
                    open.Enqueue(next);
            }
        }

        return ends;
    }

    /// <summary>A call is also a mention of the objects that its arguments were read from.</summary>
    private static bool IsGiven(IrFunction function, int i, int held)
    {
        ref Instruction code = ref function.Code[i];
        return code.Op != Op.Call
            || function.Calls[code.X] is var site && (site.Receiver == held || Array.IndexOf(site.Arguments, held) >= 0);
    }

    /// <summary>The register that holds what an instruction makes of a value; -1 where that is nobody knows what.</summary>
    private static int Next(IrFunction function, int i, int held, out bool isText)
    {
        isText = false;
        ref Instruction code = ref function.Code[i];
        int next = code.Op switch
        {
            Op.Move => code.Dst,
            Op.LoadField when code.A == held => code.Dst,
            Op.StoreElement when code.C == held || code.A == held => code.A,
            Op.Call when function.Calls[code.X].Target.Type is not ("Shrike.Html" or "Html") => code.Dst,
            _ => -1,
        };
        if (next < 0)
            return -1;
        isText =
            function.RegisterTypes[next].Kind == ValueKind.Text
            || code.Op == Op.LoadField && function.Members[code.X] is { IsResolved: false, Name: "Text" }
            || code.Op == Op.Call && function.Calls[code.X].Target is { IsResolved: false, Name: "Text" or "ToString" };
        return next;
    }
}
