using System.Text;

namespace Shrike.Analysis.Sources;

/// <summary>`$(Property)` and the simplest of MSBuild's conditions, as data: no function is called, nothing is looked up outside the
/// given properties.</summary>
internal static class ProjectCondition
{
    private const int MaxRounds = 8;
    private const int MaxLength = 4000;

    /// <summary>The text with what is known put in; unknown properties stay as they are written.</summary>
    public static string Expand(string text, Func<string, string?> property)
    {
        for (int round = 0; round < MaxRounds && text.Contains("$(", StringComparison.Ordinal); round++)
        {
            string next = Once(text, property);
            if (next == text || next.Length > MaxLength)
                break;
            text = next;
        }

        return text;
    }

    private static string Once(string text, Func<string, string?> property)
    {
        var expanded = new StringBuilder();
        int at = 0;
        while (text.IndexOf("$(", at, StringComparison.Ordinal) is >= 0 and var start && text.IndexOf(')', start) is > 0 and var end)
        {
            string name = text[(start + 2)..end];
            expanded.Append(text, at, start - at).Append(property(name) ?? text[start..(end + 1)]);
            at = end + 1;
        }

        return expanded.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Whether the condition fails for certain: `'a' == 'b'` and `'a' != 'b'`, joined by `and` and `or`. What is not
    /// understood may hold.</summary>
    public static bool Fails(string? condition, Func<string, string?> property)
    {
        if (condition is null || condition.Length > MaxLength)
            return false;
        string[] choices = Split(condition, " or ");
        return (choices.Length == 1 || !HasGroups(condition))
            && Array.TrueForAll(choices, choice => Split(choice, " and ").Any(part => OneFails(part, property)));
    }

    /// <summary>For who switches it on with a property of their own, `'$(X)' == 'true'`: a build by itself does not.</summary>
    public static bool IsOnRequest(string? condition, Func<string, string?> property) =>
        condition is not null
        && condition.Contains("true", StringComparison.OrdinalIgnoreCase)
        && Expand(condition, property)
            .Replace(" ", "", StringComparison.Ordinal)
            .Contains(")'=='true'", StringComparison.OrdinalIgnoreCase);

    private static string[] Split(string text, string word)
    {
        if (!text.Contains(word, StringComparison.OrdinalIgnoreCase))
            return [text.Trim()];
        return text.Replace(word, word, StringComparison.OrdinalIgnoreCase).Split(word, StringSplitOptions.TrimEntries);
    }

    /// <summary>A parenthesis that is not part of `$(X)`.</summary>
    private static bool HasGroups(string condition)
    {
        for (int i = 0; i < condition.Length; i++)
        {
            if (condition[i] == '(' && (i == 0 || condition[i - 1] != '$'))
                return true;
        }

        return false;
    }

    private static bool OneFails(string part, Func<string, string?> property)
    {
        bool isEqual = part.Contains("==", StringComparison.Ordinal);
        string[] sides = part.Split(isEqual ? "==" : "!=", StringSplitOptions.TrimEntries);
        if (sides.Length != 2 || !sides.All(IsQuoted))
            return false;
        string left = Expand(sides[0], property),
            right = Expand(sides[1], property);
        return !left.Contains("$(", StringComparison.Ordinal)
            && !right.Contains("$(", StringComparison.Ordinal)
            && left.Equals(right, StringComparison.OrdinalIgnoreCase) != isEqual;
    }

    private static bool IsQuoted(string side) =>
        side.Length >= 2 && side[0] == '\'' && side[^1] == '\'' && side.AsSpan()[1..^1].IndexOf('\'') < 0;
}
