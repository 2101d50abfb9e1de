using System.Runtime.InteropServices;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>Interprocedural, context- and field-sensitive taint by tabulation (Reps, Horwitz and Sagiv 1995): each function
/// is summarised once for each untrusted path on entry, and only where such a path arrives. A fact carries a mask of the
/// contexts in which it is still dangerous; sanitizers and guards clear bits, so one run serves every rule.</summary>
internal sealed partial class Solver
{
    private readonly IrProgram program;
    private readonly RuleMatcher matcher;
    private readonly AccessPaths paths = new();
    private readonly ProgramConstants constants;
    private readonly DeclaredContexts declared;
    private readonly CallConstants callConstants;
    private readonly GuardAnalysis guards;
    private readonly GuardedReads guardedReads;
    private readonly GuardedClients clients;
    private readonly FunctionFacts?[] facts;
    private readonly Dictionary<(int, int, int, SourceKind, int), TaintContext> contexts = [];
    private readonly Dictionary<(Sink, int, int, SourceKind, int), TaintResult> results = [];
    private readonly WorkList work = new();
    private readonly CancellationToken cancel;
    private readonly int[] budget;
    private readonly HashSet<string> doorTypes = new(StringComparer.Ordinal);
    private readonly HashSet<int> doors = [];
    private Dictionary<int, List<(int Function, int Instruction)>>? loads;
    private Dictionary<string, List<(int Function, int Instruction)>>? loadsByType;

    /// <summary>Facts a function may process in all; beyond it is left, and the ledger says so.</summary>
    private const int MaxFactsPerFunction = 60_000;

    /// <summary>Facts of the whole program; the most of any application in the evaluation are four million.</summary>
    private const int MaxFacts = 16_000_000;

    /// <summary>Sinks that one context may know of, and all contexts together: where thousands of functions call each other, each sink
    /// is reached from each of them.</summary>
    private const int MaxHitsPerContext = 2_000;
    private const int MaxHits = 2_000_000;

    private int hitsLeft = MaxHits;

    public Solver(IrProgram program, RuleMatcher matcher, CancellationToken cancel)
    {
        this.program = program;
        this.matcher = matcher;
        this.cancel = cancel;
        constants = new ProgramConstants(program);
        facts = new FunctionFacts?[program.Functions.Length];
        callConstants = new CallConstants(program, constants, FactsOf);
        budget = new int[program.Functions.Length];
        Array.Fill(budget, MaxFactsPerFunction);
        declared = new DeclaredContexts(program.Checks, matcher.Contexts);
        guards = new GuardAnalysis(matcher, declared, program, paths, FactsOf);
        clients = new GuardedClients(program, FactsOf);
        guardedReads = new GuardedReads(program, guards, paths, FactsOf, doors.Contains);
    }

    public IEnumerable<TaintResult> Results => results.Values.Where(result => !IsImpossible(result));

    /// <summary>Functions that were too much work to finish.</summary>
    public IEnumerable<IrFunction> Unfinished => program.Functions.Where(f => budget[f.Id] <= 0);

    public FunctionFacts FactsOf(int function) =>
        facts[function] ??= new FunctionFacts(program.Functions[function], constants.Of(program.Functions[function]), constants);

    /// <summary>The first step of a path that is no key; 0 for the value itself.</summary>
    public int FirstStep(int path) => paths.Head(paths.WithoutKeys(path));

    private ILookup<int, TaintContext>? byFunction;

