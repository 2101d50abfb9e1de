using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>Whether a register holds bytes that are the same in every run: an array that nobody filled, or filled with
/// constants, or made from constant text.</summary>
internal static class ConstantBytes
{
    public static bool Is(FunctionFacts facts, int register, int at, int depth = 0)
    {
        if (register < 0 || depth > 4)
            return false;
        int definition = facts.DefinitionAt(register, at);
        if (definition < 0)
            return false;
        IrFunction function = facts.Function;
        ref Instruction code = ref function.Code[definition];
        switch (code.Op)
        {
            case Op.Move:
                return Is(facts, code.A, definition, depth + 1) && IsOnlyRead(facts, register, at);
            case Op.Const:
                return function.RegisterTypes[register].Name.EndsWith(']') && IsOnlyRead(facts, register, at);
            case Op.LoadField:
                return facts.Results?.OnlyStore(function.Members[code.X]) is { } store
                    && store.Facts.Function.Key.EndsWith('=')
                    && Is(store.Facts, store.Register, store.Facts.Function.Code.Length - 1, depth + 1);
            case Op.Call:
                CallSite site = function.Calls[code.X];
                if (site.Target.Name == "System.Array")
                    return IsOnlyRead(facts, register, at);
                return site.Target.Name is "GetBytes" or "FromBase64String" or "FromHexString"
                    && site.Arguments.Length > 0
                    && facts.Constants.At(site.Arguments[0], facts.BlockOf[definition], definition).Value is string;
            default:
                return false;
        }
    }

    /// <summary>Nothing but constants is stored in the array, and no call gets it before this one that might fill it.</summary>
    private static bool IsOnlyRead(FunctionFacts facts, int array, int at)
    {
        foreach (int mention in facts.Mentions(array))
        {
            ref Instruction code = ref facts.Function.Code[mention];
            if (mention == at || code.Dst == array || code.Op == Op.Move)
                continue;
            if (code.Op == Op.StoreElement && code.A == array && facts.Constants.At(code.C, facts.BlockOf[mention], mention).IsConstant)
                continue;
            if (code.Op is Op.Call or Op.StoreElement && mention < at)
                return false;
        }

        return true;
    }
}
