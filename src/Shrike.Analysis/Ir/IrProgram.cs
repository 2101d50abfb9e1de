namespace Shrike.Analysis.Ir;

/// <summary>All functions of a scan, linked: every call knows the functions with source that it may reach.</summary>
public sealed class IrProgram
{
    /// <summary>More possible targets than this and a virtual call is treated as unknown; said once per member.</summary>
    private const int MaxTargets = 24;

    private readonly Dictionary<string, int[]> implementations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> bySymbol = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> handlers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> dispatch = new(StringComparer.Ordinal);

    public IrProgram(IReadOnlyList<IrFunction> functions, IReadOnlyDictionary<string, string> registrations)
    {
        Functions = [.. functions];
        Registrations = registrations;
        Link();
    }

    public IrFunction[] Functions { get; }

    /// <summary>Dependency injection: service type to implementation type, where exactly one is registered.</summary>
    public IReadOnlyDictionary<string, string> Registrations { get; }

    /// <summary>What declarations demand of members of models.</summary>
    public IReadOnlyList<MemberCheck> Checks { get; init; } = [];

    /// <summary>Call sites by callee: (caller, index into the caller's code).</summary>
    public List<(int Function, int Instruction)>[] Callers { get; private set; } = [];

    /// <summary>What may be called through a delegate parameter (function, parameter) or a delegate field (step).</summary>
    public Dictionary<(int Function, int Parameter), List<int>> DelegateParameters { get; } = [];
    public Dictionary<int, List<int>> DelegateFields { get; } = [];

    /// <summary>Functions that something outside calls, with arguments that nobody here sees.</summary>
    public HashSet<int> Doors { get; } = [];

    private readonly HashSet<int> values = [];

    /// <summary>Whether a function is handed on as a value somewhere, to be called nobody knows how.</summary>
    public bool IsValue(int function) => values.Contains(function);

    public IrFunction? Find(string symbol) => bySymbol.TryGetValue(symbol, out int id) ? Functions[id] : null;

    private void Link()
    {
        for (int id = 0; id < Functions.Length; id++)
        {
            Functions[id].Id = id;
            bySymbol.TryAdd(Functions[id].Key, id);
        }

        var lists = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (IrFunction function in Functions)
        {
            foreach (string key in function.Implements)
            {
                if (!lists.TryGetValue(key, out List<int>? list))
                    lists.Add(key, list = []);
                list.Add(function.Id);
            }

            if (IsMessageHandler(function))
            {
                string message = function.RegisterTypes[function.Parameters[0]].Name;
                if (!handlers.TryGetValue(message, out List<int>? list))
                    handlers.Add(message, list = []);
                list.Add(function.Id);
            }
        }

        foreach ((string key, List<int> list) in lists)
            implementations.Add(key, [.. list]);

        Callers = new List<(int, int)>[Functions.Length];
        foreach (IrFunction function in Functions)
            LinkCalls(function);
        foreach (IrFunction function in Functions)
            LinkDelegates(function, resolve: false);
        foreach (IrFunction function in Functions)
            LinkDelegates(function, resolve: true);
    }

    private static bool IsMessageHandler(IrFunction function) =>
        function.Parameters.Length > 0
        && function.Display.Contains(".Handle", StringComparison.Ordinal)
        && function.RegisterTypes[function.Parameters[0]].IsSource;

    private void LinkCalls(IrFunction function)
    {
        for (int i = 0; i < function.Code.Length; i++)
        {
            ref Instruction instruction = ref function.Code[i];
            if (instruction.Op == Op.Call)
            {
                CallSite site = function.Calls[instruction.X];
                site.Callees = Resolve(function, site);
                foreach (int callee in site.Callees)
                    (Callers[callee] ??= []).Add((function.Id, i));
            }
            else if (instruction.Op == Op.Closure)
            {
                ClosureSite site = function.Closures[instruction.X];
                site.Callees = site.Function is { } lambda ? [lambda.Id] : Targets(site.Method!, isBase: false);
                values.UnionWith(site.Callees);
            }
        }
    }

    private int[] Resolve(IrFunction caller, CallSite site)
    {
        if (site.Local is { } local)
            return [local.Id];
        int[] targets = Running(caller, Targets(site.Target, site.IsBase));
        if (targets.Length > 0 || site.Target.IsSource)
            return targets;
        return Handlers(caller, site);
    }

    /// <summary>Stand-ins that tests write for a service do not run in the program that is tested.</summary>
    private int[] Running(IrFunction caller, int[] targets) =>
        caller.InTestCode || !Array.Exists(targets, id => Functions[id].InTestCode)
            ? targets
            : [.. targets.Where(id => !Functions[id].InTestCode)];

