namespace Shrike.Tests.Cli;

/// <summary>Whole conversations: command, what it says on both streams, exit code.</summary>
public sealed class CommandTests : IDisposable
{
    private const string Vulnerable = """
        using Microsoft.AspNetCore.Mvc;
        using System.Diagnostics;

        public class ToolsController : Controller
        {
            [HttpPost]
            public IActionResult Run(string command)
            {
                Process.Start("/bin/sh", "-c " + command);
                return Ok();
            }
        }

        """;

    private readonly Transcript transcript = new();

    public CommandTests()
    {
        transcript.Write("app/ToolsController.cs", Vulnerable);
        transcript.Write("clean/Sum.cs", "public static class Sum { public static int Of(int a, int b) => a + b; }\n");
    }

    public void Dispose() => transcript.Dispose();

    [Fact]
    public async Task Scan_shows_findings_and_fails_at_the_threshold()
    {
        Assert.Equal(1, await transcript.Run("scan", "{root}/app", "--only", "os-command"));
        Assert.Equal(
            0,
            await transcript.Run("scan", "{root}/app", "--only", "os-command", "--fail-on", "never", "--quiet", "--color", "always")
        );
        Assert.Equal(0, await transcript.Run("scan", "{root}/clean", "--quiet"));
        transcript.Matches("scan");
    }

    [Fact]
    public async Task Wrong_usage_names_the_remedy()
    {
        foreach (
            string line in (string[])
                [
                    "scan {root}/missing",
                    "scan {root}/app --only os-comand",
                    "scan {root}/app --fail-on sometimes",
                    "scan {root}/app --jobs 0",
                    "scan {root}/app --baseline {root}/missing.json",
                    "scan {root}/app --since --evil",
                    "scan {root}/app --rules {root}/missing",
                    "scan {root}/app -f json -f sarif",
                    "scan {root}/app -f json -o {root}/missing/run.json",
                    "scan {root}/app --config {root}/missing.json",
                    "explain abc --from {root}/missing.json",
                    "rules show sql-injektion",
                    "report --from {root}/clean/Sum.cs",
                    "completions tcsh",
                    "frobnicate",
                ]
        )
            Assert.Equal(2, await transcript.Run(line.Split(' ')));
        transcript.Matches("usage");
    }

    [Fact]
    public async Task A_repositorys_settings_narrow_and_nothing_else()
    {
        transcript.Write(
            "app/shrike.json",
            """{ "exclude": ["Legacy*.cs"], "skip": ["os-command"], "failOn": "never", "rules": ["x"], "$schema": "s" }"""
        );
        Assert.Equal(3, await transcript.Run("scan", "{root}/app", "--quiet", "--only", "os-command"));
        Assert.Equal(0, await transcript.Run("scan", "{root}/app", "--quiet", "--only", "os-command", "--only", "xss"));
        transcript.Write("app/shrike.json", """{ "exclude": ["*"] }""");
        Assert.Equal(3, await transcript.Run("scan", "{root}/app", "--quiet"));
        transcript.Write("app/shrike.json", """{ "exclude": "*" }""");
        Assert.Equal(1, await transcript.Run("scan", "{root}/app", "--quiet", "--only", "os-command"));
        transcript.Write("app/shrike.json", new string('[', 100_000));
        Assert.Equal(1, await transcript.Run("scan", "{root}/app", "--quiet", "--only", "os-command"));
        transcript.Matches("repository-settings");
    }

    [Fact]
    public async Task Ignore_comments_and_ignore_files_are_counted()
    {
        transcript.Write(
            "app/ToolsController.cs",
            Vulnerable.Replace(
                "        Process.",
                "        // shrike:ignore os-command until 2026-03-01: the caller is the console\n        Process.",
                StringComparison.Ordinal
            )
        );
        transcript.Write("app/Other.cs", "class Other { }\n");
        transcript.Write("app/.shrikeignore", "Other.cs\n");
        Assert.Equal(0, await transcript.Run("scan", "{root}/app", "--quiet", "--only", "os-command"));
        transcript.Write(
            "app/ToolsController.cs",
            Vulnerable.Replace(
                "        Process.",
                "        // shrike:ignore os-command until 2026-02-28: the caller is the console\n        Process.",
                StringComparison.Ordinal
            )
        );
        Assert.Equal(1, await transcript.Run("scan", "{root}/app", "--quiet", "--only", "os-command"));
        transcript.Matches("ignored");
    }

