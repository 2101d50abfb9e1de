using System.Security.Cryptography;
using Shrike.Bench.Runs;

namespace Shrike.Bench.Contestants;

/// <summary>Any scanner, by the SARIF log it wrote: over the suite itself, or over what <c>bench stage</c> laid out.</summary>
public sealed class SarifContestant : IContestant, IRecorded
{
    private readonly Sarif log;
    private readonly List<RawFinding> placed = [];

    private SarifContestant(Sarif log, string hash)
    {
        this.log = log;
        Name = string.Concat(log.Tool.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-')
            is { Length: > 0 } name
            ? name[..Math.Min(name.Length, 40)]
            : "unknown";
        Version = $"{log.Version}+{hash[..16]}";
    }

    public string Name { get; }
    public string Version { get; }
    public bool NeedsInput => false;

    /// <summary>What of the log could not be used, in sentences.</summary>
    public IReadOnlyList<string> Remarks
    {
        get
        {
            var remarks = new List<string>();
            if (log.WithoutPlace > 0)
                remarks.Add($"{log.WithoutPlace} results name no file and count for nothing");
            if (log.WithoutCwe > 0)
                remarks.Add($"{log.WithoutCwe} results name no weakness: they can match no label");
            if (log.Findings.Count - placed.Count is > 0 and int elsewhere)
                remarks.Add($"{elsewhere} results lie in files that are no part of the suite");
            return remarks;
        }
    }

    /// <exception cref="RunException">It is no SARIF log, or breaks off.</exception>
    public static SarifContestant Read(string path)
    {
        Sarif log = Sarif.Read(path);
        using FileStream stream = File.OpenRead(path);
        return new SarifContestant(log, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    public string? CannotRead(string language) => null;

    public void Locate(IReadOnlyDictionary<string, string> originals, IReadOnlyCollection<string> targets)
    {
        placed.Clear();
        foreach (RawFinding finding in log.Findings)
        {
            if (Original(finding.Path, originals, targets) is { } path)
                placed.Add(finding with { Path = path });
        }
    }

    public ContestantAnswer Scan(StagedBatch batch, CancellationToken cancel)
    {
        var files = batch.Originals.Values.ToHashSet(StringComparer.Ordinal);
        return new ContestantAnswer(
            [.. placed.Where(f => files.Contains(f.Path) || batch.Targets.Any(t => f.Path.StartsWith(t + "/", StringComparison.Ordinal)))],
            [],
            0
        );
    }

    // A scanner writes paths relative to wherever it stood, so what is in front of a known path is passed over.
    private static string? Original(string path, IReadOnlyDictionary<string, string> originals, IReadOnlyCollection<string> targets)
    {
        for (int at = 0; at < path.Length; )
        {
            string rest = path[at..];
            if (originals.TryGetValue(rest, out string? original))
                return original;
            int slash = path.IndexOf('/', at);
            if (slash < 0)
                return null;
            if (targets.Contains(path[at..slash]))
                return rest;
            at = slash + 1;
        }

        return null;
    }
}
