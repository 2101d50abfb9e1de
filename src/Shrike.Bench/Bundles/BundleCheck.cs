using System.Globalization;
using Shrike.Bench.Contestants;
using Shrike.Bench.Runs;
using Shrike.Bench.Suites;

namespace Shrike.Bench.Bundles;

/// <summary>What a bundle was asked, and what does not add up.</summary>
/// <param name="Asked">In a few words, as a sentence begins.</param>
/// <param name="Problems">In sentences; empty when it adds up.</param>
/// <param name="Skipped">Why it could not be asked; null when it was.</param>
public sealed record Check(string Asked, IReadOnlyList<string> Problems, string? Skipped = null);

/// <summary>A bundle, looked through.</summary>
/// <param name="Run">Scored again; null where the bundle is too broken for that.</param>
public sealed record CheckedBundle(Bundle Bundle, ScoredRun? Run, IReadOnlyList<Check> Checks)
{
    /// <summary>What no look at a bundle can show, said wherever one passes.</summary>
    public const string Limits =
        "A bundle that adds up may still be made up: whoever writes one can seal it. That the tester ran what the manifest names, on that machine, in that time, and that the findings are what came out, is shown only by others who run the same and get the same (bench merge).";

    public IEnumerable<string> Problems => Checks.SelectMany(c => c.Problems);
    public bool AddsUp => !Problems.Any();
}

/// <summary>Looks a bundle through: first for what contradicts itself, then against the suite where it is at hand.</summary>
public static class BundleCheck
{
    /// <summary>More of a kind are counted only.</summary>
    private const int MostOfAKind = 10;
    private const double Rounding = 1e-9;

    // Findings and labels of one file meet each other when scored.
    private const long MostWork = 500_000_000;
    private const int MostCategories = 5_000;

    /// <param name="isSealed">As <see cref="BundleFile.Read"/> says.</param>
    public static CheckedBundle Of(Bundle bundle, bool isSealed)
    {
        var checks = new List<Check>
        {
            new(
                "The seal is that of the content",
                isSealed ? [] : ["the seal is not that of the content: something was changed after it was written"]
            ),
        };
        if (SuiteDeclarations.Find(bundle.Manifest.Suite) is not { } suite || suite.Id != bundle.Manifest.Suite)
        {
            checks.Add(new Check("The suite is known", [$"there is no suite '{bundle.Manifest.Suite}'"]));
            return new CheckedBundle(bundle, null, checks);
        }

        checks.Add(
            new Check(
                "The suite's commit is the one its published figures speak of",
                [.. Commit(bundle.Manifest, suite)],
                NoCommit(bundle, suite)
            )
        );
        checks.Add(Some("The labels are those the run was made with", BundleParts.Labels(bundle)));
        checks.Add(Some("The settings are ones that a run can have", BundleParts.Settings(bundle)));
        if (checks.Any(c => c.Problems.Count > 0 && c != checks[0] && c != checks[1]))
            return new CheckedBundle(bundle, null, checks);
        checks.Add(Some("Every batch is there once, with the cases it must have", BundleParts.Batches(bundle, suite)));
        checks.Add(Some("Findings lie in files of their batch, and numbers can be true", BundleParts.Findings(bundle, suite)));
        (ScoredRun? run, Check scored) = Scored(bundle, checks.Skip(2).All(c => c.Problems.Count == 0));
        checks.Add(scored);
        return new CheckedBundle(bundle, run, checks);
    }

    /// <summary>Also against the suite as it lies here. Files are laid out again in memory and compared by hash.</summary>
    /// <exception cref="SuiteException">There is no such suite.</exception>
    public static CheckedBundle Against(CheckedBundle one, string suitePath, CancellationToken cancel)
    {
        RunManifest manifest = one.Bundle.Manifest;
        if (one.Run is null)
            return one;
        Suite suite = SuiteCatalogue.Read(one.Run.Suite, suitePath, cancel);
        var runner = new Runner(suite, AnyReader.Instance, RunOptions.Of(manifest));
        var problems = new List<string>();
        if (suite.Revision is not null && manifest.SuiteRevision is not null && suite.Revision != manifest.SuiteRevision)
            problems.Add($"the run is of commit {manifest.SuiteRevision} of the suite, here lies {suite.Revision}");
        if (suite.Problems.Count != manifest.ProblemsOfSuite)
            problems.Add($"{manifest.ProblemsOfSuite} labels could not be used in the run, here it is {suite.Problems.Count}");
        if (runner.Manifest.LabelsHash != manifest.LabelsHash)
            problems.AddRange(Bounded(OtherLabels(one.Bundle.Cases, runner.Cases)));
        var checks = one.Checks.Append(new Check("The suite that lies here has the same labels", problems)).ToList();
        checks.Add(Input(one.Bundle, runner, problems.Count > 0, cancel));
        return one with { Checks = checks };
    }