    [Fact]
    public async Task A_repository_that_switches_off_every_rule_is_not_clean()
    {
        string all = string.Join("\", \"", Shrike.Cli.Scanning.LoadRules([]).Rules.Select(r => r.Id));
        transcript.Write("app/shrike.json", $$"""{ "skip": ["{{all}}"] }""");
        Assert.Equal(3, await transcript.Run("scan", "{root}/app", "--quiet"));
    }

    [Fact]
    public async Task Ones_own_settings_may_set_anything_known()
    {
        transcript.Write(
            "own.json",
            """{ "failOn": "never", "only": ["os-command"], "severity": "high", "jobs": 1, "cache": false, "publicApi": false }"""
        );
        Assert.Equal(0, await transcript.Run("scan", "{root}/app", "--quiet", "--config", "{root}/own.json"));
        Assert.Equal(1, await transcript.Run("scan", "{root}/app", "--quiet", "--config", "{root}/own.json", "--fail-on", "high"));
        foreach (
            string wrong in (string[])
                ["""{ "failOn": "maybe" }""", """{ "jobs": 0 }""", """{ "exclude": [1] }""", """{ "endpoint": "x" }""", "[]", "{"]
        )
        {
            transcript.Write("own.json", wrong);
            Assert.Equal(2, await transcript.Run("scan", "{root}/app", "--config", "{root}/own.json"));
        }

        transcript.Matches("own-settings");
    }

    [Fact]
    public async Task A_baseline_leaves_what_is_new()
    {
        Assert.Equal(0, await transcript.Run("baseline", "{root}/app", "--quiet", "--output", "{root}/known.json"));
        transcript.Write("app/ToolsController.cs", "\n\n" + Vulnerable);
        Assert.Equal(0, await transcript.Run("scan", "{root}/app", "--quiet", "--baseline", "{root}/known.json"));
        transcript.Write("app/ToolsController.cs", Vulnerable.Replace("-c ", "-ic ", StringComparison.Ordinal));
        Assert.Equal(1, await transcript.Run("scan", "{root}/app", "--quiet", "--baseline", "{root}/known.json", "--only", "os-command"));
        transcript.Matches("baseline");
    }

    [Fact]
    public async Task A_saved_run_is_explained_and_shown_again()
    {
        Assert.Equal(
            1,
            await transcript.Run(
                "scan",
                "{root}/app",
                "--quiet",
                "--only",
                "os-command",
                "--format",
                "json",
                "--output",
                "{root}/run.json",
                "-o",
                "{root}/run.sarif"
            )
        );
        Assert.Contains("\"version\": \"2.1.0\"", File.ReadAllText(Path.Combine(transcript.Folder, "run.sarif")), StringComparison.Ordinal);
        Assert.Equal(0, await transcript.Run("report", "--from", "{root}/run.json"));
        Assert.Equal(2, await transcript.Run("explain", "zzz", "--from", "{root}/run.json"));
        string json = File.ReadAllText(Path.Combine(transcript.Folder, "run.json"));
        string id = json[(json.IndexOf("\"id\": \"", StringComparison.Ordinal) + 7)..][..12];
        Assert.Equal(0, await transcript.Run("explain", id[..6], "--from", "{root}/run.json"));
        transcript.Matches("saved-run");
    }

    [Fact]
    public async Task Plan_rules_check_and_completions_answer_without_a_scan()
    {
        transcript.Write("rules/broken.json", "{ \"id\": \"broken\" }");
        Assert.Equal(0, await transcript.Run("plan", "{root}/app"));
        Assert.Equal(2, await transcript.Run("rules", "check", "{root}/rules"));
        Assert.Equal(0, await transcript.Run("rules", "show", "os-command"));
        foreach (string shell in (string[])["bash", "zsh", "fish", "powershell"])
            Assert.Equal(0, await transcript.Run("completions", shell));
        transcript.Matches("other-commands");
    }

    [Fact]
    public async Task Help_begins_with_examples()
    {
        Assert.Equal(0, await transcript.Run("--help"));
        Assert.Equal(0, await transcript.Run("scan", "--help"));
        transcript.Matches("help");
    }

    [Fact]
    public async Task A_file_whose_name_begins_with_an_at_sign_gives_no_arguments()
    {
        transcript.Write("@evil.cs", "--fail-on never\n");
        string before = Environment.CurrentDirectory;
        Assert.Equal(2, await transcript.Run("scan", "@evil.cs"));
        Assert.Equal(before, Environment.CurrentDirectory);
        transcript.Matches("response-file");
    }
}
