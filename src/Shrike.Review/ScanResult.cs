using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Rules;

namespace Shrike.Review;

/// <summary>All that a scan established. Everything but <see cref="Timings"/> is a function of the input alone.</summary>
public sealed record ScanResult
{
    /// <summary>Absolute path of the scanned root.</summary>
    public required string Root { get; init; }

    /// <summary>Open findings, most severe first, then by place.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Findings that someone silenced; kept for the archive.</summary>
    public required IReadOnlyList<Finding> Suppressed { get; init; }

    public required IReadOnlyList<Rule> Rules { get; init; }
    public required IReadOnlyList<EntryPoint> EntryPoints { get; init; }
    public required IReadOnlyList<LedgerEntry> Ledger { get; init; }
    public required IReadOnlyList<Problem> Problems { get; init; }
    public required Timings Timings { get; init; }

    /// <summary>What the repository's own settings narrowed, in sentences; shown in every summary.</summary>
    public IReadOnlyList<string> Narrowed { get; init; } = [];

    public long LinesAnalysed { get; init; }

    /// <summary>Whether every file and entry point was looked at; "clean" may only be said when true.</summary>
    public bool IsComplete => Ledger.All(entry => entry.State is not (LedgerState.Failed or LedgerState.PartlyAnalysed));
}

/// <summary>Wall-clock time of each phase, in order.</summary>
public sealed record Timings(IReadOnlyList<Phase> Phases)
{
    public TimeSpan Total => TimeSpan.FromTicks(Phases.Sum(phase => phase.Elapsed.Ticks));
}

public sealed record Phase(string Name, TimeSpan Elapsed);
