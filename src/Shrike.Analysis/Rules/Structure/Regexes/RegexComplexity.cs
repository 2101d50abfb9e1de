using System.Text.RegularExpressions;

namespace Shrike.Analysis.Rules.Structure.Regexes;

/// <summary>How the time of a backtracking match can grow with the length of the input.</summary>
public enum RegexGrowth
{
    /// <summary>No ambiguity was found.</summary>
    Linear,

    /// <summary>Two loops that follow each other can share out the same text in many ways.</summary>
    Polynomial,

    /// <summary>A loop can match the same text in more than one way in each round.</summary>
    Exponential,

    /// <summary>The pattern is broken, or too large or too unusual to be judged.</summary>
    Unknown,
}

/// <summary>Judges a constant .NET regular expression by the ambiguity of its position automaton: a state that can
/// return to itself on one word along two paths makes backtracking exponential; two states, each looping on a word on
/// which the first also reaches the second, make it polynomial (Weideman et al., "Analyzing matching time behavior of
/// backtracking regular expression matchers by using ambiguity of NFA", 2016). Either counts only where the rest of the
/// pattern can still fail after the loop. Quadratic searching of an unanchored pattern is not counted: every search does it.</summary>
public static class RegexComplexity
{
    /// <param name="pattern">A constant; of any length, but long or deep ones are <see cref="RegexGrowth.Unknown"/>.</param>
    /// <param name="options">As given to the constructor or the static method.</param>
    public static RegexGrowth Of(string pattern, RegexOptions options = RegexOptions.None)
    {
        if ((options & RegexOptions.NonBacktracking) != 0)
            return RegexGrowth.Linear;
        if (RegexSyntax.Parse(pattern, options) is not { } syntax)
            return RegexGrowth.Unknown;

        RegexGrowth worst = RegexGrowth.Linear;
        foreach (RegexNode root in syntax.Roots)
        {
            RegexGrowth growth = RegexAmbiguity.Of(root);
            // Two ways for the same text, of which the look-around may leave one.
            if (growth == RegexGrowth.Exponential && root.LooksAroundInLoop)
                growth = RegexGrowth.Unknown;
            if (growth == RegexGrowth.Exponential)
                return growth;
            if (growth > worst)
                worst = growth;
        }

        return worst;
    }
}
