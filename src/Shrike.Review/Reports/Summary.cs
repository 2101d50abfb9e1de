using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;

namespace Shrike.Review.Reports;

/// <summary>The sentences that every report says the same way.</summary>
public static class Summary
{
    /// <summary>The truth about coverage, first of all.</summary>
    public static string Coverage(ScanResult result)
    {
        LedgerEntry[] files = [.. result.Ledger.Where(e => e.Kind == LedgerKind.File)];
        int analysed = files.Count(e => e.State == LedgerState.Analysed);
        int partly = files.Count(e => e.State == LedgerState.PartlyAnalysed);
        int failed = files.Count(e => e.State == LedgerState.Failed);
        int ignored = files.Count(e => e.State == LedgerState.Ignored);
        string text = result.IsComplete
            ? $"Complete: {Count(analysed, "file")} analysed, {Count(result.EntryPoints.Count, "entry point")}"
            : $"Incomplete: {Count(failed, "file")} not analysed, {partly} only partly, {analysed} analysed, {Count(result.EntryPoints.Count, "entry point")}";
        if (ignored > 0)
            text += $", {ignored} left out by ignore rules";
        if (result.Narrowed.Count > 0)
            text += ", narrowed by the repository's own settings";
        if (analysed + partly == 0)
            text += "; nothing was analysed";
        return text + ".";
    }

    public static string Findings(ScanResult result)
    {
        if (result.Findings.Count == 0)
            return result.IsComplete && result.Ledger.Any(e => e.State == LedgerState.Analysed) ? "Nothing found." : "Nothing found in what was analysed.";
        string bySeverity = string.Join(", ", result.Findings.GroupBy(f => f.Severity).OrderByDescending(g => g.Key).Select(g => $"{g.Count()} {g.Key.ToString().ToLowerInvariant()}"));
        return $"{Count(result.Findings.Count, "finding")}: {bySeverity}.";
    }

    public static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";

    public static string Controls(Finding finding) =>
        finding.Candidate.Flows.FirstOrDefault() is { } flow
            ? flow.Source switch
            {
                SourceKind.Remote => $"Anyone who can send a request controls the {flow.SourceDescription}",
                SourceKind.Stored => $"Whoever wrote the stored data controls it ({flow.SourceDescription})",
                SourceKind.Local => $"The local user controls the {flow.SourceDescription}",
                SourceKind.PublicApi => $"Callers of the library control the {flow.SourceDescription}",
                _ => "The value is written in the code",
            }
            : "";
}
