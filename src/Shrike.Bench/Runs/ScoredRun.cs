using Shrike.Bench.Perturbations;
using Shrike.Bench.Scoring;
using Shrike.Bench.Suites;

namespace Shrike.Bench.Runs;

/// <summary>A run and what it comes to; made from what is on disk alone.</summary>
public sealed record ScoredRun
{
    public required RunManifest Manifest { get; init; }
    public required SuiteDeclaration Suite { get; init; }
    public required Judgement Judgement { get; init; }
    public required Scores Scores { get; init; }

    /// <summary>How many of the batches are there; below <see cref="RunManifest.Batches"/> the run is unfinished.</summary>
    public required int BatchesDone { get; init; }
    public required int Findings { get; init; }
    public required int PartlyAnalysed { get; init; }
    public required long Lines { get; init; }

    /// <summary>What perturbations changed; empty where there were none.</summary>
    public IReadOnlyList<PerturbationCount> Perturbed { get; init; } = [];
    public required double Seconds { get; init; }
    public required long PeakBytes { get; init; }

    /// <summary>What the recorded batches cost; zero for what costs nothing.</summary>
    public Spending Spent { get; init; }

    /// <summary>The same rules, but a weakness near the label's in the tree is as good as the label's. Never the headline.</summary>
    public Scores? ByTree { get; init; }

    /// <summary>The points that the suite's authors give; null for suites without.</summary>
    public CastlePoints? Points { get; init; }

    /// <summary>Findings after those of one CWE group in one function were made one.</summary>
    public int MergedFindings { get; init; }
    public IReadOnlyList<BenchCase> Cases { get; init; } = [];
    public RawOutput Output { get; init; } = new([], []);
    public IReadOnlyList<Unseen> Unseen { get; init; } = [];

    /// <summary>All was done, and every case of it was looked at.</summary>
    public bool IsWhole => IsComplete && Scores.Total.NotAnalysed == 0;

    public bool IsComplete => BatchesDone == Manifest.Batches && Manifest.CannotRead is null;

    /// <summary>How much there is to read for a person: findings in a thousand lines, merged; null where lines were not counted.</summary>
    public double? FindingsPerThousandLines => Lines == 0 ? null : 1000.0 * MergedFindings / Lines;

    /// <exception cref="RunException">Something of the run is damaged.</exception>
    public static ScoredRun Of(RunFolder folder) => Of(folder.Manifest, folder.Cases, [.. folder.Outputs()]);

    /// <param name="outputs">Those that are there, each once.</param>
    /// <exception cref="RunException">The suite is not known.</exception>
    internal static ScoredRun Of(RunManifest manifest, IReadOnlyList<BenchCase> cases, IReadOnlyList<BatchOutput> outputs)
    {
        SuiteDeclaration suite =
            SuiteDeclarations.Find(manifest.Suite)
            ?? throw new RunException($"the run is of a suite '{manifest.Suite}' that this program does not know");
        IJudge judge = Judges.For(suite);
        var output = new RawOutput(
            outputs.SelectMany(o => o.Findings),
            outputs.SelectMany(o => o.Unseen).Where(u => !u.Partly).Select(u => u.Path),
            outputs.Count == manifest.Batches && manifest.CannotRead is null ? null : FilesOf(outputs, cases)
        );
        Judgement judgement = judge.Judge(cases, output);
        Task<Scores> byTree = Task.Run(() => Scores.Of(judge.Judge(cases, output, byTree: true), judge.Headline, (ulong)manifest.Seed));
        return new ScoredRun
        {
            Manifest = manifest,
            Suite = suite,
            Judgement = judgement,
            Scores = Scores.Of(judgement, judge.Headline, (ulong)manifest.Seed),
            ByTree = byTree.GetAwaiter().GetResult(),
            Points = judge is CastleJudge ? CastlePoints.Of(cases, output) : null,
            MergedFindings = Merging.Groups(output.AsRecorded).Count(),
            Cases = cases,
            Output = output,
            Unseen = [.. outputs.SelectMany(o => o.Unseen)],
            BatchesDone = outputs.Count,
            Findings = outputs.Sum(o => o.Findings.Count),
            PartlyAnalysed = outputs.Sum(o => o.Unseen.Count(u => u.Partly)),
            Perturbed = PerturbationCount.Sum(outputs.SelectMany(o => o.Perturbed ?? [])),
            Lines = outputs.Sum(o => o.Lines),
            Seconds = outputs.Sum(o => o.Seconds),
            PeakBytes = outputs.Select(o => o.PeakBytes).DefaultIfEmpty().Max(),
            Spent = outputs.Aggregate(default(Spending), (sum, o) => sum + (o.Spent ?? default)),
        };
    }

    /// <summary>The suite that was run on, to show code from.</summary>
    /// <exception cref="SuiteException">There is no such suite below the path.</exception>
    /// <exception cref="RunException">It is another state of it.</exception>
    public Suite SuiteAt(string path, CancellationToken cancel)
    {
        Suite suite = SuiteCatalogue.Read(Suite, path, cancel);
        return RunFolder.HashOf(Scopes.Sample(Suite, suite.Cases, Manifest.SampleOfEach)) == Manifest.LabelsHash
            ? suite
            : throw new RunException($"the suite in {path} has other labels than the run: its code would be shown beside the wrong cases");
    }

    private static IEnumerable<string> FilesOf(IReadOnlyList<BatchOutput> outputs, IReadOnlyList<BenchCase> cases)
    {
        var scopes = outputs.SelectMany(o => o.Scopes).ToHashSet(StringComparer.Ordinal);
        return cases.Where(c => scopes.Contains(Scopes.Key(c))).Select(c => c.Path);
    }
}
