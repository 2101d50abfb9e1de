using Shrike.Analysis.Facts;
using Shrike.Review;

namespace Shrike.Cli;

/// <summary>Exit codes; documented in the README and never reused.</summary>
internal static class Exit
{
    /// <summary>Complete, nothing at or above the threshold.</summary>
    public const int Clean = 0;

    /// <summary>Complete, with findings at or above the threshold.</summary>
    public const int Findings = 1;

    /// <summary>Wrong usage or configuration.</summary>
    public const int Usage = 2;

    /// <summary>Something was not looked at, whatever was found.</summary>
    public const int Incomplete = 3;

    /// <summary>A model was asked for and could not be reached.</summary>
    public const int ModelUnavailable = 4;

    /// <summary>Stopped before anything was known.</summary>
    public const int Interrupted = 130;

    /// <param name="failOn">A severity's word, or "never".</param>
    public static int Of(ScanResult result, string failOn)
    {
        if (!result.IsComplete || HidesAll(result))
            return Incomplete;
        return failOn != "never" && result.Findings.Any(f => f.Severity >= Thresholds.Parse(failOn)) ? Findings : Clean;
    }

    /// <summary>A repository that leaves out all of itself, or every rule that was asked for, has not been found clean.</summary>
    public static bool HidesAll(ScanResult result) =>
        result.Narrowed.Count > 0
        && (
            result.Rules.Count == 0
            || !result.Ledger.Any(e => e.State is LedgerState.Analysed or LedgerState.PartlyAnalysed && e.Kind == LedgerKind.File)
        );
}

/// <summary>What the program says on standard error, each with the remedy.</summary>
internal static class Messages
{
    public const string Help = "'shrike --help' shows the commands, 'shrike scan --help' its options";
    public const string Interrupted = "interrupted; nothing was reported";
    public const string InterruptedScan = "interrupted; what is known by now is reported, and the ledger names the rest";
    public const string HidesAll =
        "the repository's own settings left nothing to look for or nothing to look at; this says nothing about its code";

    public static string NoRule(string id, string? near) =>
        $"there is no rule '{id}'{(near is null ? "" : $", did you mean '{near}'?")}; 'shrike rules list' shows them all";

    public static string NoFinding(string id) => $"no finding '{id}' here; name the paths that were scanned: shrike explain {id} PATH";

    public static string ManyFindings(string id, int count) => $"'{id}' is the beginning of {count} findings; give more digits";

    public static string NoPath(string message) => $"{message}; give a folder or a file that does";

    public static string NoRuleFolder(string folder) => $"rule folder {folder} does not exist; give one that does to --rules";

    public static string NotWritten(string path, string reason) => $"{path} cannot be written: {reason.TrimEnd('.')}; choose another place";

    public static string Defect(Exception e) =>
        $"a defect in Shrike stopped it: {e.GetType().Name}: {e.Message}; please report it with the command line{Environment.NewLine}{e.StackTrace}";
}

/// <summary>A mistake of the user's: said in one line that names the remedy, exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
