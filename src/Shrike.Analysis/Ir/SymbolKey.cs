using System.Globalization;

namespace Shrike.Analysis.Ir;

/// <summary>What a function is linked by: its symbol, and within that the mark of the file that declares it.</summary>
internal static class SymbolKey
{
    private const char Mark = '\u00A6';
    private const int Digits = 8;

    /// <summary>Two files of one mark are no worse than one file.</summary>
    public static string Place(string path)
    {
        uint hash = 2166136261;
        foreach (char c in path)
            hash = (hash ^ c) * 16777619;
        return string.Create(CultureInfo.InvariantCulture, $"{Mark}{hash:x8}");
    }

    /// <summary>The symbol for people and for identities that outlive a move of the file.</summary>
    public static string Symbol(string key)
    {
        int at = key.IndexOf(Mark, StringComparison.Ordinal);
        return at < 0 || at + Digits >= key.Length ? key : key.Remove(at, Digits + 1);
    }
}
