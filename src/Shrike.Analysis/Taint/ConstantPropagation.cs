using System.Globalization;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>What is known of a register: nothing yet, a constant, a range of integers, or anything.</summary>
internal readonly record struct Known(KnownKind Kind, object? Value = null, long Low = 0, long High = 0)
{
    public static readonly Known Nothing = new(KnownKind.Nothing);
    public static readonly Known Anything = new(KnownKind.Anything);

    public static Known Constant(object? value) => new(KnownKind.Constant, value);

    public static Known Range(long low, long high) => low == high ? Constant(low) : new Known(KnownKind.Range, null, low, high);

    public bool IsConstant => Kind == KnownKind.Constant;

    /// <summary>As integers, where it is one or a range of them.</summary>
    public bool TryRange(out long low, out long high)
    {
        (low, high) = (Low, High);
        if (Kind == KnownKind.Range)
            return true;
        if (Kind != KnownKind.Constant || !TryInteger(Value, out low))
            return false;
        high = low;
        return true;
    }

    public static bool TryInteger(object? value, out long integer)
    {
        integer = 0;
        switch (value)
        {
            case int or short or sbyte or byte or ushort or uint or long or char:
                integer = value is char c ? c : Convert.ToInt64(value, CultureInfo.InvariantCulture);
                return true;
            default:
                return false;
        }
    }

    public static bool TryNumber(object? value, out double number)
    {
        number = 0;
        if (value is not (double or float) && !TryInteger(value, out _))
            return false;
        number = Convert.ToDouble(value is char c ? (int)c : value, CultureInfo.InvariantCulture);
        return true;
    }

    public static Known Join(Known a, Known b)
    {
        if (a.Kind == KnownKind.Nothing || a == b)
            return b;
        if (b.Kind == KnownKind.Nothing)
            return a;
        if (a.Kind == KnownKind.Constant && b.Kind == KnownKind.Constant && Equals(a.Value, b.Value))
            return a;
        if (a.TryRange(out long lowA, out long highA) && b.TryRange(out long lowB, out long highB))
            return Range(lowB < lowA ? long.MinValue : lowA, highB > highA ? long.MaxValue : highA);
        return Anything;
    }
}

internal enum KnownKind : byte
{
    Nothing,
    Constant,
    Range,
    Anything,
}

/// <summary>A regular expression made from a constant pattern.</summary>
internal sealed record RegexConstant(string Pattern);

/// <summary>Sparse conditional constant propagation with ranges (Wegman and Zadeck 1991), on registers instead of SSA
/// names: registers with one definition have one value; the others a value a block. Branches that cannot happen are found
/// on the way.</summary>
internal sealed class ConstantPropagation
{
    /// <summary>Larger functions are not tried: everything is possible there.</summary>
    private const long MaxCells = 2_000_000;

    private readonly IrFunction function;
    private readonly ProgramConstants program;
    private readonly Known[] values;
    private readonly int[] variableOf;
    private readonly Known[]?[] entry;
    private readonly Dictionary<int, List<(int Instruction, Known Value)>>?[] writes;
    private readonly Known[]? given;
    private readonly int variables;
    private Action<int, Known>? written;

    /// <param name="given">What one call gives for the parameters; null for all calls together.</param>
    public ConstantPropagation(IrFunction function, ProgramConstants program, Known[]? given = null)
    {
        this.function = function;
        this.program = program;
        this.given = given;
        int registers = function.RegisterTypes.Length;
        values = new Known[registers];
        variableOf = new int[registers];
        Reachable = new bool[function.Blocks.Length];
        TakesTrue = new bool[function.Blocks.Length];
        TakesFalse = new bool[function.Blocks.Length];
        entry = new Known[]?[function.Blocks.Length];
        writes = new Dictionary<int, List<(int, Known)>>?[function.Blocks.Length];
        variables = NumberVariables();
        if ((long)variables * function.Blocks.Length > MaxCells || function.Blocks.Length == 0)
        {
            GiveUp();
            return;
        }

        Run();
    }

    public bool[] Reachable { get; }

