using System.Text.Json;

namespace Shrike.Cli;

/// <summary>What both kinds of settings share: a bounded JSON object with comments, and values whose errors name what is taken.</summary>
internal static class SettingsFile
{
    private const long MaxBytes = 1 << 20;
    private const int MaxItems = 1000;
    private const int MaxLength = 1000;

    public static JsonDocument Load(string path)
    {
        if (new FileInfo(path).Length > MaxBytes)
            throw new FormatException("it is larger than 1 MiB");
        var json = JsonDocument.Parse(
            File.ReadAllBytes(path),
            new JsonDocumentOptions
            {
                AllowTrailingCommas = true,
                CommentHandling = JsonCommentHandling.Skip,
                MaxDepth = 8,
            }
        );
        return json.RootElement.ValueKind == JsonValueKind.Object ? json : throw new FormatException("it is not a JSON object");
    }

    public static string[] Texts(JsonProperty property)
    {
        JsonElement value = property.Value;
        if (
            value.ValueKind != JsonValueKind.Array
            || value.GetArrayLength() > MaxItems
            || value.EnumerateArray().Any(e => e.ValueKind != JsonValueKind.String)
        )
            throw new FormatException($"'{property.Name}' takes a list of at most {MaxItems} texts");
        string[] texts = [.. value.EnumerateArray().Select(e => e.GetString()!)];
        return texts.All(t => t.Length is > 0 and <= MaxLength)
            ? texts
            : throw new FormatException($"'{property.Name}' takes texts of 1 to {MaxLength} characters");
    }

    public static string Text(JsonProperty property) =>
        property.Value.ValueKind == JsonValueKind.String && property.Value.GetString() is { Length: > 0 and <= MaxLength } text
            ? text
            : throw new FormatException($"'{property.Name}' takes a text of 1 to {MaxLength} characters");

    public static string OneOf(JsonProperty property, string[] words) =>
        property.Value.ValueKind == JsonValueKind.String && words.Contains(property.Value.GetString())
            ? property.Value.GetString()!
            : throw new FormatException($"'{property.Name}' takes one of {string.Join(", ", words)}");

    public static int Number(JsonProperty property, int least, int most) =>
        property.Value.ValueKind == JsonValueKind.Number && property.Value.TryGetInt32(out int number) && number >= least && number <= most
            ? number
            : throw new FormatException($"'{property.Name}' takes a number from {least} to {most}");

    public static bool Flag(JsonProperty property) =>
        property.Value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? property.Value.GetBoolean()
            : throw new FormatException($"'{property.Name}' takes true or false");
}
