using System.Collections.Concurrent;
using Shrike.Bench.Runs;

namespace Shrike.Bench.Perturbations;

/// <summary>What perturbations did to the files of one batch, and the way back for what a contestant says of them. Safe for several threads.</summary>
internal sealed class PerturbedBatch
{
    private readonly ConcurrentDictionary<string, int[]> lines = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<PerturbationCount> counts = [];

    /// <summary>Sums over all scopes, by name.</summary>
    public IReadOnlyList<PerturbationCount> Counts => PerturbationCount.Sum(counts);

    /// <param name="paths">As the suite names them.</param>
    /// <param name="texts">null for one that is not shown.</param>
    public IReadOnlyList<string?> Apply(
        IReadOnlyList<string> paths,
        IReadOnlyList<string?> texts,
        IReadOnlyList<Perturbation> kinds,
        string scope,
        long seed
    )
    {
        int[] code =
        [
            .. Enumerable
                .Range(0, paths.Count)
                .Where(i => texts[i] is not null && paths[i].EndsWith(".cs", StringComparison.OrdinalIgnoreCase)),
        ];
        string[] others = [.. Enumerable.Range(0, paths.Count).Except(code).Select(i => texts[i]).OfType<string>()];
        (IReadOnlyList<PerturbedText> changed, IReadOnlyList<PerturbationCount> all) = CSharpPerturber.Apply(
            [.. code.Select(i => texts[i]!)],
            others,
            kinds,
            scope,
            seed
        );
        foreach (PerturbationCount count in all)
            counts.Add(count);
        string?[] result = [.. texts];
        for (int k = 0; k < code.Length; k++)
        {
            result[code[k]] = changed[k].Text;
            if (changed[k].Lines is { } moved)
                lines[paths[code[k]]] = moved;
        }

        return result;
    }

    /// <summary>A finding at the lines of the suite's own text, where labels are.</summary>
    public RawFinding Back(RawFinding finding)
    {
        if (!lines.TryGetValue(finding.Path, out int[]? moved))
            return finding;
        int start = PerturbedText.Back(moved, finding.Line);
        return finding with
        {
            Line = start,
            EndLine = finding.EndLine == 0 ? 0 : Math.Max(start, PerturbedText.Back(moved, finding.EndLine)),
        };
    }
}
