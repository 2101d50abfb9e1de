using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using NJsonSchema;
using Shrike.Bench.Reports;
using Shrike.Bench.Reports.Html;
using Shrike.Bench.Runs;
using Shrike.Bench.Scoring;
using Shrike.Bench.Suites;
using Shrike.Tests.Rules;

namespace Shrike.Tests.Bench;

/// <summary>Reports over runs whose every text tries to break out.</summary>
public sealed class BenchReportTests : IDisposable
{
    private const string Hostile = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'|`\u202e\u001b[31m";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("shrike-bench-report-");

    public void Dispose() => folder.Delete(recursive: true);

    private static BenchCase[] Cases() =>
        [
            Given.Case("CASTLE-22-1", 22, true, "a.c", 4),
            Given.Case("CASTLE-22-7", 22, false, "b.c"),
            Given.Case("CASTLE-787-1", 787, true, "<b>&.c", 2),
            Given.Case("CASTLE-787-2", 787, true, "gone.c", 2),
        ];

    private static ScoredRun Run(string name, IReadOnlyList<BatchOutput> outputs, int batches = 1)
    {
        BenchCase[] cases = Cases();
        return ScoredRun.Of(
            new RunManifest
            {
                Suite = "castle",
                LabelsHash = RunFolder.HashOf(cases),
                Contestant = name,
                ContestantVersion = "1",
                Seed = 1,
                Blinded = true,
                FilesPerBatch = 500,
                Batches = batches,
                Cases = cases.Length,
                Machine = Machine.Unknown,
            },
            cases,
            outputs
        );
    }

    private static ScoredRun Run(string name, params RawFinding[] findings) =>
        Run(
            name,
            [
                new BatchOutput
                {
                    Number = 1,
                    Scopes = ["a.c", "b.c", "<b>&.c", "gone.c"],
                    Findings = findings,
                    Lines = 1000,
                    Seconds = 2.5,
                    PeakBytes = 1 << 20,
                },
            ]
        );

    private static ScoredRun[] Two() =>
        [
            Run("one", Given.Finding("a.c", 4, 23) with { Message = Hostile, Rule = Hostile }, Given.Finding("b.c", 1, 89)),
            Run(Hostile, Given.Finding("<b>&.c", 2, 121) with { Message = Hostile }, Given.Finding("a.c", 9, 0)),
        ];

