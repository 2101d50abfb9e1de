using Shrike.Analysis.Sources;

namespace Shrike.Tests.Sources;

public sealed class ProjectSetTests
{
    private static SourceFile Project(string path, string body, string sdk = " Sdk=\"Microsoft.NET.Sdk\"") =>
        SourceFile.InMemory(path, $"<Project{sdk}>{body}</Project>", FileKind.Project);

    private static SourceFile Code(string path, string code = "class C { }") => SourceFile.InMemory(path, code);

    private static ProjectSet Group(params SourceFile[] files) => ProjectSet.Group(new SourceTree("/nowhere", files, []));

    private static SourceProject One(params SourceFile[] files) => Assert.Single(Group(files).Projects);

    [Fact]
    public void A_file_belongs_to_the_nearest_project_above_it()
    {
        ProjectSet set = Group(Project("a/a.csproj", ""), Project("a/b/b.csproj", ""), Code("a/A.cs"), Code("a/b/c/B.cs"), Code("L.cs"));

        Assert.Equal(
            [("a", "a/A.cs"), ("b", "a/b/c/B.cs"), ("loose files", "L.cs")],
            set.Projects.Select(p => (p.Name, Assert.Single(p.Files).Path)).OrderBy(p => p.Name)
        );
    }

    [Fact]
    public void Loose_files_of_both_web_frameworks_are_two_projects()
    {
        ProjectSet set = Group(
            Code("A.cs", "using System.Web;\nnamespace Old { class A { } }"),
            Code("B.cs", "using Microsoft.AspNetCore.Http;\nnamespace New { class B { } }"),
            Code("C.cs", "namespace Old { class C { } }"),
            Code("D.cs", "using Microsoft.AspNetCore.Http; namespace Other { class D { } }"),
            Code("E.cs", "class E { }")
        );

        Assert.Equal(
            ["False: B.cs D.cs E.cs", "True: A.cs C.cs"],
            set.Projects.Select(p => $"{p.IsFramework}: {string.Join(' ', p.Files.Select(f => f.Path))}").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Loose_files_of_one_web_framework_are_one_project() =>
        Assert.True(One(Code("A.cs", "using System.Web; namespace Old { class A { } }"), Code("E.cs", "class E { }")).IsFramework);

    [Theory]
    [InlineData("<TargetFramework>net48</TargetFramework>", true)]
    [InlineData("<TargetFramework>net20</TargetFramework>", true)]
    [InlineData("<TargetFramework>net10.0</TargetFramework>", false)]
    [InlineData("<TargetFramework>net10.0-windows</TargetFramework>", false)]
    [InlineData("<TargetFramework>netcoreapp3.1</TargetFramework>", false)]
    [InlineData("<TargetFramework>netstandard2.0</TargetFramework>", false)]
    [InlineData("<TargetFrameworks>net48;net8.0</TargetFrameworks>", false)]
    [InlineData("<TargetFrameworks>net8.0;net20</TargetFrameworks>", false)]
    [InlineData("<TargetFrameworks>net472;net35</TargetFrameworks>", true)]
    [InlineData("<TargetFramework>$(Mine)</TargetFramework>", false)]
    [InlineData("", false)]
    public void The_newest_target_framework_decides(string properties, bool isFramework) =>
        Assert.Equal(isFramework, One(Project("a.csproj", $"<PropertyGroup>{properties}</PropertyGroup>"), Code("A.cs")).IsFramework);

    [Fact]
    public void A_project_of_the_old_style_is_of_the_framework_whatever_is_inherited()
    {
        SourceFile old = Project(
            "a/a.csproj",
            "<PropertyGroup><TargetFrameworkVersion>v4.7.2</TargetFrameworkVersion></PropertyGroup><ItemGroup><Reference Include=\"nunit.framework, Version=3.0.0.0\" /></ItemGroup>",
            " xmlns=\"http://schemas.microsoft.com/developer/msbuild/2003\" ToolsVersion=\"15.0\""
        );
        SourceFile shared = Project(
            "Directory.Build.props",
            "<PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>",
            ""
        );

        SourceProject project = One(old, shared, Code("a/A.cs"));

        Assert.True(project.IsFramework);
        Assert.True(project.IsTest);
        Assert.Empty(project.GlobalUsings);
    }

    [Theory]
    [InlineData("$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))", true)]
    [InlineData(
        "$([MSBuild]::GetDirectoryNameOfFileAbove($(MSBuildThisFileDirectory).., Directory.Build.props))\\Directory.Build.props",
        true
    )]
    [InlineData("../Directory.Build.props", true)]
    [InlineData("$(MSBuildThisFileDirectory)..\\Directory.Build.props", true)]
    [InlineData("$(Elsewhere)/Directory.Build.props", false)]
    [InlineData("../../../Directory.Build.props", false)]
    [InlineData("Directory.Build.props", false)]
    public void What_is_nearer_wins_and_targets_come_last(string import, bool isImported)
    {
        SourceFile Shared(string path, string value) =>
            Project(path, $"{value.Replace("IMPORT", $"<Import Project=\"{import}\" />", StringComparison.Ordinal)}", "");

        SourceProject project = One(
            Shared(
                "Directory.Build.props",
                "<PropertyGroup><RootNamespace>Far</RootNamespace><DefineConstants>FAR</DefineConstants><TargetFramework>net48</TargetFramework></PropertyGroup>"
            ),
            Shared(
                "a/Directory.Build.props",
                "IMPORT<PropertyGroup><RootNamespace>Near</RootNamespace><DefineConstants>$(DefineConstants);NEAR</DefineConstants></PropertyGroup>"
            ),
            Shared("a/Directory.Build.targets", "<PropertyGroup><RootNamespace>Last</RootNamespace></PropertyGroup>"),
            Shared("b/Directory.Build.props", "<PropertyGroup><TargetFramework>net9.0</TargetFramework></PropertyGroup>"),
            Project("a/a.csproj", "<PropertyGroup><RootNamespace>Own</RootNamespace></PropertyGroup>"),
            Code("a/A.cs")
        );

        Assert.Equal("Last", project.RootNamespace);
        Assert.Contains("NEAR", project.Constants);
        Assert.Equal(isImported, project.Constants.Contains("FAR"));
        Assert.Equal(isImported, project.IsFramework);
    }

    [Theory]
    [InlineData("Microsoft.NET.Sdk", "enable", true, false)]
    [InlineData("Microsoft.NET.Sdk.Web", "Enable", true, true)]
    [InlineData("Microsoft.NET.Sdk.Web", "disable", false, false)]
    public void Implicit_usings_follow_the_SDK(string sdk, string value, bool usual, bool web)
    {
        SourceProject project = One(
            Project(
                "a.csproj",
                $"<PropertyGroup><ImplicitUsings>{value}</ImplicitUsings></PropertyGroup><ItemGroup><Using Include=\"My.Own\" /><Using Include=\"X; class Evil {{ }}\" /><Using Include=\"S\" Static=\"true\" /><Using Include=\"N.T\" Alias=\"A\" /><Using Include=\"N\" Alias=\"B; class Evil\" /><Using Remove=\"System.Net.Http\" /></ItemGroup>",
                $" Sdk=\"{sdk}\""
            ),
            Code("A.cs")
        );

        Assert.Equal(usual, project.GlobalUsings.Contains("System.Linq"));
        Assert.Equal(web, project.GlobalUsings.Contains("Microsoft.AspNetCore.Http"));
        Assert.Contains("My.Own", project.GlobalUsings);
        Assert.All(project.GlobalUsings, u => Assert.DoesNotContain("Evil", u, StringComparison.Ordinal));
        Assert.Contains("static S", project.GlobalUsings);
        Assert.Contains("A = N.T", project.GlobalUsings);
        Assert.DoesNotContain("System.Net.Http", project.GlobalUsings);
    }

    [Theory]
    [InlineData("<PropertyGroup><IsTestProject>True</IsTestProject></PropertyGroup>", true)]
    [InlineData("<ItemGroup><PackageReference Include=\"xunit.v3\" /></ItemGroup>", true)]
    [InlineData("<ItemGroup><PackageReference Include=\"Microsoft.NET.Test.Sdk\" Version=\"1\" /></ItemGroup>", true)]
    [InlineData("<ItemGroup><PackageReference Include=\"Dapper\" /></ItemGroup>", false)]
    public void Tests_are_known_by_their_packages(string body, bool isTest) =>
        Assert.Equal(isTest, One(Project("a.csproj", body), Code("A.cs")).IsTest);

    private static string Reference(params string[] paths) =>
        string.Concat(paths.Select(p => $"<ItemGroup><ProjectReference Include=\"{p}\" /></ItemGroup>"));

    [Fact]
    public void What_a_project_refers_to_comes_before_it()
    {
        ProjectSet set = Group(
            Project(
                "a/a.csproj",
                Reference("..\\b\\B.csproj", "../../out/x.csproj", "../../../../etc/passwd", "/b/b.csproj", "../a/a.csproj")
            ),
            Project("b/b.csproj", ""),
            Code("a/A.cs"),
            Code("b/B.cs")
        );

        Assert.Equal(["b", "a"], set.Projects.Select(p => p.Name));
        Assert.Equal([0], set.Projects[1].References);
        Assert.Empty(set.Problems);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(" Condition=\"'$(Configuration)' == 'Debug'\"", true)]
    [InlineData(" Condition=\"'$(WithBackDoor)' == 'true'\"", false)]
    public void What_is_compiled_on_request_only_is_not_compiled(string condition, bool isDefined)
    {
        ProjectSet set = Group(
            Project("a/a.csproj", $"<PropertyGroup{condition}><DefineConstants>$(DefineConstants);DOOR</DefineConstants></PropertyGroup>"),
            Code("a/A.cs")
        );

        Assert.Equal(isDefined, Assert.Single(set.Projects).Constants.Contains("DOOR"));
    }

    [Fact]
    public void Projects_that_refer_to_each_other_in_a_circle_are_a_problem_and_are_all_there()
    {
        ProjectSet set = Group(
            Project("a/a.csproj", Reference("../b/b.csproj")),
            Project("b/b.csproj", Reference("../c/c.csproj")),
            Project("c/c.csproj", Reference("../a/a.csproj")),
            Code("a/A.cs"),
            Code("b/B.cs"),
            Code("c/C.cs")
        );

        Assert.Equal(["c", "b", "a"], set.Projects.Select(p => p.Name));
        Assert.Equal("c/c.csproj", Assert.Single(set.Problems).Path);
        for (int i = 0; i < set.Projects.Count; i++)
            Assert.All(set.Projects[i].References, r => Assert.InRange(r, 0, i - 1));
    }

    [Fact]
    public void Names_that_differ_in_case_only_are_two_projects() =>
        Assert.Equal(2, Group(Project("A/x.csproj", ""), Project("a/x.csproj", ""), Code("A/1.cs"), Code("a/2.cs")).Projects.Count);

    [Theory]
    [InlineData("<TargetFramework>$(Mine)</TargetFramework>", "<Mine>net48</Mine>", true)]
    [InlineData("<TargetFramework>$(Mine)</TargetFramework>", "<Mine>$(Yours)</Mine><Yours>net48</Yours>", true)]
    [InlineData("<TargetFramework>$(Mine)</TargetFramework>", "<Mine>net10.0</Mine>", false)]
    [InlineData("<TargetFramework>$(Mine)</TargetFramework>", "<Mine>$(Mine)$(Mine)</Mine>", false)]
    public void Properties_are_looked_up_in_the_project_and_above_it(string own, string above, bool isFramework) =>
        Assert.Equal(
            isFramework,
            One(
                Project("Directory.Build.props", $"<PropertyGroup>{above}</PropertyGroup>", ""),
                Project("a/a.csproj", $"<PropertyGroup>{own}</PropertyGroup>"),
                Code("a/A.cs")
            ).IsFramework
        );

    [Fact]
    public void Properties_that_grow_without_end_are_left_as_they_are()
    {
        string doubling = string.Concat(Enumerable.Range(1, 60).Select(i => $"<P{i}>$(P{i - 1})$(P{i - 1})</P{i}>"));

        SourceProject project = One(
            Project("a.csproj", $"<PropertyGroup><P0>xxxxxxxx</P0>{doubling}<RootNamespace>$(P60)</RootNamespace></PropertyGroup>"),
            Code("A.cs")
        );

        Assert.InRange(project.RootNamespace.Length, 1, 4000);
    }

    [Theory]
    [InlineData("'$(Configuration)' == 'Debug'", true)]
    [InlineData("'$(Configuration)' == 'Release'", false)]
    [InlineData("'$(Configuration)|$(Platform)' == 'Release|AnyCPU'", false)]
    [InlineData(" '$(Configuration)' != 'Release' and '$(TargetFramework)' == 'net48' ", true)]
    [InlineData("'$(TargetFramework)' == 'net8.0'", false)]
    [InlineData("'$(Unknown)' == 'x'", true)]
    [InlineData("'$(Configuration)' == 'Release' or '$(TargetFramework)' == 'net48'", true)]
    [InlineData("'$(Configuration)' == 'Release' Or '$(TargetFramework)' == 'net8.0'", false)]
    [InlineData("'$(Configuration)' == 'Release' and ('$(Unknown)' == 'x' or '$(TargetFramework)' == 'net8.0')", true)]
    [InlineData("Exists('$(Configuration)')", true)]
    public void What_is_given_under_a_condition_that_fails_is_not_given(string condition, bool holds)
    {
        SourceProject project = One(
            Project(
                "a.csproj",
                $"<PropertyGroup><TargetFramework>net48</TargetFramework><DefineConstants>ONE</DefineConstants></PropertyGroup><PropertyGroup Condition=\"{condition}\"><DefineConstants>$(DefineConstants);TWO</DefineConstants></PropertyGroup><PropertyGroup><RootNamespace>N</RootNamespace></PropertyGroup>"
            ),
            Code("A.cs")
        );

        Assert.Contains("ONE", project.Constants);
        Assert.Equal(holds, project.Constants.Contains("TWO"));
        Assert.Equal("N", project.RootNamespace);
    }

    [Fact]
    public void A_broken_project_still_stands_for_its_folder()
    {
        ProjectSet set = Group(SourceFile.InMemory("a/a.csproj", "<Project><", FileKind.Project), Code("a/A.cs"));

        Assert.Equal("a", Assert.Single(set.Projects).Name);
        Assert.Equal("a/a.csproj", Assert.Single(set.Problems).Path);
    }

    [Fact]
    public void Thousands_of_projects_cost_in_proportion_to_their_number()
    {
        long few = Cost(400),
            many = Cost(4_000);

        Assert.InRange(many, few * 5, few * 15);
    }

    /// <summary>A chain of projects below shared files that would be dear to walk for each.</summary>
    private static long Cost(int count)
    {
        var files = new List<SourceFile>
        {
            Project(
                "Directory.Build.props",
                string.Concat(
                    Enumerable.Repeat("<PropertyGroup><A>1</A></PropertyGroup><ItemGroup><Using Include=\"N\" /></ItemGroup>", 2_000)
                ),
                ""
            ),
        };
        for (int i = 0; i < count; i++)
        {
            files.Add(Project($"p{i}/p{i}.csproj", Reference($"../p{i + 1}/p{i + 1}.csproj")));
            files.Add(Code($"p{i}/C.cs"));
        }

        SourceFile[] all = [.. files];
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(count, Group(all).Projects.Count);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public void Loose_files_are_judged_by_their_beginning()
    {
        string padding = new('\n', 10_000);
        Assert.True(One(Code("A.cs", "using System.Web;" + padding)).IsFramework);
        Assert.False(One(Code("A.cs", padding + "using System.Web;")).IsFramework);
        Assert.False(One(Code("A.cs", "using Microsoft.AspNetCore.Mvc;")).IsFramework);
    }
}
