using System.Diagnostics;
using System.Globalization;
using Shrike.Analysis.Findings;

namespace Shrike.Review;

/// <summary>The lines that differ from a git revision, asked of git itself with everything of the repository's own
/// configuration that could run a program switched off.</summary>
public sealed class ChangedLines
{
    private readonly Dictionary<string, List<(int First, int Last)>> changed = new(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">git is missing, or does not know the revision.</exception>
    public static ChangedLines Since(string reference, string root)
    {
        if (reference.Length is 0 or > 200 || reference.StartsWith('-') || reference.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
            throw new InvalidOperationException($"'{reference}' is not a revision; give a branch, a tag or a commit");
        var lines = new ChangedLines();
        lines.ReadDiff(Git(root, "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--relative", reference, "--", "."));
        foreach (string path in Git(root, "ls-files", "--others", "--exclude-standard", "-z").Split('\0', StringSplitOptions.RemoveEmptyEntries))
            lines.Add(path, 1, int.MaxValue);
        return lines;
    }

    public bool Touches(Finding finding) =>
        Contains(finding.Candidate.Where) || finding.Candidate.Flows.Any(flow => flow.Steps.Any(step => Contains(step.Where)));

    private bool Contains(SourceSpan where) => changed.TryGetValue(where.Path, out List<(int First, int Last)>? ranges) && ranges.Exists(r => r.First <= where.EndLine && where.StartLine <= r.Last);

    private void Add(string path, int first, int last)
    {
        if (!changed.TryGetValue(path, out List<(int, int)>? ranges))
            changed.Add(path, ranges = []);
        ranges.Add((first, last));
    }

    internal void ReadDiff(string diff)
    {
        string? path = null;
        foreach (string line in diff.Split('\n'))
        {
            if (line.StartsWith("+++ ", StringComparison.Ordinal))
            {
                path = line.StartsWith("+++ b/", StringComparison.Ordinal) ? line[6..].TrimEnd('\r', '\t') : null;
            }
            else if (path is not null && line.StartsWith("@@ ", StringComparison.Ordinal) && line.IndexOf('+', StringComparison.Ordinal) is > 0 and var plus)
            {
                string[] range = line[(plus + 1)..].Split(' ')[0].Split(',');
                if (int.TryParse(range[0], CultureInfo.InvariantCulture, out int first))
                {
                    int count = range.Length > 1 && int.TryParse(range[1], CultureInfo.InvariantCulture, out int n) ? n : 1;
                    if (count > 0)
                        Add(path, first, first + count - 1);
                }
            }
        }
    }

    private static string Git(string root, params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = root, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (string setting in (string[])["core.fsmonitor=", "core.hooksPath=/dev/null", "core.quotePath=false", "diff.external=", "core.attributesFile=/dev/null"])
        {
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(setting);
        }

        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        try
        {
            using Process git = Process.Start(start)!;
            Task<string> error = git.StandardError.ReadToEndAsync();
            string output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? output : throw new InvalidOperationException($"git could not compare with '{arguments.ElementAtOrDefault(6)}': {error.Result.Trim()}");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException("--since needs git on the PATH", e);
        }
    }
}
