using Shrike.Analysis.Facts;

namespace Shrike.Analysis.Sources;

/// <summary>A group of files that bind together.</summary>
/// <param name="Files">C#, Razor and WebForms files, sorted by path.</param>
/// <param name="References">Indices of earlier projects in the set.</param>
public sealed record SourceProject(
    string Name,
    string Folder,
    IReadOnlyList<SourceFile> Files,
    IReadOnlyList<string> Constants,
    IReadOnlyList<string> GlobalUsings,
    bool IsFramework,
    bool IsTest,
    string RootNamespace,
    IReadOnlyList<int> References
)
{
    /// <summary>The version of .NET Framework that the project is built for; null where it is another or does not say.</summary>
    public Version? FrameworkVersion { get; init; }

    /// <summary>One of several that a project too large was cut into.</summary>
    public bool IsPart { get; init; }
}

/// <summary>The projects of a tree in dependency order. Every code file belongs to exactly one: that of the nearest project
/// file above it, or a loose one.</summary>
public sealed record ProjectSet(IReadOnlyList<SourceProject> Projects, IReadOnlyList<Problem> Problems)
{
    private static readonly string[] SdkUsings =
    [
        "System",
        "System.IO",
        "System.Linq",
        "System.Collections.Generic",
        "System.Net.Http",
        "System.Threading",
        "System.Threading.Tasks",
    ];
    private static readonly string[] WebUsings =
    [
        "System.Net.Http.Json",
        "Microsoft.AspNetCore.Builder",
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Http",
        "Microsoft.AspNetCore.Routing",
        "Microsoft.Extensions.Configuration",
        "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Hosting",
        "Microsoft.Extensions.Logging",
    ];

    public static ProjectSet Group(SourceTree tree)
    {
        var problems = new List<Problem>();
        var shared = new Dictionary<string, ProjectXml>(StringComparer.Ordinal);
        foreach (
            SourceFile file in tree.Files.Where(f =>
                f.Kind == FileKind.Project
                && (
                    f.Path.EndsWith("Directory.Build.props", StringComparison.Ordinal)
                    || f.Path.EndsWith("Directory.Build.targets", StringComparison.Ordinal)
                )
            )
        )
        {
            if (ProjectXml.Load(file, problems) is { } xml)
                shared[file.Path] = xml;
        }

        var byFolder = new Dictionary<string, ProjectFile>(StringComparer.Ordinal);
        foreach (
            SourceFile file in tree.Files.Where(f =>
                f.Kind == FileKind.Project && f.Path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)
            )
        )
            byFolder.TryAdd(ProjectFile.FolderOf(file.Path), ProjectFile.Read(file, shared, problems));

        var members = new Dictionary<string, List<SourceFile>>(StringComparer.Ordinal);
        foreach (SourceFile file in tree.Files)
        {
            if (file.Kind is not (FileKind.CSharp or FileKind.RazorView or FileKind.RazorComponent or FileKind.WebForms))
                continue;
            string owner = OwnerOf(ProjectFile.FolderOf(file.Path), byFolder);
            if (!members.TryGetValue(owner, out List<SourceFile>? list))
                members.Add(owner, list = []);
            list.Add(file);
        }

        if (members.TryGetValue(Loose, out List<SourceFile>? loose))
        {
            (List<SourceFile> framework, List<SourceFile> modern) = LooseFiles.Split(loose);
            if (framework.Count > 0)
                (members[Loose], members[LooseFramework]) = (modern, framework);
        }

