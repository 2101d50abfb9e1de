using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Shrike.Bench.Bundles;

/// <summary>Takes out of a text what others need not know: paths of this machine, names of its user and of itself, and quoted code.</summary>
/// <param name="words">Names to be taken out.</param>
public sealed partial class Privacy(IEnumerable<string> words)
{
    private const int MaxLength = 200;
    private const int MaxLooked = 2000;
    private const int LongEnoughAnywhere = 4;

    // Nobody is known by these, and many rules are.
    private static readonly string[] General =
    [
        "root",
        "user",
        "users",
        "home",
        "admin",
        "administrator",
        "runner",
        "runneradmin",
        "ubuntu",
        "debian",
        "linux",
        "windows",
        "localhost",
        "localdomain",
        "local",
        "build",
        "docker",
        "vscode",
        "app",
        "test",
        "guest",
        "workgroup",
        "shrike",
    ];

    private readonly Regex[] names =
    [
        .. words
            .Select(w => w.Trim())
            .Where(w => w.Length > 1 && !General.Contains(w, StringComparer.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(w => w.Length)
            .Select(Name),
    ];

    /// <summary>Of whoever runs this program, on this machine.</summary>
    public static Privacy OfThisMachine()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return new Privacy([
            Environment.UserName,
            Environment.MachineName,
            Environment.MachineName.Split('.')[0],
            Environment.UserDomainName,
            Path.GetFileName(home.TrimEnd(Path.DirectorySeparatorChar)),
        ]);
    }

    public string Clean(string text)
    {
        string clean = Paths().Replace(string.Concat(text.Take(MaxLooked).Select(c => BundleFile.IsUnprintable(c) ? ' ' : c)), "<path>");
        foreach (Regex name in names)
            clean = name.Replace(clean, "<name>");
        return clean.Length <= MaxLength ? clean : clean[..MaxLength] + "…";
    }

    /// <summary>Also without anything in quotes, which may be code.</summary>
    public string CleanOfCode(string text) => Clean(Quoted().Replace(text[..Math.Min(text.Length, MaxLooked)], "<quoted>"));

    /// <summary>The same for the same text, and nothing can be read from it: what is told apart by its text stays so.</summary>
    public static string Mark(string text) => "#" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    private static Regex Name(string word)
    {
        string literal = Regex.Escape(word);
        return new Regex(
            word.Length < LongEnoughAnywhere ? $@"\b{literal}\b" : literal,
            RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
        );
    }

    // A slash within a word is no path: rules are named that way.
    [GeneratedRegex(
        @"\b[A-Za-z]:[\\/][^\s'""<>|]*|\\\\[^\s'""<>|]+|(?<![\w.-])~?/[^\s'""/:<>]+/[^\s'"":<>]*|(?<![\w.-])/(?:home|root|Users|tmp|var|opt|srv|mnt)\b[^\s'"":<>]*"
    )]
    private static partial Regex Paths();

    [GeneratedRegex("'[^']*'|\"[^\"]*\"|`[^`]*`|“[^”]*”|‘[^’]*’")]
    private static partial Regex Quoted();
}
