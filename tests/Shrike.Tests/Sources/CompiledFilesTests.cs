using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Sources;

namespace Shrike.Tests.Sources;

public sealed class CompiledFilesTests
{
    private const string Sdk = " Sdk=\"Microsoft.NET.Sdk\"";
    private const string NoDefaults = "<PropertyGroup><EnableDefaultCompileItems>false</EnableDefaultCompileItems></PropertyGroup>";

    private static SourceFile Project(string path, string body, string sdk = Sdk) =>
        SourceFile.InMemory(path, $"<Project{sdk}>{body}</Project>", FileKind.Project);

    private static SourceFile Code(string path, string code = "class C { }") => SourceFile.InMemory(path, code);

    private static ProjectSet Group(params SourceFile[] files) => ProjectSet.Group(new SourceTree("/nowhere", files, []));

    private static string Compile(string attributes) => $"<ItemGroup><Compile {attributes} /></ItemGroup>";

    /// <summary>"name: files; also what others account for".</summary>
    private static IEnumerable<string> Told(ProjectSet set) =>
        set
            .Projects.Select(p =>
                $"{p.Name}: {string.Join(' ', p.Files.Select(f => f.Path))}"
                + (p.Shared.Count > 0 ? $"; also {string.Join(' ', p.Shared.Select(f => f.Path))}" : "")
            )
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> OfOne(string body, string sdk = Sdk) =>
        Told(
            Group(
                Project("a/a.csproj", body, sdk),
                Code("a/A.cs"),
                Code("a/B.cs"),
                Code("a/x/A.cs"),
                Code("a/x/y/C.cs"),
                Code("a/[z]/D.cs"),
                Code("other/O.cs")
            )
        );

    private const string All = "a/A.cs a/B.cs a/x/A.cs a/x/y/C.cs a/[z]/D.cs";

    [Theory]
    [InlineData("", All, "", true)]
    [InlineData("Remove=\"x/**\"", "a/A.cs a/B.cs a/[z]/D.cs", "a/x/A.cs a/x/y/C.cs", true)]
    [InlineData("Remove=\"X\\y\\*.CS;b.cs\"", "a/A.cs a/x/A.cs a/[z]/D.cs", "a/B.cs a/x/y/C.cs", true)]
    [InlineData("Remove=\"**/A.cs\"", "a/B.cs a/x/y/C.cs a/[z]/D.cs", "a/A.cs a/x/A.cs", true)]
    [InlineData("Remove=\"*.cs\"", "a/x/A.cs a/x/y/C.cs a/[z]/D.cs", "a/A.cs a/B.cs", true)]
    [InlineData("Remove=\"[z]/*.cs\"", "a/A.cs a/B.cs a/x/A.cs a/x/y/C.cs", "a/[z]/D.cs", true)]
    [InlineData("Remove=\"$(MSBuildThisFileDirectory)x/**/*\"", "a/A.cs a/B.cs a/[z]/D.cs", "a/x/A.cs a/x/y/C.cs", true)]
    [InlineData("Remove=\"x/**\" Condition=\"'$(Configuration)' == 'Release'\"", All, "", true)]
    [InlineData("Remove=\"$(Unknown)/x/**\"", All, "", true)]
    [InlineData("Update=\"B.cs\"", All, "", true)]
    [InlineData("Include=\"B.cs\"", "a/B.cs", "a/A.cs a/x/A.cs a/x/y/C.cs a/[z]/D.cs", false)]
    [InlineData("Include=\"**/*.cs\" Exclude=\"x/**;B.cs\"", "a/A.cs a/[z]/D.cs", "a/B.cs a/x/A.cs a/x/y/C.cs", false)]
    [InlineData("Include=\"x/**/?.cs;%41.cs\"", "a/A.cs a/x/A.cs a/x/y/C.cs", "a/B.cs a/[z]/D.cs", false)]
    [InlineData("Include=\"$(Unknown)/*.cs\"", All, "", false)]
    [InlineData("Include=\"@(Mine)\"", All, "", false)]
    public void What_is_named_is_compiled_and_the_rest_is_looked_at(string item, string compiled, string rest, bool hasDefaults)
    {
        string[] expected =
        [
            $"a: {compiled}",
            .. rest.Length > 0 ? (string[])[$"a (not compiled): {rest}"] : [],
            "loose files: other/O.cs",
        ];

        string body = item.Length > 0 ? Compile(item) : "";
        Assert.Equal(expected.Order(StringComparer.Ordinal), OfOne(hasDefaults ? body : NoDefaults + body));
        if (!hasDefaults)
            Assert.Equal(
                expected.Order(StringComparer.Ordinal),
                OfOne(body, " xmlns=\"http://schemas.microsoft.com/developer/msbuild/2003\"")
            );
    }

