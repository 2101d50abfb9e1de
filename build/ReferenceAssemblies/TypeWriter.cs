using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Shrike.ReferenceAssemblies;

/// <summary>Copies the types of one input.</summary>
internal sealed class TypeWriter(Input input, World world, MetadataBuilder target, GenericParameters generics, Notes notes)
{
    private const MethodAttributes OfTheBody = MethodAttributes.PinvokeImpl | MethodAttributes.HasSecurity;
    private const FieldAttributes OfTheData = FieldAttributes.HasFieldRVA | FieldAttributes.HasFieldMarshal;

    private readonly MetadataReader reader = input.Reader;
    private readonly Signatures signatures = new(input, world, target, notes);
    private readonly Dictionary<MethodDefinitionHandle, MethodDefinitionHandle> methods = [];

    private Attributes Copier => field ??= new Attributes(input, signatures, target);

    public EntityHandle? Type(EntityHandle type) => signatures.Type(type);

    public int CopyAttributes(CustomAttributeHandleCollection from, EntityHandle to) => Copier.Copy(from, to);

    public StringHandle Text(StringHandle text) => text.IsNil ? default : target.GetOrAddString(reader.GetString(text));

    public void Write(MergedType type)
    {
        TypeDefinition from = type.Definition;
        bool isStruct =
            from.BaseType is { IsNil: false, Kind: not HandleKind.TypeSpecification } valueType
            && input.NameOf(valueType) is "System.ValueType" or "System.Enum";
        target.AddTypeDefinition(
            from.Attributes & ~TypeAttributes.HasSecurity,
            Text(from.Namespace),
            Text(from.Name),
            Base(type, from.BaseType),
            MetadataTokens.FieldDefinitionHandle(target.GetRowCount(TableIndex.Field) + 1),
            MetadataTokens.MethodDefinitionHandle(target.GetRowCount(TableIndex.MethodDef) + 1)
        );
        generics.Add(type.Target, from.GetGenericParameters(), input, this);
        WriteFields(type, from, isStruct);
        if (type.IsBare)
            return;
        CopyAttributes(from.GetCustomAttributes(), type.Target);
        WriteInterfaces(type, from);
        WriteMethods(type, from);
        WriteProperties(type, from);
        WriteEvents(type, from);
    }

    /// <summary>The members of a static class that another input declares too.</summary>
    public void WriteMore(MergedType type, TypeDefinitionHandle source)
    {
        TypeDefinition from = reader.GetTypeDefinition(source);
        WriteFields(type, from, isStruct: false);
        WriteMethods(type, from);
    }

    private EntityHandle Base(MergedType type, EntityHandle from)
    {
        if (Type(from) is { } found)
            return found;
        notes.LeftOut($"base of {type.Name}");
        return world.Find("System.Object")?.Target ?? default;
    }

    private void WriteInterfaces(MergedType type, TypeDefinition from)
    {
        foreach (InterfaceImplementationHandle handle in from.GetInterfaceImplementations())
        {
            InterfaceImplementation implementation = reader.GetInterfaceImplementation(handle);
            if (IsHidden(implementation.Interface))
                continue;
            if (Type(implementation.Interface) is { } found)
                CopyAttributes(implementation.GetCustomAttributes(), target.AddInterfaceImplementation(type.Target, found));
            else
                notes.LeftOut($"interface of {type.Name}");
        }
    }

    /// <summary>An interface that nobody outside can name says nothing to them.</summary>
    private bool IsHidden(EntityHandle type) => type.Kind == HandleKind.TypeDefinition && !world.Has(input.NameOf(type));

    private void WriteFields(MergedType type, TypeDefinition from, bool isStruct)
    {
        foreach (FieldDefinitionHandle handle in from.GetFields())
        {
            FieldDefinition field = reader.GetFieldDefinition(handle);
            if (
                !Surface.IsVisible(field.Attributes, isStruct)
                || (type.IsBare && (!isStruct || (field.Attributes & FieldAttributes.Static) != 0))
            )
                continue;
            if (signatures.Copy(field.Signature) is not { } signature)
            {
                LeaveOut(type, field.Name);
                continue;
            }

            FieldDefinitionHandle copy = target.AddFieldDefinition(field.Attributes & ~OfTheData, Text(field.Name), signature);
            CopyConstant(field.GetDefaultValue(), copy);
            CopyAttributes(field.GetCustomAttributes(), copy);
        }
    }

    private void WriteMethods(MergedType type, TypeDefinition from)
    {
        foreach (MethodDefinitionHandle handle in from.GetMethods())
        {
            MethodDefinition method = reader.GetMethodDefinition(handle);
            if (!Surface.IsVisible(method.Attributes, type))
                continue;
            if (signatures.Copy(method.Signature) is { } signature)
                WriteMethod(handle, method, signature);
            else
                LeaveOut(type, method.Name);
        }

        foreach (MethodImplementationHandle handle in from.GetMethodImplementations())
            WriteImplementation(type, reader.GetMethodImplementation(handle));
    }

