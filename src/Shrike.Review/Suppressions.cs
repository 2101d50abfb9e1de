using System.Globalization;
using System.Text.RegularExpressions;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;

namespace Shrike.Review;

/// <summary>Ignore comments: `shrike:ignore RULE[,RULE] [until YYYY-MM-DD]: reason`, on the finding's line or alone on the line above,
/// in any kind of comment of C#, Razor, HTML, WebForms or configuration.</summary>
public static partial class Suppressions
{
    private static readonly string[] Openings = ["//", "/*", "@*", "<!--", "<%--", "#", "*"];
    private static readonly string[] Closings = ["*/", "*@", "--%>", "-->"];

    /// <param name="lines">The lines of a file (index 0 is line 1), or null when it cannot be read.</param>
    /// <param name="today">An end date before this day no longer silences.</param>
    public static Finding Apply(Finding finding, Func<string, IReadOnlyList<string>?> lines, DateOnly today, List<Problem> problems)
    {
        if (lines(finding.Candidate.Where.Path) is not { } text)
            return finding;
        int line = finding.Candidate.Where.StartLine;
        foreach (int at in (int[])[line, line - 1])
        {
            if (
                at < 1
                || at > text.Count
                || (at != line && !StandsAlone(text[at - 1]))
                || Read(text[at - 1], finding, at, today, problems) is not { } suppression
            )
                continue;
            return finding with { Suppression = suppression };
        }

        return finding;
    }

    /// <summary>A comment behind code speaks of that code, not of what follows.</summary>
    private static bool StandsAlone(string line) =>
        Array.Exists(Openings, o => line.AsSpan().TrimStart().StartsWith(o, StringComparison.Ordinal));

    private static Suppression? Read(string line, Finding finding, int at, DateOnly today, List<Problem> problems)
    {
        if (!line.Contains("shrike:ignore", StringComparison.Ordinal) || line.Length > 2000)
            return null;
        Match match = Comment().Match(line);
        string path = finding.Candidate.Where.Path;
        if (!match.Success)
        {
            Say(problems, path, at, "an ignore comment needs a rule and a reason: shrike:ignore RULE: reason");
            return null;
        }

        if (!match.Groups["rules"].Value.Split(',', StringSplitOptions.TrimEntries).Contains(finding.Candidate.Rule.Id))
            return null;
        string reason = match.Groups["reason"].Value.Trim();
        reason = Closings.Aggregate(
            reason,
            static (text, end) => text.EndsWith(end, StringComparison.Ordinal) ? text[..^end.Length].TrimEnd() : text
        );
        if (reason.Length == 0)
        {
            Say(problems, path, at, "an ignore comment without a reason does not count");
            return null;
        }

        DateOnly? until = null;
        if (match.Groups["until"].Success)
        {
            if (
                !DateOnly.TryParseExact(
                    match.Groups["until"].Value,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out DateOnly end
                )
            )
            {
                Say(problems, path, at, "the end date of an ignore comment is written YYYY-MM-DD");
                return null;
            }

            if (end < today)
            {
                Say(problems, path, at, $"an ignore comment ended on {end:yyyy-MM-dd}");
                return null;
            }

            until = end;
        }

        return new Suppression(SuppressionKind.Comment, reason, until);
    }

    private static void Say(List<Problem> problems, string path, int line, string message)
    {
        var problem = new Problem(path, $"line {line}: {message}");
        if (!problems.Contains(problem))
            problems.Add(problem);
    }

    // The opening of a comment must stand before it: the same words in a string silence nothing.
    [GeneratedRegex(
        @"(//|/\*|@\*|<!--|<%--|\#|^\s*\*)[\s/*]*shrike:ignore\s+(?<rules>[a-z0-9-]+(\s*,\s*[a-z0-9-]+)*)(\s+until\s+(?<until>[0-9-]+))?\s*:(?<reason>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Comment();
}
