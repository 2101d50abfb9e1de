using Shrike.Analysis.Facts;
using Shrike.Analysis.Sources;

namespace Shrike.Tests.CSharp;

/// <summary>Where a library that Shrike has stubs for is scanned itself, its own declarations count.</summary>
public class LibrariesThemselvesTests
{
    [Theory]
    [InlineData("Microsoft.EntityFrameworkCore", "DbContext")]
    [InlineData("Dapper", "SqlMapper")]
    [InlineData("Acme", "Unheard")]
    public void Projects_that_refer_to_the_library_bind_to_it(string space, string type)
    {
        Codebase result = Analyse.Files(
            null,
            Project("lib/lib.csproj", ""),
            SourceFile.InMemory(
                "lib/lib.cs",
                $"namespace {space} {{ public class {type} {{ public void Run(string s) {{ System.Diagnostics.Process.Start(s); }} }} }}"
            ),
            Project("app/app.csproj", "<ProjectReference Include=\"../lib/lib.csproj\" />"),
            SourceFile.InMemory(
                "app/app.cs",
                $"using {space}; class P {{ static void Main(string[] args) {{ {type} it = new(); it.Run(args[0]); }} }}"
            )
        );

        Assert.Contains(result.Candidates, c => c.Rule.Id == "os-command" && c.Where.Path == "lib/lib.cs");
    }

    [Fact]
    public void What_the_project_does_not_declare_is_still_known()
    {
        Codebase result = Analyse.Files(
            null,
            Project("lib/lib.csproj", ""),
            SourceFile.InMemory("lib/lib.cs", "namespace Dapper { public class DynamicParameters { } }"),
            Project("app/app.csproj", "<ProjectReference Include=\"../lib/lib.csproj\" />"),
            SourceFile.InMemory(
                "app/app.cs",
                "using Dapper; class P { static void Main(string[] args) { System.Data.IDbConnection c = null; c.Execute(\"delete \" + args[0], new DynamicParameters()); } }"
            )
        );

        Assert.Contains(result.Candidates, c => c.Rule.Id == "sql-injection");
    }

    private static SourceFile Project(string path, string items) =>
        SourceFile.InMemory(path, $"<Project Sdk=\"Microsoft.NET.Sdk\"><ItemGroup>{items}</ItemGroup></Project>", FileKind.Project);
}
