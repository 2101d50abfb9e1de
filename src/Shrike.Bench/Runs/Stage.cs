using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Shrike.Analysis;
using Shrike.Analysis.Sources;
using Shrike.Bench.Blinding;
using Shrike.Bench.Contestants;
using Shrike.Bench.Suites;

namespace Shrike.Bench.Runs;

/// <summary>Lays the files of scopes out for a scan, blinded or as they are.</summary>
internal sealed class Stage(Suite suite, Layout layout, bool blinded, long seed, int jobs)
{
    private readonly Regex telling = NeutralNames.Telling(suite.Declaration.TellingWords);

    /// <summary>Writes the files. What cannot be read or blinded is left out and named.</summary>
    public Staged Write(IReadOnlyList<Scope> scopes, string folder, CancellationToken cancel)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return Show(scopes, folder, cancel);
        }
        catch (Exception e) when ((e is InvalidOperationException ? e.InnerException : e) is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"the input cannot be laid out in {folder}: {(e.InnerException ?? e).Message}");
        }
    }

    /// <summary>What <see cref="Write"/> would say of the input, with nothing written.</summary>
    public string HashOf(IReadOnlyList<Scope> scopes, CancellationToken cancel) => Show(scopes, null, cancel).Hash;

    private Staged Show(IReadOnlyList<Scope> scopes, string? folder, CancellationToken cancel)
    {
        var shown = new ConcurrentDictionary<string, Shown>(StringComparer.Ordinal);
        var leftOut = new ConcurrentBag<Unseen>();
        int threads = jobs > 0 ? jobs : Environment.ProcessorCount;
        StackedThreads.For(scopes.Count, i => Show(scopes[i], folder, shown, leftOut), threads, cancel);
        return new Staged(
            new StagedBatch(
                folder ?? "",
                shown.ToDictionary(s => s.Key, s => s.Value.Original, StringComparer.Ordinal),
                [.. scopes.Select(s => s.Cases[0].Target).Where(t => t.Length > 0)]
            ),
            [.. leftOut.OrderBy(u => u.Path, StringComparer.Ordinal)],
            HashOf(shown)
        );
    }

    private static string HashOf(IEnumerable<KeyValuePair<string, Shown>> shown)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string staged, Shown one) in shown.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            all.AppendData(Encoding.UTF8.GetBytes($"{staged}\0{one.Original}\0"));
            all.AppendData(one.Hash);
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    private void Show(Scope scope, string? folder, ConcurrentDictionary<string, Shown> shown, ConcurrentBag<Unseen> leftOut)
    {
        KeyValuePair<string, string>[] files = [.. layout.Of(scope)];
        string?[] texts = [.. files.Select(f => Read(f.Value, leftOut))];
        IReadOnlyList<string?> blind = blinded ? Blind(scope, files, texts) : texts;
        for (int i = 0; i < files.Length; i++)
        {
            if (blind[i] is { } text)
            {
                if (folder is not null)
                    Write(Path.Combine(folder, files[i].Key), text);
                shown[files[i].Key] = new Shown(files[i].Value, SHA256.HashData(Encoding.UTF8.GetBytes(text)));
            }
            else if (texts[i] is not null)
            {
                leftOut.Add(new Unseen(files[i].Value, false, "its comments and names cannot be blinded"));
            }
        }
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    // Files of one language agree on names; what no blinder knows must not be shown.
    private string?[] Blind(Scope scope, KeyValuePair<string, string>[] files, string?[] texts)
    {
        string?[] all = new string?[texts.Length];
        foreach (
            IGrouping<ILanguageBlinder?, int> group in Enumerable
                .Range(0, texts.Length)
                .Where(i => texts[i] is not null)
                .GroupBy(i => Blinders.For(files[i].Value, suite.Declaration))
        )
        {
            if (group.Key is null)
                continue;
            int[] members = [.. group];
            IReadOnlyList<string?> blind = group.Key.Blind(scope.Id, [.. members.Select(i => texts[i]!)], seed, telling);
            for (int k = 0; k < members.Length; k++)
                all[members[k]] = blind[k];
        }

        return all;
    }

    private string? Read(string path, ConcurrentBag<Unseen> leftOut)
    {
        try
        {
            return SourceReader.Read(Path.Combine(suite.Root, path)).ToString();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            leftOut.Add(new Unseen(path, false, $"cannot be read: {e.Message}"));
            return null;
        }
    }

    private sealed record Shown(string Original, byte[] Hash);
}

/// <summary>What is laid out for a scan.</summary>
/// <param name="LeftOut">Sorted by path.</param>
/// <param name="Hash">SHA-256 of all files as they are shown, with both their names.</param>
internal sealed record Staged(StagedBatch Batch, IReadOnlyList<Unseen> LeftOut, string Hash);
