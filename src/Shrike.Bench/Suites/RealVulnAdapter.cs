using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Shrike.Analysis.Facts;

namespace Shrike.Bench.Suites;

/// <summary>P5: one file of labels for each application. The applications themselves are cloned into repos/ beside them.</summary>
public sealed class RealVulnAdapter : ISuiteAdapter
{
    private const int MaxDepth = 3;
    private const int MaxCodeDepth = 16;
    private const long MaxFileBytes = 16 << 20;

    public string Name => "realvuln-json";

    public Suite Read(SuiteDeclaration declaration, string path, CancellationToken cancel)
    {
        string root = Path.GetFullPath(path);
        var cases = new List<BenchCase>();
        var problems = new List<Problem>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        string[] files = [.. SuiteFiles.Find(root, "ground-truth.json", MaxDepth).Order(StringComparer.Ordinal)];
        if (files.Length == 0)
            throw new SuiteException($"no ground-truth.json within {MaxDepth} folders below {root}: give the checkout's own folder");
        foreach (string file in files)
        {
            cancel.ThrowIfCancellationRequested();
            string target = Path.GetFileName(Path.GetDirectoryName(file))!;
            string at = SuiteFiles.Relative(root, file);
            try
            {
                if (new FileInfo(file).Length > MaxFileBytes)
                    throw new JsonException($"larger than {MaxFileBytes >> 20} MiB");
                using FileStream stream = File.OpenRead(file);
                foreach (
                    RealVulnLabel? label in JsonSerializer.Deserialize(stream, RealVulnJson.Default.RealVulnTruth)?.Findings
                        ?? throw new JsonException("no list of findings")
                )
                {
                    if (label is null || Case(target, label) is not { } found)
                        problems.Add(
                            new Problem(at, $"label '{label?.Id}' lacks a file of the application, a weakness, or lines that can be")
                        );
                    else if (!ids.Add(found.Id))
                        problems.Add(new Problem(at, $"label '{label.Id}' is there twice; the first counts"));
                    else
                        cases.Add(found);
                }
            }
            catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
            {
                problems.Add(new Problem(at, $"cannot be read: {e.Message}"));
            }
        }

        // A finding anywhere in an application counts, so all of its code is laid out, not the labelled files alone.
        string repositories = Path.Combine(root, "repos");
        ILookup<string, string> code = Code(repositories, [.. cases.Select(c => c.Target).Distinct()])
            .ToLookup(f => f[..f.IndexOf('/', StringComparison.Ordinal)]);
        cases = [.. cases.Select(c => c with { Companions = [.. code[c.Target]] })];

        // The order of labels within a file decides ties in the authors' matcher.
        return new Suite(declaration, repositories, cases, problems, SuiteFiles.Revision(root));
    }

    private static IEnumerable<string> Code(string repositories, string[] targets) =>
        targets
            .Select(t => Path.Combine(repositories, t))
            .Where(Directory.Exists)
            .SelectMany(folder => SuiteFiles.Find(folder, "*.py", MaxCodeDepth))
            .Select(file => SuiteFiles.Relative(repositories, file))
            .Order(StringComparer.Ordinal);

    /// <summary>As the authors do: forward slashes, no leading dot or slash.</summary>
    internal static string Normalised(string path)
    {
        path = path.Replace('\\', '/');
        while (path.StartsWith("./", StringComparison.Ordinal))
            path = path[2..];
        return path.TrimStart('/');
    }

    /// <summary>"CWE-89: …" is 89; 0 for what is no weakness.</summary>
    internal static int CweOf(string? text)
    {
        if (text?.StartsWith("CWE-", StringComparison.Ordinal) != true)
            return 0;
        int end = 4;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return int.TryParse(text.AsSpan(4, end - 4), NumberStyles.None, CultureInfo.InvariantCulture, out int cwe) ? cwe : 0;
    }

    private static BenchCase? Case(string target, RealVulnLabel label)
    {
        int[] accepted = [.. (label.AcceptableCwes ?? []).Select(CweOf).Where(c => c > 0)];
        if (string.IsNullOrEmpty(label.Id) || string.IsNullOrEmpty(label.File) || accepted.Length == 0)
            return null;
        string path = Normalised(label.File);
        if (path.Split('/').Contains("..") || label.Location is { StartLine: < 1 } || label.Location?.EndLine < label.Location?.StartLine)
            return null;
        LineRange[] places = label.Location is { StartLine: { } start } where ? [new LineRange(start, where.EndLine ?? start)] : [];
        return new BenchCase
        {
            Id = $"{target}/{label.Id}",
            Target = target,
            Path = $"{target}/{path}",
            IsVulnerable = label.IsVulnerable,
            Cwe = CweOf(label.PrimaryCwe) is > 0 and var primary ? primary : accepted[0],
            AcceptedCwes = accepted,
            Places = places,
        };
    }
}

internal sealed record RealVulnTruth(IReadOnlyList<RealVulnLabel?>? Findings);

internal sealed record RealVulnLabel(
    string? Id,
    bool IsVulnerable,
    string? PrimaryCwe,
    IReadOnlyList<string>? AcceptableCwes,
    string? File,
    RealVulnLocation? Location
);

internal sealed record RealVulnLocation(int? StartLine, int? EndLine);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RealVulnTruth))]
internal sealed partial class RealVulnJson : JsonSerializerContext;
