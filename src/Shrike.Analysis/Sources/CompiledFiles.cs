namespace Shrike.Analysis.Sources;

/// <summary>Which project accounts for which file, and which others compile it as well.</summary>
/// <remarks>A project's files are those that MSBuild would select, with two differences. A project in another's folder keeps its
/// files to itself unless the other names them: one that takes them in would not build. And what nobody compiles is looked at
/// all the same.</remarks>
internal sealed class CompiledFiles
{
    private const long FewBytes = 64 << 20;

    private readonly IReadOnlyList<SourceFile> files;
    private readonly ProjectFile[] projects;
    private readonly FileIndex index;
    private readonly Dictionary<string, List<int>> byFolder = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> below = new(StringComparer.Ordinal);
    private readonly int[] owner;
    private long extraBytes;

    /// <summary>No project at all.</summary>
    public const int Loose = -1;

    /// <param name="files">Of the tree.</param>
    /// <param name="projects">Sorted by path.</param>
    public CompiledFiles(IReadOnlyList<SourceFile> files, ProjectFile[] projects)
    {
        this.files = files;
        this.projects = projects;
        index = new FileIndex(files);
        for (int p = 0; p < projects.Length; p++)
            Add(byFolder, projects[p].Folder, p);
        owner = new int[files.Count];
        Array.Fill(owner, Loose);
        extraBytes = FewBytes + files.Sum(f => f.Bytes);
        Owned = [.. projects.Select(_ => new List<SourceFile>())];
        Shared = [.. projects.Select(_ => new List<SourceFile>())];
        LeftOver = [.. projects.Select(_ => new List<SourceFile>())];
        Assign();
    }

    public List<SourceFile>[] Owned { get; }

    /// <summary>Compiled by the project, and another's to account for.</summary>
    public List<SourceFile>[] Shared { get; }

    /// <summary>Below the project's folder and compiled by nobody.</summary>
    public List<SourceFile>[] LeftOver { get; }
    public List<SourceFile> WithoutProject { get; } = [];

    /// <summary>Projects whose selection cost too much to follow, or that share too much.</summary>
    public List<(ProjectFile Project, string Reason)> Unfinished { get; } = [];

    private static void Add<T>(Dictionary<string, List<T>> lists, string key, T value)
    {
        if (!lists.TryGetValue(key, out List<T>? list))
            lists.Add(key, list = []);
        list.Add(value);
    }

    private void Assign()
    {
        var nearest = new string?[files.Count];
        for (int f = 0; f < files.Count; f++)
        {
            if (!IsCode(files[f].Kind))
                continue;
            nearest[f] = Nearest(ProjectFile.FolderOf(files[f].Path));
            if (nearest[f] is { } folder && files[f].Kind == FileKind.CSharp)
                Add(below, folder, f);
        }

        var selected = new List<int>[projects.Length];
        for (int p = 0; p < projects.Length; p++)
        {
            selected[p] = Select(projects[p]);
            foreach (int f in selected[p])
            {
                if (owner[f] == Loose || IsBetter(p, owner[f], files[f].Path))
                    owner[f] = p;
            }
        }

        var rest = new bool[files.Count];
        for (int f = 0; f < files.Count; f++)
        {
            if (files[f].Kind == FileKind.CSharp && owner[f] == Loose && nearest[f] is { } folder)
                (owner[f], rest[f]) = Leave(byFolder[folder], selected);
        }

        AssignPages(nearest, rest);
        for (int f = 0; f < files.Count; f++)
        {
            if (IsCode(files[f].Kind))
                (owner[f] == Loose ? WithoutProject : (rest[f] ? LeftOver : Owned)[owner[f]]).Add(files[f]);
        }

        for (int p = 0; p < projects.Length; p++)
            Share(p, selected[p]);
    }

    private static bool IsCode(FileKind kind) =>
        kind is FileKind.CSharp or FileKind.RazorView or FileKind.RazorComponent or FileKind.WebForms;

    private string? Nearest(string folder)
    {
        while (!byFolder.ContainsKey(folder))
        {
            if (folder.Length == 0)
                return null;
            folder = ProjectFile.FolderOf(folder.TrimEnd('/'));
        }

        return folder;
    }

