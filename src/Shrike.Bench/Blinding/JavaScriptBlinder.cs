using System.Text.RegularExpressions;

namespace Shrike.Bench.Blinding;

/// <summary>Blanks comments of JavaScript and TypeScript in place; names stay. Strings, templates and regular expressions are passed over, for
/// what looks like a comment in them is none.</summary>
internal sealed class JavaScriptBlinder : ILanguageBlinder
{
    /// <summary>Behind these words a slash begins an expression, not a division.</summary>
    private static readonly HashSet<string> BeforeExpression = new(StringComparer.Ordinal)
    {
        "return",
        "typeof",
        "case",
        "in",
        "of",
        "delete",
        "void",
        "throw",
        "new",
        "else",
        "do",
        "instanceof",
        "yield",
        "await",
    };

    public IReadOnlyList<string?> Blind(string scope, IReadOnlyList<string> texts, long seed, Regex telling) => [.. texts.Select(Blank)];

    private static string Blank(string text)
    {
        char[] written = text.ToCharArray();
        // For each open ${ of a template, how many braces are open within it.
        var templates = new Stack<int>();
        int at = text.StartsWith("#!", StringComparison.Ordinal) ? LineEnd(text, 0) : 0;
        int last = -1;
        while (at < text.Length)
        {
            int start = at;
            char c = text[at];
            if (c == '/' && Next(text, at) is ('/' or '*'))
            {
                at = Next(text, at) == '/' ? LineEnd(text, at) : After(text, at + 2, "*/");
                Blanks.Fill(written, start, at);
                continue;
            }

            if (char.IsWhiteSpace(c))
            {
                at++;
                continue;
            }

            at = c switch
            {
                '"' or '\'' => StringEnd(text, at),
                '`' => TemplateEnd(text, at + 1, templates),
                '/' when BeginsPattern(text, last) => PatternEnd(text, at),
                '}' when templates.TryPeek(out int depth) && depth == 0 => Resume(text, at, templates),
                _ => Plain(at, c, templates),
            };
            last = at - 1;
        }

        return new string(written);
    }

    private static char Next(string text, int at) => at + 1 < text.Length ? text[at + 1] : '\0';

    private static int Plain(int at, char c, Stack<int> templates)
    {
        if (c is '{' or '}' && templates.TryPop(out int depth))
            templates.Push(c == '{' ? depth + 1 : depth - 1);
        return at + 1;
    }

    private static int Resume(string text, int at, Stack<int> templates)
    {
        templates.Pop();
        return TemplateEnd(text, at + 1, templates);
    }

    private static int TemplateEnd(string text, int at, Stack<int> templates)
    {
        for (; at < text.Length; at++)
        {
            if (text[at] == '\\')
            {
                at++;
            }
            else if (text[at] == '`')
            {
                return at + 1;
            }
            else if (text[at] == '$' && Next(text, at) == '{')
            {
                templates.Push(0);
                return at + 2;
            }
        }

        return text.Length;
    }

    private static int StringEnd(string text, int at)
    {
        char quote = text[at];
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '\\')
                at++;
            else if (text[at] == quote)
                return at + 1;
            else if (text[at] == '\n')
                return at;
        }

        return text.Length;
    }

    private static int PatternEnd(string text, int at)
    {
        bool isClass = false;
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '\\')
                at++;
            else if (text[at] == '\n')
                return at;
            else if (text[at] == '[')
                isClass = true;
            else if (text[at] == ']')
                isClass = false;
            else if (text[at] == '/' && !isClass)
                return at + 1;
        }

        return text.Length;
    }

    /// <summary>A division stands behind a value: a name, a number, or what closes one.</summary>
    private static bool BeginsPattern(string text, int last)
    {
        if (last < 0)
            return true;
        if (!IsOfName(text[last]))
            return text[last] is not (')' or ']' or '}' or '"' or '\'' or '`');
        int start = last;
        while (start > 0 && IsOfName(text[start - 1]))
            start--;
        return BeforeExpression.Contains(text[start..(last + 1)]);
    }

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';

    private static int LineEnd(string text, int at)
    {
        int end = text.IndexOf('\n', at);
        return end < 0 ? text.Length : end;
    }

    private static int After(string text, int at, string end)
    {
        int found = at > text.Length ? -1 : text.IndexOf(end, at, StringComparison.Ordinal);
        return found < 0 ? text.Length : found + end.Length;
    }
}
