using System.Diagnostics.CodeAnalysis;

namespace Shrike.Analysis.Findings;

/// <summary>A CVSS v4.0 base vector and its score (0.0 to 10.0, one decimal).</summary>
public sealed record Cvss4(string Vector, double Score)
{
    private const string Prefix = "CVSS:4.0/";

    // The eleven base metrics in the order that the specification fixes; values from the most severe down, so that a
    // value's index is its severity distance in steps.
    private static readonly (string Name, string Values)[] Metrics =
    [
        ("AV", "NALP"),
        ("AC", "LH"),
        ("AT", "NP"),
        ("PR", "NLH"),
        ("UI", "NPA"),
        ("VC", "HLN"),
        ("VI", "HLN"),
        ("VA", "HLN"),
        ("SC", "HLN"),
        ("SI", "HLN"),
        ("SA", "HLN"),
    ];

    /// <exception cref="FormatException">Not a base vector: a metric is missing, unknown, repeated or out of order.</exception>
    public static Cvss4 Parse(string vector) =>
        TryParse(vector, out Cvss4? parsed) ? parsed : throw new FormatException($"not a CVSS v4.0 base vector: {vector}");

    /// <summary>Takes all eleven base metrics in their fixed order and nothing else: threat and environmental metrics
    /// belong to whoever runs the code, not to a rule.</summary>
    public static bool TryParse([NotNullWhen(true)] string? vector, [NotNullWhen(true)] out Cvss4? parsed)
    {
        parsed = null;
        if (vector is null || !vector.StartsWith(Prefix, StringComparison.Ordinal))
            return false;
        string[] parts = vector[Prefix.Length..].Split('/', Metrics.Length + 1);
        if (parts.Length != Metrics.Length)
            return false;

        Span<int> levels = stackalloc int[Metrics.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            (string name, string values) = Metrics[i];
            string part = parts[i];
            if (part.Length != name.Length + 2 || part[name.Length] != ':' || !part.StartsWith(name, StringComparison.Ordinal))
                return false;
            levels[i] = values.IndexOf(part[^1], StringComparison.Ordinal);
            if (levels[i] < 0)
                return false;
        }

        parsed = new Cvss4(vector, (double)Cvss4Score.Of(levels));
        return true;
    }

    /// <summary>The specification's bands; a score of 0.0 ("none") counts as low here, since a rule exists for it.</summary>
    public static Severity Band(double score) =>
        score switch
        {
            >= 9.0 => Severity.Critical,
            >= 7.0 => Severity.High,
            >= 4.0 => Severity.Medium,
            _ => Severity.Low,
        };
}
