using Shrike.Analysis.Facts;

namespace Shrike.Analysis.Sources;

/// <summary>The MSBuild files of a tree, each read once at most. What all projects together may ask of them is bounded.</summary>
internal sealed class ProjectFiles
{
    private const int MaxKept = 1_000_000;

    private readonly Dictionary<string, SourceFile> byPath = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> solutions = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ProjectXml?> read = new(StringComparer.Ordinal);
    private int kept;
    private long budget = 40_000_000;

    public ProjectFiles(IEnumerable<SourceFile> files)
    {
        foreach (SourceFile file in files.Where(f => f.Kind == FileKind.Project))
        {
            byPath.TryAdd(file.Path, file);
            if (
                file.Path.EndsWith(".sln", StringComparison.OrdinalIgnoreCase)
                || file.Path.EndsWith(".slnx", StringComparison.OrdinalIgnoreCase)
            )
                solutions.Add(ProjectFile.FolderOf(file.Path));
        }
    }

    public List<Problem> Problems { get; } = [];

    public bool Pay(int cost) => (budget -= cost) > 0;

    public SourceFile? Find(string path) => byPath.GetValueOrDefault(path);

    public ProjectXml? Read(SourceFile file)
    {
        if (read.TryGetValue(file.Path, out ProjectXml? known))
            return known;
        ProjectXml? xml = ProjectXml.Load(file, Problems);
        if (xml is not null && (kept += xml.Entries.Count) > MaxKept)
        {
            Problems.Add(new Problem(file.Path, "project file not read: the tree's project files say too much"));
            xml = null;
        }

        return read[file.Path] = xml;
    }

    /// <summary>The nearest file of a name in a folder or above it.</summary>
    public SourceFile? Above(string name, string folder)
    {
        while (true)
        {
            if (Find(folder + name) is { } file)
                return file;
            if (folder.Length == 0)
                return null;
            folder = ProjectFile.FolderOf(folder.TrimEnd('/'));
        }
    }

    /// <summary>The folder of the nearest solution; without one it is not known.</summary>
    public string? SolutionFolder(string folder)
    {
        while (!solutions.Contains(folder))
        {
            if (folder.Length == 0)
                return null;
            folder = ProjectFile.FolderOf(folder.TrimEnd('/'));
        }

        return folder;
    }
}

/// <summary>A reference to another project and what it says of itself.</summary>
/// <param name="Path">Relative to the root.</param>
/// <param name="IsPrivate">Who refers to this project does not see it.</param>
internal sealed record ProjectReference(string Path, bool IsPrivate);

/// <summary>One step of the list of compiled files; the first of an SDK's project is what lies below its folder.</summary>
internal sealed record CompileStep(
    IReadOnlyList<ItemPattern> Include,
    IReadOnlyList<ItemPattern> Exclude,
    IReadOnlyList<ItemPattern> Remove
)
{
    public static CompileStep Below { get; } = new([], [], []);
    public static CompileStep Nothing { get; } = new([], [], []);
}

/// <summary>Goes through a project and what it imports once, in MSBuild's order: properties and items as data. No function is
/// called, no file outside the tree is asked for.</summary>
internal sealed class ProjectEvaluation
{
    private const int MaxImports = 32;
    private const int MaxItems = 1000;
    private const int MaxSteps = 50_000;

    private readonly ProjectFiles files;
    private readonly string path;
    private readonly string folder;
    private readonly string? framework;
    private readonly Dictionary<string, string> properties = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> imported = new(StringComparer.Ordinal);
    private readonly Func<string, string?> known;
    private string current;

    /// <param name="framework">The one of several that is looked at.</param>
    public ProjectEvaluation(ProjectFiles files, SourceFile file, ProjectXml root, string? framework = null)
    {
        this.files = files;
        this.framework = framework;
        path = file.Path;
        current = path;
        folder = ProjectFile.FolderOf(path);
        known = Known;
        Sdk = root.Sdk;
        imported.Add(path);
        Import(files.Above("Directory.Build.props", folder), 0);
        Steps.Add(CompileStep.Below);
        Walk(root, path, 0);
        Import(files.Above("Directory.Build.targets", folder), 0);
    }

    public string Sdk { get; private set; }
    public List<string> Usings { get; } = [];
    public List<string> Packages { get; } = [];
    public List<ProjectReference> References { get; } = [];
    public List<CompileStep> Steps { get; } = [];

