using System.Text.Json;
using Shrike.Review;

namespace Shrike.Bench.Suites;

public sealed record FixOptions
{
    /// <summary>Commits to take instead of those whose messages speak of a fix; null to search.</summary>
    public IReadOnlyList<string>? Commits { get; init; }

    /// <summary>The newest so many.</summary>
    public int Most { get; init; } = 20;
}

/// <summary>What came of a search for fixes.</summary>
/// <param name="Looked">Commits whose messages speak of a fix, or that were given.</param>
/// <param name="Left">Those that are no case, by reason.</param>
public sealed record FoundFixes(int Looked, int Cases, IReadOnlyDictionary<string, int> Left);

/// <summary>Makes a suite of a repository's past: the state before each security fix, and the fix. git is asked as of a stranger's
/// repository: nothing that it configures is run, nothing fetched, and no file of it but code is written.</summary>
public static class FixHistory
{
    private const int MaxCommits = 100_000;
    private const int MaxFiles = 20;
    private const int MaxLines = 400;
    private const int MaxTreeFiles = 5000;
    private const long MaxTreeBytes = 128L << 20;

    private static readonly string[] Beside = [".csproj", ".props", ".targets", ".config", ".json", ".master", ".ashx", ".asmx"];

    /// <param name="folder">New or empty.</param>
    /// <exception cref="SuiteException">It is no repository, git is missing, or nothing is found.</exception>
    public static FoundFixes Write(string repository, string folder, FixOptions options, CancellationToken cancel)
    {
        if (!Directory.Exists(repository))
            throw new SuiteException($"{repository} is not a folder; give a git repository");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new SuiteException($"{folder} is not empty");
        folder = Path.GetFullPath(folder);
        Directory.CreateDirectory(folder);
        var left = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var fixes = new List<Fix>();
        int looked = 0;
        try
        {
            foreach ((string commit, string parent, string message) in Candidates(repository, options, cancel))
            {
                cancel.ThrowIfCancellationRequested();
                looked++;
                (Fix? fix, string? reason) = One(repository, folder, commit, parent, message, fixes.Count + 1, cancel);
                if (fix is not null)
                    fixes.Add(fix);
                else
                    left[reason!] = left.GetValueOrDefault(reason!) + 1;
                if (fixes.Count >= options.Most)
                    break;
            }
        }
        catch (InvalidOperationException e)
        {
            throw new SuiteException(e.Message);
        }

        using (FileStream stream = File.Create(Path.Combine(folder, FixesAdapter.List)))
            JsonSerializer.Serialize(stream, fixes, FixJson.Default.IReadOnlyListFix);
        return new FoundFixes(looked, fixes.Count, left);
    }

    private static IEnumerable<(string Commit, string Parent, string Message)> Candidates(
        string repository,
        FixOptions options,
        CancellationToken cancel
    )
    {
        string[] what = options.Commits is { } given
            ? ["--no-walk=unsorted", .. given.Select(Checked)]
            : [$"--max-count={MaxCommits}", "HEAD"];
        string log =
            Git.Run(
                repository,
                ["log", "--no-merges", "--no-show-signature", "--format=%H%x1f%P%x1f%B%x1e", .. what, "--"],
                out string error,
                cancel
            ) ?? throw new SuiteException($"git log failed in {repository}: {error.ReplaceLineEndings(" ")}");
        foreach (string entry in log.Split('\x1e'))
        {
            string[] parts = entry.Trim().Split('\x1f');
            if (parts.Length == 3 && parts[1].Length is 40 or 64 && (options.Commits is not null || FixMessages.IsFix(parts[2])))
                yield return (parts[0], parts[1], parts[2]);
        }
    }

    private static string Checked(string commit) =>
        commit.Length is >= 7 and <= 64 && commit.All(char.IsAsciiHexDigit)
            ? commit
            : throw new SuiteException($"'{commit}' is no commit: 7 to 64 hexadecimal digits");

