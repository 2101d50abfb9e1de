using Shrike.Analysis.Findings;
using Shrike.Analysis.Ir;
using Shrike.Analysis.Rules;

namespace Shrike.Analysis.Taint;

internal sealed partial class Solver
{
    private readonly Dictionary<(int, int), CallEdge[]> edges = [];

    /// <summary>The functions with source that a call may run: its callees, and functions passed to it as values.</summary>
    private CallEdge[] EdgesAt(IrFunction function, int instruction)
    {
        if (edges.TryGetValue((function.Id, instruction), out CallEdge[]? known))
            return known;
        ref Instruction code = ref function.Code[instruction];
        CallSite site = function.Calls[code.X];
        var list = new List<CallEdge>();
        foreach (int callee in ReceiverTypes.Narrow(program, FactsOf(function.Id), instruction))
            list.Add(DirectEdge(site, code.Dst, program.Functions[callee]) with { Captured = CapturedBy(function, instruction, callee) });
        if (site.Callees.Length == 0)
        {
            foreach (int argument in site.Arguments)
            {
                if (argument >= 0)
                    AddClosures(function, instruction, site, argument, code.Dst, list);
            }
        }

        known = [.. list];
        edges.Add((function.Id, instruction), known);
        return known;
    }

    /// <summary>The registers that a callee shares with this function: a local function is given them, a function value made here
    /// holds them.</summary>
    private int[] CapturedBy(IrFunction function, int instruction, int callee)
    {
        CallSite site = function.Calls[function.Code[instruction].X];
        int own = program.Functions[callee].Parameters.Length;
        if (site.Local is not null)
            return site.Arguments.Length > own ? site.Arguments[own..] : [];
        return
            site.Target.Name == "Invoke"
            && FactsOf(function.Id).ClosureAt(site.Receiver, instruction) is { } closure
            && closure.Callees.Contains(callee)
            ? closure.Captured
            : [];
    }

    private static CallEdge DirectEdge(CallSite site, int dst, IrFunction callee)
    {
        int own = callee.Parameters.Length;
        int[] arguments = site.Arguments.Length > own ? site.Arguments[..own] : site.Arguments;
        int receiver = site.Target.Kind == MemberKind.Constructor ? dst : site.Receiver;
        return new CallEdge(callee.Id, receiver, arguments, [], dst, site.ByRef, ReturnsResult: site.Target.Kind != MemberKind.Constructor);
    }

    private void AddClosures(IrFunction function, int instruction, CallSite site, int argument, int dst, List<CallEdge> list)
    {
        if (FactsOf(function.Id).ClosureAt(argument, instruction) is not { } closure)
            return;
        foreach (int callee in closure.Callees)
            list.Add(
                new CallEdge(
                    callee,
                    closure.Receiver,
                    [],
                    closure.Captured,
                    dst,
                    0,
                    ReturnsResult: !CallShapes.Chooses(site.Target) && !Parts.IsKeySelector(site, argument)
                )
            );
    }

    private bool Call(Node node, int i, ref ulong mask)
    {
        TaintContext context = node.Context;
        ref Instruction code = ref context.Function.Code[i];
        CallSite site = context.Function.Calls[code.X];
        int register = node.Register;
        List<int> places = PlacesOf(site, register);
        if (places.Count == 0)
        {
            mask &= ~ClearedFrom(guards.AfterReturn(context.Facts, i), node);
            return code.Dst != register && mask != 0;
        }

        if (paths.WithoutKeys(node.Path) == AccessPaths.Empty)
            ReachSinks(node, i, site.Target, writes: false, places, mask);
        int result = code.Dst;
        CallEdge[] callees = callConstants.Given(context, i) is { } given
            ? [.. given.Select(callee => DirectEdge(site, result, program.Functions[callee]))]
            : EdgesAt(context.Function, i);
        foreach (CallEdge edge in callees)
            EnterCallee(node, i, site, edge, mask);
        if (site.Callees.Length == 0)
        {
            External(node, i, site, places, mask);
            // `builder.Replace("<", "&lt;")` changes the builder itself.
            if (places.Contains(Place.Receiver) && CallShapes.ReturnsReceiver(site, context.Function))
                ApplySanitizers(site.Target, false, context, i, ref mask);
        }
        else
        {
            ThroughModel(node, i, site, places, mask);
            mask &= guards.AfterCall(site, register, node.Path);
        }

        if (site.Callees.Length == 0 && matcher.Of(site.Target).Guards.Length > 0)
            mask &= ~ClearedFrom(guards.AfterReturn(context.Facts, i), node);

        if (code.Dst == register)
            return false;
        return mask != 0;
    }

