using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using Shrike.Analysis.Facts;

namespace Shrike.Review;

/// <summary>Entries in a folder of the user's, each with a sum over its content. Thread-safe, also between processes: an entry is
/// replaced whole or not at all.</summary>
internal sealed class CacheFolder : IFactsStore
{
    private const string Extension = ".facts";
    private readonly string folder;
    private readonly string salt;

    private CacheFolder(string folder, string salt)
    {
        this.folder = folder;
        this.salt = salt;
    }

    /// <summary>Bytes of all entries; the longest unused go first.</summary>
    public required long MaxTotalBytes { get; init; }

    /// <summary>Bytes of one entry before compression; what is larger is not kept.</summary>
    public required long MaxEntryBytes { get; init; }

    /// <summary>This build of Shrike, whose entries no other build may read; null where the build has no identity.</summary>
    public static string? Build { get; } =
        new[]
        {
            typeof(CodeFacts).Module.ModuleVersionId,
            typeof(CacheFolder).Module.ModuleVersionId,
            typeof(SourceText).Module.ModuleVersionId,
        }
            is var builds
        && !builds.Contains(Guid.Empty)
            ? string.Join('\0', builds)
            : null;

    /// <summary>Makes the folder where it is missing; null for one that others may write to.</summary>
    public static CacheFolder? Open(string folder, long maxTotalBytes, long maxEntryBytes) =>
        Build is { } build && IsPrivate(folder)
            ? new CacheFolder(folder, build) { MaxTotalBytes = maxTotalBytes, MaxEntryBytes = maxEntryBytes }
            : null;

    private static bool IsPrivate(string folder)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
                return true;
            }

            if (Path.GetDirectoryName(folder) is { } parent)
                Directory.CreateDirectory(parent);
            var info = Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return info.LinkTarget is null && (info.UnixFileMode & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) == 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public byte[]? Find(string name)
    {
        string path = PathOf(name);
        try
        {
            if (!File.Exists(path) || new FileInfo(path) is { LinkTarget: not null } || new FileInfo(path).Length > MaxTotalBytes)
                return null;
            byte[] bytes = Unpack(path);
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
            return bytes;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            // Damaged, foreign or vanished: as if it had never been; the next answer replaces it.
            return null;
        }
    }

    public void Keep(string name, ReadOnlySpan<byte> facts)
    {
        if (facts.Length > MaxEntryBytes)
            return;
        string path = PathOf(name);
        string part = $"{path}.{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}.part";
        try
        {
            using (FileStream file = File.Create(part))
            {
                file.Write(SHA256.HashData(facts));
                using var packed = new GZipStream(file, CompressionLevel.Fastest);
                packed.Write(facts);
            }

            File.Move(part, path, overwrite: true);
            Evict();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A full or read-only disk costs time at the next scan, nothing else.
            File.Delete(part);
        }
    }

    private string PathOf(string name) =>
        Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}\0{name}"))) + Extension);

    private byte[] Unpack(string path)
    {
        using FileStream file = File.OpenRead(path);
        byte[] sum = new byte[SHA256.HashSizeInBytes];
        file.ReadExactly(sum);
        using var packed = new GZipStream(file, CompressionMode.Decompress);
        using var content = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        while (packed.Read(buffer) is > 0 and var count)
        {
            content.Write(buffer, 0, count);
            if (content.Length > MaxEntryBytes)
                throw new InvalidDataException("larger than anything that is kept");
        }

        byte[] bytes = content.ToArray();
        return SHA256.HashData(bytes).AsSpan().SequenceEqual(sum) ? bytes : throw new InvalidDataException("not what was written");
    }

    private void Evict()
    {
        long total = 0;
        foreach (
            FileInfo file in new DirectoryInfo(folder)
                .GetFiles()
                .OrderByDescending(f => f.LastWriteTimeUtc)
                .ThenBy(f => f.Name, StringComparer.Ordinal)
        )
        {
            total += file.Length;
            if (total > MaxTotalBytes)
                file.Delete();
        }
    }
}
