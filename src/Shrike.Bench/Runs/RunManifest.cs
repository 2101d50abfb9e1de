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
    public required int FilesPerBatch { get; init; }
    public required int Batches { get; init; }
    public required int Cases { get; init; }

    /// <summary>Why nothing was scanned; null when something was.</summary>
    public string? CannotRead { get; init; }

    /// <summary>Labels that could not be used.</summary>
    public int ProblemsOfSuite { get; init; }
    public required Machine Machine { get; init; }

    // What follows came later: null in older records, and where it does not apply.
    /// <summary>The build that laid out the input and kept the record.</summary>
    public string? Harness { get; init; }
    public ModelUse? Model { get; init; }

    /// <summary>What the contestant was run with, sorted.</summary>
    public IReadOnlyDictionary<string, string>? Settings { get; init; }

    /// <summary>When it was begun.</summary>
    public DateOnly? Begun { get; init; }

    /// <summary>The part that is done here; null for all of it.</summary>
    public Shard? Shard { get; init; }

    /// <summary>Which of several runs of the same thing, from 1, for contestants that do not answer the same each time.</summary>
    public int? Epoch { get; init; }

    /// <summary>What a resumed run must agree on; machine and day may be others.</summary>
    [JsonIgnore]
    public string Identity => JsonSerializer.Serialize(this with { Machine = Machine.Unknown, Begun = null }, RunJson.Default.RunManifest);

    /// <summary>What the shards of one run agree on.</summary>
    [JsonIgnore]
    public string WholeIdentity => (this with { Shard = null }).Identity;

    /// <summary>What the repeated runs of one contestant agree on.</summary>
    [JsonIgnore]
    public string RepeatedIdentity => (this with { Shard = null, Epoch = null }).Identity;
}

/// <summary>Everything about a model that its answers hang on.</summary>
public sealed record ModelUse
{
    public required string Name { get; init; }

    /// <summary>SHA-256 of the weights; null where a server keeps them.</summary>
    public string? Hash { get; init; }
    public string? Quantisation { get; init; }

    /// <summary>What ran it, with version.</summary>
    public string? Engine { get; init; }

    /// <summary>From the name of a prompt to the SHA-256 of its text.</summary>
    public IReadOnlyDictionary<string, string>? Prompts { get; init; }
    public double? Temperature { get; init; }
    public int? ContextTokens { get; init; }
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
[JsonSerializable(typeof(Spending))]
[JsonSerializable(typeof(IReadOnlyList<BenchCase>))]
internal sealed partial class RunJson : JsonSerializerContext;
