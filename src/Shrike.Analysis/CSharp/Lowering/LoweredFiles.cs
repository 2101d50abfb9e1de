using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Ir;
using Shrike.Analysis.Sources;

namespace Shrike.Analysis.CSharp.Lowering;

/// <summary>The lowered files of one project as they were after an earlier scan. A file is taken over when its text is the same, and so
/// are all declarations that it can see: of its project, of the projects that this one refers to, and the project's settings.</summary>
/// <remarks>One entry in the store for a project: a number of files, for each its key and its length, then their functions.</remarks>
internal sealed class LoweredFiles
{
    private const int KeyBytes = 32;
    private readonly IFactsStore? store;
    private readonly string name;
    private readonly Dictionary<string, ReadOnlyMemory<byte>> known = new(StringComparer.Ordinal);
    private readonly (string Key, ReadOnlyMemory<byte> Bytes)[] kept;
    private readonly string?[] keys;
    private readonly IrReader reader = new();
    private bool changed;

    /// <param name="root">Where the scan began: two trees may hold projects of the same name.</param>
    /// <param name="shared">Files that are lowered elsewhere and bind here as well.</param>
    public LoweredFiles(
        IFactsStore? store,
        string root,
        SourceProject project,
        ParsedFile[] files,
        IEnumerable<byte[]> seen,
        int threads,
        CancellationToken cancel,
        ParsedFile[]? shared = null
    )
    {
        this.store = store;
        name = $"{project.Folder}\0{project.Name}\0{project.IsFramework}\0{root}";
        kept = new (string, ReadOnlyMemory<byte>)[files.Length];
        keys = new string?[files.Length];
        if (store is null)
            return;
        ParsedFile[] all = [.. files, .. shared ?? []];
        byte[][] declarations = new byte[all.Length][];
        StackedThreads.For(all.Length, i => declarations[i] = Declarations.HashOf(all[i].Tree, cancel), threads, cancel);
        Shape = ShapeOf(project, all, declarations, seen);
        string shape = Convert.ToHexStringLower(Shape);
        StackedThreads.For(files.Length, i => keys[i] = KeyOf(shape, files[i], cancel), threads, cancel);
        Load();
    }

    /// <summary>Names all declarations of the project and of what it refers to.</summary>
    public byte[] Shape { get; } = [];

    public LoweredFile? Find(int file, CodeFile code)
    {
        if (keys[file] is not { } key || !known.TryGetValue(key, out ReadOnlyMemory<byte> bytes))
            return null;
        try
        {
            LoweredFile lowered = reader.Read(bytes, code);
            kept[file] = (key, bytes);
            return lowered;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    public void Keep(int file, LoweredFile lowered)
    {
        if (keys[file] is not { } key)
            return;
        try
        {
            kept[file] = (key, IrWriter.Write(lowered));
            changed = true;
        }
        catch (NotSupportedException)
        {
            // Lowered again next time.
        }
    }

    /// <summary>Writes the project's entry where it is not as it was.</summary>
    public void Save()
    {
        if (store is null || (!changed && known.Count == kept.Length))
            return;
        (string Key, ReadOnlyMemory<byte> Bytes)[] files = [.. kept.Where(k => k.Key is not null)];
        long total = 4 + files.Sum(f => (long)KeyBytes + 4 + f.Bytes.Length);
        if (total > int.MaxValue / 2)
            return;
        byte[] entry = new byte[total];
        BinaryPrimitives.WriteInt32LittleEndian(entry, files.Length);
        int at = 4;
        foreach ((string key, ReadOnlyMemory<byte> bytes) in files)
        {
            Convert.FromHexString(key).CopyTo(entry, at);
            BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(at + KeyBytes), bytes.Length);
            at += KeyBytes + 4;
        }

        foreach ((_, ReadOnlyMemory<byte> bytes) in files)
        {
            bytes.CopyTo(entry.AsMemory(at));
            at += bytes.Length;
        }

        store.Keep(name, entry);
    }

    private void Load()
    {
        if (store!.Find(name) is not { Length: >= 4 } entry)
            return;
        int count = BinaryPrimitives.ReadInt32LittleEndian(entry);
        long at = 4 + (long)count * (KeyBytes + 4);
        if (count < 0 || at > entry.Length)
            return;
        for (int i = 0; i < count; i++)
        {
            int row = 4 + i * (KeyBytes + 4);
            int length = BinaryPrimitives.ReadInt32LittleEndian(entry.AsSpan(row + KeyBytes));
            if (length < 0 || at + length > entry.Length)
                return;
            known[Convert.ToHexStringLower(entry.AsSpan(row, KeyBytes))] = entry.AsMemory((int)at, length);
            at += length;
        }
    }

    private static byte[] ShapeOf(SourceProject project, ParsedFile[] files, byte[][] declarations, IEnumerable<byte[]> seen)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, $"{project.Name}\0{project.IsFramework}\0{project.RootNamespace}\0{project.IsBeforeCSharp14}");
        Append(hash, string.Join('\0', project.Constants));
        Append(hash, string.Join('\0', project.GlobalUsings));
        foreach (byte[] reference in seen)
            hash.AppendData(reference);
        for (int i = 0; i < files.Length; i++)
        {
            Append(hash, files[i].Source.Path);
            hash.AppendData(declarations[i]);
        }

        return hash.GetHashAndReset();
    }

    private static string KeyOf(string shape, ParsedFile file, CancellationToken cancel)
    {
        byte[] text = Declarations.HashOf(file.Tree.GetText(cancel).ToString());
        return Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{shape}\0{file.Source.Path}\0{Convert.ToHexStringLower(text)}"))
        );
    }

    private static void Append(IncrementalHash hash, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
