using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>Which parameters of a function are keys under which it reads or writes a dictionary: here, or in what it passes them on to.</summary>
internal sealed class KeyParameters(IrProgram program)
{
    private const int MaxParameters = 12;
    private const int MaxDepth = 3;
    private const int MaxCallees = 4;

    private readonly Dictionary<int, int> known = [];

    /// <summary>One bit a parameter.</summary>
    public int Of(int function) => Of(function, 0);

    private int Of(int function, int depth)
    {
        if (known.TryGetValue(function, out int keys))
            return keys;
        known[function] = 0;
        IrFunction code = program.Functions[function];
        for (int p = 0; p < code.Parameters.Length && p < MaxParameters; p++)
        {
            if (code.RegisterTypes[code.Parameters[p]].Kind == ValueKind.Text && IsKey(code, code.Parameters[p], depth))
                keys |= 1 << p;
        }

        return known[function] = keys;
    }

    private bool IsKey(IrFunction function, int parameter, int depth)
    {
        var same = new HashSet<int> { parameter };
        foreach (ref Instruction code in function.Code.AsSpan())
        {
            switch (code.Op)
            {
                case Op.Move when same.Contains(code.A):
                    same.Add(code.Dst);
                    break;
                case Op.LoadElement or Op.StoreElement when same.Contains(code.B):
                    return true;
                case Op.Call when IsGiven(function.Calls[code.X], same, depth):
                    return true;
                default:
                    break;
            }
        }

        return false;
    }

    private bool IsGiven(CallSite site, HashSet<int> same, int depth)
    {
        if (site.Callees.Length == 0)
            return KeyAt(site) is >= 0 and int key && same.Contains(site.Arguments[key]);
        if (depth >= MaxDepth || site.Callees.Length > MaxCallees)
            return false;
        foreach (int callee in site.Callees)
        {
            int keys = Of(callee, depth + 1);
            for (int a = 0; keys != 0 && a < site.Arguments.Length && a < MaxParameters; a++)
            {
                if ((keys & (1 << a)) != 0 && same.Contains(site.Arguments[a]))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Which argument of a library's call is the key of a dictionary; -1 where none is.</summary>
    public static int KeyAt(CallSite site)
    {
        if (site.Target.Name == "Item" && site.Target.Kind is MemberKind.Getter or MemberKind.Setter)
            return site.Receiver >= 0 && site.Arguments.Length > 0 ? 0 : -1;
        if (site.Target.Name is not ("TryGetValue" or "GetValueOrDefault" or "Add" or "TryAdd") || site.Target.Kind != MemberKind.Method)
            return -1;
        bool isExtension = site.Target.IsExtension && site.Receiver < 0;
        int key = isExtension ? 1 : 0;
        // `Add(value)` of a list has no key.
        bool hasKey = site.Arguments.Length > key + (site.Target.Name is "Add" or "TryAdd" ? 1 : 0);
        return hasKey && site.Target.Type.Contains("Collections", StringComparison.Ordinal) ? key : -1;
    }

    /// <summary>`TryGetValue(key, ...)`, `GetValueOrDefault(key)`: what comes out is the entry under the key and no other.</summary>
    public static bool IsLookup(CallSite site) => site.Target.Name is "TryGetValue" or "GetValueOrDefault" && KeyAt(site) >= 0;
}
