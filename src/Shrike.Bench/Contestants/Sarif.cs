using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Shrike.Bench.Runs;
using static Shrike.Bench.Contestants.JsonParts;

namespace Shrike.Bench.Contestants;

/// <summary>What a SARIF 2.1.0 log holds, as far as scoring needs it. The log is hostile: whatever is missing or of another type is passed over, and counted.</summary>
internal sealed partial class Sarif
{
    private const long MaxFileBytes = 1L << 30;
    private const int MaxCwes = 20;

    private readonly List<RawFinding> findings = [];
    private readonly List<Unseen> unread = [];

    private Sarif() { }

    public string Tool { get; private set; } = "unknown";
    public string Version { get; private set; } = "";
    public IReadOnlyList<RawFinding> Findings => findings;

    /// <summary>Files of which the tool says that it failed at them.</summary>
    public IReadOnlyList<Unseen> Unread => unread;

    /// <summary>Results without a place.</summary>
    public int WithoutPlace { get; private set; }

    /// <summary>Results without a weakness: they can match no label.</summary>
    public int WithoutCwe { get; private set; }

    /// <exception cref="RunException">It is no SARIF, or breaks off.</exception>
    public static Sarif Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length > MaxFileBytes)
                throw new RunException($"{path} is larger than {MaxFileBytes >> 20} MiB");
            using FileStream stream = File.OpenRead(path);
            using JsonDocument document = JsonDocument.Parse(stream);
            if (Get(document.RootElement, "runs") is not { ValueKind: JsonValueKind.Array } runs)
                throw new RunException($"{path} is no SARIF log: it has no 'runs'");
            var sarif = new Sarif();
            foreach (JsonElement run in runs.EnumerateArray())
                sarif.Add(run);
            return sarif;
        }
        catch (JsonException e)
        {
            throw new RunException($"{path} is no whole SARIF log: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"{path} cannot be read: {e.Message}");
        }
    }

    private void Add(JsonElement run)
    {
        JsonElement? driver = Get(Get(run, "tool"), "driver");
        Tool = Text(driver, "name") ?? Tool;
        Version = Text(driver, "semanticVersion") ?? Text(driver, "version") ?? Version;
        JsonElement[] list = [.. Items(driver, "rules"), .. Items(Get(run, "tool"), "extensions").SelectMany(e => Items(e, "rules"))];
        var rules = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (JsonElement rule in list)
        {
            if (Text(rule, "id") is { } id)
                rules.TryAdd(id, rule);
        }

        JsonElement[] byIndex = [.. Items(driver, "rules")];
        foreach (JsonElement result in Items(run, "results"))
            AddResult(result, rules, byIndex);
        foreach (JsonElement invocation in Items(run, "invocations"))
        foreach (JsonElement notification in Items(invocation, "toolExecutionNotifications"))
            AddFailure(notification);
    }

    private void AddFailure(JsonElement notification)
    {
        if (Text(notification, "level") != "error")
            return;
        string reason = Text(Get(notification, "message"), "text") ?? "an error";
        foreach (JsonElement location in Items(notification, "locations"))
        {
            if (Text(Get(Get(location, "physicalLocation"), "artifactLocation"), "uri") is { Length: > 0 } uri)
                unread.Add(new Unseen(Unescaped(uri), true, reason));
        }
    }

    private void AddResult(JsonElement result, Dictionary<string, JsonElement> rules, JsonElement[] byIndex)
    {
        if (Text(result, "kind") is { } kind && kind is not ("fail" or "review" or "open"))
            return;
        if (Items(result, "suppressions").Any(s => Text(s, "status") is null or "accepted"))
            return;
        JsonElement? place = Items(result, "locations").Select(l => Get(l, "physicalLocation")).FirstOrDefault(l => l is not null);
        if (Text(Get(place, "artifactLocation"), "uri") is not { Length: > 0 } uri)
        {
            WithoutPlace++;
            return;
        }

        string id = Text(result, "ruleId") ?? Text(Get(result, "rule"), "id") ?? "";
        int index = Number(result, "ruleIndex") ?? Number(Get(result, "rule"), "index") ?? -1;
        JsonElement? rule =
            rules.TryGetValue(id, out JsonElement named) ? named
            : index >= 0 && index < byIndex.Length ? byIndex[index]
            : null;
        int[] cwes = [.. CwesOf(result).Concat(CwesOf(rule)).Distinct().Take(MaxCwes)];
        WithoutCwe += cwes.Length == 0 ? 1 : 0;
        JsonElement? region = Get(place, "region");
        findings.Add(
            new RawFinding
            {
                Path = Unescaped(uri),
                Line = Number(region, "startLine") ?? 0,
                EndLine = Number(region, "endLine") ?? Number(region, "startLine") ?? 0,
                Cwe = cwes.FirstOrDefault(),
                OtherCwes = cwes.Length > 1 ? cwes[1..] : [],
                Rule = id.Length > 0 ? id : Text(rule, "id") ?? "",
                Severity = SeverityOf(result, rule),
                Message = Text(Get(result, "message"), "text"),
            }
        );
    }

    // Of several weaknesses the first is the primary one.
    private static IEnumerable<int> CwesOf(JsonElement? element)
    {
        IEnumerable<string?> told = Items(element, "taxa")
            .Where(t => Text(Get(t, "toolComponent"), "name") is null or "CWE")
            .Select(t => $"cwe-{Text(t, "id")}")
            .Concat(Texts(Get(element, "properties"), "cwe"))
            .Concat(Texts(Get(element, "properties"), "tags"))
            .Concat(
                Items(element, "relationships")
                    .Select(r => Get(r, "target"))
                    .Where(t => Text(Get(t, "toolComponent"), "name") is "CWE")
                    .Select(t => $"cwe-{Text(t, "id")}")
            );
        foreach (string? text in told)
        {
            if (
                text is not null
                && Cwe().Match(text) is { Success: true } match
                && int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int cwe)
                && cwe > 0
            )
                yield return cwe;
        }
    }

    private static string SeverityOf(JsonElement result, JsonElement? rule)
    {
        string? score = Text(Get(result, "properties"), "security-severity") ?? Text(Get(rule, "properties"), "security-severity");
        if (double.TryParse(score, CultureInfo.InvariantCulture, out double value))
        {
            return value switch
            {
                >= 9 => "critical",
                >= 7 => "high",
                >= 4 => "medium",
                > 0 => "low",
                _ => "info",
            };
        }

        return (Text(result, "level") ?? Text(Get(rule, "defaultConfiguration"), "level")) switch
        {
            "error" => "high",
            "note" => "low",
            "none" => "info",
            _ => "medium",
        };
    }

    private static string Unescaped(string uri)
    {
        if (uri.StartsWith("file://", StringComparison.OrdinalIgnoreCase))
            uri = uri[7..];
        return Uri.UnescapeDataString(uri).Replace('\\', '/');
    }

    private static IEnumerable<string?> Texts(JsonElement? element, string name) =>
        Get(element, name) switch
        {
            { ValueKind: JsonValueKind.String } one => [one.GetString()],
            { ValueKind: JsonValueKind.Number } one => [$"cwe-{one.GetRawText()}"],
            { ValueKind: JsonValueKind.Array } many => many.EnumerateArray()
                .Where(i => i.ValueKind == JsonValueKind.String)
                .Select(i => i.GetString()),
            _ => [],
        };

    [GeneratedRegex("(?:^|[^a-z])cwe[-_:/ ]?(?:cwe-)?0*([0-9]{1,5})", RegexOptions.IgnoreCase)]
    private static partial Regex Cwe();
}
