using System.Text.Json;

namespace Shrike.Bench.Contestants;

/// <summary>Parts of JSON that nobody vouches for: what is missing or of another type is nothing.</summary>
internal static class JsonParts
{
    public static JsonElement? Get(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out JsonElement found) ? found : null;

    public static IEnumerable<JsonElement> Items(JsonElement? element, string name) => Items(Get(element, name));

    public static IEnumerable<JsonElement> Items(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    /// <summary>A string, or a number as it is written.</summary>
    public static string? Text(JsonElement? element, string name) =>
        Get(element, name) is { } found
            ? found.ValueKind switch
            {
                JsonValueKind.String => found.GetString(),
                JsonValueKind.Number => found.GetRawText(),
                _ => null,
            }
            : null;

    public static int? Number(JsonElement? element, string name) =>
        Get(element, name) is { ValueKind: JsonValueKind.Number } found && found.TryGetInt32(out int number) && number >= 0 ? number : null;
}