    private void WriteMethod(MethodDefinitionHandle handle, MethodDefinition method, BlobHandle signature)
    {
        MethodDefinitionHandle copy = target.AddMethodDefinition(
            method.Attributes & ~OfTheBody,
            method.ImplAttributes,
            Text(method.Name),
            signature,
            bodyOffset: -1,
            MetadataTokens.ParameterHandle(target.GetRowCount(TableIndex.Param) + 1)
        );
        methods.Add(handle, copy);
        foreach (ParameterHandle parameter in method.GetParameters())
            WriteParameter(reader.GetParameter(parameter));
        generics.Add(copy, method.GetGenericParameters(), input, this);
        CopyAttributes(method.GetCustomAttributes(), copy);
    }

    private void WriteParameter(Parameter parameter)
    {
        ParameterHandle copy = MetadataTokens.ParameterHandle(target.GetRowCount(TableIndex.Param) + 1);
        int kept = CopyAttributes(parameter.GetCustomAttributes(), copy);
        // What is returned has a row only for attributes.
        if (parameter.SequenceNumber == 0 && kept == 0)
            return;
        target.AddParameter(parameter.Attributes & ~ParameterAttributes.HasFieldMarshal, Text(parameter.Name), parameter.SequenceNumber);
        CopyConstant(parameter.GetDefaultValue(), copy);
    }

    private void WriteImplementation(MergedType type, MethodImplementation from)
    {
        if (
            from.MethodBody.Kind != HandleKind.MethodDefinition
            || !methods.TryGetValue((MethodDefinitionHandle)from.MethodBody, out MethodDefinitionHandle body)
        )
            return;
        (EntityHandle owner, StringHandle name, BlobHandle signature) = Declaration(from.MethodDeclaration);
        if (!IsHidden(owner) && Type(owner) is { } parent && signatures.Copy(signature) is { } copy)
            target.AddMethodImplementation(type.Target, body, target.AddMemberReference(parent, Text(name), copy));
    }

    private (EntityHandle Owner, StringHandle Name, BlobHandle Signature) Declaration(EntityHandle method)
    {
        if (method.Kind == HandleKind.MemberReference)
        {
            MemberReference reference = reader.GetMemberReference((MemberReferenceHandle)method);
            return (reference.Parent, reference.Name, reference.Signature);
        }

        MethodDefinition definition = reader.GetMethodDefinition((MethodDefinitionHandle)method);
        return (definition.GetDeclaringType(), definition.Name, definition.Signature);
    }

    private void WriteProperties(MergedType type, TypeDefinition from)
    {
        bool isFirst = true;
        foreach (PropertyDefinitionHandle handle in from.GetProperties())
        {
            PropertyDefinition property = reader.GetPropertyDefinition(handle);
            PropertyAccessors accessors = property.GetAccessors();
            if (!methods.ContainsKey(accessors.Getter) && !methods.ContainsKey(accessors.Setter))
                continue;
            if (signatures.Copy(property.Signature) is not { } signature)
            {
                LeaveOut(type, property.Name);
                continue;
            }

            PropertyDefinitionHandle copy = target.AddProperty(property.Attributes, Text(property.Name), signature);
            if (isFirst)
                target.AddPropertyMap(type.Target, copy);
            isFirst = false;
            Link(copy, accessors.Getter, MethodSemanticsAttributes.Getter);
            Link(copy, accessors.Setter, MethodSemanticsAttributes.Setter);
            CopyConstant(property.GetDefaultValue(), copy);
            CopyAttributes(property.GetCustomAttributes(), copy);
        }
    }

    private void WriteEvents(MergedType type, TypeDefinition from)
    {
        bool isFirst = true;
        foreach (EventDefinitionHandle handle in from.GetEvents())
        {
            EventDefinition @event = reader.GetEventDefinition(handle);
            EventAccessors accessors = @event.GetAccessors();
            if (!methods.ContainsKey(accessors.Adder) && !methods.ContainsKey(accessors.Remover))
                continue;
            if (Type(@event.Type) is not { } eventType)
            {
                LeaveOut(type, @event.Name);
                continue;
            }

            EventDefinitionHandle copy = target.AddEvent(@event.Attributes, Text(@event.Name), eventType);
            if (isFirst)
                target.AddEventMap(type.Target, copy);
            isFirst = false;
            Link(copy, accessors.Adder, MethodSemanticsAttributes.Adder);
            Link(copy, accessors.Remover, MethodSemanticsAttributes.Remover);
            Link(copy, accessors.Raiser, MethodSemanticsAttributes.Raiser);
            CopyAttributes(@event.GetCustomAttributes(), copy);
        }
    }

    private void Link(EntityHandle to, MethodDefinitionHandle accessor, MethodSemanticsAttributes how)
    {
        if (methods.TryGetValue(accessor, out MethodDefinitionHandle copy))
            target.AddMethodSemantics(to, how, copy);
    }

    private void CopyConstant(ConstantHandle handle, EntityHandle to)
    {
        if (handle.IsNil)
            return;
        Constant constant = reader.GetConstant(handle);
        target.AddConstant(to, reader.GetBlobReader(constant.Value).ReadConstant(constant.TypeCode));
    }

    private void LeaveOut(MergedType type, StringHandle member) => notes.LeftOut($"{type.Name}.{reader.GetString(member)}");
}
