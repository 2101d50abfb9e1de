using Shrike.Bench.Contestants;

namespace Shrike.Bench.Suites;

/// <summary>Clones a suite at the commit its published figures speak of. The only thing in bench that uses the network, and only when asked to.</summary>
public static class SuiteFetch
{
    private static readonly ToolLimits Limits = new(TimeSpan.FromMinutes(30));

    /// <summary>With these git runs nothing of a stranger's and follows no links.</summary>
    private static readonly (string Key, string Value)[] Settings =
    [
        ("core.hooksPath", OperatingSystem.IsWindows() ? "NUL" : "/dev/null"),
        ("core.fsmonitor", "false"),
        ("submodule.recurse", "false"),
        ("protocol.ext.allow", "never"),
        ("core.symlinks", "false"),
    ];

    /// <param name="folder">New or empty.</param>
    /// <param name="from">Another address of the same repository, or null for the declared one.</param>
    /// <exception cref="SuiteException">It cannot be had; the message says why.</exception>
    public static void Clone(SuiteDeclaration suite, string folder, string? from, CancellationToken cancel)
    {
        if (suite is not { Repository: { } repository, Commit: { } commit })
            throw new SuiteException($"{suite.Id} is part of Shrike's own repository; give its folder to --suite-path");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new SuiteException($"{folder} is not empty");
        Git(["clone", "--no-checkout", "--no-recurse-submodules", "--", from ?? repository, folder], cancel);
        Git(["-C", folder, "checkout", "--detach", commit, "--"], cancel);
    }

    private static void Git(string[] arguments, CancellationToken cancel)
    {
        string[] all = [.. Settings.SelectMany(s => (string[])["-c", $"{s.Key}={s.Value}"]), .. arguments];
        try
        {
            ToolResult result =
                ToolProcess.Run("git", all, null, Limits, cancel, ("GIT_TERMINAL_PROMPT", "0"), ("GIT_LFS_SKIP_SMUDGE", "1"))
                ?? throw new SuiteException("git is not installed; install it, or give a checkout to --suite-path");
            if (result.Exit != 0)
                throw new SuiteException(
                    $"git {arguments[0]} failed: {result.LastWords}; without a network, give a checkout to --suite-path"
                );
        }
        catch (ToolStoppedException e)
        {
            throw new SuiteException(e.Message);
        }
    }
}
