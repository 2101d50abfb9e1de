using System.Text.Json.Serialization;
using Shrike.Bench.Runs;
using Shrike.Bench.Scoring;
using Shrike.Bench.Suites;

namespace Shrike.Bench.Bundles;

/// <summary>A finished run in one file, to be shown to others: nothing of the suite's code in it, nothing private of the tester, and all that
/// is needed to score it again.</summary>
public sealed record Bundle
{
    public const int CurrentFormat = 1;

    public required int Format { get; init; }

    /// <summary>The version of Shrike that wrote it.</summary>
    public required string Program { get; init; }

    /// <summary>What the tester wants to be called; null for nothing.</summary>
    public string? Tester { get; init; }
    public required RunManifest Manifest { get; init; }

    /// <summary>The labels, sorted by id.</summary>
    public required IReadOnlyList<BenchCase> Cases { get; init; }

    /// <summary>All of them, in order.</summary>
    public required IReadOnlyList<BatchOutput> Batches { get; init; }
    public required StatedScores Scores { get; init; }

    /// <summary>SHA-256 over everything else, in lower case.</summary>
    public required string Seal { get; init; }
}

/// <summary>What a bundle claims to come to.</summary>
public sealed record StatedScores
{
    /// <summary>The suite's own figure.</summary>
    public double? Main { get; init; }
    public double? Macro { get; init; }
    public double? Precision { get; init; }
    public double? Recall { get; init; }
    public double? F1 { get; init; }
    public double? F2 { get; init; }
    public required int Findings { get; init; }
    public required IReadOnlyList<StatedRow> Rows { get; init; }

    public static StatedScores Of(ScoredRun run) =>
        new()
        {
            Main = run.Scores.Main.Value,
            Macro = run.Scores.Macro.Value,
            Precision = run.Scores.Precision.Value,
            Recall = run.Scores.Recall.Value,
            F1 = run.Scores.F1.Value,
            F2 = run.Scores.F2.Value,
            Findings = run.Findings,
            Rows = [.. run.Scores.Rows.Select(StatedRow.Of)],
        };
}

/// <summary>One category as claimed.</summary>
public sealed record StatedRow(
    string Category,
    int TruePositives,
    int FalseNegatives,
    int FalsePositives,
    int TrueNegatives,
    int Extra,
    int NotAnalysed
)
{
    public static StatedRow Of(ScoreRow row) =>
        new(
            row.Category,
            row.Tally.TruePositives,
            row.Tally.FalseNegatives,
            row.Tally.FalsePositives,
            row.Tally.TrueNegatives,
            row.Tally.Extra,
            row.NotAnalysed
        );
}

// Strict: what is missing, unknown, repeated or null is an error, so that nothing in a bundle goes unread.
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    MaxDepth = BundleFile.MaxDepth
)]
[JsonSerializable(typeof(Bundle))]
internal sealed partial class BundleJson : JsonSerializerContext;
