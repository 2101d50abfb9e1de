using System.Globalization;
using System.Text;
using Shrike.Analysis.Findings;

namespace Shrike.Review;

/// <summary>The lines that differ from a git revision: those that a branch changed since it left it, committed or not.</summary>
public sealed class ChangedLines
{
    private readonly Dictionary<string, List<(int First, int Last)>> changed = new(StringComparer.Ordinal);

    /// <summary>Folders, each with its final slash, of which everything counts as changed.</summary>
    private readonly List<string> folders = [];

    private ChangedLines() { }

    /// <exception cref="InvalidOperationException">git is missing, does not end, or does not know the revision.</exception>
    public static ChangedLines Since(string reference, string root, CancellationToken cancel = default)
    {
        if (reference.Length is 0 or > 200 || reference.StartsWith('-') || reference.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
            throw new InvalidOperationException($"'{reference}' is not a revision; give a branch, a tag or a commit");
        // Without a common ancestor (a shallow clone) the revision itself is compared: more lines, never fewer.
        string diff =
            Diff(root, reference, ["--merge-base"], out _, cancel)
            ?? Diff(root, reference, [], out string error, cancel)
            ?? throw new InvalidOperationException($"git cannot compare with '{reference}': {FirstLine(error)}");
        ChangedLines lines = Parse(diff);
        // What git is told to ignore is changed too: an ignored source file may still be compiled.
        foreach (string path in Files(root, "--others", cancel))
            lines.AddWhole(path);
        // Files that git was told not to look at may hold anything.
        foreach (string tagged in Files(root, "-v", cancel).Where(t => t.Length > 2 && t[0] != 'H'))
            lines.AddWhole(tagged[2..]);
        return lines;
    }

    /// <summary>Whether the place of the flaw or a step of its path lies in changed lines.</summary>
    public bool Touches(Finding finding) =>
        Contains(finding.Candidate.Where) || finding.Candidate.Flows.Any(flow => flow.Steps.Any(step => Contains(step.Where)));

    private static string[] Files(string root, string which, CancellationToken cancel) =>
        (
            Git.Run(root, ["ls-files", which, "-z"], out string error, cancel)
            ?? throw new InvalidOperationException($"git cannot list the files: {FirstLine(error)}")
        ).Split('\0', StringSplitOptions.RemoveEmptyEntries);

    private static string? Diff(string root, string reference, string[] more, out string error, CancellationToken cancel) =>
        Git.Run(
            root,
            [
                "diff",
                "--unified=0",
                "--inter-hunk-context=0",
                "--text",
                "--no-color",
                "--no-ext-diff",
                "--no-textconv",
                "--no-renames",
                "--ignore-submodules=all",
                "--src-prefix=a/",
                "--dst-prefix=b/",
                "--relative",
                .. more,
                "--end-of-options",
                reference,
                "--",
                ".",
            ],
            out error,
            cancel
        );

    private static string FirstLine(string text) => text.Split('\n')[0];

    private bool Contains(SourceSpan where) =>
        (
            changed.TryGetValue(where.Path, out List<(int First, int Last)>? ranges)
            && ranges.Exists(r => r.First <= where.EndLine && where.StartLine <= r.Last)
        ) || folders.Exists(f => where.Path.StartsWith(f, StringComparison.Ordinal));

    private void AddWhole(string path)
    {
        // git names a repository within this one by its folder alone.
        if (path.EndsWith('/'))
            folders.Add(path);
        else
            Add(path, 1, int.MaxValue);
    }

    private void Add(string path, int first, int last)
    {
        if (!changed.TryGetValue(path, out List<(int, int)>? ranges))
            changed.Add(path, ranges = []);
        ranges.Add((first, last));
    }

    /// <summary>Reads a unified diff. Hunks are skipped by their announced length, so that a changed line
    /// which looks like a header is not taken for one.</summary>
    internal static ChangedLines Parse(string diff)
    {
        var result = new ChangedLines();
        string? path = null;
        (int before, int after) left = (0, 0);
        ReadOnlySpan<char> all = diff;
        // Split at line feeds alone: a carriage return within a changed line is no end of it for git.
        foreach (Range line in all.Split('\n'))
        {
            ReadOnlySpan<char> raw = all[line];
            if (left is not (<= 0, <= 0) && !raw.StartsWith("\\"))
            {
                // A line of context stands on both sides; git may leave out the space of an empty one.
                char side = raw.IsEmpty ? ' ' : raw[0];
                left = (left.before - (side == '+' ? 0 : 1), left.after - (side == '-' ? 0 : 1));
            }
            else if (raw.StartsWith("+++ "))
            {
                path = PathOf(raw[4..].ToString());
            }
            else if (raw.StartsWith("@@ ") && Lines(raw, '-') is { } before && Lines(raw, '+') is { } after)
            {
                left = (before.Count, after.Count);
                // A pure deletion marks the lines on both sides: what was removed may have been the guard.
                if (path is not null)
                    result.Add(path, after.First, after.First + Math.Max(after.Count - 1, after.Count == 0 ? 1 : 0));
            }
        }

        return result;
    }

    private static (int First, int Count)? Lines(ReadOnlySpan<char> header, char sign)
    {
        int at = header.IndexOf(sign);
        if (at < 0)
            return null;
        ReadOnlySpan<char> range = header[(at + 1)..];
        range = range[..Math.Max(0, range.IndexOf(' '))];
        int comma = range.IndexOf(',');
        int count = 1;
        if (!int.TryParse(comma < 0 ? range : range[..comma], NumberStyles.None, CultureInfo.InvariantCulture, out int first))
            return null;
        return comma >= 0 && !int.TryParse(range[(comma + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out count)
            ? null
            : (first, count);
    }

    /// <summary>git quotes names with quotes, backslashes and control characters as C does, and ends names with spaces by a tab.</summary>
    private static string? PathOf(string name)
    {
        name = name.TrimEnd('\t');
        if (name.StartsWith('"') && name.EndsWith('"') && name.Length > 1)
            name = Unquote(name[1..^1]);
        return name.StartsWith("b/", StringComparison.Ordinal) ? name[2..] : null;
    }

    private static string Unquote(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 >= text.Length)
            {
                int units = char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
                bytes.AddRange(Encoding.UTF8.GetBytes(text.Substring(i, units)));
                i += units - 1;
                continue;
            }

            char c = text[++i];
            if (c is >= '0' and <= '3' && i + 2 < text.Length)
            {
                bytes.Add((byte)(((c - '0') << 6) | ((text[i + 1] & 7) << 3) | (text[i + 2] & 7)));
                i += 2;
            }
            else
            {
                bytes.Add(
                    (byte)(
                        c switch
                        {
                            'n' => '\n',
                            't' => '\t',
                            'r' => '\r',
                            'a' => '\a',
                            'b' => '\b',
                            'f' => '\f',
                            'v' => '\v',
                            _ => c,
                        }
                    )
                );
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
