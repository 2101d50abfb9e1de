using System.Security.Cryptography;
using System.Text;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Rules;
using Shrike.Analysis.Sources;

namespace Shrike.Analysis.CSharp;

/// <summary>Names projects by all that their facts depend on. Asked in the order of the projects.</summary>
internal sealed class ProjectKeys(IReadOnlyList<SourceProject> projects, RuleCatalogue rules, AnalysisOptions options)
{
    private readonly Dictionary<string, (FileKind Kind, byte[] Hash)> texts = new(StringComparer.Ordinal);

    /// <summary>For each project the texts of its files and of those of all that it refers to, however far.</summary>
    private readonly byte[]?[] reachable = new byte[projects.Count][];

    /// <summary>Whether a path is one of the files that have been named.</summary>
    public bool Knows(string path) => texts.ContainsKey(path);

    /// <param name="seen">Names what the project sees of others.</param>
    /// <param name="visible">The projects that it sees.</param>
    /// <returns>Null where a file cannot be read.</returns>
    public byte[]? Of(int index, IEnumerable<byte[]> seen, IReadOnlyList<int> visible, int threads, CancellationToken cancel)
    {
        SourceProject project = projects[index];
        Read([.. project.Files, .. project.Shared], threads, cancel);
        if (Texts(project) is not { } own)
            return null;
        reachable[index] = Joined([own, .. visible.Select(r => reachable[r])]);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, rules.Fingerprint);
        Append(hash, options.PublicApiIsSource.ToString());
        Append(hash, Settings(project));
        Append(hash, string.Join('\0', project.Constants));
        Append(hash, string.Join('\0', project.GlobalUsings));
        hash.AppendData(own);
        foreach (byte[] one in seen)
            Append(hash, one);
        return hash.GetHashAndReset();
    }

    /// <summary>Names the texts of files of other projects.</summary>
    /// <param name="paths">Null for all files that the project can reach.</param>
    /// <returns>Null where that is not known.</returns>
    public byte[]? TextsOf(int index, IReadOnlyList<string>? paths)
    {
        if (paths is null)
            return reachable[index];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string path in paths)
        {
            // What becomes of a page depends on more than its own text.
            if (!texts.TryGetValue(path, out (FileKind Kind, byte[] Hash) text) || text.Kind != FileKind.CSharp)
                return null;
            Append(hash, path);
            hash.AppendData(text.Hash);
        }

        return hash.GetHashAndReset();
    }

    private string Settings(SourceProject project) =>
        string.Join(
            '\0',
            project.Name,
            project.Folder,
            project.RootNamespace,
            project.IsFramework,
            project.IsTest,
            project.FrameworkVersion,
            project.SeesFurther,
            project.IsBeforeCSharp14,
            project.IsPart,
            project.LeftOverOf is { } beside ? projects[beside].Name : null
        );

    private void Read(SourceFile[] files, int threads, CancellationToken cancel)
    {
        SourceFile[] unread = [.. files.Where(f => !texts.ContainsKey(f.Path))];
        byte[]?[] hashes = new byte[unread.Length][];
        StackedThreads.For(unread.Length, i => hashes[i] = HashOf(unread[i]), threads, cancel);
        for (int i = 0; i < unread.Length; i++)
        {
            if (hashes[i] is { } hash)
                texts.TryAdd(unread[i].Path, (unread[i].Kind, hash));
        }
    }

    private static byte[]? HashOf(SourceFile file)
    {
        try
        {
            return Declarations.HashOf(file.Text.ToString());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private byte[]? Texts(SourceProject project)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes(project.Files.Count));
        foreach (SourceFile file in project.Files.Concat(project.Shared))
        {
            if (!texts.TryGetValue(file.Path, out (FileKind Kind, byte[] Hash) text))
                return null;
            Append(hash, file.Path);
            hash.AppendData([(byte)file.Kind]);
            hash.AppendData(text.Hash);
        }

        return hash.GetHashAndReset();
    }

    private static byte[]? Joined(IReadOnlyList<byte[]?> parts) =>
        parts.Contains(null) ? null : SHA256.HashData([.. parts.SelectMany(part => part!)]);

    private static void Append(IncrementalHash hash, string text) => Append(hash, Encoding.UTF8.GetBytes(text));

    /// <summary>Lengths go in too, so that no two lists of parts read the same.</summary>
    private static void Append(IncrementalHash hash, byte[] bytes)
    {
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
