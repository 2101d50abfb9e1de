using Shrike.Bench.Contestants;
using Shrike.Bench.Runs;

namespace Shrike.Tests.Bench;

public sealed class OutputReaderTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    private ToolAnswer Read(string reader, string text)
    {
        File.WriteAllText(file, text);
        return OutputReaders.Read(reader, file);
    }

    private static (string, int, int, string, string)[] Places(ToolAnswer answer) =>
        [.. answer.Findings.Select(f => (f.Path, f.Line, f.Cwe, f.Severity, f.Rule))];

    [Fact]
    public void Cppcheck_is_read_by_first_place()
    {
        ToolAnswer answer = Read(
            "cppcheck-xml",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <results version="2"><cppcheck version="2.10"/><errors>
              <error id="arrayIndexOutOfBounds" severity="error" msg="Array accessed" cwe="788">
                <location file="./a.c" line="7" column="3"/><location file="a.c" line="2"/></error>
              <error id="missingInclude" severity="information" msg="x"/>
              <error id="odd" severity="warning" msg="x"/>
              <error id="style" severity="style" msg="s"><location file="b.c" line="x"/></error>
              <error id="syntaxError" severity="error" msg="no"><location file="d.c" line="1"/></error>
            </errors></results>
            """
        );
        Assert.Equal([("./a.c", 7, 788, "high", "arrayIndexOutOfBounds"), ("b.c", 0, 0, "low", "style")], Places(answer));
        Assert.Equal(1, answer.WithoutPlace);
        Assert.Equal(("d.c", true), (answer.Unseen.Single().Path, answer.Unseen.Single().Partly));
    }

    [Fact]
    public void Bandit_is_read_with_and_without_weakness()
    {
        ToolAnswer answer = Read(
            "bandit-json",
            """
            {"errors":[{"filename":"./c.py","reason":"syntax error while parsing AST from file"}],
             "results":[
              {"filename":"./a.py","line_number":4,"line_range":[4,5,6],"test_id":"B608","issue_severity":"MEDIUM","issue_text":"t","issue_cwe":{"id":89,"link":"x"}},
              {"filename":"./b.py","line_number":1,"test_id":"B101","issue_severity":"LOW"},
              {"test_id":"B101"}, 7]}
            """
        );
        Assert.Equal([("./a.py", 4, 89, "medium", "B608"), ("./b.py", 1, 0, "low", "B101")], Places(answer));
        Assert.Equal([6, 1], answer.Findings.Select(f => f.EndLine));
        Assert.Equal(2, answer.WithoutPlace);
        Assert.Equal("./c.py", answer.Unseen.Single().Path);
    }

    [Fact]
    public void Eslint_is_read_and_a_file_that_does_not_parse_is_not_looked_at()
    {
        ToolAnswer answer = Read(
            "eslint-json",
            """
            [{"filePath":"/x/a.js","messages":[{"ruleId":"security/detect-child-process","severity":1,"line":3,"endLine":4,"message":"m"},{"ruleId":null,"severity":1,"message":"'// eslint-disable-line' has no effect"}]},
             {"filePath":"/x/b.js","messages":[{"ruleId":null,"fatal":true,"severity":2,"message":"Parsing error"}]}, "?"]
            """
        );
        Assert.Equal([("/x/a.js", 3, 0, "medium", "security/detect-child-process")], Places(answer));
        Assert.Equal("/x/b.js", answer.Unseen.Single().Path);
    }

    [Fact]
    public void A_sarif_log_says_which_files_the_tool_failed_at()
    {
        ToolAnswer answer = Read(
            "sarif",
            """
            {"runs":[{"tool":{"driver":{"name":"t"}},"results":[],"invocations":[{"toolExecutionNotifications":[
              {"level":"error","message":{"text":"broken"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a.py"}}}]},
              {"level":"note","message":{"text":"fine"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"b.py"}}}]}]}]}]}
            """
        );
        Assert.Equal(("a.py", "broken"), (answer.Unseen.Single().Path, answer.Unseen.Single().Reason));
    }

    [Theory]
    [InlineData("cppcheck-xml", "<results><errors><error id=\"a\"")]
    [InlineData("cppcheck-xml", "<!DOCTYPE x [<!ENTITY e \"e\">]><results>&e;</results>")]
    [InlineData("bandit-json", "{\"results\":[{\"filename\":")]
    [InlineData("bandit-json", "{\"errors\":[]}")]
    [InlineData("eslint-json", "{}")]
    [InlineData("sarif", "{\"runs\":[{\"results\":[")]
    [InlineData("sarif", "")]
    public void What_breaks_off_or_is_something_else_is_no_answer(string reader, string text) =>
        Assert.Throws<RunException>(() => Read(reader, text));

    [Fact]
    public void What_was_not_written_is_no_answer() =>
        Assert.Contains(
            "no answer",
            Assert.Throws<RunException>(() => OutputReaders.Read("sarif", file + ".none")).Message,
            StringComparison.Ordinal
        );
}
