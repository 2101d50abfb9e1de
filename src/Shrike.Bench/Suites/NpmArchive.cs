using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Shrike.Bench.Suites;

/// <summary>Unpacks a package's tarball: code alone, nothing outside the folder, no links, and no more than a package of code has.</summary>
internal static class NpmArchive
{
    private const int MaxEntries = 20_000;
    private const long MaxBytes = 256L << 20;
    private const long MaxTarball = 64L << 20;
    private const int MaxName = 400;
    private static readonly SearchValues<char> NoNames = SearchValues.Create("\\:\0*?\"<>|");

    public static IReadOnlyList<string> CodeEndings { get; } = [".js", ".cjs", ".mjs", ".jsx", ".ts"];

    /// <summary>Why a tarball is not the published one; null when it is.</summary>
    public static string? Wrong(string tarball, string integrity)
    {
        using FileStream stream = File.OpenRead(tarball);
        if (stream.Length > MaxTarball)
            return $"is larger than {MaxTarball >> 20} MiB";
        string hash = "sha512-" + Convert.ToBase64String(SHA512.HashData(stream));
        return hash == integrity ? null : $"has the hash {hash}, and {integrity} was published";
    }

    /// <param name="folder">New.</param>
    /// <exception cref="SuiteException">It is broken, or too much.</exception>
    public static void Unpack(Stream tarball, string folder)
    {
        try
        {
            using var unpacked = new GZipStream(tarball, CompressionMode.Decompress);
            int entries = 0;
            foreach ((string name, byte[] content) in TarFiles.Read(unpacked, MaxBytes))
            {
                if (++entries > MaxEntries)
                    throw new SuiteException($"it has more than {MaxEntries} entries");
                if (Target(folder, name) is { } target)
                    Write(content, target);
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new SuiteException($"it cannot be unpacked: {e.Message}");
        }
    }

    // The first folder of a tarball may have any name.
    private static string? Target(string folder, string name)
    {
        int slash = name.IndexOf('/', StringComparison.Ordinal);
        string below = slash <= 0 ? "" : name[(slash + 1)..];
        if (below.Length is 0 or > MaxName || !CodeEndings.Contains(Path.GetExtension(below).ToLowerInvariant()))
            return null;
        bool isPlain = below.Split('/').All(p => p is not ("" or "." or "..") && !p.AsSpan().ContainsAny(NoNames));
        return isPlain ? Path.Combine([folder, .. below.Split('/')]) : null;
    }

    private static void Write(byte[] content, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        // What is there twice counts once: the first is what was looked at.
        if (!File.Exists(target))
            File.WriteAllBytes(target, content);
    }
}
