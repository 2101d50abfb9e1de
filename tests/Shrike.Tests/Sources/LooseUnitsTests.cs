using Shrike.Analysis.Findings;
using Shrike.Analysis.Sources;

namespace Shrike.Tests.Sources;

public sealed class LooseUnitsTests
{
    private static SourceFile Code(string path, string code) => SourceFile.InMemory(path, code);

    private static IEnumerable<string> Told(params SourceFile[] files)
    {
        IReadOnlyList<SourceProject> projects = ProjectSet.Group(new SourceTree("/nowhere", files, [])).Projects;
        return projects.Select(p =>
            $"{p.Folder}: {string.Join(' ', p.Files.Select(f => f.Path))}"
            + (p.References.Count > 0 ? $" sees {string.Join(' ', p.References.Select(r => projects[r].Folder + ":"))}" : "")
        );
    }

    [Fact]
    public void Copies_of_a_program_are_programs_of_their_own_and_see_what_lies_around_them() =>
        Assert.Equal(
            [": shared/S.cs", "cases/one/: cases/one/P.cs cases/one/U.cs sees :", "cases/two/: cases/two/P.cs cases/two/sub/U.cs sees :"],
            Told(
                Code("cases/one/P.cs", "class P { }"),
                Code("cases/one/U.cs", "namespace A.B { public static class U { } }"),
                Code("cases/two/P.cs", "public class P { }"),
                Code("cases/two/sub/U.cs", "namespace A.B; record U(int X);"),
                Code("shared/S.cs", "class S { }")
            )
        );

    [Fact]
    public void Copies_within_a_copy_see_it() =>
        Assert.Equal(
            ["v1/: v1/P.cs", "v2/: v2/P.cs", "v2/x/: v2/x/P.cs v2/x/Q.cs sees v2/:"],
            Told(
                Code("v1/P.cs", "class P { }"),
                Code("v2/P.cs", "class P { }"),
                Code("v2/x/P.cs", "class P { }"),
                Code("v2/x/Q.cs", "class Q { }")
            )
        );

    [Fact]
    public void A_folder_with_much_of_its_own_is_no_copy() =>
        Assert.Equal(
            [": a/A.cs b/B.cs b/C.cs b/P.cs", "old/: old/P.cs sees :"],
            Told(
                Code("a/A.cs", "class A { }"),
                Code("b/B.cs", "class B { }"),
                Code("b/C.cs", "class C { }"),
                Code("b/P.cs", "class P { }"),
                Code("old/P.cs", "class P { }")
            )
        );

    [Theory]
    [InlineData("namespace X { class P { } }")]
    [InlineData("partial class P { }")]
    [InlineData("class O { class P { } }")]
    [InlineData("class O<T> where T : class { string s = \"class P { }\"; /* class P { } */ }\n// class P\n#region class P\n#endregion")]
    [InlineData("class O { string s = @\"\\\"; string t = \"\"\"\n } class P { }\n\"\"\"; char c = '}', d = '\\''; class P { } }")]
    public void What_is_no_whole_type_of_that_name_parts_nothing(string code) =>
        Assert.Equal([": a/1.cs b/2.cs"], Told(Code("a/1.cs", "class P { }"), Code("b/2.cs", code)));

    [Theory]
    [InlineData(false, "good")]
    [InlineData(true, "bad")]
    public void Flows_stay_within_a_copy(bool isSwapped, string first)
    {
        const string Main = "class P { static void Main(string[] args) { U.Run(args[0]); } }";
        const string Bad = "static class U { public static void Run(string s) { System.Diagnostics.Process.Start(\"sh\", \"-c \" + s); } }";
        const string Good = "static class U { public static void Run(string s) { } }";

        IEnumerable<string> found = Analyse
            .Files(
                null,
                Code("1/P.cs", Main),
                Code("1/U.cs", isSwapped ? Bad : Good),
                Code("2/P.cs", Main),
                Code("2/U.cs", isSwapped ? Good : Bad)
            )
            .Candidates.Where(c => c.Rule.Id == "os-command")
            .Select(c => c.Where.Path);

        Assert.Equal([first == "bad" ? "1/U.cs" : "2/U.cs"], found);
    }

    [Fact]
    public void Thirty_thousand_files_cost_in_proportion_to_their_number()
    {
        long few = Cost(3_000),
            many = Cost(30_000);

        Assert.InRange(many, few * 5, few * 15);
    }

    private static long Cost(int count)
    {
        List<SourceFile> files =
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => Code(i % 2 == 0 ? $"flat/{i}.cs" : $"case{i}/P.cs", "class Program { static void Main() { } }")),
        ];
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(count, LooseUnits.Of(files).Sum(u => u.Files.Count));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
