using System.Text;
using Shrike.Analysis.Facts;

namespace Shrike.Analysis.Sources;

public sealed record SourceTreeOptions
{
    /// <summary>Larger files are not read, and the ledger says so.</summary>
    public long MaxBytes { get; init; } = 8 << 20;

    /// <summary>Git-ignore patterns of the user or the repository's settings, with who gave them.</summary>
    public IReadOnlyList<(string Pattern, string By)> Exclude { get; init; } = [];
}

/// <summary>Walks the scan's roots. Links are not followed, nothing but regular files is opened, and what cannot be read is
/// written down. Cost is one look at each entry.</summary>
public sealed class SourceTreeReader
{
    private static readonly HashSet<string> SkippedFolders = new(StringComparer.OrdinalIgnoreCase)
    {
        "bin",
        "obj",
        ".git",
        ".hg",
        ".svn",
        "node_modules",
        "bower_components",
        ".vs",
        ".idea",
        "TestResults",
    };

    private readonly SourceTreeOptions options;
    private readonly List<SourceFile> files = [];
    private readonly List<LedgerEntry> ledger = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly string root;

    private SourceTreeReader(string root, SourceTreeOptions options)
    {
        this.root = root;
        this.options = options;
    }

    /// <param name="paths">Files and folders; at least one.</param>
    /// <exception cref="FileNotFoundException">A path does not exist.</exception>
    public static SourceTree Read(IReadOnlyList<string> paths, SourceTreeOptions options, CancellationToken cancel)
    {
        string[] full = Existing(paths);
        var reader = new SourceTreeReader(RootOf(full), options);
        IgnoreRules ignore = IgnoreRules.From(options.Exclude);
        foreach (string path in full)
        {
            cancel.ThrowIfCancellationRequested();
            if (Directory.Exists(path))
                reader.Walk(path, ignore, cancel);
            else
                reader.AddFile(new FileInfo(path), ignore);
        }

        if (ignore.IsSpent)
            reader.ledger.Add(
                new LedgerEntry(
                    LedgerKind.File,
                    ".shrikeignore",
                    LedgerState.Skipped,
                    "patterns cost too much to match; from some file on they were not used"
                )
            );
        return new SourceTree(
            reader.root,
            [.. reader.files.OrderBy(f => f.Path, StringComparer.Ordinal)],
            [.. reader.ledger.OrderBy(e => e.Name, StringComparer.Ordinal)]
        );
    }

    /// <summary>The folder that all paths share; what a tree of them is relative to.</summary>
    /// <exception cref="FileNotFoundException">A path does not exist.</exception>
    public static string CommonRoot(IReadOnlyList<string> paths) => RootOf(Existing(paths));

    private static string[] Existing(IReadOnlyList<string> paths)
    {
        string[] full = [.. paths.Select(p => Path.TrimEndingDirectorySeparator(Path.GetFullPath(p)))];
        return Array.Find(full, p => !Path.Exists(p)) is { } missing
            ? throw new FileNotFoundException($"{missing} does not exist", missing)
            : full;
    }

    private static string RootOf(string[] paths)
    {
        string common = Directory.Exists(paths[0]) ? paths[0] : Path.GetDirectoryName(paths[0])!;
        foreach (string path in paths.Skip(1))
        {
            while (
                path != common
                && !path.StartsWith(common.TrimEnd('/') + "/", StringComparison.Ordinal)
                && Path.GetDirectoryName(common) is { } parent
            )
                common = parent;
        }

        return common;
    }

    // A backslash divides folders on Windows only; elsewhere it is part of a name, and a\b is not b in a.
    private string Relative(string path) => Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');

