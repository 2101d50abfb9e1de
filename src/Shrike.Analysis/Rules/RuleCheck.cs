using System.Text.Json;
using System.Text.RegularExpressions;
using Shrike.Analysis.Findings;

namespace Shrike.Analysis.Rules;

/// <summary>What must hold of a rule file beyond its shape.</summary>
public static partial class RuleCheck
{
    /// <exception cref="JsonException">The rule cannot be used; the message names the field and the remedy.</exception>
    public static void Validate(Rule rule, string fileName)
    {
        Require(IdPattern().IsMatch(rule.Id), $"id '{rule.Id}' must be lower-case words joined by hyphens");
        Require(rule.Id == fileName, $"id '{rule.Id}' must equal the file's name '{fileName}'");
        Require(rule.Cwes.Count > 0, "cwes must name at least one weakness");
        Require(Cvss4.TryParse(rule.Cvss, out _), $"cvss '{rule.Cvss}' is not a CVSS v4.0 base vector");
        Require(rule.Kind != RuleKind.Flow || rule.Flow is not null, "a rule of kind 'flow' needs 'flow'");
        Require(rule.Kind != RuleKind.Pattern || rule.Patterns.Count > 0, "a rule of kind 'pattern' needs 'patterns'");

        IEnumerable<MemberSpec> members = rule.Patterns;
        if (rule.Flow is { } flow)
            members = members.Concat(flow.Sinks).Concat(flow.Sanitizers).Concat(flow.Guards).Concat(flow.OwnSources);
        foreach (MemberSpec member in members)
        {
            int given = new[] { member.Call, member.New, member.Get, member.Set }.Count(name => name is not null);
            Require(given == 1, $"each member needs exactly one of call, new, get and set: {member}");
            foreach (Condition condition in member.When)
            {
                RequireRegex(condition.Matches);
                RequireRegex(condition.NotMatches);
                Require(
                    condition.FrameworkBelow is null || Version.TryParse(condition.FrameworkBelow, out _),
                    $"frameworkBelow '{condition.FrameworkBelow}' must be a version such as 4.5.2"
                );
            }
        }

        RequireRegex(rule.Flow?.HarmlessAfter);
        foreach (PatternSpec pattern in rule.Patterns)
            RequireRegex(pattern.NameMatches);
    }

    private static void RequireRegex(string? pattern)
    {
        if (pattern is null)
            return;
        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new JsonException($"pattern '{pattern}' cannot be used: {e.Message}");
        }
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
            throw new JsonException(message);
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();
}
