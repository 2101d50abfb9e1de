using System.Collections;

namespace Shrike.Analysis.Taint;

/// <summary>Which characters a constant regular expression lets through, and so in which contexts the text that matches it
/// is harmless.</summary>
internal static class RegexAlphabet
{
    /// <summary>The characters of text that matches the whole of an anchored pattern; null when the pattern is not anchored
    /// at both ends or is not understood.</summary>
    public static BitArray? OfWhole(string pattern)
    {
        pattern = WithoutDelimiters(pattern.Trim());
        bool start = pattern.StartsWith('^') || pattern.StartsWith("\\A", StringComparison.Ordinal);
        bool end =
            (pattern.EndsWith('$') && !pattern.EndsWith("\\$", StringComparison.Ordinal))
            || pattern.EndsWith("\\z", StringComparison.OrdinalIgnoreCase);
        if (!start || !end)
            return null;
        int first = pattern[0] == '^' ? 1 : 2;
        int last = pattern[^1] == '$' ? 1 : 2;
        return pattern.Length < first + last ? null : Characters(pattern.AsSpan(first, pattern.Length - first - last));
    }

    /// <summary>"/^[0-9]+$/", as other languages write it: here the slashes are text, no line begins after text or ends before it, and
    /// so nothing matches; to take the characters between the anchors claims no more than that.</summary>
    private static string WithoutDelimiters(string pattern) =>
        pattern.Length > 3 && pattern[0] is '/' or '#' or '~' or '@' && pattern[1] == '^' && pattern[^1] == pattern[0] && pattern[^2] == '$'
            ? pattern[1..^1]
            : pattern;

    /// <summary>The characters left after everything that matches "[^…]" was replaced by nothing or by a character of the class.</summary>
    public static BitArray? LeftAfterReplacing(string pattern, string replacement)
    {
        pattern = pattern.TrimEnd('+', '*');
        if (!pattern.StartsWith("[^", StringComparison.Ordinal) || !pattern.EndsWith(']'))
            return null;
        int position = 1;
        var kept = new BitArray(128);
        ReadOnlySpan<char> text = pattern.AsSpan();
        if (!TryClass(text, ref position, kept) || position != pattern.Length)
            return null;
        kept.Not();
        foreach (char c in replacement)
        {
            if (c < 128)
                kept[c] = true;
        }

        return kept;
    }

    private static BitArray? Characters(ReadOnlySpan<char> pattern)
    {
        var allowed = new BitArray(128);
        int i = 0;
        while (i < pattern.Length)
        {
            char c = pattern[i];
            switch (c)
            {
                case '[':
                    i++;
                    if (!TryClass(pattern, ref i, allowed))
                        return null;
                    continue;
                case '\\':
                    if (i + 1 >= pattern.Length || !AddEscape(pattern[i + 1], allowed))
                        return null;
                    i += 2;
                    continue;
                case '{':
                    while (i < pattern.Length && pattern[i] != '}')
                        i++;
                    break;
                case '(' when i + 2 < pattern.Length && pattern[i + 1] == '?' && pattern[i + 2] == ':':
                    i += 2;
                    break;
                case '(' when i + 1 < pattern.Length && pattern[i + 1] == '?':
                    return null;
                case '(' or ')' or '*' or '+' or '?' or '|':
                    break;
                case '.':
                    return null;
                default:
                    if (c >= 128)
                        return null;
                    allowed[c] = true;
                    break;
            }

            i++;
        }

        return allowed;
    }

    /// <summary>Reads a class after its '['; a negated one adds all but its members.</summary>
    private static bool TryClass(ReadOnlySpan<char> pattern, ref int i, BitArray allowed)
    {
        bool negated = i < pattern.Length && pattern[i] == '^';
        if (negated)
            i++;
        var own = new BitArray(128);
        bool first = true;
        while (i < pattern.Length && (pattern[i] != ']' || first))
        {
            first = false;
            char c = pattern[i];
            if (c == '\\')
            {
                if (i + 1 >= pattern.Length || !AddEscape(pattern[i + 1], own))
                    return false;
                i += 2;
                continue;
            }

            if (i + 2 < pattern.Length && pattern[i + 1] == '-' && pattern[i + 2] != ']')
            {
                char high = pattern[i + 2];
                for (int x = c; x <= high && x < 128; x++)
                    own[x] = true;
                i += 3;
                continue;
            }

            if (c < 128)
                own[c] = true;
            i++;
        }

        if (i >= pattern.Length)
            return false;
        i++;
        allowed.Or(negated ? own.Not() : own);
        return true;
    }