    /// <summary>Mediator-style dispatch: `Send(new Command())` reaches the Handle methods that take the argument's type.</summary>
    private int[] Handlers(IrFunction caller, CallSite site)
    {
        if (
            site.Target.Name
            is not (
                "Send"
                or "SendAsync"
                or "Publish"
                or "PublishAsync"
                or "Dispatch"
                or "DispatchAsync"
                or "Execute"
                or "ExecuteAsync"
                or "InvokeAsync"
                or "Invoke"
            )
        )
            return [];
        foreach (int argument in site.Arguments)
        {
            if (argument >= 0 && handlers.TryGetValue(caller.RegisterTypes[argument].Name, out List<int>? list) && list.Count <= MaxTargets)
                return [.. list];
        }

        return [];
    }

    private int[] Targets(MemberRef member, bool isBase)
    {
        int own = bySymbol.TryGetValue(member.Key, out int found) ? found : -1;
        if (isBase)
            return own >= 0 ? [own] : [];
        if (dispatch.TryGetValue(member.Key, out int[]? known))
            return known;
        if (!implementations.TryGetValue(member.Key, out int[]? overrides) || (own < 0 && Frameworks.IsEverywhere(member)))
            overrides = [];
        int[] targets = own >= 0 ? [own, .. overrides] : overrides;
        if (targets.Length > 1 && Registrations.TryGetValue(member.Type, out string? registered))
        {
            int[] narrowed = [.. targets.Where(id => Functions[id].DeclaringType.Is(registered))];
            if (narrowed.Length > 0)
                targets = narrowed;
        }

        if (targets.Length > MaxTargets)
            targets = own >= 0 ? [own] : [];
        dispatch.Add(member.Key, targets);
        return targets;
    }

    /// <summary>Flow-insensitive: which functions reach a delegate parameter or field, and so its invocations.</summary>
    private void LinkDelegates(IrFunction function, bool resolve)
    {
        Dictionary<int, List<int>>? values = null;
        for (int p = 0; p < function.Parameters.Length && resolve; p++)
        {
            if (DelegateParameters.TryGetValue((function.Id, p), out List<int>? passed))
                Add(values ??= [], function.Parameters[p], passed);
        }

        for (int i = 0; i < function.Code.Length; i++)
        {
            ref Instruction instruction = ref function.Code[i];
            switch (instruction.Op)
            {
                case Op.Closure:
                    Add(values ??= [], instruction.Dst, function.Closures[instruction.X].Callees);
                    break;
                case Op.Move when values is not null && values.TryGetValue(instruction.A, out List<int>? moved):
                    Add(values, instruction.Dst, moved);
                    break;
                case Op.LoadField when resolve && DelegateFields.TryGetValue(function.Members[instruction.X].Step, out List<int>? held):
                    Add(values ??= [], instruction.Dst, held);
                    break;
                case Op.StoreField when values is not null && values.TryGetValue(instruction.B, out List<int>? stored):
                    Add(DelegateFields, function.Members[instruction.X].Step, stored);
                    break;
                case Op.Call when values is not null:
                    LinkDelegateCall(function, i, values, resolve);
                    break;
                default:
                    break;
            }
        }
    }

    private void LinkDelegateCall(IrFunction function, int instruction, Dictionary<int, List<int>> values, bool resolve)
    {
        CallSite site = function.Calls[function.Code[instruction].X];
        if (
            resolve
            && site.Callees.Length == 0
            && site.Target.Name == "Invoke"
            && values.TryGetValue(site.Receiver, out List<int>? invoked)
        )
        {
            site.Callees = Running(function, [.. invoked]);
            foreach (int callee in site.Callees)
                (Callers[callee] ??= []).Add((function.Id, instruction));
        }

        for (int i = 0; i < site.Arguments.Length; i++)
        {
            if (!values.TryGetValue(site.Arguments[i], out List<int>? passed))
                continue;
            foreach (int callee in site.Callees)
                Add(DelegateParameters, (callee, i), passed);
            if (!resolve || site.Callees.Length > 0)
                continue;
            // A library that is handed a function is taken to call it.
            foreach (int callee in passed)
                (Callers[callee] ??= []).Add((function.Id, instruction));
        }
    }

    private static void Add<TKey>(Dictionary<TKey, List<int>> map, TKey key, IEnumerable<int> values)
        where TKey : notnull
    {
        if (!map.TryGetValue(key, out List<int>? list))
            map.Add(key, list = []);
        foreach (int value in values)
        {
            if (list.Count < MaxTargets && !list.Contains(value))
                list.Add(value);
        }
    }
}
