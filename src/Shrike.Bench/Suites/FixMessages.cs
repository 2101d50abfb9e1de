using System.Globalization;
using System.Text.RegularExpressions;

namespace Shrike.Bench.Suites;

/// <summary>What a commit's message says of a security fix.</summary>
internal static partial class FixMessages
{
    private static readonly (Regex Words, int Cwe)[] Weaknesses =
    [
        (Sql(), 89),
        (Xss(), 79),
        (Traversal(), 22),
        (Csrf(), 352),
        (Redirect(), 601),
        (Xxe(), 611),
        (Ssrf(), 918),
        (Command(), 78),
        (Deserialisation(), 502),
        (Redos(), 1333),
    ];

    public static bool IsFix(string message) =>
        !Dependencies().IsMatch(message)
        && (Identifier().IsMatch(message) || Security().IsMatch(message) || Weaknesses.Any(w => w.Words.IsMatch(message)));

    /// <summary>0 where the message names none, or several.</summary>
    public static int CweOf(string message)
    {
        if (CweId().Match(message) is { Success: true } named)
            return int.Parse(named.Groups[1].Value, CultureInfo.InvariantCulture);
        int[] found = [.. Weaknesses.Where(w => w.Words.IsMatch(message)).Select(w => w.Cwe)];
        return found.Length == 1 ? found[0] : 0;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"\b(CVE-[0-9]{4}-[0-9]{4,7}|GHSA(-[0-9a-z]{4}){3}|CWE-[0-9]{1,5})\b", Options)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\bCWE-([0-9]{1,5})\b", Options)]
    private static partial Regex CweId();

    [GeneratedRegex(
        @"\bvulnerabilit(y|ies)\b|\bsecurity (fix|fixes|issue|issues|hole|flaw|bug|problem|patch)\b|\bfix(es|ed)? (a |the )?security\b",
        Options
    )]
    private static partial Regex Security();

    [GeneratedRegex(@"^(bump|update|upgrade)s? .*\b(version|from|to|package|dependenc)|^revert\b|^merge\b", Options)]
    private static partial Regex Dependencies();

    [GeneratedRegex(@"\bsql[ -]?injections?\b", Options)]
    private static partial Regex Sql();

    [GeneratedRegex(@"\bxss\b|\bcross[ -]site[ -]scripting\b", Options)]
    private static partial Regex Xss();

    [GeneratedRegex(@"\b(path|directory)[ -]traversals?\b|\bzip[ -]?slip\b", Options)]
    private static partial Regex Traversal();

    [GeneratedRegex(@"\b(csrf|xsrf)\b|\bcross[ -]site[ -]request\b", Options)]
    private static partial Regex Csrf();

    [GeneratedRegex(@"\bopen[ -]redirect(s|ion|ions)?\b", Options)]
    private static partial Regex Redirect();

    [GeneratedRegex(@"\bxxe\b|\bexternal entit(y|ies)\b", Options)]
    private static partial Regex Xxe();

    [GeneratedRegex(@"\bssrf\b|\bserver[ -]side[ -]request\b", Options)]
    private static partial Regex Ssrf();

    [GeneratedRegex(@"\b(command|shell|argument)[ -]injections?\b", Options)]
    private static partial Regex Command();

    [GeneratedRegex(@"\b(insecure|unsafe|remote code) deseriali[sz]ation\b", Options)]
    private static partial Regex Deserialisation();

    [GeneratedRegex(@"\bredos\b|\bcatastrophic backtracking\b", Options)]
    private static partial Regex Redos();
}
