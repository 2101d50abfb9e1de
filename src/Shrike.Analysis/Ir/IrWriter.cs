using System.Runtime.InteropServices;
using System.Text;

namespace Shrike.Analysis.Ir;

/// <summary>Lowered functions of one file as bytes that <see cref="IrReader"/> reads back, in this build of Shrike alone. Only what
/// lowering made: calls are linked anew in each program.</summary>
internal sealed class IrWriter : IDisposable
{
    private readonly MemoryStream body = new();
    private readonly BinaryWriter writer;
    private readonly MemoryStream tables = new();
    private readonly BinaryWriter table;
    private readonly Dictionary<string, int> strings = new(StringComparer.Ordinal);
    private readonly Dictionary<TypeRef, int> types = [];
    private readonly Dictionary<MemberRef, int> members = [];
    private readonly Dictionary<IrFunction, int> functions = [];

    private IrWriter()
    {
        writer = new BinaryWriter(body, Encoding.UTF8);
        table = new BinaryWriter(tables, Encoding.UTF8);
    }

    /// <exception cref="NotSupportedException">A constant of a type that no source language has.</exception>
    public static byte[] Write(LoweredFile file)
    {
        IReadOnlyList<IrFunction> functions = file.Functions;
        using var own = new IrWriter();
        foreach (IrFunction function in functions)
            own.functions.Add(function, own.functions.Count);
        own.Count(functions.Count);
        foreach (IrFunction function in functions)
            own.Head(function);
        foreach (IrFunction function in functions)
            own.Body(function);
        own.Each(
            file.Checks,
            check =>
            {
                own.Text(check.Member);
                own.Text(check.Pattern);
            }
        );
        own.Each(file.Problems, own.Text);
        own.writer.Flush();
        own.table.Write((byte)IrTable.End);
        own.table.Flush();
        byte[] bytes = new byte[own.tables.Length + own.body.Length];
        own.tables.GetBuffer().AsSpan(0, (int)own.tables.Length).CopyTo(bytes);
        own.body.GetBuffer().AsSpan(0, (int)own.body.Length).CopyTo(bytes.AsSpan((int)own.tables.Length));
        return bytes;
    }

    public void Dispose()
    {
        writer.Dispose();
        table.Dispose();
        body.Dispose();
        tables.Dispose();
    }

    private void Head(IrFunction function)
    {
        Text(function.Key);
        Text(function.Display);
        Number(function.Start);
        Number(function.Length);
        Type(function.DeclaringType);
        Each(function.Implements, Text);
        Number(function.IsHidden ? 1 : 0);
    }

    private void Body(IrFunction function)
    {
        Number(function.This);
        Each(function.Parameters, Number);
        Each(function.ParameterNames, Text);
        Each(
            function.ParameterSpans,
            span =>
            {
                Number(span.Start);
                Number(span.Length);
            }
        );
        Each(function.Captures, Number);
        writer.Write(function.ByRef);
        Number(function.Exception);
        Each(function.Code, Instruction);
        Each(function.Blocks, Block);
        Each(function.RegisterTypes, Type);
        Each(function.RegisterNames, Text);
        Each(function.Constants, Constant);
        Each(function.Calls, Call);
        Each(function.Closures, Closure);
        Each(function.Members, Member);
    }

    private void Instruction(Instruction code)
    {
        writer.Write((byte)code.Op);
        Number(code.Dst);
        Number(code.A);
        Number(code.B);
        Number(code.C);
        Number(code.X);
        Number(code.Start);
        Number(code.Length);
    }

    private void Block(Block block)
    {
        Number(block.First);
        Number(block.End);
        Number(block.Next);
        Number(block.Condition);
        Number(block.WhenTrue);
        Each(block.Extra, Number);
    }

    private void Call(CallSite site)
    {
        Member(site.Target);
        Number(site.Receiver);
        Each(site.Arguments, Number);
        writer.Write(site.ByRef);
        writer.Write(site.IsBase);
        Function(site.Local);
    }

