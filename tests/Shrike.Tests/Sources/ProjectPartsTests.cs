using System.Globalization;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Sources;

namespace Shrike.Tests.Sources;

public class ProjectPartsTests
{
    private static SourceFile File(string path, string content = "class C { }") => SourceFile.InMemory(path, content);

    private static SourceProject Whole(IEnumerable<SourceFile> files) =>
        new("P", "", [.. files], [], [], IsFramework: false, IsTest: false, "", []);

    private static string Number(int number) => number.ToString("D6", CultureInfo.InvariantCulture);

    [Fact]
    public void A_project_within_bounds_stays_whole()
    {
        SourceProject whole = Whole([File("a.cs"), File("b.cs")]);

        SourceProject only = Assert.Single(ProjectParts.Of(whole, maxFiles: 2));

        Assert.Same(whole, only);
    }

    [Fact]
    public void Files_that_lie_together_stay_together_and_none_is_lost()
    {
        string[] paths = ["a/1.cs", "a/2.cs", "a/3.cs", "b/x/4.cs", "b/x/5.cs", "b/y/6.cs", "c/7.cs"];

        SourceProject[] parts = [.. ProjectParts.Of(Whole(paths.Select(p => File(p))), maxFiles: 4)];

        Assert.Equal(
            ["a/1.cs a/2.cs a/3.cs", "b/x/4.cs b/x/5.cs b/y/6.cs c/7.cs"],
            parts.Select(p => string.Join(' ', p.Files.Select(f => f.Path)))
        );
        Assert.All(parts, p => Assert.True(p.IsPart));
        Assert.Equal(parts.Length, parts.DistinctBy(p => p.Name).Count());
    }

    [Fact]
    public void Large_files_make_parts_of_few()
    {
        IEnumerable<SourceFile> files = Enumerable.Range(0, 10).Select(i => File($"{i}.cs", new string(' ', 100)));

        SourceProject[] parts = [.. ProjectParts.Of(Whole(files), maxBytes: 250)];

        Assert.All(parts, p => Assert.InRange(p.Files.Sum(f => f.Bytes), 1, 250));
        Assert.Equal(10, parts.Sum(p => p.Files.Count));
    }

    [Fact]
    public void One_file_larger_than_the_bound_is_a_part_of_its_own()
    {
        SourceProject[] parts = [.. ProjectParts.Of(Whole([File("a.cs"), File("b.cs", new string(' ', 99)), File("c.cs")]), maxBytes: 20)];

        Assert.Equal(
            [
                ["a.cs"],
                ["b.cs"],
                ["c.cs"],
            ],
            parts.Select(p => p.Files.Select(f => f.Path))
        );
    }

    [Fact]
    public void Files_that_name_what_another_part_declares_say_so_and_the_others_are_whole()
    {
        const long Large = ProjectParts.MaxBytes / 2 + 1;
        SourceFile[] files =
        [
            File("a/a.cs", "class A { void M(string s) { new B().Run(s); } }") with
            {
                Bytes = Large,
            },
            File("b/b.cs", "class B { public void Run(string s) { } }") with
            {
                Bytes = Large,
            },
        ];

        Codebase result = Analyse.Files(null, files);

        Assert.Equal([LedgerState.PartlyAnalysed, LedgerState.Analysed], result.Ledger.Select(e => e.State));
        Assert.Contains("too large to be bound as one", result.Ledger[0].Reason, StringComparison.Ordinal);
        Assert.Contains("2 loose files are bound in 2 parts", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }

    /// <summary>However many files there are, no compilation gets more of them than the bound: with 120,000 loose files and as many below
    /// a project file.</summary>
    [Fact]
    public void A_hundred_thousand_files_are_grouped_into_parts_of_bounded_size()
    {
        const int Count = 120_000;
        SourceFile[] files =
        [
            .. Enumerable.Range(0, Count).Select(i => File($"loose/d{i / 1000}/{Number(i)}.cs", $"class C{Number(i)} {{ }}")),
            SourceFile.InMemory("p/p.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />", FileKind.Project),
            .. Enumerable.Range(0, Count).Select(i => File($"p/d{i / 1000}/{Number(i)}.cs")),
            SourceFile.InMemory(
                "q/q.csproj",
                "<Project Sdk=\"Microsoft.NET.Sdk\"><ItemGroup><ProjectReference Include=\"../p/p.csproj\" /></ItemGroup></Project>",
                FileKind.Project
            ),
            File("q/q.cs"),
        ];

        ProjectSet set = ProjectSet.Group(new SourceTree("/", files, []));

        Assert.All(set.Projects, p => Assert.InRange(p.Files.Count, 1, ProjectParts.MaxFiles));
        Assert.Equal(2 * Count + 1, set.Projects.SelectMany(p => p.Files).Distinct().Count());
        Assert.InRange(set.Projects.Count, 7, 11);
        SourceProject q = Assert.Single(set.Projects, p => p.Folder == "q/");
        Assert.Equal("p/", set.Projects[Assert.Single(q.References)].Folder);
        Assert.Equal(2, set.Problems.Count(p => p.Message.Contains("parts", StringComparison.Ordinal)));
    }
}
