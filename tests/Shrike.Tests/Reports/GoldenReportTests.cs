using System.Text.RegularExpressions;
using Shrike.Review;
using Shrike.Review.Reports;
using Shrike.Tests.Rules;

namespace Shrike.Tests.Reports;

/// <summary>Whole reports, compared with files under Cases/reports. SHRIKE_UPDATE=1 writes the files anew, to be read as a diff.</summary>
public class GoldenReportTests
{
    [Theory]
    [InlineData("shop.txt")]
    [InlineData("shop.json")]
    [InlineData("shop.sarif")]
    [InlineData("shop.archive.sarif")]
    [InlineData("shop.md")]
    [InlineData("shop.html")]
    [InlineData("clean.txt")]
    [InlineData("clean.md")]
    [InlineData("clean.sarif")]
    public void Report_is_as_it_was_read(string name)
    {
        string actual = Report(name);
        string file = Path.Combine(RepositoryRoot.Path, "tests", "Shrike.Tests", "Cases", "reports", name);
        if (Environment.GetEnvironmentVariable("SHRIKE_UPDATE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
            // With its style and script, to look at in a browser.
            if (name.EndsWith(".html", StringComparison.Ordinal))
                File.WriteAllText(
                    Path.Combine(Directory.CreateDirectory(Path.Combine(RepositoryRoot.Path, "artifacts")).FullName, name),
                    Shop.Render(new HtmlReport())
                );
        }

        Assert.True(File.Exists(file), $"{name} is missing; set SHRIKE_UPDATE=1 once to write it, then read it");
        Assert.Equal(File.ReadAllText(file), actual);
    }

    private static string Report(string name)
    {
        ScanResult result = name.StartsWith("clean", StringComparison.Ordinal) ? Shop.Clean() : Shop.Result();
        return name[name.LastIndexOf('.')..] switch
        {
            ".txt" => Shop.Render(new TextReport(), result),
            ".json" => Shop.Render(new JsonReport(), result),
            ".md" => Shop.Render(new MarkdownReport(), result),
            ".html" => WithoutStyle(Shop.Render(new HtmlReport(), result)),
            _ => Shop.Render(new SarifReport { IncludeSuppressed = name.Contains("archive", StringComparison.Ordinal) }, result),
        };
    }

    /// <summary>Looks change more often than words, and are judged by eye.</summary>
    private static string WithoutStyle(string html)
    {
        html = Regex.Replace(html, "<(style|script)>.*?</\\1>", "<$1></$1>", RegexOptions.Singleline);
        return Regex.Replace(html, "sha256-[A-Za-z0-9+/=]+", "sha256-…");
    }
}
