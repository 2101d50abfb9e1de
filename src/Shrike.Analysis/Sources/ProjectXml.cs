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

    private static readonly HashSet<string> Wanted = new(StringComparer.OrdinalIgnoreCase)
    {
        "TargetFramework",
        "TargetFrameworks",
        "TargetFrameworkVersion",
        "ImplicitUsings",
        "RootNamespace",
        "DefineConstants",
        "IsTestProject",
    };

    private readonly Dictionary<string, string> properties = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> usings = [];
    private readonly List<string> references = [];
    private readonly List<string> packages = [];

    public string Sdk { get; private set; } = "";
    public IReadOnlyList<string> Usings => usings;
    public IReadOnlyList<string> References => references;
    public IReadOnlyList<string> Packages => packages;

    /// <summary>The last value that the file gives, conditions not looked at.</summary>
    public string? Property(string name) => properties.GetValueOrDefault(name);

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
        bool isOnRequest = false;
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth)
                throw new XmlException("nested too deeply");
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (reader.LocalName == "PropertyGroup")
                        isOnRequest = IsOnRequest(reader);
                    property =
                        Wanted.Contains(reader.LocalName)
                        && !(reader.LocalName == "DefineConstants" && (isOnRequest || IsOnRequest(reader)))
                            ? reader.LocalName
                            : null;
                    Element(reader);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when property is not null:
                    if (reader.Value.Trim() is { Length: > 0 and < MaxValue } value)
                        properties[property] = value;
                    break;
                case XmlNodeType.EndElement:
                    property = null;
                    break;
            }
        }
    }

    /// <summary>For who switches it on with a property of their own: a build by itself does not.</summary>
    private static bool IsOnRequest(XmlReader reader) =>
        reader.GetAttribute("Condition") is { } condition
        && condition.Replace(" ", "", StringComparison.Ordinal).Contains(")'=='true'", StringComparison.OrdinalIgnoreCase);

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
