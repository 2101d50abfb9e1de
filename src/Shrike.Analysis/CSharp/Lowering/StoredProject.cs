using System.Buffers.Binary;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Sources;

namespace Shrike.Analysis.CSharp.Lowering;

/// <summary>One project's entry in the store: what its files give as a whole, then the functions of each file under that file's key.</summary>
/// <remarks>The length of the whole and the whole; a number of files, for each its key and its length; then their functions. What does
/// not read so counts as missing.</remarks>
internal sealed class StoredProject
{
    public const int KeyBytes = 32;
    private const int RowBytes = KeyBytes + 4;
    private readonly IFactsStore store;
    private readonly string name;

    /// <param name="root">Where the scan began: two trees may hold projects of the same name.</param>
    public StoredProject(IFactsStore store, string root, SourceProject project)
    {
        this.store = store;
        name = $"{project.Folder}\0{project.Name}\0{project.IsFramework}\0{root}";
        if (store.Find(name) is { } entry)
            Read(entry);
    }

    /// <summary>As <see cref="ProjectFacts"/> writes it; empty where there is none.</summary>
    public ReadOnlyMemory<byte> Whole { get; private set; }

    /// <summary>In the order in which they were kept.</summary>
    public IReadOnlyList<(string Key, ReadOnlyMemory<byte> Bytes)> Files { get; private set; } = [];

    public void Keep(ReadOnlySpan<byte> whole, IReadOnlyList<(string Key, ReadOnlyMemory<byte> Bytes)> files)
    {
        long total = 8L + whole.Length + files.Sum(f => (long)RowBytes + f.Bytes.Length);
        if (total > int.MaxValue / 2)
            return;
        byte[] entry = new byte[total];
        BinaryPrimitives.WriteInt32LittleEndian(entry, whole.Length);
        whole.CopyTo(entry.AsSpan(4));
        int at = 4 + whole.Length;
        BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(at), files.Count);
        at += 4;
        foreach ((string key, ReadOnlyMemory<byte> bytes) in files)
        {
            Convert.FromHexString(key).CopyTo(entry, at);
            BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(at + KeyBytes), bytes.Length);
            at += RowBytes;
        }

        foreach ((_, ReadOnlyMemory<byte> bytes) in files)
        {
            bytes.CopyTo(entry.AsMemory(at));
            at += bytes.Length;
        }

        store.Keep(name, entry);
    }

    private void Read(byte[] entry)
    {
        if (entry.Length < 8 || BinaryPrimitives.ReadInt32LittleEndian(entry) is not (>= 0 and var whole) || whole > entry.Length - 8)
            return;
        int count = BinaryPrimitives.ReadInt32LittleEndian(entry.AsSpan(4 + whole));
        long rows = 8L + whole;
        long at = rows + (long)count * RowBytes;
        if (count < 0 || at > entry.Length)
            return;
        var files = new (string, ReadOnlyMemory<byte>)[count];
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> row = entry.AsSpan((int)rows + i * RowBytes, RowBytes);
            int length = BinaryPrimitives.ReadInt32LittleEndian(row[KeyBytes..]);
            if (length < 0 || at + length > entry.Length)
                return;
            files[i] = (Convert.ToHexStringLower(row[..KeyBytes]), entry.AsMemory((int)at, length));
            at += length;
        }

        Whole = entry.AsMemory(4, whole);
        Files = files;
    }
}
