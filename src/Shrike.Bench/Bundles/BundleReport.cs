using System.Text.Encodings.Web;
using System.Text.Json;

namespace Shrike.Bench.Bundles;

/// <summary>Bundles for programs.</summary>
public static class BundleReport
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(CheckedBundle one, TextWriter output) => Write(json => Write(json, one), output);

    public static void Write(Pool pool, TextWriter output) => Write(json => Write(json, pool), output);

    private static void Write(Action<Utf8JsonWriter> body, TextWriter output)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            body(json);
            json.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static void Write(Utf8JsonWriter json, CheckedBundle one)
    {
        json.WriteBoolean("addsUp", one.AddsUp);
        json.WriteString("suite", one.Bundle.Manifest.Suite);
        json.WriteString("contestant", one.Bundle.Manifest.Contestant);
        json.WriteString("tester", one.Bundle.Tester);
        json.WriteStartArray("checks");
        foreach (Check check in one.Checks)
        {
            json.WriteStartObject();
            json.WriteString("asked", check.Asked);
            json.WriteString(
                "answer",
                check.Problems.Count > 0 ? "no"
                    : check.Skipped is null ? "yes"
                    : "not asked"
            );
            if (check.Skipped is { } why)
                json.WriteString("why", why);
            Write(json, "problems", check.Problems);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Pool pool)
    {
        json.WriteString("suite", pool.Groups[0].Entries[0].Bundle.Manifest.Suite);
        Write(json, "remarks", pool.Remarks);
        json.WriteStartArray("contestants");
        foreach (PoolGroup group in pool.Groups)
        {
            json.WriteStartObject();
            json.WriteString("contestant", group.Entries[0].Bundle.Manifest.Contestant);
            json.WriteString("version", group.Entries[0].Bundle.Manifest.ContestantVersion);
            Write(json, "testers", group.Entries.Select(e => e.Name));
            json.WriteStartArray("figures");
            foreach (Spread figure in group.Figures)
                Write(json, figure, "figure");
            json.WriteEndArray();
            Write(json, "recall", group.Categories.Select(c => c.Recall));
            Write(json, "falsePositiveRate", group.Categories.Select(c => c.FalsePositiveRate));
            json.WriteStartArray("disagreements");
            foreach (Disagreement one in group.Disagreements)
            {
                json.WriteStartObject();
                json.WriteString("case", one.Case);
                json.WriteString("category", one.Category);
                json.WriteBoolean("vulnerable", one.IsVulnerable);
                Write(json, "flagged", one.Flagged);
                Write(json, "notFlagged", one.NotFlagged);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<Spread?> spreads)
    {
        json.WriteStartArray(name);
        foreach (Spread spread in spreads.OfType<Spread>())
            Write(json, spread, "category");
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Spread spread, string name)
    {
        json.WriteStartObject();
        json.WriteString(name, spread.Name);
        json.WriteNumber("n", spread.Count);
        json.WriteNumber("mean", spread.Mean);
        json.WriteNumber("lowest", spread.Lowest);
        json.WriteNumber("highest", spread.Highest);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
