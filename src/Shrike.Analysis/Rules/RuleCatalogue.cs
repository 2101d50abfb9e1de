using System.IO.Enumeration;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Shrike.Analysis.Facts;

namespace Shrike.Analysis.Rules;

/// <summary>All rules and library models of a scan: the built-in ones and a user's own.</summary>
public sealed class RuleCatalogue
{
    private const long MaxFileBytes = 1 << 20;

    private RuleCatalogue(
        IReadOnlyList<Rule> rules,
        IReadOnlyList<LibraryModel> libraries,
        IReadOnlyList<Problem> problems,
        string fingerprint
    )
    {
        Fingerprint = fingerprint;
        Rules = rules;
        Libraries = libraries;
        Problems = problems;
    }

    /// <summary>Names the content of the user's own files; that of the built-in ones belongs to the build.</summary>
    internal string Fingerprint { get; }

    /// <summary>Sorted by id.</summary>
    public IReadOnlyList<Rule> Rules { get; }
    public IReadOnlyList<LibraryModel> Libraries { get; }

    /// <summary>User files that could not be used, and why.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    public Rule? Find(string id) => Rules.FirstOrDefault(rule => rule.Id == id);

    // Linked files are the user's choice; a link to a folder may lead in a circle.
    private static FileSystemEnumerable<string> RuleFiles(string folder) =>
        new(
            folder,
            (ref FileSystemEntry entry) => entry.ToFullPath(),
            new EnumerationOptions
            {
                RecurseSubdirectories = true,
                AttributesToSkip = 0,
                IgnoreInaccessible = false,
            }
        )
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                !entry.IsDirectory && entry.FileName.EndsWith(".json", StringComparison.OrdinalIgnoreCase),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };

    /// <summary>Reads the rules that ship with Shrike.</summary>
    public static RuleCatalogue BuiltIn() => Load([]);

    /// <summary>Reads the built-in rules and every <c>*.json</c> below the folders; a file that cannot be used becomes a problem.</summary>
    public static RuleCatalogue Load(IEnumerable<string> folders)
    {
        var rules = new SortedDictionary<string, Rule>(StringComparer.Ordinal);
        var libraries = new List<LibraryModel>();
        var problems = new List<Problem>();
        using var own = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        Assembly assembly = typeof(RuleCatalogue).Assembly;
        foreach (
            string name in assembly
                .GetManifestResourceNames()
                .Where(n => n.StartsWith("rules/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            Add(JsonDocument.Parse(stream, RuleJson.Lenient), name, isOwn: true);
        }

        foreach (string folder in folders)
        {
            foreach (string file in RuleFiles(folder).Order(StringComparer.Ordinal))
            {
                try
                {
                    // No length: empty, or a pipe that might be waited on for ever.
                    if (new FileInfo(file).Length is 0 or > MaxFileBytes)
                        throw new JsonException("larger than 1 MiB, empty or not a regular file");
                    byte[] content = File.ReadAllBytes(file);
                    own.AppendData(BitConverter.GetBytes(content.Length));
                    own.AppendData(content);
                    Add(JsonDocument.Parse(content, RuleJson.Lenient), file, isOwn: false);
                }
                catch (Exception e)
                    when (e is JsonException or IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException
                    )
                {
                    problems.Add(new Problem(file, $"rule file not used: {e.Message}"));
                }
            }
        }

        return new RuleCatalogue([.. rules.Values], libraries, problems, Convert.ToHexStringLower(own.GetHashAndReset()));

        void Add(JsonDocument document, string name, bool isOwn)
        {
            using (document)
            {
                if (document.RootElement.TryGetProperty("library", out _))
                {
                    libraries.Add(document.Deserialize(RuleJson.Default.LibraryModel)!);
                    return;
                }

                Rule rule = document.Deserialize(RuleJson.Default.Rule)!;
                // Making every pattern into an automaton takes a third of a second; a test does it for the rules that ship.
                if (!isOwn)
                    RuleCheck.Validate(rule, Path.GetFileNameWithoutExtension(name));
                rules[rule.Id] = rule;
            }
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(Rule))]
[JsonSerializable(typeof(LibraryModel))]
internal sealed partial class RuleJson : JsonSerializerContext
{
    public static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 32,
    };
}
