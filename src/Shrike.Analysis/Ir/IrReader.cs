using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;

namespace Shrike.Analysis.Ir;

/// <summary>Reads what <see cref="IrWriter"/> wrote. One for all files of a project, so that equal names, types and members of
/// different files become one object again, as lowering makes them. Thread-safe.</summary>
internal sealed class IrReader
{
    private readonly ConcurrentDictionary<string, string> strings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TypeRef> types = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, MemberRef> members = new(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">Not what this build writes.</exception>
    public LoweredFile Read(ReadOnlyMemory<byte> bytes, CodeFile file)
    {
        try
        {
            using var reading = new Reading(this, bytes, file);
            return reading.All();
        }
        catch (Exception e)
            when (e is EndOfStreamException or FormatException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw new InvalidDataException("stored functions are damaged", e);
        }
    }

    private sealed class Reading : IDisposable
    {
        private readonly IrReader shared;
        private readonly CodeFile file;
        private readonly BinaryReader reader;
        private readonly long length;
        private readonly List<string> texts = [];
        private readonly List<TypeRef> types = [];
        private readonly List<string> typeKeys = [];
        private readonly List<MemberRef> members = [];
        private IrFunction[] functions = [];

        public Reading(IrReader shared, ReadOnlyMemory<byte> bytes, CodeFile file)
        {
            this.shared = shared;
            this.file = file;
            length = bytes.Length;
            Stream stream = MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> segment)
                ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
                : new MemoryStream(bytes.ToArray(), writable: false);
            reader = new BinaryReader(stream, Encoding.UTF8);
        }

        public LoweredFile All()
        {
            Tables();
            functions = Each(Head);
            foreach (IrFunction function in functions)
                Body(function);
            MemberCheck[] checks = Each(() => new MemberCheck(Text()!, Text()));
            return new LoweredFile(functions, checks, Each(() => Text()!));
        }

        public void Dispose() => reader.Dispose();

        private void Tables()
        {
            while (true)
            {
                switch ((IrTable)reader.ReadByte())
                {
                    case IrTable.End:
                        return;
                    case IrTable.Text:
                        string text = new(MemoryMarshal.Cast<byte, char>(reader.ReadBytes(checked(2 * Count()))));
                        texts.Add(shared.strings.GetOrAdd(text, text));
                        break;
                    case IrTable.Type:
                        AddType(Row(), Row());
                        break;
                    case IrTable.Member:
                        AddMember(Row(), reader.ReadByte(), Row(), Row());
                        break;
                    default:
                        throw new FormatException();
                }
            }
        }

        private void AddType(int[] row, int[] bases)
        {
            string key = $"{texts[row[0]]}\0{At(row[1])}\0{row[2]}\0{row[3]}\0{row[4]}\0{string.Join('\0', bases.Select(b => texts[b]))}";
            typeKeys.Add(shared.strings.GetOrAdd(key, key));
            types.Add(
                shared.types.TryGetValue(key, out TypeRef? known)
                    ? known
                    : shared.types.GetOrAdd(
                        key,
                        texts[row[0]] == TypeRef.Unknown.Name && row[3] == 0
                            ? TypeRef.Unknown
                            : new TypeRef(
                                texts[row[0]],
                                (ValueKind)row[2],
                                [.. bases.Select(b => texts[b])],
                                (row[3] & 1) != 0,
                                (row[3] & 2) != 0,
                                At(row[1]),
                                (ValueKind)row[4]
                            )
                    )
            );
        }

        private void AddMember(int[] row, byte flags, int[] owners, int[] parameters)
        {
            string key =
                $"{texts[row[0]]}\0{texts[row[1]]}\0{texts[row[2]]}\0{At(row[3])}\0{row[4]}\0{flags}\0{typeKeys[row[5]]}\0"
                + $"{string.Join('\0', owners.Select(o => texts[o]))}\0\0{string.Join('\0', parameters.Select(p => texts[p]))}";
            members.Add(
                shared.members.TryGetValue(key, out MemberRef? known)
                    ? known
                    : shared.members.GetOrAdd(
                        key,
                        new MemberRef
                        {
                            Key = texts[row[0]],
                            Type = texts[row[1]],
                            Name = texts[row[2]],
                            RootKey = At(row[3]),
                            Kind = (MemberKind)row[4],
                            Result = types[row[5]],
                            IsResolved = (flags & 1) != 0,
                            IsStatic = (flags & 2) != 0,
                            IsSource = (flags & 4) != 0,
                            IsExtension = (flags & 8) != 0,
                            Owners = [.. owners.Select(o => texts[o])],
                            ParameterNames = [.. parameters.Select(p => texts[p])],
                        }
                    )
            );
        }

        private IrFunction Head() =>
            new()
            {
                Key = Text()!,
                Display = Text()!,
                File = file,
                Start = Number(),
                Length = Number(),
                DeclaringType = types[Number()],
                Implements = Each(() => Text()!),
                IsHidden = Number() != 0,
            };

        private void Body(IrFunction function)
        {
            function.This = Number();
            function.Parameters = Each(Number);
            function.ParameterNames = Each(() => Text()!);
            function.ParameterSpans = Each(() => (Number(), Number()));
            function.Captures = Each(Number);
            function.ByRef = reader.ReadUInt64();
            function.Exception = Number();
            function.Code = Each(Instruction);
            function.Blocks = Each(Block);
            function.RegisterTypes = Each(() => types[Number()]);
            function.RegisterNames = Each(Text);
            function.Constants = Each(Constant);
            function.Calls = Each(Call);
            function.Closures = Each(Closure);
            function.Members = Each(() => members[Number()]);
        }

        private Instruction Instruction() =>
            new()
            {
                Op = (Op)reader.ReadByte(),
                Dst = Number(),
                A = Number(),
                B = Number(),
                C = Number(),
                X = Number(),
                Start = Number(),
                Length = Number(),
            };

        private Block Block() =>
            new()
            {
                First = Number(),
                End = Number(),
                Next = Number(),
                Condition = Number(),
                WhenTrue = Number(),
                Extra = Each(Number),
            };

        private CallSite Call() =>
            new()
            {
                Target = members[Number()],
                Receiver = Number(),
                Arguments = Each(Number),
                ByRef = reader.ReadUInt64(),
                IsBase = reader.ReadBoolean(),
                Local = Function(),
            };

        private ClosureSite Closure() =>
            new()
            {
                Function = Function(),
                Method = Number() is >= 0 and var m ? members[m] : null,
                Receiver = Number(),
                Captured = Each(Number),
            };

        private IrFunction? Function() => Number() is >= 0 and var f ? functions[f] : null;

        private object? Constant()
        {
            var code = (TypeCode)reader.ReadByte();
            return code switch
            {
                TypeCode.Empty => null,
                TypeCode.Object => Each(Constant),
                TypeCode.String => Text(),
                TypeCode.Boolean => reader.ReadInt64() != 0,
                TypeCode.Char => (char)reader.ReadInt64(),
                TypeCode.SByte => (sbyte)reader.ReadInt64(),
                TypeCode.Byte => (byte)reader.ReadInt64(),
                TypeCode.Int16 => (short)reader.ReadInt64(),
                TypeCode.UInt16 => (ushort)reader.ReadInt64(),
                TypeCode.Int32 => (int)reader.ReadInt64(),
                TypeCode.UInt32 => (uint)reader.ReadInt64(),
                TypeCode.Int64 => reader.ReadInt64(),
                TypeCode.UInt64 => reader.ReadUInt64(),
                TypeCode.Single => (float)reader.ReadDouble(),
                TypeCode.Double => reader.ReadDouble(),
                TypeCode.Decimal => reader.ReadDecimal(),
                _ => throw new FormatException(),
            };
        }

        private string? Text() => At(Number());

        private string? At(int index) => index < 0 ? null : texts[index];

        private int Number() => reader.Read7BitEncodedInt() - 1;

        /// <summary>No list is longer than the bytes that are left.</summary>
        private int Count() =>
            reader.Read7BitEncodedInt() is var count && count >= 0 && count <= length - reader.BaseStream.Position
                ? count
                : throw new FormatException();

        private int[] Row()
        {
            int[] row = new int[Count()];
            for (int i = 0; i < row.Length; i++)
                row[i] = Number();
            return row;
        }

        private T[] Each<T>(Func<T> read)
        {
            int count = Count();
            if (count == 0)
                return [];
            var list = new T[count];
            for (int i = 0; i < count; i++)
                list[i] = read();
            return list;
        }
    }
}
