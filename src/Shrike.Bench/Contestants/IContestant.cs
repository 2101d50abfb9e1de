using Shrike.Bench.Runs;

namespace Shrike.Bench.Contestants;

/// <summary>Something that looks for vulnerabilities and can be measured.</summary>
public interface IContestant
{
    string Name { get; }

    /// <summary>Tells builds apart: two runs of one version must be comparable.</summary>
    string Version { get; }

    /// <summary>Whether files must be laid out on disk for it; recorded answers need none.</summary>
    bool NeedsInput { get; }

    /// <summary>Why it can say nothing about this language; null when it can.</summary>
    string? CannotRead(string language);

    /// <summary>Called for several batches at a time where the run allows that.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; nothing of the batch counts.</exception>
    /// <exception cref="BudgetSpentException">From the meter; nothing of the batch counts.</exception>
    ContestantAnswer Scan(StagedBatch batch, CancellationToken cancel);
}

/// <param name="Findings">Paths as the suite names them.</param>
/// <param name="PeakBytes">Of the programs that were run; 0 when it ran in this one.</param>
public sealed record ContestantAnswer(IReadOnlyList<RawFinding> Findings, IReadOnlyList<Unseen> Unseen, long Lines, long PeakBytes = 0);

/// <summary>What is scanned in one go.</summary>
/// <param name="Folder">Where the files lie; empty when the contestant needs none.</param>
/// <param name="Originals">From the path below the folder to the path in the suite.</param>
/// <param name="Targets">The applications of the batch; findings anywhere in them count.</param>
public sealed record StagedBatch(string Folder, IReadOnlyDictionary<string, string> Originals, IReadOnlyList<string> Targets)
{
    /// <summary>Where a contestant that costs tokens or money says so.</summary>
    public Meter Meter { get; init; } = new();
}

/// <summary>A contestant whose answers were recorded elsewhere, by paths that must be traced back.</summary>
public interface IRecorded
{
    /// <summary>Called once before any batch.</summary>
    /// <param name="originals">Of all batches: from the path as it is staged, and as the suite has it, to the latter.</param>
    /// <param name="targets">All applications of the suite.</param>
    void Locate(IReadOnlyDictionary<string, string> originals, IReadOnlyCollection<string> targets);
}
