using System.Xml.Linq;
using Shrike.Tests.Rules;

namespace Shrike.Tests.Repository;

public sealed class ProjectTests
{
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["build/ReferenceAssemblies"] = [],
        ["src/Shrike.Analysis"] = ["ReferenceAssemblies"],
        ["src/Shrike.Review"] = ["Shrike.Analysis"],
        ["src/Shrike.Bench"] = ["Shrike.Analysis", "Shrike.Review"],
        ["src/Shrike"] = ["Shrike.Analysis", "Shrike.Bench", "Shrike.Review"],
        ["tests/Shrike.Tests"] = ["Shrike"],
        ["perf/Shrike.Perf"] = ["Shrike", "Shrike.Analysis", "Shrike.Review"],
    };

    private static IEnumerable<string> Projects() =>
        XDocument.Load(Path.Combine(RepositoryRoot.Path, "Shrike.slnx")).Descendants("Project").Select(p => p.Attribute("Path")!.Value);

    [Fact]
    public void Projects_refer_only_where_the_design_lets_them()
    {
        foreach (string path in Projects())
        {
            string folder = Path.GetDirectoryName(path)!.Replace('\\', '/');
            Assert.True(Arrows.ContainsKey(folder), $"{folder} is a project that docs/architecture.md does not know");
            IEnumerable<string> refers = XDocument
                .Load(Path.Combine(RepositoryRoot.Path, path))
                .Descendants("ProjectReference")
                .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value));
            Assert.Empty(refers.Except(Arrows[folder]));
        }
    }

    [Fact]
    public void Every_project_below_src_is_in_the_solution_and_in_the_architecture()
    {
        string architecture = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "architecture.md"));
        foreach (string folder in Directory.GetDirectories(Path.Combine(RepositoryRoot.Path, "src")).Select(f => Path.GetFileName(f)!))
        {
            Assert.Contains($"src/{folder}/{folder}.csproj", Projects());
            Assert.Contains($"| `src/{folder}` |", architecture, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_package_version_is_central_and_has_a_reason_beside_it()
    {
        XElement[] nodes = [.. XDocument.Load(Path.Combine(RepositoryRoot.Path, "Directory.Packages.props")).Descendants("PackageVersion")];
        Assert.NotEmpty(nodes);
        Assert.All(nodes, node => Assert.Contains(node.NodesBeforeSelf(), n => n is XComment));
        foreach (string path in Projects())
            Assert.All(
                XDocument.Load(Path.Combine(RepositoryRoot.Path, path)).Descendants("PackageReference"),
                p => Assert.Null(p.Attribute("Version"))
            );
    }
}
