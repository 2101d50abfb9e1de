using System.Collections.Concurrent;

namespace Shrike.Analysis.Ir;

/// <summary>How much an attacker can say through a value of a type.</summary>
public enum ValueKind : byte
{
    /// <summary>Not known: treated like text.</summary>
    Unknown,
    Text,

    /// <summary>Numbers, dates, GUIDs, enums, characters: an identifier or a size, no text to inject.</summary>
    Number,
    Bool,
    Object,
    Delegate,
    Void,
}

/// <summary>A type by name, with all that it derives from and implements.</summary>
public sealed class TypeRef(
    string name,
    ValueKind kind,
    string[] bases,
    bool isSource,
    bool isResolved,
    string? element = null,
    ValueKind elementKind = default
)
{
    /// <summary>Qualified, without type arguments: "System.Collections.Generic.List". For an unresolved type the name as written.</summary>
    public string Name { get; } = name;
    public ValueKind Kind { get; } = kind;

    /// <summary>Base types and interfaces, all of them.</summary>
    public string[] Bases { get; } = bases;
    public bool IsSource { get; } = isSource;
    public bool IsResolved { get; } = isResolved;

    /// <summary>The type argument of a one-argument generic or the element type of an array; null otherwise.</summary>
    public string? Element { get; } = element;

    /// <summary>What the element is; unknown where there is none.</summary>
    public ValueKind ElementKind { get; } = elementKind;

    public static TypeRef Unknown { get; } = new("?", ValueKind.Unknown, [], false, false);

    public bool Is(string type) => Name == type || Array.IndexOf(Bases, type) >= 0;

    public override string ToString() => Name;
}

public enum MemberKind : byte
{
    Method,
    Constructor,
    Getter,
    Setter,
    Field,
}

/// <summary>A member as a call site or an access sees it. Interned: one object a member.</summary>
public sealed class MemberRef
{
    private static readonly ConcurrentDictionary<string, int> Steps = new(StringComparer.Ordinal);

    private static int lastStep;
    private int step;

    /// <summary>Unique with its signature; equals <see cref="IrFunction.Key"/> where the member has source.</summary>
    public required string Key { get; init; }
    public required string Type { get; init; }
    public required string Name { get; init; }
    public required MemberKind Kind { get; init; }

    /// <summary>The declaring type, what it overrides or implements, and the receiver's static type with its bases: the types by
    /// which a rule may name this member.</summary>
    public string[] Owners { get; init; } = [];
    public string[] ParameterNames { get; init; } = [];
    public TypeRef Result { get; init; } = TypeRef.Unknown;
    public bool IsResolved { get; init; }
    public bool IsStatic { get; init; }
    public bool IsSource { get; init; }

    /// <summary>Called like an instance method; <see cref="CallSite.Arguments"/> holds the receiver at 0.</summary>
    public bool IsExtension { get; init; }

    /// <summary>The step of an access path that this member stands for, when read or written as a field.</summary>
    public int Step => step == 0 ? step = StepOf(StepKey) : step;

    /// <summary>What the step is known by beyond this process.</summary>
    public string StepKey => RootKey ?? Key;

    /// <summary>The key of the property that this one overrides or implements, so that both are one step.</summary>
    public string? RootKey { get; init; }

    /// <summary>The number of a step by its key; the same for equal keys.</summary>
    public static int StepOf(string key) => Steps.GetOrAdd(key, static _ => Interlocked.Increment(ref lastStep));

    public string Display => Kind == MemberKind.Constructor ? $"new {Short(Type)}" : $"{Short(Type)}.{Name}";

    private static string Short(string type) => type[(type.LastIndexOf('.') + 1)..];

    public override string ToString() => Key;
}
