namespace Shrike.Review.Reports;

/// <summary>One way to show a scan's result. Writes everything to the writer; never closes it.</summary>
public interface IReport
{
    void Write(ScanResult result, ReportContext context, TextWriter output);
}

/// <summary>What a report may ask beyond the result.</summary>
/// <param name="Lines">The lines of a scanned file (index 0 is line 1), or null when it can no longer be read.</param>
/// <param name="Color">Whether ANSI colours may be used.</param>
/// <param name="Version">Shrike's own version.</param>
/// <param name="Width">Columns of the terminal.</param>
/// <param name="Paths">What was scanned, as a shell takes it; "" for the current folder. Identities hold only for the same root.</param>
public sealed record ReportContext(
    Func<string, IReadOnlyList<string>?> Lines,
    bool Color,
    string Version,
    int Width = 100,
    string Paths = ""
);
