using System.Text.Json;
using System.Xml;
using Shrike.Bench.Runs;

namespace Shrike.Bench.Contestants;

/// <summary>What a scanner wrote, with paths as it wrote them.</summary>
/// <param name="Unseen">What it says it could not read, or not wholly; an empty path for what concerns no file.</param>
/// <param name="WithoutPlace">Results that name no file.</param>
internal sealed record ToolAnswer(IReadOnlyList<RawFinding> Findings, IReadOnlyList<Unseen> Unseen, int WithoutPlace);

/// <summary>The forms in which scanners answer. All of them are hostile: bounded, and what breaks off is no answer.</summary>
internal static class OutputReaders
{
    private const long MaxFileBytes = 512L << 20;

    /// <summary>By the name that declarations use; each takes the path of a file.</summary>
    public static IReadOnlyDictionary<string, Func<string, ToolAnswer>> All { get; } =
        new Dictionary<string, Func<string, ToolAnswer>>(StringComparer.Ordinal)
        {
            ["sarif"] = path =>
            {
                Sarif log = Sarif.Read(path);
                return new ToolAnswer(log.Findings, log.Unread, log.WithoutPlace);
            },
            ["bandit-json"] = path => Json(path, BanditJson.Read),
            ["eslint-json"] = path => Json(path, EslintJson.Read),
            ["cppcheck-xml"] = CppcheckXml.Read,
        };

    /// <exception cref="RunException">It cannot be read, or is not what it should be.</exception>
    public static ToolAnswer Read(string reader, string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: var length }
                ? length > MaxFileBytes
                    ? throw new RunException($"its answer is larger than {MaxFileBytes >> 20} MiB")
                    : length == 0
                        ? throw new RunException("its answer is empty")
                        : All[reader](path)
                : throw new RunException("it wrote no answer");
        }
        catch (Exception e) when (e is JsonException or XmlException or IOException or UnauthorizedAccessException)
        {
            throw new RunException($"its answer cannot be read: {e.Message}");
        }
    }

    private static ToolAnswer Json(string path, Func<JsonElement, ToolAnswer> read)
    {
        using FileStream stream = File.OpenRead(path);
        using JsonDocument document = JsonDocument.Parse(stream);
        return read(document.RootElement);
    }
}
