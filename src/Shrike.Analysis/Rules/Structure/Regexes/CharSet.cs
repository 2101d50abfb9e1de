namespace Shrike.Analysis.Rules.Structure.Regexes;

/// <summary>A set of characters, exact for ASCII. The rest of Unicode is four buckets and, apart from them, up to
/// <see cref="MaxOwn"/> characters that the pattern itself names.</summary>
internal readonly record struct CharSet(UInt128 Ascii, UInt128 Other)
{
    public const int MaxOwn = 100;

    private const int Letters = 0;
    private const int Digits = 1;
    private const int Spaces = 2;
    private const int Rest = 3;
    private const int FirstOwn = 4;

    public static readonly CharSet None = new(0, 0);
    public static readonly CharSet Any = new(UInt128.MaxValue, UInt128.MaxValue);
    public static readonly CharSet Digit = Where(char.IsAsciiDigit) with { Other = Bit(Digits) };
    public static readonly CharSet Space = Where(char.IsWhiteSpace) with { Other = Bit(Spaces) };
    public static readonly CharSet Word = Where(c => char.IsAsciiLetterOrDigit(c) || c == '_') with { Other = Bit(Letters) | Bit(Digits) };
    public static readonly CharSet NotNewline = Where(c => c != '\n') with { Other = UInt128.MaxValue };

    public bool Overlaps(CharSet other) => (Ascii & other.Ascii) != 0 || (Other & other.Other) != 0;

    public static CharSet operator |(CharSet left, CharSet right) => new(left.Ascii | right.Ascii, left.Other | right.Other);

    public static CharSet operator &(CharSet left, CharSet right) => new(left.Ascii & right.Ascii, left.Other & right.Other);

    public static CharSet operator ~(CharSet set) => new(~set.Ascii, ~set.Other);

    /// <param name="from">First character.</param>
    /// <param name="to">Last character, inclusive.</param>
    /// <param name="own">The non-ASCII characters that have bits of their own, in order.</param>
    public static CharSet Range(char from, char to, IReadOnlyList<char> own)
    {
        UInt128 ascii = 0;
        for (int c = from; c <= Math.Min((int)to, 127); c++)
            ascii |= Bit(c);
        UInt128 other = 0;
        if (to > 127 && to != from)
            other = Bit(Letters) | Bit(Digits) | Bit(Spaces) | Bit(Rest);
        for (int i = 0; i < own.Count; i++)
        {
            if (own[i] >= from && own[i] <= to)
                other |= Bit(FirstOwn + i);
        }

        return new CharSet(ascii, other);
    }

    /// <summary>Both cases of every ASCII letter in the set.</summary>
    public CharSet FoldCase()
    {
        UInt128 folded = Ascii;
        for (int c = 'a'; c <= 'z'; c++)
        {
            UInt128 both = Bit(c) | Bit(c - 32);
            if ((Ascii & both) != 0)
                folded |= both;
        }

        return this with
        {
            Ascii = folded,
        };
    }

    private static UInt128 Bit(int index) => UInt128.One << index;

    private static CharSet Where(Func<char, bool> holds)
    {
        UInt128 ascii = 0;
        for (int c = 0; c < 128; c++)
        {
            if (holds((char)c))
                ascii |= Bit(c);
        }

        return new CharSet(ascii, 0);
    }
}
