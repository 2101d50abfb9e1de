using System.Text.Encodings.Web;
using System.Text.Json;
using Shrike.Bench.Runs;
using Shrike.Bench.Scoring;

namespace Shrike.Bench.Reports;

/// <summary>A scored run for programs: all figures, and what became of each case. The same run gives the same bytes.</summary>
public static class BenchJson
{
    // Paths and messages are shown by programs that escape for themselves.
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(ScoredRun run, TextWriter output)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
            Write(run, json);
        output.WriteLine(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static void Write(ScoredRun run, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("suite", run.Suite.Id);
        json.WriteString("contestant", run.Manifest.Contestant);
        json.WriteString("version", run.Manifest.ContestantVersion);
        json.WriteString("labels", run.Manifest.LabelsHash);
        json.WriteBoolean("complete", run.IsComplete);
        if (run.Manifest.CannotRead is { } reason)
        {
            json.WriteString("cannotRead", reason);
            json.WriteEndObject();
            return;
        }

        json.WriteString("headline", JsonNamingPolicy.CamelCase.ConvertName(run.Scores.Headline.ToString()));
        Write(json, "macroDifference", run.Scores.Macro);
        Write(json, "precision", run.Scores.Precision);
        Write(json, "recall", run.Scores.Recall);
        Write(json, "f1", run.Scores.F1);
        Write(json, "f2", run.Scores.F2);
        json.WriteStartArray("categories");
        foreach (ScoreRow row in run.Scores.Rows.Append(run.Scores.Total))
            Write(json, row);
        json.WriteEndArray();
        json.WriteStartArray("cases");
        foreach (Outcome outcome in run.Judgement.Outcomes)
            Write(json, outcome);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Figure figure)
    {
        if (figure.Value is not { } value)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("value", value);
        if (figure.Interval is { } interval)
        {
            json.WriteNumber("low", interval.Low);
            json.WriteNumber("high", interval.High);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ScoreRow row)
    {
        json.WriteStartObject();
        json.WriteString("category", row.Category);
        json.WriteNumber("truePositives", row.Tally.TruePositives);
        json.WriteNumber("falseNegatives", row.Tally.FalseNegatives);
        json.WriteNumber("falsePositives", row.Tally.FalsePositives);
        json.WriteNumber("trueNegatives", row.Tally.TrueNegatives);
        json.WriteNumber("extra", row.Tally.Extra);
        json.WriteNumber("notAnalysed", row.NotAnalysed);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Outcome outcome)
    {
        json.WriteStartObject();
        json.WriteString("case", outcome.Case);
        json.WriteString("category", outcome.Category);
        json.WriteBoolean("vulnerable", outcome.IsVulnerable);
        json.WriteBoolean("flagged", outcome.IsFlagged);
        if (!outcome.IsAnalysed)
            json.WriteBoolean("analysed", false);
        if (outcome.By is { } by)
        {
            json.WriteString("rule", by.Rule);
            json.WriteNumber("line", by.Line);
        }

        json.WriteEndObject();
    }
}