    [Fact]
    public void A_project_of_the_old_style_that_names_no_files_has_those_of_its_folder() =>
        Assert.Equal(
            [$"a: {All}", "loose files: other/O.cs"],
            OfOne("<Import Project=\"$(MSBuildToolsPath)\\Microsoft.CSharp.targets\" />", "")
        );

    [Fact]
    public void What_the_SDK_leaves_out_is_left_out()
    {
        ProjectSet set = Group(
            Project(
                "a.csproj",
                "<PropertyGroup><DefaultItemExcludes>$(DefaultItemExcludes);templates/**</DefaultItemExcludes></PropertyGroup>"
            ),
            Code(".hidden/H.cs"),
            Code("A.cs"),
            Code("templates/T.cs"),
            Code("x/.y/Z.cs")
        );

        Assert.Equal(["a (not compiled): .hidden/H.cs templates/T.cs x/.y/Z.cs", "a: A.cs"], Told(set));
    }

    [Theory]
    [InlineData("../../../etc/passwd.cs")]
    [InlineData("/etc/passwd.cs")]
    [InlineData("C:\\x.cs")]
    [InlineData("..\\..\\**\\*.cs")]
    [InlineData("x/**/../../*.cs")]
    public void Nothing_outside_the_tree_is_named(string include) =>
        Assert.Equal(["a: a/A.cs"], Told(Group(Project("a/a.csproj", NoDefaults + Compile($"Include=\"{include}\"")), Code("a/A.cs"))));

    [Fact]
    public void A_file_linked_into_several_projects_binds_in_all_and_is_accounted_for_once()
    {
        string link = Compile("Include=\"..\\shared\\**\\*.cs\" Link=\"%(Filename).cs\"");
        ProjectSet set = Group(
            Project("a/a.csproj", "<ItemGroup><PackageReference Include=\"xunit\" /></ItemGroup>" + link),
            Project("b/b.csproj", link),
            Project("c/c.csproj", link),
            Code("a/A.cs"),
            Code("b/B.cs"),
            Code("c/C.cs"),
            Code("shared/S.cs")
        );

        // Tests come last, whatever their names are.
        Assert.Equal(["a: a/A.cs; also shared/S.cs", "b: b/B.cs shared/S.cs", "c: c/C.cs; also shared/S.cs"], Told(set));
    }

    [Fact]
    public void Two_projects_in_one_folder_share_what_neither_leaves_out()
    {
        ProjectSet set = Group(
            Project("a/Core.csproj", Compile("Remove=\"old\\**\"")),
            Project(
                "a/Old.csproj",
                "<PropertyGroup><TargetFramework>net48</TargetFramework></PropertyGroup>" + Compile("Remove=\"new\\**\"")
            ),
            Project("b/b.csproj", "<ItemGroup><ProjectReference Include=\"../a/Old.csproj\" /></ItemGroup>"),
            Code("a/Both.cs"),
            Code("a/new/New.cs"),
            Code("a/old/Old.cs"),
            Code("b/B.cs")
        );

        Assert.Equal(["Core: a/Both.cs a/new/New.cs", "Old: a/old/Old.cs; also a/Both.cs", "b: b/B.cs"], Told(set));
        Assert.Equal("Old", set.Projects[Assert.Single(set.Projects.Single(p => p.Name == "b").References)].Name);
    }

