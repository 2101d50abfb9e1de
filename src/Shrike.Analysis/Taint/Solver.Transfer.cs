using Shrike.Analysis.Findings;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

internal sealed partial class Solver
{
    private const int MaxAliasSteps = 8;

    /// <summary>What an instruction makes of a fact whose register it mentions.</summary>
    /// <returns>Whether the fact itself lives on after the instruction.</returns>
    private bool Transfer(Node node, int i, ref ulong mask)
    {
        TaintContext context = node.Context;
        ref Instruction code = ref context.Function.Code[i];
        int register = node.Register;
        switch (code.Op)
        {
            case Op.Move:
                if (code.A == register && register == context.Function.Exception)
                {
                    if (code.Dst != register)
                        Catch(node, i, code.Dst, mask);
                    return true;
                }

                if (code.A == register)
                    Generate(context, i, code.Dst, node.Path, mask, node, null);
                return code.Dst != register || code.A == register;
            case Op.Binary:
                if (paths.WithoutKeys(node.Path) == AccessPaths.Empty && LoopBounds.Is(context.Facts, i, register))
                    ReachSinks(node, i, LoopBounds.Member, writes: false, [0], mask);
                // The parts of an object are not in its text unless it is text.
                if ((code.A == register || code.B == register) && paths.WithoutKeys(node.Path) == AccessPaths.Empty)
                    Generate(
                        context,
                        i,
                        code.Dst,
                        AccessPaths.Empty,
                        mask & ~matcher.Prefixes.Harmless(context.Facts, i, register),
                        node,
                        null
                    );
                return code.Dst != register || code.A == register || code.B == register;
            case Op.LoadField:
                if (code.A == register)
                    Load(node, i, context.Function.Members[code.X], code.Dst, mask);
                return code.Dst != register || code.A == register;
            case Op.StoreField:
                return StoreField(node, i, mask);
            case Op.LoadElement:
                if (code.A == register)
                    LoadElement(node, i, mask);
                return code.Dst != register || code.A == register;
            case Op.StoreElement:
                if (code.C == register)
                    Store(
                        node,
                        i,
                        code.A,
                        paths.Prepend(KeyStep(context, code.B, i), node.Path),
                        mask,
                        !IsKnown(context, code.B, i),
                        node.Path
                    );
                return true;
            case Op.Call:
                return Call(node, i, ref mask);
            case Op.Closure:
                CaptureInto(node, i, mask);
                return code.Dst != register;
            case Op.Return:
                if (code.A == register)
                    AddExit(context, new ExitKey(ExitKind.Return, 0, node.Path), mask, node);
                return true;
            case Op.Throw:
                if (code.A == register)
                    Fly(context, i, Thrown(context.Function.RegisterTypes[register], node.Path), mask, node, null);
                return true;
            default:
                return code.Dst != register;
        }
    }

    private void Load(Node node, int i, MemberRef member, int dst, ulong mask)
    {
        if (node.Path == AccessPaths.Empty)
        {
            // An object of a request's data may be given a service to work with; no request made that.
            if (member.IsSource && CallShapes.IsService(member.Result))
                return;
            ApplySanitizers(member, false, node.Context, i, ref mask);
            mask &= guardedReads.Alive(node.Context.Facts, node.Register, member.Step, i);
            Generate(node.Context, i, dst, AccessPaths.Empty, mask, node, null);
        }
        else
        {
            int path = paths.WithoutKeys(node.Path);
            if (path != AccessPaths.Empty && (paths.Head(path) == member.Step || Parts.AreSame(member, paths.Head(path))))
                Generate(node.Context, i, dst, paths.Tail(path), mask, node, null);
            else if (path == AccessPaths.Empty)
                Generate(node.Context, i, dst, path, mask, node, null);
        }
    }

    private bool IsKnown(TaintContext context, int register, int i) =>
        register >= 0 && context.Facts.Constants.At(register, context.Facts.BlockOf[i], i).IsConstant;

    private int KeyStep(TaintContext context, int register, int i) =>
        IsKnown(context, register, i) ? paths.KeyStep(context.Facts.Constants.At(register, context.Facts.BlockOf[i], i).Value) : 0;