    private void Walk(string start, IgnoreRules ignore, CancellationToken cancel)
    {
        var open = new Stack<(string Folder, IgnoreRules Ignore)>();
        open.Push((start, ignore));
        while (open.TryPop(out (string Folder, IgnoreRules Ignore) item))
        {
            cancel.ThrowIfCancellationRequested();
            IgnoreRules rules = item.Ignore.In(item.Folder, Relative(item.Folder), ledger);
            FileSystemInfo[] entries;
            try
            {
                entries = new DirectoryInfo(item.Folder).GetFileSystemInfos();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                ledger.Add(
                    new LedgerEntry(LedgerKind.File, Relative(item.Folder) + "/", LedgerState.Failed, $"folder cannot be read: {e.Message}")
                );
                continue;
            }

            Array.Sort(entries, static (a, b) => string.CompareOrdinal(b.Name, a.Name));
            foreach (FileSystemInfo entry in entries)
            {
                if (entry is DirectoryInfo folder)
                    AddFolder(folder, rules, open);
                else
                    AddFile((FileInfo)entry, rules);
            }
        }
    }

    private void AddFolder(DirectoryInfo folder, IgnoreRules rules, Stack<(string, IgnoreRules)> open)
    {
        string path = Relative(folder.FullName);
        if (IsLink(folder))
            ledger.Add(new LedgerEntry(LedgerKind.File, path + "/", LedgerState.Skipped, "a link to a folder"));
        else if (SkippedFolders.Contains(folder.Name))
            ledger.Add(new LedgerEntry(LedgerKind.File, path + "/", LedgerState.Skipped, "build output, packages or version control"));
        else if (rules.Match(path, isFolder: true) is { } by)
            ledger.Add(new LedgerEntry(LedgerKind.File, path + "/", LedgerState.Ignored, $"by {by}"));
        else
            open.Push((folder.FullName, rules));
    }

    // Without the flag there is no need to ask for the target, which costs another look at the entry.
    private static bool IsLink(FileSystemInfo entry) =>
        entry.Attributes != (FileAttributes)(-1) && entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private void AddFile(FileInfo file, IgnoreRules rules)
    {
        if (KindOf(file.Name) is not { } kind)
            return;
        string path = Relative(file.FullName);
        try
        {
            if (IsLink(file))
            {
                ledger.Add(
                    new LedgerEntry(
                        LedgerKind.File,
                        path,
                        LedgerState.Skipped,
                        "a link; what it leads to is read where it lies, if that is in the tree"
                    )
                );
                return;
            }

            if (rules.Match(path, isFolder: false) is { } by)
            {
                ledger.Add(new LedgerEntry(LedgerKind.File, path, LedgerState.Ignored, $"by {by}"));
                return;
            }

            // Pipes, sockets and devices report no length; they are never opened, for that might wait for ever.
            if (file.Length == 0)
            {
                ledger.Add(new LedgerEntry(LedgerKind.File, path, LedgerState.Skipped, "empty, or not a regular file"));
                return;
            }

            if (file.Length > options.MaxBytes)
            {
                ledger.Add(new LedgerEntry(LedgerKind.File, path, LedgerState.Failed, $"larger than {options.MaxBytes >> 20} MiB"));
                return;
            }

            if (seen.Add(path))
                files.Add(new SourceFile(path, file.FullName, kind, file.Length));
            else if (path.Contains('\uFFFD', StringComparison.Ordinal))
                ledger.Add(
                    new LedgerEntry(
                        LedgerKind.File,
                        path,
                        LedgerState.Failed,
                        "its name is not valid text, and another file's name looks the same"
                    )
                );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ledger.Add(new LedgerEntry(LedgerKind.File, path, LedgerState.Failed, $"cannot be read: {e.Message}"));
        }
    }

    public static FileKind? KindOf(string name)
    {
        string lower = name.ToLowerInvariant();
        return Path.GetExtension(lower) switch
        {
            ".cs" => FileKind.CSharp,
            ".cshtml" => FileKind.RazorView,
            ".razor" => FileKind.RazorComponent,
            ".aspx" or ".ascx" or ".master" or ".ashx" or ".asmx" => FileKind.WebForms,
            ".csproj" or ".props" or ".targets" or ".projitems" or ".shproj" or ".slnx" or ".sln" => FileKind.Project,
            ".config"
                when lower is "web.config" or "app.config"
                    || (lower.StartsWith("web.", StringComparison.Ordinal) && lower.Split('.').Length == 3) => FileKind.Configuration,
            ".json" when lower.StartsWith("appsettings", StringComparison.Ordinal) || lower == "launchsettings.json" =>
                FileKind.Configuration,
            _ => null,
        };
    }
}
