using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;

namespace Shrike.Review.Reports;

/// <summary>The sentences that every report says the same way.</summary>
public static class Summary
{
    /// <summary>The truth about coverage, first of all.</summary>
    public static string Coverage(ScanResult result)
    {
        int analysed = Files(result, LedgerState.Analysed),
            partly = Files(result, LedgerState.PartlyAnalysed),
            failed = Files(result, LedgerState.Failed);
        int doorsUnfinished = result.Ledger.Count(e =>
            e is { Kind: LedgerKind.EntryPoint, State: LedgerState.Failed or LedgerState.PartlyAnalysed }
        );
        string doors = Count(result.EntryPoints.Count, "entry point");
        var parts = new List<string>();
        if (failed > 0)
            parts.Add($"{failed} of {Count(analysed + partly + failed, "file")} could not be analysed");
        if (partly > 0)
            parts.Add(failed > 0 ? $"{partly} only in part" : $"{partly} of {Count(analysed + partly, "file")} analysed only in part");
        if (doorsUnfinished > 0)
            parts.Add($"{doorsUnfinished} of {doors} not followed to the end");
        string text =
            parts.Count > 0 ? $"Incomplete: {string.Join(", ", parts)}" : $"Complete: {Count(analysed, "file")} analysed, {doors}";
        if (Files(result, LedgerState.Ignored) is > 0 and var ignored)
            text += $", {ignored} left out by ignore rules";
        if (Files(result, LedgerState.Skipped) is > 0 and var skipped)
            text += $", {skipped} skipped (generated, binary or not source)";
        if (result.Narrowed.Count > 0)
            text += ", narrowed by the repository's own settings";
        if (analysed + partly == 0)
            text += "; nothing was analysed";
        return text + ".";
    }

    private static int Files(ScanResult result, LedgerState state) =>
        result.Ledger.Count(e => e.Kind == LedgerKind.File && e.State == state);

    public static string Findings(ScanResult result)
    {
        if (result.Findings.Count == 0)
            return result.IsComplete && result.Ledger.Any(e => e.State == LedgerState.Analysed)
                ? "Nothing found."
                : "Nothing found in what was analysed.";
        string bySeverity = string.Join(
            ", ",
            result
                .Findings.GroupBy(f => f.Severity)
                .OrderByDescending(g => g.Key)
                .Select(g => $"{g.Count()} {g.Key.ToString().ToLowerInvariant()}")
        );
        return $"{Count(result.Findings.Count, "finding")}: {bySeverity}.";
    }

    /// <summary>"3 findings not shown: 2 silenced by a comment, 1 in the baseline.", or null when none is.</summary>
    public static string? NotShown(ScanResult result) =>
        result.Suppressed.Count == 0
            ? null
            : $"{Count(result.Suppressed.Count, "finding")} not shown: {string.Join(", ", result.Suppressed.GroupBy(f => f.Suppression?.Kind).OrderBy(g => g.Key).Select(g => $"{g.Count()} {Words(g.Key)}"))}.";

    public static string Words(SuppressionKind? kind) =>
        kind switch
        {
            SuppressionKind.Comment => "silenced by a comment",
            SuppressionKind.Baseline => "in the baseline",
            SuppressionKind.UnchangedCode => "in unchanged code",
            SuppressionKind.IgnoreFile => "silenced by an ignore file",
            _ => "silenced by configuration",
        };

    /// <summary>What was not looked at, and what could not be read, each once.</summary>
    public static string[] Troubles(ScanResult result) =>
        [
            .. result
                .Ledger.Where(e => e.State is LedgerState.Failed or LedgerState.PartlyAnalysed)
                .OrderByDescending(e => e.State)
                .Select(e => $"{e.Name}: {e.Reason}")
                .Concat(result.Problems.Select(p => $"{p.Path}: {p.Message}"))
                .Distinct(),
        ];

    /// <summary>How an entry point is guarded, in words.</summary>
    public static string Guard(EntryPoint door) =>
        door.Guards.AllowsAnonymous ? "open to everybody" : door.Guards.Authorization ?? "no authorisation found";

    public static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";

    public static string Controls(Finding finding) =>
        finding.Candidate.Flows.FirstOrDefault() is { } flow
            ? flow.Source switch
            {
                SourceKind.Remote => $"Anyone who can send a request controls the {flow.SourceDescription}",
                SourceKind.Stored => $"Whoever wrote the stored data controls it ({flow.SourceDescription})",
                SourceKind.Local => $"The local user controls the {flow.SourceDescription}",
                SourceKind.PublicApi => $"Callers of the library control the {flow.SourceDescription}",
                SourceKind.Literal => "The value is written in the code: whoever can read the code or the program knows it",
                _ => "",
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