    /// <summary>Whether a block's condition may be true, may be false.</summary>
    public bool[] TakesTrue { get; }
    public bool[] TakesFalse { get; }

    /// <summary>What is known of a register with a single definition; anything for others.</summary>
    public Known Of(int register) => register < 0 || variableOf[register] >= 0 ? Known.Anything : values[register];

    /// <summary>What is known of a register just before an instruction.</summary>
    public Known At(int register, int block, int instruction)
    {
        if (register < 0)
            return Known.Anything;
        if (variableOf[register] < 0)
            return values[register].Kind == KnownKind.Nothing ? Known.Anything : values[register];
        if (entry[block] is not { } state)
            return Known.Anything;
        int variable = variableOf[register];
        if (!(writes[block] ??= WritesOf(block, state)).TryGetValue(variable, out List<(int Instruction, Known Value)>? list))
            return state[variable];
        int low = 0,
            high = list.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = list[middle].Instruction < instruction ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? state[variable] : list[low - 1].Value;
    }

    /// <summary>What the instructions of a block write to each variable, in order: who asks for one place in a block asks for many, and a block
    /// may be a sum of thousands.</summary>
    private Dictionary<int, List<(int Instruction, Known Value)>> WritesOf(int block, Known[] state)
    {
        var found = new Dictionary<int, List<(int, Known)>>();
        int at = 0;
        // What a call returns may be asked of this very function.
        Action<int, Known>? outer = written;
        written = Note;
        Known[] copy = [.. state];
        for (int i = function.Blocks[block].First; i < function.Blocks[block].End; i++)
        {
            at = i;
            Step(i, copy);
        }

        written = outer;
        return found;

        void Note(int variable, Known value)
        {
            if (!found.TryGetValue(variable, out List<(int, Known)>? list))
                found.Add(variable, list = []);
            list.Add((at, value));
        }
    }

    /// <summary>The join of all values returned.</summary>
    public Known Returned { get; private set; } = Known.Nothing;

    private int NumberVariables()
    {
        var definitions = new byte[variableOf.Length];
        void Define(int register)
        {
            if (register >= 0 && definitions[register] < 2)
                definitions[register]++;
        }

        foreach (int parameter in function.Parameters.Concat(function.Captures).Append(function.This).Append(function.Exception))
        {
            Define(parameter);
            Define(parameter);
        }

        foreach (ref Instruction instruction in function.Code.AsSpan())
        {
            Define(instruction.Dst);
            if (instruction.Op == Op.Call)
            {
                CallSite site = function.Calls[instruction.X];
                for (int i = 0; i < site.Arguments.Length && i < 64; i++)
                {
                    if ((site.ByRef & (1UL << i)) != 0)
                    {
                        Define(site.Arguments[i]);
                        Define(site.Arguments[i]);
                    }
                }
            }
            else if (instruction.Op == Op.Closure)
            {
                foreach (int register in function.Closures[instruction.X].Captured)
                {
                    Define(register);
                    Define(register);
                }
            }
        }

        // A variable that code outside this function may write: never known.
        int count = 0;
        for (int register = 0; register < definitions.Length; register++)
            variableOf[register] = definitions[register] > 1 ? count++ : -1;
        return count;
    }

    private void GiveUp()
    {
        Array.Fill(values, Known.Anything);
        Array.Fill(Reachable, true);
        Array.Fill(TakesTrue, true);
        Array.Fill(TakesFalse, true);
        Returned = Known.Anything;
    }

    private void Run()
    {
        var state = new Known[variables];
        Array.Fill(state, Known.Nothing);
        foreach (int parameter in function.Parameters.Concat(function.Captures).Append(function.This).Append(function.Exception))
        {
            if (parameter >= 0)
                state[variableOf[parameter]] = Known.Anything;
        }

        for (int i = 0; i < function.Parameters.Length; i++)
            state[variableOf[function.Parameters[i]]] = given?[i].IsConstant == true ? given[i] : program.Parameter(function, i);

        entry[0] = state;
        Reachable[0] = true;
        var work = new Queue<int>([0]);
        int budget = function.Blocks.Length * 40 + 1000;
        while (work.TryDequeue(out int b))
        {
            if (budget-- <= 0)
            {
                GiveUp();
                return;
            }

            Known[] current = [.. entry[b]!];
            Block block = function.Blocks[b];
            bool temporariesChanged = false;
            for (int i = block.First; i < block.End; i++)
                temporariesChanged |= Step(i, current);
            foreach (int next in Successors(b, block, current))
            {
                if (Flow(next, current) || (temporariesChanged && Reachable[next]))
                    work.Enqueue(next);
            }
        }
    }

