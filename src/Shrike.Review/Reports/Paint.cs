namespace Shrike.Review.Reports;

/// <summary>ANSI colours, or none.</summary>
internal sealed class Paint(bool color)
{
    public string Bold(string text) => In("1", text);

    public string Dim(string text) => In("2", text);

    public string Red(string text) => In("31", text);

    public string Yellow(string text) => In("33", text);

    public string Cyan(string text) => In("36", text);

    public string Severity(Analysis.Findings.Severity severity) =>
        In(
            severity switch
            {
                Analysis.Findings.Severity.Critical => "1;35",
                Analysis.Findings.Severity.High => "1;31",
                Analysis.Findings.Severity.Medium => "1;33",
                _ => "1;36",
            },
            severity.ToString().ToLowerInvariant()
        );

    private string In(string code, string text) => color && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}
