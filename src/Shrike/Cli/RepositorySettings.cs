using System.Text.Json;
using Shrike.Analysis.Facts;

namespace Shrike.Cli;

/// <summary>The wishes of the scanned repository, which is hostile: it may leave out paths and rules, both said in every
/// summary; anything else is refused and said.</summary>
internal sealed record RepositorySettings
{
    public const string FileName = "shrike.json";

    public IReadOnlyList<string> Exclude { get; init; } = [];
    public IReadOnlyList<string> Skip { get; init; } = [];
    public IReadOnlyList<string> Narrowed { get; init; } = [];
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public static RepositorySettings Read(string root)
    {
        try
        {
            var file = new FileInfo(Path.Combine(root, FileName));
            if (!file.Exists || file.LinkTarget is not null || file.Length == 0)
                return new RepositorySettings();
            using JsonDocument json = SettingsFile.Load(file.FullName);
            var settings = new RepositorySettings();
            foreach (JsonProperty property in json.RootElement.EnumerateObject().Take(100))
                settings = settings.With(property);
            return settings;
        }
        catch (Exception e)
            when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException or FormatException)
        {
            // Whole or not at all: half of a broken file would be a guess at what it meant.
            return new RepositorySettings { Problems = [new Problem(FileName, $"not used: {e.Message}")] };
        }
    }

    private RepositorySettings With(JsonProperty property) =>
        property.Name switch
        {
            "$schema" => this,
            "exclude" when SettingsFile.Texts(property) is { Length: > 0 } paths => this with
            {
                Exclude = paths,
                Narrowed = [.. Narrowed, Said("leaves out", paths)],
            },
            "skip" when SettingsFile.Texts(property) is { Length: > 0 } rules => this with
            {
                Skip = rules,
                Narrowed = [.. Narrowed, Said("switches off", rules)],
            },
            "exclude" or "skip" => this,
            _ => this with
            {
                Problems =
                [
                    .. Problems,
                    new Problem(FileName, $"'{Short(property.Name)}' is not for a repository to set; it was not used"),
                ],
            },
        };

    private static string Said(string what, string[] items) =>
        $"{FileName} {what} {string.Join(", ", items.Take(20).Select(Short))}{(items.Length > 20 ? $" and {items.Length - 20} more" : "")}";

    private static string Short(string text) => text.Length > 80 ? text[..80] + "…" : text;
}
