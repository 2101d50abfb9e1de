using System.Text;

namespace Shrike.Bench.Suites;

/// <summary>The plain files of a tar archive. Old packages have owners and times that no number is big enough for, at which a stricter reader
/// stops; names, sizes and kinds are all that is read here.</summary>
internal static class TarFiles
{
    private const int Block = 512;
    private const int MaxHeader = 1 << 20;

    /// <exception cref="InvalidDataException">It breaks off, is no archive, or more than so many bytes come out of it.</exception>
    public static IEnumerable<(string Name, byte[] Content)> Read(Stream stream, long most)
    {
        byte[] header = new byte[Block];
        string? longName = null;
        while (Fill(stream, header) && header.AsSpan().ContainsAnyExcept((byte)0))
        {
            long size = Octal(header.AsSpan(124, 12));
            most -= Block + size;
            if (most < 0)
                throw new InvalidDataException("more than 256 MiB come out of it");
            char kind = (char)header[156];
            if (kind is 'x' or 'L' && size > MaxHeader)
                throw new InvalidDataException("a name in it is too long");
            byte[] content = new byte[size];
            if (!Fill(stream, content))
                throw new InvalidDataException("it breaks off");
            Skip(stream, (int)((Block - size % Block) % Block));
            if (kind == 'L')
            {
                longName = Text(content);
            }
            else if (kind == 'x')
            {
                longName = PathIn(content);
            }
            else if (kind != 'g')
            {
                if (kind is '0' or '\0')
                    yield return (longName ?? NameIn(header), content);
                longName = null;
            }
        }
    }

    private static string NameIn(byte[] header)
    {
        string name = Text(header.AsSpan(0, 100));
        bool hasPrefix = header.AsSpan(257, 6).SequenceEqual("ustar\0"u8);
        string prefix = hasPrefix ? Text(header.AsSpan(345, 155)) : "";
        return prefix.Length > 0 ? $"{prefix}/{name}" : name;
    }

    /// <summary>Of lines "LENGTH path=NAME".</summary>
    private static string? PathIn(byte[] content) =>
        Text(content)
            .Split('\n')
            .Select(l => l[(l.IndexOf(' ', StringComparison.Ordinal) + 1)..])
            .FirstOrDefault(l => l.StartsWith("path=", StringComparison.Ordinal))
            ?["path=".Length..];

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
    }

    private static long Octal(ReadOnlySpan<byte> field)
    {
        long value = 0;
        foreach (byte b in field.Trim(" \0"u8))
        {
            if (b is < (byte)'0' or > (byte)'7')
                throw new InvalidDataException("it is no tar archive, or a file in it is too large");
            value = value * 8 + (b - '0');
        }

        return value <= int.MaxValue / 2
            ? value
            : throw new InvalidDataException("a file in it is too large; more than 256 MiB come out of it");
    }

    private static void Skip(Stream stream, int count) => Fill(stream, new byte[count]);

    private static bool Fill(Stream stream, byte[] buffer) =>
        stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) == buffer.Length;
}
