using System.Text.RegularExpressions;
using Shrike.Analysis.Rules;

namespace Shrike.Tests.Rules;

public partial class CoverageTableTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "docs", "coverage.md"));

    private static IEnumerable<string[]> Rows() =>
        Lines
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| Rule |", StringComparison.Ordinal))
            .Select(line => line.Split('|')[1..^1].Select(cell => cell.Trim()).ToArray());

    [Fact]
    public void Every_row_names_a_rule_or_a_reason()
    {
        Assert.True(Rows().Count() > 200);
        Assert.All(
            Rows(),
            row =>
            {
                Assert.Equal(4, row.Length);
                Assert.True(row[2] == "—" ? row[3].Length > 0 : Ids(row).Any(), row[0]);
            }
        );
    }

    [Fact]
    public void Every_rule_named_is_in_the_catalogue()
    {
        RuleCatalogue catalogue = RuleCatalogue.BuiltIn();
        // Holds as soon as the catalogue is whole: flows, patterns and structure.
        Assert.SkipUnless(
            catalogue.Find("sql-injection") is not null && catalogue.Find("missing-authorization") is not null,
            "parts of the catalogue are missing"
        );
        Assert.All(Rows().SelectMany(Ids).Distinct(), id => Assert.True(catalogue.Find(id) is not null, $"no rule '{id}'"));
    }

    [Fact]
    public void The_counts_in_the_text_are_true()
    {
        int with = Rows().Count(row => Ids(row).Any());
        string text = string.Join(' ', Lines);
        Assert.Contains($"{with} rows have", text, StringComparison.Ordinal);
        Assert.Contains($"{Rows().Count() - with} have a reason", text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Ids(string[] row) => Id().Matches(row[2]).Select(match => match.Groups[1].Value);

    [GeneratedRegex("`([a-z][a-z0-9-]*)`", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