    private Suite Suite()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "a.c"), $"one\ntwo\nthree\nfour {Hostile}\nfive\n");
        File.WriteAllText(Path.Combine(folder.FullName, "b.c"), string.Concat(Enumerable.Range(1, 5000).Select(i => $"line {i};\n")));
        return new Suite(SuiteDeclarations.Find("castle")!, folder.FullName, Cases(), [], null);
    }

    private static string Html(IReadOnlyList<ScoredRun> runs, Suite? suite = null, int most = 300)
    {
        var text = new StringWriter();
        BenchHtml.Write(runs, suite, most, "0", text);
        return text.ToString();
    }

    [Fact]
    public void A_page_is_whole_and_asks_for_nothing()
    {
        string html = Html(Two(), Suite());
        string style = Regex.Match(html, "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value;
        string script = Regex.Match(html, "<script>(.*)</script>", RegexOptions.Singleline).Groups[1].Value;
        foreach (string text in (string[])[style, script])
            Assert.Contains(
                "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
                html,
                StringComparison.Ordinal
            );
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)<[^>]* (on[a-z]+|style|src|xlink:href)=", html.Replace(script, "", StringComparison.Ordinal));
        Assert.DoesNotMatch("(?i)url\\(|@import|https?://", html);
    }

    [Fact]
    public void Nothing_hostile_gets_out_of_its_place()
    {
        string html = Html(Two(), Suite());
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)</script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>&.c", html, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x onerror=alert(2)&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', html);
        Assert.DoesNotContain('\u001b', html);
        Assert.Single(Regex.Matches(html, "<script"));
        string[] ids = [.. Regex.Matches(html, " id=\"([^\"]*)\"").Select(m => m.Groups[1].Value)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(Regex.Matches(html, "href=\"#([^\"]*)\"").Select(m => m.Groups[1].Value), target => Assert.Contains(target, ids));
    }

    [Fact]
    public void Coverage_comes_before_any_figure()
    {
        ScoredRun half = Run("half", [], batches: 1);
        string html = Html([half, .. Two()]);
        int said = html.IndexOf("unfinished: 0 of 1 batch", StringComparison.Ordinal);
        Assert.InRange(said, 1, html.IndexOf("id=\"table\"", StringComparison.Ordinal));
        Assert.DoesNotContain("were looked at by all", html, StringComparison.Ordinal);
        Assert.Contains("All 4 cases were looked at by all 2 contestants.", Html(Two()), StringComparison.Ordinal);
        var markdown = new StringWriter();
        BenchMarkdown.Write([half, .. Two()], markdown);
        Assert.Matches("(?s)Not all of it was analysed:.*unfinished.*\\| Contestant", markdown.ToString());
    }

    [Fact]
    public void Cases_in_dispute_come_first_and_the_limit_is_said()
    {
        string html = Html(Two(), Suite());
        string[] cases =
        [
            .. Regex.Matches(html, "id=\"case-([^\"]*)\" data-kind=\"([a-z]*)\"").Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value}"),
        ];
        Assert.Equal(["CASTLE-22-1 disagreed", "CASTLE-22-7 disagreed", "CASTLE-787-1 disagreed", "CASTLE-787-2 wrong"], cases);
        Assert.Contains("3 on which contestants disagree, 1 wrong, 0 right by all. All are shown", html, StringComparison.Ordinal);
        Assert.Contains("Shown are the first 2 of 4", Html(Two(), Suite(), most: 2), StringComparison.Ordinal);
    }

    [Fact]
    public void Code_is_shown_with_its_label_and_bounded()
    {
        string html = Html(Two(), Suite());
        Assert.Matches("<div class=\"l hit\"><span class=\"n\">4<span class=\"unseen\"> label</span></span><code>four ", html);
        Assert.Contains("The file is not below the suite’s folder", html, StringComparison.Ordinal);
        Assert.DoesNotContain("line 4000;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"code\"", Html(Two()), StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_keeps_its_table()
    {
        var text = new StringWriter();
        BenchMarkdown.Write(Two(), text);
        string[] rows = [.. text.ToString().Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Take(4)];
        int[] cells = [.. rows.Select(r => Regex.Count(r, @"(?<!\\)\|"))];
        Assert.Single(cells.Distinct());
        Assert.DoesNotMatch(@"(?<!\\)[<`]", text.ToString());
    }

    [Fact]
    public async Task Json_obeys_the_published_schema()
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(
            Path.Combine(RepositoryRoot.Path, "docs", "bench.schema.json"),
            TestContext.Current.CancellationToken
        );
        ScoredRun[] two = Two();
        var one = new StringWriter();
        BenchJson.Write(two[0], one);
        var field = new StringWriter();
        BenchJson.Write(RunField.Of(two), field);
        foreach (string json in (string[])[one.ToString(), field.ToString()])
            Assert.Empty(schema.Validate(json).Select(e => $"{e.Path} {e.Kind}"));
        Assert.NotEmpty(schema.Validate(one.ToString().Replace("\"headline\"", "\"topline\"", StringComparison.Ordinal)));
        Assert.NotEmpty(schema.Validate(field.ToString().Replace("\"gains\"", "\"pains\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_suite_that_nobody_reads_is_no_error()
    {
        ScoredRun none = Run("none", []);
        none = none with { Manifest = none.Manifest with { CannotRead = "none cannot read C" } };
        Assert.Contains("none: not scored: none cannot read C", Html([none]), StringComparison.Ordinal);
        BenchMarkdown.Write([none], new StringWriter());
    }
}
