using System.Globalization;
using System.Text.RegularExpressions;

namespace Shrike.Analysis.Rules.Structure.Regexes;

/// <summary>Reads the .NET regular expression language. What it does not know makes the whole pattern unknown.</summary>
internal sealed class RegexSyntax
{
    private const int MaxLength = 8192;
    private const int MaxDepth = 60;

    private readonly string text;
    private readonly List<char> own;
    private readonly List<RegexNode> roots = [];
    private RegexOptions options;
    private int at;
    private int depth;

    private RegexSyntax(string text, RegexOptions options)
    {
        this.text = text;
        this.options = options;
        own = [.. text.Where(c => c > 127).Distinct().Take(CharSet.MaxOwn)];
    }

    /// <summary>The pattern, and the insides of its look-arounds and atomic groups: each is matched by itself.</summary>
    public IReadOnlyList<RegexNode> Roots => roots;

    public static RegexSyntax? Parse(string pattern, RegexOptions options)
    {
        if (pattern.Length > MaxLength)
            return null;
        var syntax = new RegexSyntax(pattern, options);
        try
        {
            RegexNode root = syntax.Choice();
            if (syntax.at != pattern.Length)
                return null;
            syntax.roots.Add(root);
            return syntax;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private bool More => at < text.Length;

    private bool Has(RegexOptions option) => (options & option) != 0;

    private static FormatException Broken() => new("not a regular expression that is understood");

    private bool Take(string expected)
    {
        if (string.CompareOrdinal(text, at, expected, 0, expected.Length) != 0)
            return false;
        at += expected.Length;
        return true;
    }

    private char Next() => More ? text[at++] : throw Broken();

    private RegexNode Choice()
    {
        // Options set inside a group end with it.
        RegexOptions outer = options;
        if (++depth > MaxDepth)
            throw Broken();
        var branches = new List<RegexNode> { Sequence() };
        while (Take("|"))
            branches.Add(Sequence());
        depth--;
        options = outer;
        return branches.Count == 1 ? branches[0] : new RegexNode.Choice(branches);
    }

    private RegexNode Sequence()
    {
        var items = new List<RegexNode>();
        while (SkipBlanks() && text[at] is not ('|' or ')'))
        {
            RegexNode item = Atom();
            items.Add(Quantified(item));
        }

        return items.Count == 1 ? items[0] : new RegexNode.Sequence(items);
    }

    private bool SkipBlanks()
    {
        while (More)
        {
            if (string.CompareOrdinal(text, at, "(?#", 0, 3) == 0)
                at = Past(')');
            else if (Has(RegexOptions.IgnorePatternWhitespace) && char.IsWhiteSpace(text[at]))
                at++;
            else if (Has(RegexOptions.IgnorePatternWhitespace) && text[at] == '#')
                at = text.IndexOf('\n', at) is var end and >= 0 ? end + 1 : text.Length;
            else
                return true;
        }

        return false;
    }

    private int Past(char end)
    {
        int found = text.IndexOf(end, at);
        return found >= 0 ? found + 1 : throw Broken();
    }

    private RegexNode Quantified(RegexNode item)
    {
        if (!Quantifier(out int min, out int? max))
            return item;
        // .NET refuses a quantifier on a quantifier.
        return Quantifier(out _, out _) ? throw Broken() : new RegexNode.Repeat(item, min, max);
    }

    private bool Quantifier(out int min, out int? max)
    {
        (min, max) = (0, null);
        if (!SkipBlanks())
            return false;
        if (Take("+"))
            min = 1;
        else if (Take("?"))
            max = 1;
        else if (!Take("*") && !Bounds(out min, out max))
            return false;
        Take("?");
        return true;
    }

    /// <summary>"{2}", "{2,}" or "{2,5}"; anything else in braces is literal text.</summary>
    private bool Bounds(out int min, out int? max)
    {
        min = 0;
        max = null;
        if (text[at] != '{')
            return false;
        int end = text.IndexOf('}', at);
        if (end < 0)
            return false;
        string[] numbers = text[(at + 1)..end].Split(',');
        if (numbers.Length > 2 || !Number(numbers[0], out min))
            return false;
        if (numbers.Length == 1)
        {
            max = min;
        }
        else if (numbers[1].Length > 0)
        {
            if (!Number(numbers[1], out int bound))
                return false;
            max = bound;
        }

        at = end + 1;
        return true;
    }

    private static bool Number(string digits, out int value) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private RegexNode Atom()
    {
        char c = Next();
        switch (c)
        {
            case '(':
                return Group();
            case '[':
                return Symbol(Class());
            case '.':
                return new RegexNode.Symbol(Has(RegexOptions.Singleline) ? CharSet.Any : CharSet.NotNewline);
            case '^' or '$':
                return new RegexNode.Assertion();
            case '\\':
                return Escape();
            case '*' or '+' or '?':
                throw Broken();
            default:
                return Literal(c);
        }
    }

    private RegexNode.Symbol Literal(char c) => Symbol(CharSet.Range(c, c, own));

    private RegexNode.Symbol Symbol(CharSet set) => new(Has(RegexOptions.IgnoreCase) ? set.FoldCase() : set);

    private RegexNode Group()
    {
        if (!Take("?"))
            return Close(Choice());
        if (Take(":"))
            return Close(Choice());
        if (Take("=") || Take("!") || Take("<=") || Take("<!"))
            return Apart(new RegexNode.Assertion(LooksAround: true));
        if (Take(">"))
            return Atomic();
        if (Take("("))
            return Conditional();
        if (Take("<"))
            return Named('>');
        if (Take("'"))
            return Named('\'');
        return Inline();
    }

    private RegexNode Close(RegexNode inside) => Take(")") ? inside : throw Broken();

    /// <summary>A look-around is a match of its own: it is over as soon as it holds.</summary>
    private RegexNode Apart(RegexNode stands)
    {
        roots.Add(Close(Choice()));
        return stands;
    }

    /// <summary>Nothing backtracks into an atomic group, so that towards its surroundings it is one symbol.</summary>
    private RegexNode.Symbol Atomic()
    {
        RegexNode inside = Close(Choice());
        roots.Add(inside);
        return new RegexNode.Symbol(inside.Alphabet);
    }

    private RegexNode Named(char end)
    {
        at = Past(end);
        return Close(Choice());
    }

    private RegexNode Conditional()
    {
        at = Past(')');
        return Close(Choice());
    }

    private RegexNode Inline()
    {
        bool on = true;
        RegexOptions changed = options;
        while (true)
        {
            char c = Next();
            if (c == '-')
            {
                on = false;
                continue;
            }

            if (c is ':' or ')')
            {
                RegexOptions before = options;
                options = changed;
                if (c == ')')
                    return RegexNode.Empty;
                RegexNode inside = Close(Choice());
                options = before;
                return inside;
            }

            RegexOptions option = c switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                'n' => RegexOptions.ExplicitCapture,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => throw Broken(),
            };
            changed = on ? changed | option : changed & ~option;
        }
    }

    private RegexNode Escape()
    {
        char c = Next();
        if (c is 'b' or 'B' or 'A' or 'Z' or 'z' or 'G')
            return new RegexNode.Assertion();
        if (c == 'k')
        {
            at = Past(Next() == '<' ? '>' : '\'');
            return new RegexNode.Assertion();
        }

        if (c is >= '1' and <= '9')
        {
            while (More && char.IsAsciiDigit(text[at]))
                at++;
            return new RegexNode.Assertion();
        }

        return Shorthand(c) is { } set ? new RegexNode.Symbol(set) : Literal(EscapedChar(c));
    }

    private CharSet? Shorthand(char c)
    {
        switch (c)
        {
            case 'd':
                return CharSet.Digit;
            case 'D':
                return ~CharSet.Digit;
            case 's':
                return CharSet.Space;
            case 'S':
                return ~CharSet.Space;
            case 'w':
                return CharSet.Word;
            case 'W':
                return ~CharSet.Word;
            case 'p' or 'P':
                return Category(c == 'P');
            default:
                return null;
        }
    }

    private CharSet Category(bool negated)
    {
        if (!Take("{"))
            throw Broken();
        int start = at;
        at = Past('}');
        CharSet set = text[start] switch
        {
            'L' => CharSet.Word & ~CharSet.Digit,
            'N' => CharSet.Digit,
            'Z' => CharSet.Space,
            // A named block, of which only the first is ASCII.
            'I' => ~CharSet.Range('\0', '\u007f', []),
            'P' or 'S' or 'C' or 'M' => ~(CharSet.Word | CharSet.Space),
            _ => throw Broken(),
        };
        return negated ? ~set : set;
    }

    private char EscapedChar(char c) =>
        c switch
        {
            't' => '\t',
            'n' => '\n',
            'r' => '\r',
            'f' => '\f',
            'v' => '\v',
            'a' => '\a',
            'e' => '\u001b',
            '0' => '\0',
            'x' => Hexadecimal(2),
            'u' => Hexadecimal(4),
            'c' => (char)(Next() & 31),
            _ => c,
        };

    private char Hexadecimal(int digits)
    {
        if (
            at + digits > text.Length
            || !int.TryParse(text.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code)
        )
            throw Broken();
        at += digits;
        return (char)code;
    }

    private CharSet Class()
    {
        if (++depth > MaxDepth)
            throw Broken();
        bool negated = Take("^");
        CharSet set = CharSet.None;
        for (bool first = true; ; first = false)
        {
            char c = Next();
            if (c == ']' && !first)
                break;
            if (c == '-' && More && text[at] == '[')
            {
                at++;
                set = (negated ? ~set : set) & ~Class();
                negated = false;
                continue;
            }

            if (c == '\\')
            {
                c = Next();
                if (Shorthand(c) is { } shorthand)
                {
                    set |= shorthand;
                    continue;
                }

                c = c == 'b' ? '\b' : EscapedChar(c);
            }

            set |= CharSet.Range(c, RangeEnd(c), own);
        }

        depth--;
        return negated ? ~set : set;
    }

    /// <summary>The last character of "a-z", or the first where no range follows.</summary>
    private char RangeEnd(char from)
    {
        if (at + 1 >= text.Length || text[at] != '-' || text[at + 1] is ']' or '[')
            return from;
        at++;
        char to = Next();
        if (to == '\\')
            to = EscapedChar(Next());
        return to >= from ? to : throw Broken();
    }
}