    private static List<int> PlacesOf(CallSite site, int register)
    {
        var places = new List<int>(2);
        if (site.Receiver == register)
            places.Add(Place.Receiver);
        for (int a = 0; a < site.Arguments.Length; a++)
        {
            if (site.Arguments[a] == register)
                places.Add(a);
        }

        return places;
    }

    private void EnterCallee(Node node, int i, CallSite site, CallEdge edge, ulong mask)
    {
        IrFunction callee = program.Functions[edge.Callee];
        int register = node.Register;
        if (
            edge.Receiver == register
            && callee.This >= 0
            && site.Target.Kind != MemberKind.Constructor
            && (node.Path != AccessPaths.Empty || callee.RegisterTypes[callee.This].IsSource)
        )
            EnterContext(node, i, edge, callee.This, node.Path, mask);
        for (int a = 0; a < edge.Arguments.Length && a < callee.Parameters.Length; a++)
        {
            if (edge.Arguments[a] == register)
                EnterContext(node, i, edge, callee.Parameters[a], node.Path, mask);
        }

        for (int c = 0; c < edge.Captured.Length && c < callee.Captures.Length; c++)
        {
            if (edge.Captured[c] == register)
                EnterContext(node, i, edge, callee.Captures[c], node.Path, mask);
        }

        if (node.Path != AccessPaths.Empty)
            EnterThroughDelegate(node, i, edge, callee, mask);
        if (edge.Arguments.Length == 0 && site.Callees.Length == 0 && callee.Parameters.Length > 0 && PlacesOf(site, register).Count > 0)
        {
            // A function value handed to a library gets what the library was handed: the elements of a collection, a result.
            int path = paths.WithoutKeys(node.Path);
            if (path == AccessPaths.Empty || !captureSteps.Contains(paths.Head(path)))
            {
                foreach (int parameter in callee.Parameters)
                {
                    if (CanBeIn(node.Context.Function.RegisterTypes[register], path, callee.RegisterTypes[parameter]))
                        EnterContext(node, i, edge, parameter, path, mask);
                }
            }
        }
    }

    /// <summary>A text is no object of a class of the program; it may be one of its members if a library made the object of it, and then
    /// the library returned it.</summary>
    private static bool CanBeIn(TypeRef value, int path, TypeRef parameter) =>
        path != AccessPaths.Empty || value.Kind is not (ValueKind.Text or ValueKind.Number) || !parameter.IsSource;

    /// <summary>The fact is about a variable captured in the delegate that is called.</summary>
    private void EnterThroughDelegate(Node node, int i, CallEdge edge, IrFunction callee, ulong mask)
    {
        int head = paths.Head(node.Path);
        for (int c = 0; c < callee.Captures.Length; c++)
        {
            if (head == CaptureStep(edge.Callee, c))
                EnterContext(node, i, edge, callee.Captures[c], paths.Tail(node.Path), mask);
        }

        if (callee.This >= 0 && head == CaptureStep(edge.Callee, -1))
            EnterContext(node, i, edge, callee.This, paths.Tail(node.Path), mask);
    }

    private void EnterContext(Node node, int i, CallEdge edge, int register, int path, ulong mask)
    {
        IrFunction callee = program.Functions[edge.Callee];
        if (path == AccessPaths.Empty)
            mask = Restrict(mask, callee.RegisterTypes[register]);
        else if (HasNoMembers(callee.RegisterTypes[register], path))
            return;
        if (mask == 0 || callee.Blocks.Length == 0)
            return;
        TaintContext context = Context(edge.Callee, register, path, SourceKind.None, callConstants.VariantOf(node.Context, i, edge));
        (TaintContext, int, int, int) key = (node.Context, i, node.Register, node.Path);
        context.Entered.TryGetValue(key, out ulong entered);
        ulong added = mask & ~entered;
        if (added == 0)
            return;
        context.Entered[key] = entered | added;
        var entrance = new Entrance(node.Context, i, node, edge, added);
        context.Entrances.Add(entrance);
        if (context.Entrances.Count == 1)
            Enter(new Node(context, -1, register, path, null, null, null), ulong.MaxValue);
        if (context.HasExits)
        {
            foreach (ExitFact exit in context.Exits.ToArray())
                Return(entrance, exit, exit.Mask & added);
        }

        if (context.HasHits)
        {
            foreach (Hit hit in context.Hits.Values.ToArray())
                Lift(entrance, hit, hit.Mask & added);
        }
    }

