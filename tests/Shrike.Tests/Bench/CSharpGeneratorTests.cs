using Shrike.Bench.Suites;

namespace Shrike.Tests.Bench;

public sealed class CSharpGeneratorTests
{
    [Fact]
    public void Labels_come_from_the_manifests_and_ids_do_not_depend_on_where_the_suite_lies()
    {
        using var small = new SmallSuite();
        Suite suite = small.Read();
        Assert.Empty(suite.Problems);
        Assert.Equal(
            [
                "OWASP_a1/cwe_78/safe/cwe_78__start__0_File1.cs",
                "OWASP_a1/cwe_78/unsafe/cwe_78__start__0_File1.cs",
                "OWASP_a4/cwe_22/unsafe/cwe_22__read__0_File1.cs",
            ],
            suite.Cases.Select(c => c.Id)
        );
        Assert.Equal([false, true, true], suite.Cases.Select(c => c.IsVulnerable));
        Assert.Equal([78, 78, 22], suite.Cases.Select(c => c.Cwe));
        Assert.Equal([new LineRange(8, 8)], suite.Cases[1].Places);
    }

    [Fact]
    public void A_folder_without_manifests_is_refused_with_what_to_give()
    {
        DirectoryInfo empty = Directory.CreateTempSubdirectory();
        try
        {
            SuiteDeclaration p3 = SuiteDeclarations.Find("p3")!;
            string message = Assert.Throws<SuiteException>(() => SuiteCatalogue.Read(p3, empty.FullName, CancellationToken.None)).Message;
            Assert.Contains("TestSuite_<date>", message, StringComparison.Ordinal);
        }
        finally
        {
            empty.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("TestSuite_x/Csharp/OWASP_a1/../../../../../etc/passwd")]
    [InlineData("TestSuite_x/Csharp/OWASP_a1/cwe_78/unsafe/missing.cs")]
    [InlineData("")]
    public void A_label_that_points_nowhere_or_outside_is_told_of_and_the_rest_goes_on(string path)
    {
        using var small = new SmallSuite();
        string manifest = Path.Combine(small.Suite, "OWASP_a1", "manifest.xml");
        File.WriteAllText(
            manifest,
            File.ReadAllText(manifest)
                .Replace(
                    "</container>",
                    $"<testcase><file path=\"{path}\"><flaw line=\"1\" name=\"CWE_78\"/></file></testcase></container>",
                    StringComparison.Ordinal
                )
        );
        Suite suite = small.Read();
        Assert.Equal(3, suite.Cases.Count);
        Assert.Contains("not there", Assert.Single(suite.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_that_breaks_off_keeps_what_came_before_and_says_so()
    {
        using var small = new SmallSuite();
        string manifest = Path.Combine(small.Suite, "OWASP_a1", "manifest.xml");
        string text = File.ReadAllText(manifest);
        File.WriteAllText(manifest, text[..text.LastIndexOf("<testcase>", StringComparison.Ordinal)] + "<testcase><file");
        Suite suite = small.Read();
        Assert.Equal(2, suite.Cases.Count);
        Assert.Contains("broken from line", Assert.Single(suite.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_with_a_document_type_is_refused()
    {
        using var small = new SmallSuite();
        string manifest = Path.Combine(small.Suite, "OWASP_a1", "manifest.xml");
        File.WriteAllText(manifest, "<!DOCTYPE container [<!ENTITY a \"b\">]><container/>");
        Suite suite = small.Read();
        Assert.Single(suite.Cases);
        Assert.Single(suite.Problems);
    }
}
