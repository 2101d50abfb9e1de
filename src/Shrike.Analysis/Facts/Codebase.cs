using Shrike.Analysis.Findings;

namespace Shrike.Analysis.Facts;

/// <summary>How to analyse.</summary>
public sealed record AnalysisOptions
{
    /// <summary>Threads; 0 for one a processor.</summary>
    public int Jobs { get; init; }

    /// <summary>Arguments of a library's public methods count as untrusted.</summary>
    public bool PublicApiIsSource { get; init; }

    /// <summary>Projects see what their references refer to, as they do for MSBuild's SDK. More binds, and more flows are followed
    /// through the state of services.</summary>
    public bool TransitiveProjectReferences { get; init; }
}

/// <summary>What a scan is doing, for people: "binding", 12 of 40.</summary>
public readonly record struct AnalysisProgress(string Phase, int Done, int Total);

/// <summary>All that program analysis established about a source tree.</summary>
public sealed record Codebase
{
    public required IReadOnlyList<EntryPoint> EntryPoints { get; init; }

    /// <summary>An entry for every file and every entry point.</summary>
    public required IReadOnlyList<LedgerEntry> Ledger { get; init; }
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>Places that may be vulnerable, sorted by place and rule.</summary>
    public required IReadOnlyList<Candidate> Candidates { get; init; }
    public long Lines { get; init; }

    /// <summary>Cancelled before the end; the ledger names what was not looked at.</summary>
    public bool IsInterrupted { get; init; }
    public IReadOnlyList<(string Name, TimeSpan Elapsed)> Phases { get; init; } = [];
}
