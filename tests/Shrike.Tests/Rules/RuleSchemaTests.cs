using NJsonSchema;

namespace Shrike.Tests.Rules;

public class RuleSchemaTests
{
    private static readonly string Catalogue = Path.Combine(RepositoryRoot.Path, "src", "Shrike.Analysis", "Rules", "Catalogue");

    private static Task<JsonSchema> Schema() =>
        JsonSchema.FromFileAsync(Path.Combine(RepositoryRoot.Path, "docs", "rule.schema.json"), TestContext.Current.CancellationToken);

    private static string[] RuleFiles() =>
        [
            .. Directory
                .EnumerateFiles(Catalogue, "*.json", SearchOption.AllDirectories)
                .Where(file => !File.ReadAllText(file).Contains("\"library\":", StringComparison.Ordinal)),
        ];

    [Fact]
    public async Task Every_rule_file_obeys_the_schema()
    {
        JsonSchema schema = await Schema();
        string[] files = RuleFiles();
        Assert.NotEmpty(files);
        foreach (string file in files)
        {
            string[] errors =
            [
                .. schema
                    .Validate(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))
                    .Select(e => $"{Path.GetFileName(file)}: {e.Path} {e.Kind}"),
            ];
            Assert.Empty(errors);
        }
    }

    [Theory]
    [InlineData("id")]
    [InlineData("title")]
    [InlineData("kind")]
    [InlineData("cwes")]
    [InlineData("cvss")]
    [InlineData("message")]
    [InlineData("what")]
    [InlineData("why")]
    [InlineData("fix")]
    public async Task Required_fields_are_required(string field)
    {
        JsonSchema schema = await Schema();
        var rule = System.Text.Json.Nodes.JsonNode.Parse(Minimal)!.AsObject();
        Assert.Empty(schema.Validate(rule.ToJsonString()));
        rule.Remove(field);
        Assert.NotEmpty(schema.Validate(rule.ToJsonString()));
    }

    [Theory]
    [InlineData("\"id\": \"Weak Hash\"")]
    [InlineData("\"kind\": \"other\"")]
    [InlineData("\"cwes\": []")]
    [InlineData("\"cvss\": \"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H\"")]
    [InlineData("\"patterns\": [{ \"call\": \"A.B\", \"new\": \"A\" }]")]
    [InlineData("\"patterns\": [{ \"says\": \"nothing named\" }]")]
    [InlineData("\"patterns\": [{ \"call\": \"A.B\", \"when\": [{ \"is\": \"1\" }] }]")]
    [InlineData("\"patterns\": [{ \"call\": \"A.B\", \"severity\": \"huge\" }]")]
    [InlineData("\"patterns\": [{ \"call\": \"A.B\", \"wen\": [] }]")]
    [InlineData("\"flow\": { \"sinks\": [] }")]
    [InlineData("\"surprise\": true")]
    public async Task What_is_wrong_is_refused(string field)
    {
        JsonSchema schema = await Schema();
        var rule = System.Text.Json.Nodes.JsonNode.Parse(Minimal)!.AsObject();
        foreach (var wrong in System.Text.Json.Nodes.JsonNode.Parse("{" + field + "}")!.AsObject().ToArray())
            rule[wrong.Key] = wrong.Value!.DeepClone();
        Assert.NotEmpty(schema.Validate(rule.ToJsonString()));
    }

    private const string Minimal = """
        {
          "id": "a-rule", "title": "t", "kind": "pattern", "cwes": [1], "message": "m", "what": "w", "why": "y", "fix": "f",
          "cvss": "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N",
          "patterns": [{ "call": "A.B", "when": [{ "arg": "0", "is": "1" }] }]
        }
        """;
}
