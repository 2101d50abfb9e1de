using Shrike.Analysis.Findings;
using Shrike.Review;

namespace Shrike.Tests.Review;

public sealed class FingerprintsTests
{
    [Fact]
    public void Moved_lines_change_no_identity()
    {
        Finding before = Assert.Single(Made.Findings(Made.Candidate(10)));
        Finding after = Assert.Single(Made.Findings(Made.Candidate(900)));
        Assert.Equal(before.Fingerprint, after.Fingerprint);
        Assert.Equal(64, before.Fingerprint.Length);
        Assert.Equal(before.Fingerprint[..12], before.Id);
    }

    [Fact]
    public void Rule_path_symbol_and_snippet_each_make_another_identity()
    {
        Candidate[] all =
        [
            Made.Candidate(1),
            Made.Candidate(1, path: "b.cs"),
            Made.Candidate(1, rule: "xss"),
            Made.Candidate(1, symbol: "A.N()"),
            Made.Candidate(1, snippet: "Run(r)"),
        ];
        Assert.Equal(5, all.Select(c => Made.Findings(c)[0].Fingerprint).Distinct().Count());
    }

    [Fact]
    public void Equal_flaws_of_one_function_are_told_apart_by_their_order()
    {
        IReadOnlyList<Finding> both = Made.Findings(Made.Candidate(10), Made.Candidate(20));
        IReadOnlyList<Finding> moved = Made.Findings(Made.Candidate(110), Made.Candidate(120));
        Assert.Equal(2, both.Select(f => f.Fingerprint).Distinct().Count());
        Assert.Equal(both.Select(f => f.Fingerprint), moved.Select(f => f.Fingerprint));
    }

    [Fact]
    public void One_flaw_reached_by_many_paths_is_one_finding_that_lists_them_once()
    {
        Flow one = Made.Flow(Made.At(1), Made.At(5)),
            other = Made.Flow(Made.At(2), Made.At(5)),
            again = Made.Flow(Made.At(1), Made.At(5));
        Finding finding = Assert.Single(
            Made.Findings(Made.Candidate(5) with { Flows = [one] }, Made.Candidate(5) with { Flows = [other, again] })
        );
        Assert.Equal([1, 2], finding.Candidate.Flows.Select(f => f.Steps[0].Where.StartLine));
    }

    [Fact]
    public void The_most_severe_candidate_speaks_for_all_at_its_place()
    {
        Finding finding = Assert.Single(
            Made.Findings(
                Made.Candidate(5) with
                {
                    Severity = Severity.Low,
                },
                Made.Candidate(5) with
                {
                    Severity = Severity.High,
                    Message = "worse",
                }
            )
        );
        Assert.Equal((Severity.High, "worse"), (finding.Severity, finding.Candidate.Message));
    }

    [Fact]
    public void Refuted_and_undecided_candidates_are_no_findings()
    {
        Assert.Empty(Fingerprints.Findings([new Verdict.Refuted(Made.Candidate(1), "r"), new Verdict.Undecided(Made.Candidate(2), "u")]));
    }
}
