using System.Net;
using System.Text;

namespace Shrike.Review.Reports;

/// <summary>Colours one line of C#: words, text, numbers, comments. A line alone is enough for reading; what began on an
/// earlier line is not known here and stays plain.</summary>
internal static class CodeColors
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "async", "await", "base", "bool", "break", "byte", "case", "catch", "char", "class", "const", "continue", "decimal", "default", "delegate", "do", "double", "else", "enum",
        "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "get", "if", "implicit", "in", "init", "int", "interface", "internal", "is", "lock", "long", "namespace", "new",
        "null", "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "record", "ref", "required", "return", "sealed", "set", "short", "static", "string",
        "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unsafe", "using", "var", "virtual", "void", "when", "where", "while", "with", "yield",
    };

    public static string Html(string line)
    {
        string text = line.Contains('\n', StringComparison.Ordinal) ? string.Join('\n', line.Split('\n').Select(l => Visible.Text(l, 300))) : Visible.Text(line, 300);
        var html = new StringBuilder(text.Length + 64);
        int i = 0;
        while (i < text.Length)
        {
            int start = i;
            char c = text[i];
            if (c == '/' && i + 1 < text.Length && text[i + 1] == '/')
            {
                i = text.IndexOf('\n', i) is >= 0 and var end ? end : text.Length;
                Add(html, "c", text[start..i]);
            }
            else if (c is '"' or '\'')
            {
                i++;
                while (i < text.Length && text[i] != c && text[i] != '\n')
                    i += text[i] == '\\' ? 2 : 1;
                i = Math.Min(text.Length, i + 1);
                Add(html, "s", text[start..i]);
            }
            else if (char.IsLetter(c) || c == '_')
            {
                while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_'))
                    i++;
                string word = text[start..i];
                Add(html, Keywords.Contains(word) ? "k" : null, word);
            }
            else if (char.IsAsciiDigit(c))
            {
                while (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] == '.'))
                    i++;
                Add(html, "m", text[start..i]);
            }
            else
            {
                i++;
                Add(html, null, text[start..i]);
            }
        }

        return html.ToString();
    }

    private static void Add(StringBuilder html, string? kind, string text)
    {
        string safe = WebUtility.HtmlEncode(text);
        if (kind is null)
            html.Append(safe);
        else
            html.Append("<i class=\"").Append(kind).Append("\">").Append(safe).Append("</i>");
    }
}
