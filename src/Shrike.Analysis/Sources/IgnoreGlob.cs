namespace Shrike.Analysis.Sources;

/// <summary>Git's patterns: `*` and `?` within a name, `**` across folders, `[a-z]`, backslash before what is meant as it stands.
/// By dynamic programming over pattern and text: no pattern makes it backtrack.</summary>
internal static class IgnoreGlob
{
    public static bool Matches(string pattern, ReadOnlySpan<char> text) => Matches(pattern, text, out _);

    /// <param name="pattern">The pattern.</param>
    /// <param name="text">A path or a name, whole.</param>
    /// <param name="steps">What it cost.</param>
    public static bool Matches(string pattern, ReadOnlySpan<char> text, out long steps)
    {
        Span<bool> reach = text.Length < 512 ? stackalloc bool[text.Length + 1] : new bool[text.Length + 1];
        reach.Clear();
        reach[0] = true;
        steps = 0;
        int p = 0;
        while (p < pattern.Length)
        {
            steps += text.Length + 1;
            p = pattern[p] == '*' ? Star(pattern, p, text, reach) : One(pattern, p, text, reach);
            // Most patterns differ from most names in the first character.
            if (!reach.Contains(true))
                return false;
        }

        return reach[text.Length];
    }

    private static int Star(string pattern, int p, ReadOnlySpan<char> text, Span<bool> reach)
    {
        int end = p;
        while (end < pattern.Length && pattern[end] == '*')
            end++;
        // Two stars cross folders only where they are a whole name.
        bool crosses = end - p == 2 && (p == 0 || pattern[p - 1] == '/') && (end == pattern.Length || pattern[end] == '/');
        for (int t = 1; t <= text.Length; t++)
            reach[t] |= reach[t - 1] && (crosses || text[t - 1] != '/');
        if (!crosses || end == pattern.Length)
            return end;
        // "**/" is any number of whole folders, none included.
        for (int t = 1; t <= text.Length; t++)
            reach[t] &= text[t - 1] == '/';
        return end + 1;
    }

    private static int One(string pattern, int p, ReadOnlySpan<char> text, Span<bool> reach)
    {
        char c = pattern[p];
        int end = p + 1;
        int close = c == '[' ? SetEnd(pattern, p) : -1;
        bool any = c == '?';
        if (close > 0)
            end = close + 1;
        else if (c == '\\' && p + 1 < pattern.Length)
            (c, end) = (pattern[p + 1], p + 2);
        for (int t = text.Length; t >= 1; t--)
        {
            // The set is only looked through where the pattern has come to: its length is part of the pattern's.
            if (reach[t - 1])
                reach[t] =
                    close > 0 ? text[t - 1] != '/' && InSet(pattern.AsSpan(p + 1, close - p - 1), text[t - 1])
                    : any ? text[t - 1] != '/'
                    : text[t - 1] == c;
            else
                reach[t] = false;
        }

        reach[0] = false;
        return end;
    }

    /// <summary>Where a set closes, or -1: a bracket that nothing closes stands for itself.</summary>
    private static int SetEnd(string pattern, int open)
    {
        int p = open + 1;
        if (p < pattern.Length && pattern[p] is '!' or '^')
            p++;
        // A bracket right at the start is a member.
        for (p++; p < pattern.Length; p++)
        {
            if (pattern[p] == ']')
                return p;
        }

        return -1;
    }

    private static bool InSet(ReadOnlySpan<char> set, char c)
    {
        bool negated = set[0] is '!' or '^';
        if (negated)
            set = set[1..];
        for (int i = 0; i < set.Length; i++)
        {
            if (i + 2 < set.Length && set[i + 1] == '-')
            {
                if (c >= set[i] && c <= set[i + 2])
                    return !negated;
                i += 2;
            }
            else if (set[i] == c)
            {
                return !negated;
            }
        }

        return negated;
    }
}
