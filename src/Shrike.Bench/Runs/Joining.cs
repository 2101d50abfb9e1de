namespace Shrike.Bench.Runs;

/// <summary>Shards of one run made into that run.</summary>
/// <param name="Manifest">Of the run.</param>
/// <param name="Missing">What is not there, each in a sentence; empty when the run is whole.</param>
public sealed record Joined(RunManifest Manifest, int Batches, IReadOnlyList<string> Missing)
{
    /// <summary>Writes the run with all batches that are there. Batches that several shards hold must say the same.</summary>
    /// <param name="folders">Shards, or unfinished copies of the run, in any order.</param>
    /// <param name="output">New or empty; or the same run, which is then completed.</param>
    /// <exception cref="RunException">The folders are not of one run, or contradict each other.</exception>
    public static Joined Of(IReadOnlyList<string> folders, string output)
    {
        RunFolder[] shards = [.. folders.Select(RunFolder.Open)];
        foreach ((RunFolder shard, string folder) in shards.Zip(folders))
        {
            if (shard.Manifest.WholeIdentity != shards[0].Manifest.WholeIdentity)
                throw new RunException(
                    $"{folder} is no shard of the run that {folders[0]} belongs to: it is {RunFolder.Difference(shard.Manifest with { Shard = null }, shards[0].Manifest with { Shard = null })}"
                );
        }

        RunManifest manifest = shards[0].Manifest with { Shard = null };
        if (manifest.CannotRead is { } reason)
            throw new RunException($"there is nothing to join: {reason}");
        var found = new Dictionary<int, (BatchOutput Output, string Folder)>();
        foreach ((RunFolder shard, string folder) in shards.Zip(folders))
        {
            foreach (BatchOutput one in shard.Outputs())
                Add(found, WithMachine(one, shard.Manifest.Machine, manifest.Machine), folder);
        }

        using (RunFolder run = RunFolder.Begin(output, manifest, shards[0].Cases))
        {
            foreach (BatchOutput there in run.Outputs())
                Add(found, there, output);
            foreach ((BatchOutput one, _) in found.Values.OrderBy(f => f.Output.Number))
                run.Add(one);
            Spending spent = shards.Aggregate(default(Spending), (sum, s) => sum + s.Spent);
            if (spent.Tokens > run.Spent.Tokens || spent.Dollars > run.Spent.Dollars)
                run.Save(spent);
        }

        return new Joined(
            manifest,
            found.Count,
            [.. Missed([.. shards.Select(s => s.Manifest.Shard)], manifest.Batches, found.ContainsKey)]
        );
    }

    private static void Add(Dictionary<int, (BatchOutput Output, string Folder)> found, BatchOutput output, string folder)
    {
        if (!found.TryGetValue(output.Number, out (BatchOutput Output, string Folder) other))
            found.Add(output.Number, (output, folder));
        else if (!SaysTheSame(other.Output, output))
            throw new RunException(
                $"batch {output.Number} is in {other.Folder} and in {folder}, and they do not say the same; leave one of the two out"
            );
    }

    // Times and memory differ whenever a batch is done again.
    private static bool SaysTheSame(BatchOutput a, BatchOutput b) =>
        a.Scopes.SequenceEqual(b.Scopes) && a.Findings.SequenceEqual(b.Findings) && a.Unseen.SequenceEqual(b.Unseen) && a.Input == b.Input;

    private static BatchOutput WithMachine(BatchOutput output, Machine own, Machine run) =>
        output.Machine is null && own != run ? output with { Machine = own } : output;

    private static IEnumerable<string> Missed(Shard?[] shards, int batches, Func<int, bool> isThere)
    {
        int[] missing = [.. Enumerable.Range(1, batches).Where(n => !isThere(n))];
        if (missing.Length == 0)
            yield break;
        int[] divisions = [.. shards.OfType<Shard>().Select(s => s.Of).Distinct()];
        if (divisions is not [int of])
        {
            yield return $"batches {Numbers(missing)} are in none of them";
            yield break;
        }

        for (int number = 1; number <= of; number++)
        {
            var shard = new Shard(number, of);
            int[] mine = [.. missing.Where(shard.Has)];
            if (mine.Length > 0)
                yield return shards.Contains(shard)
                    ? $"shard {shard} is not finished: {Numbers(mine)} of its batches missing"
                    : $"shard {shard} is lost: batches {Numbers(mine)}";
        }
    }

    private static string Numbers(int[] numbers) =>
        numbers.Length <= 10 ? string.Join(", ", numbers) : $"{string.Join(", ", numbers.Take(10))} and {numbers.Length - 10} more";
}
