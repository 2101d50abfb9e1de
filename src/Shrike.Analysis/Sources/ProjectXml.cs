using System.Xml;
using Shrike.Analysis.Facts;

namespace Shrike.Analysis.Sources;

/// <summary>What we want of one MSBuild file, taken from it in one pass. A Directory.Build.props is asked once for each project
/// below it, so nothing here grows with the file beyond <see cref="MaxItems"/>.</summary>
internal sealed class ProjectXml
{
    private const long MaxCharacters = 4 << 20;
    private const int MaxDepth = 200;
    private const int MaxItems = 1000;
    private const int MaxValue = 4000;

    private readonly Dictionary<string, string> properties = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> usings = [];
    private readonly List<string> references = [];
    private readonly List<string> packages = [];

    public string Sdk { get; private set; } = "";
    public IReadOnlyList<string> Usings => usings;
    public IReadOnlyList<string> References => references;
    public IReadOnlyList<string> Packages => packages;

    /// <summary>The last value that the file gives, but for those whose condition fails; properties in it as they are written.</summary>
    public string? Property(string name) => properties.GetValueOrDefault(name);

    /// <summary>What a condition may ask for: a debug build, and what the file has said so far.</summary>
    private string? Known(string name) =>
        name.Equals("Configuration", StringComparison.OrdinalIgnoreCase) ? "Debug"
        : name.Equals("Platform", StringComparison.OrdinalIgnoreCase) ? "AnyCPU"
        : properties.GetValueOrDefault(name);

    public static ProjectXml? Load(SourceFile file, List<Problem> problems)
    {
        try
        {
            var settings = new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = MaxCharacters,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                IgnoreWhitespace = true,
            };
            using var text = new StringReader(file.Text.ToString());
            using var reader = XmlReader.Create(text, settings);
            var xml = new ProjectXml();
            xml.Read(reader);
            return xml;
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            problems.Add(new Problem(file.Path, $"project file not understood: {e.Message}"));
            return null;
        }
    }

    private void Read(XmlReader reader)
    {
        // The property whose text comes next; an element within it, and it is none.
        string? property = null;
        int group = 0;
        // Elements below this depth are left out, for their condition fails.
        int off = int.MaxValue;
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth)
                throw new XmlException("nested too deeply");
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    property = null;
                    if (reader.Depth > off)
                        break;
                    off = int.MaxValue;
                    if (
                        reader.Depth > 0
                        && reader.GetAttribute("Condition") is { } condition
                        && (ProjectCondition.Fails(condition, Known) || IsOnRequest(condition))
                    )
                    {
                        off = reader.Depth;
                        break;
                    }

                    if (reader.LocalName == "PropertyGroup")
                        group = reader.Depth;
                    else if (reader.Depth <= group)
                        group = 0;
                    property = reader.Depth == group + 1 ? reader.LocalName : null;
                    Element(reader);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when property is not null:
                    if (reader.Value.Trim() is { Length: > 0 and < MaxValue } value)
                        Set(property, value);
                    break;
                case XmlNodeType.EndElement:
                    property = null;
                    break;
            }
        }
    }

    /// <summary>`$(Constants);MORE` takes in what was there before.</summary>
    private void Set(string property, string value)
    {
        if (properties.Count >= MaxItems && !properties.ContainsKey(property))
            return;
        string whole = value.Replace($"$({property})", properties.GetValueOrDefault(property) ?? "", StringComparison.OrdinalIgnoreCase);
        properties[property] = whole.Length < MaxValue ? whole : value;
    }

    /// <summary>For who switches it on with a property of their own, `'$(X)' == 'true'`: a build by itself does not.</summary>
    private bool IsOnRequest(string condition) =>
        ProjectCondition
            .Expand(condition, Known)
            .Replace(" ", "", StringComparison.Ordinal)
            .Contains(")'=='true'", StringComparison.OrdinalIgnoreCase);

    private void Element(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "Project" when reader.Depth == 0:
                Sdk = reader.GetAttribute("Sdk") ?? "";
                break;
            case "Sdk" when Sdk.Length == 0:
                Sdk = reader.GetAttribute("Name") ?? "";
                break;
            case "Import" when Sdk.Length == 0:
                Sdk = reader.GetAttribute("Sdk") ?? "";
                break;
            case "PackageReference":
                Add(packages, reader.GetAttribute("Include"));
                break;
            case "Reference":
                Add(packages, reader.GetAttribute("Include")?.Split(',')[0]);
                break;
            case "ProjectReference":
                Add(references, reader.GetAttribute("Include"));
                break;
            case "Using" when reader.GetAttribute("Static") is null && reader.GetAttribute("Alias") is null:
                Add(usings, reader.GetAttribute("Include"));
                break;
        }
    }

    private static void Add(List<string> items, string? item)
    {
        if (items.Count < MaxItems && item is { Length: > 0 and < MaxValue })
            items.Add(item);
    }
}
