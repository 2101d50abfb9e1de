using Shrike.Bench.Runs;

namespace Shrike.Bench.Bundles;

/// <summary>Makes a bundle of a finished run. Messages and names of functions become marks that tell them apart and say nothing; what a
/// contestant wrote in its own words is cleaned of quotes, paths and the tester's names.</summary>
public static class BundleExport
{
    private const int MaxTester = 64;

    /// <param name="tester">What the tester wants to be called; null for nothing.</param>
    /// <exception cref="BundleException">The run is not finished, or cannot be shown without changing its score.</exception>
    public static Bundle Of(RunFolder folder, string program, string? tester, Privacy privacy)
    {
        ScoredRun run = ScoredRun.Of(folder);
        RefuseUnfinished(run);
        if (tester is not null && (tester.Trim().Length == 0 || tester.Length > MaxTester || tester.Any(BundleFile.IsUnprintable)))
            throw new BundleException($"a tester's name has 1 to {MaxTester} letters that can be printed");
        RunManifest manifest = Clean(folder.Manifest, privacy);
        BatchOutput[] batches = [.. folder.Outputs().Select(o => Clean(o, privacy))];
        ScoredRun shown = ScoredRun.Of(manifest, folder.Cases, batches);
        var scores = StatedScores.Of(shown);
        if (!Same(scores, StatedScores.Of(run)))
            throw new BundleException(
                "the names of rules hold paths or names of yours, and without them the score would be another; run the scanner with neutral names of rules"
            );
        return new Bundle
        {
            Format = Bundle.CurrentFormat,
            Program = program,
            Tester = tester?.Trim(),
            Manifest = manifest,
            Cases = folder.Cases,
            Batches = batches,
            Scores = scores,
            Seal = "",
        };
    }

    private static void RefuseUnfinished(ScoredRun run)
    {
        RunManifest manifest = run.Manifest;
        if (manifest.CannotRead is { } reason)
            throw new BundleException($"there is nothing to export: {reason}");
        if (manifest.Shard is { } shard)
            throw new BundleException($"this is shard {shard} of a run; make one of all with 'bench join' and export that");
        if (!run.IsComplete)
            throw new BundleException(
                $"the run is not finished, {run.BatchesDone} of {manifest.Batches} batches are done; the command that began it goes on"
            );
    }

    private static bool Same(StatedScores a, StatedScores b) => a.Rows.SequenceEqual(b.Rows) && a with { Rows = b.Rows } == b;

    private static RunManifest Clean(RunManifest manifest, Privacy privacy) =>
        manifest with
        {
            Contestant = privacy.Clean(manifest.Contestant),
            ContestantVersion = privacy.Clean(manifest.ContestantVersion),
            Machine = Clean(manifest.Machine, privacy),
            Settings = Clean(manifest.Settings, privacy),
            Model = manifest.Model is not { } model
                ? null
                : model with
                {
                    Name = privacy.Clean(model.Name),
                    Hash = Clean(model.Hash, privacy),
                    Quantisation = Clean(model.Quantisation, privacy),
                    Engine = Clean(model.Engine, privacy),
                    Prompts = Clean(model.Prompts, privacy),
                },
        };

    private static BatchOutput Clean(BatchOutput output, Privacy privacy) =>
        output with
        {
            Findings =
            [
                .. output.Findings.Select(f =>
                    f with
                    {
                        Rule = privacy.Clean(f.Rule),
                        Severity = privacy.Clean(f.Severity),
                        Symbol = f.Symbol is { } symbol ? Privacy.Mark(symbol) : null,
                        Message = f.Message is { } message ? Privacy.Mark(message) : null,
                    }
                ),
            ],
            Unseen = [.. output.Unseen.Select(u => u with { Reason = privacy.CleanOfCode(u.Reason) })],
            Machine = output.Machine is { } machine ? Clean(machine, privacy) : null,
        };

    private static Machine Clean(Machine machine, Privacy privacy) =>
        new(privacy.Clean(machine.System), privacy.Clean(machine.Architecture), machine.Processors, privacy.Clean(machine.Runtime));

    private static string? Clean(string? text, Privacy privacy) => text is null ? null : privacy.Clean(text);

    private static SortedDictionary<string, string>? Clean(IReadOnlyDictionary<string, string>? texts, Privacy privacy)
    {
        if (texts is null)
            return null;
        var clean = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, string text) in texts)
            clean[privacy.Clean(name)] = privacy.Clean(text);
        return clean;
    }
}
