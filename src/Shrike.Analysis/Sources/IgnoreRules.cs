namespace Shrike.Analysis.Sources;

/// <summary>Git-ignore patterns of `.shrikeignore` files and settings. The last pattern that matches decides; a pattern of a
/// folder holds below it. Matching is linear in pattern times path: hostile patterns cannot make it slow.</summary>
internal sealed class IgnoreRules
{
    private const int MaxFileBytes = 256 << 10;
    private const int MaxPatterns = 2000;

    private sealed record Pattern(string Glob, string Base, bool IsNegated, bool FoldersOnly, bool IsAnchored, string By);

    private readonly IgnoreRules? outer;
    private readonly List<Pattern> patterns;

    private IgnoreRules(IgnoreRules? outer, List<Pattern> patterns)
    {
        this.outer = outer;
        this.patterns = patterns;
    }

    public static IgnoreRules From(IReadOnlyList<(string Pattern, string By)> exclude) =>
        new(null, [.. exclude.Select(e => Parse(e.Pattern, "", e.By)).OfType<Pattern>()]);

    /// <summary>These rules and those of a `.shrikeignore` in the folder, if there is one.</summary>
    public IgnoreRules In(string folder, string relative)
    {
        var file = new FileInfo(Path.Combine(folder, ".shrikeignore"));
        if (!file.Exists || file.LinkTarget is not null || file.Length is 0 or > MaxFileBytes)
            return this;
        var own = new List<Pattern>();
        string prefix = relative == "." ? "" : relative + "/";
        int line = 0;
        try
        {
            foreach (string text in File.ReadLines(file.FullName))
            {
                line++;
                if (own.Count < MaxPatterns && Parse(text, prefix, $"{prefix}.shrikeignore line {line}") is { } pattern)
                    own.Add(pattern);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }

        return new IgnoreRules(this, own);
    }

    private static Pattern? Parse(string line, string prefix, string by)
    {
        string text = line.TrimEnd();
        if (text.Length is 0 or > 1000 || text[0] == '#')
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
        for (IgnoreRules? rules = this; rules is not null; rules = rules.outer)
        {
            for (int i = rules.patterns.Count - 1; i >= 0; i--)
            {
                if (Fits(rules.patterns[i], path, isFolder))
                    return rules.patterns[i].IsNegated ? null : rules.patterns[i].By;
            }
        }

        return null;
    }

    private static bool Fits(Pattern pattern, string path, bool isFolder)
    {
        if ((pattern.FoldersOnly && !isFolder) || !path.StartsWith(pattern.Base, StringComparison.Ordinal))
            return false;
        string rest = path[pattern.Base.Length..];
        return pattern.IsAnchored ? Glob(pattern.Glob, rest) : Glob(pattern.Glob, rest[(rest.LastIndexOf('/') + 1)..]);
    }

    /// <summary>`*` within a name, `**` across folders, `?`; by dynamic programming over pattern and text.</summary>
    internal static bool Glob(string pattern, string text)
    {
        var reach = new bool[text.Length + 1];
        reach[0] = true;
        int p = 0;
        while (p < pattern.Length)
        {
            if (pattern[p] == '*')
            {
                bool crosses = p + 1 < pattern.Length && pattern[p + 1] == '*';
                p += crosses ? 2 : 1;
                bool slash = crosses && p < pattern.Length && pattern[p] == '/';
                for (int t = 1; t <= text.Length; t++)
                    reach[t] |= reach[t - 1] && (crosses || text[t - 1] != '/');
                if (slash)
                {
                    // "**/" is any number of whole folders, none included.
                    p++;
                    var next = new bool[text.Length + 1];
                    for (int t = 0; t <= text.Length; t++)
                        next[t] = reach[t] && (t == 0 || text[t - 1] == '/');
                    reach = next;
                }

                continue;
            }

            char c = pattern[p];
            if (c == '\\' && p + 1 < pattern.Length)
                c = pattern[++p];
            bool any = pattern[p] == '?' && c == '?';
            for (int t = text.Length; t >= 1; t--)
                reach[t] = reach[t - 1] && (any ? text[t - 1] != '/' : text[t - 1] == c);
            reach[0] = false;
            p++;
        }

        return reach[text.Length];
    }
}
