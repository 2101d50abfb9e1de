using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Shrike.Bench.Suites;

namespace Shrike.Bench.Blinding;

/// <summary>Blinds languages that no compiler at hand reads: one pass over the characters tells comments, strings and names apart. Names
/// are renamed where the text shows that it declares them itself, so that those of libraries stay.</summary>
internal sealed class TextBlinder(TextSyntax syntax, SuiteDeclaration suite) : ILanguageBlinder
{
    private static readonly ConcurrentDictionary<(TextSyntax, string), TextBlinder> Known = new();

    private readonly Regex? tellingText =
        suite.TellingText.Count == 0
            ? null
            : new Regex(string.Join('|', suite.TellingText), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public static TextBlinder For(TextSyntax syntax, SuiteDeclaration suite) =>
        Known.GetOrAdd((syntax, suite.Id), _ => new TextBlinder(syntax, suite));

    public IReadOnlyList<string?> Blind(string scope, IReadOnlyList<string> texts, long seed, Regex telling)
    {
        List<TextPiece>[] pieces = [.. texts.Select(t => TextPieces.Of(t, syntax))];
        var names = new HashSet<string>(StringComparer.Ordinal);
        var declared = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < texts.Count; i++)
            Collect(texts[i], pieces[i], telling, names, declared);
        var neutral = new NeutralNames(seed, scope, names, telling);
        // A word becomes the same as in a name, for the scope is the same.
        var routes = tellingText is null ? null : new NeutralNames(seed, scope, [], tellingText);
        return [.. texts.Select((t, i) => Written(t, pieces[i], declared, neutral, routes))];
    }

    private void Collect(string text, List<TextPiece> pieces, Regex telling, HashSet<string> names, HashSet<string> declared)
    {
        TextPiece? before = null;
        foreach (TextPiece piece in pieces.Where(p => p.Kind != TextKind.Comment))
        {
            if (piece.Kind == TextKind.Name)
            {
                string name = text[piece.Start..piece.End];
                names.Add(name);
                if (telling.IsMatch(name) && IsDeclared(text, piece, before))
                    declared.Add(name);
            }

            before = piece;
        }
    }

    private bool IsDeclared(string text, TextPiece name, TextPiece? before)
    {
        string between = before is { } b ? text[b.End..name.Start] : "";
        string word = before is { Kind: TextKind.Name } p && between.All(char.IsWhiteSpace) ? text[p.Start..p.End] : "";
        if (syntax.Declares.Contains(word))
            return true;
        string after = text[name.End..Math.Min(text.Length, name.End + 40)].TrimStart(' ', '\t');
        bool isAssigned = after.StartsWith('=') && !after.StartsWith("==", StringComparison.Ordinal);
        // Behind a dot stands what somebody else named, but for an object's own fields.
        if (between.TrimEnd().EndsWith('.'))
            return syntax.IsPython && isAssigned && between == "." && before is { } owner && text[owner.Start..owner.End] == "self";
        if (syntax.IsPython)
            return isAssigned;
        // A type and a name: `int bad`, `List<String> bad`, `char *bad`, `String[] bad`.
        bool isBehindType = (word.Length > 0 && !syntax.NotTypes.Contains(word)) || between.TrimEnd() is [.., '>' or ']' or '*'];
        return isBehindType && (after.Length == 0 || ";=,)([:{".Contains(after[0], StringComparison.Ordinal));
    }

    private static string Written(string text, List<TextPiece> pieces, HashSet<string> declared, NeutralNames names, NeutralNames? routes)
    {
        char[] written = text.ToCharArray();
        foreach (TextPiece piece in pieces)
        {
            string part = text[piece.Start..piece.End];
            if (piece.Kind == TextKind.Comment)
                Blanks.Fill(written, piece.Start, piece.End);
            else if (piece.Kind == TextKind.Name && declared.Contains(part))
                names.Of(part).CopyTo(0, written, piece.Start, part.Length);
            else if (routes is not null)
                routes.Of(part).CopyTo(0, written, piece.Start, part.Length);
        }

        return new string(written);
    }
}
