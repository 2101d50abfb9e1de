using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;

namespace Shrike.ReferenceAssemblies;

/// <summary>Writes the types of a world as one assembly that refers to no other, with what is seen from outside and no code.</summary>
internal sealed class Merger(World world, Notes notes)
{
    private readonly MetadataBuilder target = new();
    private readonly GenericParameters generics = new();
    private readonly Dictionary<Input, TypeWriter> writers = [];

    public byte[] Merge()
    {
        StringHandle name = target.GetOrAddString("Shrike.References");
        target.AddModule(0, name, target.GetOrAddGuid(Identity()), default, default);
        AssemblyDefinitionHandle assembly = target.AddAssembly(
            name,
            new Version(1, 0, 0, 0),
            default,
            default,
            0,
            AssemblyHashAlgorithm.Sha1
        );
        target.AddTypeDefinition(
            default,
            default,
            target.GetOrAddString("<Module>"),
            default,
            MetadataTokens.FieldDefinitionHandle(1),
            MetadataTokens.MethodDefinitionHandle(1)
        );
        foreach (MergedType type in world.Types)
        {
            Writer(type.Input).Write(type);
            foreach ((Input input, TypeDefinitionHandle source) in type.Also)
                Writer(input).WriteMore(type, source);
        }

        foreach (MergedType type in world.Types.Where(t => t.Outer is not null))
            target.AddNestedType(type.Target, type.Outer!.Target);
        generics.Write(target);
        MarkExtensions(assembly);
        notes.Types = world.Types.Count;
        return Serialize();
    }

    private TypeWriter Writer(Input input)
    {
        if (!writers.TryGetValue(input, out TypeWriter? writer))
            writers.Add(input, writer = new TypeWriter(input, world, target, generics, notes));
        return writer;
    }

    /// <summary>Without this on the assembly, no extension method in it is looked for.</summary>
    private void MarkExtensions(AssemblyDefinitionHandle assembly)
    {
        if (world.Find("System.Runtime.CompilerServices.ExtensionAttribute") is not { } type)
            return;
        var signature = new BlobBuilder();
        new BlobEncoder(signature).MethodSignature(isInstanceMethod: true).Parameters(0, r => r.Void(), _ => { });
        target.AddCustomAttribute(
            assembly,
            target.AddMemberReference(type.Target, target.GetOrAddString(".ctor"), target.GetOrAddBlob(signature)),
            target.GetOrAddBlob(new byte[] { 1, 0, 0, 0 })
        );
    }

    /// <summary>The same inputs give the same bytes.</summary>
    private Guid Identity()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Input input in world.Types.Select(t => t.Input).Distinct())
            hash.AppendData(input.Reader.GetGuid(input.Reader.GetModuleDefinition().Mvid).ToByteArray());
        return new Guid(hash.GetHashAndReset().AsSpan(0, 16));
    }

    private byte[] Serialize()
    {
        var image = new BlobBuilder();
        new ManagedPEBuilder(
            new PEHeaderBuilder(imageCharacteristics: Characteristics.ExecutableImage | Characteristics.Dll),
            new MetadataRootBuilder(target),
            ilStream: new BlobBuilder(),
            deterministicIdProvider: content =>
            {
                using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                foreach (Blob blob in content)
                    hash.AppendData(blob.GetBytes());
                return BlobContentId.FromHash(hash.GetHashAndReset());
            }
        ).Serialize(image);
        return image.ToArray();
    }
}

/// <summary>Rows that have to be sorted by their owner, which is known only when all owners are.</summary>
internal sealed class GenericParameters
{
    private sealed record Row(EntityHandle Owner, int Index, StringHandle Name, GenericParameterAttributes Flags, EntityHandle[] Bounds)
    {
        public required Action<GenericParameterHandle> CopyAttributes { get; init; }
    }

    private readonly List<Row> rows = [];

    public void Add(EntityHandle owner, GenericParameterHandleCollection from, Input input, TypeWriter writer)
    {
        foreach (GenericParameterHandle handle in from)
        {
            GenericParameter parameter = input.Reader.GetGenericParameter(handle);
            EntityHandle[] bounds =
            [
                .. parameter
                    .GetConstraints()
                    .Select(c => writer.Type(input.Reader.GetGenericParameterConstraint(c).Type))
                    .Where(t => t is not null)
                    .Select(t => t!.Value),
            ];
            rows.Add(
                new Row(owner, parameter.Index, writer.Text(parameter.Name), parameter.Attributes, bounds)
                {
                    CopyAttributes = to => writer.CopyAttributes(parameter.GetCustomAttributes(), to),
                }
            );
        }
    }

    public void Write(MetadataBuilder target)
    {
        foreach (Row row in rows.OrderBy(r => CodedIndex.TypeOrMethodDef(r.Owner)).ThenBy(r => r.Index))
        {
            GenericParameterHandle handle = target.AddGenericParameter(row.Owner, row.Flags, row.Name, row.Index);
            row.CopyAttributes(handle);
            foreach (EntityHandle bound in row.Bounds)
                target.AddGenericParameterConstraint(handle, bound);
        }
    }
}
