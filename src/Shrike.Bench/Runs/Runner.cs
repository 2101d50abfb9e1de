using System.Diagnostics;
using Shrike.Bench.Contestants;
using Shrike.Bench.Perturbations;
using Shrike.Bench.Suites;

namespace Shrike.Bench.Runs;

public sealed record RunOptions
{
    public long Seed { get; init; } = 1;
    public bool Blinded { get; init; } = true;

    /// <summary>So many cases of each weakness and label; null for all.</summary>
    public int? SampleOfEach { get; init; }

    /// <summary>What is scanned in one go, and what a kill costs at most.</summary>
    public int FilesPerBatch { get; init; } = 500;

    /// <summary>Changes that must not change an answer; empty for the text as it is. Sorted.</summary>
    public IReadOnlyList<Perturbation> Perturbations { get; init; } = [];

    /// <summary>Threads; 0 for one a processor.</summary>
    public int Jobs { get; init; }

    /// <summary>No batch is begun after that; null for no limit.</summary>
    public TimeSpan? Budget { get; init; }
}

/// <summary>How far a run is.</summary>
public readonly record struct RunProgress(int Done, int Batches);

/// <summary>A run as it is planned: which cases, in which order, in which batches.</summary>
public sealed class Runner
{
    private readonly Suite suite;
    private readonly IContestant contestant;
    private readonly RunOptions options;
    private readonly Layout layout;
    private readonly IReadOnlyList<Scope>[] batches;

    /// <exception cref="RunException">The suite's language cannot be perturbed, and the options ask for it.</exception>
    public Runner(Suite suite, IContestant contestant, RunOptions options)
    {
        this.suite = suite;
        this.contestant = contestant;
        this.options = options;
        if (options.Perturbations.Count > 0 && PerturbationNames.CannotChange(suite.Declaration.Language) is { } reason)
            throw new RunException(reason);
        Cases = Scopes.Sample(suite.Declaration, suite.Cases, options.SampleOfEach);
        IReadOnlyList<Scope> scopes = Scopes.Shuffled(suite.Declaration, Cases, options.Seed);
        layout = new Layout(suite.Declaration, scopes, options.Blinded, options.Seed);
        if (contestant is IRecorded recorded)
            recorded.Locate(Paths(), [.. Cases.Select(c => c.Target).Where(t => t.Length > 0).Distinct()]);
        string? cannot = contestant.CannotRead(suite.Declaration.Language);
        batches = cannot is null ? [.. Scopes.Batches(scopes, options.FilesPerBatch)] : [];
        Manifest = new RunManifest
        {
            Suite = suite.Declaration.Id,
            SuiteRevision = suite.Revision,
            LabelsHash = RunFolder.HashOf(Cases),
            Contestant = contestant.Name,
            ContestantVersion = contestant.Version,
            Seed = options.Seed,
            Blinded = options.Blinded,
            SampleOfEach = options.SampleOfEach,
            Perturbations = options.Perturbations.Count == 0 ? null : [.. options.Perturbations.Select(PerturbationNames.Of)],
            FilesPerBatch = options.FilesPerBatch,
            Batches = batches.Length,
            Cases = Cases.Count,
            CannotRead = cannot,
            ProblemsOfSuite = suite.Problems.Count,
            Machine = Machine.This(),
        };
    }

    private Dictionary<string, string> Paths()
    {
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string staged, string original) in layout.All)
        {
            paths[original] = original;
            paths[staged] = original;
        }

        return paths;
    }

    public IReadOnlyList<BenchCase> Cases { get; }
    public RunManifest Manifest { get; }

    /// <summary>Does what the folder lacks. Returns early when the budget is spent; what is done by then is kept.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; finished batches are kept.</exception>
    public void Run(RunFolder folder, IProgress<RunProgress>? progress, CancellationToken cancel)
    {
        var stage = new Stage(suite, layout, options);
        var watch = Stopwatch.StartNew();
        for (int i = 0; i < batches.Length; i++)
        {
            cancel.ThrowIfCancellationRequested();
            if (!folder.Has(i + 1))
            {
                if (watch.Elapsed >= options.Budget)
                    return;
                folder.Add(Scan(i, stage, folder, cancel));
            }

            progress?.Report(new RunProgress(i + 1, batches.Length));
        }
    }

    /// <summary>Writes what a contestant would see, and nothing else.</summary>
    /// <returns>How many files could not be shown.</returns>
    public int WriteInput(string folder, CancellationToken cancel)
    {
        var stage = new Stage(suite, layout, options);
        return batches.Sum(batch => stage.Write(batch, folder, cancel).LeftOut.Count);
    }

    private BatchOutput Scan(int index, Stage stage, RunFolder run, CancellationToken cancel)
    {
        IReadOnlyList<Scope> scopes = batches[index];
        if (!contestant.NeedsInput)
        {
            // Its answers are about the perturbed text, which is made again to know where the lines went.
            Staged? unwritten = options.Perturbations.Count > 0 ? stage.Write(scopes, null, cancel) : null;
            var originals = scopes.SelectMany(layout.Of).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
            ContestantAnswer answer = contestant.Scan(new StagedBatch("", originals, Targets(scopes)), cancel);
            return Output(index, answer, unwritten, TimeSpan.Zero);
        }

        try
        {
            Staged staged = stage.Write(scopes, run.FreshInput(), cancel);
            var watch = Stopwatch.StartNew();
            ContestantAnswer answer = contestant.Scan(staged.Batch, cancel);
            return Output(index, answer, staged, watch.Elapsed);
        }
        finally
        {
            run.RemoveInput();
        }
    }

    private static string[] Targets(IReadOnlyList<Scope> scopes) => [.. scopes.Select(s => s.Cases[0].Target).Where(t => t.Length > 0)];

    private BatchOutput Output(int index, ContestantAnswer answer, Staged? staged, TimeSpan elapsed)
    {
        using var me = Process.GetCurrentProcess();
        return new BatchOutput
        {
            Number = index + 1,
            Scopes = [.. batches[index].Select(s => s.Id)],
            Findings = staged is null ? answer.Findings : [.. answer.Findings.Select(staged.Perturbed.Back)],
            Unseen = [.. staged is null || !contestant.NeedsInput ? [] : staged.LeftOut, .. answer.Unseen],
            Perturbed = staged?.Perturbed.Counts is { Count: > 0 } counts ? counts : null,
            Lines = answer.Lines,
            Seconds = Math.Round(elapsed.TotalSeconds, 3),
            PeakBytes = me.PeakWorkingSet64,
        };
    }
}