    private void LoadElement(Node node, int i, ulong mask)
    {
        ref Instruction code = ref node.Context.Function.Code[i];
        LoadElement(node, i, code.B, code.Dst, mask);
    }

    private void LoadElement(Node node, int i, int index, int dst, ulong mask)
    {
        TaintContext context = node.Context;
        if (!paths.StartsWithKey(node.Path))
        {
            Generate(context, i, dst, node.Path, mask, node, null);
            return;
        }

        if (!IsKnown(context, index, i) || KeyStep(context, index, i) == paths.Head(node.Path))
            Generate(context, i, dst, paths.Tail(node.Path), mask, node, null);
    }

    private bool StoreField(Node node, int i, ulong mask)
    {
        TaintContext context = node.Context;
        ref Instruction code = ref context.Function.Code[i];
        MemberRef member = context.Function.Members[code.X];
        if (code.B == node.Register)
        {
            ReachSinks(node, i, member, writes: true, [0], mask);
            if (code.A < 0)
                AddExit(context, new ExitKey(ExitKind.Static, member.Step, node.Path), mask, node);
            else
                Store(node, i, code.A, paths.Prepend(member.Step, node.Path), mask, false, 0);
        }

        // A field that is overwritten no longer holds what it held.
        return !(
            code.A == node.Register && node.Path != AccessPaths.Empty && paths.Head(node.Path) == member.Step && code.B != node.Register
        );
    }

    /// <summary>A fact about what an object holds, for every name under which the object is known here.</summary>
    private void Store(Node node, int i, int target, int path, ulong mask, bool unknownKey, int plainPath)
    {
        TaintContext context = node.Context;
        if (unknownKey)
            path = plainPath;
        int at = i;
        for (int n = 0; n < MaxAliasSteps && target >= 0; n++)
        {
            Generate(context, i, target, path, mask, node, null);
            int definition = context.Facts.DefinitionAt(target, at);
            if (definition < 0)
                return;
            ref Instruction code = ref context.Function.Code[definition];
            switch (code.Op)
            {
                case Op.Move:
                    target = code.A;
                    break;
                case Op.LoadField when IsInjected(context.Function, code):
                    return;
                case Op.LoadField when code.A >= 0:
                    path = paths.Prepend(context.Function.Members[code.X].Step, path);
                    target = code.A;
                    break;
                case Op.LoadField:
                    if (CanHold(context.Function.Members[code.X]))
                        AddExit(context, new ExitKey(ExitKind.Static, context.Function.Members[code.X].Step, path), mask, node);
                    return;
                case Op.LoadElement:
                    if (IsKnown(context, code.B, definition))
                        path = paths.Prepend(KeyStep(context, code.B, definition), path);
                    target = code.A;
                    break;
                case Op.Call
                    when context.Function.Calls[code.X] is { Arguments: [>= 0 and var written, ..] } made
                        && CallShapes.WritesThrough(made.Target)
                        && context.Function.RegisterTypes[written].Kind != ValueKind.Text:
                    target = made.Arguments[0];
                    break;
                case Op.Call when context.Function.Calls[code.X] is { Callees.Length: 0 } site:
                    if (CallShapes.IsViewData(site.Target) && path != AccessPaths.Empty)
                        AddExit(context, new ExitKey(ExitKind.View, ViewStep(context, i, path), paths.Tail(path)), mask, node);
                    if (site.Target.Kind == MemberKind.Getter && site.Target.Name != "Item" && site.Receiver >= 0)
                        path = paths.Prepend(site.Target.Step, path);
                    else if (!CallShapes.ReturnsReceiver(site, context.Function))
                        return;
                    target =
                        site.Receiver >= 0 ? site.Receiver
                        : site.Arguments.Length > 0 ? site.Arguments[0]
                        : -1;
                    break;
                default:
                    return;
            }

            at = definition;
        }
    }

    /// <summary>A service that an object was given: it outlives the call and serves everybody, so what one caller left in it says
    /// nothing of what the next is answered. What goes through a database comes back as stored data.</summary>
    private bool IsInjected(IrFunction function, in Instruction load) =>
        load.A >= 0
        && load.A == function.This
        && (CallShapes.IsService(function.Members[load.X].Result) || IsGivenByContainer(function, function.Members[load.X]));

