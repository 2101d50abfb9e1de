using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Rules;

namespace Shrike.Tests.Taint;

public class FlowTests
{
    private static readonly RuleCatalogue Rules = RuleCatalogue.Load([Path.Combine(Analyse.CasesFolder, "taint", "rules")]);

    public static TheoryData<string> Cases =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Analyse.CasesFolder, "taint"), "*.cs")
                .Select(f => Path.GetFileName(f))
                .Order(StringComparer.Ordinal),
        ];

    [Theory, MemberData(nameof(Cases))]
    public void Finds_what_is_marked_and_nothing_else(string file)
    {
        string code = File.ReadAllText(Path.Combine(Analyse.CasesFolder, "taint", file));
        (int Line, string Rule)[] expected = [.. Analyse.Expectations(code)];
        Codebase result = Analyse.Text(code, Rules);
        HashSet<int> found = [.. result.Candidates.Where(c => c.Rule.Id == "test-sql").Select(c => c.Where.StartLine)];
        string[] missed = [.. expected.Where(e => e.Rule == "test-sql" && !found.Contains(e.Line)).Select(e => Line(code, e.Line))];
        string[] wrong = [.. expected.Where(e => e.Rule == "none" && found.Contains(e.Line)).Select(e => Line(code, e.Line))];
        Assert.True(missed.Length == 0, "missed:\n" + string.Join('\n', missed));
        Assert.True(wrong.Length == 0, "false:\n" + string.Join('\n', wrong));
        Assert.NotEmpty(expected);
    }

    private static string Line(string code, int line) => $"{line}: {code.Split('\n')[line - 1].Trim()}";

    [Fact]
    public void A_path_begins_at_its_source_and_ends_at_its_sink()
    {
        Codebase result = Analyse.Text(
            """
            class Sources { public static string Get() => ""; }
            class Sinks { public static void Sql(string s) { } }
            class C {
                void M() { N(Sources.Get()); }
                void N(string text) {
                    string query = "select " + text;
                    Sinks.Sql(query);
                }
            }
            """,
            Rules
        );
        Candidate candidate = Assert.Single(result.Candidates, c => c.Rule.Id == "test-sql");
        Flow flow = Assert.Single(candidate.Flows);
        Assert.Equal(SourceKind.Remote, flow.Source);
        Assert.Equal(4, flow.Steps[0].Where.StartLine);
        Assert.Contains("enters as source", flow.Steps[0].Message, StringComparison.Ordinal);
        Assert.Equal(7, flow.Steps[^1].Where.StartLine);
        Assert.Contains(flow.Steps, s => s.Where.StartLine == 6);
    }

    [Fact]
    public void Mutual_recursion_ends()
    {
        var code = new System.Text.StringBuilder(
            "class Sources { public static string Get() => \"\"; } class Sinks { public static void Sql(string s) { } } class C {"
        );
        for (int i = 0; i < 2000; i++)
            code.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"string F{i}(string s) => s.Length > {i} ? F{(i + 1) % 2000}(s) : F{(i + 7) % 2000}(s + \"x\");\n"
            );
        code.Append("void M() { Sinks.Sql(F0(Sources.Get())); } }");
        Codebase result = Analyse.Text(code.ToString(), Rules);
        Assert.DoesNotContain(result.Ledger, e => e.State == LedgerState.Failed);
    }

    [Fact]
    public void A_type_behind_a_method_of_its_name_is_meant()
    {
        const string code = """
            using System.IO;
            using Microsoft.AspNetCore.Mvc;
            public class FilesController : Controller {
                [HttpGet("f")] public string Get(string name) => File.ReadAllText("/data/" + name);
            }
            """;
        Assert.Single(Analyse.Text(code).Candidates, c => c.Rule.Id == "path-traversal");
    }

    [Theory]
    [InlineData("Same", 0)]
    [InlineData("Twice", 0)]
    [InlineData("Busy", 0)]
    [InlineData("Other", 1)]
    public void What_only_gives_back_its_argument_changes_nothing(string helper, int findings)
    {
        string code = $$"""
            using System.IO;
            using System.Text.RegularExpressions;
            using Microsoft.AspNetCore.Mvc;
            public class FilesController : Controller {
                private static T Same<T>(T value) { return value; }
                private static string Twice(string value) { var copy = Same(value); return copy; }
                private static string Busy(string value) { int n = 3; if (n * n < 0) { n = n - 5; } var t = value.Trim() + n; return value; }
                private static string Other(string value) => value.Length > 3 ? value : System.Environment.GetEnvironmentVariable("X");
                [HttpGet("f")] public string Get(string name) {
                    string pattern = {{helper}}("^[a-z]+$");
                    if (!Regex.IsMatch(name, pattern)) return "";
                    return System.IO.File.ReadAllText("/data/" + name);
                }
            }
            """;
        Assert.Equal(findings, Analyse.Text(code).Candidates.Count(c => c.Rule.Id == "path-traversal"));
    }

    [Fact]
    public void A_statement_is_built_where_it_is_joined_also_behind_a_helper()
    {
        const string code = """
            using System.Data.SqlClient;
            using Microsoft.AspNetCore.Mvc;
            public class ItemsController : Controller {
                private static string Same(string value) { return value; }
                [HttpGet("f")] public void Get(string name) {
                    string query = Same("SELECT a FROM b WHERE c='" + name + "'");
                    var connection = new SqlConnection("x");
                    new SqlCommand(query, connection).ExecuteReader();
                }
            }
            """;
        Candidate found = Assert.Single(Analyse.Text(code).Candidates, c => c.Rule.Id == "sql-injection");
        Assert.Equal(6, found.Where.StartLine);
    }
}