    private static bool AddEscape(char escape, BitArray allowed)
    {
        switch (escape)
        {
            case 'd':
                Range(allowed, '0', '9');
                return true;
            case 'w':
                Range(allowed, '0', '9');
                Range(allowed, 'a', 'z');
                Range(allowed, 'A', 'Z');
                allowed['_'] = true;
                return true;
            case 's':
                foreach (char c in " \t\r\n\f\v")
                    allowed[c] = true;
                return true;
            case 'n' or 'r' or 't':
                allowed[
                    escape == 'n' ? '\n'
                    : escape == 'r' ? '\r'
                    : '\t'
                ] = true;
                return true;
            case 'b':
                return true;
            default:
                if (char.IsAsciiLetterOrDigit(escape) || escape >= 128)
                    return false;
                allowed[escape] = true;
                return true;
        }
    }

    private static void Range(BitArray allowed, char low, char high)
    {
        for (int c = low; c <= high; c++)
            allowed[c] = true;
    }

    private static readonly Dictionary<string, string> Dangerous = new(StringComparer.Ordinal)
    {
        ["sql"] = "'\"\\;`()=<>%#*/",
        ["shell"] = ";&|`$()<>\n\r\"'\\*?~!#%^{}[]= ",
        ["argument"] = " -\"'/",
        ["path"] = "/\\:\0",
        ["html"] = "<>&\"'`",
        ["attribute"] = "<>&\"'`= ",
        ["script"] = "'\"\\</\n\r`;()",
        ["url"] = ":",
        ["css"] = ":;{}()<\\",
        ["ldap"] = "*()\\\0&|=!",
        ["xpath"] = "'\"[]()/=|",
        ["xml"] = "<>&\"'",
        ["log"] = "\r\n",
        ["header"] = "\r\n",
        ["redirect"] = "/:\\",
        ["ssrf"] = "/:.@\\?#",
        ["expression"] = "'\"()[]#,",
        ["regex"] = "\\^$.|?*+()[]{}",
    };

    /// <summary>What ends an argument of a command line, or quotes one.</summary>
    private const string EndingArguments = " \t\r\n\v\f\0\"'\\";

    /// <summary>The contexts in which text of these characters can do no harm.</summary>
    public static ulong HarmlessIn(BitArray allowed, Contexts contexts)
    {
        ulong mask = 0;
        foreach ((string context, ulong bits) in contexts.All)
        {
            if (IsHarmless(allowed, context))
                mask |= bits;
        }

        if (!EndingArguments.Any(c => allowed[c]))
            mask |= contexts.WithoutShell;
        return mask;
    }

    /// <summary>Characters without which text cannot leave its place in a context: the quote around an SQL value, the
    /// parenthesis of an LDAP filter. All of a context's must be gone.</summary>
    private static readonly Dictionary<string, string> Critical = new(StringComparer.Ordinal)
    {
        ["sql"] = "'",
        ["xpath"] = "'",
        ["html"] = "<",
        ["xml"] = "<",
        ["attribute"] = "\"",
        ["ldap"] = "()",
        ["path"] = "/\\",
        ["shell"] = ";|",
        ["log"] = "\n\r",
        ["header"] = "\n\r",
    };

    /// <summary>The contexts that need a character: one that is surely not this one is harmless there.</summary>
    public static ulong NeedsCharacter(char c, Contexts contexts) =>
        contexts.Mask(Critical.Where(pair => pair.Value.Contains(c, StringComparison.Ordinal)).Select(pair => pair.Key));

    /// <summary>The contexts all of whose characters are among these: text without them is harmless there.</summary>
    public static ulong HarmlessWithout(IEnumerable<char> characters, Contexts contexts)
    {
        char[] gone = [.. characters];
        return gone.Length == 0 ? 0 : contexts.Mask(Critical.Where(pair => pair.Value.All(c => gone.Contains(c))).Select(pair => pair.Key));
    }

    /// <summary>The contexts that are harmless after everything that matches "[…]" was removed.</summary>
    public static ulong HarmlessAfterRemoving(string pattern, Contexts contexts)
    {
        pattern = pattern.TrimEnd('+', '*');
        if (!pattern.StartsWith('[') || pattern.StartsWith("[^", StringComparison.Ordinal))
            return 0;
        int position = 1;
        var removed = new BitArray(128);
        ReadOnlySpan<char> text = pattern.AsSpan();
        if (!TryClass(text, ref position, removed) || position != pattern.Length)
            return 0;
        return contexts.Mask(Critical.Where(pair => pair.Value.All(c => removed[c])).Select(pair => pair.Key));
    }

    private static bool IsHarmless(BitArray allowed, string context)
    {
        if (Dangerous.TryGetValue(context, out string? dangerous))
            return !dangerous.Any(c => allowed[c]);
        for (int c = 0; c < 128; c++)
        {
            if (allowed[c] && !char.IsAsciiLetterOrDigit((char)c) && c is not ('_' or '-'))
                return false;
        }

        return true;
    }
}
