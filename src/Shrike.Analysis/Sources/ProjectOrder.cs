using Shrike.Analysis.Facts;

namespace Shrike.Analysis.Sources;

/// <summary>Puts what projects refer to before them, and makes of each what binds together.</summary>
internal sealed class ProjectOrder
{
    private readonly SourceTree tree;
    private readonly ProjectFile[] projects;
    private readonly CompiledFiles compiled;
    private readonly List<Problem> problems;
    private readonly int[][] needed;
    private readonly bool[] isWanted;
    private readonly int[] place;
    private readonly List<SourceProject> ordered = [];

    public ProjectOrder(SourceTree tree, ProjectFile[] projects, CompiledFiles compiled, List<Problem> problems)
    {
        this.tree = tree;
        this.projects = projects;
        this.compiled = compiled;
        this.problems = problems;
        // References are often written in another case than the file's; where two differ by nothing else, the first is meant.
        var byPath = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (int p = 0; p < projects.Length; p++)
            byPath.TryAdd(projects[p].Path, p);
        isWanted = [.. projects.Select((_, p) => compiled.Owned[p].Count + compiled.LeftOver[p].Count > 0)];
        needed =
        [
            .. projects.Select(
                (project, p) =>
                    project
                        .References.Select(r => byPath.TryGetValue(r.Path, out int found) ? found : p)
                        .Where(r => r != p && compiled.Owned[r].Count + compiled.Shared[r].Count + compiled.LeftOver[r].Count > 0)
                        .Distinct()
                        .ToArray()
            ),
        ];
        place = new int[projects.Length];
        Array.Fill(place, -1);
    }

    /// <summary>Depth first over references, without recursion; a reference back to a project that is still open is dropped.</summary>
    public List<SourceProject> Run()
    {
        AddLoose();
        var opened = new bool[projects.Length];
        for (int start = 0; start < projects.Length; start++)
        {
            if (!isWanted[start])
                continue;
            var stack = new Stack<int>([start]);
            while (stack.TryPeek(out int project))
            {
                if (place[project] >= 0)
                {
                    stack.Pop();
                    continue;
                }

                if (!opened[project])
                {
                    opened[project] = true;
                    foreach (int need in needed[project])
                    {
                        if (place[need] >= 0)
                            continue;
                        if (opened[need])
                            problems.Add(
                                new Problem(
                                    projects[project].Path,
                                    $"projects refer to each other in a circle through {projects[need].Path}"
                                )
                            );
                        else
                            stack.Push(need);
                    }

                    if (stack.Peek() != project)
                        continue;
                }

                stack.Pop();
                Add(project);
            }
        }

        return ordered;
    }

    private void AddLoose()
    {
        if (compiled.WithoutProject.Count == 0)
            return;
        (List<SourceFile> framework, List<SourceFile> modern) = LooseFiles.Split(compiled.WithoutProject);
        AddLoose(modern, framework.Count == 0 && LooksLikeFramework(modern));
        AddLoose(framework, isFramework: true);
    }

    private void AddLoose(List<SourceFile> files, bool isFramework)
    {
        List<LooseUnit> units = LooseUnits.Of(files);
        var at = new int[units.Count];
        for (int i = 0; i < at.Length; i++)
        {
            at[i] = ordered.Count;
            var seen = new List<int>();
            for (int outer = units[i].Outer; outer >= 0 && seen.Count < MaxOuter; outer = units[outer].Outer)
                seen.Add(at[outer]);
            SourceProject project = Make(null, units[i].Files, [.. seen], isFramework);
            string folder = units[i].Folder;
            AddParts(
                folder.Length == 0 ? project : project with { Name = $"{project.Name} in {folder.TrimEnd('/')}", Folder = folder },
                null
            );
        }
    }

    private const int MaxOuter = 16;

    private void Add(int index)
    {
        ProjectFile file = projects[index];
        int[] references = [.. needed[index].Select(n => place[n]).Where(i => i >= 0)];
        place[index] = ordered.Count;
        var hidden = file.References.Where(r => r.IsPrivate).Select(r => r.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        AddParts(
            Make(file, compiled.Owned[index], references, file.IsFramework) with
            {
                Shared = compiled.Shared[index],
                PassedOn = [.. needed[index].Where(n => place[n] >= 0 && !hidden.Contains(projects[n].Path)).Select(n => place[n])],
            },
            file
        );
        if (compiled.LeftOver[index].Count == 0)
            return;
        SourceProject rest = Make(file, compiled.LeftOver[index], [place[index], .. references], file.IsFramework);
        ordered.Add(rest with { Name = $"{rest.Name} (not compiled)", LeftOverOf = place[index] });
    }

    /// <summary>Who refers to a project in parts sees the first: all of them would be held in memory together.</summary>
    private void AddParts(SourceProject whole, ProjectFile? file)
    {
        int first = ordered.Count;
        ordered.AddRange(ProjectParts.Of(whole));
        if (ordered[^1].IsPart)
            problems.Add(
                new Problem(
                    file?.Path ?? "",
                    $"{whole.Files.Count} {(file is null ? "loose files" : "files")} are bound in {ordered.Count - first} parts: calls between these are not followed"
                )
            );
    }

    private static SourceProject Make(ProjectFile? file, List<SourceFile> files, int[] references, bool isFramework) =>
        new(
            file is null ? "loose files" : System.IO.Path.GetFileNameWithoutExtension(file.Path),
            file?.Folder ?? "",
            files,
            ImplicitItems.Constants(file, isFramework),
            ImplicitItems.Usings(file),
            isFramework,
            file?.IsTest ?? false,
            file?.RootNamespace ?? "",
            references
        )
        {
            FrameworkVersion = file?.FrameworkVersion,
            SeesFurther = file?.SeesFurther ?? false,
            IsBeforeCSharp14 = ImplicitItems.IsBeforeCSharp14(file),
        };

    /// <summary>Loose files belong to .NET Framework when they use its web and nothing of ASP.NET Core.</summary>
    private bool LooksLikeFramework(List<SourceFile> files)
    {
        if (files.Any(f => f.Kind == FileKind.WebForms))
            return true;
        bool old = tree.Files.Any(f =>
            f.Kind == FileKind.Configuration
            && f.Path.EndsWith("web.config", StringComparison.OrdinalIgnoreCase)
            && !f.Path.Contains("wwwroot", StringComparison.Ordinal)
        );
        int framework = 0,
            modern = 0;
        foreach (SourceFile file in files.Take(2000))
        {
            try
            {
                int mark = LooseFiles.Mark(file.Start(4000));
                framework += mark > 0 ? 1 : 0;
                modern += mark < 0 ? 1 : 0;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
        }

        return framework > modern || (old && modern == 0 && framework > 0);
    }
}
