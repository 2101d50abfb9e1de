using System.Text;
using System.Text.Json.Nodes;
using NJsonSchema;
using Shrike.Review;
using Shrike.Review.Reports;
using Shrike.Tests.Rules;

namespace Shrike.Tests.Reports;

public class JsonReportTests
{
    private static Task<JsonSchema> Schema() =>
        JsonSchema.FromFileAsync(Path.Combine(RepositoryRoot.Path, "docs", "scan.schema.json"), TestContext.Current.CancellationToken);

    private static ScanResult Read(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return SavedRun.Read(stream);
    }

    [Fact]
    public async Task Output_obeys_the_published_schema()
    {
        JsonSchema schema = await Schema();
        foreach (ScanResult result in (ScanResult[])[Shop.Result(), Shop.Clean()])
            Assert.Empty(schema.Validate(Shop.Render(new JsonReport(), result)).Select(e => $"{e.Path} {e.Kind}"));
    }

    [Theory]
    [InlineData("schema")]
    [InlineData("findings")]
    [InlineData("ledger")]
    [InlineData("timings")]
    public async Task Schema_refuses_a_run_without(string member)
    {
        JsonObject run = JsonNode.Parse(Shop.Render(new JsonReport()))!.AsObject();
        run.Remove(member);
        Assert.NotEmpty((await Schema()).Validate(run.ToJsonString()));
        Assert.Throws<InvalidDataException>(() => Read(run.ToJsonString()));
    }

    [Fact]
    public void Timings_alone_differ_between_runs()
    {
        string first = Shop.Render(new JsonReport());
        string second = Shop.Render(
            new JsonReport(),
            Shop.Result() with
            {
                Timings = new Timings([new Phase("read", TimeSpan.FromSeconds(9))]),
            }
        );
        int timings = first.IndexOf("\"timings\"", StringComparison.Ordinal);
        Assert.NotEqual(first, second);
        Assert.Equal(first[..timings], second[..timings]);
        Assert.Equal("timings", JsonNode.Parse(first)!.AsObject().Last().Key);
    }

    [Fact]
    public void Saved_run_replays_into_every_report_unchanged()
    {
        ScanResult saved = Read(Shop.Render(new JsonReport()));
        foreach (
            IReport report in (IReport[])
                [new TextReport(), new JsonReport(), new SarifReport(), new SarifReport { IncludeSuppressed = true }, new MarkdownReport()]
        )
            Assert.Equal(Shop.Render(report), Shop.Render(report, saved));
        // Rules that found nothing are listed by id after a replay.
        ScanResult sorted = Shop.Result() with
        {
            Rules = [.. Shop.Result().Rules.OrderBy(r => r.Id, StringComparer.Ordinal)],
        };
        Assert.Equal(Shop.Render(new HtmlReport(), sorted), Shop.Render(new HtmlReport(), saved));
    }

    [Fact]
    public void Damaged_runs_are_refused_or_shown_but_never_crash()
    {
        string json = Shop.Render(new JsonReport());
        var random = new Random(20261124);
        string[] wrong = ["null", "-1", "0", "1e300", "\"\"", "[]", "{}", "true", "99999999999999999999", "\"\\u001b[2J\""];
        for (int round = 0; round < 120; round++)
        {
            JsonNode run = JsonNode.Parse(json)!;
            Damage(run, random, wrong);
            ScanResult result;
            try
            {
                result = Read(run.ToJsonString());
            }
            catch (InvalidDataException)
            {
                continue;
            }

            foreach (
                IReport report in (IReport[])
                    [
                        new TextReport(),
                        new JsonReport(),
                        new SarifReport { IncludeSuppressed = true },
                        new MarkdownReport(),
                        new HtmlReport(),
                    ]
            )
                Assert.DoesNotContain('\u001b', Shop.Render(report, result));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"schema\": 1}")]
    [InlineData("{\"schema\": \"shrike-scan/2\"}")]
    [InlineData("{\"schema\": \"shrike-scan/1\"")]
    public void What_is_not_a_saved_run_is_refused(string json) => Assert.Throws<InvalidDataException>(() => Read(json));

    [Theory]
    [InlineData("\"path\": \"Data/OrderStore.cs\"", "\"path\": \"../../etc/passwd\"")]
    [InlineData("\"path\": \"Data/OrderStore.cs\"", "\"path\": \"/etc/passwd\"")]
    [InlineData("\"path\": \"Data/OrderStore.cs\"", "\"path\": \"Data\\\\..\\\\..\\\\x\"")]
    [InlineData("\"id\": \"sql-injection\"", "\"id\": \"sql--\"")]
    [InlineData("\"id\": \"sql-injection\"", "\"id\": \"\"")]
    public void Places_outside_the_root_and_strange_rules_are_refused(string right, string wrong)
    {
        string json = Shop.Render(new JsonReport());
        Assert.Contains(right, json, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => Read(json.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public void Nesting_without_end_is_refused() => Assert.Throws<InvalidDataException>(() => Read(new string('[', 100_000)));

    /// <summary>Replaces one value somewhere below with one that does not belong there.</summary>
    private static void Damage(JsonNode node, Random random, string[] wrong)
    {
        for (int depth = random.Next(1, 9); ; depth--)
        {
            JsonNode?[] children =
                node is JsonObject o ? [.. o.Select(p => p.Value)]
                : node is JsonArray a ? [.. a]
                : [];
            int index = children.Length == 0 ? 0 : random.Next(children.Length);
            if (depth > 1 && children.Length > 0 && children[index] is JsonObject or JsonArray { Count: > 0 })
            {
                node = children[index]!;
                continue;
            }

            JsonNode? value = JsonNode.Parse(wrong[random.Next(wrong.Length)]);
            if (node is JsonObject members && members.Count > 0)
                members[members.ElementAt(index).Key] = value;
            else if (node is JsonArray items && items.Count > 0)
                items[index] = value;
            return;
        }
    }
}
