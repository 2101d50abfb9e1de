using Shrike.Analysis.Findings;
using Shrike.Analysis.Rules;

namespace Shrike.Analysis.Taint;

/// <summary>One finding for one flaw: what is said of a value elsewhere, and more strongly, is not said again.</summary>
internal static class Distinct
{
    public static IEnumerable<Candidate> Of(IReadOnlyList<(Candidate Candidate, Severity? Lowered)> flows)
    {
        // Whether a file exists is a small question about a path that is opened two lines on.
        HashSet<(Rule, SourceSpan)> strong =
        [
            .. flows.Where(f => f.Lowered is null).Select(f => (f.Candidate.Rule, SourceOf(f.Candidate))),
        ];
        // To list a directory, or to write into a text in quotes, is a flaw of its own elsewhere, and a part of the stronger one here.
        HashSet<(Rule, SourceSpan, string)> nearby =
        [
            .. flows.Where(f => f.Lowered is null).Select(f => (f.Candidate.Rule, SourceOf(f.Candidate), f.Candidate.Symbol)),
        ];
        var once = new Dictionary<(Rule, SourceSpan, string), int>();
        var kept = new List<Candidate>();
        foreach ((Candidate candidate, Severity? lowered) in flows.OrderBy(f => f.Candidate.Where))
        {
            (Rule Rule, SourceSpan Source) key = (candidate.Rule, SourceOf(candidate));
            (Rule, SourceSpan, string) place = (key.Rule, key.Source, candidate.Where.Path);
            if (
                lowered is Severity.Low
                    ? strong.Contains(key)
                    : lowered is not null && nearby.Contains((key.Rule, key.Source, candidate.Symbol))
            )
                continue;
            if (key.Rule.Flow!.OncePerSource && !once.TryAdd(place, kept.Count))
                kept[once[place]] = WithFlows(kept[once[place]], candidate.Flows);
            else
                kept.Add(candidate);
        }

        return kept;
    }

    private const int MaxFlows = 8;

    private static Candidate WithFlows(Candidate candidate, IReadOnlyList<Flow> more) =>
        candidate.Flows.Count >= MaxFlows ? candidate : candidate with { Flows = [.. candidate.Flows.Concat(more).Take(MaxFlows)] };

    private static SourceSpan SourceOf(Candidate candidate) => candidate.Flows[0].Steps[0].Where;
}
