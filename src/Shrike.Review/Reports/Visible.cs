using System.Globalization;
using System.Text;

namespace Shrike.Review.Reports;

/// <summary>Makes text of a hostile repository harmless to show: control, format and bidirectional characters become visible
/// escapes, so that no terminal obeys them and no line reads differently from what it is.</summary>
public static class Visible
{
    public static string Text(string text, int maxLength = 400)
    {
        bool isCut = text.Length > maxLength;
        // Never cut through a surrogate pair.
        if (isCut)
            text = text[..(maxLength > 0 && char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength)];
        var builder = new StringBuilder(text.Length);
        for (int at = 0; at < text.Length; )
        {
            if (!Rune.TryGetRuneAt(text, at, out Rune rune))
            {
                // A surrogate without its other half is no character at all.
                builder.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[at++]:x4}");
                continue;
            }

            at += rune.Utf16SequenceLength;
            if (rune.Value == '\t')
                builder.Append("    ");
            else if (IsInvisible(rune))
                builder.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
            else
                builder.Append(rune.ToString());
        }

        return isCut ? builder.Append('…').ToString() : builder.ToString();
    }

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.PrivateUse
        // Letters and marks that show nothing: blank letters and variation selectors can carry text that nobody sees. The
        // selector of emoji is left, being everywhere.
        || rune.Value
            is 0x115F
                or 0x1160
                or 0x3164
                or 0xFFA0
                or 0x2800
                or 0x034F
                or (>= 0xFE00 and <= 0xFE0E)
                or (>= 0xE0100 and <= 0xE01EF);
}
