using System.Text.Json;
using System.Text.Json.Serialization;
using Shrike.Bench.Suites;

namespace Shrike.Bench.Runs;

/// <summary>What was measured, with what, on what. Everything that an outcome depends on is here.</summary>
public sealed record RunManifest
{
    public const int CurrentFormat = 1;

    public int Format { get; init; } = CurrentFormat;
    public required string Suite { get; init; }

    /// <summary>The commit of the suite's checkout, where it has one.</summary>
    public string? SuiteRevision { get; init; }

    /// <summary>SHA-256 of the labels of all cases, so that runs on different suites are not compared unawares.</summary>
    public required string LabelsHash { get; init; }
    public required string Contestant { get; init; }
    public required string ContestantVersion { get; init; }
    public required long Seed { get; init; }
    public required bool Blinded { get; init; }

    /// <summary>So many cases of each weakness and label; null for all.</summary>
    public int? SampleOfEach { get; init; }

    /// <summary>Changes made to the text that must not change an answer; null for none.</summary>
    public IReadOnlyList<string>? Perturbations { get; init; }
    public required int FilesPerBatch { get; init; }
    public required int Batches { get; init; }
    public required int Cases { get; init; }

    /// <summary>Why nothing was scanned; null when something was.</summary>
    public string? CannotRead { get; init; }

    /// <summary>Labels that could not be used.</summary>
    public int ProblemsOfSuite { get; init; }
    public required Machine Machine { get; init; }

    /// <summary>What a resumed run must agree on; the machine may be another one.</summary>
    [JsonIgnore]
    public string Identity => JsonSerializer.Serialize(this with { Machine = Machine.Unknown }, RunJson.Default.RunManifest);
}

public sealed record Machine(string System, string Architecture, int Processors, string Runtime)
{
    public static Machine Unknown { get; } = new("", "", 0, "");

    public static Machine This() =>
        new(
            global::System.Runtime.InteropServices.RuntimeInformation.OSDescription,
            global::System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant(),
            Environment.ProcessorCount,
            global::System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription
        );
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 16
)]
[JsonSerializable(typeof(RunManifest))]
[JsonSerializable(typeof(BatchOutput))]
[JsonSerializable(typeof(IReadOnlyList<BenchCase>))]
internal sealed partial class RunJson : JsonSerializerContext;
