using Shrike.Analysis.Facts;
using Shrike.Analysis.Rules;
using Shrike.Analysis.Sources;
using Shrike.Review;
using Shrike.Tests.Rules;

namespace Shrike.Tests.Samples;

/// <summary>The samples' marks against what a scan finds: the same on every build.</summary>
public class FindingsTests
{
    public static TheoryData<string> Applications => ["Webshop", "Notes", "Intranet"];

    [Theory, MemberData(nameof(Applications))]
    public void Finds_what_is_marked_and_is_silent_on_the_twins(string application)
    {
        string samples = Path.Combine(RepositoryRoot.Path, "samples");
        Expectation[] expected = [.. Expectations.Read(samples).Where(e => e.Path.StartsWith(application + "/", StringComparison.Ordinal))];
        SourceTree tree = SourceTreeReader.Read(
            [Path.Combine(samples, application)],
            new SourceTreeOptions(),
            TestContext.Current.CancellationToken
        );
        ScanResult result = Scan.Run(
            tree,
            RuleCatalogue.BuiltIn(),
            new ScanOptions { Today = new DateOnly(2026, 1, 1) },
            null,
            TestContext.Current.CancellationToken
        );
        IReadOnlyList<string> differences = Expectations.Compare(
            expected,
            result.Findings.Select(f => ($"{application}/{f.Candidate.Where.Path}", f.Candidate.Where.StartLine, f.Candidate.Rule.Id))
        );
        string[] surprising = [.. differences.Where(d => !KnownGaps.Contains(d))];
        Assert.True(surprising.Length == 0, string.Join('\n', surprising));
        Assert.True(
            result.IsComplete,
            string.Join('\n', result.Ledger.Where(e => e.State is LedgerState.Failed or LedgerState.PartlyAnalysed))
        );
    }

    /// <summary>What the analysis does not manage yet; each is a mark that stays, so that a fix shows.</summary>
    private static readonly HashSet<string> KnownGaps = new(StringComparer.Ordinal)
    {
        "missed Notes/Storage/Attachments.cs:27 file-race", // deleting twice does no harm that the rule can show
        "missed Notes/Work/ConversionWorker.cs:35 os-command", // through a queue between threads
        "missed Webshop/Controllers/AccountController.cs:87 missing-antiforgery", // the write is in a private method
    };
}
