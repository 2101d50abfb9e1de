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
    public Severity MinimumSeverity { get; init; } = Severity.Low;
    public string? Baseline { get; init; }
    public string? Since { get; init; }
    public string? Config { get; init; }
    public int Jobs { get; init; }
    public bool PublicApi { get; init; }
    public bool Quiet { get; init; }
}

/// <summary>Settings, tree and rules brought together; the one place from which every command scans.</summary>
internal sealed class Scanning(CliContext context)
{
    public (ScanResult Result, SourceTree Tree, UserConfig Config) Run(ScanRequest request, CancellationToken cancel)
    {
        (SourceTree tree, RuleCatalogue rules, ScanOptions options, UserConfig config) = Prepare(request, cancel);
        var progress = request.Quiet ? null : new Progress(context.Error, context.IsErrorTerminal);
        try
        {
            return (Scan.Run(tree, rules, options, progress, cancel), tree, config);
        }
        finally
        {
            progress?.Done();
        }
    }

    public (SourceTree Tree, RuleCatalogue Rules, ScanOptions Options, UserConfig Config) Prepare(ScanRequest request, CancellationToken cancel)
    {
        UserConfig own = UserConfig.ReadOwn(request.Config);
        var narrowed = new List<string>();
        var problems = new List<Problem>();
        string first = Path.GetFullPath(request.Paths[0]);
        UserConfig repository = UserConfig.ReadRepository(Directory.Exists(first) ? first : Path.GetDirectoryName(first)!, narrowed, problems);
        RuleCatalogue rules = LoadRules([.. own.Rules, .. request.RuleFolders]);
        foreach (string id in request.Only.Concat(request.Skip).Concat(own.Skip))
        {
            if (rules.Find(id) is null)
                throw new UsageException($"there is no rule '{id}'{Nearest(id, rules)}; 'shrike rules list' shows them all");
        }

        var treeOptions = new SourceTreeOptions
        {
            Exclude = [.. own.Exclude.Concat(request.Exclude).Select(p => (p, "the user")), .. repository.Exclude.Select(p => (p, UserConfig.RepositoryFileName))],
        };
        SourceTree tree = ReadTree(request.Paths, treeOptions, cancel);
        int ignored = tree.Ledger.Count(e => e.State == LedgerState.Ignored && e.Reason?.Contains(".shrikeignore", StringComparison.Ordinal) == true);
        if (ignored > 0)
            narrowed.Add($".shrikeignore leaves out {ignored} files or folders");
        var options = new ScanOptions
        {
            Analysis = new AnalysisOptions { Jobs = request.Jobs, PublicApiIsSource = request.PublicApi },
            Skip = [.. request.Skip, .. own.Skip, .. repository.Skip],
            Only = request.Only,
            MinimumSeverity = request.MinimumSeverity,
            Baseline = request.Baseline is { } baseline ? ReadBaseline(baseline) : null,
            Changed = request.Since is { } since ? ReadChanges(since, tree.Root) : null,
            Today = context.Today,
            Narrowed = narrowed,
            Problems = problems,
        };
        return (tree, rules, options, own);
    }

    private static SourceTree ReadTree(IReadOnlyList<string> paths, SourceTreeOptions options, CancellationToken cancel)
    {
        try
        {
            return SourceTreeReader.Read(paths, options, cancel);
        }
        catch (FileNotFoundException e)
        {
            throw new UsageException($"{e.Message}; give a folder or a file that does");
        }
    }

    public static RuleCatalogue LoadRules(IReadOnlyList<string> folders)
    {
        foreach (string folder in folders)
        {
            if (!Directory.Exists(folder))
                throw new UsageException($"rule folder {folder} does not exist");
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

    private static ChangedLines ReadChanges(string since, string root)
    {
        try
        {
            return ChangedLines.Since(since, root);
        }
        catch (InvalidOperationException e)
        {
            throw new UsageException(e.Message);
        }
    }

    public static string Nearest(string id, RuleCatalogue rules)
    {
        string? near = rules.Rules.Select(r => r.Id).Where(r => Distance(r, id) <= Math.Max(2, id.Length / 3)).OrderBy(r => Distance(r, id)).FirstOrDefault();
        return near is null ? "" : $", did you mean '{near}'?";
    }

    private static int Distance(string a, string b)
    {
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
