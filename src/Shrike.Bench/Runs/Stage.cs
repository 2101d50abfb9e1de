using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Shrike.Analysis;
using Shrike.Analysis.Sources;
using Shrike.Bench.Blinding;
using Shrike.Bench.Contestants;
using Shrike.Bench.Perturbations;
using Shrike.Bench.Suites;

namespace Shrike.Bench.Runs;

/// <summary>Lays the files of scopes out for a scan: blinded, perturbed, or as they are.</summary>
internal sealed class Stage(Suite suite, Layout layout, RunOptions options)
{
    private readonly Regex telling = NeutralNames.Telling(suite.Declaration.TellingWords);

    /// <summary>Writes the files. What cannot be read or blinded is left out and named.</summary>
    /// <param name="folder">null: nothing is written, and what a scanner that saw it would say can still be traced back.</param>
    public Staged Write(IReadOnlyList<Scope> scopes, string? folder, CancellationToken cancel)
    {
        var perturbed = new PerturbedBatch();
        var originals = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var leftOut = new ConcurrentBag<Unseen>();
        if (folder is not null)
            Directory.CreateDirectory(folder);
        try
        {
            int threads = options.Jobs > 0 ? options.Jobs : Environment.ProcessorCount;
            StackedThreads.For(scopes.Count, i => Write(scopes[i], folder, originals, leftOut, perturbed), threads, cancel);
        }
        catch (InvalidOperationException e) when (e.InnerException is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"the input cannot be laid out in {folder}: {e.InnerException.Message}");
        }

        return new Staged(
            new StagedBatch(folder ?? "", originals, [.. scopes.Select(s => s.Cases[0].Target).Where(t => t.Length > 0)]),
            [.. leftOut.OrderBy(u => u.Path, StringComparer.Ordinal)],
            perturbed
        );
    }

    private void Write(
        Scope scope,
        string? folder,
        ConcurrentDictionary<string, string> originals,
        ConcurrentBag<Unseen> leftOut,
        PerturbedBatch perturbed
    )
    {
        KeyValuePair<string, string>[] files = [.. layout.Of(scope)];
        string?[] texts = [.. files.Select(f => Read(f.Value, leftOut))];
        IReadOnlyList<string?> shown = options.Blinded ? Blind(scope, files, texts) : texts;
        if (options.Perturbations.Count > 0)
            shown = perturbed.Apply([.. files.Select(f => f.Value)], shown, options.Perturbations, scope.Id, options.Seed);
        for (int i = 0; i < files.Length; i++)
        {
            if (shown[i] is { } text)
            {
                if (folder is not null)
                {
                    string target = Path.Combine(folder, files[i].Key);
                    Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                    File.WriteAllText(target, text);
                }

                originals[files[i].Key] = files[i].Value;
            }
            else if (texts[i] is not null)
            {
                leftOut.Add(new Unseen(files[i].Value, false, "its comments and names cannot be blinded"));
            }
        }
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
            IReadOnlyList<string?> blind = group.Key.Blind(scope.Id, [.. members.Select(i => texts[i]!)], options.Seed, telling);
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
}

/// <summary>A batch as it was laid out.</summary>
/// <param name="LeftOut">What could not be shown.</param>
/// <param name="Perturbed">Where lines went.</param>
internal sealed record Staged(StagedBatch Batch, IReadOnlyList<Unseen> LeftOut, PerturbedBatch Perturbed);
