namespace Shrike.Analysis.Ir;

/// <summary>What a declaration demands of a member, where the framework checks models against declarations.</summary>
/// <param name="Member">The key of the member as a step of an access path; of a parameter, <see cref="OfParameter"/>.</param>
/// <param name="Pattern">The whole value must match this regular expression; null: it must be one of a fixed list.</param>
public sealed record MemberCheck(string Member, string? Pattern)
{
    /// <summary>The pattern of a member that may hold markup where the framework refuses it elsewhere: anything.</summary>
    public const string Markup = "(?s).*";

    public int Step => MemberRef.StepOf(Member);

    public static string OfParameter(string symbol, string parameter) => $"parameter:{symbol}:{parameter}";
}
