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
            else if (IsInvisible(Rune.GetUnicodeCategory(rune)))
                builder.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
            else
                builder.Append(rune.ToString());
        }

        return isCut ? builder.Append('…').ToString() : builder.ToString();
    }

    private static bool IsInvisible(UnicodeCategory category) =>
        category
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.PrivateUse;
}
