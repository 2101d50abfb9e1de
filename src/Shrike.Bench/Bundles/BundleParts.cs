using Shrike.Bench.Runs;
using Shrike.Bench.Suites;

namespace Shrike.Bench.Bundles;

/// <summary>What each part of a bundle must be, by itself and beside the others. Nothing here believes a number it can count.</summary>
internal static class BundleParts
{
    private const int MostLines = 50_000_000;
    private const int MostCwe = 100_000;
    private const int MostOtherCwes = 50;
    private const double MostSeconds = 1e8;
    private const long MostBytes = 1L << 50;
    private const long MostTokens = 1L << 40;
    private const decimal MostDollars = 1e12m;

    public static IEnumerable<string> Labels(Bundle bundle)
    {
        RunManifest manifest = bundle.Manifest;
        if (bundle.Cases.Count != manifest.Cases)
            yield return $"{bundle.Cases.Count} cases are there, and the run had {manifest.Cases}: one is missing or too many";
        if (RunFolder.HashOf(bundle.Cases) != manifest.LabelsHash)
            yield return "the labels are not those the run was made with: their hash is another";
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (BenchCase one in bundle.Cases)
        {
            if (one.Id.Length == 0 || !ids.Add(one.Id))
                yield return $"case '{one.Id}' is there twice";
            if (!IsPlain(one.Path) || !one.Companions.All(IsPlain))
                yield return $"case {one.Id} has a path that leads out of the suite";
            if (one.Cwe is < 0 or > MostCwe || one.Places.Any(p => p.Start is < 1 or > MostLines || p.End < p.Start || p.End > MostLines))
                yield return $"case {one.Id} has a weakness or a line that cannot be";
        }

        if (manifest.SampleOfEach is { } most && bundle.Cases.GroupBy(c => (c.Cwe, c.IsVulnerable)).Any(g => g.Count() > most))
            yield return $"there are more than the {most} of each weakness and label that the sample is said to have";
    }

    public static IEnumerable<string> Settings(Bundle bundle)
    {
        RunManifest manifest = bundle.Manifest;
        if (manifest.Format != RunManifest.CurrentFormat)
            yield return $"the run has format {manifest.Format}, and this program knows {RunManifest.CurrentFormat}";
        if (
            manifest.FilesPerBatch < 1
            || manifest.Batches < 1
            || manifest.SampleOfEach is < 1
            || manifest.Epoch is < 1
            || manifest.ProblemsOfSuite < 0
        )
            yield return "a number of batches, files or samples is below one";
        if (manifest.Shard is not null || manifest.CannotRead is not null)
            yield return "it is of a part of a run, or of a contestant that cannot read the suite";
        if (manifest.SuiteRevision is { } revision && (revision.Length != 40 || !IsHex(revision)))
            yield return "the suite's commit is none";
        if (manifest.Contestant.Length == 0 || manifest.ContestantVersion.Length == 0 || manifest.Machine.Processors is < 1 or > 100_000)
            yield return "the contestant has no name or version, or the machine no processor";
        if (manifest.Model is { Temperature: not (null or (>= 0 and <= 100)) } or { ContextTokens: < 1 })
            yield return "the model's temperature or context cannot be";
    }

    public static IEnumerable<string> Batches(Bundle bundle, SuiteDeclaration suite)
    {
        IReadOnlyList<Scope>[] plan = Plan(bundle, suite);
        if (plan.Length != bundle.Manifest.Batches)
            yield return $"the cases make {plan.Length} batches, and the run is said to have {bundle.Manifest.Batches}";
        int before = 0;
        foreach (BatchOutput batch in bundle.Batches)
        {
            if (batch.Number == before)
                yield return $"batch {batch.Number} is there twice";
            else if (batch.Number < before || batch.Number > plan.Length)
                yield return $"batch {batch.Number} is out of order, or one that the run does not have";
            for (int missing = before + 1; missing < batch.Number && missing <= plan.Length; missing++)
                yield return $"batch {missing} is missing";
            before = Math.Clamp(batch.Number, before, plan.Length);
            if (batch.Number >= 1 && batch.Number <= plan.Length && !batch.Scopes.SequenceEqual(plan[batch.Number - 1].Select(s => s.Id)))
                yield return $"batch {batch.Number} has other cases than seed and size of batches give it";
        }

        for (int missing = before + 1; missing <= plan.Length; missing++)
            yield return $"batch {missing} is missing";
    }

