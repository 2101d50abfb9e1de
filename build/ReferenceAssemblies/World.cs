using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Shrike.ReferenceAssemblies;

/// <summary>An input assembly.</summary>
internal sealed class Input(string path) : IDisposable
{
    private readonly PEReader image = new(File.OpenRead(path), PEStreamOptions.PrefetchEntireImage);
    private readonly Dictionary<EntityHandle, string> names = [];

    /// <summary>False for the native libraries that lie among the assemblies of .NET Framework.</summary>
    public bool IsAssembly => image.HasMetadata;

    public MetadataReader Reader => field ??= image.GetMetadataReader();

    /// <summary>The full name with namespace and the types around it: <c>System.Environment/SpecialFolder</c>.</summary>
    public string NameOf(EntityHandle type)
    {
        if (names.TryGetValue(type, out string? known))
            return known;
        return names[type] = type.Kind == HandleKind.TypeDefinition ? Name((TypeDefinitionHandle)type) : Name((TypeReferenceHandle)type);
    }

    private string Name(TypeDefinitionHandle handle)
    {
        TypeDefinition type = Reader.GetTypeDefinition(handle);
        TypeDefinitionHandle outer = type.GetDeclaringType();
        return outer.IsNil ? Join(type.Namespace, type.Name) : $"{NameOf(outer)}/{Reader.GetString(type.Name)}";
    }

    private string Name(TypeReferenceHandle handle)
    {
        TypeReference type = Reader.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf(type.ResolutionScope)}/{Reader.GetString(type.Name)}"
            : Join(type.Namespace, type.Name);
    }

    private string Join(StringHandle space, StringHandle name) =>
        space.IsNil ? Reader.GetString(name) : $"{Reader.GetString(space)}.{Reader.GetString(name)}";

    public void Dispose() => image.Dispose();
}

/// <summary>A type that the merged assembly holds.</summary>
/// <param name="IsBare">Only there because a signature names it: without members.</param>
internal sealed record MergedType(Input Input, TypeDefinitionHandle Source, string Name, MergedType? Outer, bool IsBare)
{
    public TypeDefinitionHandle Target { get; set; }

    /// <summary>Where else it is declared, as classes of extension methods are; its members are those of all.</summary>
    public List<(Input Input, TypeDefinitionHandle Source)> Also { get; } = [];

    public TypeDefinition Definition => Input.Reader.GetTypeDefinition(Source);
}

/// <summary>The types of all inputs by name. Names alone resolve references: a forwarder only says where a name went.</summary>
internal sealed class World : IDisposable
{
    private readonly Input[] inputs;
    private readonly Dictionary<string, MergedType> kept = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Input, TypeDefinitionHandle)> hidden = new(StringComparer.Ordinal);
    private readonly HashSet<string> needed = new(StringComparer.Ordinal);
    private readonly List<MergedType> types = [];

    public World(IEnumerable<string> paths)
    {
        inputs = [.. paths.Order(StringComparer.Ordinal).Select(p => new Input(p))];
        foreach (Input input in inputs.Where(i => i.IsAssembly))
        {
            foreach (TypeDefinitionHandle handle in input.Reader.TypeDefinitions)
                Add(input, handle);
        }

        Number();
    }

    /// <summary>Public types that two inputs declare.</summary>
    public SortedSet<string> Twice { get; } = new(StringComparer.Ordinal);

    /// <summary>In the order of the merged assembly: types around others come first.</summary>
    public IReadOnlyList<MergedType> Types => types;

    /// <summary>The merged type of this name. An internal one is noted, to be there the next time.</summary>
    public MergedType? Find(string name)
    {
        if (kept.TryGetValue(name, out MergedType? type))
            return type;
        if (hidden.ContainsKey(name))
            needed.Add(name);
        return null;
    }

    public bool Has(string name) => kept.ContainsKey(name);

    /// <summary>Adds the internal types that were asked for; false when there were none.</summary>
    public bool AddNeeded()
    {
        string[] names = [.. needed.Order(StringComparer.Ordinal)];
        needed.Clear();
        foreach (string name in names)
            AddBare(name);
        Number();
        return names.Length > 0;
    }

    private void AddBare(string name)
    {
        if (kept.ContainsKey(name))
            return;
        int nested = name.LastIndexOf('/');
        if (nested > 0)
            AddBare(name[..nested]);
        (Input input, TypeDefinitionHandle handle) = hidden[name];
        kept.Add(name, new MergedType(input, handle, name, nested > 0 ? kept[name[..nested]] : null, IsBare: true));
    }

    private void Add(Input input, TypeDefinitionHandle handle)
    {
        string name = input.NameOf(handle);
        TypeDefinition type = input.Reader.GetTypeDefinition(handle);
        TypeDefinitionHandle around = type.GetDeclaringType();
        MergedType? outer = around.IsNil ? null : kept.GetValueOrDefault(input.NameOf(around));
        bool isWhole = around.IsNil || (outer is { IsBare: false } && outer.Input == input);
        if (!isWhole || !Surface.IsVisible(type.Attributes, outer))
            hidden.TryAdd(name, (input, handle));
        else if (!kept.TryAdd(name, new MergedType(input, handle, name, outer, IsBare: false)))
            AddAgain(kept[name], input, handle);
    }

    private void AddAgain(MergedType first, Input input, TypeDefinitionHandle handle)
    {
        const TypeAttributes Static = TypeAttributes.Abstract | TypeAttributes.Sealed;
        if ((first.Definition.Attributes & input.Reader.GetTypeDefinition(handle).Attributes & Static) == Static)
            first.Also.Add((input, handle));
        else
            Twice.Add(first.Name);
    }

    private void Number()
    {
        types.Clear();
        types.AddRange(kept.Values.OrderBy(t => t.Name, StringComparer.Ordinal));
        // Row 1 is <Module>.
        for (int i = 0; i < types.Count; i++)
            types[i].Target = MetadataTokens.TypeDefinitionHandle(i + 2);
    }

    public void Dispose() => Array.ForEach(inputs, i => i.Dispose());
}

/// <summary>What is seen from another assembly.</summary>
internal static class Surface
{
    /// <summary>C# writes an extension block as a type with this name, and what it extends in a private method further in.</summary>
    private const string ExtensionBlock = "<G>$";

    public static bool IsVisible(TypeAttributes attributes, MergedType? outer) =>
        (attributes & TypeAttributes.VisibilityMask)
            is TypeAttributes.Public
                or TypeAttributes.NestedPublic
                or TypeAttributes.NestedFamily
                or TypeAttributes.NestedFamORAssem
        || (outer is not null && outer.Name.Contains(ExtensionBlock, StringComparison.Ordinal));

    public static bool IsVisible(MethodAttributes attributes, MergedType owner) =>
        (attributes & MethodAttributes.MemberAccessMask)
            is MethodAttributes.Public
                or MethodAttributes.Family
                or MethodAttributes.FamORAssem
        || owner.Name.Contains(ExtensionBlock, StringComparison.Ordinal);

    /// <summary>Fields of structs count even when private: they decide whether a value is assigned, and whether it is unmanaged.</summary>
    public static bool IsVisible(FieldAttributes attributes, bool isStruct) =>
        (attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem
        || (isStruct && (attributes & FieldAttributes.Static) == 0);
}
