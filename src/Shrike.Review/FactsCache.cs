using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
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
    private const string Extension = ".facts";
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

    /// <summary>What was established about the very same tree, or else what <paramref name="analyse"/> establishes now.</summary>
    public Codebase Get(SourceTree tree, RuleCatalogue rules, AnalysisOptions options, Func<Codebase> analyse, CancellationToken cancel)
    {
        if (!IsPrivate() || CacheKey.Of(tree, ruleFolders, options, cancel) is not { } key)
            return analyse();
        if (Find(key, tree, rules) is { } known)
            return known;
        Codebase code = analyse();
        if (code.IsInterrupted)
            return code;
        // A file that changed or failed meanwhile would be remembered under the name of its former content.
        bool isWhole = code.Ledger.Count(IsFailed) == tree.Ledger.Count(IsFailed);
        if (isWhole && CacheKey.Of(tree, ruleFolders, options, cancel) == key)
            Keep(key, code);
        return code;
    }

    private static bool IsFailed(LedgerEntry entry) => entry.State == LedgerState.Failed;

    /// <summary>Makes the folder where it is missing, and refuses one that others may write to.</summary>
    private bool IsPrivate()
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
                return true;
            }

            if (Path.GetDirectoryName(folder) is { } parent)
                Directory.CreateDirectory(parent);
            var info = Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return info.LinkTarget is null && (info.UnixFileMode & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) == 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private Codebase? Find(string key, SourceTree tree, RuleCatalogue rules)
    {
        string path = Path.Combine(folder, key + Extension);
        try
        {
            if (!File.Exists(path) || new FileInfo(path) is { LinkTarget: not null } || new FileInfo(path).Length > MaxTotalBytes)
                return null;
            byte[] json = Unpack(path);
            ScanResult saved = SavedRun.Read(new MemoryStream(json));
            if (saved.Root != key || Restore(saved, tree, rules) is not { } code)
                return null;
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
            return code;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            // Damaged, foreign or vanished: as if it had never been; the next answer replaces it.
            return null;
        }
    }

    private byte[] Unpack(string path)
    {
        using FileStream file = File.OpenRead(path);
        byte[] sum = new byte[SHA256.HashSizeInBytes];
        file.ReadExactly(sum);
        using var packed = new GZipStream(file, CompressionMode.Decompress);
        using var json = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        while (packed.Read(buffer) is > 0 and var count)
        {
            json.Write(buffer, 0, count);
            if (json.Length > MaxEntryBytes)
                throw new InvalidDataException("larger than anything that is kept");
        }

        byte[] bytes = json.ToArray();
        return SHA256.HashData(bytes).AsSpan().SequenceEqual(sum) ? bytes : throw new InvalidDataException("not what was written");
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

    private void Keep(string key, Codebase code)
    {
        string path = Path.Combine(folder, key + Extension);
        string part = $"{path}.{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}.part";
        try
        {
            byte[] json = Pack(key, code);
            if (json.Length > MaxEntryBytes)
                return;
            using (FileStream file = File.Create(part))
            {
                file.Write(SHA256.HashData(json));
                using var packed = new GZipStream(file, CompressionLevel.Fastest);
                packed.Write(json);
            }

            File.Move(part, path, overwrite: true);
            Evict();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A full or read-only disk costs time at the next scan, nothing else.
            File.Delete(part);
        }
    }

    private static byte[] Pack(string key, Codebase code)
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
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        new JsonReport().Write(result, new ReportContext(_ => null, false, ""), text);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private void Evict()
    {
        long total = 0;
        foreach (
            FileInfo file in new DirectoryInfo(folder)
                .GetFiles()
                .OrderByDescending(f => f.LastWriteTimeUtc)
                .ThenBy(f => f.Name, StringComparer.Ordinal)
        )
        {
            total += file.Length;
            if (total > MaxTotalBytes)
                file.Delete();
        }
    }
}