    private IEnumerable<int> Successors(int b, Block block, Known[] state)
    {
        if (block.Condition >= 0)
        {
            Known condition = Read(block.Condition, state);
            bool known = condition is { Kind: KnownKind.Constant, Value: bool };
            TakesTrue[b] |= !known || (bool)condition.Value!;
            TakesFalse[b] |= !known || !(bool)condition.Value!;
            if (TakesTrue[b] && block.WhenTrue >= 0)
                yield return block.WhenTrue;
            if (TakesFalse[b] && block.Next >= 0)
                yield return block.Next;
        }
        else if (block.Next >= 0)
        {
            yield return block.Next;
        }

        foreach (int extra in block.Extra)
            yield return extra;
    }

    private bool Flow(int next, Known[] state)
    {
        Reachable[next] = true;
        if (entry[next] is not { } old)
        {
            entry[next] = [.. state];
            return true;
        }

        bool changed = false;
        for (int i = 0; i < old.Length; i++)
        {
            Known joined = Known.Join(old[i], state[i]);
            if (joined != old[i])
            {
                old[i] = joined;
                changed = true;
            }
        }

        return changed;
    }

    private Known Read(int register, Known[] state) =>
        register < 0 ? Known.Anything
        : variableOf[register] is >= 0 and int v ? state[v]
        : values[register];

    private bool Write(int register, Known value, Known[] state)
    {
        if (register < 0)
            return false;
        if (variableOf[register] is >= 0 and int v)
        {
            state[v] = value;
            written?.Invoke(v, value);
            return false;
        }

        Known joined = Known.Join(values[register], value);
        bool changed = joined != values[register];
        values[register] = joined;
        return changed;
    }

    /// <returns>Whether a register with one definition changed.</returns>
    private bool Step(int i, Known[] state)
    {
        ref Instruction instruction = ref function.Code[i];
        switch (instruction.Op)
        {
            case Op.Const:
                return Write(instruction.Dst, ConstantOf(instruction), state);
            case Op.Move:
                return Write(instruction.Dst, Read(instruction.A, state), state);
            case Op.Binary:
                return Write(
                    instruction.Dst,
                    Compute(
                        (BinaryOp)instruction.X,
                        Read(instruction.A, state),
                        Read(instruction.B, state),
                        function.RegisterTypes[instruction.Dst].Kind
                    ),
                    state
                );
            case Op.Not:
                Known operand = Read(instruction.A, state);
                return Write(
                    instruction.Dst,
                    operand switch
                    {
                        { Kind: KnownKind.Constant, Value: bool b } => Known.Constant(!b),
                        { Kind: KnownKind.Nothing } => operand,
                        _ => Known.Anything,
                    },
                    state
                );
            case Op.IsOneOf:
                Known tested = Read(instruction.A, state);
                return Write(
                    instruction.Dst,
                    tested switch
                    {
                        { Kind: KnownKind.Constant } => Known.Constant(
                            ((object?[])function.Constants[instruction.X]!).Any(c => Same(c, tested.Value))
                        ),
                        { Kind: KnownKind.Nothing } => tested,
                        _ => Known.Anything,
                    },
                    state
                );
            case Op.LoadField:
                return Write(instruction.Dst, program.Field(function.Members[instruction.X]), state);
            case Op.Call:
                return StepCall(instruction, state);
            case Op.Return:
                Returned = Known.Join(Returned, Read(instruction.A, state));
                return false;
            default:
                return Write(instruction.Dst, Known.Anything, state);
        }
    }