    private void Closure(ClosureSite site)
    {
        Function(site.Function);
        Member(site.Method);
        Number(site.Receiver);
        Each(site.Captured, Number);
    }

    private void Function(IrFunction? function) => Number(function is null ? -1 : functions[function]);

    private void Constant(object? value)
    {
        TypeCode code = value is object?[] ? TypeCode.Object : System.Type.GetTypeCode(value?.GetType());
        writer.Write((byte)code);
        switch (value)
        {
            case null:
                break;
            case object?[] several:
                Each(several, Constant);
                break;
            case string text:
                Text(text);
                break;
            case bool or char or sbyte or byte or short or ushort or int or uint or long:
                writer.Write(Convert.ToInt64(value, null));
                break;
            case ulong big:
                writer.Write(big);
                break;
            case float or double:
                writer.Write(Convert.ToDouble(value, null));
                break;
            case decimal exact:
                writer.Write(exact);
                break;
            default:
                throw new NotSupportedException($"a constant of type {value.GetType()}");
        }
    }

    private void Text(string? text) => Number(IndexOf(text));

    private int IndexOf(string? text)
    {
        if (text is null)
            return -1;
        if (!strings.TryGetValue(text, out int index))
        {
            strings.Add(text, index = strings.Count);
            table.Write((byte)IrTable.Text);
            // UTF-16 as it is: source code may hold lone surrogates, which UTF-8 cannot.
            table.Write7BitEncodedInt(text.Length);
            table.Write(MemoryMarshal.AsBytes(text.AsSpan()));
        }

        return index;
    }

    private void Type(TypeRef type) => Number(IndexOf(type));

    private int IndexOf(TypeRef type)
    {
        if (types.TryGetValue(type, out int index))
            return index;
        int name = IndexOf(type.Name);
        int element = IndexOf(type.Element);
        int[] bases = [.. type.Bases.Select(IndexOf)];
        table.Write((byte)IrTable.Type);
        Row(name, element, (int)type.Kind, (type.IsSource ? 1 : 0) | (type.IsResolved ? 2 : 0), (int)type.ElementKind);
        Row(bases);
        types.Add(type, index = types.Count);
        return index;
    }

    private void Member(MemberRef? member) => Number(member is null ? -1 : IndexOf(member));

    private int IndexOf(MemberRef member)
    {
        if (members.TryGetValue(member, out int index))
            return index;
        int result = IndexOf(member.Result);
        int[] row = [IndexOf(member.Key), IndexOf(member.Type), IndexOf(member.Name), IndexOf(member.RootKey), (int)member.Kind, result];
        int[] owners = [.. member.Owners.Select(IndexOf)];
        int[] parameters = [.. member.ParameterNames.Select(IndexOf)];
        table.Write((byte)IrTable.Member);
        Row(row);
        table.Write(
            (byte)((member.IsResolved ? 1 : 0) | (member.IsStatic ? 2 : 0) | (member.IsSource ? 4 : 0) | (member.IsExtension ? 8 : 0))
        );
        Row(owners);
        Row(parameters);
        members.Add(member, index = members.Count);
        return index;
    }

    private void Row(params ReadOnlySpan<int> numbers)
    {
        table.Write7BitEncodedInt(numbers.Length);
        foreach (int number in numbers)
            table.Write7BitEncodedInt(number + 1);
    }

    private void Number(int number) => writer.Write7BitEncodedInt(number + 1);

    private void Count(int count) => writer.Write7BitEncodedInt(count);

    private void Each<T>(IReadOnlyList<T> list, Action<T> write)
    {
        Count(list.Count);
        for (int i = 0; i < list.Count; i++)
            write(list[i]);
    }
}

/// <summary>What a row of the tables before the functions describes.</summary>
internal enum IrTable : byte
{
    End,
    Text,
    Type,
    Member,
}