    [Fact]
    public void A_shared_project_is_compiled_by_who_imports_it()
    {
        ProjectSet set = Group(
            Project("a/a.csproj", "<Import Project=\"..\\s\\S.projitems\" Label=\"Shared\" />"),
            Project(
                "s/S.projitems",
                Compile("Include=\"$(MSBuildThisFileDirectory)One.cs\"")
                    + "<Import Project=\"more.props\" /><Import Project=\"S.projitems\" />",
                ""
            ),
            Project("s/more.props", Compile("Include=\"$(MSBuildThisFileDirectory)Two.cs\"") + "<Import Project=\"S.projitems\" />", ""),
            Project("s/S.shproj", "<Import Project=\"S.projitems\" />", ""),
            Code("a/A.cs"),
            Code("s/One.cs"),
            Code("s/Three.cs"),
            Code("s/Two.cs")
        );

        Assert.Equal(["a: a/A.cs s/One.cs s/Two.cs", "loose files: s/Three.cs"], Told(set));
    }

    [Fact]
    public void Properties_and_items_come_from_the_files_above()
    {
        ProjectSet set = Group(
            Project(
                "Directory.Build.props",
                $"<PropertyGroup><Shared>$(MSBuildThisFileDirectory)common\\</Shared></PropertyGroup>{NoDefaults}",
                ""
            ),
            Project("Directory.Build.targets", Compile("Include=\"$(Shared)*.cs\" Condition=\"'$(IsTestProject)' != 'true'\""), ""),
            Project("a/b/a.csproj", Compile("Include=\"$(MSBuildProjectName).cs\"")),
            Project("a/t/t.csproj", "<PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup>" + Compile("Include=\"**\\*.cs\"")),
            Code("a/b/a.cs"),
            Code("a/t/T.cs"),
            Code("common/C.cs")
        );

        Assert.Equal(["a: a/b/a.cs common/C.cs", "t: a/t/T.cs"], Told(set));
    }

    [Fact]
    public void Of_several_frameworks_the_newest_is_asked_for_in_conditions()
    {
        ProjectSet set = Group(
            Project(
                "a.csproj",
                "<PropertyGroup><TargetFrameworks>net472;net8.0</TargetFrameworks></PropertyGroup>"
                    + "<ItemGroup Condition=\"'$(TargetFramework)' == 'net8.0'\"><Compile Remove=\"Old.cs\" /></ItemGroup>"
                    + "<ItemGroup Condition=\"'$(TargetFramework)' == 'net472'\"><Compile Remove=\"New.cs\" /></ItemGroup>"
            ),
            Code("New.cs"),
            Code("Old.cs")
        );

        Assert.Equal(["a (not compiled): Old.cs", "a: New.cs"], Told(set));
    }

    [Theory]
    [InlineData("netstandard2.1;net472", "Old.cs", new[] { "a: New.cs Old.cs" })]
    [InlineData("netstandard2.1;net472", "None.cs", new[] { "a: New.cs Old.cs" })]
    [InlineData("netstandard2.1;netcoreapp3.1", "Old.cs", new[] { "a: New.cs Old.cs" })]
    [InlineData("netstandard2.1", "Old.cs", new[] { "a (not compiled): Old.cs", "a: New.cs" })]
    public void What_only_the_standard_leaves_out_is_compiled(string frameworks, string removed, string[] expected)
    {
        ProjectSet set = Group(
            Project(
                "a.csproj",
                $"<PropertyGroup><TargetFrameworks>{frameworks}</TargetFrameworks></PropertyGroup>"
                    + $"<ItemGroup Condition=\"'$(TargetFramework)' == 'netstandard2.1'\"><Compile Remove=\"{removed}\" /></ItemGroup>"
            ),
            Code("New.cs"),
            Code("Old.cs")
        );

        Assert.Equal(expected, Told(set));
    }