    private readonly Dictionary<int, bool> given = [];
    private HashSet<string>? made;

    /// <summary>A class that no code makes is made by a container: what its constructor is given are services by whatever type.</summary>
    private bool IsGivenByContainer(IrFunction function, MemberRef field)
    {
        if (function.DeclaringType.Name != field.Type)
            return false;
        if (given.TryGetValue(field.Step, out bool known))
            return known;
        known =
            field.IsSource
            && field.Result is { IsSource: true, Kind: ValueKind.Object }
            && constants.OnlyStore(field) is { } store
            && store.Facts.Function.DeclaringType.Name == field.Type
            && store.Facts.Function.Symbol.Contains(".#ctor", StringComparison.Ordinal)
            && Array.IndexOf(store.Facts.Function.Parameters, store.Facts.SourceAt(store.Register, store.Instruction, MaxAliasSteps)) >= 0
            && !Made().Contains(field.Type);
        given.Add(field.Step, known);
        return known;
    }

    private HashSet<string> Made()
    {
        if (made is not null)
            return made;
        made = new HashSet<string>(StringComparer.Ordinal);
        foreach (IrFunction function in program.Functions)
        {
            if (function.InTestCode)
                continue;
            foreach (CallSite site in function.Calls)
            {
                if (site.Target is { Kind: MemberKind.Constructor, IsSource: true })
                    made.UnionWith([site.Target.Type, .. site.Target.Owners, .. site.Target.Result.Bases]);
            }
        }

        return made;
    }

    /// <summary>A variable that began as <see cref="string.Empty"/> holds something else afterwards; the constant does not.</summary>
    private static bool CanHold(MemberRef member) => member.IsSource || member.Result.Kind is not (ValueKind.Text or ValueKind.Number);

    /// <summary>`ViewBag.X` is known by its member, `ViewData["x"]` by its key.</summary>
    private int ViewStep(TaintContext context, int i, int path)
    {
        ref Instruction code = ref context.Function.Code[i];
        if (paths.Head(path) >= 0)
            return paths.Head(path);
        int index =
            code.Op == Op.StoreElement ? code.B
            : code.Op == Op.Call && context.Function.Calls[code.X].Arguments is [var key, ..] ? key
            : -1;
        return MemberRef.StepOf("viewdata:" + Constant(context, index, i));
    }

    private void CaptureInto(Node node, int i, ulong mask)
    {
        ref Instruction code = ref node.Context.Function.Code[i];
        ClosureSite site = node.Context.Function.Closures[code.X];
        foreach (int callee in site.Callees)
        {
            for (int j = 0; j < site.Captured.Length; j++)
            {
                if (site.Captured[j] == node.Register)
                    Generate(node.Context, i, code.Dst, paths.Prepend(CaptureStep(callee, j), node.Path), mask, node, null);
            }

            if (site.Receiver == node.Register)
                Generate(node.Context, i, code.Dst, paths.Prepend(CaptureStep(callee, -1), node.Path), mask, node, null);
        }
    }

    private readonly HashSet<int> captureSteps = [];

    private int CaptureStep(int function, int capture)
    {
        int step = MemberRef.StepOf($"capture:{function}:{capture}");
        captureSteps.Add(step);
        return step;
    }

