using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shrike.Bench.Suites;

// A generated deserializer sets what is missing to null, hence the accessors of lists.
/// <summary>What is known of a suite without having it: where it comes from, how it is read, blinded and scored.</summary>
public sealed record SuiteDeclaration
{
    /// <summary>What a person types.</summary>
    public required string Id { get; init; }
    public required string Title { get; init; }

    /// <summary>"p3" for the third suite of the notes; another word for <see cref="Id"/>.</summary>
    public IReadOnlyList<string> Aliases
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Address to clone from; null for what lies in our own repository.</summary>
    public string? Repository { get; init; }

    /// <summary>The commit the published figures speak of.</summary>
    public string? Commit { get; init; }
    public required string Licence { get; init; }

    /// <summary>csharp, java, python, javascript or c.</summary>
    public required string Language { get; init; }

    /// <summary>Which adapter reads the labels.</summary>
    public required string Labels { get; init; }

    /// <summary>Which rules decide what counts as found.</summary>
    public required string Scoring { get; init; }

    /// <summary>What must be done after cloning, in one sentence; null where nothing is.</summary>
    public string? Preparation { get; init; }

    /// <summary>Words in names that give the answer away in this suite, besides the usual ones.</summary>
    public IReadOnlyList<string> TellingWords
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Patterns for text that gives the answer away even within strings, such as routes named after the category.</summary>
    public IReadOnlyList<string> TellingText
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Names stay as they are: files of several languages must agree on them.</summary>
    public bool KeepsNames { get; init; }

    /// <summary>The labels are of code that others need not know of: they name its files.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Flaws of the suite that a reader of its scores must know.</summary>
    public IReadOnlyList<string> Caveats
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>The suites Shrike knows, in the order of the notes.</summary>
public static class SuiteDeclarations
{
    public static IReadOnlyList<SuiteDeclaration> All { get; } =
    [.. typeof(SuiteDeclarations).Assembly.GetManifestResourceNames().Where(IsDeclaration).Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>The suite of an id or alias, or null.</summary>
    public static SuiteDeclaration? Find(string name) =>
        All.FirstOrDefault(s =>
            s.Id.Equals(name, StringComparison.OrdinalIgnoreCase) || s.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase)
        );

    private static bool IsDeclaration(string name) => name.StartsWith("suites/", StringComparison.Ordinal);

    private static SuiteDeclaration Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize(stream, SuiteJson.Default.SuiteDeclaration)!;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(SuiteDeclaration))]
internal sealed partial class SuiteJson : JsonSerializerContext;
