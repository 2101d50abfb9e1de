using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Shrike.Analysis;
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

    /// <summary>Which of several runs of the same thing; null for the only one.</summary>
    public int? Epoch { get; init; }

    /// <summary>What is scanned in one go, and what a kill costs at most.</summary>
    public int FilesPerBatch { get; init; } = 500;

    /// <summary>Changes that must not change an answer; empty for the text as it is. Sorted.</summary>
    public IReadOnlyList<Perturbation> Perturbations { get; init; } = [];

    /// <summary>Threads; 0 for one a processor.</summary>
    public int Jobs { get; init; }

    /// <summary>Batches at a time; a contestant uses <see cref="Jobs"/> threads for each.</summary>
    public int Parallel { get; init; } = 1;

    /// <summary>The part to be done; null for all of it.</summary>
    public Shard? Shard { get; init; }

    /// <summary>No batch is begun once it is used up.</summary>
    public Budget Budget { get; init; } = new();

    /// <summary>For the record.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>The settings that an input follows from, as a record has them.</summary>
    public static RunOptions Of(RunManifest manifest) =>
        new()
        {
            Seed = manifest.Seed,
            Blinded = manifest.Blinded,
            SampleOfEach = manifest.SampleOfEach,
            FilesPerBatch = manifest.FilesPerBatch,
            Perturbations = manifest.Perturbations is { Count: > 0 } names ? PerturbationNames.Parse(string.Join(',', names)) : [],
        };
}

/// <summary>How far a run is.</summary>
public readonly record struct RunProgress(int Done, int Batches);

