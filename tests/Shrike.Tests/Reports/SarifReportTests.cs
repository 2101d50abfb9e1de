using System.Text.Json.Nodes;
using NJsonSchema;
using Shrike.Analysis.Findings;
using Shrike.Review;
using Shrike.Review.Reports;

namespace Shrike.Tests.Reports;

/// <summary>The official schema, and what GitHub's code scanning asks beyond it.</summary>
public class SarifReportTests
{
    private static JsonObject Run(ScanResult? result = null, bool archive = false) =>
        JsonNode.Parse(Shop.Render(new SarifReport { IncludeSuppressed = archive }, result))!["runs"]!.AsArray().Single()!.AsObject();

    private static IEnumerable<JsonObject> Results(JsonObject run) => run["results"]!.AsArray().Select(r => r!.AsObject());

    private static IEnumerable<JsonObject> Rules(JsonObject run) => run["tool"]!["driver"]!["rules"]!.AsArray().Select(r => r!.AsObject());

    [Fact]
    public async Task Output_obeys_the_official_schema()
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(
            Path.Combine(AppContext.BaseDirectory, "Schemata", "sarif-2.1.0.json"),
            TestContext.Current.CancellationToken
        );
        foreach (bool archive in (bool[])[true, false])
        {
            foreach (ScanResult result in (ScanResult[])[Shop.Result(), Shop.Clean()])
                Assert.Empty(
                    schema.Validate(Shop.Render(new SarifReport { IncludeSuppressed = archive }, result)).Select(e => $"{e.Path} {e.Kind}")
                );
        }

