using System.Text.Encodings.Web;
using System.Text.Json;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Rules;

namespace Shrike.Review.Reports;

/// <summary>Everything a scan established, in the format of <c>docs/scan.schema.json</c>. Timings come last: what stands before
/// them is the same for the same input, byte for byte.</summary>
public sealed class JsonReport : IReport
{
    public const string Schema = "shrike-scan/1";

    private const int MaxPending = 1 << 16;

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Default,
    };

    public void Write(ScanResult result, ReportContext context, TextWriter output)
    {
        using (var text = new Utf8TextStream(output))
            Write(result, context.Version, text);
        output.WriteLine();
    }

    /// <summary>In UTF-8, without an end of line. Little is held in memory, however much there is to say.</summary>
    internal static void Write(ScanResult result, string version, Stream output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        WriteResult(json, result, version);
    }

    private static void WriteResult(Utf8JsonWriter json, ScanResult result, string version)
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("version", version);
        json.WriteString("root", result.Root);
        json.WriteBoolean("complete", result.IsComplete);
        json.WriteString("coverage", Summary.Coverage(result));
        json.WriteNumber("lines", result.LinesAnalysed);
        Array(json, "findings", result.Findings, WriteFinding);
        Array(json, "suppressed", result.Suppressed, WriteFinding);
        Array(json, "entryPoints", result.EntryPoints, WriteEntryPoint);
        Array(json, "ledger", result.Ledger, WriteLedger);
        Array(
            json,
            "problems",
            result.Problems,
            static (json, problem) =>
            {
                json.WriteStartObject();
                json.WriteString("path", problem.Path);
                json.WriteString("message", problem.Message);
                json.WriteEndObject();
            }
        );
        Array(json, "narrowed", result.Narrowed, static (json, text) => json.WriteStringValue(text));
        // Also the rules that found nothing: a reader must see what was looked for.
        IEnumerable<Rule> rules = result
            .Findings.Concat(result.Suppressed)
            .Select(f => f.Candidate.Rule)
            .Concat(result.Rules)
            .DistinctBy(r => r.Id)
            .OrderBy(r => r.Id, StringComparer.Ordinal);
        Array(json, "rules", rules, WriteRule);
        Array(
            json,
            "timings",
            result.Timings.Phases,
            static (json, phase) =>
            {
                json.WriteStartObject();
                json.WriteString("phase", phase.Name);
                json.WriteNumber("milliseconds", Math.Round(phase.Elapsed.TotalMilliseconds, 1));
                json.WriteEndObject();
            }
        );
        json.WriteEndObject();
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            write(json, item);
            if (json.BytesPending > MaxPending)
                json.Flush();
        }

        json.WriteEndArray();
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding)
    {
        Candidate candidate = finding.Candidate;
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteString("fingerprint", finding.Fingerprint);
        json.WriteString("rule", candidate.Rule.Id);
        json.WriteNumber("cwe", finding.Cwe);
        json.WriteString("severity", Word(finding.Severity));
        json.WriteString("cvss", candidate.Rule.Cvss);
        json.WriteNumber("score", candidate.Rule.Score);
        json.WriteString("message", candidate.Message);
        WriteSpan(json, "where", candidate.Where);
        json.WriteString("symbol", candidate.Symbol);
        json.WriteString("snippet", candidate.Snippet);
        json.WriteBoolean("inTestCode", candidate.InTestCode);
        if (candidate.EntryPoint is { } door)
        {
            json.WritePropertyName("entryPoint");
            WriteEntryPoint(json, door);
        }

        Array(json, "flows", candidate.Flows, WriteFlow);
        if (finding.Suppression is { } suppression)
        {
            json.WriteStartObject("suppression");
            json.WriteString("kind", Word(suppression.Kind));
            json.WriteString("reason", suppression.Reason);
            if (suppression.Until is { } until)
                json.WriteString("until", until.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteFlow(Utf8JsonWriter json, Flow flow)
    {
        json.WriteStartObject();
        json.WriteString("source", Word(flow.Source));
        json.WriteString("description", flow.SourceDescription);
        Array(
            json,
            "steps",
            flow.Steps,
            static (json, step) =>
            {
                json.WriteStartObject();
                WriteSpan(json, "where", step.Where);
                json.WriteString("message", step.Message);
                json.WriteString("function", step.Function);
                json.WriteEndObject();
            }
        );
        json.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter json, string name, SourceSpan span)
    {
        json.WriteStartObject(name);
        json.WriteString("path", span.Path);
        json.WriteNumber("startLine", span.StartLine);
        json.WriteNumber("startColumn", span.StartColumn);
        json.WriteNumber("endLine", span.EndLine);
        json.WriteNumber("endColumn", span.EndColumn);
        json.WriteEndObject();
    }

    private static void WriteEntryPoint(Utf8JsonWriter json, EntryPoint door)
    {
        json.WriteStartObject();
        json.WriteString("kind", Word(door.Kind));
        json.WriteString("symbol", door.Symbol);
        json.WriteString("display", door.Display);
        WriteSpan(json, "where", door.Where);
        if (door.Route is { } route)
            json.WriteString("route", route);
        Array(json, "verbs", door.Verbs, static (json, verb) => json.WriteStringValue(verb));
        Array(json, "parameters", door.Parameters, WriteParameter);
        Array(json, "properties", door.Properties, WriteParameter);
        json.WriteStartObject("guards");
        json.WriteString("authorization", door.Guards.Authorization);
        Array(json, "policies", door.Guards.Policies, static (json, policy) => json.WriteStringValue(policy));
        json.WriteBoolean("allowsAnonymous", door.Guards.AllowsAnonymous);
        json.WriteString("antiforgery", door.Guards.Antiforgery);
        json.WriteString("rateLimit", door.Guards.RateLimit);
        json.WriteEndObject();
        json.WriteBoolean("inTestCode", door.InTestCode);
        json.WriteEndObject();
    }

    private static void WriteParameter(Utf8JsonWriter json, EntryParameter parameter)
    {
        json.WriteStartObject();
        json.WriteString("name", parameter.Name);
        json.WriteString("type", parameter.Type);
        json.WriteString("binding", Word(parameter.Binding));
        json.WriteEndObject();
    }

    private static void WriteLedger(Utf8JsonWriter json, LedgerEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("kind", Word(entry.Kind));
        json.WriteString("name", entry.Name);
        json.WriteString("state", Word(entry.State));
        json.WriteString("reason", entry.Reason);
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, Rule rule)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("title", rule.Title);
        json.WriteString("kind", Word(rule.Kind));
        Array(json, "cwes", rule.Cwes, static (json, cwe) => json.WriteNumberValue(cwe));
        json.WriteString("cvss", rule.Cvss);
        json.WriteNumber("score", rule.Score);
        json.WriteString("message", rule.Message);
        json.WriteString("what", rule.What);
        json.WriteString("why", rule.Why);
        json.WriteString("fix", rule.Fix);
        json.WriteString("vulnerable", rule.Vulnerable);
        json.WriteString("fixed", rule.Fixed);
        Array(json, "references", rule.References, static (json, reference) => json.WriteStringValue(reference));
        json.WriteEndObject();
    }

    internal static string Word<T>(T value)
        where T : struct, Enum
    {
        string name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
