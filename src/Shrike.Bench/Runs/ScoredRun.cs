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

    public bool IsComplete => BatchesDone == Manifest.Batches && Manifest.CannotRead is null;

    /// <summary>How much there is to read for a person: findings in a thousand lines; null where lines were not counted.</summary>
    public double? FindingsPerThousandLines => Lines == 0 ? null : 1000.0 * Findings / Lines;

    /// <exception cref="RunException">Something of the run is damaged.</exception>
    public static ScoredRun Of(RunFolder folder)
    {
        RunManifest manifest = folder.Manifest;
        SuiteDeclaration suite =
            SuiteDeclarations.Find(manifest.Suite)
            ?? throw new RunException($"the run is of a suite '{manifest.Suite}' that this program does not know");
        BatchOutput[] outputs = [.. folder.Outputs()];
        IJudge judge = Judges.For(suite);
        var output = new RawOutput(
            outputs.SelectMany(o => o.Findings),
            outputs.SelectMany(o => o.Unseen).Where(u => !u.Partly).Select(u => u.Path),
            outputs.Length == manifest.Batches && manifest.CannotRead is null ? null : FilesOf(outputs, folder.Cases)
        );
        Judgement judgement = judge.Judge(folder.Cases, output);
        return new ScoredRun
        {
            Manifest = manifest,
            Suite = suite,
            Judgement = judgement,
            Scores = Scores.Of(judgement, judge.Headline, (ulong)manifest.Seed),
            BatchesDone = outputs.Length,
            Findings = outputs.Sum(o => o.Findings.Count),
            PartlyAnalysed = outputs.Sum(o => o.Unseen.Count(u => u.Partly)),
            Perturbed = PerturbationCount.Sum(outputs.SelectMany(o => o.Perturbed ?? [])),
            Lines = outputs.Sum(o => o.Lines),
            Seconds = outputs.Sum(o => o.Seconds),
            PeakBytes = outputs.Select(o => o.PeakBytes).DefaultIfEmpty().Max(),
        };
    }

    private static IEnumerable<string> FilesOf(BatchOutput[] outputs, IReadOnlyList<BenchCase> cases)
    {
        var scopes = outputs.SelectMany(o => o.Scopes).ToHashSet(StringComparer.Ordinal);
        return cases.Where(c => scopes.Contains(Scopes.Key(c))).Select(c => c.Path);
    }
}
