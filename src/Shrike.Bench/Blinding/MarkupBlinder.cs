using System.Text.RegularExpressions;

namespace Shrike.Bench.Blinding;

/// <summary>Blanks comments of XML, Razor and WebForms, and of the C# within, in place. Names stay.</summary>
internal sealed partial class MarkupBlinder : ILanguageBlinder
{
    public IReadOnlyList<string?> Blind(string scope, IReadOnlyList<string> texts, long seed, Regex telling) => [.. texts.Select(Blank)];

    private static string Blank(string text)
    {
        char[] written = text.ToCharArray();
        int at = 0;
        while (at < text.Length && Opening().Match(text, at) is { Success: true } opening)
        {
            string closing = opening.Value switch
            {
                "<!--" => "-->",
                "@*" => "*@",
                "<%--" => "--%>",
                _ => "\n",
            };
            int end = text.IndexOf(closing, opening.Index + opening.Length, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end + closing.Length;
            Blanks.Fill(written, opening.Index, end);
            at = end;
        }

        return new string(written);
    }

    // A line comment of C# stands behind white space; an address has its slashes behind a colon.
    [GeneratedRegex(@"<!--|@\*|<%--|(?<=[\s;{}])//(?= )")]
    private static partial Regex Opening();
}

/// <summary>For files without comments: as they are.</summary>
internal sealed class PlainBlinder : ILanguageBlinder
{
    public IReadOnlyList<string?> Blind(string scope, IReadOnlyList<string> texts, long seed, Regex telling) => texts;
}
