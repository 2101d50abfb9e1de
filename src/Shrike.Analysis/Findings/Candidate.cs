using Shrike.Analysis.Facts;
using Shrike.Analysis.Rules;

namespace Shrike.Analysis.Findings;

/// <summary>A place that may be vulnerable, with its evidence.</summary>
public sealed record Candidate
{
    public required Rule Rule { get; init; }

    /// <summary>Where the flaw is: the sink of a flow, or the place itself.</summary>
    public required SourceSpan Where { get; init; }

    /// <summary>One sentence that stands alone, without trailing full stop.</summary>
    public required string Message { get; init; }

    /// <summary>Qualified name of the enclosing function or element; part of the finding's identity.</summary>
    public required string Symbol { get; init; }

    /// <summary>The sink's text with white space folded; part of the finding's identity.</summary>
    public required string Snippet { get; init; }

    /// <summary>All paths that reach the place, the shortest from the most dangerous source first. Empty without flow.</summary>
    public IReadOnlyList<Flow> Flows { get; init; } = [];

    /// <summary>An entry point from which the place is reached, where known.</summary>
    public EntryPoint? EntryPoint { get; init; }

    /// <summary>The most specific weakness; the rule's first CWE unless the place says more.</summary>
    public int? Cwe { get; init; }

    /// <summary>Lower than the rule's severity where the evidence is weaker.</summary>
    public Severity? Severity { get; init; }

    /// <summary>The place lies in test code.</summary>
    public bool InTestCode { get; init; }
}
