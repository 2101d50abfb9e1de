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
        if (isCut)
            text = text[..maxLength];
        var builder = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            UnicodeCategory category = char.GetUnicodeCategory(c);
            if (c == '\t')
                builder.Append("    ");
            else if (category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned)
                builder.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                builder.Append(c);
        }

        return isCut ? builder.Append('…').ToString() : builder.ToString();
    }
}