    private void Return(Entrance entrance, ExitFact exit, ulong mask)
    {
        if (mask != 0)
            ReturnTo(entrance.Caller, entrance.Instruction, entrance.Edge, entrance.Node, exit, mask);
    }

    /// <summary>A fact at a callee's end, seen from the caller.</summary>
    private void ReturnTo(TaintContext caller, int instruction, CallEdge edge, Node? previous, ExitFact exit, ulong mask)
    {
        ExitKey key = exit.Key;
        switch (key.Kind)
        {
            case ExitKind.Return:
                if (edge.ReturnsResult && !IsQueryOf(caller.Function, exit.Node.Context, edge.Result))
                {
                    if (CleansNames(edge.Callee))
                        mask &= ~matcher.Contexts.Mask(["path", "zip"]);
                    if (LeavesNoQuotes(edge.Callee))
                        mask &= ~matcher.Contexts.Mask(["shell"]);
                    if (QuotesArguments(edge.Callee))
                        mask &= ~matcher.Contexts.Mask(["shell"]);
                    ApplySanitizers(
                        caller.Function.Calls[caller.Function.Code[instruction].X].Target,
                        false,
                        caller,
                        instruction,
                        ref mask
                    );
                    Generate(caller, instruction, edge.Result, key.Path, mask, previous, exit);
                }
                else if (edge is { Callee: >= 0, ReturnsResult: false } && KeyAt(caller, instruction) is > 0 and var step)
                {
                    Generate(caller, instruction, edge.Result, paths.Prepend(step, key.Path), mask, previous, exit);
                }

                break;
            case ExitKind.This:
                StoreBack(caller, instruction, edge.Receiver, key.Path, mask, previous, exit);
                break;
            case ExitKind.Parameter:
                if (key.Index < edge.Arguments.Length)
                    StoreBack(caller, instruction, edge.Arguments[key.Index], key.Path, mask, previous, exit);
                break;
            case ExitKind.Capture:
                if (key.Index < edge.Captured.Length)
                    StoreBack(caller, instruction, edge.Captured[key.Index], key.Path, mask, previous, exit);
                else if (caller.Function.Calls[caller.Function.Code[instruction].X] is { Receiver: >= 0, Local: null } called)
                    StoreBack(
                        caller,
                        instruction,
                        called.Receiver,
                        paths.Prepend(CaptureStep(edge.Callee, key.Index), key.Path),
                        mask,
                        previous,
                        exit
                    );
                break;
            case ExitKind.Exception:
                Fly(caller, instruction, key.Path, mask, previous, exit);
                break;
            default:
                AddExit(caller, key, mask, new Node(caller, instruction, -1, key.Path, previous, exit, null));
                break;
        }
    }

    /// <summary>The step under which the result of a call holds what the function given returns; 0 where it holds it nowhere.</summary>
    private static int KeyAt(TaintContext caller, int instruction)
    {
        CallSite site = caller.Function.Calls[caller.Function.Code[instruction].X];
        return Parts.IsGrouping(site, caller.Facts, instruction) ? Parts.KeyOfGroup
            : Parts.IsDictionaryMaker(site) ? Parts.KeyOfEntry
            : 0;
    }

    private void StoreBack(TaintContext caller, int instruction, int register, int path, ulong mask, Node? previous, ExitFact exit)
    {
        if (register < 0)
            return;
        int definition = caller.Facts.DefinitionAt(register, instruction);
        if (definition >= 0 && caller.Function.Code[definition] is { Op: Op.LoadField } load && IsInjected(caller.Function, load))
            return;
        Generate(caller, instruction, register, path, mask, previous, exit);
        if (path != AccessPaths.Empty && captureSteps.Contains(paths.Head(path)))
        {
            WriteCaptured(caller, instruction, register, path, mask, previous, exit);
            return;
        }

        // The object is known by other names too: a field it was read from.
        if (path == AccessPaths.Empty || definition < 0)
            return;
        var node = new Node(caller, instruction, register, path, previous, exit, null);
        ref Instruction code = ref caller.Function.Code[definition];
        if (code.Op == Op.LoadField && code.A >= 0)
            Store(node, instruction, code.A, paths.Prepend(caller.Function.Members[code.X].Step, path), mask, false, 0);
        else if (code.Op == Op.LoadField && CanHold(caller.Function.Members[code.X]))
            AddExit(caller, new ExitKey(ExitKind.Static, caller.Function.Members[code.X].Step, path), mask, node);
        else if (code.Op == Op.Move)
            Store(node, instruction, code.A, path, mask, false, 0);
    }

