using Shrike.Bench.Runs;

namespace Shrike.Bench.Scoring;

/// <summary>What became of one case.</summary>
public sealed record Outcome
{
    public required string Case { get; init; }

    /// <summary>The row of the table it counts in.</summary>
    public required string Category { get; init; }
    public required bool IsVulnerable { get; init; }

    /// <summary>The contestant reported what the label is about. Right for a vulnerable case, wrong for a safe one.</summary>
    public required bool IsFlagged { get; init; }

    /// <summary>Looked at; what was not looked at is not flagged, and counted apart.</summary>
    public required bool IsAnalysed { get; init; }

    /// <summary>Where chance is drawn from: the application for suites of applications, the case itself elsewhere.</summary>
    public required string Cluster { get; init; }

    /// <summary>The finding that decided, where one did.</summary>
    public RawFinding? By { get; init; }

    public bool IsRight => IsVulnerable == IsFlagged;
}

/// <summary>All outcomes of a run.</summary>
/// <param name="Extra">Findings that no label speaks of and that the suite's rules count as false alarms.</param>
public sealed record Judgement(IReadOnlyList<Outcome> Outcomes, IReadOnlyList<ExtraAlarm> Extra);

/// <summary>A finding that no label speaks of.</summary>
public sealed record ExtraAlarm(string Cluster, string Category, RawFinding Finding);