        return new ProjectSet(Order(members, byFolder, tree, problems), problems);
    }

    private const string Loose = "\0";
    private const string LooseFramework = "\0framework";

    private static string OwnerOf(string folder, Dictionary<string, ProjectFile> byFolder)
    {
        while (!byFolder.ContainsKey(folder))
        {
            if (folder.Length == 0)
                return Loose;
            folder = ProjectFile.FolderOf(folder.TrimEnd('/'));
        }

        return folder;
    }

    /// <summary>Depth first over references, without recursion; a reference back to a project that is still open is dropped.</summary>
    private static List<SourceProject> Order(
        Dictionary<string, List<SourceFile>> members,
        Dictionary<string, ProjectFile> byFolder,
        SourceTree tree,
        List<Problem> problems
    )
    {
        // References are often written in another case than the file's; where two differ by nothing else, the first is meant.
        var byPath = new Dictionary<string, ProjectFile>(StringComparer.OrdinalIgnoreCase);
        foreach (ProjectFile project in byFolder.Values)
            byPath.TryAdd(project.Path, project);
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        var opened = new HashSet<string>(StringComparer.Ordinal);
        var projects = new List<SourceProject>();
        foreach (string start in members.Keys.Order(StringComparer.Ordinal))
        {
            var stack = new Stack<string>([start]);
            while (stack.TryPeek(out string? folder))
            {
                if (index.ContainsKey(folder))
                {
                    stack.Pop();
                    continue;
                }

                ProjectFile? file = byFolder.GetValueOrDefault(folder);
                string[] needed =
                [
                    .. (file?.References ?? [])
                        .Select(r => byPath.GetValueOrDefault(r)?.Folder)
                        .OfType<string>()
                        .Where(f => members.ContainsKey(f) && f != folder)
                        .Distinct(),
                ];
                if (opened.Add(folder))
                {
                    foreach (string need in needed)
                    {
                        if (index.ContainsKey(need))
                            continue;
                        if (opened.Contains(need))
                            problems.Add(new Problem(file!.Path, $"projects refer to each other in a circle through {need}"));
                        else
                            stack.Push(need);
                    }

                    if (stack.Peek() != folder)
                        continue;
                }

                stack.Pop();
                index[folder] = projects.Count;
                SourceProject whole = Make(
                    folder,
                    file,
                    members[folder],
                    [.. needed.Where(index.ContainsKey).Select(n => index[n]).Where(i => i < projects.Count)],
                    tree
                );
                // Who refers to a project in parts sees the first: all of them would be held in memory together.
                projects.AddRange(ProjectParts.Of(whole));
                if (projects[^1].IsPart)
                    problems.Add(
                        new Problem(
                            file?.Path ?? "",
                            $"{whole.Files.Count} {(file is null ? "loose files" : "files")} are bound in {projects.Count - index[folder]} parts: calls between these are not followed"
                        )
                    );
            }
        }

        return projects;
    }

    private static SourceProject Make(string folder, ProjectFile? file, List<SourceFile> files, int[] references, SourceTree tree)
    {
        bool isFramework = file?.IsFramework ?? LooksLikeFramework(files, tree);
        var usings = new List<string>();
        if (file is { ImplicitUsings: true })
        {
            usings.AddRange(SdkUsings);
            if (file.Sdk.Contains(".Web", StringComparison.Ordinal) || file.Sdk.Contains(".Worker", StringComparison.Ordinal))
                usings.AddRange(WebUsings);
        }

        usings.AddRange(file?.Usings ?? []);
        string[] constants =
        [
            .. file?.Constants ?? [],
            "TRACE",
            "DEBUG",
            .. isFramework
                ? (string[])["NETFRAMEWORK", "NET48", "NET472_OR_GREATER", "NET48_OR_GREATER"]
                :
                [
                    "NET",
                    "NETCOREAPP",
                    "NET10_0",
                    "NET5_0_OR_GREATER",
                    "NET6_0_OR_GREATER",
                    "NET7_0_OR_GREATER",
                    "NET8_0_OR_GREATER",
                    "NET9_0_OR_GREATER",
                    "NET10_0_OR_GREATER",
                    "NETCOREAPP3_1_OR_GREATER",
                ],
        ];
        string name = file is null ? "loose files" : System.IO.Path.GetFileNameWithoutExtension(file.Path);
        return new SourceProject(
            name,
            file?.Folder ?? "",
            files,
            constants,
            [.. usings.Where(IsNamespace).Distinct()],
            isFramework,
            file?.IsTest ?? false,
            file?.RootNamespace ?? "",
            references
        )
        {
            FrameworkVersion = file?.FrameworkVersion,
        };
    }

    private static bool IsNamespace(string name) =>
        name.Length is > 0 and < 300 && name.All(c => char.IsLetterOrDigit(c) || c is '.' or '_');

    /// <summary>Loose files belong to .NET Framework when they use its web and nothing of ASP.NET Core.</summary>
    private static bool LooksLikeFramework(List<SourceFile> files, SourceTree tree)
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
