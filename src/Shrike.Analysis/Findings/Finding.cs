namespace Shrike.Analysis.Findings;

/// <summary>A confirmed candidate with an identity that survives moved lines and repeated runs.</summary>
public sealed record Finding
{
    /// <summary>Twelve hexadecimal digits of <see cref="Fingerprint"/>; what a person types.</summary>
    public string Id => Fingerprint[..12];

    /// <summary>SHA-256 over rule, path, symbol, snippet and ordinal; never over line numbers. Lower-case hexadecimal.</summary>
    public required string Fingerprint { get; init; }

    public required Candidate Candidate { get; init; }
    public required Severity Severity { get; init; }

    /// <summary>Why the finding is not reported as new or open; null when it is open.</summary>
    public Suppression? Suppression { get; init; }

    public int Cwe => Candidate.Cwe ?? Candidate.Rule.Cwes[0];
}

/// <summary>Who silenced a finding, and why.</summary>
public sealed record Suppression(SuppressionKind Kind, string Reason, DateOnly? Until);

public enum SuppressionKind
{
    Comment,
    IgnoreFile,
    Configuration,
    Baseline,
    UnchangedCode,
}
