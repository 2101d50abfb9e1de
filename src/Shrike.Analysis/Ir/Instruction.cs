namespace Shrike.Analysis.Ir;

public enum Op : byte
{
    /// <summary>dst = Constants[x]</summary>
    Const,

    /// <summary>dst = a; also conversions: the register's type says what becomes of it</summary>
    Move,

    /// <summary>dst = a.member(x); a = -1 for a static</summary>
    LoadField,

    /// <summary>a.member(x) = b</summary>
    StoreField,

    /// <summary>dst = a[b]</summary>
    LoadElement,

    /// <summary>a[b] = c; b = -1 for an unknown index</summary>
    StoreElement,

    /// <summary>dst = Calls[x]</summary>
    Call,

    /// <summary>dst = a (BinaryOp)x b</summary>
    Binary,

    /// <summary>dst = !a</summary>
    Not,

    /// <summary>dst = a is one of Constants[x] (an object[])</summary>
    IsOneOf,

    /// <summary>dst = closure Closures[x]</summary>
    Closure,

    /// <summary>return a; a = -1 for nothing. Also yields: every element is returned.</summary>
    Return,
    Throw,
}

public enum BinaryOp : byte
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    And,
    Or,
    Xor,
    Other,
}

/// <summary>One step of a function. Registers are small integers; -1 is none.</summary>
public struct Instruction
{
    public Op Op;
    public int Dst;
    public int A;
    public int B;
    public int C;

    /// <summary>Index into the function's table for this operation, or the operator.</summary>
    public int X;

    /// <summary>UTF-16 offsets into the function's file.</summary>
    public int Start;
    public int Length;
}

/// <summary>A run of instructions with one entry. Ends by falling to <see cref="Next"/>, or branching on
/// <see cref="Condition"/> to <see cref="WhenTrue"/> or <see cref="Next"/>.</summary>
public sealed class Block
{
    public int First;
    public int End;

    /// <summary>-1: leaves the function.</summary>
    public int Next = -1;

    /// <summary>A bool register, or -1.</summary>
    public int Condition = -1;
    public int WhenTrue = -1;

    /// <summary>Where control goes besides, after an exception anywhere in this block or through a finally.</summary>
    public int[] Extra = [];
}

public sealed class CallSite
{
    public required MemberRef Target { get; init; }

    /// <summary>-1 for static calls and constructions.</summary>
    public int Receiver { get; init; } = -1;

    /// <summary>In parameter order; -1 where left out.</summary>
    public int[] Arguments { get; set; } = [];

    /// <summary>Bit i: argument i is out or ref.</summary>
    public ulong ByRef { get; init; }

    /// <summary>`base.M()`: no dispatch.</summary>
    public bool IsBase { get; init; }

    /// <summary>A local function called directly; null otherwise.</summary>
    public IrFunction? Local { get; set; }

    /// <summary>Possible callees with source; set by <see cref="IrProgram"/>.</summary>
    public int[] Callees { get; set; } = [];
}

/// <summary>A function value with the registers of the enclosing function it captures, in order of the function's
/// <see cref="IrFunction.Captures"/>.</summary>
public sealed class ClosureSite
{
    /// <summary>A lambda; or null for a method group, then <see cref="Method"/>.</summary>
    public IrFunction? Function { get; init; }
    public MemberRef? Method { get; init; }
    public int Receiver { get; init; } = -1;
    public int[] Captured { get; set; } = [];
    public int[] Callees { get; set; } = [];
}