    /// <summary>The function ends: what its parameters, its captures and its object hold goes back to the callers.</summary>
    private void Leave(Node node, ulong mask)
    {
        TaintContext context = node.Context;
        IrFunction function = context.Function;
        int register = node.Register;
        if (register == context.Register && node.Path == context.Path)
            return;
        if (register == function.Exception)
        {
            AddExit(context, new ExitKey(ExitKind.Exception, 0, node.Path), mask, node);
        }
        else if (register == function.This)
        {
            if (node.Path != AccessPaths.Empty)
                AddExit(context, new ExitKey(ExitKind.This, 0, node.Path), mask, node);
        }
        else if (Array.IndexOf(function.Parameters, register) is >= 0 and int parameter)
        {
            bool isByRef = parameter < 64 && (function.ByRef & (1UL << parameter)) != 0;
            bool isMutable = function.RegisterTypes[register].Kind is ValueKind.Object or ValueKind.Unknown;
            bool isShared = node.Path != AccessPaths.Empty && captureSteps.Contains(paths.Head(node.Path));
            if (isByRef || isShared || (isMutable && (node.Path != AccessPaths.Empty || !IsAssigned(context.Facts, register))))
                AddExit(context, new ExitKey(ExitKind.Parameter, parameter, node.Path), mask, node);
        }
        else if (Array.IndexOf(function.Captures, register) is >= 0 and int capture)
        {
            AddExit(context, new ExitKey(ExitKind.Capture, capture, node.Path), mask, node);
        }
    }

    private static bool IsAssigned(FunctionFacts facts, int register) => facts.Definition[register] != -1;

    private void AddExit(TaintContext context, ExitKey key, ulong mask, Node node)
    {
        context.Left.TryGetValue(key, out ulong left);
        ulong added = mask & ~left;
        if (added == 0)
            return;
        context.Left[key] = left | added;
        var exit = new ExitFact(key, node, added);
        context.Exits.Add(exit);
        if (context.IsZero)
        {
            LeaveZero(context, exit, added);
            return;
        }

        for (int e = context.Entrances.Count - 1; e >= 0; e--)
            returns.Push((context.Entrances[e], exit, added & context.Entrances[e].Mask));
        if (isReturning)
            return;
        isReturning = true;
        while (returns.TryPop(out (Entrance Entrance, ExitFact Exit, ulong Mask) item))
            Return(item.Entrance, item.Exit, item.Mask);
        isReturning = false;
    }

    /// <summary>What is left in statics goes back through all callers at once, however long their chain.</summary>
    private readonly Stack<(Entrance Entrance, ExitFact Exit, ulong Mask)> returns = new();
    private bool isReturning;

    /// <summary>What arises inside a function goes to every caller, and what it leaves in statics to every reader.</summary>
    private void LeaveZero(TaintContext context, ExitFact exit, ulong mask)
    {
        switch (exit.Key.Kind)
        {
            case ExitKind.Static:
                foreach ((int function, int instruction) in LoadsOf(exit.Key.Index))
                    Generate(
                        ZeroContext(function, IsStore(function, instruction, exit.Key.Path) ? SourceKind.Stored : context.Source),
                        instruction,
                        program.Functions[function].Code[instruction].Dst,
                        exit.Key.Path,
                        mask,
                        null,
                        exit
                    );
                return;
            case ExitKind.View:
                foreach ((int function, int instruction) in LoadsOf(exit.Key.Index))
                {
                    if (program.Functions[function].File.IsMarkup)
                        Generate(
                            ZeroContext(function, context.Source),
                            instruction,
                            program.Functions[function].Code[instruction].Dst,
                            exit.Key.Path,
                            mask,
                            null,
                            exit
                        );
                }

                return;
            case ExitKind.Stored:
                LeaveStored(exit, mask);
                return;
            default:
                break;
        }

        List<(int Function, int Instruction)>? callers = program.Callers[context.Function.Id];
        if (callers is not null)
        {
            foreach ((int caller, int instruction) in callers)
            {
                foreach (CallEdge edge in EdgesAt(program.Functions[caller], instruction))
                {
                    if (edge.Callee != context.Function.Id)
                        continue;
                    FunctionFacts own = FactsOf(caller);
                    int behind = callConstants.VariantBehind(context.Variant, own, instruction, edge);
                    if (behind == 0)
                        behind = callConstants.VariantGiving(own, instruction, edge.Callee);
                    if (behind >= 0)
                        ReturnTo(ZeroContext(caller, context.Source, behind), instruction, edge, null, exit, mask);
                }
            }
        }

        // Nobody in sight calls it, so the framework does: its object's fields are there for the object's other functions.
        if (exit.Key.Kind == ExitKind.This && callers is not { Count: > 0 } && doorTypes.Contains(context.Function.DeclaringType.Name))
            Promote(context, exit, mask);
    }