    /// <summary>The functions in which what a request brought arises, of which a register holds something under a step that is still
    /// dangerous in these contexts.</summary>
    public IEnumerable<int> RequestsAt(int function, int register, int step, ulong mask)
    {
        byFunction ??= contexts.Values.ToLookup(c => c.Function.Id);
        var seen = new HashSet<TaintContext>();
        var open = new Stack<TaintContext>(byFunction[function].Where(c => c.Seen.Any(seen => (seen.Value & mask) != 0 && Is(seen.Key))));
        while (open.TryPop(out TaintContext? context))
        {
            if (!seen.Add(context))
                continue;
            if (context is { IsZero: true, Source: SourceKind.Remote })
                yield return context.Function.Id;
            foreach (Entrance entrance in context.IsZero ? [] : context.Entrances)
            {
                if ((entrance.Mask & mask) != 0)
                    open.Push(entrance.Caller);
            }
        }

        bool Is(FactKey key) => key.Register == register && FirstStep(key.Path) is var own && (own == 0 || own == step || step == 0);
    }

    private TaintContext ZeroContext(int function, SourceKind source, int variant = 0) => Context(function, -1, 0, source, variant);

    private TaintContext Context(int function, int register, int path, SourceKind source, int variant = 0)
    {
        (int, int, int, SourceKind, int) key = (function, register, path, source, variant);
        if (!contexts.TryGetValue(key, out TaintContext? context))
        {
            context = new TaintContext(callConstants.FactsOf(function, variant), register, path, source, variant);
            contexts.Add(key, context);
        }

        return context;
    }

    /// <summary>A type whose functions the framework calls, one after another on the same object.</summary>
    public void AddDoor(IrFunction function)
    {
        doorTypes.Add(function.DeclaringType.Name);
        doors.Add(function.Id);
    }

    /// <summary>Data of a source enters a function in a register.</summary>
    public void SeedParameter(IrFunction function, int register, SourceKind source, string description, bool isChecked = false)
    {
        TaintContext context = ZeroContext(function.Id, source);
        ulong mask = Restrict(matcher.Contexts.From(source), function.RegisterTypes[register]);
        int parameter = Array.IndexOf(function.Parameters, register);
        if (isChecked && declared.Any && parameter >= 0)
            mask &= ~declared.Of(MemberRef.StepOf(MemberCheck.OfParameter(function.Key, function.ParameterNames[parameter])));
        if (mask == 0)
            return;
        // An object is untrusted member by member, so that a check of one member counts for that member.
        int[] members = [.. MembersOf(function.RegisterTypes[register])];
        if (members.Length == 0)
            members = [AccessPaths.Empty];
        else
            members = [.. members.Select(step => paths.Prepend(step, AccessPaths.Empty))];
        foreach (int path in members)
        {
            ulong refused = isChecked && path != AccessPaths.Empty ? declared.Of(paths.Head(path)) : 0;
            if ((mask & ~refused) != 0)
                Enter(new Node(context, -1, register, path, null, null, description), mask & ~refused);
        }
    }

    /// <summary>A property that the framework filled before the function runs.</summary>
    public void SeedProperty(IrFunction function, string property, SourceKind source, string description)
    {
        foreach (int step in StepsOf(function.DeclaringType, property))
            SeedProperty(function, step, source, description);
    }

    private void SeedProperty(IrFunction function, int step, SourceKind source, string description)
    {
        TaintContext context = ZeroContext(function.Id, source);
        foreach (int path in function.This >= 0 ? MembersBelow(step) : [])
            Enter(new Node(context, -1, function.This, paths.Prepend(step, path), null, null, description), matcher.Contexts.From(source));
        foreach ((int reader, int instruction) in LoadsOf(step))
        {
            IrFunction f = program.Functions[reader];
            if (f.File.IsMarkup)
                Generate(
                    ZeroContext(reader, source),
                    instruction,
                    f.Code[instruction].Dst,
                    AccessPaths.Empty,
                    matcher.Contexts.From(source),
                    null,
                    null,
                    description
                );
        }
    }

    /// <summary>An object in a property is untrusted member by member too.</summary>
    private IEnumerable<int> MembersBelow(int step)
    {
        foreach ((int reader, int instruction) in LoadsOf(step))
        {
            IrFunction function = program.Functions[reader];
            int[] members = [.. MembersOf(function.RegisterTypes[function.Code[instruction].Dst])];
            if (members.Length > 0)
                return members.Select(member => paths.Prepend(member, AccessPaths.Empty));
        }

        return [AccessPaths.Empty];
    }

