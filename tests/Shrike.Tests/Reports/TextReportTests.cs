using System.Globalization;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Review;
using Shrike.Review.Reports;

namespace Shrike.Tests.Reports;

public class TextReportTests
{
    private static string[] Lines(ScanResult result, ReportContext? context = null) => Shop.Render(new TextReport(), result, context).Split('\n');

    [Fact]
    public void Looks_as_agreed() => Golden.Check("shop.txt", Shop.Render(new TextReport(), Shop.Result));

    [Fact]
    public void Looks_as_agreed_when_clean() => Golden.Check("clean.txt", Shop.Render(new TextReport(), Shop.Clean));

    [Fact]
    public void Coverage_is_told_before_the_count()
    {
        string[] lines = Lines(Shop.Result);
        int coverage = Array.FindIndex(lines, l => l.StartsWith("Incomplete: 1 of 5 files could not be analysed, 1 only in part, 1 of 3 entry points", StringComparison.Ordinal));
        int findings = Array.FindIndex(lines, l => l.StartsWith("7 findings:", StringComparison.Ordinal));
        Assert.InRange(coverage, 0, findings);
    }

    [Fact]
    public void Clean_is_said_only_of_a_complete_scan()
    {
        Assert.Contains("Nothing found.", Lines(Shop.Clean));
        ScanResult incomplete = Shop.Clean with { Ledger = [.. Shop.Clean.Ledger, new LedgerEntry(LedgerKind.File, "x.cs", LedgerState.Failed, "unreadable")] };
        Assert.DoesNotContain("Nothing found.", Lines(incomplete));
        Assert.Contains("Nothing found in what was analysed.", Lines(incomplete));
        Assert.DoesNotContain("Nothing found.", Lines(Shop.Clean with { Ledger = [] }));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nothing_in_the_output_is_obeyed_by_a_terminal_but_our_own_colours(bool color)
    {
        string text = Shop.Render(new TextReport(), Shop.Result, Shop.Context with { Color = color });
        string plain = System.Text.RegularExpressions.Regex.Replace(text, "\e\\[(0|1|2|31|33|36|1;3[1356])m", "");
        Assert.Equal(color, plain != text);
        Assert.DoesNotContain(plain.EnumerateRunes(), rune => rune.Value != '\n' && System.Text.Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format);
        Assert.Contains("\\u202e", plain, StringComparison.Ordinal);
        Assert.Contains("\\u0e0041", plain, StringComparison.Ordinal);
    }

    [Fact]
    public void Carets_stand_under_the_span()
    {
        string[] lines = Lines(Shop.Result);
        int line = Array.FindIndex(lines, l => l.Contains("│         sql.Append(term);", StringComparison.Ordinal));
        int start = lines[line].IndexOf("sql.Append(term)", StringComparison.Ordinal);
        Assert.Equal(start, lines[line + 1].IndexOf('^', StringComparison.Ordinal));
        Assert.Equal("sql.Append(term)".Length, lines[line + 1].Count(c => c == '^'));
    }

    [Fact]
    public void A_long_path_is_folded_unless_asked()
    {
        Finding finding = Shop.Result.Findings[2];
        Assert.Contains(Lines(Shop.Result), l => l.Contains("8 more steps", StringComparison.Ordinal));
        using var whole = new StringWriter();
        TextReport.WriteFinding(finding, Shop.Context, color: false, whole, foldSteps: false);
        Assert.Contains("20. opened", whole.ToString(), StringComparison.Ordinal);
        Assert.Contains("10. handed on", whole.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_span_is_seen_even_at_the_end_of_a_huge_line()
    {
        string line = new string('x', 5_000_000) + "Danger(input)" + new string('y', 100_000);
        var where = new SourceSpan("big.cs", 1, 5_000_001, 1, 5_000_014);
        Finding finding = Shop.Result.Findings[5];
        finding = finding with { Candidate = finding.Candidate with { Where = where } };
        string[] lines = Lines(Shop.Clean with { Findings = [finding] }, Shop.Context with { Lines = _ => [line] });
        Assert.Contains(lines, l => l.Contains("Danger(input)", StringComparison.Ordinal) && l.Length <= 110);
    }

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(1, 500, 1, 600)]
    [InlineData(99, 1, 99, 2)]
    [InlineData(1, 3, 5, 1)]
    [InlineData(1, 9, 1, 2)]
    public void A_span_that_fits_no_text_is_shown_without_failing(int startLine, int startColumn, int endLine, int endColumn)
    {
        Finding finding = Shop.Result.Findings[5];
        finding = finding with { Candidate = finding.Candidate with { Where = new SourceSpan(Shop.Store, startLine, startColumn, endLine, endColumn) } };
        foreach (IReport report in (IReport[])[new TextReport(), new HtmlReport(), new MarkdownReport(), new SarifReport(), new JsonReport()])
            Assert.Contains("MD5", Shop.Render(report, Shop.Clean with { Findings = [finding] }), StringComparison.Ordinal);
    }
}
