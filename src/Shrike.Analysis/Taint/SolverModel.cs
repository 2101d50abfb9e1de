using Shrike.Analysis.Findings;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>How a fact came to be; a chain of these, with the summaries it passed through, is a path.</summary>
/// <param name="At">The instruction that made it; -1 where the context begins.</param>
/// <param name="Exit">The fact inside a callee that this one came back from.</param>
internal sealed record Node(TaintContext Context, int At, int Register, int Path, Node? Previous, ExitFact? Exit, string? Source);

internal enum ExitKind : byte
{
    Return,
    This,
    Parameter,
    Capture,
    Exception,

    /// <summary>A static, or a field of an object that lives beyond this call: the index is the step.</summary>
    Static,

    /// <summary>Handed to a view: read there by the member with this step.</summary>
    View,

    /// <summary>Stored (a database): the index is the step.</summary>
    Stored,
}

internal readonly record struct ExitKey(ExitKind Kind, int Index, int Path);

internal sealed record ExitFact(ExitKey Key, Node Node, ulong Mask);

/// <summary>A sink reached inside a context: in this function, or through a call of it.</summary>
internal sealed record Hit(Sink Sink, IrFunction Function, int Instruction, Node Node, Hit? Inner)
{
    /// <summary>The instruction of the node's own function: the sink, or the call through which it is reached.</summary>
    public int At { get; init; } = Instruction;
    public ulong Mask { get; set; }
}

/// <summary>A call through which a context was entered.</summary>
internal sealed record Entrance(TaintContext Caller, int Instruction, Node Node, CallEdge Edge, ulong Mask);

/// <summary>How registers of caller and callee correspond at one call.</summary>
/// <param name="Arguments">Caller's registers by the callee's parameter.</param>
/// <param name="Captured">Caller's registers by the callee's capture, or empty.</param>
internal sealed record CallEdge(int Callee, int Receiver, int[] Arguments, int[] Captured, int Result, ulong ByRef, bool ReturnsResult);

/// <summary>One function under one assumption: an untrusted path on entry, or (register -1) none, for what arises inside.</summary>
internal sealed class TaintContext(FunctionFacts facts, int register, int path, SourceKind source, int variant = 0)
{
    public FunctionFacts Facts { get; } = facts;
    public IrFunction Function => Facts.Function;
    public int Register { get; } = register;
    public int Path { get; } = path;
    public SourceKind Source { get; } = source;
    public bool IsZero => Register < 0;

    /// <summary>What the calls through which it is entered decide: of <see cref="CallConstants"/>.</summary>
    public int Variant { get; } = variant;

    /// <summary>Contexts in which a fact at a point (instruction, or block entry as -block-1) is still dangerous.</summary>
    public Dictionary<(int Point, int Register, int Path), ulong> Seen { get; } = [];
    public Dictionary<ExitKey, ulong> Left { get; } = [];

    /// <summary>One for each set of contexts that left together, so that each is explained by its own way.</summary>
    public List<ExitFact> Exits { get; } = [];
    public Dictionary<(Sink, int, int), Hit> Hits { get; } = [];
    public Dictionary<(TaintContext, int, int, int), ulong> Entered { get; } = [];
    public List<Entrance> Entrances { get; } = [];
}

/// <summary>A sink that data of a source reaches.</summary>
internal sealed record TaintResult(Hit Hit, SourceKind Source);
