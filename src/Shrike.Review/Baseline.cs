using System.Text.Json;
using System.Text.Json.Serialization;
using Shrike.Analysis.Findings;

namespace Shrike.Review;

/// <summary>Findings that are known already. Matched by fingerprint, and where a file moved by rule, symbol and snippet.</summary>
public sealed class Baseline
{
    private const long MaxBytes = 64 << 20;

    private readonly HashSet<string> fingerprints;
    private readonly Dictionary<(string, string, string), int> moved;

    private Baseline(BaselineFile file)
    {
        fingerprints = [.. file.Findings.Select(f => f.Fingerprint)];
        moved = file.Findings.GroupBy(f => (f.Rule, f.Symbol, f.Snippet)).ToDictionary(g => g.Key, g => g.Count());
    }

    /// <exception cref="InvalidDataException">Not a baseline; the message says why.</exception>
    public static Baseline Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
                throw new InvalidDataException($"baseline {path} is larger than 64 MiB");
            BaselineFile file =
                JsonSerializer.Deserialize(File.ReadAllBytes(path), BaselineJson.Default.BaselineFile)
                ?? throw new InvalidDataException($"baseline {path} is empty");
            if (file.Schema != BaselineFile.CurrentSchema)
                throw new InvalidDataException(
                    $"baseline {path} has schema '{file.Schema}', expected '{BaselineFile.CurrentSchema}'; write it anew with 'shrike baseline'"
                );
            if (file.Findings.Any(f => f is null))
                throw new InvalidDataException($"baseline {path} has an empty entry; write it anew with 'shrike baseline'");
            return new Baseline(file);
        }
        catch (FileNotFoundException e)
        {
            throw new InvalidDataException($"baseline {path} does not exist; write one with 'shrike baseline'", e);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"baseline {path} is not understood: {e.Message}", e);
        }
    }

    public static void Write(IEnumerable<Finding> findings, Stream output)
    {
        BaselineEntry[] entries =
        [
            .. findings
                .Select(f => new BaselineEntry(
                    f.Fingerprint,
                    f.Candidate.Rule.Id,
                    f.Candidate.Where.Path,
                    f.Candidate.Symbol,
                    f.Candidate.Snippet
                ))
                .OrderBy(e => e.Path, StringComparer.Ordinal)
                .ThenBy(e => e.Fingerprint, StringComparer.Ordinal),
        ];
        JsonSerializer.Serialize(output, new BaselineFile(BaselineFile.CurrentSchema, entries), BaselineJson.Default.BaselineFile);
        output.WriteByte((byte)'\n');
    }

    /// <summary>Marks what is known. Exact matches first, so that a moved copy does not use up another's entry.</summary>
    public IReadOnlyList<Finding> Apply(IReadOnlyList<Finding> findings)
    {
        var left = new Dictionary<(string, string, string), int>(moved);
        foreach (Finding finding in findings.Where(f => fingerprints.Contains(f.Fingerprint)))
            left[KeyOf(finding)] = left.GetValueOrDefault(KeyOf(finding)) - 1;
        var result = new List<Finding>(findings.Count);
        foreach (Finding finding in findings)
        {
            bool isKnown = fingerprints.Contains(finding.Fingerprint);
            if (!isKnown && left.GetValueOrDefault(KeyOf(finding)) > 0)
            {
                left[KeyOf(finding)]--;
                isKnown = true;
            }

            result.Add(
                isKnown && finding.Suppression is null
                    ? finding with
                    {
                        Suppression = new Suppression(SuppressionKind.Baseline, "known before: in the baseline", null),
                    }
                    : finding
            );
        }

        return result;
    }

    private static (string, string, string) KeyOf(Finding finding) =>
        (finding.Candidate.Rule.Id, finding.Candidate.Symbol, finding.Candidate.Snippet);
}

internal sealed record BaselineEntry(string Fingerprint, string Rule, string Path, string Symbol, string Snippet);

internal sealed record BaselineFile(string Schema, BaselineEntry[] Findings)
{
    public const string CurrentSchema = "shrike-baseline/1";
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(BaselineFile))]
internal sealed partial class BaselineJson : JsonSerializerContext;
