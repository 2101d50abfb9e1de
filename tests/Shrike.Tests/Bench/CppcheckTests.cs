using Shrike.Bench.Contestants;
using Shrike.Bench.Runs;

namespace Shrike.Tests.Bench;

public sealed class CppcheckTests
{
    [Fact]
    public void Its_xml_is_read_by_first_place_and_what_lies_elsewhere_is_left_out()
    {
        const string Xml = """
            <?xml version="1.0" encoding="UTF-8"?>
            <results version="2"><cppcheck version="2.10"/><errors>
              <error id="arrayIndexOutOfBounds" severity="error" msg="Array accessed" cwe="788">
                <location file="./c00001/f1.c" line="7" column="3"/><location file="c00001/f1.c" line="2"/></error>
              <error id="missingInclude" severity="information" msg="x"/>
              <error id="style" severity="style" msg="s"><location file="c00001/f1.c" line="x"/></error>
              <error id="other" severity="error" msg="o" cwe="1"><location file="/usr/include/x.h" line="1"/></error>
            </errors></results>
            """;
        var batch = new StagedBatch("", new Dictionary<string, string> { ["c00001/f1.c"] = "dataset/a.c" }, []);
        RawFinding[] findings = [.. CppcheckContestant.Findings(Xml, batch)];
        Assert.Equal(
            [("dataset/a.c", 7, 788, "high", "arrayIndexOutOfBounds"), ("dataset/a.c", 0, 0, "low", "style")],
            findings.Select(f => (f.Path, f.Line, f.Cwe, f.Severity, f.Rule))
        );
    }

    [Fact]
    public void It_says_that_it_reads_no_other_language_and_how_to_get_it()
    {
        try
        {
            Assert.Contains("C and C++", CppcheckContestant.Find(1, CancellationToken.None).CannotRead("csharp"), StringComparison.Ordinal);
        }
        catch (RunException e)
        {
            Assert.Contains("not installed", e.Message, StringComparison.Ordinal);
        }
    }
}
