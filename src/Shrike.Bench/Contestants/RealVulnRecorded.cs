using System.Text.Json;
using System.Text.Json.Serialization;
using Shrike.Bench.Runs;
using Shrike.Bench.Scoring;
using Shrike.Bench.Suites;

namespace Shrike.Bench.Contestants;

/// <summary>The outputs of other scanners that P5 ships: scan-results/APPLICATION/SCANNER/EPOCH.json.</summary>
public static class RealVulnRecorded
{
    private const long MaxFileBytes = 64 << 20;

    /// <summary>A scanner over all applications.</summary>
    /// <param name="TruePositives">Where it ran several times, the mean of the recorded runs of each application, summed; a run that was not
    /// recorded is not held against it, an application without any is all missed.</param>
    public sealed record Row(
        string Scanner,
        int Applications,
        int Epochs,
        double TruePositives,
        double FalsePositives,
        double TrapsHit,
        int Vulnerable
    )
    {
        public double Recall => TruePositives / Vulnerable;
        public double Precision => TruePositives + FalsePositives == 0 ? 0 : TruePositives / (TruePositives + FalsePositives);

        public double F(double beta) =>
            (1 + beta * beta)
            * TruePositives
            / ((1 + beta * beta) * TruePositives + beta * beta * (Vulnerable - TruePositives) + FalsePositives);
    }

    /// <summary>A row for each scanner, the best first.</summary>
    /// <exception cref="SuiteException">No outputs were shipped.</exception>
    public static (IReadOnlyList<Row> Rows, IReadOnlyList<string> Problems) Table(Suite suite, string path)
    {
        string folder = Path.Combine(Path.GetFullPath(path), "scan-results");
        if (!Directory.Exists(folder))
            throw new SuiteException($"there is no scan-results below {path}");
        ILookup<string, BenchCase> labels = suite.Cases.ToLookup(c => c.Target);
        int vulnerable = suite.Cases.Count(c => c.IsVulnerable);
        var problems = new List<string>();
        var tallies = new Dictionary<string, List<(string Target, int Epochs, double Tp, double Fp, double Traps)>>(StringComparer.Ordinal);
        foreach (string target in Folders(folder).Where(t => labels.Contains(Path.GetFileName(t))))
        {
            string name = Path.GetFileName(target);
            foreach (string scanner in Folders(target))
            {
                (int Tp, int Fp, int Traps)[] epochs =
                [
                    .. Directory
                        .EnumerateFiles(scanner, "*.json")
                        .Where(f => !f.EndsWith(".metrics.json", StringComparison.Ordinal))
                        .Order(StringComparer.Ordinal)
                        .Select(f => Counted(f, name, [.. labels[name]], problems))
                        .OfType<(int, int, int)>(),
                ];
                if (epochs.Length == 0)
                    continue;
                if (!tallies.TryGetValue(Path.GetFileName(scanner), out var list))
                    tallies.Add(Path.GetFileName(scanner), list = []);
                list.Add((name, epochs.Length, epochs.Average(e => e.Tp), epochs.Average(e => e.Fp), epochs.Average(e => e.Traps)));
            }
        }

        Row[] rows =
        [
            .. tallies
                .Select(t => new Row(
                    t.Key,
                    t.Value.Count,
                    t.Value.Max(v => v.Epochs),
                    t.Value.Sum(v => v.Tp),
                    t.Value.Sum(v => v.Fp),
                    t.Value.Sum(v => v.Traps),
                    vulnerable
                ))
                .OrderByDescending(r => r.F(2))
                .ThenBy(r => r.Scanner, StringComparer.Ordinal),
        ];
        return (rows, problems);
    }

    private static IEnumerable<string> Folders(string folder) => Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal);

    private static (int, int, int)? Counted(string file, string target, IReadOnlyList<BenchCase> labels, List<string> problems)
    {
        try
        {
            if (new FileInfo(file).Length > MaxFileBytes)
                throw new JsonException($"larger than {MaxFileBytes >> 20} MiB");
            using FileStream stream = File.OpenRead(file);
            RecordedOutput output = JsonSerializer.Deserialize(stream, RecordedJson.Default.RecordedOutput)!;
            Judgement judgement = new RealVulnJudge().Judge(labels, new RawOutput(Findings(output, target), []));
            int tp = judgement.Outcomes.Count(o => o.IsVulnerable && o.IsFlagged),
                traps = judgement.Outcomes.Count(o => !o.IsVulnerable && o.IsFlagged);
            return (tp, traps + judgement.Extra.Count, traps);
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            problems.Add($"{file}: {e.Message}");
            return null;
        }
    }

    // As the authors do: a result that names several weaknesses is several findings.
    private static IEnumerable<RawFinding> Findings(RecordedOutput output, string target)
    {
        foreach (RecordedResult result in output.Results ?? [])
        {
            string path = RealVulnAdapter.Normalised(result.Path ?? "");
            if (path.Length == 0)
                continue;
            foreach (int cwe in Cwes(result.Extra?.Metadata?.Cwe).Where(c => c > 0))
                yield return new RawFinding
                {
                    Path = $"{target}/{path}",
                    Line = result.Start?.Line ?? 0,
                    Cwe = cwe,
                    Rule = result.CheckId ?? "",
                    Severity = (result.Extra?.Severity ?? "").ToLowerInvariant(),
                };
        }
    }

    private static IEnumerable<int> Cwes(JsonElement? cwe) =>
        cwe switch
        {
            { ValueKind: JsonValueKind.String } one => [RealVulnAdapter.CweOf(one.GetString())],
            { ValueKind: JsonValueKind.Array } many => many.EnumerateArray()
                .Select(c => c.ValueKind == JsonValueKind.String ? RealVulnAdapter.CweOf(c.GetString()) : 0),
            _ => [],
        };
}

internal sealed record RecordedOutput(IReadOnlyList<RecordedResult>? Results);

internal sealed record RecordedResult(string? CheckId, string? Path, RecordedPlace? Start, RecordedExtra? Extra);

internal sealed record RecordedPlace(int? Line);

internal sealed record RecordedExtra(string? Severity, RecordedMetadata? Metadata);

internal sealed record RecordedMetadata(JsonElement? Cwe);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RecordedOutput))]
internal sealed partial class RecordedJson : JsonSerializerContext;
