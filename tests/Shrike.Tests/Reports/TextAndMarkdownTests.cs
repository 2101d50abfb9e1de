using System.Text.RegularExpressions;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Review;
using Shrike.Review.Reports;

namespace Shrike.Tests.Reports;

public class TextAndMarkdownTests
{
    private static readonly string Nasty = "\u001b[2J\u001b]0;x\u0007\r\n\t\u202e\u2066\u200b\ud83d\ud83d\ude00\u0000\u009b31m\udb40\udc41";

    [Fact]
    public void Nothing_invisible_reaches_a_terminal()
    {
        string text = Shop.Render(new TextReport(), Everywhere(Nasty));
        Assert.DoesNotContain(text, c => (char.IsControl(c) && c != '\n') || c is '\u202e' or '\u2066' or '\u200b' or '\u009b');
        Assert.DoesNotContain("\udb40\udc41", text, StringComparison.Ordinal);
        Assert.Contains("\\u001b[2J", text, StringComparison.Ordinal);
        Assert.Contains("\ud83d\ude00", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Colour_comes_from_us_alone_and_only_when_asked()
    {
        Assert.DoesNotContain('\u001b', Shop.Render(new TextReport()));
        string colored = Shop.Render(new TextReport(), Everywhere(Nasty), color: true);
        Assert.Contains('\u001b', colored);
        Assert.Empty(Regex.Matches(colored, "\u001b(?!\\[[0-9;]{1,6}m)"));
        Assert.Equal(Shop.Render(new TextReport()), Regex.Replace(Shop.Render(new TextReport(), color: true), "\u001b\\[[0-9;]*m", ""));
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(10, 4)]
    [InlineData(150, 20)]
    [InlineData(380, 20)]
    [InlineData(300, 300)]
    public void Caret_stands_under_its_span_however_long_the_line(int column, int length)
    {
        string line = string.Concat(Enumerable.Range(0, 400).Select(i => (char)('a' + (i % 26))));
        int end = Math.Min(line.Length, column + length);
        (string shown, int from, int to) = TextReport.Window(line, new SourceSpan("a.cs", 1, column + 1, 1, end + 1), 92);
        Assert.InRange(shown.Length, 1, 92);
        Assert.True(to > from);
        Assert.StartsWith(shown[from..to], line[column..end]);
    }

    [Fact]
    public void Caret_counts_what_escapes_take()
    {
        (string shown, int from, int to) = TextReport.Window("\tx = \u202e;", new SourceSpan("a.cs", 1, 6, 1, 7), 92);
        Assert.Equal("    x = \\u202e;", shown);
        Assert.Equal("\\u202e", shown[from..to]);
    }

    [Fact]
    public void Carets_and_words_of_a_step_stand_under_its_code()
    {
        string[] lines = Shop.Render(new TextReport()).Split('\n');
        int line = Array.FindIndex(lines, l => l.Contains("   15 │         return View(store.Find(filter));", StringComparison.Ordinal));
        Assert.Equal(
            lines[line].IndexOf("store.Find(filter)", StringComparison.Ordinal),
            lines[line + 1].IndexOf("^^^^^^^^^^^^^^^^^^ 3. passed to OrderStore.Find", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Two_steps_on_one_line_show_it_once()
    {
        Finding finding = Shop.Result().Findings[0];
        Flow flow = finding.Candidate.Flows[0];
        flow = flow with { Steps = [flow.Steps[0], flow.Steps[0] with { Message = "and again" }] };
        string text = Shop.Render(
            new TextReport(),
            Shop.Result() with
            {
                Findings = [finding with { Candidate = finding.Candidate with { Flows = [flow] } }],
            }
        );
        Assert.Single(Regex.Matches(text, "11 │"));
        Assert.Contains("2. and again", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Coverage_counts_what_is_missing_out_of_all()
    {
        static LedgerEntry File(string name, LedgerState state) => new(LedgerKind.File, name, state, "reason");
        ScanResult result = Shop.Clean() with
        {
            Ledger =
            [
                File("a", LedgerState.Failed),
                File("b", LedgerState.Analysed),
                File("c", LedgerState.PartlyAnalysed),
                File("d", LedgerState.Skipped),
            ],
        };
        Assert.StartsWith(
            "Incomplete: 1 of 3 files could not be analysed, 1 only in part, 1 skipped",
            Summary.Coverage(result),
            StringComparison.Ordinal
        );
        ScanResult doors = Shop.Clean() with
        {
            Ledger =
            [
                File("b", LedgerState.Analysed),
                new LedgerEntry(LedgerKind.EntryPoint, "GET /", LedgerState.PartlyAnalysed, "its body was not found"),
            ],
        };
        Assert.StartsWith("Incomplete: 1 of 3 entry points not followed to the end", Summary.Coverage(doors), StringComparison.Ordinal);
        Assert.Contains("Nothing found in what was analysed.", Shop.Render(new TextReport(), doors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\u3164b\U000E0101c", "a\\u3164b\\ue0101c")]
    [InlineData("❤\uFE0F", "❤\uFE0F")]
    public void Letters_that_show_nothing_are_shown(string text, string expected) => Assert.Equal(expected, Visible.Text(text));

    [Fact]
    public void Comment_is_no_longer_than_a_comment_may_be()
    {
        Finding finding = Shop.Result().Findings[0];
        string text = Shop.Render(new MarkdownReport(), Shop.Result() with { Findings = [.. Enumerable.Repeat(finding, 3000)] });
        Assert.InRange(text.Length, 10_000, 65_000);
        Assert.Contains("more do not fit here", text, StringComparison.Ordinal);
        Assert.Equal(Regex.Count(text, "<details>"), Regex.Count(text, "</details>"));
    }

    [Fact]
    public void Markdown_of_the_repository_stays_text()
    {
        const string Attack =
            "`a` | [x](http://evil.example/) ![i](https://evil.example/i.png) <img src=x> @team #12 **b** www.evil.example </details>\n# head";
        string text = Shop.Render(new MarkdownReport(), Everywhere(Attack));
        Assert.DoesNotContain("](", Regex.Replace(text, "\\\\.", ""), StringComparison.Ordinal);
        Assert.DoesNotMatch("(?<!\\\\)`", text);
        Assert.DoesNotMatch("<(?!/?(details|summary|b|code|br)>)", text);
        Assert.DoesNotMatch("(?<!&)[@#](?=[A-Za-z0-9])", text);
        Assert.DoesNotMatch("https?://|www\\.", text);
        foreach (string row in text.Split('\n').Where(l => l.StartsWith("| critical", StringComparison.Ordinal)))
            Assert.Equal(5, Regex.Count(row, "(?<!\\\\)\\|"));
    }

    /// <summary>Every text that a repository or a saved run can choose.</summary>
    private static ScanResult Everywhere(string text)
    {
        ScanResult result = Shop.Result();
        Finding finding = result.Findings[0];
        Candidate candidate = finding.Candidate;
        SourceSpan where = candidate.Where with { Path = text };
        return result with
        {
            Root = "/" + text,
            Findings =
            [
                finding with
                {
                    Candidate = candidate with
                    {
                        Rule = candidate.Rule with { Title = text, What = text, Why = text, Fix = text },
                        Message = text,
                        Where = where,
                        Symbol = text,
                        EntryPoint = candidate.EntryPoint! with
                        {
                            Display = text,
                            Guards = new() { Authorization = text },
                        },
                        Flows =
                        [
                            new Flow(SourceKind.Remote, text, [new FlowStep(where, text, text)]),
                            new Flow(SourceKind.Local, text, [new FlowStep(where, text, text)]),
                        ],
                    },
                },
            ],
            Suppressed = [],
            Narrowed = [text],
            Problems = [new(text, text)],
            Ledger = [new(Analysis.Facts.LedgerKind.File, text, Analysis.Facts.LedgerState.Failed, text)],
        };
    }
}
