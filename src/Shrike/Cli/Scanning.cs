using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Rules;
using Shrike.Analysis.Sources;
using Shrike.Review;

namespace Shrike.Cli;

/// <summary>What a command asks of a scan, as given on the command line.</summary>
internal sealed record ScanRequest
{
    public required IReadOnlyList<string> Paths { get; init; }
    public IReadOnlyList<string> RuleFolders { get; init; } = [];
    public IReadOnlyList<string> Only { get; init; } = [];
    public IReadOnlyList<string> Skip { get; init; } = [];
    public IReadOnlyList<string> Exclude { get; init; } = [];
    public Severity? MinimumSeverity { get; init; }
    public string? Baseline { get; init; }
    public string? Since { get; init; }
    public string? Config { get; init; }
    public int? Jobs { get; init; }
    public bool? PublicApi { get; init; }
    public bool NoCache { get; init; }

    /// <summary>Show what is known already too.</summary>
    public bool NoBaseline { get; init; }
    public bool Quiet { get; init; }
}

/// <summary>Everything that a scan needs, read and checked.</summary>
internal sealed record Prepared(SourceTree Tree, RuleCatalogue Rules, ScanOptions Options, OwnSettings Settings);

/// <summary>Settings, tree and rules brought together; the one place from which every command scans.</summary>
internal sealed class Scanning(CliContext context)
{
    public (ScanResult Result, Prepared Prepared) Run(ScanRequest request, CancellationToken cancel)
    {
        Prepared prepared = Prepare(request, cancel);
        var progress = request.Quiet ? null : new Progress(context.Error, context.IsErrorTerminal);
        try
        {
            return (Scan.Run(prepared.Tree, prepared.Rules, prepared.Options, progress, cancel), prepared);
        }
        finally
        {
            progress?.Done();
        }
    }

    public Prepared Prepare(ScanRequest request, CancellationToken cancel)
    {
        OwnSettings own = OwnSettings.Read(request.Config);
        string[] ruleFolders = [.. own.Rules.Concat(request.RuleFolders).Select(Path.GetFullPath)];
        RuleCatalogue rules = LoadRules(ruleFolders);
        // What is said on the command line replaces the settings' choice of rules; it does not add to it.
        IReadOnlyList<string> only = request.Only.Count > 0 ? request.Only : own.Only;
        foreach (string id in only.Concat(request.Skip).Concat(own.Skip).Where(id => rules.Find(id) is null))
            throw new UsageException(Messages.NoRule(id, Nearest(id, rules)));

        (SourceTree tree, RepositorySettings repository) = ReadTree(request, own, cancel);
        string? baseline = request.NoBaseline ? null : request.Baseline ?? own.Baseline;
        var options = new ScanOptions
        {
            Analysis = new AnalysisOptions
            {
                Jobs = request.Jobs ?? own.Jobs ?? 0,
                PublicApiIsSource = request.PublicApi ?? own.PublicApi ?? false,
            },
            Skip = [.. request.Skip, .. own.Skip, .. repository.Skip],
            Only = only,
            MinimumSeverity = request.MinimumSeverity ?? own.Severity ?? Severity.Low,
            Baseline = baseline is null ? null : ReadBaseline(baseline),
            Changed = request.Since is { } since ? ReadChanges(since, tree.Root, cancel) : null,
            Cache =
                request.NoCache || own.Cache == false || context.CacheFolder is null
                    ? null
                    : new FactsCache(context.CacheFolder, ruleFolders),
            Today = context.Today,
            Narrowed = [.. repository.Narrowed, .. IgnoreFiles(tree)],
            Problems = repository.Problems,
        };
        return new Prepared(tree, rules, options, own);
    }

    private static IEnumerable<string> IgnoreFiles(SourceTree tree)
    {
        int count = tree.Ledger.Count(e =>
            e.State == LedgerState.Ignored && e.Reason?.Contains(".shrikeignore", StringComparison.Ordinal) == true
        );
        return count == 0 ? [] : [$".shrikeignore leaves out {count} {(count == 1 ? "file or folder" : "files or folders")}"];
    }

    private static (SourceTree, RepositorySettings) ReadTree(ScanRequest request, OwnSettings own, CancellationToken cancel)
    {
        try
        {
            RepositorySettings repository = RepositorySettings.Read(SourceTreeReader.CommonRoot(request.Paths));
            IEnumerable<(string, string)> mine = own.Exclude.Concat(request.Exclude).Select(p => (p, "the user"));
            var options = new SourceTreeOptions
            {
                Exclude = [.. mine, .. repository.Exclude.Select(p => (p, RepositorySettings.FileName))],
            };
            return (SourceTreeReader.Read(request.Paths, options, cancel), repository);
        }
        catch (FileNotFoundException e)
        {
            throw new UsageException(Messages.NoPath(e.Message));
        }
    }

    public static RuleCatalogue LoadRules(IReadOnlyList<string> folders)
    {
        foreach (string folder in folders)
        {
            if (!Directory.Exists(folder))
                throw new UsageException(Messages.NoRuleFolder(folder));
        }

        return RuleCatalogue.Load(folders);
    }

    private static Baseline ReadBaseline(string path)
    {
        try
        {
            return Baseline.Read(path);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException(e.Message);
        }
    }

    private static ChangedLines ReadChanges(string since, string root, CancellationToken cancel)
    {
        try
        {
            return ChangedLines.Since(since, root, cancel);
        }
        catch (InvalidOperationException e)
        {
            throw new UsageException(e.Message);
        }
    }

    /// <summary>The rule that was probably meant.</summary>
    public static string? Nearest(string id, RuleCatalogue rules)
    {
        return rules
            .Rules.Select(r => r.Id)
            .Where(r => Distance(r, id) <= Math.Max(2, id.Length / 3))
            .OrderBy(r => Distance(r, id))
            .FirstOrDefault();
    }

    private static int Distance(string a, string b)
    {
        if (b.Length > 100)
            return int.MaxValue;
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
