using System.Security.Cryptography;
using System.Text;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Sources;

namespace Shrike.Review;

/// <summary>Names an analysis by all that its outcome depends on.</summary>
internal static class CacheKey
{
    /// <summary>Lower-case hexadecimal, or null where something cannot be read.</summary>
    public static string? Of(SourceTree tree, IReadOnlyList<string> ruleFolders, AnalysisOptions options, CancellationToken cancel)
    {
        try
        {
            using var key = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            Append(key, CacheFolder.Build ?? "");
            // The number of threads never changes an answer.
            Append(key, (options with { Jobs = 0 }).ToString());
            foreach (string folder in ruleFolders)
            {
                foreach (
                    string file in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                )
                    Append(key, file, HashOf(file));
            }

            foreach (LedgerEntry entry in tree.Ledger)
                Append(key, $"{entry.Kind}\0{entry.Name}\0{entry.State}\0{entry.Reason}");
            byte[][] hashes = new byte[tree.Files.Count][];
            Parallel.For(
                0,
                hashes.Length,
                new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = options.Jobs > 0 ? options.Jobs : -1 },
                i => hashes[i] = HashOf(tree.Files[i].FullPath)
            );
            for (int i = 0; i < hashes.Length; i++)
                Append(key, $"{tree.Files[i].Kind}\0{tree.Files[i].Path}", hashes[i]);
            return Convert.ToHexStringLower(key.GetHashAndReset());
        }
        catch (AggregateException e) when (e.InnerExceptions.All(IsUnreadable))
        {
            return null;
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            return null;
        }
    }

    private static bool IsUnreadable(Exception e) => e is IOException or UnauthorizedAccessException;

    private static byte[] HashOf(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        return SHA256.HashData(stream);
    }

    /// <summary>Lengths go in too, so that no two lists of parts read the same.</summary>
    private static void Append(IncrementalHash key, string text, ReadOnlySpan<byte> more = default)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        key.AppendData(BitConverter.GetBytes(bytes.Length));
        key.AppendData(bytes);
        key.AppendData(BitConverter.GetBytes(more.Length));
        key.AppendData(more);
    }
}