    /// <summary>A function value wrote to a variable of the function that made it.</summary>
    private void WriteCaptured(TaintContext caller, int instruction, int register, int path, ulong mask, Node? previous, ExitFact exit)
    {
        if (caller.Facts.ClosureAt(register, instruction) is not { } closure)
            return;
        foreach (int callee in closure.Callees)
        {
            for (int c = 0; c < closure.Captured.Length; c++)
            {
                if (paths.Head(path) == CaptureStep(callee, c))
                    StoreBack(caller, instruction, closure.Captured[c], paths.Tail(path), mask, previous, exit);
            }
        }
    }

    private void ApplySanitizers(MemberRef member, bool writes, TaintContext context, int i, ref ulong mask)
    {
        foreach (Sanitizer sanitizer in matcher.Of(member, writes).Sanitizers)
        {
            if (Conditions.Hold(sanitizer.Spec.When, context.Facts, i))
                mask &= ~sanitizer.Clears;
        }
    }

    /// <summary>A call without source: the catalogue's propagators, else the habits of libraries.</summary>
    private void External(Node node, int i, CallSite site, List<int> places, ulong mask)
    {
        if (CallShapes.ShowsView(site.Target) && places.Exists(p => p >= 0))
            ShowIn(node, mask);
        if (IsOtherEntry(node, i, site))
            return;
        if (Parts.AsksForValues(site, node.Context.Function, node.Register, paths.Head(paths.WithoutKeys(node.Path))))
            return;
        if (ThroughModel(node, i, site, places, mask))
            return;
        TaintContext context = node.Context;
        MemberRef target = site.Target;
        // Those that come with the framework's views encode what they are given, and those of the program bind.
        if (CallShapes.IsForeignHtmlHelper(context.Facts, i) && (mask &= ~matcher.Contexts.Mask(["html", "attribute"])) == 0)
            return;
        // What a function value captured is for the function, not for whom it is handed to.
        if (node.Path != AccessPaths.Empty && captureSteps.Contains(paths.Head(node.Path)))
            return;
        ref Instruction code = ref context.Function.Code[i];
        int self = site.Receiver;
        if (target.Kind == MemberKind.Getter && places.Contains(Place.Receiver))
        {
            if (KnownItems.IsConstant(context.Facts, i))
                return;
            if (Parts.AsksForKeys(site, paths.Head(paths.WithoutKeys(node.Path))))
                Generate(context, i, code.Dst, paths.Tail(paths.WithoutKeys(node.Path)), mask, node, null);
            else if (target.Name == "Item")
                LoadElement(node, i, site.Arguments.Length == 1 ? site.Arguments[0] : -1, code.Dst, mask);
            else if (paths.StartsWithKey(node.Path) && Entries.IsKey(target))
                return;
            else if (
                paths.StartsWithKey(node.Path)
                && (Entries.IsCurrent(target, context.Function.RegisterTypes[code.Dst]) || Entries.IsCopied(context.Facts, i))
            )
                Generate(context, i, code.Dst, node.Path, mask, node, null);
            else if (
                CallShapes.Keeps(target)
                && (
                    node.Path == AccessPaths.Empty
                    || (paths.Head(node.Path) != target.Step && !Parts.AreOther(target, paths.Head(node.Path)))
                )
            )
                Generate(context, i, code.Dst, paths.WithoutKeys(node.Path), mask, node, null);
            else
                Load(node, i, target, code.Dst, mask);
            return;
        }

        if (target.Kind == MemberKind.Getter)
            return;
        if (target.Kind == MemberKind.Setter)
        {
            if (places.Contains(site.Arguments.Length - 1) && self >= 0)
                Set(node, i, site, mask);
            return;
        }

        if (CallShapes.IsMessageOfException(site))
            Store(node, i, self >= 0 ? self : code.Dst, paths.Prepend(MessageStep, AccessPaths.Empty), mask, false, 0);
        if (CallShapes.OpensByName(target) && IsName(context.Function.RegisterTypes[node.Register]))
            return;
        if (CallShapes.LooksUp(target) && !places.Contains(target.IsExtension ? 0 : Place.Receiver))
            return;
        ulong result = AsksOnly(context.Function, node.Register, code.Dst) ? 0 : mask;
        ApplySanitizers(target, false, context, i, ref result);
        result &= ~matcher.Prefixes.Harmless(context.Facts, i, node.Register);
        bool isDeep = node.Path != AccessPaths.Empty && !paths.StartsWithKey(node.Path);
        int kept = paths.WithoutKeys(node.Path);
        if (Parts.IsMaker(site))
        {
            foreach (int place in places)
            {
                if (place >= 0)
                    Generate(context, i, code.Dst, paths.Prepend(Parts.StepOf(site, place), node.Path), result, node, null);
            }

            return;
        }

        if (Parts.IsDictionaryMaker(site) && places.Contains(target.IsExtension && self < 0 ? 0 : Place.Receiver))
        {
            IntoDictionary(node, i, site, result);
            return;
        }

        if (paths.StartsWithKey(node.Path) && Entries.Keep(site, context.Function, node.Register))
            Generate(context, i, code.Dst, node.Path, result, node, null);
        else if (CallShapes.Keeps(target) || Parts.IsWrapper(site) || Parts.IsGrouping(site, context.Facts, i))
            Generate(context, i, code.Dst, kept, result, node, null);
        else if (CallShapes.Projects(target) && ProjectionOf(context, i, site) is { } projected)
            Generate(context, i, code.Dst, AccessPaths.Empty, result & projected, node, null);
        else if (!isDeep || places.Exists(p => p >= 0) || target.IsExtension)
            Generate(context, i, code.Dst, RegexResult(context, site, i, ref result), result, node, null);
        for (int a = 0; a < site.Arguments.Length && a < 64; a++)
        {
            if ((site.ByRef & (1UL << a)) != 0)
                Generate(context, i, site.Arguments[a], AccessPaths.Empty, result, node, null);
        }

        bool isArgument = places.Exists(p => p >= (target.IsExtension && self < 0 ? 1 : 0));
        if (!isArgument)
            return;
        if (CallShapes.Saves(target))
            SaveTo(node, i, site, mask);
        if (CallShapes.Fills(target))
            Fill(node, i, site, places, result);
    }

