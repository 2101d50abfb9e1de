using System.Globalization;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>Function values that a call hands to a callee which runs them: for this call it runs these, and not those that others hand it.
/// The same for objects whose virtual functions it runs, <c>node.Accept(visitor)</c>: the functions of their class, which stands in a set as
/// the complement of its number.</summary>
internal sealed class GivenFunctions(IrProgram program, Func<int, FunctionFacts> factsOf)
{
    private const int MaxParameters = 30;
    private const int MaxDepth = 3;

    private readonly Dictionary<int, int> used = [];
    private readonly List<(int Parameter, int[] Functions)[]> sets =
    [
        [],
    ];
    private readonly Dictionary<string, int> index = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<(TypeRef Type, bool IsExact)> classes = [];
    private readonly Dictionary<(string, bool), int> classIndex = [];

    /// <summary>The parameters, a bit each, that a function runs or hands on to one that does.</summary>
    public int UsedBy(int function) => UsedBy(function, 0);

    /// <summary>The set of what a call hands over; 0 where nothing is sure.</summary>
    public int At(FunctionFacts caller, int own, int instruction, CallEdge edge, int parameters)
    {
        var set = new List<(int, int[])>();
        for (int a = 0; a < edge.Arguments.Length && a < MaxParameters; a++)
        {
            if ((parameters & (1 << a)) != 0 && Handed(caller, own, instruction, edge, a) is { } functions)
                set.Add((a, functions));
        }

        return Intern([.. set]);
    }

    /// <summary>The set in which the parameter that is called at a place is this function.</summary>
    public int Giving(FunctionFacts caller, int instruction, int function) =>
        Called(caller, instruction) is >= 0 and int parameter && (UsedBy(caller.Function.Id) & (1 << parameter)) != 0
            ? Intern([(parameter, [function])])
            : 0;

    /// <summary>What the caller was handed, where its callee was handed this set; -1 where the caller hands over something else.</summary>
    public int Behind(int set, FunctionFacts caller, int instruction, CallEdge edge)
    {
        var outer = new List<(int, int[])>();
        foreach ((int parameter, int[] functions) in sets[set])
        {
            if (parameter >= edge.Arguments.Length)
                continue;
            int argument = edge.Arguments[parameter];
            if (caller.ClosureAt(argument, instruction) is { Callees.Length: > 0 } closure)
            {
                if (!closure.Callees.Intersect(functions).Any())
                    return -1;
            }
            else if (ParameterOf(caller, argument, instruction) is >= 0 and int own && (UsedBy(caller.Function.Id) & (1 << own)) != 0)
            {
                outer.Add((own, functions));
            }
        }

        return Intern([.. outer.OrderBy(o => o.Item1).DistinctBy(o => o.Item1)]);
    }

    /// <summary>The functions in a set that a call runs; null where it runs no parameter of it.</summary>
    public int[]? Run(int set, FunctionFacts facts, int instruction)
    {
        if (set == 0)
            return null;
        if (Called(facts, instruction) is >= 0 and int called)
            return Of(set, called);
        return Visited(facts, instruction) is >= 0 and int visited && Of(set, visited) is [< 0 and var type]
            ? ReceiverTypes.Of(
                program,
                facts.Function.Calls[facts.Function.Code[instruction].X].Callees,
                classes[~type].Type,
                classes[~type].IsExact
            )
            : null;
    }

    private int[]? Of(int set, int parameter)
    {
        foreach ((int known, int[] functions) in sets[set])
        {
            if (known == parameter)
                return functions;
        }

        return null;
    }

    private int[]? Handed(FunctionFacts caller, int own, int instruction, CallEdge edge, int position)
    {
        int argument = edge.Arguments[position];
        if (caller.ClosureAt(argument, instruction) is { Callees.Length: > 0 } closure)
            return closure.Callees;
        if (own != 0 && ParameterOf(caller, argument, instruction) is >= 0 and int parameter && Of(own, parameter) is { } known)
            return known;
        return ClassAt(caller, instruction, argument, program.Functions[edge.Callee], position);
    }

