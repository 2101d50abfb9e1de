using System.Text.Json.Serialization;

namespace Shrike.Bench.Runs;

/// <summary>What a contestant said of a place, in the form every contestant can be brought to.</summary>
public sealed record RawFinding
{
    /// <summary>Relative to the suite, as the suite names it; blinding is undone.</summary>
    public required string Path { get; init; }

    /// <summary>From 1; 0 for the whole file.</summary>
    public required int Line { get; init; }
    public int EndLine { get; init; }

    /// <summary>The primary weakness; 0 where the contestant names none.</summary>
    public required int Cwe { get; init; }

    /// <summary>Further weaknesses that the contestant names for it; only figures that walk the tree look at them. Empty where it names one.</summary>
    [JsonIgnore]
    public IReadOnlyList<int> OtherCwes
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>As it is recorded: null instead of an empty list.</summary>
    [JsonPropertyName("otherCwes")]
    public IReadOnlyList<int>? RecordedOtherCwes
    {
        get => OtherCwes.Count == 0 ? null : OtherCwes;
        init => OtherCwes = value ?? [];
    }
    public required string Rule { get; init; }

    /// <summary>low, medium, high, critical, info; as the contestant says, in lower case.</summary>
    public required string Severity { get; init; }

    /// <summary>The function it lies in, where known.</summary>
    public string? Symbol { get; init; }
    public string? Message { get; init; }

    /// <summary>Line at which the outermost function around it begins; null outside of any, and in records older than this.</summary>
    public int? FunctionLine { get; init; }

    // Lists compare by identity, and repeated findings must be one after they were read from disk, too.
    public bool Equals(RawFinding? other) =>
        other is not null
        && (Path, Line, EndLine, Cwe, Rule, Severity, Symbol, Message, FunctionLine)
            == (
                other.Path,
                other.Line,
                other.EndLine,
                other.Cwe,
                other.Rule,
                other.Severity,
                other.Symbol,
                other.Message,
                other.FunctionLine
            )
        && OtherCwes.SequenceEqual(other.OtherCwes);

    public override int GetHashCode() => HashCode.Combine(Path, Line, EndLine, Cwe, Rule, Severity, Symbol, Message);
}

/// <summary>A file that was not, or not wholly, looked at.</summary>
public sealed record Unseen(string Path, bool Partly, string Reason);

/// <summary>All that a contestant said of one batch.</summary>
public sealed record BatchOutput
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>The scopes of the batch, so that a reader can tell that nothing is lost.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }
    public required IReadOnlyList<RawFinding> Findings { get; init; }
    public IReadOnlyList<Unseen> Unseen
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Lines of code looked at; 0 where unknown.</summary>
    public long Lines { get; init; }
    public double Seconds { get; init; }
    public long PeakBytes { get; init; }

    /// <summary>SHA-256 of the files as the contestant saw them, with their names; null where none were laid out.</summary>
    public string? Input { get; init; }

    /// <summary>null where nothing is paid for.</summary>
    public Spending? Spent { get; init; }

    /// <summary>Where it was done, if not on the machine of the manifest.</summary>
    public Machine? Machine { get; init; }
}