    /// <summary>The values of a dictionary made of elements; its keys come back from the function that makes them.</summary>
    private void IntoDictionary(Node node, int i, CallSite site, ulong mask)
    {
        TaintContext context = node.Context;
        int result = context.Function.Code[i].Dst;
        if (Parts.ElementSelector(site, context.Facts, i) is not (>= 0 and var selector))
            Generate(context, i, result, paths.WithoutKeys(node.Path), mask, node, null);
        else if (context.Facts.ClosureAt(selector, i) is not { } closure)
            Generate(context, i, result, AccessPaths.Empty, mask, node, null);
        else if (closure.Callees.Length == 0)
            Generate(context, i, result, AccessPaths.Empty, closure.Method is { } m ? Restrict(mask, m.Result) : mask, node, null);
    }

    /// <summary>An entry of a dictionary is looked up under a constant key, and what is untrusted lies under another.</summary>
    private bool IsOtherEntry(Node node, int i, CallSite site) =>
        paths.StartsWithKey(node.Path)
        && KeyParameters.IsLookup(site)
        && KeyParameters.KeyAt(site) is var key
        && node.Register == (key == 0 ? site.Receiver : site.Arguments[0])
        && IsKnown(node.Context, site.Arguments[key], i)
        && KeyStep(node.Context, site.Arguments[key], i) != paths.Head(node.Path);

    private static bool IsQueryOf(IrFunction caller, TaintContext callee, int result) =>
        !callee.IsZero
        && result >= 0
        && caller.RegisterTypes[result].Is("System.Linq.IQueryable")
        && IsNoSequence(callee.Function.RegisterTypes[callee.Register]);

    private readonly Dictionary<int, bool> cleaning = [];

    /// <summary>By its name and by what it looks at, a function that makes a valid name of any text: `ToValidFileName` over
    /// <see cref="Path.GetInvalidFileNameChars"/>, in whatever loop.</summary>
    private bool CleansNames(int function)
    {
        if (cleaning.TryGetValue(function, out bool cleans))
            return cleans;
        IrFunction callee = program.Functions[function];
        cleans =
            CallShapes.NamesCleaning(callee.Display)
            && (
                Array.Exists(callee.Calls, c => c.Target.Name == "GetInvalidFileNameChars")
                || Array.Exists(callee.Members, m => IsMadeOfInvalid(m))
            );
        cleaning.Add(function, cleans);
        return cleans;
    }

    private readonly Dictionary<int, bool> quoteless = [];

    /// <summary>Valid names by a list that has the double quote in it: they stay one argument where they stand between two.</summary>
    private bool LeavesNoQuotes(int function)
    {
        if (quoteless.TryGetValue(function, out bool known))
            return known;
        known =
            CleansNames(function)
            && Array.Exists(
                program.Functions[function].Members,
                m => constants.OnlyStore(m) is { } store && guards.AreInvalidInNames(store.Facts, store.Register, '"')
            );
        quoteless.Add(function, known);
        return known;
    }

