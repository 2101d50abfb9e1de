using Shrike.Analysis.Findings;
using Shrike.Analysis.Ir;
using Shrike.Analysis.Rules;

namespace Shrike.Analysis.Taint;

/// <summary>Where a value stands at a call: an argument's index, or one of these.</summary>
internal static class Place
{
    public const int Return = -2;
    public const int Receiver = -1;

    /// <summary>Every argument (not the receiver).</summary>
    public const int AllArguments = -3;
}

// One object for each statement about a member, compared by identity: they are keys in the innermost loop.

internal sealed class Source(MemberSpec spec, SourceKind kind, string description, int[] places, ulong contexts)
{
    public MemberSpec Spec { get; } = spec;
    public SourceKind Kind { get; } = kind;
    public string Description { get; } = description;
    public int[] Places { get; } = places;
    public ulong Contexts { get; } = contexts;
}

internal sealed class Sink(Rule rule, MemberSpec spec, int[] places, ulong context)
{
    public Rule Rule { get; } = rule;
    public MemberSpec Spec { get; } = spec;
    public int[] Places { get; } = places;
    public ulong Context { get; } = context;
}

internal sealed class Sanitizer(MemberSpec spec, int[] places, ulong clears)
{
    public MemberSpec Spec { get; } = spec;
    public int[] Places { get; } = places;
    public ulong Clears { get; } = clears;
}

internal sealed class Guard(GuardSpec spec, int[] places, ulong clears)
{
    public GuardSpec Spec { get; } = spec;
    public int[] Places { get; } = places;
    public ulong Clears { get; } = clears;
}

internal sealed class Propagator(MemberSpec spec, int[] from, int[] to)
{
    public MemberSpec Spec { get; } = spec;
    public int[] From { get; } = from;
    public int[] To { get; } = to;
}

/// <summary>All that the catalogue says of one member; computed once a member.</summary>
internal sealed class MemberFacts
{
    public static readonly MemberFacts None = new();

    /// <summary>No rule takes what passes through the member for more or less dangerous than before.</summary>
    public bool IsIndifferent => Sources.Length + Sinks.Length + Sanitizers.Length + Guards.Length == 0;

    public Source[] Sources = [];
    public Sink[] Sinks = [];
    public Sanitizer[] Sanitizers = [];
    public Guard[] Guards = [];
    public Propagator[] Propagators = [];
    public (Rule Rule, PatternSpec Pattern)[] Patterns = [];
}
