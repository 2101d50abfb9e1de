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

internal sealed record Source(MemberSpec Spec, SourceKind Kind, string Description, int[] Places, ulong Contexts);

internal sealed record Sink(Rule Rule, MemberSpec Spec, int[] Places, ulong Context);

internal sealed record Sanitizer(MemberSpec Spec, int[] Places, ulong Clears);

internal sealed record Guard(GuardSpec Spec, int[] Places, ulong Clears);

internal sealed record Propagator(MemberSpec Spec, int[] From, int[] To);

/// <summary>All that the catalogue says of one member; computed once a member.</summary>
internal sealed class MemberFacts
{
    public static readonly MemberFacts None = new();

    public Source[] Sources = [];
    public Sink[] Sinks = [];
    public Sanitizer[] Sanitizers = [];
    public Guard[] Guards = [];
    public Propagator[] Propagators = [];
    public (Rule Rule, PatternSpec Pattern)[] Patterns = [];
}