    /// <summary>The code that ships before its tests, then the project nearest above the file, then the first by name.</summary>
    private bool IsBetter(int project, int than, string path)
    {
        ProjectFile one = projects[project],
            other = projects[than];
        if (one.IsTest != other.IsTest)
            return other.IsTest;
        return Depth(one) > Depth(other);

        int Depth(ProjectFile p) => path.StartsWith(p.Folder, StringComparison.Ordinal) ? p.Folder.Length : -1;
    }

    /// <summary>Who compiles nothing that is here compiles something that was not understood.</summary>
    private (int Owner, bool IsRest) Leave(List<int> candidates, List<int>[] selected)
    {
        int open = candidates.FindIndex(p => projects[p].IsOpen || selected[p].Count == 0);
        return open >= 0 ? (candidates[open], false) : (candidates[0], true);
    }

    /// <summary>Pages go with the code behind them, else with the project nearest above.</summary>
    private void AssignPages(string?[] nearest, bool[] rest)
    {
        var code = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (int f = 0; f < files.Count; f++)
        {
            if (files[f].Kind == FileKind.CSharp)
                code.TryAdd(files[f].Path, f);
        }

        for (int f = 0; f < files.Count; f++)
        {
            if (!IsCode(files[f].Kind) || files[f].Kind == FileKind.CSharp || nearest[f] is not { } folder)
                continue;
            List<int> candidates = byFolder[folder];
            int web = candidates.FindIndex(p =>
                projects[p].Sdk.Contains("Web", StringComparison.Ordinal) || projects[p].Sdk.Contains("Razor", StringComparison.Ordinal)
            );
            owner[f] = candidates[Math.Max(web, 0)];
            if (code.TryGetValue(files[f].Path + ".cs", out int behind) && owner[behind] != Loose)
                (owner[f], rest[f]) = (owner[behind], rest[behind]);
        }
    }

    private void Share(int project, List<int> selected)
    {
        foreach (int f in selected)
        {
            if (owner[f] == project)
                continue;
            if ((extraBytes -= Math.Max(files[f].Bytes, 1000)) < 0)
            {
                Unfinished.Add((projects[project], "too many files are compiled into several projects: not all of them bind here"));
                return;
            }

            Shared[project].Add(files[f]);
        }
    }

    /// <summary>The C# files that the project compiles, in the order of the tree.</summary>
    private List<int> Select(ProjectFile project)
    {
        var selected = new HashSet<int>();
        foreach (CompileStep step in project.Steps)
        {
            if (step == CompileStep.Below)
                TakeFolder(project, selected);
            else if (step == CompileStep.Nothing)
                selected.Clear();
            else
                Take(step, selected);
        }

        if (index.IsSpent)
        {
            Unfinished.Add((project, "the files that it compiles were not all found: the tree's patterns cost too much to match"));
            return
                below.GetValueOrDefault(project.Folder) is { } own && byFolder[project.Folder][0] is var first && projects[first] == project
                ? [.. own]
                : [];
        }

        List<int> sorted = [.. selected];
        sorted.Sort();
        return sorted;
    }

    private void TakeFolder(ProjectFile project, HashSet<int> selected)
    {
        if (!project.TakesFolder || !below.TryGetValue(project.Folder, out List<int>? own) || !index.Pay(own.Count))
            return;
        foreach (int f in own)
        {
            // As the SDK does: nothing in folders whose names begin with a dot.
            if (
                files[f].Path.IndexOf("/.", Math.Max(project.Folder.Length - 1, 0), StringComparison.Ordinal) < 0
                && !files[f].Path.AsSpan(project.Folder.Length).StartsWith('.')
                && !project.FolderExcludes.Any(e => index.Matches(e, f))
            )
                selected.Add(f);
        }
    }

    private void Take(CompileStep step, HashSet<int> selected)
    {
        foreach (int f in step.Include.SelectMany(index.Find))
        {
            if (files[f].Kind == FileKind.CSharp && !step.Exclude.Any(e => index.Matches(e, f)))
                selected.Add(f);
        }

        foreach (ItemPattern pattern in step.Remove)
        {
            foreach (int f in index.Find(pattern))
                selected.Remove(f);
        }
    }
}
