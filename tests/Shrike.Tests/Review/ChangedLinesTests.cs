using System.Diagnostics;
using Shrike.Analysis.Findings;
using Shrike.Review;

namespace Shrike.Tests.Review;

public sealed class ChangedLinesTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("shrike-since").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static bool Touches(ChangedLines changed, int line, string path = "a.cs") =>
        changed.Touches(Made.Findings(Made.Candidate(line, path))[0]);

    [Fact]
    public void Only_the_lines_of_hunks_are_changed()
    {
        var changed = ChangedLines.Parse("+++ b/a.cs\n@@ -3 +3,2 @@ class A\n-x\n+y\n+z\n");
        Assert.Equal([3, 4], Enumerable.Range(1, 10).Where(n => Touches(changed, n)));
        Assert.False(Touches(changed, 3, "b.cs"));
    }

    [Fact]
    public void A_removed_line_marks_both_its_neighbours()
    {
        var changed = ChangedLines.Parse("+++ b/a.cs\n@@ -5,2 +4,0 @@\n-if (!ok)\n-  return;\n");
        Assert.Equal([4, 5], Enumerable.Range(1, 10).Where(n => Touches(changed, n)));
    }

    [Fact]
    public void A_step_in_changed_lines_is_enough()
    {
        var changed = ChangedLines.Parse("+++ b/b.cs\n@@ -1 +1 @@\n-x\n+y\n");
        Assert.True(changed.Touches(Made.Findings(Made.Candidate(50) with { Flows = [Made.Flow(Made.At(1, "b.cs"), Made.At(50))] })[0]));
    }

    [Fact]
    public void Content_that_looks_like_a_header_moves_nothing_elsewhere()
    {
        var changed = ChangedLines.Parse("+++ b/a.cs\n@@ -1,0 +2,2 @@\n+++ b/innocent.cs\n+@@ -1 +1 @@\n@@ -9 +11 @@\n-x\n+y\n");
        Assert.True(Touches(changed, 2));
        Assert.True(Touches(changed, 11));
        Assert.False(Touches(changed, 1, "innocent.cs"));
    }

    [Theory]
    [InlineData("+++ b/with space.cs\t", "with space.cs")]
    [InlineData("+++ \"b/a\\\"b\\\\c\\303\\244.cs\"", "a\"b\\cä.cs")]
    public void Names_are_read_as_git_writes_them(string header, string path) =>
        Assert.True(Touches(ChangedLines.Parse(header + "\n@@ -1 +1 @@\n-x\n+y\n"), 1, path));

    [Theory]
    [InlineData("")]
    [InlineData("--output=/tmp/x")]
    [InlineData("main other")]
    [InlineData("no-such-branch")]
    public void What_is_no_revision_is_refused(string reference)
    {
        Commit("a.cs", "one\n");
        Assert.Throws<InvalidOperationException>(() => ChangedLines.Since(reference, root));
    }

    [Fact]
    public void A_branch_is_compared_with_where_it_left()
    {
        Commit("a.cs", "one\ntwo\nthree\n");
        Run("branch", "work");
        Commit("b.cs", "changed on the main branch alone\n");
        Run("tag", "main-tip");
        Run("checkout", "-q", "work");
        Commit("a.cs", "one\nTWO\nthree\n");
        File.WriteAllText(Path.Combine(root, "new.cs"), "not yet known to git\n");
        ChangedLines changed = ChangedLines.Since("main-tip", root);
        Assert.Equal([2], Enumerable.Range(1, 5).Where(n => Touches(changed, n)));
        Assert.False(Touches(changed, 1, "b.cs"));
        Assert.True(Touches(changed, 1, "new.cs"));
    }

    [Fact]
    public void Nothing_that_the_repository_configures_is_run()
    {
        if (OperatingSystem.IsWindows())
            return;
        string proof = Path.Combine(root, "proof");
        Commit("a.cs", "one\n");
        Commit(".gitattributes", "*.cs filter=evil diff=evil\n");
        string command = $"touch '{proof}' && cat";
        foreach (
            string key in (string[])
                [
                    "filter.evil.clean",
                    "filter.evil.process",
                    "diff.evil.textconv",
                    "diff.evil.command",
                    "diff.external",
                    "core.fsmonitor",
                    "core.pager",
                ]
        )
            Run("config", key, command);
        File.WriteAllText(Path.Combine(root, "a.cs"), "two\n");
        Assert.True(Touches(ChangedLines.Since("HEAD", root), 1));
        Assert.False(File.Exists(proof));
    }

    private void Commit(string path, string content)
    {
        if (!Directory.Exists(Path.Combine(root, ".git")))
            Run("init", "-q");
        File.WriteAllText(Path.Combine(root, path), content);
        Run("add", path);
        Run("-c", "user.name=t", "-c", "user.email=t@example.invalid", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "m");
    }

    private void Run(params string[] arguments)
    {
        using Process git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = root })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
