using Shrike.Analysis.Facts;

namespace Shrike.Analysis.Sources;

/// <summary>Git-ignore patterns of `.shrikeignore` files and settings. The last pattern that matches decides; a pattern of a
/// folder holds below it. Matching costs pattern times path at most, and what all ignore files of a tree may cost together is
/// bounded: patterns that would make it slow are given up, and more is scanned.</summary>
internal sealed class IgnoreRules
{
    private const int MaxFileBytes = 256 << 10;
    private const int MaxPatterns = 2000;
    private const int MaxPattern = 1000;

    /// <summary>Steps of all matching, well below a second; an ordinary tree takes a fortieth.</summary>
    private const long MaxSteps = 200_000_000;

    private sealed class Budget
    {
        public long Left { get; set; } = MaxSteps;
    }

    private sealed record Pattern(string Glob, string Base, bool IsNegated, bool FoldersOnly, bool IsAnchored, string By);

    private readonly IgnoreRules? outer;
    private readonly List<Pattern> patterns;
    private readonly Budget budget;
    private readonly Budget below;

    private IgnoreRules(IgnoreRules? outer, List<Pattern> patterns, Budget budget, Budget below)
    {
        this.outer = outer;
        this.budget = budget;
        this.below = below;
        this.patterns = patterns;
    }

    /// <summary>Whether ignore files cost so much that they were given up.</summary>
    public bool IsSpent => budget.Left <= 0 || below.Left <= 0;

    // Settings and ignore files have a budget each: a hostile file in the tree must not undo what the user excludes.
    public static IgnoreRules From(IReadOnlyList<(string Pattern, string By)> exclude) =>
        new(null, [.. exclude.Select(e => Parse(e.Pattern, "", e.By)).OfType<Pattern>()], new Budget(), new Budget());

    /// <summary>These rules and those of a `.shrikeignore` in the folder, if there is one; what of it cannot be used is written down.</summary>
    public IgnoreRules In(string folder, string relative, List<LedgerEntry> ledger)
    {
        string prefix = relative == "." ? "" : relative + "/";
        string name = prefix + ".shrikeignore";
        var own = new List<Pattern>();
        try
        {
            var file = new FileInfo(Path.Combine(folder, ".shrikeignore"));
            if (!file.Exists)
                return this;
            if (file.LinkTarget is not null || file.Length is 0 or > MaxFileBytes)
            {
                ledger.Add(
                    new LedgerEntry(
                        LedgerKind.File,
                        name,
                        LedgerState.Skipped,
                        "not used: empty, larger than 256 KiB, a link or not a regular file"
                    )
                );
                return this;
            }

            int line = 0;
            foreach (string text in File.ReadLines(file.FullName))
            {
                line++;
                if (own.Count < MaxPatterns && Parse(text, prefix, $"{name} line {line}") is { } pattern)
                    own.Add(pattern);
            }

            if (own.Count == MaxPatterns)
                ledger.Add(
                    new LedgerEntry(LedgerKind.File, name, LedgerState.Skipped, $"not used beyond the first {MaxPatterns} patterns")
                );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ledger.Add(new LedgerEntry(LedgerKind.File, name, LedgerState.Skipped, $"not used: {e.Message}"));
        }

        return new IgnoreRules(this, own, below, below);
    }

    private static Pattern? Parse(string line, string prefix, string by)
    {
        string text = line.TrimEnd('\r').TrimEnd(' ');
        if (text.EndsWith('\\') && text.Length < line.TrimEnd('\r').Length)
            text += " ";
        if (text.Length is 0 or > MaxPattern || text[0] == '#')
            return null;
        bool isNegated = text[0] == '!';
        if (isNegated)
            text = text[1..];
        bool foldersOnly = text.EndsWith('/');
        text = text.TrimEnd('/');
        bool isAnchored = text.Contains('/', StringComparison.Ordinal);
        text = text.TrimStart('/');
        return text.Length == 0 ? null : new Pattern(text, prefix, isNegated, foldersOnly, isAnchored, by);
    }

    /// <summary>Who ignores a path, or null.</summary>
    public string? Match(string path, bool isFolder)
    {
        IgnoreRules given = this;
        while (given.outer is { } next)
            given = next;
        // What the user leaves out stays out: no file of the repository takes it back in.
        if (given.Last(path, isFolder) is { IsNegated: false } own)
            return own.By;
        for (IgnoreRules? rules = this; rules is not null; rules = rules.outer)
        {
            if (rules.Last(path, isFolder) is { } pattern)
                return pattern.IsNegated ? null : pattern.By;
        }

        return null;
    }

    /// <summary>The last pattern of these rules alone that fits.</summary>
    private Pattern? Last(string path, bool isFolder)
    {
        for (int i = patterns.Count - 1; i >= 0; i--)
        {
            if (budget.Left > 0 && Fits(patterns[i], path, isFolder, budget))
                return patterns[i];
        }

        return null;
    }

    private static bool Fits(Pattern pattern, string path, bool isFolder, Budget budget)
    {
        budget.Left--;
        if ((pattern.FoldersOnly && !isFolder) || !path.StartsWith(pattern.Base, StringComparison.Ordinal))
            return false;
        ReadOnlySpan<char> rest = path.AsSpan(pattern.Base.Length);
        bool fits = IgnoreGlob.Matches(pattern.Glob, pattern.IsAnchored ? rest : rest[(rest.LastIndexOf('/') + 1)..], out long steps);
        budget.Left -= steps;
        return fits;
    }
}
