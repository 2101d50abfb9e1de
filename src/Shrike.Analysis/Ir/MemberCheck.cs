namespace Shrike.Analysis.Ir;

/// <summary>What a declaration demands of a member, where the framework checks models against declarations.</summary>
/// <param name="Step">The member as a step of an access path; of a parameter, <see cref="ParameterStep"/>.</param>
/// <param name="Pattern">The whole value must match this regular expression; null: it must be one of a fixed list.</param>
public sealed record MemberCheck(int Step, string? Pattern)
{
    public static int ParameterStep(string symbol, string parameter) => MemberRef.StepOf($"parameter:{symbol}:{parameter}");
}
