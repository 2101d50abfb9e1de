using System.Text.Json;
using System.Text.RegularExpressions;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Rules;

namespace Shrike.Review.Reports;

/// <summary>Reads what <see cref="JsonReport"/> wrote, so that a saved run can be shown in any other way. The file is not
/// trusted: what is not understood is an error that says where.</summary>
public static partial class SavedRun
{
    private const int MaxBytes = 1 << 30;

    /// <exception cref="InvalidDataException">Not a saved run.</exception>
    public static ScanResult Read(Stream stream)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(Bounded(stream), new JsonDocumentOptions { MaxDepth = 32 });
            JsonElement root = document.RootElement;
            if (
                root.ValueKind != JsonValueKind.Object
                || !root.TryGetProperty("schema", out JsonElement schema)
                || schema.GetString() != JsonReport.Schema
            )
                throw new InvalidDataException(
                    $"not a saved run of schema {JsonReport.Schema}; write one with 'shrike scan --format json --output run.json'"
                );
            return ReadResult(root);
        }
        catch (Exception e)
            when (e
                    is JsonException
                        or InvalidOperationException
                        or KeyNotFoundException
                        or FormatException
                        or ArgumentException
                        or OverflowException
            )
        {
            throw new InvalidDataException($"the saved run is not understood: {e.Message}", e);
        }
    }

    /// <summary>A pipe has no length to look at, so that what is read is counted.</summary>
    private static ReadOnlyMemory<byte> Bounded(Stream stream)
    {
        using var bytes = new MemoryStream();
        byte[] part = new byte[1 << 16];
        for (int read; (read = stream.Read(part)) > 0; )
        {
            if (bytes.Length + read > MaxBytes)
                throw new InvalidDataException("a saved run larger than 1 GiB is not read");
            bytes.Write(part, 0, read);
        }

        ReadOnlyMemory<byte> all = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        return all.Span.StartsWith("\uFEFF"u8) ? all[3..] : all;
    }

    private static ScanResult ReadResult(JsonElement root)
    {
        Dictionary<string, Rule> rules = List(root, "rules", ReadRule).ToDictionary(r => r.Id, StringComparer.Ordinal);
        return new ScanResult
        {
            Root = Text(root, "root"),
            Findings = List(root, "findings", f => ReadFinding(f, rules)),
            Suppressed = List(
                root,
                "suppressed",
                f =>
                    ReadFinding(f, rules) is { Suppression: not null } finding
                        ? finding
                        : throw new FormatException("a silenced finding does not say by whom")
            ),
            Rules = [.. rules.Values],
            EntryPoints = List(root, "entryPoints", ReadEntryPoint),
            Ledger = List(
                root,
                "ledger",
                e => new LedgerEntry(Word<LedgerKind>(e, "kind"), Text(e, "name"), Word<LedgerState>(e, "state"), OptionalText(e, "reason"))
            ),
            Problems = List(root, "problems", p => new Problem(Text(p, "path"), Text(p, "message"))),
            Narrowed = List(root, "narrowed", n => n.GetString() ?? ""),
            LinesAnalysed = root.GetProperty("lines").GetInt64(),
            Timings = new Timings(
                List(
                    root,
                    "timings",
                    t => new Phase(Text(t, "phase"), TimeSpan.FromMilliseconds(t.GetProperty("milliseconds").GetDouble()))
                )
            ),
        };
    }

    private static Finding ReadFinding(JsonElement json, Dictionary<string, Rule> rules)
    {
        string fingerprint = Text(json, "fingerprint");
        if (fingerprint.Length != 64 || !fingerprint.All(char.IsAsciiHexDigitLower))
            throw new FormatException("a fingerprint has 64 hexadecimal digits");
        Rule rule = rules[Text(json, "rule")];
        return new Finding
        {
            Fingerprint = fingerprint,
            Severity = Word<Severity>(json, "severity"),
            Suppression = json.TryGetProperty("suppression", out JsonElement s)
                ? new Suppression(
                    Word<SuppressionKind>(s, "kind"),
                    Text(s, "reason"),
                    OptionalText(s, "until") is { } until ? DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture) : null
                )
                : null,
            Candidate = new Candidate
            {
                Rule = rule,
                Where = Span(json.GetProperty("where")),
                Message = Text(json, "message") is { Length: > 0 } message
                    ? message
                    : throw new FormatException("a finding has no message"),
                Symbol = Text(json, "symbol"),
                Snippet = Text(json, "snippet"),
                Cwe = Cwe(json.GetProperty("cwe")),
                InTestCode = json.GetProperty("inTestCode").GetBoolean(),
                EntryPoint = json.TryGetProperty("entryPoint", out JsonElement door) ? ReadEntryPoint(door) : null,
                Flows = List(json, "flows", ReadFlow),
            },
        };
    }

    private static Flow ReadFlow(JsonElement json)
    {
        List<FlowStep> steps = List(
            json,
            "steps",
            step => new FlowStep(Span(step.GetProperty("where")), Text(step, "message"), Text(step, "function"))
        );
        return steps.Count > 0
            ? new Flow(Word<SourceKind>(json, "source"), Text(json, "description"), steps)
            : throw new FormatException("a flow has no steps");
    }

    private static EntryPoint ReadEntryPoint(JsonElement json)
    {
        JsonElement guards = json.GetProperty("guards");
        return new EntryPoint
        {
            Kind = Word<EntryPointKind>(json, "kind"),
            Symbol = Text(json, "symbol"),
            Display = Text(json, "display"),
            Where = Span(json.GetProperty("where")),
            Route = json.TryGetProperty("route", out JsonElement route) ? route.GetString() : null,
            Verbs = List(json, "verbs", v => v.GetString() ?? ""),
            Parameters = List(json, "parameters", Parameter),
            Properties = List(json, "properties", Parameter),
            InTestCode = json.GetProperty("inTestCode").GetBoolean(),
            Guards = new Guards
            {
                Authorization = OptionalText(guards, "authorization"),
                Policies = List(guards, "policies", p => p.GetString() ?? ""),
                AllowsAnonymous = guards.GetProperty("allowsAnonymous").GetBoolean(),
                Antiforgery = OptionalText(guards, "antiforgery"),
                RateLimit = OptionalText(guards, "rateLimit"),
            },
        };

        static EntryParameter Parameter(JsonElement p) => new(Text(p, "name"), Text(p, "type"), Word<Binding>(p, "binding"));
    }

    private static Rule ReadRule(JsonElement json) =>
        new()
        {
            Id = RuleId().IsMatch(Text(json, "id"))
                ? Text(json, "id")
                : throw new FormatException("a rule's id is lower-case words joined by hyphens"),
            Title = Text(json, "title"),
            Kind = Word<RuleKind>(json, "kind"),
            Cwes = List(json, "cwes", Cwe) is { Count: > 0 } cwes ? cwes : throw new FormatException("a rule has no CWE"),
            Cvss = Cvss4.TryParse(Text(json, "cvss"), out _)
                ? Text(json, "cvss")
                : throw new FormatException("a rule's CVSS vector is wrong"),
            Message = Text(json, "message"),
            What = Text(json, "what"),
            Why = Text(json, "why"),
            Fix = Text(json, "fix"),
            Vulnerable = OptionalText(json, "vulnerable"),
            Fixed = OptionalText(json, "fixed"),
            References = List(json, "references", r => r.GetString() ?? ""),
        };

    private static int Cwe(JsonElement json) =>
        json.GetInt32() is > 0 and < 1_000_000 and var cwe ? cwe : throw new FormatException("a CWE is out of range");

    private static SourceSpan Span(JsonElement json)
    {
        var span = new SourceSpan(Text(json, "path"), At("startLine"), At("startColumn"), At("endLine"), At("endColumn"));
        // Reports look up source by this path: it does not lead out of the scanned tree.
        if (Path.IsPathRooted(span.Path) || span.Path.Split('/', '\\').Contains(".."))
            throw new FormatException("a place is not below the root");
        return span.EndLine >= span.StartLine ? span : throw new FormatException("a place ends before it begins");

        int At(string name) =>
            json.GetProperty(name).GetInt32() is > 0 and var at ? at : throw new FormatException($"'{name}' counts from 1");
    }

    private static string Text(JsonElement json, string name) =>
        json.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is missing");

    private static string? OptionalText(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static List<T> List<T>(JsonElement json, string name, Func<JsonElement, T> read) =>
        [.. json.GetProperty(name).EnumerateArray().Select(read)];

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex RuleId();

    private static T Word<T>(JsonElement json, string name)
        where T : struct, Enum =>
        Enum.TryParse(Text(json, name), ignoreCase: true, out T value) && Enum.IsDefined(value)
            ? value
            : throw new FormatException($"'{name}' has an unknown value");
}
