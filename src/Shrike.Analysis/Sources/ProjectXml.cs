using System.Xml;
using Shrike.Analysis.Facts;

namespace Shrike.Analysis.Sources;

internal enum EntryKind : byte
{
    /// <summary>What stands up to <see cref="ProjectEntry.End"/> holds under the condition.</summary>
    Block,
    Property,
    Item,
    Import,
}

/// <summary>One thing that an MSBuild file says, in its order.</summary>
internal sealed class ProjectEntry
{
    public required EntryKind Kind { get; init; }

    /// <summary>Of the property or of the item's type.</summary>
    public string Name { get; init; } = "";
    public string? Condition { get; init; }

    /// <summary>A property's value, an item's Include, an import's file.</summary>
    public string? Value { get; set; }
    public string? Remove { get; init; }
    public string? Exclude { get; init; }

    /// <summary>Where a block ends: the entry behind it.</summary>
    public int End { get; set; }
    private Dictionary<string, string>? metadata;

    public string? this[string name]
    {
        get => metadata?.GetValueOrDefault(name);
        set
        {
            if (value is not null)
                (metadata ??= new(StringComparer.OrdinalIgnoreCase))[name] = value;
        }
    }
}

/// <summary>What we want of one MSBuild file, in its order and unevaluated. What is not asked for is not kept.</summary>
internal sealed class ProjectXml
{
    public const int MaxValue = 4000;

    private const long MaxCharacters = 4 << 20;
    private const int MaxDepth = 200;
    private const int MaxEntries = 50_000;

    private static readonly HashSet<string> Items = new(StringComparer.Ordinal)
    {
        "Compile",
        "PackageReference",
        "Reference",
        "ProjectReference",
        "Using",
    };
    private static readonly HashSet<string> Metadata = new(StringComparer.OrdinalIgnoreCase)
    {
        "PrivateAssets",
        "ExcludeAssets",
        "ReferenceOutputAssembly",
        "Static",
        "Alias",
    };

    private readonly List<ProjectEntry> entries = [];
    private readonly Stack<(int Depth, ProjectEntry Block)> blocks = new();

    public string Sdk { get; private set; } = "";
    public IReadOnlyList<ProjectEntry> Entries => entries;

    /// <summary>Nothing where the file is broken; the problem is said.</summary>
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
        // What the text to come belongs to: a property, or what an item says of itself.
        ProjectEntry? property = null,
            item = null;
        string? said = null;
        int group = 0,
            itemDepth = 0,
            target = int.MaxValue;
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth)
                throw new XmlException("nested too deeply");
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    (property, said) = (null, null);
                    Close(reader.Depth);
                    if (item is not null && reader.Depth == itemDepth + 1)
                    {
                        said = Metadata.Contains(reader.LocalName) ? reader.LocalName : null;
                        break;
                    }

                    item = null;
                    if (reader.Depth <= target)
                        target = reader.LocalName == "Target" ? reader.Depth : int.MaxValue;
                    if (reader.LocalName == "PropertyGroup")
                        group = reader.Depth;
                    else if (reader.Depth <= group)
                        group = 0;
                    if (group > 0 && reader.Depth == group + 1)
                        property = new ProjectEntry
                        {
                            Kind = EntryKind.Property,
                            Name = reader.LocalName,
                            Condition = Attribute(reader, "Condition"),
                        };
                    else
                        (item, itemDepth) = (Element(reader, isInTarget: reader.Depth > target), reader.Depth);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when reader.Value.Trim() is { Length: > 0 and < MaxValue } value:
                    if (property is not null)
                    {
                        property.Value = value;
                        Add(property);
                    }
                    else if (item is not null && said is not null)
                    {
                        item[said] = value;
                    }

                    (property, said) = (null, null);
                    break;
                case XmlNodeType.EndElement:
                    (property, said) = (null, null);
                    Close(reader.Depth);
                    break;
            }
        }

        Close(0);
    }

    private void Close(int depth)
    {
        while (blocks.TryPeek(out (int Depth, ProjectEntry Block) open) && open.Depth >= depth)
            blocks.Pop().Block.End = entries.Count;
    }

    /// <summary>The entry, where it is an item that may say more of itself.</summary>
    private ProjectEntry? Element(XmlReader reader, bool isInTarget)
    {
        string name = reader.LocalName;
        if (reader.Depth == 0)
        {
            if (name == "Project")
                Sdk = Attribute(reader, "Sdk") ?? "";
            return null;
        }

        if (name is "Sdk" && Sdk.Length == 0)
            Sdk = Attribute(reader, "Name") ?? "";
        if (name is "Import" && Sdk.Length == 0)
            Sdk = Attribute(reader, "Sdk") ?? "";
        string? condition = Attribute(reader, "Condition");
        if (name == "Import")
        {
            Add(
                new ProjectEntry
                {
                    Kind = EntryKind.Import,
                    Condition = condition,
                    Value = Attribute(reader, "Project"),
                }
            );
            return null;
        }

        if (Items.Contains(name))
        {
            var item = new ProjectEntry
            {
                Kind = EntryKind.Item,
                Name = name,
                Condition = condition,
                Value = Attribute(reader, "Include"),
                // What a target takes out while it runs was there before; what it adds is compiled.
                Remove = isInTarget ? null : Attribute(reader, "Remove"),
                Exclude = Attribute(reader, "Exclude"),
            };
            foreach (string said in Metadata)
                item[said] = Attribute(reader, said);
            return Add(item) && !reader.IsEmptyElement ? item : null;
        }

        if (condition is not null && !reader.IsEmptyElement)
        {
            var block = new ProjectEntry { Kind = EntryKind.Block, Condition = condition };
            if (Add(block))
                blocks.Push((reader.Depth, block));
        }

        return null;
    }

    private static string? Attribute(XmlReader reader, string name) =>
        reader.GetAttribute(name) is { Length: > 0 } value && (value.Length < MaxValue || name is "Include" or "Remove" or "Exclude")
            ? value
            : null;

    private bool Add(ProjectEntry entry)
    {
        if (entries.Count >= MaxEntries)
            return false;
        entries.Add(entry);
        return true;
    }
}
