using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Rules;

namespace Shrike.Review.Reports;

/// <summary>SARIF 2.1.0 for code scanning: one run, severities on rules (one rule a severity where they differ), code flows,
/// relative addresses, own fingerprints; a clean scan is an empty list, an incomplete one says so in its invocation.</summary>
public sealed class SarifReport : IReport
{
    private const int MaxResults = 25_000;
    private const int MaxSteps = 10_000;
    private const int MaxFlows = 100;

    /// <summary>Keep silenced findings, marked as such: for an archive. A file for upload leaves them out, since services open
    /// alerts for them all the same.</summary>
    public bool IncludeSuppressed { get; init; }

    public void Write(ScanResult result, ReportContext context, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Default }))
            WriteLog(json, result, context);
        output.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        output.Write('\n');
    }

    private void WriteLog(Utf8JsonWriter json, ScanResult result, ReportContext context)
    {
        Finding[] all = [.. IncludeSuppressed ? result.Findings.Concat(result.Suppressed) : result.Findings];
        Finding[] findings = [.. all.Take(MaxResults)];
        (Rule Rule, Severity Severity)[] rules = [.. findings.Select(f => (f.Candidate.Rule, f.Severity)).DistinctBy(r => IdOf(r.Rule, r.Severity)).OrderBy(r => IdOf(r.Rule, r.Severity), StringComparer.Ordinal)];
        Dictionary<string, int> indices = rules.Select((r, i) => (Id: IdOf(r.Rule, r.Severity), i)).ToDictionary(r => r.Id, r => r.i, StringComparer.Ordinal);

        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Shrike");
        json.WriteString("semanticVersion", context.Version);
        json.WriteStartArray("rules");
        foreach ((Rule rule, Severity severity) in rules)
            WriteRule(json, rule, severity);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("automationDetails");
        json.WriteString("id", "shrike/");
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject("%SRCROOT%");
        json.WriteString("uri", new Uri(result.Root.TrimEnd('/') + "/").AbsoluteUri);
        json.WriteStartObject("description");
        json.WriteString("text", "The root of the scanned tree.");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        WriteInvocation(json, result, all.Length - findings.Length);
        json.WriteStartArray("results");
        foreach (Finding finding in findings)
            WriteResult(json, finding, indices);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string IdOf(Rule rule, Severity severity) => severity == rule.Severity ? rule.Id : $"{rule.Id}/{JsonReport.Word(severity)}";

    /// <summary>The rule's score, or, where a finding weighs less, the top of its lower band.</summary>
    private static double ScoreOf(Rule rule, Severity severity) =>
        severity == rule.Severity ? rule.Score : severity switch
        {
            Severity.Critical => 9.0,
            Severity.High => 7.0,
            Severity.Medium => 5.0,
            _ => 2.0,
        };

    private static string Level(Severity severity) =>
        severity switch
        {
            Severity.Critical or Severity.High => "error",
            Severity.Medium => "warning",
            _ => "note",
        };

    private static void WriteRule(Utf8JsonWriter json, Rule rule, Severity severity)
    {
        json.WriteStartObject();
        json.WriteString("id", IdOf(rule, severity));
        json.WriteString("name", string.Concat(rule.Id.Split('-').Select(w => char.ToUpperInvariant(w[0]) + w[1..])));
        WriteText(json, "shortDescription", rule.Title);
        WriteText(json, "fullDescription", $"{rule.What} {rule.Why}");
        json.WriteStartObject("help");
        json.WriteString("text", $"{rule.What} {rule.Why}\n\nHow to fix: {rule.Fix}");
        json.WriteString("markdown", Markdown(rule));
        json.WriteEndObject();
        if (rule.References.FirstOrDefault(r => r.StartsWith("https://", StringComparison.Ordinal)) is { } reference)
            json.WriteString("helpUri", reference);
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Level(severity));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteStartArray("tags");
        json.WriteStringValue("security");
        foreach (int cwe in rule.Cwes.Take(10))
            json.WriteStringValue($"external/cwe/cwe-{cwe:000}");
        json.WriteEndArray();
        json.WriteString("security-severity", ScoreOf(rule, severity).ToString("0.0", CultureInfo.InvariantCulture));
        json.WriteString("precision", severity >= Severity.High && rule.Kind == RuleKind.Flow ? "high" : "medium");
        json.WriteString("cwe", $"CWE-{rule.Cwes[0]}");
        json.WriteString("cvssV4", rule.Cvss);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Markdown(Rule rule)
    {
        var text = new StringBuilder($"{rule.What}\n\n{rule.Why}\n\n**How to fix.** {rule.Fix}\n");
        if (rule.Vulnerable is { } vulnerable)
            text.Append(CultureInfo.InvariantCulture, $"\nVulnerable:\n```csharp\n{vulnerable}\n```\n");
        if (rule.Fixed is { } repaired)
            text.Append(CultureInfo.InvariantCulture, $"\nFixed:\n```csharp\n{repaired}\n```\n");
        return text.ToString();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static void WriteInvocation(Utf8JsonWriter json, ScanResult result, int cut)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", result.IsComplete);
        json.WriteStartArray("toolExecutionNotifications");
        Notify(json, result.IsComplete ? "note" : "error", Summary.Coverage(result), null);
        foreach (string narrowed in result.Narrowed.Take(100))
            Notify(json, "warning", $"The repository's settings narrowed this scan: {narrowed}.", null);
        if (cut > 0)
            Notify(json, "warning", $"{cut} results are not in this file: it holds at most {MaxResults}.", null);
        foreach (LedgerEntry entry in result.Ledger.Where(e => e.State is LedgerState.Failed or LedgerState.PartlyAnalysed).Take(1000))
            Notify(json, entry.State == LedgerState.Failed ? "error" : "warning", $"{entry.Name}: {entry.Reason}", entry.Kind == LedgerKind.File ? entry.Name : null);
        foreach (Problem problem in result.Problems.Take(1000))
            Notify(json, "warning", $"{problem.Path}: {problem.Message}", null);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Notify(Utf8JsonWriter json, string level, string message, string? path)
    {
        json.WriteStartObject();
        json.WriteString("level", level);
        WriteText(json, "message", message);
        if (path is not null)
        {
            json.WriteStartArray("locations");
            json.WriteStartObject();
            json.WriteStartObject("physicalLocation");
            WriteArtifact(json, path);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Finding finding, Dictionary<string, int> indices)
    {
        Candidate candidate = finding.Candidate;
        string id = IdOf(candidate.Rule, finding.Severity);
        json.WriteStartObject();
        json.WriteString("ruleId", id);
        json.WriteNumber("ruleIndex", indices[id]);
        json.WriteString("level", Level(finding.Severity));
        WriteText(json, "message", char.ToUpperInvariant(candidate.Message[0]) + candidate.Message[1..] + ".");
        json.WriteStartArray("locations");
        WriteLocation(json, candidate.Where, null, candidate.Symbol);
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString("shrike/v1", finding.Fingerprint);
        json.WriteEndObject();
        if (candidate.Flows.Count > 0)
            WriteFlows(json, candidate.Flows);
        if (finding.Suppression is { } suppression)
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", suppression.Kind == SuppressionKind.Comment ? "inSource" : "external");
            json.WriteString("justification", suppression.Reason);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteStartObject("properties");
        json.WriteString("cwe", $"CWE-{finding.Cwe}");
        json.WriteString("severity", JsonReport.Word(finding.Severity));
        json.WriteString("id", finding.Id);
        if (candidate.EntryPoint is { } door)
            json.WriteString("entryPoint", door.Display);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFlows(Utf8JsonWriter json, IReadOnlyList<Flow> flows)
    {
        json.WriteStartArray("codeFlows");
        foreach (Flow flow in flows.Take(MaxFlows))
        {
            json.WriteStartObject();
            json.WriteStartArray("threadFlows");
            json.WriteStartObject();
            json.WriteStartArray("locations");
            foreach (FlowStep step in flow.Steps.Take(MaxSteps))
            {
                json.WriteStartObject();
                json.WritePropertyName("location");
                WriteLocation(json, step.Where, step.Message, step.Function);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLocation(Utf8JsonWriter json, SourceSpan where, string? message, string symbol)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        WriteArtifact(json, where.Path);
        json.WriteStartObject("region");
        json.WriteNumber("startLine", Math.Max(1, where.StartLine));
        json.WriteNumber("startColumn", Math.Max(1, where.StartColumn));
        json.WriteNumber("endLine", Math.Max(1, where.EndLine));
        json.WriteNumber("endColumn", Math.Max(1, where.EndColumn));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", symbol);
        json.WriteEndObject();
        json.WriteEndArray();
        if (message is not null)
            WriteText(json, "message", message);
        json.WriteEndObject();
    }

    private static void WriteArtifact(Utf8JsonWriter json, string path)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', path.Split('/').Select(Uri.EscapeDataString)));
        json.WriteString("uriBaseId", "%SRCROOT%");
        json.WriteEndObject();
    }
}