    private readonly Dictionary<int, bool> quoting = [];

    /// <summary>By its name and by what it looks at, a function that makes one argument of any text: `EscapeProcessArgument` over
    /// the double quote.</summary>
    private bool QuotesArguments(int function)
    {
        if (quoting.TryGetValue(function, out bool quotes))
            return quotes;
        IrFunction callee = program.Functions[function];
        quotes =
            CallShapes.NamesQuoting(callee.Display)
            && Array.Exists(callee.Constants, c => c is '"' or '\'' || (c is string text && text.AsSpan().ContainsAny('"', '\'')));
        quoting.Add(function, quotes);
        return quotes;
    }

    private bool IsMadeOfInvalid(MemberRef member) =>
        member.Name.Contains("nvalid", StringComparison.Ordinal)
        && constants.OnlyStore(member) is { } store
        && (
            Array.Exists(store.Facts.Function.Calls, c => c.Target.Name == "GetInvalidFileNameChars")
            || guards.AreInvalidInNames(store.Facts, store.Register)
        );

    /// <summary>A value goes into a query: it decides which rows come, and is in none of them.</summary>
    private static bool AsksOnly(IrFunction function, int value, int result) =>
        result >= 0 && function.RegisterTypes[result].Is("System.Linq.IQueryable") && IsNoSequence(function.RegisterTypes[value]);

    private static readonly int MessageStep = MemberRef.StepOf("P:System.Exception.Message");

    private static bool IsName(TypeRef type) => type.Kind == ValueKind.Text || type.Is("System.IO.FileInfo");

    private static bool IsNoSequence(TypeRef type) =>
        type.Kind is ValueKind.Text or ValueKind.Number
        || (type.Kind == ValueKind.Object && type.IsResolved && !type.Is("System.Collections.IEnumerable"));

    /// <summary>`Select(x => x.Id)`: the result holds what the function makes of the elements, and not the elements. What a function
    /// with source returns comes back by itself; of a library's function, the type tells what can.</summary>
    private ulong? ProjectionOf(TaintContext context, int i, CallSite site)
    {
        if (EdgesAt(context.Function, i).Length > 0)
            return 0;
        if (site.Arguments.Length == 0 || context.Facts.ClosureAt(site.Arguments[^1], i)?.Method is not { } method)
            return null;
        return Restrict(ulong.MaxValue, method.Result);
    }

    /// <summary>`Regex.Replace(x, "[^a-z]", "")` leaves only harmless characters.</summary>
    private int RegexResult(TaintContext context, CallSite site, int i, ref ulong mask)
    {
        if (site.Target is { Name: "Replace", Type: "System.Text.RegularExpressions.Regex" })
        {
            string? pattern = null;
            int replacement;
            if (site.Receiver >= 0)
            {
                pattern = (Constant(context, site.Receiver, i) as RegexConstant)?.Pattern;
                replacement = site.Arguments.Length > 1 ? site.Arguments[1] : -1;
            }
            else
            {
                pattern = site.Arguments.Length > 1 ? Constant(context, site.Arguments[1], i) as string : null;
                replacement = site.Arguments.Length > 2 ? site.Arguments[2] : -1;
            }

            if (pattern is not null && Constant(context, replacement, i) is string text)
            {
                if (RegexAlphabet.LeftAfterReplacing(pattern, text) is { } left)
                    mask &= ~RegexAlphabet.HarmlessIn(left, matcher.Contexts);
                else if (text.All(static c => c is '_' or '-' or ' ' || char.IsAsciiLetterOrDigit(c)))
                    mask &= ~RegexAlphabet.HarmlessAfterRemoving(pattern, matcher.Contexts);
            }
        }

        return AccessPaths.Empty;
    }

    private static object? Constant(TaintContext context, int register, int i) =>
        register < 0 ? null : context.Facts.Constants.At(register, context.Facts.BlockOf[i], i).Value;

    private void Set(Node node, int i, CallSite site, ulong mask)
    {
        if (site.Target.Name == "Item")
        {
            bool isKnown = site.Arguments.Length == 2 && IsKnown(node.Context, site.Arguments[0], i);
            int path = isKnown ? paths.Prepend(KeyStep(node.Context, site.Arguments[0], i), node.Path) : node.Path;
            Store(node, i, site.Receiver, path, mask, false, 0);
        }
        else
        {
            Store(node, i, site.Receiver, paths.Prepend(site.Target.Step, node.Path), mask, false, 0);
        }
    }

