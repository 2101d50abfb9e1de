using System.Text.Json;
using Shrike.Analysis.Facts;

namespace Shrike.Cli;

/// <summary>Settings from a file. A user's own may set anything it knows; one that lies in the scanned repository may only
/// narrow what is scanned, and each narrowing is said in the summary.</summary>
internal sealed record UserConfig
{
    public const string RepositoryFileName = "shrike.json";
    private const long MaxBytes = 1 << 20;

    public IReadOnlyList<string> Exclude { get; init; } = [];
    public IReadOnlyList<string> Skip { get; init; } = [];
    public string? FailOn { get; init; }
    public IReadOnlyList<string> Rules { get; init; } = [];

    public static string DefaultPath =>
        Path.Combine(Environment.GetEnvironmentVariable("XDG_CONFIG_HOME") is { Length: > 0 } home ? home : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".config"), "shrike", "config.json");

    /// <exception cref="UsageException">The file is wrong.</exception>
    public static UserConfig ReadOwn(string? path)
    {
        string file = path ?? DefaultPath;
        if (path is null && !File.Exists(file))
            return new UserConfig();
        try
        {
            using JsonDocument json = Load(file);
            var config = new UserConfig();
            foreach (JsonProperty property in json.RootElement.EnumerateObject())
            {
                config = property.Name switch
                {
                    "$schema" => config,
                    "exclude" => config with { Exclude = Texts(property.Value) },
                    "skip" => config with { Skip = Texts(property.Value) },
                    "failOn" => config with { FailOn = property.Value.GetString() },
                    "rules" => config with { Rules = Texts(property.Value) },
                    _ => throw new UsageException($"{file}: '{property.Name}' is not a setting; known are exclude, skip, failOn, rules"),
                };
            }

            return config;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            throw new UsageException($"{file} cannot be used: {e.Message}");
        }
    }

    /// <summary>The scanned repository's wishes: only exclude and skip, said aloud; all else is refused.</summary>
    public static UserConfig ReadRepository(string root, List<string> narrowed, List<Problem> problems)
    {
        var file = new FileInfo(Path.Combine(root, RepositoryFileName));
        if (!file.Exists || file.LinkTarget is not null)
            return new UserConfig();
        try
        {
            using JsonDocument json = Load(file.FullName);
            var config = new UserConfig();
            foreach (JsonProperty property in json.RootElement.EnumerateObject())
            {
                switch (property.Name)
                {
                    case "$schema":
                        break;
                    case "exclude":
                        config = config with { Exclude = Texts(property.Value) };
                        narrowed.Add($"{RepositoryFileName} leaves out {string.Join(", ", config.Exclude)}");
                        break;
                    case "skip":
                        config = config with { Skip = Texts(property.Value) };
                        narrowed.Add($"{RepositoryFileName} switches off {string.Join(", ", config.Skip)}");
                        break;
                    default:
                        problems.Add(new Problem(RepositoryFileName, $"'{property.Name}' is not for a repository to set; it was not used"));
                        break;
                }
            }

            return config;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            problems.Add(new Problem(RepositoryFileName, $"not used: {e.Message}"));
            return new UserConfig();
        }
    }

    private static JsonDocument Load(string path) =>
        new FileInfo(path).Length > MaxBytes
            ? throw new JsonException("larger than 1 MiB")
            : JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 8 });

    private static string[] Texts(JsonElement value) => [.. value.EnumerateArray().Select(e => e.GetString() ?? "").Where(t => t.Length is > 0 and < 1000).Take(1000)];
}
