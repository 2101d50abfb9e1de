namespace Shrike.Bench.Blinding;

internal enum TextKind
{
    Comment,
    Text,
    Name,
}

/// <summary>Characters [Start, End) of a text that are one comment, string or name.</summary>
internal readonly record struct TextPiece(TextKind Kind, int Start, int End);

/// <summary>One pass over a text, never back; what does not end ends with the text.</summary>
internal static class TextPieces
{
    public static List<TextPiece> Of(string text, TextSyntax syntax)
    {
        var pieces = new List<TextPiece>();
        int at = 0;
        while (at < text.Length)
        {
            int start = at;
            ReadOnlySpan<char> rest = text.AsSpan(at);
            if (rest.StartsWith(syntax.LineComment))
                pieces.Add(new TextPiece(TextKind.Comment, start, at = EndOf(text, at, "\n", keepsEnd: true)));
            else if (syntax.HasBlockComments && rest.StartsWith("/*"))
                pieces.Add(new TextPiece(TextKind.Comment, start, at = EndOf(text, at + 2, "*/", keepsEnd: false)));
            else if (text[at] is '"' or '\'')
                AddString(text, ref at, syntax, pieces);
            else if (char.IsLetter(text[at]) || text[at] is '_' or '$')
                pieces.Add(new TextPiece(TextKind.Name, start, at = EndOfName(text, at)));
            else
                at++;
        }

        return pieces;
    }

    private static int EndOf(string text, int from, string end, bool keepsEnd)
    {
        int at = text.IndexOf(end, from, StringComparison.Ordinal);
        return at < 0 ? text.Length
            : keepsEnd ? at
            : at + end.Length;
    }

    private static int EndOfName(string text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '$'))
            at++;
        return at;
    }

    private static int EndOfString(string text, int at, TextSyntax syntax)
    {
        char quote = text[at];
        bool isLong = syntax.TripleQuotes && at + 2 < text.Length && text[at + 1] == quote && text[at + 2] == quote;
        for (at += isLong ? 3 : 1; at < text.Length; at++)
        {
            if (text[at] == '\\')
                at++;
            else if (!isLong && text[at] == '\n')
                return at;
            else if (text[at] == quote && (!isLong || (at + 2 < text.Length && text[at + 1] == quote && text[at + 2] == quote)))
                return at + (isLong ? 3 : 1);
        }

        return text.Length;
    }

    // The quotes of documentation stay: a function may consist of nothing else.
    private static void AddString(string text, ref int at, TextSyntax syntax, List<TextPiece> pieces)
    {
        int start = at;
        at = EndOfString(text, at, syntax);
        bool isDocumentation =
            syntax.IsPython
            && at - start >= 6
            && text[start + 1] == text[start]
            && text[start + 2] == text[start]
            && BeginsBlock(text, start, pieces);
        pieces.Add(isDocumentation ? new TextPiece(TextKind.Comment, start + 3, at - 3) : new TextPiece(TextKind.Text, start, at));
    }

    // Documentation is the first thing in a file, or behind the colon of a definition.
    private static bool BeginsBlock(string text, int start, List<TextPiece> pieces)
    {
        for (int before = start - 1, piece = pieces.Count - 1; before >= 0; before--)
        {
            while (piece >= 0 && pieces[piece].Start > before)
                piece--;
            if (piece >= 0 && pieces[piece].Kind == TextKind.Comment && pieces[piece].End > before)
                before = pieces[piece].Start;
            else if (!char.IsWhiteSpace(text[before]))
                return text[before] == ':' && text.AsSpan(before, start - before).Contains('\n');
        }

        return true;
    }
}
