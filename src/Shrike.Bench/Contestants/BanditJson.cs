using System.Text.Json;
using Shrike.Bench.Runs;

namespace Shrike.Bench.Contestants;

/// <summary>Bandit's own JSON. Versions before 1.7.3 name no weakness.</summary>
internal static class BanditJson
{
    /// <exception cref="RunException">It has no results.</exception>
    public static ToolAnswer Read(JsonElement root)
    {
        if (JsonParts.Get(root, "results") is not { ValueKind: JsonValueKind.Array } results)
            throw new RunException("its answer has no 'results'");
        var findings = new List<RawFinding>();
        int withoutPlace = 0;
        foreach (JsonElement result in results.EnumerateArray())
        {
            if (JsonParts.Text(result, "filename") is not { Length: > 0 } path)
            {
                withoutPlace++;
                continue;
            }

            int line = JsonParts.Number(result, "line_number") ?? 0;
            findings.Add(
                new RawFinding
                {
                    Path = path,
                    Line = line,
                    // The statement's lines; Bandit may point at its first or at the argument's.
                    EndLine = JsonParts
                        .Items(result, "line_range")
                        .Select(l => l.ValueKind == JsonValueKind.Number && l.TryGetInt32(out int n) ? n : 0)
                        .Append(line)
                        .Max(),
                    Cwe = JsonParts.Number(JsonParts.Get(result, "issue_cwe"), "id") ?? 0,
                    Rule = JsonParts.Text(result, "test_id") ?? "",
                    Severity = (JsonParts.Text(result, "issue_severity") ?? "").ToLowerInvariant() is { Length: > 0 } severity
                        ? severity == "undefined"
                            ? "info"
                            : severity
                        : "medium",
                    Message = JsonParts.Text(result, "issue_text"),
                }
            );
        }

        return new ToolAnswer(
            findings,
            [
                .. JsonParts
                    .Items(root, "errors")
                    .Select(e => new Unseen(JsonParts.Text(e, "filename") ?? "", false, JsonParts.Text(e, "reason") ?? "not read")),
            ],
            withoutPlace
        );
    }
}
