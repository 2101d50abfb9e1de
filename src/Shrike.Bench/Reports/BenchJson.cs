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
        json.WriteString("schema", "shrike-bench/1");
        WriteBody(run, json);
        json.WriteEndObject();
    }

    /// <summary>Several runs of one suite, and what they say against each other.</summary>
    public static void Write(RunField field, TextWriter output)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
            Write(field, json);
        output.WriteLine(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static void Write(RunField field, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("schema", "shrike-bench-comparison/1");
        json.WriteString("suite", field.Runs[0].Suite.Id);
        json.WriteStartArray("entrants");
        for (int i = 0; i < field.Entrants.Count; i++)
        {
            Entrant one = field.Entrants[i];
            json.WriteStartObject();
            json.WriteString("contestant", one.Manifest.Contestant);
            json.WriteString("version", one.Manifest.ContestantVersion);
            Write(json, "headline", one.Of(r => r.Scores.Main.Value));
            Write(json, "byTree", one.Of(r => r.ByTree?.Main.Value));
            Write(json, "precision", one.Of(r => r.Scores.Precision.Value));
            Write(json, "recall", one.Of(r => r.Scores.Recall.Value));
            Write(json, "f1", one.Of(r => r.Scores.F1.Value));
            Write(json, "f2", one.Of(r => r.Scores.F2.Value));
            json.WriteNumber("foundAlone", field.Alone[i].TruePositives);
            json.WriteNumber("flaggedAlone", field.Alone[i].FalsePositives);
            json.WriteStartArray("runs");
            foreach (ScoredRun run in one.Runs)
            {
                json.WriteStartObject();
                WriteBody(run, json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("together");
        json.WriteNumber("found", field.Union.TruePositives);
        json.WriteNumber("vulnerable", field.Union.Vulnerable);
        json.WriteNumber("flagged", field.Union.FalsePositives);
        json.WriteNumber("safe", field.Union.Safe);
        json.WriteEndObject();
        json.WriteStartArray("gains");
        foreach (Gain gain in field.Gains)
        {
            json.WriteStartObject();
            json.WriteNumber("entrant", gain.Index);
            json.WriteNumber("finds", gain.Finds);
            json.WriteNumber("flags", gain.Flags);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("pairs");
        foreach (Pair pair in field.Pairs)
        {
            json.WriteStartObject();
            json.WriteString("first", pair.Comparison.Old.Manifest.Contestant);
            json.WriteString("second", pair.Comparison.New.Manifest.Contestant);
            json.WriteNumber("onlyFirstRight", pair.Comparison.Worse);
            json.WriteNumber("onlySecondRight", pair.Comparison.Better);
            json.WriteNumber("onlyFirstFinds", pair.Comparison.OnlyOldFinds);
            json.WriteNumber("onlySecondFinds", pair.Comparison.OnlyNewFinds);
            json.WriteNumber("p", pair.P);
            json.WriteStartArray("changed");
            foreach (ChangedCase change in pair.Comparison.Changed)
            {
                json.WriteStartObject();
                json.WriteString("case", change.New.Case);
                json.WriteBoolean("vulnerable", change.New.IsVulnerable);
                json.WriteBoolean("first", change.Old.IsFlagged);
                json.WriteBoolean("second", change.New.IsFlagged);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, EpochSpread? spread)
    {
        if (spread is not { } value)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("mean", value.Mean);
        json.WriteNumber("low", value.Low);
        json.WriteNumber("high", value.High);
        json.WriteEndObject();
    }

    private static void WriteBody(ScoredRun run, Utf8JsonWriter json)
    {
        json.WriteString("suite", run.Suite.Id);
        json.WriteString("contestant", run.Manifest.Contestant);
        json.WriteString("version", run.Manifest.ContestantVersion);
        json.WriteString("labels", run.Manifest.LabelsHash);
        json.WriteBoolean("complete", run.IsComplete);
        if (run.Manifest.Epoch is { } epoch)
            json.WriteNumber("epoch", epoch);
        if (run.Manifest.CannotRead is { } reason)
        {
            json.WriteString("cannotRead", reason);
            return;
        }

        json.WriteString("headline", JsonNamingPolicy.CamelCase.ConvertName(run.Scores.Headline.ToString()));
        Write(json, "macroDifference", run.Scores.Macro);
        Write(json, "precision", run.Scores.Precision);
        Write(json, "recall", run.Scores.Recall);
        Write(json, "f1", run.Scores.F1);
        Write(json, "f2", run.Scores.F2);
        Write(json, "pooledDifference", run.Scores.Pooled);
        if (run.ByTree is { } tree)
            WriteTree(json, tree);
        if (run.Points is { } points)
        {
            json.WriteStartObject("authorsPoints");
            json.WriteNumber("points", points.Points);
            json.WriteNumber("most", points.Most);
            json.WriteNumber("earned", points.Earned);
            json.WriteNumber("mostEarned", points.MostEarned);
            json.WriteEndObject();
        }

        WriteCost(json, run);
        json.WriteStartArray("categories");
        foreach (ScoreRow row in run.Scores.Rows.Append(run.Scores.Total))
            Write(json, row);
        json.WriteEndArray();
        json.WriteStartArray("cases");
        foreach (Outcome outcome in run.Judgement.Outcomes)
            Write(json, outcome);
        json.WriteEndArray();
    }

    private static void WriteTree(Utf8JsonWriter json, Scores tree)
    {
        json.WriteStartObject("byTree");
        json.WriteString("list", CweTree.Version);
        Write(json, "headline", tree.Main);
        Write(json, "precision", tree.Precision);
        Write(json, "recall", tree.Recall);
        Write(json, "f1", tree.F1);
        Write(json, "f2", tree.F2);
        json.WriteEndObject();
    }

    private static void WriteCost(Utf8JsonWriter json, ScoredRun run)
    {
        json.WriteNumber("findings", run.Findings);
        json.WriteNumber("mergedFindings", run.MergedFindings);
        json.WriteNumber("lines", run.Lines);
        if (run.FindingsPerThousandLines is { } noise)
            json.WriteNumber("findingsPerThousandLines", noise);
        json.WriteNumber("seconds", run.Seconds);
        json.WriteNumber("peakBytes", run.PeakBytes);
        json.WriteNumber("tokensIn", run.Spent.TokensIn);
        json.WriteNumber("tokensOut", run.Spent.TokensOut);
        json.WriteNumber("dollars", run.Spent.Dollars);
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
