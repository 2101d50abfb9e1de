namespace Shrike.Review.Reports.Html;

/// <summary>What a character of C# source is, for colouring.</summary>
internal enum Shade : byte
{
    Plain,
    Keyword,
    Text,
    Comment,
    Number,
    Call,
    Directive,
}

/// <summary>What a line begins inside of.</summary>
internal enum Carry : byte
{
    Code,
    BlockComment,
    VerbatimString,
    RawString,
}

/// <summary>Colours C# line by line: enough for reading excerpts, not a parser. Linear in the text, never fails; holes of
/// interpolated strings keep the colour of the string.</summary>
internal static class CSharpTokens
{
    private static readonly HashSet<string> Keywords =
    [
        "abstract",
        "as",
        "async",
        "await",
        "base",
        "bool",
        "break",
        "byte",
        "case",
        "catch",
        "char",
        "checked",
        "class",
        "const",
        "continue",
        "decimal",
        "default",
        "delegate",
        "do",
        "double",
        "else",
        "enum",
        "event",
        "explicit",
        "extern",
        "false",
        "finally",
        "fixed",
        "float",
        "for",
        "foreach",
        "get",
        "goto",
        "if",
        "implicit",
        "in",
        "init",
        "int",
        "interface",
        "internal",
        "is",
        "lock",
        "long",
        "namespace",
        "new",
        "not",
        "null",
        "object",
        "operator",
        "out",
        "override",
        "params",
        "partial",
        "private",
        "protected",
        "public",
        "readonly",
        "record",
        "ref",
        "required",
        "return",
        "sbyte",
        "sealed",
        "set",
        "short",
        "sizeof",
        "stackalloc",
        "static",
        "string",
        "struct",
        "switch",
        "this",
        "throw",
        "true",
        "try",
        "typeof",
        "uint",
        "ulong",
        "unchecked",
        "unsafe",
        "ushort",
        "using",
        "var",
        "virtual",
        "void",
        "volatile",
        "when",
        "where",
        "while",
        "with",
        "yield",
    ];

    /// <summary>Fills <paramref name="shades"/> (as long as the line) and returns what the next line begins inside of. The
    /// number of quotes of a raw string is kept in <paramref name="quotes"/>.</summary>
    public static Carry Line(ReadOnlySpan<char> line, Span<Shade> shades, Carry carry, ref int quotes)
    {
        shades.Clear();
        int at = 0;
        if (carry == Carry.Code && line.TrimStart().StartsWith("#"))
        {
            shades.Fill(Shade.Directive);
            return Carry.Code;
        }

        while (at < line.Length || carry != Carry.Code)
        {
            int from = at;
            if (carry == Carry.Code)
            {
                at = Code(line, at, shades, ref carry, ref quotes);
                continue;
            }

            int end = End(line[at..], carry, quotes);
            at = end < 0 ? line.Length : at + end;
            shades[from..at].Fill(carry == Carry.BlockComment ? Shade.Comment : Shade.Text);
            if (end < 0)
                return carry;
            carry = Carry.Code;
        }

        return Carry.Code;
    }

    /// <summary>Length up to and with the terminator; -1 when the line ends first.</summary>
    private static int End(ReadOnlySpan<char> rest, Carry carry, int quotes)
    {
        if (carry == Carry.BlockComment)
            return rest.IndexOf("*/") is >= 0 and var comment ? comment + 2 : -1;
        if (carry == Carry.VerbatimString)
        {
            for (int i = 0; i < rest.Length; i++)
            {
                if (rest[i] != '"')
                    continue;
                if (i + 1 < rest.Length && rest[i + 1] == '"')
                    i++;
                else
                    return i + 1;
            }

            return -1;
        }

        for (int i = 0, run = 0; i < rest.Length; i++)
        {
            run = rest[i] == '"' ? run + 1 : 0;
            if (run >= quotes && (i + 1 == rest.Length || rest[i + 1] != '"'))
                return i + 1;
        }

        return -1;
    }

    private static int Code(ReadOnlySpan<char> line, int at, Span<Shade> shades, ref Carry carry, ref int quotes)
    {
        char c = line[at];
        ReadOnlySpan<char> rest = line[at..];
        if (rest.StartsWith("//"))
        {
            shades[at..].Fill(Shade.Comment);
            return line.Length;
        }

        if (rest.StartsWith("/*"))
        {
            carry = Carry.BlockComment;
            shades.Slice(at, 2).Fill(Shade.Comment);
            return at + 2;
        }

        if (c is '"' or '\'' or '$' or '@' && StringStart(rest, ref carry, ref quotes) is > 0 and var opened)
        {
            shades.Slice(at, opened).Fill(Shade.Text);
            at += opened;
            return carry == Carry.Code ? Quoted(line, at, line[at - 1], shades) : at;
        }

        if (char.IsAsciiDigit(c))
            return Run(line, at, shades, Shade.Number, static d => char.IsAsciiLetterOrDigit(d) || d is '_' or '.');
        if (!char.IsLetter(c) && c != '_' && c != '@')
            return at + 1;

        int end = Run(line, at + 1, shades, Shade.Plain, static d => char.IsLetterOrDigit(d) || d == '_');
        if (Keywords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(line[at..end]))
            shades[at..end].Fill(Shade.Keyword);
        else if (line[end..].TrimStart() is ['(', ..])
            shades[at..end].Fill(Shade.Call);
        return end;
    }

    /// <summary>Length of an opening delimiter, 0 when none stands here. Strings that may span lines set the carry.</summary>
    private static int StringStart(ReadOnlySpan<char> rest, ref Carry carry, ref int quotes)
    {
        if (rest[0] == '\'')
            return 1;
        int prefix = 0;
        bool isVerbatim = false;
        while (prefix < rest.Length && prefix < 8 && rest[prefix] is '$' or '@')
        {
            isVerbatim |= rest[prefix] == '@';
            prefix++;
        }

        int run = 0;
        while (prefix + run < rest.Length && rest[prefix + run] == '"')
            run++;
        if (run == 0)
            return 0;
        if (run >= 3 && !isVerbatim)
        {
            carry = Carry.RawString;
            quotes = run;
            return prefix + run;
        }

        if (isVerbatim)
            carry = Carry.VerbatimString;
        return prefix + 1;
    }

    private static int Quoted(ReadOnlySpan<char> line, int at, char quote, Span<Shade> shades)
    {
        int from = at;
        while (at < line.Length && line[at] != quote)
            at += line[at] == '\\' ? 2 : 1;
        at = Math.Min(at + 1, line.Length);
        shades[from..at].Fill(Shade.Text);
        return at;
    }

    private static int Run(ReadOnlySpan<char> line, int at, Span<Shade> shades, Shade shade, Func<char, bool> belongs)
    {
        int from = at;
        while (at < line.Length && belongs(line[at]))
            at++;
        shades[from..at].Fill(shade);
        return at;
    }
}
