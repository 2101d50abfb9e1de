using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Shrike.Bench.Blinding;

/// <summary>Gives names that tell the answer others of equal length, the same for the same name within one scope. In another scope a
/// word becomes something else, so that nobody learns what stands for "good". Not safe for several threads.</summary>
/// <param name="seed">Of the run.</param>
/// <param name="scope">What is scanned together and must agree on names.</param>
/// <param name="taken">Every identifier of the scope; no new name may be among them.</param>
/// <param name="telling">From <see cref="Telling"/>.</param>
internal sealed class NeutralNames(long seed, string scope, IEnumerable<string> taken, Regex telling)
{
    /// <summary>Without vowels no keyword of any language comes out.</summary>
    private const string Letters = "bcdfghjklmnpqrstvwxz";

    private readonly HashSet<string> taken = [.. taken];
    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>What gives an answer away in a name.</summary>
    public static Regex Telling(IEnumerable<string> more) =>
        new(
            string.Join(
                '|',
                [
                    "bad",
                    "good",
                    "safe",
                    "unsafe",
                    "vuln",
                    "flaw",
                    "attack",
                    "cwe[0-9]+",
                    "benchmarktest[0-9]+",
                    .. more.Select(Regex.Escape),
                ]
            ),
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
        );

    public string Of(string name)
    {
        if (known.TryGetValue(name, out string? neutral))
            return neutral;
        int attempt = 0;
        do neutral = telling.Replace(name, match => Word(match.Value, attempt));
        while (neutral != name && (!taken.Add(neutral) || telling.IsMatch(neutral)) && ++attempt < 1000);
        return known[name] = neutral;
    }

    private string Word(string word, int attempt)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\0{scope}\0{word.ToLowerInvariant()}\0{attempt}"));
        return string.Create(
            word.Length,
            (word, hash),
            static (span, from) =>
            {
                for (int i = 0; i < span.Length; i++)
                {
                    char old = from.word[i];
                    int random = from.hash[i % from.hash.Length] + i / from.hash.Length;
                    span[i] =
                        !char.IsLetterOrDigit(old) ? old
                        : char.IsAsciiDigit(old) ? (char)('0' + random % 10)
                        : char.IsAsciiLetterUpper(old) ? char.ToUpperInvariant(Letters[random % Letters.Length])
                        : Letters[random % Letters.Length];
                }
            }
        );
    }
}
