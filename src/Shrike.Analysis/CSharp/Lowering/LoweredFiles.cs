using System.Security.Cryptography;
using System.Text;
using Shrike.Analysis.Ir;
using Shrike.Analysis.Sources;

namespace Shrike.Analysis.CSharp.Lowering;

/// <summary>The lowered files of one project as they were after an earlier scan. A file is taken over when its text is the same, and so
/// are all declarations that it can see: of its project, of the projects that this one refers to, and the project's settings.</summary>
internal sealed class LoweredFiles
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> known = new(StringComparer.Ordinal);
    private readonly (string Key, ReadOnlyMemory<byte> Bytes)[] kept;
    private readonly string?[] keys;
    private readonly IrReader reader = new();

    /// <param name="stored">Null where nothing is kept.</param>
    /// <param name="shared">Files that are lowered elsewhere and bind here as well.</param>
    public LoweredFiles(
        StoredProject? stored,
        SourceProject project,
        ParsedFile[] files,
        IEnumerable<byte[]> seen,
        int threads,
        CancellationToken cancel,
        ParsedFile[]? shared = null
    )
    {
        kept = new (string, ReadOnlyMemory<byte>)[files.Length];
        keys = new string?[files.Length];
        if (stored is null)
            return;
        ParsedFile[] all = [.. files, .. shared ?? []];
        byte[][] declarations = new byte[all.Length][];
        StackedThreads.For(all.Length, i => declarations[i] = Declarations.HashOf(all[i].Tree, cancel), threads, cancel);
        Shape = ShapeOf(project, all, declarations, seen);
        string shape = Convert.ToHexStringLower(Shape);
        StackedThreads.For(files.Length, i => keys[i] = KeyOf(shape, files[i], cancel), threads, cancel);
        foreach ((string key, ReadOnlyMemory<byte> bytes) in stored.Files)
            known[key] = bytes;
    }

    /// <summary>Names all declarations of the project and of what it refers to.</summary>
    public byte[] Shape { get; } = [];

    public LoweredFile? Find(int file, CodeFile code)
    {
        if (keys[file] is not { } key || !known.TryGetValue(key, out ReadOnlyMemory<byte> bytes))
            return null;
        if (Read(reader, bytes, code) is not { } lowered)
            return null;
        kept[file] = (key, bytes);
        return lowered;
    }

    /// <returns>Null for what is damaged.</returns>
    public static LoweredFile? Read(IrReader reader, ReadOnlyMemory<byte> bytes, CodeFile code)
    {
        try
        {
            return reader.Read(bytes, code);
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
        }
        catch (NotSupportedException)
        {
            // Lowered again next time.
        }
    }

    /// <summary>What can be read back next time, in the order of the files.</summary>
    public IReadOnlyList<(string Key, ReadOnlyMemory<byte> Bytes)> Kept => [.. kept.Where(k => k.Key is not null)];

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
