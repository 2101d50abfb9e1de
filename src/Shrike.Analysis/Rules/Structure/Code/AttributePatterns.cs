using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Sources;

namespace Shrike.Analysis.Rules.Structure.Code;

/// <summary>Patterns that concern attributes: <c>new</c> on an attribute's type matches where it is applied, <c>set</c> where
/// a named argument is given. Attributes are metadata, so that the patterns over instructions do not see them.</summary>
public static class AttributePatterns
{
    private const string Suffix = "Attribute";

    private static readonly ConditionalWeakTable<RuleCatalogue, ILookup<string, (Rule Rule, PatternSpec Pattern)>> Known = [];

    /// <param name="root">The file's syntax; attributes are matched by simple name.</param>
    public static IEnumerable<Candidate> Find(SyntaxNode root, SourceFile file, RuleCatalogue rules)
    {
        ILookup<string, (Rule Rule, PatternSpec Pattern)> wanted = Known.GetValue(rules, OfCatalogue);
        foreach (
            AttributeSyntax attribute in root.DescendantNodes(node => node is not (StatementSyntax or ExpressionSyntax))
                .OfType<AttributeSyntax>()
        )
        {
            string name = SimpleName(attribute.Name);
            var reported = new HashSet<string>();
            foreach ((Rule rule, PatternSpec pattern) in wanted[name.EndsWith(Suffix, StringComparison.Ordinal) ? name : name + Suffix])
            {
                if (Fits(attribute, pattern) && reported.Add(rule.Id))
                    yield return CodePlace.Candidate(
                        rule,
                        file,
                        attribute,
                        pattern.Says ?? rule.Message,
                        cwe: pattern.Cwe,
                        severity: pattern.Severity
                    );
            }
        }
    }

    private static ILookup<string, (Rule Rule, PatternSpec Pattern)> OfCatalogue(RuleCatalogue rules) =>
        rules
            .Rules.SelectMany(rule => rule.Patterns.Select(pattern => (Rule: rule, Pattern: pattern)))
            .Where(entry => AttributeOf(entry.Pattern) is not null)
            .ToLookup(entry => AttributeOf(entry.Pattern)!, StringComparer.Ordinal);

    /// <summary>The simple name of the attribute that a pattern is about, or null when it is about something else.</summary>
    private static string? AttributeOf(PatternSpec pattern)
    {
        string? type = pattern.New ?? (pattern.Set is { } set ? set[..Math.Max(set.LastIndexOf('.'), 0)] : null);
        type = type?[(type.LastIndexOf('.') + 1)..];
        return type?.EndsWith(Suffix, StringComparison.Ordinal) == true ? type : null;
    }

    private static string SimpleName(NameSyntax name) =>
        name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };

    private static bool Fits(AttributeSyntax attribute, PatternSpec pattern)
    {
        ExpressionSyntax? assigned = null;
        if (pattern.Set is { } set && (assigned = Named(attribute, set[(set.LastIndexOf('.') + 1)..])) is null)
            return false;
        if (
            pattern.OnlyIfSet is { } only
            && !only.All(p => Named(attribute, p.Key) is { } value && Text(value).Equals(p.Value, StringComparison.OrdinalIgnoreCase))
        )
            return false;
        if (
            pattern.UnlessSet is { } unless
            && unless.Any(p => Named(attribute, p.Key) is { } value && Text(value).Equals(p.Value, StringComparison.OrdinalIgnoreCase))
        )
            return false;
        return pattern.When.All(condition => Holds(condition, condition.Arg == "value" ? assigned : Argument(attribute, condition.Arg)));
    }

    private static ExpressionSyntax? Named(AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression;

    private static ExpressionSyntax? Argument(AttributeSyntax attribute, string word)
    {
        AttributeArgumentSyntax[] given = [.. attribute.ArgumentList?.Arguments.Where(argument => argument.NameEquals is null) ?? []];
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int index))
            return index < given.Length ? given[index].Expression : null;
        return given.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == word)?.Expression;
    }

    private static bool Holds(Condition condition, ExpressionSyntax? argument)
    {
        if (condition.Given is { } given)
            return given == argument is not null;
        if (argument is null)
            return condition.Unknown;
        string text = Text(argument);
        if (condition.Is is { } wanted && !text.Equals(wanted, StringComparison.OrdinalIgnoreCase))
            return false;
        if (condition.IsNot is { } unwanted && text.Equals(unwanted, StringComparison.OrdinalIgnoreCase))
            return false;
        if (condition.Matches is { } matches && !IsMatch(matches, text))
            return false;
        if (condition.NotMatches is { } notMatches && IsMatch(notMatches, text))
            return false;
        if (condition.LessThan is null && condition.AtLeast is null)
            return true;
        return double.TryParse(text, CultureInfo.InvariantCulture, out double number)
            && !(number >= condition.LessThan)
            && !(number < condition.AtLeast);
    }

    private static bool IsMatch(string pattern, string text) =>
        Regex.IsMatch(text, pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>The value of a literal; the text of anything else ("TypeNameHandling.All").</summary>
    private static string Text(ExpressionSyntax expression) =>
        expression switch
        {
            LiteralExpressionSyntax { Token.Value: { } value } => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
            _ => expression.ToString(),
        };
}
