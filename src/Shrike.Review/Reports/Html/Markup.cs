using System.Text;

namespace Shrike.Review.Reports.Html;

/// <summary>Escaping: everything that came from a repository, a rule or a saved run passes through here before it is HTML.</summary>
internal static class Markup
{
    /// <summary>Safe as element content and within a quoted attribute.</summary>
    public static string Text(string? text, int maxLength = 2000) => Escape(Visible.Text(text ?? "", maxLength));

    /// <summary>An identifier that is safe in an id, a class and a fragment.</summary>
    public static string Name(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (char c in text)
            builder.Append(char.IsAsciiLetterOrDigit(c) || c == '-' ? c : '_');
        return builder.ToString();
    }

    /// <summary>Several lines: control characters are made visible but line ends are kept.</summary>
    public static string Block(string text) => string.Join('\n', text.Split('\n').Take(200).Select(line => Text(line.TrimEnd('\r'))));

    private static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny("&<>\"'") < 0)
            return text;
        var builder = new StringBuilder(text.Length + 16);
        foreach (char c in text)
        {
            _ = c switch
            {
                '&' => builder.Append("&amp;"),
                '<' => builder.Append("&lt;"),
                '>' => builder.Append("&gt;"),
                '"' => builder.Append("&quot;"),
                '\'' => builder.Append("&#39;"),
                _ => builder.Append(c),
            };
        }

        return builder.ToString();
    }
}