    private static Check Input(Bundle bundle, Runner runner, bool isOther, CancellationToken cancel)
    {
        const string Asked = "The contestant was shown the files of the suite that lies here";
        RunManifest manifest = bundle.Manifest;
        if (bundle.Batches.All(b => b.Input is null))
            return new Check(Asked, [], "the contestant was not shown files by this program (a log was read)");
        if (isOther)
            return new Check(Asked, [], "the suite is another");
        if (manifest.Harness != runner.Manifest.Harness)
            return new Check(
                Asked,
                [],
                $"the input was laid out by build {manifest.Harness}, and this is {runner.Manifest.Harness}: they may blind differently"
            );
        return Some(
            Asked,
            bundle
                .Batches.Where(b => b.Number <= runner.Manifest.Batches && b.Input != runner.HashOfInput(b.Number, cancel))
                .Select(b => $"batch {b.Number} was shown other files, or others' content")
        );
    }

    private static IEnumerable<string> OtherLabels(IReadOnlyList<BenchCase> theirs, IReadOnlyList<BenchCase> ours)
    {
        yield return "the labels are not those of the suite that lies here";
        var here = ours.ToDictionary(c => c.Id, StringComparer.Ordinal);
        foreach (BenchCase one in theirs)
        {
            if (!here.Remove(one.Id, out BenchCase? other))
                yield return $"case {one.Id} is not in the suite";
            else if (RunFolder.HashOf([one]) != RunFolder.HashOf([other]))
                yield return $"case {one.Id} has another label in the suite";
        }

        foreach (string id in here.Keys.Order(StringComparer.Ordinal))
            yield return $"case {id} of the suite is missing";
    }

    private static IEnumerable<string> Commit(RunManifest manifest, SuiteDeclaration suite)
    {
        if (suite.Commit is { } commit && manifest.SuiteRevision is { } revision && !revision.StartsWith(commit, StringComparison.Ordinal))
            yield return $"the run is of commit {revision} of the suite; the published figures speak of {commit}";
    }

    private static string? NoCommit(Bundle bundle, SuiteDeclaration suite) =>
        suite.Commit is null ? "the suite has none"
        : bundle.Manifest.SuiteRevision is null ? "the tester's copy was no checkout, so only its labels can be compared"
        : null;

    private static (ScoredRun?, Check) Scored(Bundle bundle, bool isSound)
    {
        const string Asked = "Scored again from the findings, the scores are those that are stated";
        if (!isSound)
            return (null, new Check(Asked, [], "the parts do not fit together"));
        if (Work(bundle) is { } tooMuch)
            return (null, new Check(Asked, [tooMuch]));
        var run = ScoredRun.Of(bundle.Manifest, bundle.Cases, bundle.Batches);
        return (run, Some(Asked, Differences(bundle.Scores, StatedScores.Of(run))));
    }

    private static string? Work(Bundle bundle)
    {
        var labels = bundle
            .Cases.GroupBy(c => c.Path, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Sum(c => 1L + c.Places.Count + c.AcceptedCwes.Count), StringComparer.Ordinal);
        long work = bundle.Batches.SelectMany(b => b.Findings).Sum(f => labels.GetValueOrDefault(f.Path) * (1 + f.OtherCwes.Count));
        int categories = bundle
            .Cases.Select(c => c.Cwe)
            .Concat(bundle.Batches.SelectMany(b => b.Findings).Select(f => f.Cwe))
            .Distinct()
            .Count();
        return work > MostWork || categories > MostCategories
            ? "it cannot be scored: too many findings and labels in one file, or too many weaknesses"
            : null;
    }

    private static IEnumerable<string> Differences(StatedScores stated, StatedScores scored)
    {
        (string Name, double? Stated, double? Scored)[] figures =
        [
            ("the headline", stated.Main, scored.Main),
            ("mean TPR-FPR", stated.Macro, scored.Macro),
            ("precision", stated.Precision, scored.Precision),
            ("recall", stated.Recall, scored.Recall),
            ("F1", stated.F1, scored.F1),
            ("F2", stated.F2, scored.F2),
            ("the number of findings", stated.Findings, scored.Findings),
        ];
        foreach ((string name, double? said, double? is_) in figures)
        {
            if (said is null != is_ is null || Math.Abs((said ?? 0) - (is_ ?? 0)) is not <= Rounding)
                yield return $"{name} is stated as {Number(said)} and comes to {Number(is_)}";
        }

        if (stated.Rows.Count != scored.Rows.Count)
            yield return $"{stated.Rows.Count} categories are stated, and there are {scored.Rows.Count}";
        foreach ((StatedRow said, StatedRow row) in stated.Rows.Zip(scored.Rows))
        {
            if (said != row)
                yield return $"{row.Category} is stated as {Row(said)} and comes to {Row(row)}";
        }
    }

    private static string Number(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "nothing";

    private static string Row(StatedRow row) =>
        $"{row.Category} {row.TruePositives}/{row.FalseNegatives}/{row.FalsePositives}/{row.TrueNegatives}, {row.Extra} beside, {row.NotAnalysed} not analysed";

    private static Check Some(string asked, IEnumerable<string> problems) => new(asked, [.. Bounded(problems)]);

    private static IEnumerable<string> Bounded(IEnumerable<string> problems)
    {
        int count = 0;
        foreach (string problem in problems)
        {
            if (count++ < MostOfAKind)
                yield return problem;
        }

        if (count > MostOfAKind)
            yield return $"and {count - MostOfAKind} more of this kind";
    }
}
