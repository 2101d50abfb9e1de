using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Unicode;

namespace Shrike.Bench.Bundles;

/// <summary>Bundles on disk: JSON, or that in gzip. Whoever made one is a stranger: size, depth and number of everything is bounded before
/// anything is made of it, and no path in it is ever opened.</summary>
public static class BundleFile
{
    public const int MaxBytes = 128 << 20;
    internal const int MaxDepth = 12;
    private const int MaxTokens = 8_000_000;
    private const int MaxString = 4096;
    private const int MaxNumber = 32;
    private const string SealName = "seal";

    /// <param name="isSealed">Whether the seal is that of the content.</param>
    /// <exception cref="BundleException">It is no bundle, or not a sound one.</exception>
    public static Bundle Read(string path, out bool isSealed)
    {
        byte[] content = Content(path);
        string seal = Walk(content);
        Bundle bundle;
        try
        {
            bundle =
                JsonSerializer.Deserialize(content, BundleJson.Default.Bundle)
                ?? throw new BundleException($"{path} is no bundle: it is empty");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NotSupportedException or OverflowException)
        {
            throw new BundleException($"{path} is no bundle: {Plain(e.Message)}");
        }

        if (bundle.Format != Bundle.CurrentFormat)
            throw new BundleException($"{path} has format {bundle.Format}; this program reads {Bundle.CurrentFormat}");
        isSealed = bundle.Seal == seal;
        return bundle;

        string Walk(byte[] bytes)
        {
            try
            {
                return SealOf(bytes);
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                throw new BundleException($"{path} is no bundle: {Plain(e.Message)}");
            }
        }
    }

    /// <summary>Writes it sealed; gzip where the name ends in .gz. The file is there whole or not at all.</summary>
    /// <exception cref="BundleException">It cannot be written, or would be too large to be read again.</exception>
    public static void Write(string path, Bundle bundle)
    {
        byte[] content = Sealed(bundle);
        string partial = path + ".partial";
        try
        {
            using (FileStream file = File.Create(partial))
            {
                if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
                {
                    using var gzip = new GZipStream(file, CompressionLevel.Optimal);
                    gzip.Write(content);
                }
                else
                {
                    file.Write(content);
                }
            }

            File.Move(partial, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BundleException($"{path} cannot be written: {e.Message}");
        }
    }

    internal static byte[] Sealed(Bundle bundle)
    {
        byte[] open = JsonSerializer.SerializeToUtf8Bytes(bundle with { Seal = "" }, BundleJson.Default.Bundle);
        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(bundle with { Seal = SealOf(open) }, BundleJson.Default.Bundle);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new BundleException($"this run cannot be a bundle: {e.Message}");
        }
    }

    private static byte[] Content(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            int first = file.ReadByte(),
                second = file.ReadByte();
            file.Position = 0;
            if (first != 0x1F || second != 0x8B)
                return Bounded(file, path);
            using var gzip = new GZipStream(file, CompressionMode.Decompress);
            return Bounded(gzip, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new BundleException($"{path} cannot be read: {e.Message}");
        }
    }

    private static byte[] Bounded(Stream stream, string path)
    {
        var content = new ArrayBufferWriter<byte>(1 << 16);
        while (stream.Read(content.GetSpan(1 << 16)) is > 0 and int read)
        {
            content.Advance(read);
            if (content.WrittenCount > MaxBytes)
                throw new BundleException($"{path} holds more than {MaxBytes >> 20} MiB, which is more than a bundle may");
        }

        return content.WrittenSpan.StartsWith("\uFEFF"u8) ? content.WrittenSpan[3..].ToArray() : content.WrittenSpan.ToArray();
    }

    /// <summary>SHA-256 over all tokens but the seal and its name, a newline after each. White space between them does not matter; all else
    /// does.</summary>
    /// <exception cref="JsonException">It breaks the bounds, or is no JSON.</exception>
    internal static string SealOf(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
            throw new JsonException("it is not UTF-8");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        bool isSeal = false;
        for (int tokens = 0; reader.Read(); tokens++)
        {
            if (tokens == MaxTokens || reader.ValueSpan.Length > MaxString)
                throw new JsonException($"it holds more than {MaxTokens} pieces, or one that is longer than {MaxString} bytes");
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName or JsonTokenType.String:
                    CheckText(reader);
                    break;
                case JsonTokenType.Number when reader.ValueSpan.Length > MaxNumber:
                    throw new JsonException("it holds a number of too many digits");
                case JsonTokenType.Null:
                    throw new JsonException("it holds null, which no bundle does");
            }

            bool skip = isSeal;
            isSeal = reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && reader.ValueTextEquals(SealName);
            if (skip || isSeal)
                continue;
            hash.AppendData([(byte)reader.TokenType]);
            hash.AppendData(reader.ValueSpan);
            hash.AppendData("\n"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // What a terminal would obey, and what shows text in another order than it has.
    private static void CheckText(in Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped && System.Text.Ascii.IsValid(reader.ValueSpan))
            return;
        if (reader.GetString()!.Any(IsUnprintable))
            throw new JsonException("it holds characters that are not for printing");
    }

    internal static bool IsUnprintable(char c) =>
        char.IsControl(c) || c is (>= '\u200E' and <= '\u200F') or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static string Plain(string message) => string.Concat(message.Take(200).Select(c => IsUnprintable(c) ? '?' : c));
}

/// <summary>A bundle cannot be used; the message says why.</summary>
public sealed class BundleException(string message) : Exception(message);