    /// <summary>Some files are named in a way that was not understood, or there was too much to look at.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>As it is written: what is said of the framework says nothing to a project of the old style.</summary>
    public string? Own(string name) => properties.GetValueOrDefault(name);

    public string? Property(string name) => properties.GetValueOrDefault(name) is { } value ? ProjectCondition.Expand(value, known) : null;

    public bool Is(string name, string value) => value.Equals(Property(name), StringComparison.OrdinalIgnoreCase);

    private string? Known(string name)
    {
        if (framework is not null && name.Equals("TargetFramework", StringComparison.OrdinalIgnoreCase))
            return framework;
        if (properties.TryGetValue(name, out string? value))
            return value;
        return name.ToUpperInvariant() switch
        {
            "CONFIGURATION" => "Debug",
            "PLATFORM" => "AnyCPU",
            "MSBUILDTHISFILEDIRECTORY" => ItemPattern.Root + ProjectFile.FolderOf(current),
            "MSBUILDTHISFILE" => System.IO.Path.GetFileName(current),
            "MSBUILDTHISFILENAME" => System.IO.Path.GetFileNameWithoutExtension(current),
            "MSBUILDTHISFILEFULLPATH" => ItemPattern.Root + current,
            "MSBUILDPROJECTDIRECTORY" or "PROJECTDIR" => ItemPattern.Root + folder,
            "MSBUILDPROJECTNAME" => System.IO.Path.GetFileNameWithoutExtension(path),
            "MSBUILDPROJECTFILE" => System.IO.Path.GetFileName(path),
            "MSBUILDPROJECTFULLPATH" => ItemPattern.Root + path,
            "MSBUILDPROJECTEXTENSION" => System.IO.Path.GetExtension(path),
            "SOLUTIONDIR" when files.SolutionFolder(folder) is { } solution => ItemPattern.Root + solution,
            _ => null,
        };
    }

    private void Import(SourceFile? file, int depth)
    {
        if (file is null || depth > MaxImports || !imported.Add(file.Path) || files.Read(file) is not { } xml)
            return;
        string before = current;
        current = file.Path;
        if (Sdk.Length == 0)
            Sdk = xml.Sdk;
        Walk(xml, file.Path, depth);
        current = before;
    }

    private void Walk(ProjectXml xml, string file, int depth)
    {
        for (int i = 0; i < xml.Entries.Count; )
        {
            ProjectEntry entry = xml.Entries[i];
            int cost = 1 + (((entry.Condition?.Length ?? 0) + (entry.Value?.Length ?? 0)) >> 5);
            if (!files.Pay(cost))
            {
                if (!IsOpen)
                    files.Problems.Add(new Problem(path, $"not all of {file} was read: the tree's project files say too much"));
                IsOpen = true;
                return;
            }

            bool isOff =
                entry.Condition is { } condition
                && (ProjectCondition.Fails(condition, known) || ProjectCondition.IsOnRequest(condition, known));
            i = isOff && entry.Kind == EntryKind.Block ? Math.Max(entry.End, i + 1) : i + 1;
            if (!isOff)
                Take(entry, depth);
        }
    }

    private void Take(ProjectEntry entry, int depth)
    {
        switch (entry.Kind)
        {
            case EntryKind.Property:
                Set(entry.Name, entry.Value!);
                break;
            case EntryKind.Import when entry.Value is { } import:
                Import(FileOf(import), depth + 1);
                break;
            case EntryKind.Item when entry.Name == "Compile":
                Compile(entry);
                break;
            case EntryKind.Item:
                Item(entry);
                break;
            default:
                break;
        }
    }

    /// <summary>`$(Constants);MORE` takes in what was there before.</summary>
    private void Set(string property, string value)
    {
        if (properties.Count >= MaxItems && !properties.ContainsKey(property))
            return;
        if (value.Contains("$(", StringComparison.Ordinal))
        {
            string whole = value.Replace(
                $"$({property})",
                properties.GetValueOrDefault(property) ?? "",
                StringComparison.OrdinalIgnoreCase
            );
            // Where it was written is known only now.
            whole = ProjectCondition.Expand(whole, known);
            value = whole.Length < ProjectXml.MaxValue ? whole : value;
        }

        properties[property] = value;
    }

