using System.Text.Json;
using System.Text.Json.Nodes;

namespace Shrike.Tests.Bench;

/// <summary>Every document that differs from a given one in a single place.</summary>
internal static class Tampering
{
    /// <returns>Where, with * for a place in a list, and the document. The next call changes it back.</returns>
    public static IEnumerable<(string Where, JsonNode Changed)> Of(JsonNode root)
    {
        foreach (string[] path in Paths(root, []).ToArray())
        {
            string where = "/" + string.Join('/', path.Select(p => int.TryParse(p, out _) ? "*" : p));
            foreach (Action<JsonNode> change in Changes(path))
            {
                JsonNode copy = root.DeepClone();
                change(copy);
                if (!JsonNode.DeepEquals(copy, root))
                    yield return (where, copy);
            }
        }
    }

    private static IEnumerable<string[]> Paths(JsonNode node, string[] path)
    {
        if (path.Length > 0)
            yield return path;
        IEnumerable<(string Name, JsonNode? Child)> children = node switch
        {
            JsonObject o => o.Select(p => (p.Key, p.Value)),
            JsonArray a => a.Select((c, i) => (i.ToString(System.Globalization.CultureInfo.InvariantCulture), c)),
            _ => [],
        };
        foreach ((string name, JsonNode? child) in children)
        {
            foreach (string[] below in Paths(child!, [.. path, name]))
                yield return below;
        }
    }

    private static IEnumerable<Action<JsonNode>> Changes(string[] path)
    {
        yield return root =>
        {
            if (Parent(root, path) is JsonArray list)
                list.RemoveAt(int.Parse(path[^1], System.Globalization.CultureInfo.InvariantCulture));
            else
                Parent(root, path).AsObject().Remove(path[^1]);
        };
        yield return root =>
        {
            if (Parent(root, path) is JsonArray list)
                list.Add(At(root, path).DeepClone());
        };
        yield return root =>
        {
            if (At(root, path) is JsonValue value)
                value.ReplaceWith(Other(value));
        };
    }

    private static JsonNode Other(JsonValue value) =>
        value.GetValueKind() switch
        {
            JsonValueKind.True => JsonValue.Create(false),
            JsonValueKind.False => JsonValue.Create(true),
            JsonValueKind.Number => JsonValue.Create(value.GetValue<decimal>() + 1),
            _ => JsonValue.Create(OtherText(value.GetValue<string>())),
        };

    // Stays a hash, a mark or a day where it was one.
    private static string OtherText(string text)
    {
        int at = text.LastIndexOfAny([.. "0123456789abcdef"]);
        return at < 0 ? text + "x" : text[..at] + (text[at] == '1' ? '2' : '1') + text[(at + 1)..];
    }

    private static JsonNode Parent(JsonNode root, string[] path) => At(root, path[..^1]);

    private static JsonNode At(JsonNode root, string[] path)
    {
        JsonNode node = root;
        foreach (string name in path)
            node = node is JsonArray list ? list[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)]! : node[name]!;
        return node;
    }
}