/// <summary>How a call ended.</summary>
/// <param name="Limit">Which limit stopped it, as a sentence begins; null when all was done.</param>
/// <param name="Undone">Numbers of the batches that are still to do here.</param>
/// <param name="CasesUndone">Cases in them.</param>
public sealed record RunEnd(string? Limit, IReadOnlyList<int> Undone, int CasesUndone);

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
        if (options.Shard is { } shard && cannot is null && shard.Number > batches.Length)
            throw new RunException(
                $"there is nothing for shard {shard}: the run has {batches.Length} batch{(batches.Length == 1 ? "" : "es")}; divide it in fewer, or make batches of fewer files, the same for all shards"
            );
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
            Harness = Harness(),
            Model = (contestant as IDescribed)?.Model,
            Settings = Sorted((contestant as IDescribed)?.Settings),
            Begun = options.Today,
            Shard = options.Shard,
            Epoch = options.Epoch,
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

    /// <summary>Does what the folder lacks. Returns early when the budget is used up; what is done by then is kept.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; finished batches are kept.</exception>
    public RunEnd Run(RunFolder folder, IProgress<RunProgress>? progress, CancellationToken cancel)
    {
        int[] mine = [.. Enumerable.Range(1, batches.Length).Where(n => options.Shard?.Has(n) != false)];
        int[] left = [.. mine.Where(n => !folder.Has(n))];
        folder.RemoveInput();
        options.Budget.Start(folder.Spent, folder.Save);
        var stage = new Stage(suite, layout, options);
        int done = mine.Length - left.Length;
        string? limit = null;
        try
        {
            Together(left.Length, Do, cancel);
        }
        finally
        {
            folder.RemoveInput();
        }

        int[] undone = [.. left.Where(n => !folder.Has(n))];
        return new RunEnd(limit, undone, undone.Sum(n => batches[n - 1].Sum(s => s.Cases.Count)));

        void Do(int i)
        {
            if (Volatile.Read(ref limit) is not null)
                return;
            try
            {
                options.Budget.ThrowIfReached();
                folder.Add(Scan(left[i] - 1, stage, folder, cancel));
                progress?.Report(new RunProgress(Interlocked.Increment(ref done), mine.Length));
            }
            catch (BudgetSpentException e)
            {
                Volatile.Write(ref limit, e.Message);
            }
        }
    }

    private void Together(int count, Action<int> body, CancellationToken cancel)
    {
        if (options.Parallel <= 1)
        {
            for (int i = 0; i < count; i++)
            {
                cancel.ThrowIfCancellationRequested();
                body(i);
            }

            return;
        }

        try
        {
            StackedThreads.For(count, body, options.Parallel, cancel);
        }
        catch (InvalidOperationException e) when (e.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
        }
    }

    /// <summary>What the contestant was shown of a batch, by its hash; nothing is written.</summary>
    /// <param name="number">From 1.</param>
    internal string HashOfInput(int number, CancellationToken cancel) =>
        new Stage(suite, layout, options).WithoutWriting(batches[number - 1], cancel).Hash;

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
        var meter = new Meter(options.Budget);
        var watch = new Stopwatch();
        if (!contestant.NeedsInput)
        {
            // Its answers are about the perturbed text, which is made again to know where the lines went.
            Staged? unwritten = options.Perturbations.Count > 0 ? stage.WithoutWriting(scopes, cancel) : null;
            var originals = scopes.SelectMany(layout.Of).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
            var recorded = new StagedBatch("", originals, Targets(scopes)) { Meter = meter };
            return Output(index, contestant.Scan(recorded, cancel), unwritten, meter, watch) with { Machine = Elsewhere(run) };
        }

        try
        {
            Staged staged = stage.Write(scopes, run.FreshInput(index + 1), cancel);
            watch.Start();
            ContestantAnswer answer = contestant.Scan(staged.Batch with { Meter = meter }, cancel);
            watch.Stop();
            return Output(index, answer, staged, meter, watch) with
            {
                Unseen = [.. staged.LeftOut, .. answer.Unseen],
                Input = staged.Hash,
                Machine = Elsewhere(run),
            };
        }
        finally
        {
            run.RemoveInput(index + 1);
        }
    }

    private Machine? Elsewhere(RunFolder run) => run.Manifest.Machine == Manifest.Machine ? null : Manifest.Machine;

    private static string[] Targets(IReadOnlyList<Scope> scopes) => [.. scopes.Select(s => s.Cases[0].Target).Where(t => t.Length > 0)];

    private BatchOutput Output(int index, ContestantAnswer answer, Staged? staged, Meter meter, Stopwatch watch)
    {
        using var me = Process.GetCurrentProcess();
        return new BatchOutput
        {
            Number = index + 1,
            Scopes = [.. batches[index].Select(s => s.Id)],
            Findings = Functions.Mark(staged is null ? answer.Findings : [.. answer.Findings.Select(staged.Perturbed.Back)], suite.Root),
            Unseen = answer.Unseen,
            Perturbed = staged?.Perturbed.Counts is { Count: > 0 } counts ? counts : null,
            Lines = answer.Lines > 0 ? answer.Lines : LinesOf(batches[index]),
            Seconds = Math.Round(watch.Elapsed.TotalSeconds, 3),
            PeakBytes = answer.PeakBytes > 0 ? answer.PeakBytes : me.PeakWorkingSet64,
            Spent = meter.Spent == default ? null : meter.Spent,
        };
    }

    /// <summary>Lines of what was laid out, for contestants that count none; of applications whose other files a recorded answer may speak of, none
    /// are known.</summary>
    private long LinesOf(IReadOnlyList<Scope> scopes) =>
        !contestant.NeedsInput && scopes.Any(s => s.Cases[0].Target.Length > 0)
            ? 0
            : scopes.SelectMany(s => s.Files).Distinct(StringComparer.Ordinal).Sum(file => Functions.LinesOf(suite.Root, file));

    // The same number for the same code on every machine: it blinds and keeps the record.
    private static string Harness() => $"{typeof(Runner).Module.ModuleVersionId:N}"[..8];

    private static SortedDictionary<string, string>? Sorted(IReadOnlyDictionary<string, string>? settings) =>
        settings is { Count: > 0 } ? new SortedDictionary<string, string>(settings.ToDictionary(), StringComparer.Ordinal) : null;
}