    /// <summary>The class of an argument, where it says more than the parameter's type.</summary>
    private int[]? ClassAt(FunctionFacts caller, int instruction, int argument, IrFunction callee, int position)
    {
        if (argument < 0 || position >= callee.Parameters.Length)
            return null;
        TypeRef declared = callee.RegisterTypes[callee.Parameters[position]];
        TypeRef? made = ReceiverTypes.MadeAs(caller, argument, instruction);
        TypeRef type = made ?? caller.Function.RegisterTypes[caller.SourceAt(argument, instruction)];
        if (!type.IsSource || type.Kind != ValueKind.Object || !IsClass(type) || type.Name == declared.Name || !type.Is(declared.Name))
            return null;
        if (!classIndex.TryGetValue((type.Name, made is not null), out int number))
        {
            number = classes.Count;
            classes.Add((type, made is not null));
            classIndex.Add((type.Name, made is not null), number);
        }

        return [~number];
    }

    private static bool IsClass(TypeRef type) => type.Is("System.Object");

    /// <summary>The parameter whose value a call runs; -1 where it is another call.</summary>
    private static int Called(FunctionFacts facts, int instruction)
    {
        ref Instruction code = ref facts.Function.Code[instruction];
        return code.Op == Op.Call && facts.Function.Calls[code.X] is { Target.Name: "Invoke", Receiver: >= 0 } site
            ? ParameterOf(facts, site.Receiver, instruction)
            : -1;
    }

    /// <summary>The parameter whose virtual function a call runs; -1 where it is another call.</summary>
    private static int Visited(FunctionFacts facts, int instruction)
    {
        ref Instruction code = ref facts.Function.Code[instruction];
        return
            code.Op == Op.Call
            && facts.Function.Calls[code.X] is { Callees.Length: > 1, Receiver: >= 0, Target.IsSource: true } site
            && facts.Function.RegisterTypes[site.Receiver].Kind == ValueKind.Object
            ? ParameterOf(facts, site.Receiver, instruction)
            : -1;
    }

    private static int ParameterOf(FunctionFacts facts, int register, int instruction)
    {
        int source = facts.SourceAt(register, instruction);
        return
            source >= 0
            && facts.Definition[source] == -1
            && Array.IndexOf(facts.Function.Parameters, source) is var parameter and < MaxParameters
            ? parameter
            : -1;
    }

    private int UsedBy(int function, int depth)
    {
        if (used.TryGetValue(function, out int parameters))
            return parameters;
        used[function] = 0;
        IrFunction code = program.Functions[function];
        if (
            !Array.Exists(
                code.Parameters,
                p => code.RegisterTypes[p] is { Kind: ValueKind.Delegate } or { Kind: ValueKind.Object, IsSource: true }
            )
        )
            return 0;
        FunctionFacts facts = factsOf(function);
        for (int i = 0; i < code.Code.Length; i++)
        {
            if (code.Code[i].Op != Op.Call)
                continue;
            if (Called(facts, i) is >= 0 and int called)
                parameters |= 1 << called;
            else if (Visited(facts, i) is >= 0 and int visited)
                parameters |= 1 << visited;
            if (depth < MaxDepth)
                parameters |= HandedOn(facts, i, depth);
        }

        used[function] = parameters;
        return parameters;
    }

    private int HandedOn(FunctionFacts facts, int instruction, int depth)
    {
        CallSite site = facts.Function.Calls[facts.Function.Code[instruction].X];
        int parameters = 0;
        foreach (int callee in site.Callees.Length <= 4 ? site.Callees : [])
        {
            int inner = UsedBy(callee, depth + 1);
            for (int a = 0; inner != 0 && a < site.Arguments.Length && a < MaxParameters; a++)
            {
                if ((inner & (1 << a)) != 0 && ParameterOf(facts, site.Arguments[a], instruction) is >= 0 and int parameter)
                    parameters |= 1 << parameter;
            }
        }

        return parameters;
    }

    private int Intern((int Parameter, int[] Functions)[] set)
    {
        string key = string.Join(
            ';',
            set.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Parameter}:{string.Join(',', s.Functions)}"))
        );
        if (!index.TryGetValue(key, out int id))
        {
            id = sets.Count;
            sets.Add(set);
            index.Add(key, id);
        }

        return id;
    }
}
