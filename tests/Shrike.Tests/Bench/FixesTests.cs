using System.Diagnostics;
using Shrike.Analysis.Rules;
using Shrike.Bench.Contestants;
using Shrike.Bench.Runs;
using Shrike.Bench.Suites;
using Shrike.Review;

namespace Shrike.Tests.Bench;

public sealed class FixesTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("shrike-fixes-test-");

    private string Repository => Path.Combine(folder.FullName, "repo");
    private string Output => Path.Combine(folder.FullName, "out");

    public void Dispose()
    {
        // git makes its objects read-only.
        foreach (string file in Directory.EnumerateFiles(folder.FullName, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("Fix SQL injection in search", true, 89)]
    [InlineData("Fixes CVE-2020-1234", true, 0)]
    [InlineData("GHSA-abcd-1234-efgh: encode the title (XSS)", true, 79)]
    [InlineData("CWE-22 in the exporter", true, 22)]
    [InlineData("Fix XSS and CSRF", true, 0)]
    [InlineData("Bump lodash from 4.17.20 to 4.17.21, fixes CVE-2021-23337", false, 0)]
    [InlineData("Revert \"Fix XSS\"", false, 79)]
    [InlineData("Add a page for security questions", false, 0)]
    public void Messages_say_whether_a_commit_is_a_fix(string message, bool isFix, int cwe)
    {
        Assert.Equal(isFix, FixMessages.IsFix(message));
        if (isFix)
            Assert.Equal(cwe, FixMessages.CweOf(message));
    }

    [Fact]
    public void Places_are_the_functions_that_changed()
    {
        string text = "class C\n{\n    int a;\n\n    void F()\n    {\n        G();\n    }\n}\n";
        Assert.Equal([new LineRange(5, 8)], FixPatch.Places("a.cs", text, [new LineRange(7, 7), new LineRange(6, 6)]));
        Assert.Equal([new LineRange(1, 8)], FixPatch.Places("a.cs", text, [new LineRange(3, 3)]));
        Assert.Equal([new LineRange(15, 25)], FixPatch.Places("a.js", "", [new LineRange(20, 20)]));
    }

    [Fact]
    public void A_difference_is_read_by_file_and_tests_are_left()
    {
        string patch =
            "diff --git a/src/A.cs b/src/A.cs\n--- a/src/A.cs\n+++ b/src/A.cs\n@@ -3 +3,2 @@ void F()\n--- a/gone.cs\n++ b/x.cs\n@@ -9,0 +11 @@\n+x\n"
            + "diff --git a/tests/T.cs b/tests/T.cs\n--- a/tests/T.cs\n+++ b/tests/T.cs\n@@ -1 +1 @@\n"
            + "diff --git a/new.cs b/new.cs\n--- /dev/null\n+++ b/new.cs\n@@ -0,0 +1 @@\n";
        FixedFile file = Assert.Single(FixPatch.Read(patch));
        Assert.Equal("src/A.cs", file.Path);
        Assert.Equal([new LineRange(3, 3), new LineRange(9, 10)], file.Before);
        Assert.Equal([new LineRange(3, 4), new LineRange(11, 11)], file.After);
    }

    [Fact]
    public void A_fix_is_found_before_and_silent_after()
    {
        Git("init", "-q");
        Write("app/App.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");
        Write("app/Program.cs", Code("Process.Start(\"/bin/sh\", \"-c ls \" + args[0]);"));
        Commit("first");
        Write("app/Program.cs", Code("Process.Start(\"/bin/ls\");"));
        Write(".gitattributes", "*.cs filter=x\n");
        Commit("Fix command injection when listing");
        Write("README.md", "about vulnerabilities");
        Commit("Say more of security issues");
        // Whatever the repository configures must not be run.
        Git("config", "core.fsmonitor", "touch " + Path.Combine(folder.FullName, "ran"));
        Git("config", "filter.x.smudge", "touch " + Path.Combine(folder.FullName, "ran"));

        string relative = Path.GetRelativePath(Environment.CurrentDirectory, Output);
        FoundFixes found = FixHistory.Write(Repository, relative, new FixOptions(), CancellationToken.None);
        Assert.Equal((2, 1), (found.Looked, found.Cases));
        Assert.Equal(
            ("changes no code that is there before and after, outside of tests", 1),
            found.Left.Select(l => (l.Key, l.Value)).Single()
        );
        Assert.False(File.Exists(Path.Combine(folder.FullName, "ran")));

        Suite suite = SuiteCatalogue.Read(SuiteDeclarations.Find("your-fixes")!, Output, CancellationToken.None);
        Assert.Empty(suite.Problems);
        Assert.Equal([78, 78], suite.Cases.Select(c => c.Cwe));
        var contestant = new ShrikeContestant("1", RuleCatalogue.Load([]), new ScanOptions { Today = new DateOnly(2026, 11, 24) });
        var runner = new Runner(suite, contestant, new RunOptions { Jobs = 1 });
        using RunFolder run = RunFolder.Begin(Path.Combine(folder.FullName, "run"), runner.Manifest, runner.Cases);
        runner.Run(run, null, CancellationToken.None);
        Assert.All(ScoredRun.Of(run).Judgement.Outcomes, o => Assert.True(o.IsRight && o.IsAnalysed, o.Case));
    }

    [Fact]
    public void Given_commits_are_taken_whatever_they_say()
    {
        Git("init", "-q");
        Write("a/A.cs", Code("F(1);"));
        Commit("one");
        Write("a/A.cs", Code("F(2);"));
        Commit("two");
        string commit = Git("rev-parse", "HEAD").Trim();
        Assert.Equal(1, FixHistory.Write(Repository, Output, new FixOptions { Commits = [commit] }, CancellationToken.None).Cases);
        Assert.Throws<SuiteException>(() =>
            FixHistory.Write(Repository, Output + "2", new FixOptions { Commits = ["--output=x"] }, CancellationToken.None)
        );
    }

    [Theory]
    [InlineData("[{\"folder\":\"../x\",\"before\":[],\"after\":[]}]", "no case that can be used")]
    [InlineData(
        "[{\"folder\":\"x\",\"before\":[{\"path\":\"../../y.cs\",\"places\":[{\"start\":1,\"end\":2}]}],\"after\":null}]",
        "no case that can be used"
    )]
    [InlineData("[{", "cannot be read")]
    [InlineData("null", "no case that can be used")]
    public void A_broken_list_says_so(string json, string message)
    {
        Directory.CreateDirectory(Output);
        File.WriteAllText(Path.Combine(Output, "fixes.json"), json);
        Assert.Contains(
            message,
            Assert
                .Throws<SuiteException>(() => SuiteCatalogue.Read(SuiteDeclarations.Find("fixes")!, Output, CancellationToken.None))
                .Message,
            StringComparison.Ordinal
        );
    }

    private static string Code(string statement) =>
        $"using System.Diagnostics;\n\nclass Program\n{{\n    static void Main(string[] args)\n    {{\n        {statement}\n    }}\n\n    static void F(int x) {{ }}\n}}\n";

    private void Write(string path, string text)
    {
        string full = Path.Combine(Repository, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private void Commit(string message)
    {
        Git("add", "-A");
        Git("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false", "commit", "-q", "-m", message);
    }

    private string Git(params string[] arguments)
    {
        Directory.CreateDirectory(Repository);
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = Repository, RedirectStandardOutput = true };
        using Process git = Process.Start(start)!;
        string output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return output;
    }
}
