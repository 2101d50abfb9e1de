using System.Globalization;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>What a call gives its callee that decides what the callee does: flags as constants (<c>GetPath(name, normalize: true)</c> runs
/// another half of it than the call beside it), and function values (<c>items.Each(x => ...)</c> runs this one and no other), keys of
/// dictionaries (<c>GetOption("folder")</c> reads this entry and no other). A function is looked at once for each combination.</summary>
internal sealed class CallConstants(IrProgram program, ProgramConstants constants, Func<int, FunctionFacts> factsOf)
{
    private const int MaxParameters = 12;
    private const int MaxFlags = 3;
    private const int MaxDepth = 3;
    private const int MaxKeys = 64;

    private readonly Dictionary<int, int> deciding = [];
    private readonly Dictionary<(int Function, int Flags), FunctionFacts> variants = [];
    private readonly Dictionary<(FunctionFacts Caller, int Variant, int Instruction, int Callee), int> known = [];
    private readonly KeyParameters keys = new(program);
    private readonly List<(int Flags, string Keys)> values = [(0, "")];
    private readonly Dictionary<(int Flags, string Keys), int> indexOfValues = new() { [(0, "")] = 0 };
    private readonly Dictionary<int, HashSet<string>> keysOf = [];
    private readonly GivenFunctions given = new(program, factsOf);
    private readonly List<(int Flags, int Functions)> combinations = [(0, 0)];
    private readonly Dictionary<(int Flags, int Functions), int> index = new() { [(0, 0)] = 0 };

    /// <summary>What a call decides for its callee; 0 where it decides nothing.</summary>
    public int VariantOf(TaintContext caller, int instruction, CallEdge edge)
    {
        int flags = Deciding(edge.Callee, 0);
        int used = given.UsedBy(edge.Callee);
        int read = keys.Of(edge.Callee);
        if ((flags == 0 && used == 0 && read == 0) || edge.Arguments.Length == 0 || program.Doors.Contains(edge.Callee))
            return 0;
        if (known.TryGetValue((caller.Facts, caller.Variant, instruction, edge.Callee), out int variant))
            return variant;
        variant = Combine(
            ValuesOf(
                flags == 0 ? 0 : FlagsAt(caller.Facts, instruction, edge, flags),
                read == 0 ? "" : KeysAt(caller.Facts, instruction, edge, read)
            ),
            used == 0 ? 0 : given.At(caller.Facts, combinations[caller.Variant].Functions, instruction, edge, used)
        );
        known.Add((caller.Facts, caller.Variant, instruction, edge.Callee), variant);
        return variant;
    }

    /// <summary>What a function is told by whoever runs this function value, where it came in as a parameter.</summary>
    public int VariantGiving(FunctionFacts caller, int instruction, int function) =>
        Combine(0, given.Giving(caller, instruction, function));

    /// <summary>What a caller is told when its callee ran what it was given in this combination; -1 where the call gives something else.</summary>
    public int VariantBehind(int variant, FunctionFacts caller, int instruction, CallEdge edge) =>
        combinations[variant].Functions == 0 ? 0
        : given.Behind(combinations[variant].Functions, caller, instruction, edge) is >= 0 and int behind ? Combine(0, behind)
        : -1;

    /// <summary>The functions that a call of a parameter runs here; null where it is another call, or nothing is known of it.</summary>
    public int[]? Given(TaintContext context, int instruction) =>
        context.Variant == 0 ? null : given.Run(combinations[context.Variant].Functions, context.Facts, instruction);

    private int ValuesOf(int flags, string keysGiven)
    {
        if (!indexOfValues.TryGetValue((flags, keysGiven), out int id))
        {
            id = values.Count;
            values.Add((flags, keysGiven));
            indexOfValues.Add((flags, keysGiven), id);
        }

        return id;
    }

    /// <summary>The constant keys that a call gives: for each parameter its number and the text, every part ended by a NUL.</summary>
    private string KeysAt(FunctionFacts caller, int instruction, CallEdge edge, int read)
    {
        string found = "";
        for (int a = 0; a < edge.Arguments.Length && a < MaxParameters; a++)
        {
            if (
                (read & (1 << a)) != 0
                && caller.Constants.At(edge.Arguments[a], caller.BlockOf[instruction], instruction)
                    is { IsConstant: true, Value: string key }
                && !key.Contains('\0', StringComparison.Ordinal)
            )
                found += $"{a}\0{key}\0";
        }

        if (found.Length == 0)
            return "";
        if (!keysOf.TryGetValue(edge.Callee, out HashSet<string>? known))
            keysOf.Add(edge.Callee, known = new HashSet<string>(StringComparer.Ordinal));
        return known.Contains(found) || (known.Count < MaxKeys && known.Add(found)) ? found : "";
    }

    private int Combine(int flags, int functions)
    {
        if (!index.TryGetValue((flags, functions), out int id))
        {
            id = combinations.Count;
            combinations.Add((flags, functions));
            index.Add((flags, functions), id);
        }

        return id;
    }

    /// <summary>Which flags of the callee are constants at a call: two bits a parameter.</summary>
    private static int FlagsAt(FunctionFacts caller, int instruction, CallEdge edge, int flags)
    {
        int values = 0;
        for (int a = 0; a < edge.Arguments.Length && a < MaxParameters; a++)
        {
            if (
                (flags & (1 << a)) != 0
                && caller.Constants.At(edge.Arguments[a], caller.BlockOf[instruction], instruction)
                    is { IsConstant: true, Value: bool flag }
            )
                values |= (flag ? 2 : 1) << (2 * a);
        }

        return values;
    }

    public FunctionFacts FactsOf(int function, int combination)
    {
        int variant = combinations[combination].Flags;
        if (variant == 0)
            return factsOf(function);
        if (variants.TryGetValue((function, variant), out FunctionFacts? facts))
            return facts;
        IrFunction code = program.Functions[function];
        (int flags, string read) = values[variant];
        var given = new Known[code.Parameters.Length];
        for (int p = 0; p < given.Length; p++)
        {
            int bits = p < MaxParameters ? (flags >> (2 * p)) & 3 : 0;
            given[p] = bits == 0 ? Known.Anything : Known.Constant(bits == 2);
        }

        string[] parts = read.Split('\0');
        for (int i = 0; i + 1 < parts.Length; i += 2)
            given[int.Parse(parts[i], CultureInfo.InvariantCulture)] = Known.Constant(parts[i + 1]);
        facts = new FunctionFacts(code, new ConstantPropagation(code, constants, given), constants);
        variants.Add((function, variant), facts);
        return facts;
    }

    /// <summary>The parameters that are flags and decide a branch, here or in what they are passed on to.</summary>
    private int Deciding(int function, int depth)
    {
        if (deciding.TryGetValue(function, out int flags))
            return flags;
        deciding[function] = 0;
        IrFunction code = program.Functions[function];
        int count = 0;
        for (int p = 0; p < code.Parameters.Length && p < MaxParameters && count < MaxFlags; p++)
        {
            if (code.RegisterTypes[code.Parameters[p]].Kind != ValueKind.Bool || !Decides(code, code.Parameters[p], depth))
                continue;
            flags |= 1 << p;
            count++;
        }

        deciding[function] = flags;
        return flags;
    }

    private bool Decides(IrFunction function, int parameter, int depth)
    {
        var same = new HashSet<int> { parameter };
        bool grows = true;
        while (grows)
        {
            grows = false;
            foreach (ref Instruction code in function.Code.AsSpan())
            {
                if (code.Dst >= 0 && code.Op is Op.Move or Op.Not or Op.Binary && (same.Contains(code.A) || same.Contains(code.B)))
                    grows |= same.Add(code.Dst);
            }
        }

        if (Array.Exists(function.Blocks, b => b.Condition >= 0 && same.Contains(b.Condition)))
            return true;
        return depth < MaxDepth && Array.Exists(function.Calls, site => PassesOn(site, same, depth));
    }

    private bool PassesOn(CallSite site, HashSet<int> same, int depth)
    {
        foreach (int callee in site.Callees.Length <= 4 ? site.Callees : [])
        {
            int flags = Deciding(callee, depth + 1);
            for (int a = 0; flags != 0 && a < site.Arguments.Length && a < MaxParameters; a++)
            {
                if ((flags & (1 << a)) != 0 && same.Contains(site.Arguments[a]))
                    return true;
            }
        }

        return false;
    }
}
