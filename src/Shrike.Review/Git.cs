using System.Diagnostics;
using System.Text;

namespace Shrike.Review;

/// <summary>Asks git about a work tree whose own configuration is hostile: nothing that it names is run, nothing is fetched.</summary>
internal static class Git
{
    /// <summary>Far more than any change that a person makes; more is refused rather than held.</summary>
    private const int MaxCharacters = 256 << 20;

    private static readonly string[] Settings =
    [
        "core.fsmonitor=",
        "core.hooksPath=/dev/null",
        "core.quotePath=false",
        "core.attributesFile=/dev/null",
        "core.untrackedCache=false",
        "diff.external=",
        "diff.noprefix=false",
        "diff.mnemonicPrefix=false",
        "diff.relative=false",
        "submodule.recurse=false",
    ];

    /// <returns>What git wrote, or null when it refused; <paramref name="error"/> then says why.</returns>
    /// <exception cref="InvalidOperationException">git is missing, or writes without end.</exception>
    public static string? Run(string root, IReadOnlyList<string> arguments, out string error)
    {
        // Filters run programs on every file that is compared. Their names are asked for first, then each is emptied.
        string names = Start(root, ["config", "--includes", "--name-only", "--get-regexp", "^filter\\..*"], [], out _) ?? "";
        IEnumerable<string> filters = names
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(n => n[..n.LastIndexOf('.')])
            .Distinct()
            .Where(n => !n.Contains('=', StringComparison.Ordinal));
        return Start(
            root,
            arguments,
            [.. filters.SelectMany(f => (string[])[$"{f}.clean=", $"{f}.smudge=", $"{f}.process=", $"{f}.required=false"])],
            out error
        );
    }

    private static string? Start(string root, IReadOnlyList<string> arguments, IReadOnlyList<string> more, out string error)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        start.ArgumentList.Add("--no-pager");
        foreach (string setting in Settings.Concat(more))
        {
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(setting);
        }

        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        start.Environment["GIT_ALLOW_PROTOCOL"] = "none";
        start.Environment["LC_ALL"] = "C";
        foreach (string variable in (string[])["GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS", "GIT_DIR", "GIT_WORK_TREE"])
            start.Environment.Remove(variable);
        try
        {
            using Process git = Process.Start(start)!;
            git.StandardInput.Close();
            Task<string> complaint = git.StandardError.ReadToEndAsync();
            string output = Read(git);
            git.WaitForExit();
            error = complaint.Result.Trim();
            return git.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException("comparing revisions needs git on the PATH", e);
        }
    }

    private static string Read(Process git)
    {
        var text = new StringBuilder();
        char[] buffer = new char[1 << 16];
        while (git.StandardOutput.Read(buffer, 0, buffer.Length) is > 0 and var count)
        {
            text.Append(buffer, 0, count);
            if (text.Length > MaxCharacters)
            {
                git.Kill(entireProcessTree: true);
                throw new InvalidOperationException("the change is larger than 256 million characters; scan without --since");
            }
        }

        return text.ToString();
    }
}
