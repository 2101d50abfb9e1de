using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Shrike.Analysis.Sources;

/// <summary>Decodes files as an editor would: byte-order mark first, then UTF-8, unless the zero bytes of UTF-16 are plain to see;
/// invalid bytes become U+FFFD.</summary>
public static class SourceReader
{
    /// <summary>What a file may grow to between listing and reading.</summary>
    private const long MaxBytes = 8 << 20;

    /// <param name="path">The file.</param>
    /// <param name="listed">How long it was when it was listed.</param>
    /// <exception cref="IOException">It vanished, or is no longer the file that was listed.</exception>
    public static SourceText Read(string path, long listed = MaxBytes)
    {
        using FileStream stream = Open(path);
        if (stream.Length > Math.Max(listed, MaxBytes))
            throw new IOException("it grew while the scan ran");
        Encoding encoding = EncodingOf(stream);
        return SourceText.From(stream, encoding, canBeEmbedded: false);
    }

    /// <summary>The first characters of a file, at most; nothing behind them is read.</summary>
    /// <exception cref="IOException">It vanished, or is no longer the file that was listed.</exception>
    public static string Start(string path, int characters)
    {
        using FileStream stream = Open(path);
        using var reader = new StreamReader(stream, EncodingOf(stream));
        var buffer = new char[Math.Min(characters, stream.Length)];
        return new string(buffer, 0, reader.ReadBlock(buffer));
    }

    // Looked at again just before it is opened: what was a file when it was listed may be a pipe by now, or lead out of the tree.
    private static FileStream Open(string path)
    {
        var file = new FileInfo(path);
        if (file.LinkTarget is not null || file.Length == 0)
            throw new IOException("it was a file and no longer is");
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
    }

    private static Encoding EncodingOf(FileStream stream)
    {
        Span<byte> head = stackalloc byte[1024];
        head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        stream.Position = 0;
        return Guess(head);
    }

    // Code is mostly ASCII, so in UTF-16 nearly every second byte is zero; UTF-8 with stray zeros has them on either side.
    private static Encoding Guess(ReadOnlySpan<byte> head)
    {
        int pairs = head.Length / 2,
            even = 0,
            odd = 0;
        for (int i = 0; i < pairs * 2; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        if (pairs >= 4 && odd > pairs / 2 && even <= pairs / 16)
            return Encoding.Unicode;
        return pairs >= 4 && even > pairs / 2 && odd <= pairs / 16 ? Encoding.BigEndianUnicode : Encoding.UTF8;
    }
}
