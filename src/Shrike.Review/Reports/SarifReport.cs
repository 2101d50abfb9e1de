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
    private const int MaxTags = 20;
    private const int MaxRuleText = 1024;
    private const int MaxNotifications = 1000;

    /// <summary>Keep silenced findings, marked as such: for an archive. A file for upload leaves them out, since services open
    /// alerts for them all the same.</summary>
    public bool IncludeSuppressed { get; init; }

    public void Write(ScanResult result, ReportContext context, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (
            var json = new Utf8JsonWriter(
                buffer,
                new JsonWriterOptions
                {
                    Indented = true,
                    NewLine = "\n",
                    Encoder = JavaScriptEncoder.Default,
                }
            )
        )
            WriteLog(json, result, context);
        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private void WriteLog(Utf8JsonWriter json, ScanResult result, ReportContext context)
    {
        Finding[] all = [.. IncludeSuppressed ? result.Findings.Concat(result.Suppressed) : result.Findings];
        Finding[] findings = [.. all.Take(MaxResults)];
        (Rule Rule, Severity Severity)[] rules =
        [
            .. findings
                .Select(f => (f.Candidate.Rule, f.Severity))
                .DistinctBy(r => IdOf(r.Rule, r.Severity))
                .OrderBy(r => IdOf(r.Rule, r.Severity), StringComparer.Ordinal),
        ];
        Dictionary<string, int> indices = rules
            .Select((r, i) => (Id: IdOf(r.Rule, r.Severity), i))
            .ToDictionary(r => r.Id, r => r.i, StringComparer.Ordinal);

        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Shrike");
        json.WriteString("version", context.Version);
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
        json.WriteString("uri", RootUri(result.Root));
        json.WriteStartObject("description");
        json.WriteString("text", "The root of the scanned tree.");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        WriteInvocation(json, result, all.Length - findings.Length, findings.Count(IsCut));
        json.WriteStartArray("results");
        foreach (Finding finding in findings)
            WriteResult(json, finding, indices);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string RootUri(string root) =>
        Uri.TryCreate(root.TrimEnd('/', '\\') + "/", UriKind.Absolute, out Uri? uri) && uri.IsFile ? uri.AbsoluteUri : "file:///";

    private static bool IsCut(Finding finding) =>
        Kept(finding.Candidate.Flows).Count() < finding.Candidate.Flows.Count || finding.Candidate.Flows.Any(f => f.Steps.Count > MaxSteps);

    /// <summary>Whole paths while they fit; a path cut in the middle would mislead. The first is kept whatever its length.</summary>
    private static IEnumerable<Flow> Kept(IReadOnlyList<Flow> flows)
    {
        int steps = 0;
        for (int i = 0; i < Math.Min(flows.Count, MaxFlows); i++)
        {
            steps += flows[i].Steps.Count;
            if (steps > MaxSteps && i > 0)
                yield break;
            yield return flows[i];
        }
    }

    /// <summary>Nothing invisible, and no text of a repository that a viewer takes for an embedded link.</summary>
    private static string Plain(string text, int maxLength = 1000) =>
        Visible.Text(text, maxLength).Replace("](", "] (", StringComparison.Ordinal);

    private static string IdOf(Rule rule, Severity severity) =>
        severity == rule.Severity ? rule.Id : $"{rule.Id}/{JsonReport.Word(severity)}";

    /// <summary>The rule's score; where a finding weighs otherwise, one within its band, since services read severity from the rule alone.</summary>
    private static double ScoreOf(Rule rule, Severity severity) =>
        severity == rule.Severity
            ? rule.Score
            : severity switch
            {
                Severity.Critical => 9.5,
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
        WriteText(json, "shortDescription", Cut(rule.Title));
        WriteText(json, "fullDescription", Cut($"{rule.What} {rule.Why}"));
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
        foreach (int cwe in rule.Cwes.Take(MaxTags - 1))
            json.WriteStringValue($"external/cwe/cwe-{cwe:000}");
        json.WriteEndArray();
        json.WriteString("security-severity", ScoreOf(rule, severity).ToString("0.0", CultureInfo.InvariantCulture));
        json.WriteString("precision", severity >= Severity.High && rule.Kind == RuleKind.Flow ? "high" : "medium");
        json.WriteString("cwe", $"CWE-{rule.Cwes[0]}");
        json.WriteString("cvssV4", rule.Cvss);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>GitHub refuses longer descriptions.</summary>
    private static string Cut(string text) => text.Length <= MaxRuleText ? text : text[..(MaxRuleText - 1)] + "…";

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

    private static void WriteInvocation(Utf8JsonWriter json, ScanResult result, int cut, int shortened)
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
        if (shortened > 0)
            Notify(
                json,
                "warning",
                $"{Summary.Count(shortened, "result")} in this file lack some paths: a result holds at most {MaxFlows} paths and {MaxSteps} steps.",
                null
            );
        LedgerEntry[] unfinished =
        [
            .. result.Ledger.Where(e => e.State is LedgerState.Failed or LedgerState.PartlyAnalysed).OrderByDescending(e => e.State),
        ];
        foreach (LedgerEntry entry in unfinished.Take(MaxNotifications))
            Notify(
                json,
                entry.State == LedgerState.Failed ? "error" : "warning",
                $"{entry.Name}: {entry.Reason}",
                entry.Kind == LedgerKind.File ? entry.Name : null
            );
        foreach (Problem problem in result.Problems.Take(MaxNotifications))
            Notify(json, "warning", $"{problem.Path}: {problem.Message}", null);
        int unsaid = Math.Max(0, unfinished.Length - MaxNotifications) + Math.Max(0, result.Problems.Count - MaxNotifications);
        if (unsaid > 0)
            Notify(
                json,
                "warning",
                $"{Summary.Count(unsaid, "more notification")} not in this file: the JSON report lists them all.",
                null
            );
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Notify(Utf8JsonWriter json, string level, string message, string? path)
    {
        json.WriteStartObject();
        json.WriteString("level", level);
        WriteText(json, "message", Plain(message));
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

    private void WriteResult(Utf8JsonWriter json, Finding finding, Dictionary<string, int> indices)
    {
        Candidate candidate = finding.Candidate;
        string id = IdOf(candidate.Rule, finding.Severity);
        json.WriteStartObject();
        json.WriteString("ruleId", id);
        json.WriteNumber("ruleIndex", indices[id]);
        json.WriteString("level", Level(finding.Severity));
        string message = Plain(candidate.Message);
        WriteText(json, "message", char.ToUpperInvariant(message[0]) + message[1..] + ".");
        json.WriteStartArray("locations");
        WriteLocation(json, candidate.Where, null, candidate.Symbol);
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString("shrike/v1", finding.Fingerprint);
        json.WriteEndObject();
        if (candidate.EntryPoint is { } entry)
        {
            json.WriteStartArray("relatedLocations");
            WriteLocation(json, entry.Where, $"Reached from {entry.Display}", entry.Symbol, id: 1);
            json.WriteEndArray();
        }

        if (candidate.Flows.Count > 0)
            WriteFlows(json, candidate.Flows);
        if (IncludeSuppressed)
            WriteSuppressions(json, finding.Suppression);

        json.WriteStartObject("properties");
        json.WriteString("cwe", $"CWE-{finding.Cwe}");
        json.WriteString("severity", JsonReport.Word(finding.Severity));
        json.WriteString("id", finding.Id);
        if (candidate.EntryPoint is { } door)
            json.WriteString("entryPoint", Plain(door.Display));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Where one result has the list, all must: an empty one says that nobody silenced it.</summary>
    private static void WriteSuppressions(Utf8JsonWriter json, Suppression? suppression)
    {
        json.WriteStartArray("suppressions");
        if (suppression is not null)
        {
            json.WriteStartObject();
            json.WriteString("kind", suppression.Kind == SuppressionKind.Comment ? "inSource" : "external");
            json.WriteString("status", "accepted");
            json.WriteString("justification", Plain(suppression.Reason));
            if (suppression.Until is { } until)
            {
                json.WriteStartObject("properties");
                json.WriteString("until", until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFlows(Utf8JsonWriter json, IReadOnlyList<Flow> flows)
    {
        json.WriteStartArray("codeFlows");
        foreach (Flow flow in Kept(flows))
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

    private static void WriteLocation(Utf8JsonWriter json, SourceSpan where, string? message, string symbol, int? id = null)
    {
        json.WriteStartObject();
        if (id is { } number)
            json.WriteNumber("id", number);
        json.WriteStartObject("physicalLocation");
        WriteArtifact(json, where.Path);
        WriteRegion(json, where);
        json.WriteEndObject();
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", Visible.Text(symbol, 1000));
        json.WriteEndObject();
        json.WriteEndArray();
        if (message is not null)
            WriteText(json, "message", Plain(message));
        json.WriteEndObject();
    }

    private static void WriteRegion(Utf8JsonWriter json, SourceSpan where)
    {
        int line = Math.Max(1, where.StartLine),
            column = Math.Max(1, where.StartColumn),
            endLine = Math.Max(line, where.EndLine);
        json.WriteStartObject("region");
        json.WriteNumber("startLine", line);
        json.WriteNumber("startColumn", column);
        json.WriteNumber("endLine", endLine);
        json.WriteNumber("endColumn", Math.Max(endLine == line ? column : 1, where.EndColumn));
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
