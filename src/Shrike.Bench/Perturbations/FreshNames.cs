using Shrike.Bench.Statistics;

namespace Shrike.Bench.Perturbations;

/// <summary>Names that no text of a program has, neither code, comments nor strings; pronounceable, and seeded.</summary>
/// <param name="taken">Every word of the program.</param>
internal sealed class FreshNames(SplitMix random, HashSet<string> taken)
{
    private static readonly string[] Syllables =
    [
        "ba",
        "co",
        "du",
        "fe",
        "ga",
        "ho",
        "ji",
        "ka",
        "lo",
        "mu",
        "ne",
        "pa",
        "ri",
        "so",
        "tu",
        "ve",
        "wa",
        "xo",
        "zi",
    ];

    /// <summary>One that begins with a capital letter if <paramref name="like"/> does, and with an underscore likewise.</summary>
    public string Like(string like)
    {
        string name;
        int length = 3;
        do
        {
            string word = string.Concat(Enumerable.Range(0, length).Select(_ => Syllables[random.Below(Syllables.Length)]));
            if (like.TrimStart('_') is [var first, ..] && char.IsUpper(first))
                word = char.ToUpperInvariant(word[0]) + word[1..];
            name = (like.StartsWith('_') ? "_" : "") + word;
            length = Math.Min(length + 1, 12);
        } while (!taken.Add(name));
        return name;
    }
}
