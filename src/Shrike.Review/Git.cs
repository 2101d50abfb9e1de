using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Shrike.Review;

/// <summary>Asks git about a work tree whose own configuration is hostile: nothing that it names is run, nothing is fetched.</summary>
internal static class Git
{
    /// <summary>Far more than any change that a person makes; more is refused rather than held.</summary>
    private const int MaxCharacters = 256 << 20;

    /// <summary>More than anybody configures, less than what a process may be given as its environment.</summary>
    private const int MaxFilterCharacters = 64 << 10;

    private const int MaxComplaint = 64 << 10;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private static readonly (string Key, string Value)[] Settings =
    [
        ("core.fsmonitor", ""),
        ("core.hooksPath", "/dev/null"),
        ("core.quotePath", "false"),
        ("core.attributesFile", "/dev/null"),
        ("core.untrackedCache", "false"),
        ("core.trustctime", "true"),
        ("core.checkStat", "default"),
        ("diff.external", ""),
        ("diff.noprefix", "false"),
        ("diff.mnemonicPrefix", "false"),
        ("diff.relative", "false"),
        ("diff.interHunkContext", "0"),
        ("submodule.recurse", "false"),
    ];

    /// <returns>What git wrote, or null when it refused; <paramref name="error"/> then says why.</returns>
    /// <exception cref="InvalidOperationException">git is missing, writes without end or does not come to an end.</exception>
    public static string? Run(string root, IReadOnlyList<string> arguments, out string error, CancellationToken cancel) =>
        Run(root, arguments, out error, Deadline, cancel);

    internal static string? Run(string root, IReadOnlyList<string> arguments, out string error, TimeSpan deadline, CancellationToken cancel)
    {
        // Filters run programs on every file that is compared. Their names are asked for first, then each is emptied.
        string names =
            Start(root, ["config", "--includes", "-z", "--name-only", "--get-regexp", "^filter\\..*"], [], out _, deadline, cancel) ?? "";
        string[] filters = [.. names.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(n => n[..n.LastIndexOf('.')]).Distinct()];
        if (filters.Sum(f => f.Length) > MaxFilterCharacters)
            throw new InvalidOperationException("the repository configures too many filters to read its history safely");
        return Start(root, arguments, [.. filters.SelectMany(Emptied)], out error, deadline, cancel);
    }

    private static (string, string)[] Emptied(string filter) =>
        [($"{filter}.clean", ""), ($"{filter}.smudge", ""), ($"{filter}.process", ""), ($"{filter}.required", "false")];

    private static string? Start(
        string root,
        IReadOnlyList<string> arguments,
        IReadOnlyList<(string, string)> more,
        out string error,
        TimeSpan deadline,
        CancellationToken cancel
    )
    {
        try
        {
            using Process git = Process.Start(Describe(root, arguments, more))!;
            git.StandardInput.Close();
            return Await(git, out error, deadline, cancel);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException("comparing revisions needs git on the PATH", e);
        }
    }

    private static ProcessStartInfo Describe(string root, IReadOnlyList<string> arguments, IReadOnlyList<(string, string)> more)
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
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        start.Environment["GIT_ALLOW_PROTOCOL"] = "none";
        start.Environment["LC_ALL"] = "C";
        // The last would outrank what is configured below.
        foreach (string variable in (string[])["GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS", "GIT_DIR", "GIT_WORK_TREE", "GIT_CONFIG_PARAMETERS"])
            start.Environment.Remove(variable);
        Configure(start, [.. Settings, .. more]);
        return start;
    }

    /// <summary>By environment, not by -c, which ends a key at its first '='. The user's own come first, so that ours win.</summary>
    private static void Configure(ProcessStartInfo start, IReadOnlyList<(string Key, string Value)> settings)
    {
        start.Environment.TryGetValue("GIT_CONFIG_COUNT", out string? given);
        int count = int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int own) && own < 1000 ? own : 0;
        foreach ((string key, string value) in settings)
        {
            start.Environment[string.Create(CultureInfo.InvariantCulture, $"GIT_CONFIG_KEY_{count}")] = key;
            start.Environment[string.Create(CultureInfo.InvariantCulture, $"GIT_CONFIG_VALUE_{count}")] = value;
            count++;
        }

        start.Environment["GIT_CONFIG_COUNT"] = count.ToString(CultureInfo.InvariantCulture);
    }

    private static string? Await(Process git, out string error, TimeSpan deadline, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(deadline);
        // Read elsewhere: whatever holds the pipes open must not hold us beyond the deadline.
        Task<string> output = Task.Run(() => Read(git.StandardOutput), CancellationToken.None);
        Task<string> complaint = Task.Run(() => ReadComplaint(git.StandardError), CancellationToken.None);
        try
        {
            // The output first: when it is refused, git still writes and its complaints do not end.
            string text = output.WaitAsync(limit.Token).GetAwaiter().GetResult();
            error = complaint.WaitAsync(limit.Token).GetAwaiter().GetResult();
            git.WaitForExitAsync(limit.Token).GetAwaiter().GetResult();
            return git.ExitCode == 0 ? text : null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new InvalidOperationException($"git did not end within {deadline.TotalSeconds:0.#} seconds");
        }
        finally
        {
            if (!git.HasExited)
                git.Kill(entireProcessTree: true);
        }
    }

    private static string Read(StreamReader from)
    {
        var text = new StringBuilder();
        char[] buffer = new char[1 << 16];
        while (from.Read(buffer, 0, buffer.Length) is > 0 and var count)
        {
            text.Append(buffer, 0, count);
            if (text.Length > MaxCharacters)
                throw new InvalidOperationException("the change is larger than 256 million characters");
        }

        return text.ToString();
    }

    /// <summary>Reads to the end, so that git is not held up, and keeps the beginning.</summary>
    private static string ReadComplaint(StreamReader from)
    {
        var text = new StringBuilder();
        char[] buffer = new char[1 << 12];
        while (from.Read(buffer, 0, buffer.Length) is > 0 and var count)
            text.Append(buffer, 0, Math.Min(count, MaxComplaint - text.Length));
        return text.ToString().Trim();
    }
}