    private void Fill(Node node, int i, CallSite site, List<int> places, ulong mask)
    {
        bool isExtension = site.Target.IsExtension && site.Receiver < 0;
        int self = isExtension ? site.Arguments[0] : site.Receiver;
        if (self < 0 || !IsContainer(node.Context, self, i))
            return;
        int path = Entries.Are(node.Context.Function.RegisterTypes[node.Register]) ? paths.WithoutKeys(node.Path) : node.Path;
        int first = isExtension ? 1 : 0;
        // Under a key that a request chose lies what somebody else put there.
        if (site.Target.Type.Contains(".Caching.", StringComparison.Ordinal) && places.TrueForAll(p => p == first))
            return;
        // dictionary.Add("key", value)
        if (
            site.Arguments.Length == first + 2
            && places.Contains(first + 1)
            && IsKnown(node.Context, site.Arguments[first], i)
            && site.Target.Name is "Add" or "TryAdd" or "Set" or "SetString"
        )
            path = paths.Prepend(KeyStep(node.Context, site.Arguments[first], i), path);
        Store(node, i, self, path, mask, false, 0);
    }

    /// <summary>A library's collection, builder, stream or document, or an object made here: what is put into it is what it
    /// holds. A service is not: that it was handed something once says nothing of its next answer.</summary>
    private static bool IsContainer(TaintContext context, int register, int i)
    {
        TypeRef type = context.Function.RegisterTypes[register];
        if (type.Kind is ValueKind.Text or ValueKind.Delegate || type.IsSource)
            return false;
        if (
            type.Name.StartsWith("System.", StringComparison.Ordinal)
            || type.Name.StartsWith("Newtonsoft.Json.Linq", StringComparison.Ordinal)
            || type.Name.EndsWith(']')
        )
            return true;
        return context.Facts.CallAt(register, i) is { Target.Kind: MemberKind.Constructor };
    }

    /// <summary>An object goes into a store: its members may come back to whoever reads them from there.</summary>
    private void SaveTo(Node node, int i, CallSite site, ulong mask)
    {
        int path = paths.WithoutKeys(node.Path);
        if (path != AccessPaths.Empty)
        {
            AddExit(node.Context, new ExitKey(ExitKind.Stored, paths.Head(path), paths.Tail(path)), mask, node);
            return;
        }

        foreach (int step in MembersOf(node.Context.Function.RegisterTypes[node.Register]))
            AddExit(node.Context, new ExitKey(ExitKind.Stored, step, AccessPaths.Empty), mask, node);
    }

    /// <summary>A model goes to a view: what the view reads of it is untrusted there.</summary>
    private void ShowIn(Node node, ulong mask)
    {
        int path = paths.WithoutKeys(node.Path);
        if (path != AccessPaths.Empty)
        {
            AddExit(node.Context, new ExitKey(ExitKind.View, paths.Head(path), paths.Tail(path)), mask, node);
            return;
        }

        foreach (int step in MembersOf(node.Context.Function.RegisterTypes[node.Register]))
            AddExit(node.Context, new ExitKey(ExitKind.View, step, AccessPaths.Empty), mask, node);
    }

    /// <summary>The steps by which code reads the members of a type with source.</summary>
    private HashSet<int> MembersOf(TypeRef type) => type.IsSource ? StepsOf(type, null) : [];

    /// <param name="name">The member's name; all members where there is none.</param>
    private HashSet<int> StepsOf(TypeRef type, string? name)
    {
        if (loadsByType is null)
            IndexLoads();
        var steps = new HashSet<int>();
        foreach (string declaring in (IEnumerable<string>)[type.Name, .. type.Bases])
        {
            foreach ((int function, int instruction) in loadsByType!.GetValueOrDefault(declaring) ?? [])
            {
                MemberRef member = program.Functions[function].Members[program.Functions[function].Code[instruction].X];
                if (steps.Count < 64 && (name is null || member.Name == name))
                    steps.Add(member.Step);
            }
        }

        return steps;
    }

    /// <returns>Whether the catalogue says what flows.</returns>
    private bool ThroughModel(Node node, int i, CallSite site, List<int> places, ulong mask)
    {
        Propagator[] propagators = matcher.Of(site.Target).Propagators;
        if (propagators.Length == 0)
            return false;
        bool any = false;
        foreach (Propagator propagator in propagators)
        {
            if (!Conditions.Hold(propagator.Spec.When, node.Context.Facts, i))
                continue;
            any = true;
            if (
                !places.Exists(p =>
                    Array.IndexOf(propagator.From, p) >= 0 || (p >= 0 && Array.IndexOf(propagator.From, Place.AllArguments) >= 0)
                )
            )
                continue;
            foreach (int to in propagator.To)
                PropagateTo(node, i, site, to, mask);
        }

        return any;
    }

