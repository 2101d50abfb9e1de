using System.Text.Json;
using Shrike.Bench.Runs;

namespace Shrike.Bench.Contestants;

/// <summary>ESLint's own JSON: a list of files, each with messages. A fatal one says that the file could not be read; others without a rule speak of
/// ESLint's own settings.</summary>
internal static class EslintJson
{
    /// <exception cref="RunException">It is no list.</exception>
    public static ToolAnswer Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Array)
            throw new RunException("its answer is no list of files");
        var findings = new List<RawFinding>();
        var unseen = new List<Unseen>();
        int withoutPlace = 0;
        foreach (JsonElement file in root.EnumerateArray())
        {
            string path = JsonParts.Text(file, "filePath") ?? "";
            foreach (JsonElement message in JsonParts.Items(file, "messages"))
            {
                string text = JsonParts.Text(message, "message") ?? "";
                if (JsonParts.Text(message, "ruleId") is not { Length: > 0 } rule)
                {
                    if (IsUnread(message, text))
                        unseen.Add(new Unseen(path, false, text));
                }
                else if (path.Length == 0)
                    withoutPlace++;
                else
                    findings.Add(
                        new RawFinding
                        {
                            Path = path,
                            Line = JsonParts.Number(message, "line") ?? 0,
                            EndLine = JsonParts.Number(message, "endLine") ?? JsonParts.Number(message, "line") ?? 0,
                            Cwe = 0,
                            Rule = rule,
                            Severity = JsonParts.Number(message, "severity") == 2 ? "high" : "medium",
                            Message = text,
                        }
                    );
            }
        }

        return new ToolAnswer(findings, unseen, withoutPlace);
    }

    private static bool IsUnread(JsonElement message, string text) =>
        JsonParts.Get(message, "fatal") is { ValueKind: JsonValueKind.True } || text.StartsWith("File ignored", StringComparison.Ordinal);
}
