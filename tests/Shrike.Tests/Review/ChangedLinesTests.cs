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

    [Theory]
    [InlineData("evil")]
    [InlineData("ev=il")]
    [InlineData("ev.il")]
    public void No_filter_runs_whatever_its_name(string name)
    {
        if (OperatingSystem.IsWindows())
            return;
        string proof = Path.Combine(root, "proof");
        Commit("a.cs", "one\n");
        Commit(".gitattributes", $"*.cs filter={name}\n");
        File.AppendAllText(
            Path.Combine(root, ".git", "config"),
            $"[filter \"{name}\"]\n\tclean = touch '{proof}' && cat\n\tsmudge = touch '{proof}' && cat\n\trequired = true\n"
        );
        File.WriteAllText(Path.Combine(root, "a.cs"), "two\n");
        Assert.True(Touches(ChangedLines.Since("HEAD", root), 1));
        Assert.False(File.Exists(proof));
        // The trap works where nothing is done against it.
        Run("add", "a.cs");
        Assert.True(File.Exists(proof));
    }

    [Theory]
    [InlineData("*.cs -diff\n")]
    [InlineData("*.cs binary\n")]
    public void Attributes_hide_no_change(string attributes)
    {
        Commit(".gitattributes", attributes);
        Commit("a.cs", "one\ntwo\n");
        Commit("a.cs", "one\nTWO\n");
        Assert.Equal([2], Enumerable.Range(1, 5).Where(n => Touches(ChangedLines.Since("HEAD~1", root), n)));
    }

    [Fact]
    public void Configured_context_joins_no_hunks()
    {
        Commit("a.cs", "1\n2\n3\n4\n5\n");
        Commit("b.cs", "1\n");
        Run("config", "diff.interHunkContext", "10");
        Run("config", "diff.context", "10");
        File.WriteAllText(Path.Combine(root, "a.cs"), "one\n2\n3\n4\nfive\n");
        File.WriteAllText(Path.Combine(root, "b.cs"), "one\n");
        ChangedLines changed = ChangedLines.Since("HEAD", root);
        Assert.Equal([1, 5], Enumerable.Range(1, 9).Where(n => Touches(changed, n)));
        Assert.True(Touches(changed, 1, "b.cs"));
    }

    [Theory]
    [InlineData(" same\n")]
    [InlineData("\n")]
    public void Context_counts_once(string context)
    {
        var changed = ChangedLines.Parse(
            $"+++ b/a.cs\n@@ -1,3 +1,3 @@\n-x\n+y\n{context}-x\n+y\n\\ No newline at end of file\n+++ b/b.cs\n@@ -7 +7 @@\n-x\n+y\n"
        );
        Assert.True(Touches(changed, 3));
        Assert.True(Touches(changed, 7, "b.cs"));
        Assert.False(Touches(changed, 7));
    }

    [Fact]
    public void Ignored_files_and_repositories_within_are_changed()
    {
        Commit(".gitignore", "hidden.cs\n");
        File.WriteAllText(Path.Combine(root, "hidden.cs"), "x\n");
        Directory.CreateDirectory(Path.Combine(root, "inner"));
        Run("init", "-q", "inner");
        File.WriteAllText(Path.Combine(root, "inner", "a.cs"), "x\n");
        Run("-C", "inner", "add", "a.cs");
        Run(
            "-C",
            "inner",
            "-c",
            "user.name=t",
            "-c",
            "user.email=t@example.invalid",
            "-c",
            "commit.gpgsign=false",
            "commit",
            "-q",
            "-m",
            "m"
        );
        ChangedLines changed = ChangedLines.Since("HEAD", root);
        Assert.True(Touches(changed, 1, "hidden.cs"));
        Assert.True(Touches(changed, 1, "inner/a.cs"));
        Assert.False(Touches(changed, 1, ".gitignore"));
    }

    [Theory]
    [InlineData("--assume-unchanged")]
    [InlineData("--skip-worktree")]
    public void Files_that_git_was_told_not_to_look_at_are_changed(string bit)
    {
        Commit("a.cs", "one\n");
        Commit("b.cs", "one\n");
        Run("update-index", bit, "a.cs");
        File.WriteAllText(Path.Combine(root, "a.cs"), "two\n");
        ChangedLines changed = ChangedLines.Since("HEAD", root);
        Assert.True(Touches(changed, 1));
        Assert.False(Touches(changed, 1, "b.cs"));
    }

    [Fact]
    public void A_git_that_does_not_end_is_ended()
    {
        if (OperatingSystem.IsWindows())
            return;
        Commit("a.cs", "one\n");
        // Nobody writes to the pipe: git waits for its configuration.
        string pipe = Path.Combine(root, "pipe");
        using (Process make = Process.Start("mkfifo", [pipe]))
            make.WaitForExit();
        File.AppendAllText(Path.Combine(root, ".git", "config"), $"[include]\n\tpath = {pipe}\n");
        var refused = Assert.Throws<InvalidOperationException>(() =>
            Git.Run(root, ["ls-files"], out _, TimeSpan.FromMilliseconds(200), CancellationToken.None)
        );
        Assert.Contains("did not end", refused.Message, StringComparison.Ordinal);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        Assert.ThrowsAny<OperationCanceledException>(() => ChangedLines.Since("HEAD", root, cancel.Token));
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