    [Fact]
    public void What_the_standard_has_more_of_keeps_it()
    {
        ProjectSet set = Group(
            Project(
                "a.csproj",
                "<PropertyGroup><TargetFrameworks>net472;netstandard2.0</TargetFrameworks></PropertyGroup>"
                    + "<ItemGroup Condition=\"'$(TargetFramework)' == 'net472'\"><Compile Remove=\"New.cs\" /></ItemGroup>"
            ),
            Code("New.cs"),
            Code("Old.cs")
        );

        Assert.Equal(["a: New.cs Old.cs"], Told(set));
    }

    [Fact]
    public void Pages_go_with_the_code_behind_them()
    {
        ProjectSet set = Group(
            Project("a.csproj", Compile("Include=\"One.aspx.cs\""), ""),
            Code("One.aspx.cs"),
            SourceFile.InMemory("One.aspx", "<%@ Page %>", FileKind.WebForms),
            SourceFile.InMemory("Two.aspx", "<%@ Page %>", FileKind.WebForms),
            Code("Two.aspx.cs")
        );

        Assert.Equal(
            ["a (not compiled): Two.aspx Two.aspx.cs", "a: One.aspx One.aspx.cs"],
            Told(set).Select(t => t.Replace("One.aspx.cs One.aspx", "One.aspx One.aspx.cs", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Patterns_that_cost_too_much_end_and_no_file_is_lost()
    {
        var files = new List<SourceFile>();
        string dear = Compile("Include=\"**/*a*a*a*a*a*a*a*a*a*a*.cs\"");
        string project = NoDefaults + string.Concat(Enumerable.Repeat(dear, 900));
        string name = new('a', 100);
        for (int i = 0; i < 30; i++)
            files.Add(Project($"p{i}/p.csproj", project.Replace("Include=\"", "Include=\"../", StringComparison.Ordinal)));
        for (int i = 0; i < 200; i++)
            files.Add(Code($"p{i % 30}/{name}{i}.cs"));

        ProjectSet set = Group([.. files]);

        Assert.Equal(200, set.Projects.Sum(p => p.Files.Count));
        Assert.NotEmpty(set.Problems);
    }

    [Theory]
    [InlineData("net8.0", "NET8_0,NET7_0_OR_GREATER,NETCOREAPP3_1_OR_GREATER,NETCOREAPP", "NET9_0_OR_GREATER,NET10_0,NETFRAMEWORK")]
    [InlineData("net9.0-android", "NET9_0,ANDROID", "NET10_0_OR_GREATER")]
    [InlineData("netstandard2.0", "NETSTANDARD,NETSTANDARD2_0,NETSTANDARD1_6_OR_GREATER", "NETCOREAPP,NET,NETSTANDARD2_1_OR_GREATER")]
    [InlineData("net462", "NETFRAMEWORK,NET462,NET45_OR_GREATER", "NET472_OR_GREATER,NET")]
    [InlineData("$(Unknown)", "NET,NET10_0", "NETFRAMEWORK")]
    public void Constants_are_those_of_the_framework(string framework, string defined, string undefined)
    {
        SourceProject project = Assert.Single(
            Group(
                Project("a.csproj", $"<PropertyGroup><TargetFramework>{framework}</TargetFramework></PropertyGroup>"),
                Code("A.cs")
            ).Projects
        );

        Assert.All(defined.Split(','), c => Assert.Contains(c, project.Constants));
        Assert.All(undefined.Split(','), c => Assert.DoesNotContain(c, project.Constants));
    }

    [Theory]
    [InlineData("<TargetFramework>net8.0</TargetFramework>", true)]
    [InlineData("<TargetFramework>net8.0</TargetFramework><LangVersion>preview</LangVersion>", false)]
    [InlineData("<TargetFramework>net8.0</TargetFramework><LangVersion>latest</LangVersion>", false)]
    [InlineData("<TargetFramework>net10.0</TargetFramework>", false)]
    [InlineData("<TargetFramework>net10.0</TargetFramework><LangVersion>7.3</LangVersion>", true)]
    [InlineData("<TargetFramework>$(Unknown)</TargetFramework>", false)]
    public void Code_is_as_old_as_its_project_says(string properties, bool isOld) =>
        Assert.Equal(
            isOld,
            Assert
                .Single(Group(Project("a.csproj", $"<PropertyGroup>{properties}</PropertyGroup>"), Code("A.cs")).Projects)
                .IsBeforeCSharp14
        );

    private const string Flaw =
        "using System.Diagnostics; public static class Runner { public static void Run(string s) { Process.Start(\"sh\", \"-c \" + s); } }";

    private static IEnumerable<string> Found(params SourceFile[] files) =>
        Analyse.Files(null, files).Candidates.Where(c => c.Rule.Id == "os-command").Select(c => c.Where.Path);

    [Fact]
    public void A_flaw_in_a_linked_file_is_found_once_from_each_that_compiles_it()
    {
        string link = Compile("Include=\"../s/Runner.cs\"");
        const string Main = "class P { static void Main(string[] args) { Runner.Run(args[0]); } }";

        Codebase code = Analyse.Files(
            null,
            Project("a/a.csproj", link),
            Project("b/b.csproj", link),
            Code("a/A.cs", "class A { }"),
            Code("b/B.cs", Main),
            Code("s/Runner.cs", Flaw)
        );

        Assert.Equal("s/Runner.cs", Assert.Single(code.Candidates, c => c.Rule.Id == "os-command").Where.Path);
        Assert.Single(code.Ledger, l => l.Name == "s/Runner.cs");
        Assert.Single(code.EntryPoints);
    }

    [Fact]
    public void A_file_that_nobody_compiles_is_looked_at_and_hides_nothing()
    {
        const string Main = "class P { static void Main(string[] args) { Runner.Run(args[0]); } }";
        const string Safe = "public static class Runner { public static void Run(string s) { } }";
        string list = Compile("Include=\"Main.cs;Runner.cs\"");

        Assert.Equal(
            ["a/Runner.cs"],
            Found(Project("a/a.csproj", list, ""), Code("a/Main.cs", Main), Code("a/Runner.cs", Flaw), Code("a/Runner.old.cs", Safe))
        );
        Codebase code = Analyse.Files(
            null,
            Project("a/a.csproj", list, ""),
            Code("a/Main.cs", Main),
            Code("a/Runner.cs", Safe),
            Code(
                "a/Other.cs",
                "class Q { static void Main(string[] args) { System.Diagnostics.Process.Start(\"sh\", \"-c \" + args[0]); } }"
            )
        );
        Assert.Equal("a/Other.cs", Assert.Single(code.Candidates, c => c.Rule.Id == "os-command").Where.Path);
        LedgerEntry entry = Assert.Single(code.Ledger, l => l.Name == "a/Other.cs");
        Assert.Equal((LedgerState.Analysed, "no project compiles it; read beside a"), (entry.State, entry.Reason));
    }

    [Fact]
    public void What_nobody_compiles_sees_all_of_the_project_beside_it() =>
        Assert.Equal(
            ["a/Runner.cs"],
            Found(
                Project("a/a.csproj", Compile("Remove=\"Main.cs\"")),
                Code("a/Main.cs", "class P { static Runner r = new Runner(); static void Main(string[] args) { r.Run(args[0]); } }"),
                Code(
                    "a/Runner.cs",
                    "class Runner { internal void Run(string s) { System.Diagnostics.Process.Start(\"sh\", \"-c \" + s); } }"
                )
            )
        );
}