    /// <summary>Array initialisers begin as an empty constant; they are objects, not constants.</summary>
    private Known ConstantOf(in Instruction instruction)
    {
        object? value = function.Constants[instruction.X];
        return value is null && function.RegisterTypes[instruction.Dst].Name.EndsWith(']') ? Known.Anything : Known.Constant(value);
    }

    private bool StepCall(in Instruction instruction, Known[] state)
    {
        CallSite site = function.Calls[instruction.X];
        for (int i = 0; i < site.Arguments.Length && i < 64; i++)
        {
            if ((site.ByRef & (1UL << i)) != 0)
                Write(site.Arguments[i], Known.Anything, state);
        }

        Known result = Known.Anything;
        if (
            site.Target is { Kind: MemberKind.Constructor, Type: "System.Text.RegularExpressions.Regex" }
            && site.Arguments.Length > 0
            && Read(site.Arguments[0], state) is { Value: string pattern }
        )
            result = Known.Constant(new RegexConstant(pattern));
        else if (site.Target.Name == "Interpolate" && site.Target.Type == "System.String")
            result = Concatenate(site.Arguments, state);
        else if (KnownText.Of(site, register => Read(register, state)) is { } text)
            result = text;
        else if (site.Target.Type == "System.Math")
            result = Mathematics(site, state);
        else if (site.Callees.Length == 1 && site.Local is null)
            result = program.Result(site.Callees[0]);
        return Write(instruction.Dst, result, state);
    }

    private Known Mathematics(CallSite site, Known[] state)
    {
        double[] values = new double[site.Arguments.Length];
        for (int i = 0; i < values.Length; i++)
        {
            Known known = Read(site.Arguments[i], state);
            if (known.Kind == KnownKind.Nothing)
                return known;
            if (!known.IsConstant || !Known.TryNumber(known.Value, out values[i]))
                return Known.Anything;
        }

        return (site.Target.Name, values) switch
        {
            ("Pow", [var x, var y]) => Known.Constant(Math.Pow(x, y)),
            ("Sqrt", [var x]) => Known.Constant(Math.Sqrt(x)),
            ("Abs", [var x]) => Known.Constant(Math.Abs(x)),
            ("Floor", [var x]) => Known.Constant(Math.Floor(x)),
            ("Ceiling", [var x]) => Known.Constant(Math.Ceiling(x)),
            ("Min", [var x, var y]) => Known.Constant(Math.Min(x, y)),
            ("Max", [var x, var y]) => Known.Constant(Math.Max(x, y)),
            _ => Known.Anything,
        };
    }

    private Known Concatenate(int[] parts, Known[] state)
    {
        var text = new System.Text.StringBuilder();
        foreach (int part in parts)
        {
            Known known = Read(part, state);
            if (known.Kind == KnownKind.Nothing)
                return known;
            if (!known.IsConstant || text.Length > 4096)
                return Known.Anything;
            text.Append(Convert.ToString(known.Value, CultureInfo.InvariantCulture));
        }

        return Known.Constant(text.ToString());
    }

    public static bool Same(object? a, object? b) =>
        Known.TryInteger(a, out long x) && Known.TryInteger(b, out long y) ? x == y : Equals(a, b);