    /// <summary>The file in the tree that an import means; none where it is of the SDK, elsewhere, or not understood.</summary>
    private SourceFile? FileOf(string import)
    {
        string expanded = ProjectCondition.Expand(import, known).Replace('\\', '/');
        if (expanded.Contains("$(", StringComparison.Ordinal) || expanded.Contains("$([", StringComparison.Ordinal))
        {
            // The usual way to say "the next one above": by functions of MSBuild, for which the name is enough.
            if (!expanded.Contains("OfFileAbove", StringComparison.OrdinalIgnoreCase))
                return null;
            string name = FileNames.Last(expanded);
            string start = ProjectFile.FolderOf(current);
            if (name.Equals(System.IO.Path.GetFileName(current), StringComparison.OrdinalIgnoreCase))
            {
                if (start.Length == 0)
                    return null;
                start = ProjectFile.FolderOf(start.TrimEnd('/'));
            }

            return name.Length == 0 ? null : files.Above(name, start);
        }

        // Relative to the file that imports, unlike items.
        List<ItemPattern> found = ItemPattern.Parse(expanded, ProjectFile.FolderOf(current), out _);
        return found is [{ Glob: null } one] ? files.Find(one.Written) : null;
    }

    private void Compile(ProjectEntry entry)
    {
        if (Steps.Count >= MaxSteps)
        {
            IsOpen = true;
            return;
        }

        if (entry.Remove is { } remove)
        {
            if (remove.Trim().Equals("@(Compile)", StringComparison.OrdinalIgnoreCase))
                Steps.Add(CompileStep.Nothing);
            else
                Steps.Add(new CompileStep([], [], Patterns(remove, out _)));
        }

        if (entry.Value is not { } include)
            return;
        List<ItemPattern> included = Patterns(include, out bool isUnknown);
        IsOpen |= isUnknown;
        if (included.Count > 0)
            Steps.Add(new CompileStep(included, entry.Exclude is { } exclude ? Patterns(exclude, out _) : [], []));
    }

    public List<ItemPattern> Patterns(string list, out bool isUnknown) =>
        ItemPattern.Parse(ProjectCondition.Expand(list, known), folder, out isUnknown);

    private void Item(ProjectEntry entry)
    {
        if (entry.Name == "ProjectReference")
        {
            Reference(entry);
            return;
        }

        List<string> list = entry.Name == "Using" ? Usings : Packages;
        if (entry.Name == "Using" && entry.Remove is { } removed)
        {
            string[] names = removed.Split(';', StringSplitOptions.TrimEntries);
            Usings.RemoveAll(u => names.Contains(u));
            Usings.AddRange(names.Where(n => n.Length > 0 && Usings.Count < MaxItems).Select(n => "-" + n));
        }

        if (entry.Value is not { } value || list.Count >= MaxItems || value.Length >= ProjectXml.MaxValue)
            return;
        if (entry.Name == "Reference")
            value = value.Split(',')[0];
        if (!value.Contains("$(", StringComparison.Ordinal) && !value.Contains(';', StringComparison.Ordinal))
        {
            list.Add(entry.Name == "Using" ? Using(entry, value) : value);
            return;
        }

        foreach (
            string one in ProjectCondition
                .Expand(value, known)
                .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        )
        {
            if (list.Count < MaxItems)
                list.Add(entry.Name == "Using" ? Using(entry, one) : one);
        }
    }

    private static string Using(ProjectEntry entry, string name) =>
        entry["Alias"] is { } alias ? $"{alias} = {name}"
        : "true".Equals(entry["Static"], StringComparison.OrdinalIgnoreCase) ? $"static {name}"
        : name;

    private void Reference(ProjectEntry entry)
    {
        if (entry.Remove is { } remove)
        {
            var gone = Patterns(remove, out _).Select(p => p.Prefix).ToHashSet(StringComparer.Ordinal);
            References.RemoveAll(r => gone.Contains(r.Path.ToLowerInvariant()));
        }

        if (
            entry.Value is not { } include
            || "false".Equals(entry["ReferenceOutputAssembly"], StringComparison.OrdinalIgnoreCase)
            || Names(entry["ExcludeAssets"], "compile")
        )
            return;
        foreach (ItemPattern pattern in Patterns(include, out _))
        {
            if (pattern.Glob is null && References.Count < MaxItems)
                References.Add(new ProjectReference(pattern.Written, Names(entry["PrivateAssets"], "compile")));
        }
    }

    private static bool Names(string? assets, string one) =>
        assets is not null
        && assets
            .Split(';', StringSplitOptions.TrimEntries)
            .Any(a => a.Equals(one, StringComparison.OrdinalIgnoreCase) || a.Equals("all", StringComparison.OrdinalIgnoreCase));
}