        JsonNode broken = JsonNode.Parse(Shop.Render(new SarifReport()))!;
        broken["runs"]![0]!["results"]![0]!["level"] = "catastrophe";
        Assert.NotEmpty(schema.Validate(broken.ToJsonString()));
    }

    [Fact]
    public void Each_rule_says_what_code_scanning_needs()
    {
        foreach (JsonObject rule in Rules(Run(archive: true)))
        {
            Assert.NotEmpty((string)rule["id"]!);
            Assert.InRange(((string)rule["name"]!).Length, 1, 255);
            Assert.InRange(((string)rule["shortDescription"]!["text"]!).Length, 1, 1024);
            Assert.InRange(((string)rule["fullDescription"]!["text"]!).Length, 1, 1024);
            Assert.NotEmpty((string)rule["help"]!["text"]!);
            Assert.NotEmpty((string)rule["help"]!["markdown"]!);
            string[] tags = [.. rule["properties"]!["tags"]!.AsArray().Select(t => (string)t!)];
            Assert.InRange(tags.Length, 2, 20);
            Assert.Equal("security", tags[0]);
            Assert.Matches("^external/cwe/cwe-[0-9]{3,}$", tags[1]);
            Assert.DoesNotContain((string)rule["properties"]!["precision"]!, (string[])["very-high"]);
            if (rule["helpUri"] is { } help)
                Assert.StartsWith("https://", (string)help!);
        }
    }

    [Fact]
    public void Severity_of_each_finding_is_that_of_its_rule()
    {
        JsonObject run = Run();
        JsonObject[] rules = [.. Rules(run)];
        foreach ((JsonObject result, Finding finding) in Results(run).Zip(Shop.Result().Findings))
        {
            JsonObject rule = rules[(int)result["ruleIndex"]!];
            Assert.Equal((string)rule["id"]!, (string)result["ruleId"]!);
            double score = double.Parse((string)rule["properties"]!["security-severity"]!);
            Assert.Equal(finding.Severity, Cvss4.Band(score));
            Assert.Equal((string)rule["defaultConfiguration"]!["level"]!, (string)result["level"]!);
            Assert.Equal($"CWE-{finding.Cwe}", (string)result["properties"]!["cwe"]!);
        }

        Assert.Equal(rules.Select(r => (string)r["id"]!).Distinct(), rules.Select(r => (string)r["id"]!));
    }

    [Fact]
    public void Places_are_relative_encoded_and_within_bounds()
    {
        JsonObject run = Run();
        Assert.EndsWith("/", (string)run["originalUriBaseIds"]!["%SRCROOT%"]!["uri"]!);
        Assert.Equal("utf16CodeUnits", (string)run["columnKind"]!);
        int places = 0;
        foreach (JsonObject place in Descend(run).OfType<JsonObject>().Where(o => o.ContainsKey("artifactLocation")))
        {
            string uri = (string)place["artifactLocation"]!["uri"]!;
            Assert.Matches("^([A-Za-z0-9._~-]|%[0-9A-F]{2}|/)+$", uri);
            Assert.False(uri.StartsWith('/'));
            Assert.Equal("%SRCROOT%", (string)place["artifactLocation"]!["uriBaseId"]!);
            if (place["region"] is not { } region)
                continue;
            places++;
            Assert.True((int)region["startLine"]! >= 1 && (int)region["startColumn"]! >= 1 && (int)region["endColumn"]! >= 1);
            Assert.True(
                ((int)region["endLine"]!, (int)region["endColumn"]!).CompareTo(((int)region["startLine"]!, (int)region["startColumn"]!))
                    >= 0
            );
        }

        Assert.True(places > 20);
    }

    [Fact]
    public void Each_step_of_each_path_has_its_own_words()
    {
        JsonObject first = Results(Run()).First();
        JsonArray steps = first["codeFlows"]![0]!["threadFlows"]![0]!["locations"]!.AsArray();
        Assert.Equal(
            Shop.Result().Findings[0].Candidate.Flows[0].Steps.Select(s => s.Message),
            steps.Select(s => (string)s!["location"]!["message"]!["text"]!)
        );
        Assert.Equal(Shop.Result().Findings[0].Fingerprint, (string)first["partialFingerprints"]!["shrike/v1"]!);
        Assert.False(first["partialFingerprints"]!.AsObject().ContainsKey("primaryLocationLineHash"));
    }

    [Fact]
    public void Silenced_findings_are_in_the_archive_alone()
    {
        Assert.Equal(Shop.Result().Findings.Count, Results(Run()).Count());
        Assert.All(Results(Run()), r => Assert.False(r.ContainsKey("suppressions")));
        JsonObject[] archived = [.. Results(Run(archive: true))];
        Assert.Equal(Shop.Result().Findings.Count + 2, archived.Length);
        Assert.Equal(2, archived.Count(r => r["suppressions"]!.AsArray().Count == 1));
        Assert.Equal(
            ["external", "inSource"],
            archived.SelectMany(r => r["suppressions"]!.AsArray()).Select(s => (string)s!["kind"]!).Order()
        );
    }

    [Fact]
    public void Clean_is_an_empty_list_and_incomplete_is_said()
    {
        JsonObject clean = Run(Shop.Clean());
        Assert.Empty(clean["results"]!.AsArray());
        Assert.True((bool)clean["invocations"]![0]!["executionSuccessful"]!);
        JsonObject run = Run();
        Assert.False((bool)run["invocations"]![0]!["executionSuccessful"]!);
        string[] notes = [.. run["invocations"]![0]!["toolExecutionNotifications"]!.AsArray().Select(n => (string)n!["message"]!["text"]!)];
        foreach (
            string said in (string[])
                [
                    "Incomplete:",
                    "Legacy/Import.cs: permission denied",
                    "Endpoints.cs: the function",
                    "web.config: not well-formed",
                    "third-party/**",
                ]
        )
            Assert.Contains(notes, n => n.Contains(said, StringComparison.Ordinal));
        Assert.Equal("shrike/", (string)run["automationDetails"]!["id"]!);
    }

    [Fact]
    public void Texts_of_the_repository_are_no_links_and_nothing_invisible()
    {
        foreach (string text in Descend(Run()).OfType<JsonObject>().Where(o => o["text"] is JsonValue).Select(o => (string)o["text"]!))
        {
            Assert.DoesNotContain("](", text, StringComparison.Ordinal);
            Assert.DoesNotContain(text, c => c is '\u202e' or '\u001b');
        }
    }

    [Fact]
    public void Limits_are_kept_and_said()
    {
        Finding finding = Shop.Result().Findings[0];
        Flow flow = finding.Candidate.Flows[0];
        Finding long_ = finding with
        {
            Candidate = finding.Candidate with
            {
                Flows = [.. Enumerable.Repeat(flow with { Steps = [.. Enumerable.Repeat(flow.Steps[0], 3000)] }, 5)],
            },
        };
        JsonObject run = Run(Shop.Result() with { Findings = [long_] });
        Assert.InRange(
            Results(run).Single()["codeFlows"]!.AsArray().Sum(f => f!["threadFlows"]![0]!["locations"]!.AsArray().Count),
            1,
            10_000
        );
        Assert.Contains("lack some paths", run["invocations"]!.ToJsonString(), StringComparison.Ordinal);

        Finding small = finding with { Candidate = finding.Candidate with { Flows = [], EntryPoint = null } };
        run = Run(Shop.Result() with { Findings = [.. Enumerable.Repeat(small, 25_010)] });
        Assert.Equal(25_000, run["results"]!.AsArray().Count);
        Assert.Contains("10 results are not in this file", run["invocations"]!.ToJsonString(), StringComparison.Ordinal);
    }

    private static IEnumerable<JsonNode> Descend(JsonNode root)
    {
        var open = new Stack<JsonNode>([root]);
        while (open.TryPop(out JsonNode? node))
        {
            yield return node;
            foreach (
                JsonNode? child in node is JsonObject o ? o.Select(p => p.Value)
                : node is JsonArray a ? a
                : []
            )
            {
                if (child is not null)
                    open.Push(child);
            }
        }
    }
}