    private static Known Compute(BinaryOp op, Known a, Known b, ValueKind kind)
    {
        if (a.Kind == KnownKind.Nothing || b.Kind == KnownKind.Nothing)
            return Known.Nothing;
        if (a.IsConstant && b.IsConstant)
        {
            switch (op)
            {
                case BinaryOp.Equal:
                    return Known.Constant(Same(a.Value, b.Value));
                case BinaryOp.NotEqual:
                    return Known.Constant(!Same(a.Value, b.Value));
                case BinaryOp.And when a.Value is bool x && b.Value is bool y:
                    return Known.Constant(x && y);
                case BinaryOp.Or when a.Value is bool x && b.Value is bool y:
                    return Known.Constant(x || y);
                case BinaryOp.Add when kind == ValueKind.Text:
                    string text =
                        Convert.ToString(a.Value, CultureInfo.InvariantCulture) + Convert.ToString(b.Value, CultureInfo.InvariantCulture);
                    return text.Length > 4096 ? Known.Anything : Known.Constant(text);
                default:
                    break;
            }
        }

        if (
            (a.Value is double or float || b.Value is double or float)
            && Known.TryNumber(a.Value, out double left)
            && Known.TryNumber(b.Value, out double right)
        )
            return Floating(op, left, right);
        if (op is BinaryOp.And && (a.Value is false || b.Value is false))
            return Known.Constant(false);
        if (op is BinaryOp.Or && (a.Value is true || b.Value is true))
            return Known.Constant(true);
        return a.TryRange(out long lowA, out long highA) && b.TryRange(out long lowB, out long highB)
            ? Ranges(op, lowA, highA, lowB, highB)
            : Known.Anything;
    }

    private static Known Floating(BinaryOp op, double a, double b) =>
        op switch
        {
            BinaryOp.Add => Known.Constant(a + b),
            BinaryOp.Subtract => Known.Constant(a - b),
            BinaryOp.Multiply => Known.Constant(a * b),
            BinaryOp.Divide => Known.Constant(a / b),
            BinaryOp.Less => Known.Constant(a < b),
            BinaryOp.LessOrEqual => Known.Constant(a <= b),
            BinaryOp.Greater => Known.Constant(a > b),
            BinaryOp.GreaterOrEqual => Known.Constant(a >= b),
            BinaryOp.Equal => Known.Constant(a == b),
            BinaryOp.NotEqual => Known.Constant(a != b),
            _ => Known.Anything,
        };

    private static Known Ranges(BinaryOp op, long lowA, long highA, long lowB, long highB)
    {
        const long Huge = 1L << 40;
        bool small = lowA > -Huge && highA < Huge && lowB > -Huge && highB < Huge;
        switch (op)
        {
            case BinaryOp.Add when small:
                return Known.Range(lowA + lowB, highA + highB);
            case BinaryOp.Subtract when small:
                return Known.Range(lowA - highB, highA - lowB);
            case BinaryOp.Multiply when small && lowA == highA && lowB == highB && Math.Abs(lowA) < 1 << 20 && Math.Abs(lowB) < 1 << 20:
                return Known.Constant(lowA * lowB);
            case BinaryOp.Divide when lowA == highA && lowB == highB && lowB != 0 && small:
                return Known.Constant(lowA / lowB);
            case BinaryOp.Remainder when lowA == highA && lowB == highB && lowB != 0 && small:
                return Known.Constant(lowA % lowB);
            case BinaryOp.Less when highA < lowB:
            case BinaryOp.LessOrEqual when highA <= lowB:
            case BinaryOp.Greater when lowA > highB:
            case BinaryOp.GreaterOrEqual when lowA >= highB:
            case BinaryOp.NotEqual when highA < lowB || lowA > highB:
                return Known.Constant(true);
            case BinaryOp.Less when lowA >= highB:
            case BinaryOp.LessOrEqual when lowA > highB:
            case BinaryOp.Greater when highA <= lowB:
            case BinaryOp.GreaterOrEqual when highA < lowB:
            case BinaryOp.Equal when highA < lowB || lowA > highB:
                return Known.Constant(false);
            default:
                return Known.Anything;
        }
    }
}

/// <summary>Constants beyond one function: fields that are written once with a constant, functions that always return one.</summary>
internal sealed class ProgramConstants
{
    private const int MaxDepth = 8;

    private readonly IrProgram program;
    private readonly Dictionary<int, (int Function, int Instruction, bool Once)> stores = [];
    private readonly Dictionary<int, Known> fields = [];
    private readonly Dictionary<int, Known> results = [];
    private readonly Dictionary<(int Function, int Index), Known> parameters = [];
    private readonly Dictionary<int, ConstantPropagation> analyses = [];
    private int depth;

