using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Shrike.Analysis.Findings;
using Shrike.Review;
using Shrike.Review.Reports;
using Shrike.Review.Reports.Html;

namespace Shrike.Tests.Reports;

public class HtmlReportTests
{
    private static readonly string Html = Shop.Render(new HtmlReport());

    private static string Body(string html) => Regex.Replace(html, "<(style|script)>.*?</\\1>", "", RegexOptions.Singleline);

    [Fact]
    public void Nothing_is_fetched()
    {
        Assert.DoesNotMatch("<(link|img|iframe|object|embed|base|form|video|audio)\\b", Html);
        Assert.DoesNotMatch("\\bsrc=\"", Html);
        Assert.DoesNotMatch("url\\(|@import", Html);
    }

    [Fact]
    public void No_handler_and_no_style_stands_in_an_attribute() => Assert.DoesNotMatch("<[^>]*\\s(on[a-z]+|style)=", Body(Html));

    [Fact]
    public void Only_the_own_style_and_script_are_allowed()
    {
        foreach (string tag in (string[])["style", "script"])
        {
            string content = Assert.Single(Regex.Matches(Html, $"<{tag}>(.*?)</{tag}>", RegexOptions.Singleline)).Groups[1].Value;
            string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
            Assert.Contains($"{tag}-src 'sha256-{hash}'", Html, StringComparison.Ordinal);
        }

        Assert.Contains("default-src 'none'", Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_text_is_shown_and_not_obeyed()
    {
        string body = Body(Html);
        Assert.DoesNotContain("<img", body, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)</script>", body, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", body, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt;", body, StringComparison.Ordinal);
        Assert.DoesNotContain(body, c => c is '\u202e' or '\u001b' or '\u0007');
        Assert.Contains("\\u202e", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_tag_is_closed_and_every_id_is_unique()
    {
        var open = new Stack<string>();
        foreach (Match tag in Regex.Matches(Body(Html), "<(/?)([a-z0-9]+)\\b[^>]*?(/?)>"))
        {
            string name = tag.Groups[2].Value;
            if (name is "meta" or "br" or "input" || tag.Groups[3].Value == "/")
                continue;
            if (tag.Groups[1].Value.Length == 0)
                open.Push(name);
            else
                Assert.Equal(open.Pop(), name);
        }

        Assert.Empty(open);
        string[] ids = [.. Regex.Matches(Body(Html), "\\sid=\"([^\"]*)\"").Select(m => m.Groups[1].Value)];
        Assert.Equal(ids.Distinct(), ids);
        foreach (Match link in Regex.Matches(Body(Html), "href=\"#([^\"]*)\""))
            Assert.Contains(link.Groups[1].Value, ids);
    }

    [Fact]
    public void Steps_follow_each_other_down_the_page()
    {
        string finding = Regex.Match(Html, "<details class=\"finding critical\".*?</details>", RegexOptions.Singleline).Value;
        string[] numbers = [.. Regex.Matches(finding, "<div class=\"say[ a-z]*\"><b>(\\d+)</b>").Select(m => m.Groups[1].Value)];
        Assert.Equal(["1", "2", "3", "4", "5"], numbers);
        Assert.Equal(2, Regex.Count(finding, "class=\"excerpt\""));
        Assert.Contains("<mark>", finding, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_line_of_code_is_shown_once_within_an_excerpt()
    {
        foreach (
            Match excerpt in Regex.Matches(
                Html,
                "<div class=\"excerpt\">.*?(?=<div class=\"excerpt\">|</details>)",
                RegexOptions.Singleline
            )
        )
        {
            int[] numbers = [.. Regex.Matches(excerpt.Value, "<span class=\"n\">(\\d+)</span>").Select(m => int.Parse(m.Groups[1].Value))];
            Assert.Equal(numbers.Order().Distinct(), numbers);
        }
    }

    [Fact]
    public void Coverage_comes_first_and_names_what_is_missing()
    {
        Assert.True(Html.IndexOf("Incomplete:", StringComparison.Ordinal) < Html.IndexOf("class=\"counts\"", StringComparison.Ordinal));
        Assert.Contains("Legacy/Import.cs", Html, StringComparison.Ordinal);
        Assert.Contains("permission denied", Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Unreadable_sources_and_spans_outside_the_text_are_survived()
    {
        Finding finding = Shop.Result().Findings[0];
        foreach (
            SourceSpan where in (SourceSpan[])
                [
                    new("gone.cs", 1, 1, 1, 2),
                    new("Endpoints.cs", 900, 1, 900, 9),
                    new("Endpoints.cs", 1, 5000, 1, 9000),
                    new("Endpoints.cs", 2, 9, 1, 1),
                    new("Endpoints.cs", 1, 1, 1_000_000, 5),
                ]
        )
        {
            var flow = new Flow(SourceKind.Remote, "x", [new FlowStep(where, "a", "f"), new FlowStep(where, "b", "f")]);
            ScanResult result = Shop.Result() with
            {
                Findings = [finding with { Candidate = finding.Candidate with { Where = where, Flows = [flow] } }],
            };
            foreach (
                IReport report in (IReport[])[new HtmlReport(), new TextReport(), new MarkdownReport(), new SarifReport(), new JsonReport()]
            )
                Assert.NotEmpty(Shop.Render(report, result));
        }
    }

    [Fact]
    public void Tokens_of_lines_know_what_they_begin_inside_of()
    {
        Assert.Equal("kkk  sssss", Shades("var  \"a//\""));
        Assert.Equal("nn  cccc", Shades("12  // x"));
        Assert.Equal("ssss\nssss ccccc", Shades("@\"a\\\n\"\"b\" /*c*/"));
        Assert.Equal("ssss\nsssssss\nsss m()", Shades("$\"\"\"\n\"\" // a\n\"\"\" x()"));
        Assert.Equal("ccc\nccccc ccccc", Shades("/*a\nbbb*/ //ccc"));
        Assert.Equal("ddddddd", Shades("#if A//"));
    }

    [Fact]
    public void Tokens_survive_any_text()
    {
        var random = new Random(20261124);
        const string Alphabet = "\"'@$/*\\#{}a1 \n";
        for (int round = 0; round < 2000; round++)
        {
            var text = new string([.. Enumerable.Range(0, 40).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            Assert.Equal(text.Length, Shades(text).Length);
        }
    }

    private static string Shades(string text)
    {
        (Carry carry, int quotes) = (Carry.Code, 0);
        var lines = new List<string>();
        foreach (string line in text.Split('\n'))
        {
            var shades = new Shade[line.Length];
            carry = CSharpTokens.Line(line, shades, carry, ref quotes);
            lines.Add(string.Concat(shades.Select((s, i) => s == Shade.Plain ? line[i] : "?kscnmd"[(int)s])));
        }

        return string.Join('\n', lines);
    }
}