    public static IEnumerable<string> Findings(Bundle bundle, SuiteDeclaration suite)
    {
        IReadOnlyList<Scope>[] plan = Plan(bundle, suite);
        bool hasInput = bundle.Batches.Any(b => b.Input is not null);
        foreach (BatchOutput batch in bundle.Batches)
        {
            if (!CanBe(batch))
                yield return $"batch {batch.Number} has a time, a size or a cost that cannot be";
            if (batch.Input is null == hasInput || batch.Input is { } hash && (hash.Length != 64 || !IsHex(hash)))
                yield return $"batch {batch.Number} does not say by a hash what was shown";
            if (batch.Number < 1 || batch.Number > plan.Length)
                continue;
            IReadOnlyList<Scope> scopes = plan[batch.Number - 1];
            var files = scopes.SelectMany(s => s.Files).ToHashSet(StringComparer.Ordinal);
            string[] targets = [.. scopes.Select(s => s.Cases[0].Target).Where(t => t.Length > 0).Select(t => t + "/")];
            bool IsOfBatch(string path) =>
                files.Contains(path) || IsPlain(path) && targets.Any(t => path.StartsWith(t, StringComparison.Ordinal));
            foreach (RawFinding finding in batch.Findings)
            {
                if (!IsOfBatch(finding.Path))
                    yield return $"a finding of batch {batch.Number} lies in {finding.Path}, which is no file of that batch";
                else if (!CanBe(finding))
                    yield return $"a finding of batch {batch.Number} in {finding.Path} has a line or weakness that cannot be, or words of its own";
            }

            foreach (Unseen unseen in batch.Unseen)
            {
                if (!IsOfBatch(unseen.Path))
                    yield return $"batch {batch.Number} did not look at {unseen.Path}, which is no file of that batch";
            }
        }
    }

    // Seed and size of batches alone decide, so that nobody can leave a batch out and number the rest anew.
    private static IReadOnlyList<Scope>[] Plan(Bundle bundle, SuiteDeclaration suite) =>
        [.. Scopes.Batches(Scopes.Shuffled(suite, bundle.Cases, bundle.Manifest.Seed), bundle.Manifest.FilesPerBatch)];

    private static bool CanBe(BatchOutput batch) =>
        batch.Seconds is >= 0 and <= MostSeconds
        && batch.PeakBytes is >= 0 and <= MostBytes
        && batch.Lines is >= 0 and <= MostTokens
        && batch.Spent is null or { TokensIn: >= 0 and <= MostTokens, TokensOut: >= 0 and <= MostTokens, Dollars: >= 0 and <= MostDollars }
        && batch.Machine is null or { Processors: >= 1 and <= 100_000 };

    private static bool CanBe(RawFinding finding) =>
        finding.Line is >= 0 and <= MostLines
        && finding.EndLine is >= 0 and <= MostLines
        && finding.Cwe is >= 0 and <= MostCwe
        && finding.FunctionLine is null or (>= 1 and <= MostLines)
        && finding.OtherCwes.Count <= MostOtherCwes
        && finding.OtherCwes.All(c => c is >= 0 and <= MostCwe)
        && IsMark(finding.Message)
        && IsMark(finding.Symbol);

    // Anything else might quote the suite's code.
    private static bool IsMark(string? text) => text is null || text.Length == 17 && text[0] == '#' && IsHex(text[1..]);

    private static bool IsHex(string text) => text.All(char.IsAsciiHexDigitLower);

    private static bool IsPlain(string path) =>
        path.Length > 0
        && path[0] != '/'
        && !path.Contains('\\', StringComparison.Ordinal)
        && !(path.Length > 1 && path[1] == ':')
        && !path.Split('/').Any(part => part is "" or "." or "..");
}
