namespace Shrike.Analysis.CSharp.Markup;

/// <summary>Finds where comments and literals of C# end, so that brackets inside them do not count. Linear, no recursion.</summary>
internal static class CSharpAtoms
{
    /// <summary>The end of the comment or literal that starts at <paramref name="at"/>, or <paramref name="at"/> when none does.</summary>
    public static int Skip(string text, int at)
    {
        char c = text[at];
        char next = at + 1 < text.Length ? text[at + 1] : '\0';
        switch (c)
        {
            case '/' when next == '/':
                return LineEnd(text, at);
            case '/' when next == '*':
                int close = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                return close < 0 ? text.Length : close + 2;
            case '\'':
                return SkipCharacter(text, at);
            case '"':
                return next == '"' && at + 2 < text.Length && text[at + 2] == '"' ? SkipRaw(text, at) : SkipRegular(text, at + 1);
            case '@' when next == '"':
                return SkipVerbatim(text, at + 2);
            case '@' when next == '$' && at + 2 < text.Length && text[at + 2] == '"':
                return SkipInterpolated(text, at);
            case '$':
                return SkipDollar(text, at);
            default:
                return at;
        }
    }

    public static int LineEnd(string text, int at)
    {
        int length = text.AsSpan(at).IndexOfAny('\r', '\n');
        return length < 0 ? text.Length : at + length;
    }

    public static bool IsLineEnd(char c) => c is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029';

    public static bool IsIdentifierStart(char c) => char.IsLetter(c) || c == '_';

    public static bool IsIdentifierPart(char c) => char.IsLetterOrDigit(c) || c == '_';

    public static int IdentifierEnd(string text, int at)
    {
        while (at < text.Length && IsIdentifierPart(text[at]))
            at++;
        return at;
    }

    private static int SkipDollar(string text, int at)
    {
        int end = at;
        while (end < text.Length && text[end] == '$')
            end++;
        if (end < text.Length && text[end] == '@')
            end++;
        if (end >= text.Length || text[end] != '"')
            return at;
        bool isRaw = text[end - 1] != '@' && end + 2 < text.Length && text[end + 1] == '"' && text[end + 2] == '"';
        if (isRaw)
            return SkipRaw(text, end);
        return SkipInterpolated(text, at);
    }

    private static int SkipCharacter(string text, int at)
    {
        int i = at + 1;
        // A longer run is an apostrophe in broken code, not a literal.
        for (int budget = 12; budget > 0 && i < text.Length && !IsLineEnd(text[i]); budget--, i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '\'')
                return i + 1;
        }

        return at + 1;
    }

    private static int SkipRegular(string text, int i)
    {
        for (; i < text.Length && !IsLineEnd(text[i]); i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '"')
                return i + 1;
        }

        return Math.Min(i, text.Length);
    }

    private static int SkipVerbatim(string text, int i)
    {
        for (; i < text.Length; i++)
        {
            if (text[i] != '"')
                continue;
            if (i + 1 < text.Length && text[i + 1] == '"')
                i++;
            else
                return i + 1;
        }

        return text.Length;
    }

    private static int SkipRaw(string text, int at)
    {
        int quotes = 0;
        while (at < text.Length && text[at] == '"')
        {
            quotes++;
            at++;
        }

        int run = 0;
        for (; at < text.Length; at++)
        {
            if (text[at] == '"')
                run++;
            else if (run >= quotes)
                return at;
            else
                run = 0;
        }

        return text.Length;
    }

    /// <summary>Interpolated strings nest through their holes; the stack holds the open ones.</summary>
    private static int SkipInterpolated(string text, int at)
    {
        var open = new Stack<(bool IsVerbatim, int Depth)>();
        int i = Enter(text, at, open);
        while (i < text.Length)
        {
            (bool isVerbatim, int depth) = open.Pop();
            char c = text[i];
            char next = i + 1 < text.Length ? text[i + 1] : '\0';
            if (depth > 0)
            {
                i = InHole(text, i, isVerbatim, depth, open);
            }
            else if (c == '"')
            {
                if (isVerbatim && next == '"')
                {
                    i += 2;
                    open.Push((isVerbatim, 0));
                    continue;
                }

                i++;
                if (open.Count == 0)
                    return i;
            }
            else if (c == '{' && next != '{')
            {
                i++;
                open.Push((isVerbatim, 1));
            }
            else if (IsLineEnd(c) && !isVerbatim)
            {
                return i;
            }
            else
            {
                i += (c == '\\' && !isVerbatim) || (c == '{' && next == '{') ? 2 : 1;
                open.Push((isVerbatim, 0));
            }
        }

        return text.Length;
    }

    private static int InHole(string text, int i, bool isVerbatim, int depth, Stack<(bool, int)> open)
    {
        char c = text[i];
        if (c is '{' or '}')
        {
            open.Push((isVerbatim, depth + (c == '{' ? 1 : -1)));
            return i + 1;
        }

        open.Push((isVerbatim, depth));
        if (c is '$' or '@')
        {
            int entered = Enter(text, i, open);
            if (entered > i)
                return entered;
        }

        if (c is '/' or '\'' or '"' or '@' && Skip(text, i) is int end && end > i)
            return end;
        return i + 1;
    }

    private static int Enter(string text, int at, Stack<(bool IsVerbatim, int Depth)> open)
    {
        int i = at;
        bool isVerbatim = false,
            isInterpolated = false;
        while (i < text.Length && text[i] is '$' or '@')
        {
            isVerbatim |= text[i] == '@';
            isInterpolated |= text[i] == '$';
            i++;
        }

        if (!isInterpolated || i >= text.Length || text[i] != '"' || i - at > 2)
            return at;
        open.Push((isVerbatim, 0));
        return i + 1;
    }
}
