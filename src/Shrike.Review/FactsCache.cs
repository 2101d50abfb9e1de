using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Rules;
using Shrike.Analysis.Sources;
using Shrike.Review.Reports;

namespace Shrike.Review;

/// <summary>What analysis established before, kept outside every repository and named by all that it depends on: Shrike's own
/// build, the options, the rules, and the content of every file. Sizes and dates of files are not trusted in place of their
/// content, since an archive sets them as it likes.</summary>
/// <param name="folder">Only the user may write there; otherwise nothing is read or written.</param>
/// <param name="ruleFolders">Where the user's own rules were loaded from.</param>
public sealed class FactsCache(string folder, IReadOnlyList<string> ruleFolders)
{
    private static readonly string NoFingerprint = new('0', 64);

    /// <summary>Bytes of all entries; the longest unused go first.</summary>
    public long MaxTotalBytes { get; init; } = 512L << 20;

    /// <summary>Bytes of one entry before compression; what is larger is not kept.</summary>
    public long MaxEntryBytes { get; init; } = 256L << 20;

    public static string DefaultFolder =>
        Path.Combine(
            Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } home && Path.IsPathRooted(home)
                ? home
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
            "shrike"
        );

    /// <summary>What was established about the very same tree, or else what <paramref name="analyse"/> establishes now, with what is
    /// known of files that have not changed.</summary>
    public Codebase Get(
        SourceTree tree,
        RuleCatalogue rules,
        AnalysisOptions options,
        Func<IFactsStore?, Codebase> analyse,
        CancellationToken cancel
    )
    {
        if (CacheFolder.Open(folder, MaxTotalBytes, MaxEntryBytes) is not { } entries)
            return analyse(null);
        if (CacheKey.Of(tree, ruleFolders, options, cancel) is not { } key)
            return analyse(entries);
        if (Find(entries, key, tree, rules) is { } known)
            return known;
        Codebase code = analyse(entries);
        if (code.IsInterrupted)
            return code;
        // A file that changed or failed meanwhile would be remembered under the name of its former content.
        bool isWhole = code.Ledger.Count(IsFailed) == tree.Ledger.Count(IsFailed);
        if (isWhole && CacheKey.Of(tree, ruleFolders, options, cancel) == key)
            entries.Keep(key, Pack(key, code));
        return code;
    }

    private static bool IsFailed(LedgerEntry entry) => entry.State == LedgerState.Failed;

    private static Codebase? Find(CacheFolder entries, string key, SourceTree tree, RuleCatalogue rules)
    {
        if (entries.Find(key) is not { } json)
            return null;
        try
        {
            ScanResult saved = SavedRun.Read(new MemoryStream(json));
            return saved.Root == key ? Restore(saved, tree, rules) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static Codebase? Restore(ScanResult saved, SourceTree tree, RuleCatalogue rules)
    {
        var live = rules.Rules.ToDictionary(r => r.Id, StringComparer.Ordinal);
        var paths = tree.Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        foreach (Candidate candidate in saved.Findings.Select(f => f.Candidate))
        {
            IEnumerable<SourceSpan> places = candidate.Flows.SelectMany(f => f.Steps).Select(s => s.Where).Prepend(candidate.Where);
            if (!live.ContainsKey(candidate.Rule.Id) || places.Any(p => !paths.Contains(p.Path) || p.StartLine < 1 || p.StartColumn < 1))
                return null;
        }

        return new Codebase
        {
            Candidates = [.. saved.Findings.Select(f => f.Candidate with { Rule = live[f.Candidate.Rule.Id], Severity = f.Severity })],
            EntryPoints = saved.EntryPoints,
            Ledger = saved.Ledger,
            Problems = saved.Problems,
            Lines = saved.LinesAnalysed,
            Phases = [],
        };
    }

    private static ReadOnlySpan<byte> Pack(string key, Codebase code)
    {
        var result = new ScanResult
        {
            Root = key,
            Findings =
            [
                .. code.Candidates.Select(c => new Finding
                {
                    Candidate = c,
                    Fingerprint = NoFingerprint,
                    Severity = c.Severity ?? c.Rule.Severity,
                }),
            ],
            Suppressed = [],
            Rules = [],
            EntryPoints = code.EntryPoints,
            Ledger = code.Ledger,
            Problems = code.Problems,
            Timings = new Timings([]),
            LinesAnalysed = code.Lines,
        };
        var json = new MemoryStream();
        JsonReport.Write(result, "", json);
        return json.GetBuffer().AsSpan(0, (int)json.Length);
    }
}
