using System.Diagnostics;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Rules;
using Shrike.Analysis.Sources;

namespace Shrike.Review;

public sealed record ScanOptions
{
    public AnalysisOptions Analysis { get; init; } = new();

    /// <summary>Rules to leave out, by id.</summary>
    public IReadOnlyList<string> Skip { get; init; } = [];

    /// <summary>When not empty, the only rules to use.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];
    public Severity MinimumSeverity { get; init; } = Severity.Low;
    public Baseline? Baseline { get; init; }

    /// <summary>Only findings that touch these lines; null for all.</summary>
    public ChangedLines? Changed { get; init; }

    /// <summary>Where facts of unchanged trees are kept; null to establish them anew.</summary>
    public FactsCache? Cache { get; init; }
    public required DateOnly Today { get; init; }

    /// <summary>What the repository's own settings narrowed.</summary>
    public IReadOnlyList<string> Narrowed { get; init; } = [];
    public IReadOnlyList<Problem> Problems { get; init; } = [];
}

/// <summary>The one way of a datum: source file, code facts, candidate, verdict, finding.</summary>
public static class Scan
{
    public static ScanResult Run(
        SourceTree tree,
        RuleCatalogue rules,
        ScanOptions options,
        IProgress<AnalysisProgress>? progress,
        CancellationToken cancel
    )
    {
        var watch = Stopwatch.StartNew();
        Codebase Analyse(IFactsStore? store) => CodeFacts.Read(tree, rules, options.Analysis, progress, cancel, store); // files -> facts -> candidates
        Codebase code = options.Cache?.Get(tree, rules, options.Analysis, Analyse, cancel) ?? Analyse(null);
        var problems = new List<Problem>([.. options.Problems, .. code.Problems]);
        var texts = new SourceLines(tree);
        IEnumerable<Candidate> candidates = code.Candidates.Where(c => IsWanted(c.Rule, options));
        IReadOnlyList<Finding> findings = Fingerprints.Findings(candidates.Select(RuleReviewer.Review)); // candidates -> verdicts -> findings
        findings = [.. findings.Select(f => Suppressions.Apply(f, texts.Of, options.Today, problems))];
        if (options.Baseline is { } baseline)
            findings = baseline.Apply(findings);
        if (options.Changed is { } changed)
            findings =
            [
                .. findings.Select(f =>
                    f.Suppression is not null || changed.Touches(f)
                        ? f
                        : f with
                        {
                            Suppression = new Suppression(SuppressionKind.UnchangedCode, "not in the changed lines", null),
                        }
                ),
            ];
        findings = [.. findings.Where(f => f.Severity >= options.MinimumSeverity)];
        return new ScanResult
        {
            Root = tree.Root,
            Findings = [.. findings.Where(f => f.Suppression is null)],
            Suppressed = [.. findings.Where(f => f.Suppression is not null)],
            Rules = [.. rules.Rules.Where(r => IsWanted(r, options))],
            EntryPoints = code.EntryPoints,
            Ledger = code.Ledger,
            Problems = problems,
            Narrowed = options.Narrowed,
            LinesAnalysed = code.Lines,
            Timings = Times(code, watch.Elapsed),
        };
    }

    private static Timings Times(Codebase code, TimeSpan all)
    {
        Phase[] analysis = [.. code.Phases.Select(p => new Phase(p.Name, p.Elapsed))];
        return new Timings([
            .. analysis,
            new Phase(analysis.Length == 0 ? "recall and review" : "review", all - new Timings(analysis).Total),
        ]);
    }

    /// <summary>Whether the options leave a rule in.</summary>
    public static bool IsWanted(Rule rule, ScanOptions options) =>
        !options.Skip.Contains(rule.Id) && (options.Only.Count == 0 || options.Only.Contains(rule.Id));
}

/// <summary>The lines of scanned files, read again where needed and remembered.</summary>
public sealed class SourceLines(SourceTree tree)
{
    private readonly Dictionary<string, SourceFile> files = tree.Files.ToDictionary(f => f.Path, StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>?> known = new(StringComparer.Ordinal);

    public IReadOnlyList<string>? Of(string path)
    {
        if (known.TryGetValue(path, out IReadOnlyList<string>? lines))
            return lines;
        try
        {
            if (files.TryGetValue(path, out SourceFile? file))
                lines = [.. file.Text.Lines.Select(line => line.ToString())];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }

        known[path] = lines;
        return lines;
    }
}
