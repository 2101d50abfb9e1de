using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Shrike.ReferenceAssemblies;

/// <summary>Copies signatures of one input, with the merged types in the place of those they name.</summary>
internal sealed class Signatures(Input input, World world, MetadataBuilder target, Notes notes)
{
    private readonly Dictionary<EntityHandle, EntityHandle> copied = [];
    private readonly MetadataReader reader = input.Reader;

    /// <summary>Null when the signature names a type that no input declares.</summary>
    public BlobHandle? Copy(BlobHandle signature)
    {
        var to = new BlobBuilder();
        BlobReader from = reader.GetBlobReader(signature);
        return Whole(ref from, to) ? target.GetOrAddBlob(to) : null;
    }

    /// <summary>The merged type, or null.</summary>
    public EntityHandle? Type(EntityHandle type)
    {
        if (type.IsNil)
            return type;
        if (copied.TryGetValue(type, out EntityHandle known))
            return known.IsNil ? null : known;
        EntityHandle? result = type.Kind == HandleKind.TypeSpecification ? Specification((TypeSpecificationHandle)type) : Named(type);
        copied.Add(type, result ?? default(EntityHandle));
        return result;
    }

    private EntityHandle? Named(EntityHandle type)
    {
        string name = input.NameOf(type);
        if (world.Find(name) is { } found)
            return found.Target;
        notes.Unresolved(name);
        return null;
    }

    private EntityHandle? Specification(TypeSpecificationHandle type)
    {
        var to = new BlobBuilder();
        BlobReader from = reader.GetBlobReader(reader.GetTypeSpecification(type).Signature);
        return OneType(ref from, to) ? target.AddTypeSpecification(target.GetOrAddBlob(to)) : null;
    }

    private bool Whole(ref BlobReader from, BlobBuilder to)
    {
        SignatureHeader header = from.ReadSignatureHeader();
        to.WriteByte(header.RawValue);
        if (header.Kind == SignatureKind.Field)
            return OneType(ref from, to);
        if (header.IsGeneric)
            to.WriteCompressedInteger(from.ReadCompressedInteger());
        int parameters = from.ReadCompressedInteger();
        to.WriteCompressedInteger(parameters);
        for (int i = 0; i <= parameters; i++)
        {
            if (!OneType(ref from, to))
                return false;
        }

        return true;
    }

    private bool OneType(ref BlobReader from, BlobBuilder to)
    {
        while (true)
        {
            int code = from.ReadCompressedInteger();
            to.WriteCompressedInteger(code);
            switch ((SignatureTypeCode)code)
            {
                case SignatureTypeCode.RequiredModifier or SignatureTypeCode.OptionalModifier:
                    if (!Token(ref from, to))
                        return false;
                    continue;
                case SignatureTypeCode.Pointer
                or SignatureTypeCode.ByReference
                or SignatureTypeCode.SZArray
                or SignatureTypeCode.Pinned
                or SignatureTypeCode.Sentinel:
                    continue;
                // A class or a value type.
                case (SignatureTypeCode)0x11 or (SignatureTypeCode)0x12:
                    return Token(ref from, to);
                case SignatureTypeCode.GenericTypeInstance:
                    to.WriteByte(from.ReadByte());
                    return Token(ref from, to) && Many(ref from, to);
                case SignatureTypeCode.GenericTypeParameter or SignatureTypeCode.GenericMethodParameter:
                    to.WriteCompressedInteger(from.ReadCompressedInteger());
                    return true;
                case SignatureTypeCode.Array:
                    if (!OneType(ref from, to))
                        return false;
                    to.WriteCompressedInteger(from.ReadCompressedInteger());
                    Integers(ref from, to, isSigned: false);
                    Integers(ref from, to, isSigned: true);
                    return true;
                case SignatureTypeCode.FunctionPointer:
                    return Whole(ref from, to);
                default:
                    return true;
            }
        }
    }

    private bool Many(ref BlobReader from, BlobBuilder to)
    {
        int count = from.ReadCompressedInteger();
        to.WriteCompressedInteger(count);
        for (int i = 0; i < count; i++)
        {
            if (!OneType(ref from, to))
                return false;
        }

        return true;
    }

    private static void Integers(ref BlobReader from, BlobBuilder to, bool isSigned)
    {
        int count = from.ReadCompressedInteger();
        to.WriteCompressedInteger(count);
        for (int i = 0; i < count; i++)
        {
            if (isSigned)
                to.WriteCompressedSignedInteger(from.ReadCompressedSignedInteger());
            else
                to.WriteCompressedInteger(from.ReadCompressedInteger());
        }
    }

    private bool Token(ref BlobReader from, BlobBuilder to)
    {
        if (Type(from.ReadTypeHandle()) is not { } type)
            return false;
        to.WriteCompressedInteger(CodedIndex.TypeDefOrRefOrSpec(type));
        return true;
    }
}
