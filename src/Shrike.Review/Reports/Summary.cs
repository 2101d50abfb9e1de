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

    /// <summary>The message as a headline.</summary>
    public static string Headline(Finding finding)
    {
        string message = finding.Candidate.Message;
        return message.Length == 0 ? finding.Candidate.Rule.Title : char.ToUpperInvariant(message[0]) + message[1..];
    }

    /// <summary>The enclosing function for people: without the kind that documentation ids begin with.</summary>
    public static string Function(Finding finding) => finding.Candidate.Symbol is [_, ':', .. var name] ? name : finding.Candidate.Symbol;

    /// <summary>What to write on the finding's line or the line above, in the comment of its language.</summary>
    public static string IgnoreComment(Finding finding)
    {
        string words = $"shrike:ignore {finding.Candidate.Rule.Id}: reason";
        return Path.GetExtension(finding.Candidate.Where.Path).ToLowerInvariant() switch
        {
            ".cshtml" or ".razor" => $"@* {words} *@",
            ".aspx" or ".ascx" or ".master" => $"<%-- {words} --%>",
            ".config" or ".xml" or ".csproj" or ".props" or ".targets" => $"<!-- {words} -->",
            _ => $"// {words}",
        };
    }
}
