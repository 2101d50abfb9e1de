using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using Shrike.Review;
using Shrike.Review.Reports;
using Shrike.Tests.Rules;

namespace Shrike.Tests.Reports;

public class JsonReportTests
{
    private static readonly string[] Members = ["schema", "version", "root", "complete", "coverage", "lines", "findings", "suppressed", "entryPoints", "ledger", "problems", "narrowed", "rules", "timings"];

    private static string Saved(ScanResult result) => Shop.Render(new JsonReport(), result);

    private static ScanResult Read(string json) => SavedRun.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    private static Task<JsonSchema> Schema() => JsonSchema.FromFileAsync(Path.Combine(RepositoryRoot.Path, "docs", "scan.schema.json"), TestContext.Current.CancellationToken);

    [Fact]
    public async Task Obeys_its_published_schema()
    {
        JsonSchema schema = await Schema();
        foreach (ScanResult result in (ScanResult[])[Shop.Result, Shop.Clean])
            Assert.Empty(schema.Validate(Saved(result)).Select(e => $"{e.Path} {e.Kind}"));
    }

    [Theory]
    [InlineData("findings")]
    [InlineData("ledger")]
    [InlineData("timings")]
    [InlineData("schema")]
    [InlineData("complete")]
    public async Task The_schema_requires_every_part(string member)
    {
        JsonObject json = JsonNode.Parse(Saved(Shop.Result))!.AsObject();
        json.Remove(member);
        Assert.NotEmpty((await Schema()).Validate(json.ToJsonString()));
    }

    [Theory]
    [InlineData("/findings/0/fingerprint", "\"F00\"")]
    [InlineData("/findings/0/severity", "\"huge\"")]
    [InlineData("/findings/0/where/startLine", "0")]
    [InlineData("/findings/0/surprise", "1")]
    [InlineData("/findings/1/flows/0/steps", "[]")]
    [InlineData("/ledger/0/state", "\"unknown\"")]
    [InlineData("/rules/0/cvss", "\"CVSS:3.1/AV:N\"")]
    [InlineData("/entryPoints/0/guards", "{}")]
    public async Task The_schema_and_the_reader_refuse_what_is_wrong(string pointer, string value)
    {
        string json = With(Saved(Shop.Result), pointer, value);
        Assert.NotEmpty((await Schema()).Validate(json));
        if (!pointer.EndsWith("surprise", StringComparison.Ordinal))
            Assert.Throws<InvalidDataException>(() => Read(json));
    }

    [Fact]
    public void Timings_come_last_and_nothing_before_them_depends_on_them()
    {
        using JsonDocument document = JsonDocument.Parse(Saved(Shop.Result));
        Assert.Equal(Members, document.RootElement.EnumerateObject().Select(p => p.Name));
        string other = Saved(Shop.Result with { Timings = new Timings([new Phase("all", TimeSpan.FromSeconds(99))]) });
        static string Before(string json) => json[..json.IndexOf("  \"timings\"", StringComparison.Ordinal)];
        Assert.Equal(Before(Saved(Shop.Result)), Before(other));
    }

    [Fact]
    public void A_saved_run_replays_into_every_report_as_the_scan_itself()
    {
        ScanResult again = Read(Saved(Shop.Result));
        Assert.Equal(Saved(Shop.Result), Saved(again));
        foreach (IReport report in (IReport[])[new TextReport(), new SarifReport { IncludeSuppressed = true }, new MarkdownReport(), new HtmlReport()])
            Assert.Equal(Shop.Render(report, Shop.Result), Shop.Render(report, again));
    }

    [Fact]
    public void Shows_no_raw_control_or_markup_characters()
    {
        string json = Saved(Shop.Result);
        Assert.DoesNotContain("<script", json, StringComparison.Ordinal);
        Assert.DoesNotContain(json, c => c != '\n' && (c < ' ' || c > '~'));
    }

    [Theory]
    [InlineData("/findings/0/where/path", "\"../../etc/passwd\"")]
    [InlineData("/findings/0/where/path", "\"/etc/passwd\"")]
    [InlineData("/findings/0/where/path", "\"a\\\\..\\\\..\\\\b\"")]
    [InlineData("/findings/0/where/endLine", "-1")]
    [InlineData("/findings/0/where/startColumn", "99999999999")]
    [InlineData("/findings/0/fingerprint", "\"<img src=x onerror=alert(1)>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"")]
    [InlineData("/findings/0/message", "\"\"")]
    [InlineData("/findings/0/rule", "\"unheard-of\"")]
    [InlineData("/rules/0/id", "\"<b>\"")]
    [InlineData("/rules/0/cwes", "[]")]
    [InlineData("/rules/0/cwes", "[\"89\"]")]
    [InlineData("/suppressed/0/suppression", "null")]
    [InlineData("/timings/0/milliseconds", "1e300")]
    [InlineData("/findings", "{}")]
    [InlineData("/problems/0", "\"text\"")]
    [InlineData("/narrowed", "[1]")]
    [InlineData("/schema", "\"shrike-scan/2\"")]
    public void A_hostile_saved_run_is_an_error_that_says_so(string pointer, string value) =>
        Assert.NotEmpty(Assert.Throws<InvalidDataException>(() => Read(With(Saved(Shop.Result), pointer, value))).Message);

    [Fact]
    public void Damaged_files_are_refused_not_obeyed()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Saved(Shop.Result));
        var random = new Random(20260823);
        for (int i = 0; i < 300; i++)
        {
            byte[] damaged = bytes.AsSpan(0, i % 3 == 0 ? random.Next(bytes.Length) : bytes.Length).ToArray();
            for (int j = 0; j < 4 && damaged.Length > 0; j++)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            try
            {
                ScanResult result = SavedRun.Read(new MemoryStream(damaged));
                foreach (IReport report in (IReport[])[new TextReport(), new SarifReport(), new MarkdownReport(), new HtmlReport()])
                    Shop.Render(report, result);
            }
            catch (InvalidDataException)
            {
                // Refused with words: what is asked for.
            }
        }

        Assert.Throws<InvalidDataException>(() => Read(new string('[', 100_000)));
        Assert.Throws<InvalidDataException>(() => Read(""));
    }

    private static string With(string json, string pointer, string value)
    {
        JsonNode root = JsonNode.Parse(json)!;
        string[] parts = pointer.TrimStart('/').Split('/');
        JsonNode at = root;
        foreach (string part in parts[..^1])
            at = at is JsonArray array ? array[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]! : at[part]!;
        JsonNode? node = JsonNode.Parse(value);
        if (at is JsonArray list)
            list[int.Parse(parts[^1], System.Globalization.CultureInfo.InvariantCulture)] = node;
        else
            at[parts[^1]] = node;
        return root.ToJsonString();
    }
}
