using System.Globalization;
using System.Text;

namespace Shrike.Review.Reports;

/// <summary>Makes text of a hostile repository harmless to show: control, format, bidirectional and blank characters become
/// visible escapes, so that no terminal obeys them and no line reads differently from what it is.</summary>
public static class Visible
{
    /// <summary>At most <paramref name="maxLength"/> UTF-16 units of the text; a tab becomes four blanks, "…" marks a cut.</summary>
    public static string Text(string text, int maxLength = 400)
    {
        bool isCut = text.Length > maxLength;
        int length = isCut ? Math.Max(0, maxLength) : text.Length;
        if (isCut && length > 0 && char.IsHighSurrogate(text[length - 1]))
            length--;
        var builder = new StringBuilder(length + 8);
        for (int i = 0; i < length;)
        {
            if (Rune.TryGetRuneAt(text, i, out Rune rune))
            {
                Append(builder, rune);
                i += rune.Utf16SequenceLength;
            }
            else
            {
                Escape(builder, text[i++]);
            }
        }

        return isCut ? builder.Append('…').ToString() : builder.ToString();
    }

    private static void Append(StringBuilder builder, Rune rune)
    {
        if (rune.Value == '\t')
            builder.Append("    ");
        else if (IsHidden(rune))
            Escape(builder, rune.Value);
        else
            builder.Append(rune.ToString());
    }

    private static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse
        // Letters and marks that show nothing: fillers and variation selectors can carry text that nobody sees.
        || rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800 or 0x034F or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    private static void Escape(StringBuilder builder, int code) =>
        builder.Append(CultureInfo.InvariantCulture, $"\\u{(code > 0xFFFF ? code.ToString("x6", CultureInfo.InvariantCulture) : code.ToString("x4", CultureInfo.InvariantCulture))}");
}