    /// <summary>Finds every call and read that the catalogue names as a source.</summary>
    public void SeedSources()
    {
        foreach (IrFunction function in program.Functions)
        {
            for (int i = 0; i < function.Code.Length; i++)
            {
                ref Instruction code = ref function.Code[i];
                MemberRef? member = code.Op switch
                {
                    Op.Call => function.Calls[code.X].Target,
                    Op.LoadField => function.Members[code.X],
                    _ => null,
                };
                if (member is null)
                    continue;
                foreach (Source source in matcher.Of(member).Sources)
                    Seed(function, i, source);
            }
        }
    }

    private void Seed(IrFunction function, int instruction, Source source)
    {
        FunctionFacts own = FactsOf(function.Id);
        if (!own.Constants.Reachable[own.BlockOf[instruction]] || !Conditions.Hold(source.Spec.When, own, instruction))
            return;
        TaintContext context = ZeroContext(function.Id, source.Kind);
        ref Instruction code = ref function.Code[instruction];
        (int read, MemberRef? member) = code.Op switch
        {
            Op.LoadField => (code.A, function.Members[code.X]),
            _ => (function.Calls[code.X].Receiver, function.Calls[code.X].Target),
        };
        ulong contexts = source.Contexts;
        if (member.Kind is MemberKind.Field or MemberKind.Getter)
            contexts &= guardedReads.Alive(own, read, member.Step, instruction);
        foreach (int place in source.Places)
        {
            int register = code.Op == Op.LoadField ? code.Dst : RegisterAt(function.Calls[code.X], code.Dst, place);
            if (register >= 0)
                Generate(context, instruction, register, AccessPaths.Empty, contexts, null, null, source.Description);
        }
    }

    private static int RegisterAt(CallSite site, int dst, int place) =>
        place switch
        {
            Place.Return => dst,
            Place.Receiver => site.Receiver,
            >= 0 when place < site.Arguments.Length => site.Arguments[place],
            _ => -1,
        };

    public void Run()
    {
        int count = 0;
        int factsLeft = MaxFacts;
        while (work.TryTake(out Node node, out int block, out int from, out ulong mask))
        {
            if ((++count & 0xFFF) == 0)
                cancel.ThrowIfCancellationRequested();
            ref int left = ref budget[node.Context.Function.Id];
            if (factsLeft-- <= 0)
                left = 0;
            if (left-- > 0)
                Process(node, block, from, mask);
        }
    }

    private ulong Restrict(ulong mask, TypeRef type) =>
        type.Kind switch
        {
            ValueKind.Bool or ValueKind.Void => 0,
            ValueKind.Number => mask & matcher.Contexts.Numeric,
            // A sequence of numbers is no text; one of bytes or characters may be.
            ValueKind.Object
                when type.ElementKind is ValueKind.Number or ValueKind.Bool
                    && type.Element is not ("System.Byte" or "System.SByte" or "System.Char") => mask & matcher.Contexts.Numeric,
            _ => mask,
        };

    /// <summary>A text is a text: what was known of an object's member says nothing where only a text can be.</summary>
    private bool HasNoMembers(TypeRef type, int path) => type.Name == "System.String" && !paths.StartsWithKey(path);

    /// <summary>A new fact after an instruction.</summary>
    private void Generate(
        TaintContext context,
        int at,
        int register,
        int path,
        ulong mask,
        Node? previous,
        ExitFact? exit,
        string? source = null
    )
    {
        if (register < 0)
            return;
        TypeRef type = context.Function.RegisterTypes[register];
        if (path == AccessPaths.Empty)
            mask = Restrict(mask, type);
        else if (HasNoMembers(type, path))
            return;
        if (mask == 0 || !IsNew(context, at + 1, register, path, ref mask))
            return;
        var node = new Node(context, at, register, path, previous, exit, source);
        work.Add(node, context.Facts.BlockOf[at], at + 1, mask);
    }

