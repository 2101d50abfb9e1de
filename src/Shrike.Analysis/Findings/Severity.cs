namespace Shrike.Analysis.Findings;

/// <summary>The qualitative bands of CVSS v4: low up to 3.9, medium to 6.9, high to 8.9, critical above.</summary>
public enum Severity
{
    Low = 1,
    Medium = 2,
    High = 3,
    Critical = 4,
}
