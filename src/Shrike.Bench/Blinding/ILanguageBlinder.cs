using System.Text.RegularExpressions;

namespace Shrike.Bench.Blinding;

/// <summary>Takes out of source text what tells the answer and is not code.</summary>
internal interface ILanguageBlinder
{
    /// <summary>The texts with comments blanked and telling names replaced, each exactly as long as before; null for one that cannot be
    /// read. Names agree among the texts of one call.</summary>
    IReadOnlyList<string?> Blind(string scope, IReadOnlyList<string> texts, long seed, Regex telling);
}

internal static class Blanks
{
    /// <summary>Spaces for all but line ends.</summary>
    public static void Fill(char[] text, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (text[i] is not ('\n' or '\r'))
                text[i] = ' ';
        }
    }
}
