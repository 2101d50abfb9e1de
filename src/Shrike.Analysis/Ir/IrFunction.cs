using Shrike.Analysis.Findings;
using Shrike.Analysis.Sources;

namespace Shrike.Analysis.Ir;

/// <summary>A function as basic blocks over registers. Block 0 is the entry. Language-neutral.</summary>
public sealed class IrFunction
{
    public int Id { get; set; } = -1;

    /// <summary>Unique; stable across runs: qualified name with parameter types, and the file's mark.</summary>
    public required string Key { get; init; }

    /// <summary>The key without the mark: what people read, and what stays when a file moves.</summary>
    public string Symbol => SymbolKey.Symbol(Key);

    /// <summary>"OrdersController.Details".</summary>
    public required string Display { get; init; }
    public required CodeFile File { get; init; }
    public int Start { get; init; }
    public int Length { get; init; }

    /// <summary>The declaring type.</summary>
    public required TypeRef DeclaringType { get; init; }

    /// <summary>Register of the receiver, or -1. Parameters come after it, captures last.</summary>
    public int This { get; set; } = -1;
    public int[] Parameters { get; set; } = [];
    public string[] ParameterNames { get; set; } = [];

    /// <summary>Where each parameter is declared: offsets into the file.</summary>
    public (int Start, int Length)[] ParameterSpans { get; set; } = [];

    /// <summary>Registers that stand for variables of the enclosing function, shared with it.</summary>
    public int[] Captures { get; set; } = [];

    /// <summary>Bit i: parameter i is out or ref.</summary>
    public ulong ByRef { get; set; }

    /// <summary>Register that holds an exception in flight.</summary>
    public int Exception { get; set; } = -1;

    public Instruction[] Code { get; set; } = [];
    public Block[] Blocks { get; set; } = [];
    public TypeRef[] RegisterTypes { get; set; } = [];

    /// <summary>Names of the registers that are variables; null for temporaries.</summary>
    public string?[] RegisterNames { get; set; } = [];
    public object?[] Constants { get; set; } = [];
    public CallSite[] Calls { get; set; } = [];
    public ClosureSite[] Closures { get; set; } = [];
    public MemberRef[] Members { get; set; } = [];

    /// <summary>Keys of the members that this function overrides or implements.</summary>
    public string[] Implements { get; init; } = [];

    /// <summary>Private and without attributes: what does not call it here does not know it.</summary>
    public bool IsHidden { get; init; }
    public bool InTestCode => File.IsTest;

    public SourceSpan Span(in Instruction instruction) => File.Span(instruction.Start, instruction.Length);

    public SourceSpan Where => File.Span(Start, Length);
}

/// <summary>A parsed file: maps offsets to places in what the user wrote, through generated code where there is any.</summary>
public abstract class CodeFile(string path, bool isTest)
{
    public string Path { get; } = path;
    public bool IsTest { get; } = isTest;

    /// <summary>A page or view: HTML with code in it.</summary>
    public bool IsMarkup { get; init; }

    /// <summary>The version of the framework whose defaults hold, where they changed later; null where nothing is known.</summary>
    public Version? FrameworkVersion { get; init; }

    public abstract SourceSpan Span(int start, int length);

    /// <summary>The text of a span, as it stands in the code that was analysed.</summary>
    public abstract string Snippet(int start, int length);
}
