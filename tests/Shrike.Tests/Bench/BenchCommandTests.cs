using System.Text.Json;
using Shrike.Cli;

namespace Shrike.Tests.Bench;

/// <summary>The commands as a person types them, with the real scanner.</summary>
public sealed class BenchCommandTests : IDisposable
{
    private readonly SmallSuite small = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("shrike-bench-cli-");

    public void Dispose()
    {
        small.Dispose();
        folder.Delete(recursive: true);
    }

    private static async Task<(int Exit, string Output, string Error)> Shrike(params string[] arguments)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        var context = new CliContext
        {
            Output = output,
            Error = error,
            Today = new DateOnly(2026, 3, 1),
        };
        int exit = await App.RunAsync(["bench", .. arguments], context);
        return (exit, output.ToString(), error.ToString());
    }

    [Fact]
    public async Task A_run_is_scored_again_and_compared_with_itself_without_the_suite()
    {
        string run = Path.Combine(folder.FullName, "run");
        (int exit, string table, string error) = await Shrike("run", "p3", "--suite-path", small.Root, "--run", run, "-j", "1");
        Assert.Equal((Exit.Clean, $"shrike: recorded in {run}"), (exit, error.Trim()));
        Assert.Matches(@"CWE-78 +1 of 1 +1\.000 \[0\.207 1\.000\] +0 of 1", table);
        Assert.Matches(@"CWE-22 +1 of 1", table);

        Assert.Equal((Exit.Clean, table, ""), await Shrike("score", run));
        using (JsonDocument json = JsonDocument.Parse((await Shrike("score", run, "-f", "json")).Output))
        {
            Assert.Equal(3, json.RootElement.GetProperty("cases").GetArrayLength());
            JsonElement found = json.RootElement.GetProperty("cases").EnumerateArray().First(c => c.GetProperty("vulnerable").GetBoolean());
            Assert.Equal(("os-command", 8), (found.GetProperty("rule").GetString(), found.GetProperty("line").GetInt32()));
            Assert.Equal(1, json.RootElement.GetProperty("macroDifference").GetProperty("value").GetDouble());
        }

        (exit, string compared, _) = await Shrike("compare", run, run);
        Assert.Equal(Exit.Clean, exit);
        Assert.Contains("0 cases better, 0 worse; no difference shown", compared, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worse_run_fails_the_gate_unless_the_drop_is_allowed()
    {
        string good = Path.Combine(folder.FullName, "good"),
            none = Path.Combine(folder.FullName, "none"),
            log = Path.Combine(folder.FullName, "empty.sarif");
        File.WriteAllText(log, "{\"runs\":[{\"tool\":{\"driver\":{\"name\":\"silent\"}},\"results\":[]}]}");
        await Shrike("run", "p3", "--suite-path", small.Root, "--run", good, "-j", "1");
        (int exit, _, _) = await Shrike("run", "p3", "--suite-path", small.Root, "--run", none, "--contestant", $"sarif:{log}");
        Assert.Equal(Exit.Clean, exit);
        (exit, string compared, _) = await Shrike("compare", good, none);
        Assert.Equal(Exit.Findings, exit);
        Assert.Contains("missed now", compared, StringComparison.Ordinal);
        Assert.Equal(Exit.Clean, (await Shrike("compare", good, none, "--max-drop", "1")).Exit);
        Assert.Equal(Exit.Clean, (await Shrike("compare", none, good)).Exit);
        (exit, string field, _) = await Shrike("compare", good, none, none);
        Assert.Equal(Exit.Clean, exit);
        Assert.Contains("all of them together", field, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Epochs_become_one_contestant_of_a_page_that_shows_code()
    {
        string[] runs = [Path.Combine(folder.FullName, "e1"), Path.Combine(folder.FullName, "e2")];
        for (int n = 0; n < runs.Length; n++)
            Assert.Equal(
                Exit.Clean,
                (await Shrike("run", "p3", "--suite-path", small.Root, "--run", runs[n], "-j", "1", "--epoch", $"{n + 1}")).Exit
            );
        string page = Path.Combine(folder.FullName, "page.html");
        Assert.Equal((Exit.Clean, "", ""), await Shrike("report", runs[0], runs[1], "--suite-path", small.Root, "-o", page));
        string html = File.ReadAllText(page);
        Assert.Contains(", 2 epochs</span>", html, StringComparison.Ordinal);
        Assert.Contains("Process.Start(", html, StringComparison.Ordinal);
        (int exit, string markdown, _) = await Shrike("compare", runs[0], runs[1], "-f", "markdown");
        Assert.Equal(Exit.Clean, exit);
        Assert.Matches(@"(?m)^\| shrike .*, 2 epochs \| 1\.000 \(1\.000 to 1\.000\) \|", markdown);
        (exit, _, string error) = await Shrike("run", "p3", "--suite-path", small.Root, "--run", runs[0], "-j", "1", "--epoch", "7");
        Assert.Equal(Exit.Usage, exit);
        Assert.Contains("epoch", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_of_another_state_of_the_suite_is_not_shown()
    {
        string run = Path.Combine(folder.FullName, "run");
        await Shrike("run", "p3", "--suite-path", small.Root, "--run", run, "-j", "1");
        using var other = new SmallSuite(repeat: 2);
        (int exit, _, string error) = await Shrike("report", run, "--suite-path", other.Root);
        Assert.Equal(Exit.Usage, exit);
        Assert.Contains("other labels", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no suite", "run", "p9", "--suite-path", ".")]
    [InlineData("--suite-path DIR", "run", "p3")]
    [InlineData("no contestant", "run", "p3", "--suite-path", "{suite}", "--contestant", "x")]
    [InlineData("cannot be read", "run", "p3", "--suite-path", "{suite}", "--contestant", "sarif:missing.sarif")]
    [InlineData("missing.json", "run", "p3", "--suite-path", "{suite}", "--contestant", "scanner:missing.json")]
    [InlineData("brings no rules", "run", "p3", "--suite-path", "{suite}", "--contestant", "semgrep=/nowhere")]
    [InlineData("is not installed at", "run", "p3", "--suite-path", "{suite}", "--contestant", "devskim=/nowhere/at-all")]
    [InlineData("is not a folder", "run", "p3", "--suite-path", "missing")]
    [InlineData("is no run", "score", "missing")]
    [InlineData("--sample takes", "run", "p3", "--suite-path", ".", "--sample", "0")]
    [InlineData("part of Shrike's own", "get", "samples", "-o", "{folder}")]
    [InlineData("only realvuln", "recorded", "p1", "--suite-path", ".")]
    public async Task Mistakes_are_said_in_one_line(string expected, params string[] arguments)
    {
        (int exit, string output, string error) = await Shrike([
            .. arguments.Select(a =>
                a.Replace("{suite}", small.Root, StringComparison.Ordinal).Replace("{folder}", folder.FullName, StringComparison.Ordinal)
            ),
        ]);
        Assert.Equal((Exit.Usage, ""), (exit, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suite_is_cloned_at_its_commit_or_refused()
    {
        // An address of nothing: no network is used.
        (int exit, _, string error) = await Shrike(
            "get",
            "p3",
            "-o",
            Path.Combine(folder.FullName, "new"),
            "--from",
            Path.Combine(folder.FullName, "nothing")
        );
        Assert.Equal(Exit.Usage, exit);
        Assert.Contains("git clone failed", error, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder.FullName, "x"), "");
        Assert.Contains("not empty", (await Shrike("get", "p3", "-o", folder.FullName)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_contestants_are_listed_with_a_version_or_the_way_to_get_them()
    {
        (int exit, string output, _) = await Shrike("contestants");
        Assert.Equal(Exit.Clean, exit);
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(13, lines.Length);
        Assert.Matches("^semgrep +(not installed; get it: |[0-9])", lines.Single(l => l.StartsWith("semgrep", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Findings_without_a_weakness_are_said()
    {
        string log = Path.Combine(folder.FullName, "log.sarif");
        File.WriteAllText(
            log,
            "{\"runs\":[{\"tool\":{\"driver\":{\"name\":\"t\"}},\"results\":[{\"ruleId\":\"odd\",\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"OWASP_a1/cwe_78/unsafe/cwe_78__start__0_File1.cs\"}}}]}]}]}"
        );
        (int exit, _, string error) = await Shrike(
            "run",
            "p3",
            "--suite-path",
            small.Root,
            "--run",
            Path.Combine(folder.FullName, "odd"),
            "--contestant",
            $"sarif:{log}"
        );
        Assert.Equal(Exit.Clean, exit);
        Assert.Contains("1 findings of 1 rules name no weakness and can match no label: odd (1)", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_suites_are_listed()
    {
        (int exit, string output, _) = await Shrike("list");
        Assert.Equal(Exit.Clean, exit);
        Assert.All((string[])["p1", "p2", "p3", "p4", "p5", "samples"], suite => Assert.Contains(suite, output, StringComparison.Ordinal));
    }
}
