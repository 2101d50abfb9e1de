namespace Shrike.Analysis.Sources;

/// <summary>A folder of files without a project that are a program of their own, and the unit around it, which it sees.</summary>
/// <param name="Folder">"" for what belongs to no folder in particular, else ending in '/'.</param>
/// <param name="Outer">Index of an earlier unit; -1 without.</param>
internal sealed record LooseUnit(string Folder, List<SourceFile> Files, int Outer);

/// <summary>Parts files without a project into programs. Folders that mostly declare types which other folders declare too are versions,
/// copies or cases, and none of them sees another's. What lies around them is seen by all.</summary>
internal static class LooseUnits
{
    /// <summary>Each is a compilation; the rest are told apart file by file only.</summary>
    private const int MaxUnits = 1_000;
    private const int MaxDepth = 64;

    /// <summary>Of more, the names alone would take much memory.</summary>
    private const int MaxFiles = 200_000;

    /// <summary>Characters of a file that are looked at.</summary>
    private const int MaxLook = 16_000;

    public static List<LooseUnit> Of(List<SourceFile> files)
    {
        string[] folders = [.. files.Select(f => ProjectFile.FolderOf(f.Path))];
        HashSet<string> alone = files.Count > MaxFiles || folders.Distinct().Take(2).Count() < 2 ? [] : Alone(files, folders);
        var units = new List<LooseUnit>();
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        var members = new Dictionary<string, List<SourceFile>>(StringComparer.Ordinal);
        for (int i = 0; i < files.Count; i++)
        {
            string unit = Nearest(folders[i], alone);
            if (!members.TryGetValue(unit, out List<SourceFile>? list))
                members.Add(unit, list = []);
            list.Add(files[i]);
        }

        // A folder comes before those in it.
        foreach (string unit in members.Keys.Order(StringComparer.Ordinal))
        {
            index.Add(unit, units.Count);
            units.Add(new LooseUnit(unit, members[unit], unit.Length == 0 ? -1 : OuterOf(unit, alone, index)));
        }

        return units;
    }

    private static int OuterOf(string unit, HashSet<string> alone, Dictionary<string, int> index)
    {
        for (int i = 0; unit.Length > 0 && i < MaxDepth; i++)
        {
            unit = Nearest(ProjectFile.FolderOf(unit.TrimEnd('/')), alone);
            if (index.TryGetValue(unit, out int outer))
                return outer;
        }

        return -1;
    }

    private static string Nearest(string folder, HashSet<string> alone)
    {
        while (folder.Length > 0 && !alone.Contains(folder))
            folder = ProjectFile.FolderOf(folder.TrimEnd('/'));
        return folder;
    }

    private static HashSet<string> Alone(List<SourceFile> files, string[] folders)
    {
        List<string>[] names = [.. files.Select(NamesIn)];
        var declaring = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        for (int i = 0; i < files.Count; i++)
        {
            foreach (string name in names[i])
            {
                if (!declaring.TryGetValue(name, out List<string>? list))
                    declaring.Add(name, list = []);
                list.Add(folders[i]);
            }
        }

        foreach (List<string> list in declaring.Values)
            list.Sort(StringComparer.Ordinal);
        var counts = new Dictionary<string, (int All, int Twice)>(StringComparer.Ordinal);
        for (int i = 0; i < files.Count; i++)
        {
            string folder = folders[i];
            int twice = names[i].Count(n => declaring[n] is var all && (all[0] != folder || all[^1] != folder));
            for (int depth = 0; folder.Length > 0 && depth < MaxDepth; depth++)
            {
                (int all, int before) = counts.GetValueOrDefault(folder);
                counts[folder] = (all + names[i].Count, before + twice);
                folder = ProjectFile.FolderOf(folder.TrimEnd('/'));
            }
        }

        var alone = new SortedSet<string>(StringComparer.Ordinal);
        foreach (List<string> list in declaring.Values)
        {
            for (int i = 1; i < list.Count; i++)
                Part(list[i - 1], list[i]);
        }

        return [.. alone.Take(MaxUnits)];

        void Part(string one, string other)
        {
            int shared = Shared(one, other);
            foreach (string folder in (string[])[one, other])
            {
                // The folder below what both share, where it is mostly made of what others declare as well.
                int end = folder.Length > shared ? folder.IndexOf('/', shared) + 1 : 0;
                if (end > 0 && counts.GetValueOrDefault(folder[..end]) is { All: > 0 } count && count.Twice * 2 >= count.All)
                    alone.Add(folder[..end]);
            }
        }
    }

    /// <summary>The length of the folder that both lie in.</summary>
    private static int Shared(string one, string other)
    {
        int same = one.AsSpan().CommonPrefixLength(other);
        return one.AsSpan(0, same).LastIndexOf('/') + 1;
    }

    private static List<string> NamesIn(SourceFile file)
    {
        if (file.Kind != FileKind.CSharp)
            return [];
        try
        {
            return DeclaredNames.In(file.Start((int)Math.Min(file.Bytes, MaxLook)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