    /// <summary>A static collection whose entries are found by keys that are only known when it runs: another request put them there.</summary>
    private bool IsStore(int function, int load, int path)
    {
        IrFunction reader = program.Functions[function];
        string type = reader.Members[reader.Code[load].X].Result.Name;
        return !paths.StartsWithKey(path)
            && type.Contains("Dictionary", StringComparison.Ordinal)
            && type.StartsWith("System.Collections.", StringComparison.Ordinal);
    }

    private void Promote(TaintContext context, ExitFact exit, ulong mask)
    {
        int path = paths.WithoutKeys(exit.Key.Path);
        if (path == AccessPaths.Empty)
            return;
        foreach ((int function, int instruction) in LoadsOf(paths.Head(path)))
        {
            IrFunction reader = program.Functions[function];
            bool isOwn = reader.This >= 0 && reader.Code[instruction].Op == Op.LoadField && reader.Code[instruction].A == reader.This;
            if (reader.Id != context.Function.Id && (isOwn || reader.File.IsMarkup))
                Generate(
                    ZeroContext(function, context.Source),
                    instruction,
                    reader.Code[instruction].Dst,
                    paths.Tail(path),
                    mask,
                    null,
                    exit
                );
        }
    }

    /// <summary>What was put into a store may come back wherever the same member is read; then its source is stored data.</summary>
    private void LeaveStored(ExitFact exit, ulong mask)
    {
        mask &= matcher.Contexts.From(SourceKind.Stored);
        foreach ((int function, int instruction) in LoadsOf(exit.Key.Index))
        {
            IrFunction reader = program.Functions[function];
            if (reader.Code[instruction].A != reader.This || reader.This < 0)
                Generate(
                    ZeroContext(function, SourceKind.Stored),
                    instruction,
                    reader.Code[instruction].Dst,
                    exit.Key.Path,
                    mask,
                    null,
                    exit
                );
        }
    }

    private List<(int Function, int Instruction)> LoadsOf(int step)
    {
        if (loads is null)
            IndexLoads();
        return loads!.TryGetValue(step, out List<(int, int)>? list) ? list : NoLoads;
    }

    private static readonly List<(int Function, int Instruction)> NoLoads = [];

    private void IndexLoads()
    {
        loads = [];
        loadsByType = new Dictionary<string, List<(int, int)>>(StringComparer.Ordinal);
        foreach (IrFunction function in program.Functions)
        {
            for (int i = 0; i < function.Code.Length; i++)
            {
                if (function.Code[i].Op == Op.Call && function.File.IsMarkup && ViewDataKey(function, i) is { } key)
                    Add(loads, MemberRef.StepOf(key), (function.Id, i));
                if (function.Code[i].Op != Op.LoadField)
                    continue;
                MemberRef member = function.Members[function.Code[i].X];
                Add(loads, member.Step, (function.Id, i));
                // No framework makes an object for an interface from a request: such a member is a service.
                if (member.IsSource && !CallShapes.IsService(member.Result))
                    Add(loadsByType, member.Type, (function.Id, i));
            }
        }
    }

    /// <summary>`ViewData["x"]`: the name under which controllers and views know the same value.</summary>
    private string? ViewDataKey(IrFunction function, int instruction)
    {
        CallSite site = function.Calls[function.Code[instruction].X];
        if (site.Target.Name != "Item" || site.Arguments.Length == 0 || site.Receiver < 0)
            return null;
        FunctionFacts own = FactsOf(function.Id);
        int definition = own.DefinitionAt(site.Receiver, instruction);
        if (
            definition < 0
            || function.Code[definition].Op != Op.Call
            || !CallShapes.IsViewData(function.Calls[function.Code[definition].X].Target)
        )
            return null;
        return own.Constants.At(site.Arguments[0], own.BlockOf[instruction], instruction).Value is string key ? "viewdata:" + key : null;
    }

    private static void Add<TKey>(Dictionary<TKey, List<(int, int)>> map, TKey key, (int, int) value)
        where TKey : notnull
    {
        if (!map.TryGetValue(key, out List<(int, int)>? list))
            map.Add(key, list = []);
        list.Add(value);
    }
}
