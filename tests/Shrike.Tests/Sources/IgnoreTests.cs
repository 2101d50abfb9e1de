using System.Text;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Sources;
using Shrike.Cli;

namespace Shrike.Tests.Sources;

public sealed class IgnoreTests : IDisposable
{
    private readonly TempTree temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public void A_repository_takes_nothing_back_in_that_the_user_leaves_out()
    {
        temp.Add("A.cs");
        File.WriteAllText(temp.At(".shrikeignore"), "!A.cs\n");

        SourceTree tree = temp.Read("A.cs");

        Assert.Empty(tree.Paths());
        Assert.Equal("by the user", tree.Ledger.Entry("A.cs").Reason);
    }

    [Theory]
    [InlineData("A.cs", "b/B.cs b/c/C.cs b/c/[x].cs")]
    [InlineData("/A.cs\n/B.cs", "b/A.cs b/B.cs b/c/C.cs b/c/[x].cs")]
    [InlineData("*.cs\n!C.cs", "b/c/C.cs")]
    [InlineData("b/", "A.cs")]
    [InlineData("b/\n!b/B.cs", "A.cs")]
    [InlineData("b/*\n!b/B.cs", "A.cs b/B.cs")]
    [InlineData("C.cs/", "A.cs b/A.cs b/B.cs b/c/C.cs b/c/[x].cs")]
    [InlineData("b/*.cs", "A.cs b/c/C.cs b/c/[x].cs")]
    [InlineData("b/**", "A.cs")]
    [InlineData("**/c/", "A.cs b/A.cs b/B.cs")]
    [InlineData("b/**/*.cs", "A.cs")]
    [InlineData("**/A.cs", "b/B.cs b/c/C.cs b/c/[x].cs")]
    [InlineData("b**C.cs", "A.cs b/A.cs b/B.cs b/c/C.cs b/c/[x].cs")]
    [InlineData("?.cs", "b/c/[x].cs")]
    [InlineData("\\?.cs", "A.cs b/A.cs b/B.cs b/c/C.cs b/c/[x].cs")]
    [InlineData("[A-B].cs", "b/c/C.cs b/c/[x].cs")]
    [InlineData("[!A-B].cs", "A.cs b/A.cs b/B.cs b/c/[x].cs")]
    [InlineData("\\[x].cs", "A.cs b/A.cs b/B.cs b/c/C.cs")]
    [InlineData("[x.cs", "A.cs b/A.cs b/B.cs b/c/C.cs b/c/[x].cs")]
    [InlineData("# A.cs\n\nB.cs   \r\n", "A.cs b/A.cs b/c/C.cs b/c/[x].cs")]
    [InlineData("!\n/\n\\\n//\n!!\n", "A.cs b/A.cs b/B.cs b/c/C.cs b/c/[x].cs")]
    public void Patterns_mean_what_they_mean_to_git(string patterns, string left)
    {
        foreach (string path in (string[])["A.cs", "b/A.cs", "b/B.cs", "b/c/C.cs", "b/c/[x].cs"])
            temp.Add(path);
        temp.Add(".shrikeignore", patterns);

        Assert.Equal(left.Split(' '), temp.Read().Paths());
    }

    [Fact]
    public void The_ledger_says_which_line_of_which_file_left_something_out()
    {
        temp.Add("a/A.cs").Add("a/B.cs").Add("B.cs").Add("u/U.cs").Add("a/.shrikeignore", "# mine\nB.cs\n");

        SourceTree tree = temp.Read("/u/");

        Assert.Equal(["B.cs", "a/A.cs"], tree.Paths());
        Assert.Equal(
            (LedgerState.Ignored, "by a/.shrikeignore line 2"),
            (tree.Ledger.Entry("a/B.cs").State, tree.Ledger.Entry("a/B.cs").Reason)
        );
        Assert.Equal("by the user", tree.Ledger.Entry("u/").Reason);
    }

    [Fact]
    public void An_inner_file_may_take_back_what_an_outer_one_says()
    {
        temp.Add(".shrikeignore", "*.cs").Add("a/.shrikeignore", "!A.cs").Add("a/A.cs").Add("a/B.cs").Add("b/A.cs");

        Assert.Equal(["a/A.cs"], temp.Read().Paths());
    }

    [Fact]
    public void Patterns_that_would_take_for_ever_are_given_up_and_more_is_scanned()
    {
        string name = new string('a', 200) + ".cs";
        for (int i = 0; i < 40; i++)
            temp.Add($"d{i}/{name}");
        temp.Add(".shrikeignore", string.Join('\n', Enumerable.Repeat(string.Concat(Enumerable.Repeat("*a", 60)) + "*b", 1_500)) + "\n");

        SourceTree tree = temp.Read("d0/");

        Assert.Equal(39, tree.Files.Count);
        Assert.Equal(LedgerState.Skipped, tree.Ledger.Entry(".shrikeignore").State);
    }

    [Fact]
    public void An_ignore_file_that_is_too_large_is_not_used_and_named()
    {
        temp.Add(".shrikeignore", new string('\n', 300 << 10) + "*.cs").Add("A.cs");

        SourceTree tree = temp.Read();

        Assert.Equal(["A.cs"], tree.Paths());
        Assert.Equal(LedgerState.Skipped, tree.Ledger.Entry(".shrikeignore").State);
    }

    [Theory]
    [InlineData("**")]
    [InlineData("*")]
    [InlineData("/*")]
    public void Settings_that_leave_out_everything_are_said_to(string pattern)
    {
        temp.Add("shrike.json", Encoding.UTF8.GetBytes($$"""{ "exclude": ["{{pattern}}"] }""")).Add("a/A.cs").Add("B.cs");
        RepositorySettings settings = RepositorySettings.Read(temp.Root);

        SourceTree tree = temp.Read([.. settings.Exclude]);

        Assert.Empty(tree.Files);
        Assert.Contains(pattern, Assert.Single(settings.Narrowed), StringComparison.Ordinal);
        Assert.Equal(["B.cs", "a/"], tree.Ledger.Where(e => e.State == LedgerState.Ignored).Select(e => e.Name));
    }
}
