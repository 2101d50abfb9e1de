using Shrike.Analysis.Facts;

namespace Shrike.Analysis.Sources;

/// <summary>The projects of a tree in dependency order. Every code file is accounted for by exactly one: a project that compiles it,
/// the rest of the nearest project above it, or the loose files.</summary>
public sealed record ProjectSet(IReadOnlyList<SourceProject> Projects, IReadOnlyList<Problem> Problems)
{
    public static ProjectSet Group(SourceTree tree)
    {
        var files = new ProjectFiles(tree.Files);
        // One that is broken is said to be, also where no project asks for it.
        foreach (SourceFile file in tree.Files.Where(f => f.Kind == FileKind.Project && IsForAll(f.Path)))
            files.Read(file);
        ProjectFile[] projects =
        [
            .. tree
                .Files.Where(f => f.Kind == FileKind.Project && f.Path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase))
                .OrderBy(f => f.Path, StringComparer.Ordinal)
                .Select(f => ProjectFile.Read(f, files)),
        ];
        var compiled = new CompiledFiles(tree.Files, projects);
        foreach ((ProjectFile project, string reason) in compiled.Unfinished)
            files.Problems.Add(new Problem(project.Path, reason));
        return new ProjectSet(new ProjectOrder(tree, projects, compiled, files.Problems).Run(), files.Problems);
    }

    private static bool IsForAll(string path) =>
        path.EndsWith("Directory.Build.props", StringComparison.Ordinal)
        || path.EndsWith("Directory.Build.targets", StringComparison.Ordinal);
}