    public ProgramConstants(IrProgram program)
    {
        this.program = program;
        foreach (IrFunction function in program.Functions)
        {
            for (int i = 0; i < function.Code.Length; i++)
            {
                ref Instruction instruction = ref function.Code[i];
                if (instruction.Op != Op.StoreField)
                    continue;
                int step = function.Members[instruction.X].Step;
                stores[step] = (function.Id, i, !stores.ContainsKey(step));
            }
        }
    }

    public ConstantPropagation Of(IrFunction function)
    {
        if (!analyses.TryGetValue(function.Id, out ConstantPropagation? analysis))
        {
            depth++;
            analysis = new ConstantPropagation(function, this);
            depth--;
            analyses[function.Id] = analysis;
        }

        return analysis;
    }

    /// <summary>The value of a source field that one initialiser, and nothing else, writes.</summary>
    public Known Field(MemberRef member)
    {
        if (member is { Type: "System.String", Name: "Empty" })
            return Known.Constant("");
        if (!member.IsSource || member.Kind != MemberKind.Field)
            return Known.Anything;
        if (fields.TryGetValue(member.Step, out Known known))
            return known;
        fields[member.Step] = Known.Anything;
        if (!stores.TryGetValue(member.Step, out (int Function, int Instruction, bool Once) store) || !store.Once || depth > MaxDepth)
            return Known.Anything;
        IrFunction function = program.Functions[store.Function];
        bool isInitializer = function.Key.EndsWith('=') || function.Key.Contains("#cctor", StringComparison.Ordinal);
        if (isInitializer)
            known = Of(function).Of(function.Code[store.Instruction].B);
        if (!known.IsConstant)
            known = Known.Anything;
        fields[member.Step] = known;
        return known;
    }

    /// <summary>The one place that writes a source field, if there is only one.</summary>
    public (FunctionFacts Facts, int Register, int Instruction)? OnlyStore(MemberRef member)
    {
        if (!member.IsSource || !stores.TryGetValue(member.Step, out (int Function, int Instruction, bool Once) store) || !store.Once)
            return null;
        IrFunction function = program.Functions[store.Function];
        return (new FunctionFacts(function, Of(function), this), function.Code[store.Instruction].B, store.Instruction);
    }

    private const int MaxCallers = 16;

    /// <summary>A flag or number that every call in sight gives with the same constant.</summary>
    public Known Parameter(IrFunction function, int index)
    {
        if (
            function.RegisterTypes[function.Parameters[index]].Kind is not (ValueKind.Bool or ValueKind.Number)
            || function.Implements.Length > 0
            || (index < 64 && (function.ByRef & (1UL << index)) != 0)
            || program.Doors.Contains(function.Id)
            || program.IsValue(function.Id)
            || program.Callers[function.Id] is not { Count: > 0 and <= MaxCallers } callers
            || depth > MaxDepth
        )
            return Known.Anything;
        if (parameters.TryGetValue((function.Id, index), out Known known))
            return known;
        parameters[(function.Id, index)] = Known.Anything;
        known = Known.Nothing;
        foreach ((int caller, int instruction) in callers)
        {
            known = Known.Join(known, Argument(program.Functions[caller], instruction, index, function));
            if (!known.IsConstant)
                return Known.Anything;
        }

        parameters[(function.Id, index)] = known;
        return known;
    }

    private Known Argument(IrFunction caller, int instruction, int index, IrFunction callee)
    {
        CallSite site = caller.Calls[caller.Code[instruction].X];
        if (index >= site.Arguments.Length || caller.Id == callee.Id || (caller.InTestCode && !callee.InTestCode))
            return Known.Anything;
        int block = Array.FindIndex(caller.Blocks, b => instruction >= b.First && instruction < b.End);
        return block < 0 ? Known.Anything : Of(caller).At(site.Arguments[index], block, instruction);
    }

    public Known Result(int function)
    {
        if (results.TryGetValue(function, out Known known))
            return known;
        results[function] = Known.Anything;
        if (depth > MaxDepth || program.Functions[function].Code.Length > 500)
            return Known.Anything;
        known = Of(program.Functions[function]).Returned;
        if (!known.IsConstant)
            known = Known.Anything;
        results[function] = known;
        return known;
    }
}