    private static (Fix?, string?) One(
        string repository,
        string folder,
        string commit,
        string parent,
        string message,
        int number,
        CancellationToken cancel
    )
    {
        string? patch = Git.Run(
            repository,
            ["diff", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "-U0", parent, commit, "--"],
            out _,
            cancel
        );
        if (patch is null)
            return (null, "its difference cannot be read");
        IReadOnlyList<FixedFile> files = FixPatch.Read(patch);
        if (files.Count == 0)
            return (null, "changes no code that is there before and after, outside of tests");
        int lines = files.Sum(f => f.Before.Concat(f.After).Sum(l => l.End - l.Start + 1));
        if (files.Count > MaxFiles || lines > MaxLines)
            return (null, "changes too much to say what the fix was");
        string name = $"{number:D3}-{commit[..10]}";
        string[] scope = ScopeOf(repository, commit, files, cancel);
        if (
            !Lay(repository, parent, scope, Path.Combine(folder, name + "-before"), cancel)
            || !Lay(repository, commit, scope, Path.Combine(folder, name + "-after"), cancel)
        )
        {
            Remove(folder, name);
            return (null, "its project is too large, or cannot be read");
        }

        string subject = message.Split('\n')[0].Trim();
        return (
            new Fix(
                name,
                commit,
                subject[..Math.Min(subject.Length, 200)],
                FixMessages.CweOf(message),
                Places(files, Path.Combine(folder, name + "-before"), f => f.Before),
                Places(files, Path.Combine(folder, name + "-after"), f => f.After)
            ),
            null
        );
    }

    private static FilePlaces[] Places(IReadOnlyList<FixedFile> files, string folder, Func<FixedFile, IReadOnlyList<LineRange>> lines) =>
        [
            .. files
                .Where(f => SuiteFiles.Below(folder, f.Path) is not null)
                .Select(f => new FilePlaces(f.Path, FixPatch.Places(f.Path, File.ReadAllText(Path.Combine(folder, f.Path)), lines(f)))),
        ];

    /// <summary>The projects that the changed files lie in, or where there is none the topmost folder.</summary>
    private static string[] ScopeOf(string repository, string commit, IReadOnlyList<FixedFile> files, CancellationToken cancel)
    {
        string all = Git.Run(repository, ["ls-tree", "-r", "-z", "--name-only", "--full-tree", commit], out _, cancel) ?? "";
        var projects = all.Split('\0')
            .Where(p => p.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase) || p.EndsWith("/package.json", StringComparison.Ordinal))
            .Select(FolderOf)
            .ToHashSet(StringComparer.Ordinal);
        return [.. files.Select(f => Project(f.Path, projects)).Distinct()];
    }

    private static string Project(string path, HashSet<string> projects)
    {
        for (string folder = FolderOf(path); folder.Length > 0; folder = FolderOf(folder))
        {
            if (projects.Contains(folder))
                return folder;
        }

        int slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? path : path[..slash];
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : "";

    private static bool Lay(string repository, string commit, string[] scope, string folder, CancellationToken cancel)
    {
        DirectoryInfo temporary = Directory.CreateTempSubdirectory("shrike-fixes-");
        try
        {
            string archive = Path.Combine(temporary.FullName, "tree.tar");
            string[] paths = [.. scope.Select(s => $":(top,literal){s}")];
            if (Git.Run(repository, ["archive", "--format=tar", $"--output={archive}", commit, "--", .. paths], out _, cancel) is null)
                return false;
            using FileStream stream = File.OpenRead(archive);
            int count = 0;
            foreach ((string name, byte[] content) in TarFiles.Read(stream, MaxTreeBytes))
            {
                if (!IsWanted(name) || !IsPlain(name))
                    continue;
                if (++count > MaxTreeFiles)
                    return false;
                string target = Path.Combine([folder, .. name.Split('/')]);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.WriteAllBytes(target, content);
            }

            return count > 0;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return false;
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static bool IsWanted(string name) => FixPatch.IsCode(name) || Beside.Contains(Path.GetExtension(name).ToLowerInvariant());

    private static bool IsPlain(string name) =>
        name.Length < 1000 && name.Split('/').All(p => p is not ("" or "." or "..") && !p.AsSpan().ContainsAny("\\:\0"));

    private static void Remove(string folder, string name)
    {
        foreach (string state in Directory.EnumerateDirectories(folder, name + "-*"))
            Directory.Delete(state, recursive: true);
    }
}
