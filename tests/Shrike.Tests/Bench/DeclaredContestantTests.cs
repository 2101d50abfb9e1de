using Shrike.Bench.Contestants;
using Shrike.Bench.Runs;

namespace Shrike.Tests.Bench;

/// <summary>Scanners by declaration, with shell scripts in their places.</summary>
public sealed class DeclaredContestantTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("shrike-declared-");

    public DeclaredContestantTests() => FakeProgram.SkipWithoutShell();

    public void Dispose() => folder.Delete(recursive: true);

    private StagedBatch Batch(params string[] files)
    {
        string input = Path.Combine(folder.FullName, "input");
        foreach (string file in files)
        {
            string path = Path.Combine(input, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "one\n\ntwo\n");
        }

        return new StagedBatch(input, files.ToDictionary(f => f, f => "suite/" + f), []);
    }

    private static string Log(string uri, string rule, string cweTag, int line) =>
        $$$"""
            {"version":"2.1.0","runs":[{"tool":{"driver":{"name":"X","rules":[{"id":"{{{rule}}}","properties":{"tags":[{{{cweTag}}}]}}]}},
             "results":[{"ruleId":"{{{rule}}}","level":"error","message":{"text":"m"},
               "locations":[{"physicalLocation":{"artifactLocation":{"uri":"{{{uri}}}"},"region":{"startLine":{{{line}}} } } }]}]}]}
            """;

    // In the form that Semgrep documents for --sarif.
    [Theory]
    [InlineData("semgrep")]
    [InlineData("opengrep")]
    public void Semgrep_and_its_fork_are_run_with_the_rules_given(string id)
    {
        using var fake = new FakeProgram(
            id,
            $$"""
            if [ "$1" = "--version" ]; then echo 1.99.0; exit 0; fi
            echo "$@" > "{{folder.FullName}}/said"
            while [ $# -gt 0 ]; do
              if [ "$1" = "--output" ]; then report=$2; fi
              shift
            done
            cat > "$report" <<'END'
            {{Log(
                "c00001/f1.py",
                "python.sqli",
                "\"CWE-89: Improper Neutralization of Special Elements used in an SQL Command\",\"security\"",
                3
            )}}
            END
            exit 1
            """
        );
        string rules = Path.Combine(folder.FullName, "rules.yml");
        File.WriteAllText(rules, "rules: []");
        Assert.Contains("--rules", Refused(id, fake.Path, null), StringComparison.Ordinal);
        Assert.Contains("no rules at", Refused(id, fake.Path, rules + "x"), StringComparison.Ordinal);
        DeclaredContestant contestant = Scanners.Locate(Scanners.Find(id)!, fake.Path, rules, 2, default);
        Assert.StartsWith("1.99.0 (", contestant.Version, StringComparison.Ordinal);
        Assert.Contains("rules ", contestant.Version, StringComparison.Ordinal);

        ContestantAnswer answer = contestant.Scan(Batch("c00001/f1.py", "c00002/f1.py"), default);
        RawFinding found = Assert.Single(answer.Findings);
        Assert.Equal(("suite/c00001/f1.py", 3, 89, "python.sqli"), (found.Path, found.Line, found.Cwe, found.Rule));
        Assert.Equal((0, 6L), (answer.Unseen.Count, answer.Lines));
        string said = File.ReadAllText(Path.Combine(folder.FullName, "said"));
        Assert.Contains($"--config {rules} --metrics=off", said, StringComparison.Ordinal);
        Assert.Contains("--jobs 2", said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.FullName, "input.work")));

        File.WriteAllText(rules, "rules: [other]");
        Assert.NotEqual(contestant.Version, Scanners.Locate(Scanners.Find(id)!, fake.Path, rules, 2, default).Version);
    }

    [Fact]
    public void Codeql_is_two_steps_and_knows_its_own_words_for_languages()
    {
        using var fake = new FakeProgram(
            "codeql",
            $$"""
            if [ "$1" = "--version" ]; then echo "CodeQL command-line toolchain release 2.24.0."; exit 0; fi
            echo "$@" >> "{{folder.FullName}}/said"
            for a in "$@"; do case "$a" in --output=*) cat > "${a#--output=}" <<'END'
            {{Log("c00001/f1.c", "cpp/path-injection", "\"security\",\"external/cwe/cwe-022\",\"external/cwe/cwe-073\"", 2)}}
            END
            ;; esac; done
            """
        );
        DeclaredContestant contestant = Scanners.Locate(Scanners.Find("codeql")!, fake.Path, null, 2, default);
        Assert.Equal("2.24.0 (security-extended, no build)", contestant.Version);
        Assert.Equal(22, Assert.Single(contestant.Scan(Batch("c00001/f1.c"), default).Findings).Cwe);
        string[] said = File.ReadAllLines(Path.Combine(folder.FullName, "said"));
        Assert.Equal(2, said.Length);
        Assert.Contains("--language=cpp", said[0], StringComparison.Ordinal);
        Assert.Contains("cpp-security-extended.qls", said[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_plugin_of_npm_is_found_beside_the_program_that_a_link_leads_to()
    {
        string modules = Path.Combine(folder.FullName, "node_modules");
        Directory.CreateDirectory(Path.Combine(modules, ".bin"));
        Directory.CreateDirectory(Path.Combine(modules, "eslint", "bin"));
        using var fake = new FakeProgram(
            "eslint",
            $$"""
            if [ "$1" = "--version" ]; then echo v9.1.0; exit 0; fi
            [ -f "$3" ] || exit 2
            while [ $# -gt 0 ]; do if [ "$1" = "-o" ]; then report=$2; fi; shift; done
            echo "[{\"filePath\":\"$PWD/c1/a.js\",\"messages\":[{\"ruleId\":\"security/detect-child-process\",\"line\":1,\"message\":\"$SHRIKE_MODULES\"}]}]" > "$report"
            exit 1
            """
        );
        string real = Path.Combine(modules, "eslint", "bin", "eslint.js"),
            link = Path.Combine(modules, ".bin", "eslint");
        File.Move(fake.Path, real);
        File.CreateSymbolicLink(link, "../eslint/bin/eslint.js");
        DeclaredContestant contestant = Scanners.Locate(Scanners.Find("eslint-security")!, link, null, 1, default);
        Assert.Equal("9.1.0 (recommended rules)", contestant.Version);
        RawFinding found = Assert.Single(contestant.Scan(Batch("c1/a.js"), default).Findings);
        Assert.Equal((modules, 78), (found.Message, found.Cwe));
    }

    [Fact]
    public void Eslint_itself_runs_where_it_is_installed()
    {
        Assert.SkipWhen(Scanners.OnPath("eslint") is null, "eslint is not installed");
        StagedBatch batch = Batch("c1/a.js", "c1/b.js");
        File.WriteAllText(Path.Combine(batch.Folder, "c1/a.js"), "\nmodule.exports = (s) => eval(s); // eslint-disable-line\n");
        File.WriteAllText(Path.Combine(batch.Folder, "c1/b.js"), "let = = broken");
        File.WriteAllText(Path.Combine(batch.Folder, "eslint.config.js"), "throw new Error('the suite decides nothing')");
        ContestantAnswer answer = Scanners
            .Locate(Scanners.Find("eslint-security")!, null, null, 1, TestContext.Current.CancellationToken)
            .Scan(batch, TestContext.Current.CancellationToken);
        Assert.Equal(("suite/c1/a.js", 2, 95), answer.Findings.Select(f => (f.Path, f.Line, f.Cwe)).Single());
        Assert.Equal("suite/c1/b.js", answer.Unseen.Single().Path);
    }

    [Theory]
    [InlineData("echo nothing works >&2; exit 7", "ended with 7: nothing works")]
    [InlineData("exit 0", "no answer")]
    [InlineData("printf '{\"runs\":[{\"results\":[' > \"$2\"", "no whole SARIF")]
    [InlineData("echo '[]' > \"$2\"", "no SARIF")]
    public void A_scanner_that_fails_has_looked_at_nothing_and_the_run_goes_on(string script, string reason)
    {
        using var fake = new FakeProgram("x", $"if [ \"$1\" = \"--version\" ]; then echo 1.2; exit 0; fi\n{script}\n");
        ContestantAnswer answer = Own(fake, "\"run\":[[\"-o\",\"{report}\"]]").Scan(Batch("a.py", "b.py"), default);
        Assert.Empty(answer.Findings);
        Assert.Equal(["suite/a.py", "suite/b.py"], answer.Unseen.Select(u => u.Path));
        Assert.All(answer.Unseen, u => Assert.Contains(reason, u.Reason, StringComparison.Ordinal));
        Assert.All(answer.Unseen, u => Assert.False(u.Partly));
    }

    [Fact]
    public void Of_files_that_are_scanned_one_at_a_time_only_the_failing_one_is_lost()
    {
        using var fake = new FakeProgram(
            "x",
            $$"""
            if [ "$1" = "--version" ]; then echo 1.2; exit 0; fi
            case "$1" in *b.c) exit 1;; esac
            cat > "$2" <<'END'
            {{Log("NAME", "r", "\"cwe-787\"", 1)}}
            END
            sed -i "s#NAME#file://$PWD/$1#" "$2"
            """
        );
        ContestantAnswer answer = Own(fake, "\"run\":[[\"{file}\",\"{report}\"]],\"eachFile\":[\".c\"]")
            .Scan(Batch("c1/a.c", "c2/b.c", "c3/c.c", "c3/c.h"), default);
        Assert.Equal(["suite/c1/a.c", "suite/c3/c.c"], answer.Findings.Select(f => f.Path));
        Assert.Equal("suite/c2/b.c", Assert.Single(answer.Unseen).Path);
    }

    [Fact]
    public void The_table_speaks_where_the_scanner_does_not_and_what_nobody_knows_stays_without_weakness()
    {
        using var fake = new FakeProgram(
            "x",
            $$"""
            if [ "$1" = "--version" ]; then echo 1.2; exit 0; fi
            cat <<'END'
            [{"filePath":"{{folder.FullName}}/input/a.js","messages":[{"ruleId":"known","line":1},{"ruleId":"unknown","line":2}]},
             {"filePath":"/elsewhere/b.js","messages":[{"ruleId":"known","line":1}]}]
            END
            """
        );
        ContestantAnswer answer = Own(fake, "\"run\":[[]],\"reportIn\":\"output\",\"weaknesses\":{\"known\":95}", "eslint-json")
            .Scan(Batch("a.js"), default);
        Assert.Equal([("known", 95), ("unknown", 0)], answer.Findings.Select(f => (f.Rule, f.Cwe)));
    }

    [Fact]
    public void What_is_not_installed_is_said_with_the_way_to_get_it()
    {
        string message = Refused("bandit", Path.Combine(folder.FullName, "none"), null);
        Assert.Contains("not installed", message, StringComparison.Ordinal);
        Assert.Contains("pip install bandit", message, StringComparison.Ordinal);
        Assert.Contains("bandit=PATH", message, StringComparison.Ordinal);
        Assert.Contains("not installed", Refused("sonaranalyzer", folder.FullName, null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_version_that_is_not_understood_is_refused()
    {
        using var fake = new FakeProgram("bandit", "echo hello");
        Assert.Contains("'hello', which is not understood", Refused("bandit", fake.Path, null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_version_may_have_several_parts()
    {
        using var fake = new FakeProgram("bandit", "printf 'bandit 1.8.6\\n  python version = 3.12.1 (main)\\n'");
        Assert.StartsWith(
            "1.8.6/3.12.1 (",
            Scanners.Locate(Scanners.Find("bandit")!, fake.Path, null, 1, default).Version,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void All_declarations_are_whole()
    {
        Assert.Equal(
            [
                "bandit",
                "clang-analyzer",
                "codeql",
                "cppcheck",
                "devskim",
                "eslint-security",
                "flawfinder",
                "netanalyzers",
                "opengrep",
                "securitycodescan",
                "semgrep",
                "sonaranalyzer",
            ],
            Scanners.All.Select(s => s.Id)
        );
        Assert.All(
            Scanners.All,
            s => Assert.True(s.Languages.Count > 0 && s.Run.Count > 0 && s.Install.Length > 10 && s.Exits.Contains(0), s.Id)
        );
        Assert.All(
            Scanners.All.Where(s => s.ReportIn == "report"),
            s => Assert.Contains(s.Run.SelectMany(r => r), a => a.Contains("{report}", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("{", "no declaration")]
    [InlineData("{\"id\":\"a\",\"title\":\"A\",\"languages\":{},\"install\":\"i\",\"reader\":\"sarif\"}", "either 'program' or")]
    [InlineData("{\"id\":\"a\",\"title\":\"A\",\"languages\":{},\"install\":\"i\",\"reader\":\"x\",\"program\":\"p\"}", "no reader 'x'")]
    [InlineData(
        "{\"id\":\"a\",\"title\":\"A\",\"languages\":{},\"install\":\"i\",\"reader\":\"sarif\",\"program\":\"p\",\"shell\":\"rm\"}",
        "shell"
    )]
    [InlineData(
        "{\"id\":\"a\",\"title\":\"A\",\"languages\":{},\"install\":\"i\",\"reader\":\"sarif\",\"program\":\"p\",\"versionPattern\":\"(\"}",
        "no declaration"
    )]
    public void A_broken_declaration_is_refused_with_the_reason(string json, string reason) =>
        Assert.Contains(reason, Assert.Throws<RunException>(() => ScannerDeclaration.Parse(json, "it")).Message, StringComparison.Ordinal);

    private static string Refused(string id, string? place, string? rules) =>
        Assert.Throws<RunException>(() => Scanners.Locate(Scanners.Find(id)!, place, rules, 1, default)).Message;

    private static DeclaredContestant Own(FakeProgram fake, string more, string reader = "sarif") =>
        Scanners.Locate(
            ScannerDeclaration.Parse(
                $$"""{"id":"x","title":"X","languages":{"python":"py"},"install":"i","program":"x","reader":"{{reader}}",{{more}}}""",
                "own"
            ),
            fake.Path,
            null,
            2,
            default
        );
}
