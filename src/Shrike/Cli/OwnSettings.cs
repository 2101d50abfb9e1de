using System.Text.Json;
using Shrike.Analysis.Findings;

namespace Shrike.Cli;

/// <summary>A user's own settings: anything that the command line can say, which always wins over them.</summary>
internal sealed record OwnSettings
{
    public IReadOnlyList<string> Exclude { get; init; } = [];
    public IReadOnlyList<string> Skip { get; init; } = [];
    public IReadOnlyList<string> Only { get; init; } = [];
    public IReadOnlyList<string> Rules { get; init; } = [];
    public string? FailOn { get; init; }
    public Severity? Severity { get; init; }
    public string? Baseline { get; init; }
    public int? Jobs { get; init; }
    public bool? PublicApi { get; init; }
    public bool? Cache { get; init; }

    public static string DefaultPath =>
        Path.Combine(
            Environment.GetEnvironmentVariable("XDG_CONFIG_HOME") is { Length: > 0 } home
                ? home
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".config"),
            "shrike",
            "config.json"
        );

    /// <param name="path">null for the default place, where a file may be missing.</param>
    /// <exception cref="UsageException">The file is wrong; the message names the setting and what it takes.</exception>
    public static OwnSettings Read(string? path)
    {
        string file = path ?? DefaultPath;
        if (path is null && !File.Exists(file))
            return new OwnSettings();
        try
        {
            using JsonDocument json = SettingsFile.Load(file);
            var settings = new OwnSettings();
            foreach (JsonProperty property in json.RootElement.EnumerateObject())
                settings = settings.With(property, Path.GetDirectoryName(Path.GetFullPath(file))!);
            return settings;
        }
        catch (Exception e)
            when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException or FormatException)
        {
            throw new UsageException($"{file} cannot be used: {e.Message}");
        }
    }

    private OwnSettings With(JsonProperty property, string folder) =>
        property.Name switch
        {
            "$schema" => this,
            "exclude" => this with { Exclude = SettingsFile.Texts(property) },
            "skip" => this with { Skip = SettingsFile.Texts(property) },
            "only" => this with { Only = SettingsFile.Texts(property) },
            "rules" => this with { Rules = [.. SettingsFile.Texts(property).Select(r => Path.GetFullPath(r, folder))] },
            "failOn" => this with { FailOn = SettingsFile.OneOf(property, Thresholds.FailOn) },
            "severity" => this with { Severity = Thresholds.Parse(SettingsFile.OneOf(property, Thresholds.Severities)) },
            "baseline" => this with { Baseline = Path.GetFullPath(SettingsFile.Text(property), folder) },
            "jobs" => this with { Jobs = SettingsFile.Number(property, 1, 256) },
            "publicApi" => this with { PublicApi = SettingsFile.Flag(property) },
            "cache" => this with { Cache = SettingsFile.Flag(property) },
            _ => throw new FormatException(
                $"'{property.Name}' is not a setting; known are exclude, skip, only, rules, failOn, severity, baseline, jobs, publicApi, cache"
            ),
        };
}

/// <summary>The words for severities on the command line and in settings.</summary>
internal static class Thresholds
{
    public static readonly string[] Severities = ["low", "medium", "high", "critical"];
    public static readonly string[] FailOn = [.. Severities, "never"];

    public static Severity Parse(string word) => Enum.Parse<Severity>(word, ignoreCase: true);
}
