using Shrike.Analysis.Findings;

namespace Shrike.Review;

/// <summary>What review makes of a candidate; each with its reason.</summary>
public abstract record Verdict(Candidate Candidate, string Reason)
{
    public sealed record Confirmed(Candidate Candidate, string Reason) : Verdict(Candidate, Reason);

    public sealed record Refuted(Candidate Candidate, string Reason) : Verdict(Candidate, Reason);

    /// <summary>Not decided (no answer, a refusal, a spent budget): never the same as safe.</summary>
    public sealed record Undecided(Candidate Candidate, string Reason) : Verdict(Candidate, Reason);
}

/// <summary>Without a model the rules' own evidence decides: a path or a telling place was shown.</summary>
public static class RuleReviewer
{
    public static Verdict Review(Candidate candidate) =>
        new Verdict.Confirmed(candidate, candidate.Flows.Count > 0 ? "a path from source to sink was found" : "the place itself shows it");
}
