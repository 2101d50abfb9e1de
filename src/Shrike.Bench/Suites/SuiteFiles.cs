namespace Shrike.Bench.Suites;

/// <summary>Looks at a suite's folder as at anything foreign: bounded, links not followed, nothing outside.</summary>
internal static class SuiteFiles
{
    private const int MaxGitFile = 4096;

    /// <summary>Files of a name, at most so many folders down.</summary>
    public static IEnumerable<string> Find(string root, string name, int maxDepth)
    {
        if (!Directory.Exists(root))
            throw new SuiteException($"{root} is not a folder; give the suite's");
        return Directory.EnumerateFiles(
            root,
            name,
            new EnumerationOptions
            {
                RecurseSubdirectories = true,
                MaxRecursionDepth = maxDepth,
                AttributesToSkip = FileAttributes.ReparsePoint,
                MatchCasing = MatchCasing.CaseSensitive,
            }
        );
    }

    public static string Relative(string root, string path) => Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>The file a label names, or null where it is not there, or not below the folder.</summary>
    public static string? Below(string folder, string stated)
    {
        if (stated.Length == 0 || stated.Contains('\0', StringComparison.Ordinal) || Path.IsPathRooted(stated))
            return null;
        string root = folder.TrimEnd(Path.DirectorySeparatorChar);
        string full = Path.GetFullPath(Path.Combine(folder, stated));
        if (!full.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(full))
            return null;
        for (string? at = full; at is not null && at.Length > root.Length; at = Path.GetDirectoryName(at))
        {
            if (new FileInfo(at).LinkTarget is not null)
                return null;
        }

        return full;
    }

    /// <summary>The commit that is checked out, read without git; null where there is none. The suite may lie a little below it.</summary>
    public static string? Revision(string root)
    {
        string? folder = root;
        for (int i = 0; i < 3 && folder is not null; i++, folder = Path.GetDirectoryName(folder))
        {
            string git = Path.Combine(folder, ".git");
            if (!Directory.Exists(git))
                continue;
            string? head = Small(Path.Combine(git, "HEAD"));
            if (head?.StartsWith("ref: ", StringComparison.Ordinal) == true)
                head = Below(git, head[5..]) is { } reference ? Small(reference) : null;
            return head is { Length: 40 } && head.All(char.IsAsciiHexDigitLower) ? head : null;
        }

        return null;
    }

    private static string? Small(string path) =>
        new FileInfo(path) is { Exists: true, Length: < MaxGitFile } ? File.ReadAllText(path).Trim() : null;
}
