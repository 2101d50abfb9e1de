using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Sources;

namespace Shrike.Tests.CSharp;

public sealed class DuplicatesTests
{
    private static IEnumerable<SourceSpan> Found(params SourceFile[] files) =>
        Analyse.Files(null, files).Candidates.Where(c => c.Rule.Id == "os-command").Select(c => c.Where);

    private const string Body = "{ static void Main(string[] args) { Helper(args[0]); } static void Helper(string s) { BODY } }";

    private static SourceFile Code(string path, string head, bool isFlawed) =>
        SourceFile.InMemory(
            path,
            head
                + Body.Replace(
                    "BODY",
                    isFlawed ? "System.Diagnostics.Process.Start(\"sh\", \"-c \" + s);" : "System.Console.WriteLine(s.Length);",
                    StringComparison.Ordinal
                )
        );

    [Theory]
    [InlineData("class Program ")]
    [InlineData("public  class Program ")]
    [InlineData("\n\n// what it does\n[System.Obsolete]\n  class Program\n")]
    [InlineData("\n/* a */ internal /* b */ static\nclass Program")]
    [InlineData("namespace N;\n\nclass Program")]
    [InlineData("struct Program")]
    [InlineData("record Program")]
    public void Programs_of_one_name_are_not_taken_for_each_other(string head)
    {
        SourceFile flawed = Code("2.cs", head, true);
        SourceSpan alone = Assert.Single(Found(flawed));

        Assert.Equal(alone, Assert.Single(Found(Code("1.cs", head, false), flawed, Code("3.cs", head, false))));
        Assert.Equal(
            ["1.cs", "3.cs"],
            Found(Code("1.cs", head, true), Code("2.cs", head, false), Code("3.cs", head, true)).Select(w => w.Path)
        );
    }

    [Fact]
    public void Parts_of_a_type_stay_together() =>
        Assert.Equal(
            ["2.cs"],
            Found(
                    SourceFile.InMemory("1.cs", "partial class P { static void Main(string[] args) { Run(args[0]); } }"),
                    SourceFile.InMemory(
                        "2.cs",
                        "partial class P { static void Run(string s) { System.Diagnostics.Process.Start(\"sh\", \"-c \" + s); } }"
                    )
                )
                .Select(w => w.Path)
        );

    [Fact]
    public void Who_declares_no_such_type_sees_the_first() =>
        Assert.Equal(
            ["1.cs"],
            Found(
                    SourceFile.InMemory("0.cs", "class P { static void Main(string[] args) { R.Run(args[0]); } }"),
                    SourceFile.InMemory(
                        "1.cs",
                        "class R { public static void Run(string s) { System.Diagnostics.Process.Start(\"sh\", \"-c \" + s); } }"
                    ),
                    SourceFile.InMemory("2.cs", "class R { public static void Run(string s) { } }")
                )
                .Select(w => w.Path)
        );

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Types_of_one_name_in_two_projects_are_not_taken_for_each_other(bool isFirst) =>
        Assert.Equal(
            [isFirst ? "a/1.cs" : "b/1.cs"],
            Found(
                    SourceFile.InMemory("a/a.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />", FileKind.Project),
                    SourceFile.InMemory("b/b.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />", FileKind.Project),
                    Code("a/1.cs", "class Program ", isFirst),
                    Code("b/1.cs", "class Program ", !isFirst)
                )
                .Select(w => w.Path)
        );

    [Fact]
    public void Thousands_of_programs_in_one_folder_are_all_analysed()
    {
        SourceFile[] files = [.. Enumerable.Range(0, 4_200).Select(i => Code($"{i:00000}.cs", "class Program ", i % 1_000 == 999))];

        Codebase code = Analyse.Files(null, files);

        Assert.Equal(
            ["00999.cs", "01999.cs", "02999.cs", "03999.cs"],
            code.Candidates.Where(c => c.Rule.Id == "os-command").Select(c => c.Where.Path)
        );
        Assert.All(code.Ledger, entry => Assert.Equal(LedgerState.Analysed, entry.State));
    }
}
