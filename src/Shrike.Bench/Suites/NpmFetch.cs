using Shrike.Analysis.Facts;
using Shrike.Bench.Contestants;

namespace Shrike.Bench.Suites;

/// <summary>Fetches the packages of npm-known from the registry that the user's npm is set up for. Nothing of a package is ever run.</summary>
internal static class NpmFetch
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(5);

    /// <summary>Puts a package's tarball into a folder and says where it is.</summary>
    public delegate string Pack(string package, string version, string folder, CancellationToken cancel);

    /// <returns>What could not be had, or is not what was published; all else is in the folder.</returns>
    /// <param name="folder">New, empty, or from an earlier time: what is there stays.</param>
    public static IReadOnlyList<Problem> Get(IEnumerable<NpmPackage> packages, string folder, Pack pack, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var problems = new List<Problem>();
        foreach (NpmPackage package in packages)
        {
            foreach ((NpmVersion version, _) in package.Versions)
            {
                cancel.ThrowIfCancellationRequested();
                string target = Path.Combine(folder, package.FolderOf(version));
                if (Directory.Exists(target))
                    continue;
                DirectoryInfo temporary = Directory.CreateTempSubdirectory("shrike-npm-");
                try
                {
                    Get(package, version, target, temporary.FullName, pack, cancel);
                }
                catch (SuiteException e)
                {
                    problems.Add(new Problem(package.FolderOf(version), e.Message));
                }
                finally
                {
                    temporary.Delete(recursive: true);
                }
            }
        }

        return problems;
    }

    /// <summary>By the npm of this machine.</summary>
    /// <exception cref="SuiteException">There is none, or the registry does not give the package.</exception>
    public static string ByNpm(string package, string version, string folder, CancellationToken cancel)
    {
        try
        {
            ToolResult result =
                ToolProcess.Run(
                    OperatingSystem.IsWindows() ? "npm.cmd" : "npm",
                    [
                        "pack",
                        "--ignore-scripts",
                        "--no-audit",
                        "--no-fund",
                        "--no-update-notifier",
                        "--silent",
                        "--",
                        $"{package}@{version}",
                    ],
                    folder,
                    new ToolLimits(Deadline),
                    cancel
                ) ?? throw new SuiteException("npm is not installed; it comes with Node.js");
            return result.Exit == 0 && Directory.GetFiles(folder, "*.tgz") is [var tarball]
                ? tarball
                : throw new SuiteException($"npm pack failed ({result.Exit}): {result.LastWords}");
        }
        catch (ToolStoppedException e)
        {
            throw new SuiteException(e.Message);
        }
    }

    private static void Get(NpmPackage package, NpmVersion version, string target, string temporary, Pack pack, CancellationToken cancel)
    {
        string tarball = pack(package.Package, version.Version, temporary, cancel);
        if (NpmArchive.Wrong(tarball, version.Integrity) is { } wrong)
            throw new SuiteException($"the tarball {wrong}");
        // Whole or not at all: a folder that is there was unpacked to the end.
        string partial = target + ".partial";
        if (Directory.Exists(partial))
            Directory.Delete(partial, recursive: true);
        Directory.CreateDirectory(partial);
        using (FileStream stream = File.OpenRead(tarball))
            NpmArchive.Unpack(stream, partial);
        Directory.Move(partial, target);
    }
}