    /// <summary>A fact that holds when the function begins.</summary>
    private void Enter(Node node, ulong mask)
    {
        if (node.Context.Function.Blocks.Length > 0)
            EnterBlock(node, 0, mask);
    }

    private static bool IsNew(TaintContext context, int point, int register, int path, ref ulong mask)
    {
        ref ulong seen = ref CollectionsMarshal.GetValueRefOrAddDefault(context.Seen, new FactKey(point, register, path), out _);
        mask &= ~seen;
        seen |= mask;
        return mask != 0;
    }

    /// <summary>Carries a fact from an instruction to the end of its block and on to the next ones.</summary>
    private void Process(Node node, int block, int from, ulong mask)
    {
        FunctionFacts own = node.Context.Facts;
        if (!own.Constants.Reachable[block])
            return;
        ReadOnlySpan<int> mentions = own.Mentions(node.Register);
        int end = own.Function.Blocks[block].End;
        int next = mentions.BinarySearch(from);
        if (next < 0)
            next = ~next;
        for (; next < mentions.Length && mentions[next] < end; next++)
        {
            if (!Transfer(node, mentions[next], ref mask) || mask == 0)
                return;
        }

        LeaveBlock(node, block, mask);
    }

    private void LeaveBlock(Node node, int b, ulong mask)
    {
        FunctionFacts own = node.Context.Facts;
        Block block = own.Function.Blocks[b];
        if (!own.MentionedAcross[node.Register] && !own.LivesOn(node.Register))
            return;
        if (block.Condition >= 0)
        {
            (Cleared[] onTrue, Cleared[] onFalse) = guards.OfBlock(FactsOf(own.Function.Id), b);
            if (own.Constants.TakesTrue[b])
                EnterBlock(node, block.WhenTrue, mask & ~ClearedFrom(onTrue, node));
            if (own.Constants.TakesFalse[b])
                EnterBlock(node, block.Next, mask & ~ClearedFrom(onFalse, node));
        }
        else
        {
            EnterBlock(node, block.Next, mask);
        }

        foreach (int extra in block.Extra)
            EnterBlock(node, extra, mask);
        // Thrown again as it is; after a handler that ends, nothing is in flight.
        if (
            block.Next < 0
            && node.Register == own.Function.Exception
            && !(block.End > block.First && own.Function.Code[block.End - 1].Op == Op.Throw)
        )
            Leave(node, mask);
    }

    private ulong ClearedFrom(Cleared[] cleared, Node node)
    {
        ulong mask = 0;
        foreach (Cleared clear in cleared)
        {
            if (clear.Register == GuardAnalysis.AnyRegister && paths.Last(node.Path) == paths.Head(clear.Path))
                mask |= clear.Contexts;
            if (clear.Register == node.Register && paths.HasPrefix(node.Path, clear.Path))
                mask |= clear.Contexts;
        }

        return mask;
    }

    private void EnterBlock(Node node, int block, ulong mask)
    {
        if (block < 0 || mask == 0)
            return;
        FunctionFacts own = node.Context.Facts;
        own.Sparse ??= new SparseBlocks(own, b => guards.OfBlock(FactsOf(own.Function.Id), b));
        block = own.Sparse.Of(node.Register)[block];
        if (block < 0 || !IsNew(node.Context, -block - 1, node.Register, node.Path, ref mask))
            return;
        Block target = node.Context.Function.Blocks[block];
        if (block == node.Context.Function.Blocks.Length - 1 && target.First == target.End)
        {
            if (node.Register != node.Context.Function.Exception)
                Leave(node, mask);
        }
        else
            work.Add(node, block, target.First, mask);
    }
}