    private void PropagateTo(Node node, int i, CallSite site, int to, ulong mask)
    {
        int register = RegisterAt(site, node.Context.Function.Code[i].Dst, to);
        if (register < 0)
            return;
        if (to == Place.Return)
        {
            ApplySanitizers(site.Target, false, node.Context, i, ref mask);
            RegexResult(node.Context, site, i, ref mask);
            bool isElement = site.Target.Name == "Item";
            if (isElement && paths.StartsWithKey(node.Path))
                LoadElement(node, i, site.Arguments.Length == 1 ? site.Arguments[0] : -1, register, mask);
            else
                Generate(
                    node.Context,
                    i,
                    register,
                    paths.WithoutKeys(node.Path) is var p && CallShapes.Keeps(site.Target) ? p
                        : paths.WithoutKeys(node.Path) == AccessPaths.Empty ? AccessPaths.Empty
                        : p,
                    mask,
                    node,
                    null
                );
        }
        else
        {
            Store(node, i, register, AccessPaths.Empty, mask, false, 0);
        }
    }

    private void ReachSinks(Node node, int i, MemberRef member, bool writes, List<int> places, ulong mask)
    {
        foreach (Sink sink in matcher.Of(member, writes).Sinks)
        {
            ulong dangerous = mask & sink.Context;
            if ((sink.Context & matcher.Contexts.WithoutShell) != 0 && CommandLines.AreWithoutShell(node.Context.Facts, i))
                dangerous &= matcher.Contexts.WithoutShell;
            if (
                dangerous == 0
                || !places.Exists(p =>
                    Array.IndexOf(sink.Places, p) >= 0 || (p >= 0 && Array.IndexOf(sink.Places, Place.AllArguments) >= 0)
                )
            )
                continue;
            if (!Conditions.Hold(sink.Spec.When, node.Context.Facts, i))
                continue;
            if (sink.Rule.Flow!.Context == "ssrf" && clients.Serve(node.Context.Facts, i))
                continue;
            AddHit(node.Context, new Hit(sink, node.Context.Function, i, node, null), dangerous);
        }
    }

    private readonly Stack<(Entrance Entrance, Hit Hit, ulong Mask)> lifts = new();

    /// <summary>A hit is known to all callers at once, however long their chain: by a stack of our own.</summary>
    private void AddHit(TaintContext context, Hit hit, ulong mask)
    {
        Record(context, hit, mask);
        while (lifts.TryPop(out (Entrance Entrance, Hit Hit, ulong Mask) lift))
        {
            Hit inner = lift.Hit;
            Record(lift.Entrance.Caller, new Hit(inner.Sink, inner.Function, inner.Instruction, lift.Entrance.Node, inner), lift.Mask);
        }
    }

    private void Record(TaintContext context, Hit hit, ulong mask)
    {
        (Sink, int, int) key = (hit.Sink, hit.Function.Id, hit.Instruction);
        if (!context.Hits.TryGetValue(key, out Hit? known))
        {
            if (context.Hits.Count >= MaxHitsPerContext || hitsLeft-- <= 0)
            {
                budget[context.Function.Id] = 0;
                return;
            }

            context.Hits.Add(key, known = hit);
        }

        ulong added = mask & ~known.Mask;
        if (added == 0)
            return;
        known.Mask |= added;
        if (context.IsZero)
        {
            if (hit.Sink.Rule.Flow!.Counts(context.Source) || hit.Sink.Rule.Flow.OwnSources.Count > 0)
                results.TryAdd(
                    (hit.Sink, hit.Function.Id, hit.Instruction, context.Source, context.Function.Id),
                    new TaintResult(known, context.Source)
                );
            return;
        }

        for (int e = context.Entrances.Count - 1; e >= 0; e--)
        {
            Entrance entrance = context.Entrances[e];
            if ((added & entrance.Mask) != 0)
                lifts.Push((entrance, known, added & entrance.Mask));
        }
    }

    private void Lift(Entrance entrance, Hit hit, ulong mask)
    {
        if (mask != 0)
            AddHit(
                entrance.Caller,
                new Hit(hit.Sink, hit.Function, hit.Instruction, entrance.Node, hit) { At = entrance.Instruction },
                mask
            );
    }
}
