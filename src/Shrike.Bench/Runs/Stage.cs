using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Sources;
using Shrike.Bench.Blinding;
using Shrike.Bench.Contestants;
using Shrike.Bench.Suites;

namespace Shrike.Bench.Runs;

/// <summary>Lays the files of scopes out for a scan, blinded or as they are.</summary>
internal sealed class Stage(Suite suite, Layout layout, bool blinded, long seed, int jobs)
{
    private readonly Regex telling = NeutralNames.Telling(suite.Declaration.TellingWords);
    private readonly ILanguageBlinder? blinder = Blinders.For(suite.Declaration.Language);

    /// <summary>Writes the files. What cannot be read or blinded is left out and named.</summary>
    public (StagedBatch Batch, IReadOnlyList<Unseen> LeftOut) Write(IReadOnlyList<Scope> scopes, string folder, CancellationToken cancel)
    {
        var originals = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var leftOut = new ConcurrentBag<Unseen>();
        Directory.CreateDirectory(folder);
        var options = new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = jobs > 0 ? jobs : -1 };
        Parallel.ForEach(
            scopes,
            options,
            scope =>
            {
                KeyValuePair<string, string>[] files = [.. layout.Of(scope)];
                string?[] texts = [.. files.Select(f => Read(f.Value, leftOut))];
                IReadOnlyList<string?> shown = blinded ? Blind(scope, texts) : texts;
                for (int i = 0; i < files.Length; i++)
                {
                    if (shown[i] is { } text)
                    {
                        string target = Path.Combine(folder, files[i].Key);
                        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                        File.WriteAllText(target, text);
                        originals[files[i].Key] = files[i].Value;
                    }
                    else if (texts[i] is not null)
                    {
                        leftOut.Add(new Unseen(files[i].Value, false, "its comments and names cannot be blinded"));
                    }
                }
            }
        );
        return (new StagedBatch(folder, originals), [.. leftOut.OrderBy(u => u.Path, StringComparer.Ordinal)]);
    }

    private IReadOnlyList<string?> Blind(Scope scope, string?[] texts)
    {
        int[] read = [.. Enumerable.Range(0, texts.Length).Where(i => texts[i] is not null)];
        if (blinder is null)
            return [.. texts.Select(string? (_) => null)];
        IReadOnlyList<string?> blind = blinder.Blind(scope.Id, [.. read.Select(i => texts[i]!)], seed, telling);
        string?[] all = new string?[texts.Length];
        for (int k = 0; k < read.Length; k++)
            all[read[k]] = blind[k];
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
}
