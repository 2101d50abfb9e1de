using System.Collections.Frozen;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Shrike.ReferenceAssemblies;

/// <summary>Copies the attributes that decide how code binds, and those that a reader of symbols asks for.</summary>
internal sealed class Attributes(Input input, Signatures signatures, MetadataBuilder target)
{
    /// <summary>Frameworks whose attributes carry meaning for analysis, such as what is a controller.</summary>
    private static readonly string[] Frameworks = ["Microsoft.AspNetCore.", "System.Web.", "System.ServiceModel."];

    private static readonly FrozenSet<string> Compiler = FrozenSet.Create(
        StringComparer.Ordinal,
        "System.AttributeUsageAttribute",
        "System.FlagsAttribute",
        "System.ParamArrayAttribute",
        "System.ThreadStaticAttribute",
        "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute",
        "System.Diagnostics.CodeAnalysis.UnscopedRefAttribute",
        "System.Diagnostics.ConditionalAttribute",
        "System.Reflection.DefaultMemberAttribute",
        "System.Runtime.InteropServices.CoClassAttribute",
        "System.Runtime.InteropServices.ComImportAttribute",
        "System.Runtime.InteropServices.DefaultParameterValueAttribute",
        "System.Runtime.InteropServices.GuidAttribute",
        "System.Runtime.InteropServices.InAttribute",
        "System.Runtime.InteropServices.OptionalAttribute",
        "System.Runtime.InteropServices.OutAttribute",
        "System.Runtime.CompilerServices.AsyncMethodBuilderAttribute",
        "System.Runtime.CompilerServices.CallerArgumentExpressionAttribute",
        "System.Runtime.CompilerServices.CallerFilePathAttribute",
        "System.Runtime.CompilerServices.CallerLineNumberAttribute",
        "System.Runtime.CompilerServices.CallerMemberNameAttribute",
        "System.Runtime.CompilerServices.CollectionBuilderAttribute",
        "System.Runtime.CompilerServices.CompilerFeatureRequiredAttribute",
        "System.Runtime.CompilerServices.DateTimeConstantAttribute",
        "System.Runtime.CompilerServices.DecimalConstantAttribute",
        "System.Runtime.CompilerServices.DynamicAttribute",
        "System.Runtime.CompilerServices.ExtensionAttribute",
        "System.Runtime.CompilerServices.ExtensionMarkerAttribute",
        "System.Runtime.CompilerServices.FixedBufferAttribute",
        "System.Runtime.CompilerServices.IDispatchConstantAttribute",
        "System.Runtime.CompilerServices.IUnknownConstantAttribute",
        "System.Runtime.CompilerServices.IndexerNameAttribute",
        "System.Runtime.CompilerServices.InlineArrayAttribute",
        "System.Runtime.CompilerServices.InterpolatedStringHandlerArgumentAttribute",
        "System.Runtime.CompilerServices.InterpolatedStringHandlerAttribute",
        "System.Runtime.CompilerServices.IsByRefLikeAttribute",
        "System.Runtime.CompilerServices.IsReadOnlyAttribute",
        "System.Runtime.CompilerServices.IsUnmanagedAttribute",
        "System.Runtime.CompilerServices.NativeIntegerAttribute",
        "System.Runtime.CompilerServices.OverloadResolutionPriorityAttribute",
        "System.Runtime.CompilerServices.ParamCollectionAttribute",
        "System.Runtime.CompilerServices.PreserveBaseOverridesAttribute",
        "System.Runtime.CompilerServices.RequiredMemberAttribute",
        "System.Runtime.CompilerServices.RequiresLocationAttribute",
        "System.Runtime.CompilerServices.ScopedRefAttribute",
        "System.Runtime.CompilerServices.TupleElementNamesAttribute"
    );

    private readonly MetadataReader reader = input.Reader;
    private readonly Dictionary<EntityHandle, EntityHandle> constructors = [];

    /// <summary>How many were kept.</summary>
    public int Copy(CustomAttributeHandleCollection from, EntityHandle to)
    {
        int kept = 0;
        foreach (CustomAttributeHandle handle in from)
        {
            CustomAttribute attribute = reader.GetCustomAttribute(handle);
            if (Constructor(attribute.Constructor) is not { IsNil: false } constructor)
                continue;
            target.AddCustomAttribute(to, constructor, Value(attribute));
            kept++;
        }

        return kept;
    }

    /// <summary>Nil where the attribute is not kept.</summary>
    private EntityHandle Constructor(EntityHandle constructor)
    {
        if (!constructors.TryGetValue(constructor, out EntityHandle known))
            constructors.Add(constructor, known = Reference(constructor));
        return known;
    }

    private EntityHandle Reference(EntityHandle constructor)
    {
        (EntityHandle type, BlobHandle signature) = Parts(constructor);
        if (type.Kind is not (HandleKind.TypeReference or HandleKind.TypeDefinition))
            return default;
        string name = input.NameOf(type);
        if (!Compiler.Contains(name) && !Array.Exists(Frameworks, f => name.StartsWith(f, StringComparison.Ordinal)))
            return default;
        return signatures.Type(type) is { } owner && signatures.Copy(signature) is { } copy
            ? target.AddMemberReference(owner, target.GetOrAddString(".ctor"), copy)
            : default(EntityHandle);
    }

    private (EntityHandle Type, BlobHandle Signature) Parts(EntityHandle constructor)
    {
        if (constructor.Kind == HandleKind.MemberReference)
        {
            MemberReference reference = reader.GetMemberReference((MemberReferenceHandle)constructor);
            return (reference.Parent, reference.Signature);
        }

        MethodDefinition method = reader.GetMethodDefinition((MethodDefinitionHandle)constructor);
        return (method.GetDeclaringType(), method.Signature);
    }

    /// <summary>A type in an attribute is a name with its assembly; here it has to be one without.</summary>
    private BlobHandle Value(CustomAttribute attribute)
    {
        byte[] value = reader.GetBlobBytes(attribute.Value);
        if (!TakesType(Parts(attribute.Constructor).Signature))
            return target.GetOrAddBlob(value);
        BlobReader from = reader.GetBlobReader(attribute.Value);
        var to = new BlobBuilder();
        to.WriteUInt16(from.ReadUInt16());
        string? name = from.ReadSerializedString();
        to.WriteSerializedString(name?.Split(',')[0]);
        to.WriteBytes(from.ReadBytes(from.RemainingBytes));
        return target.GetOrAddBlob(to);
    }

    private bool TakesType(BlobHandle signature)
    {
        BlobReader from = reader.GetBlobReader(signature);
        from.ReadSignatureHeader();
        int parameters = from.ReadCompressedInteger();
        from.ReadSignatureTypeCode();
        return parameters > 0 && from.ReadByte() == 0x12 && input.NameOf(from.ReadTypeHandle()) == "System.Type";
    }
}
