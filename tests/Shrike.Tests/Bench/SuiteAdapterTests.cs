using Shrike.Bench.Contestants;
using Shrike.Bench.Runs;
using Shrike.Bench.Suites;
using Shrike.Tests.Rules;

namespace Shrike.Tests.Bench;

public sealed class SuiteAdapterTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("shrike-suite-");

    public void Dispose() => folder.Delete(recursive: true);

    private void Write(string path, string text)
    {
        string full = Path.Combine(folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private Suite Read(string suite) => SuiteCatalogue.Read(SuiteDeclarations.Find(suite)!, folder.FullName, CancellationToken.None);

    [Fact]
    public void Owasp_lists_name_files_and_bad_lines_are_told()
    {
        Write(
            "expectedresults-1.2.csv",
            "# test name, category, real vulnerability, cwe\nBenchmarkTest1,sqli,true,89\nBenchmarkTest2,xss,false,79\nBenchmarkTest3,xss,true,79\nrubbish\nBenchmarkTest1,sqli,false,89\n"
        );
        Write("src/testcode/BenchmarkTest1.java", "class A { }");
        Write("src/testcode/BenchmarkTest2.java", "class B { }");
        Write("src/helpers/Shared.java", "class S { }");
        Suite suite = Read("p1");
        Assert.Equal([("BenchmarkTest1", true, 89), ("BenchmarkTest2", false, 79)], suite.Cases.Select(c => (c.Id, c.IsVulnerable, c.Cwe)));
        Assert.All(suite.Cases, c => Assert.Equal(["src/helpers/Shared.java"], c.Companions));
        Assert.Equal(3, suite.Problems.Count);
    }

    [Fact]
    public void Blinded_files_of_one_program_keep_their_places_and_are_called_as_the_class_within()
    {
        Write("expectedresults-1.2.csv", "BenchmarkTest00001,sqli,true,89\n");
        Write("src/testcode/BenchmarkTest00001.java", "class BenchmarkTest00001 { String a = \"/sqli-03/BenchmarkTest00001\"; }");
        Write("src/helpers/Shared.java", "class Shared { }");
        string input = Path.Combine(folder.FullName, "input");
        new Runner(Read("p1"), AnyReader.Instance, new RunOptions { Jobs = 1 }).WriteInput(input, CancellationToken.None);
        Assert.True(File.Exists(Path.Combine(input, "t00001", "src", "helpers", "Shared.java")));
        string file = Assert.Single(Directory.EnumerateFiles(Path.Combine(input, "t00001", "src", "testcode")));
        string name = Path.GetFileNameWithoutExtension(file);
        Assert.Matches($"^class {name} {{ String a = \"/[a-z]{{4}}-[0-9]{{2}}/{name}\"; }}$", File.ReadAllText(file));
        Assert.DoesNotContain("Benchmark", name, StringComparison.Ordinal);
    }

    [Fact]
    public void Castle_reads_head_and_marks()
    {
        Write("dataset/787/CASTLE-787-1.c", "/*\nvulnerable: true\ncwe: 787\n*/\nint main() {\n  a[9] = 1; // {!LINE}\n}\n");
        Write("dataset/787/CASTLE-787-7.c", "/*\r\nvulnerable: false\r\ncwe: 787\r\n*/\r\nint main() { }\r\n");
        Write("dataset/787/CASTLE-787-8.c", "int main() { }");
        Suite suite = Read("p4");
        Assert.Equal([true, false], suite.Cases.Select(c => c.IsVulnerable));
        Assert.Equal([new LineRange(6, 6)], suite.Cases[0].Places);
        Assert.Single(suite.Problems);
    }

    [Fact]
    public void Realvuln_reads_labels_and_the_outputs_of_other_scanners()
    {
        Write(
            "ground-truth/app/ground-truth.json",
            """
            {"findings":[
              {"id":"1","is_vulnerable":true,"primary_cwe":"CWE-89","acceptable_cwes":["CWE-89","CWE-564"],"file":"./a.py","location":{"start_line":20,"end_line":22}},
              {"id":"2","is_vulnerable":true,"primary_cwe":"CWE-78","acceptable_cwes":["CWE-78"],"file":"b.py","location":{"start_line":3,"end_line":null}},
              {"id":"3","is_vulnerable":false,"primary_cwe":"CWE-79","acceptable_cwes":["CWE-79"],"file":"a.py","location":{"start_line":50}},
              {"id":"4","is_vulnerable":true,"acceptable_cwes":[],"file":"a.py"}]}
            """
        );
        Write("ground-truth/broken/ground-truth.json", "{\"findings\":[");
        string Result(string path, int line, string cwe) =>
            $$$"""{"path":"{{{path}}}","start":{"line":{{{line}}} },"check_id":"x","extra":{"severity":"ERROR","metadata":{"cwe":{{{cwe}}} } } }""";
        Write(
            "scan-results/app/one/results.json",
            $"{{\"results\":[{Result("./a.py", 31, "[\"CWE-564: x\", \"CWE-20\"]")},{Result("a.py", 50, "\"CWE-79\"")}]}}"
        );
        Write("scan-results/app/two/run-1.json", $"{{\"results\":[{Result("b.py", 1, "[\"CWE-78\"]")}]}}");
        Write("scan-results/app/two/run-2.json", "{\"results\":[]}");
        Write("scan-results/app/two/run-2.metrics.json", "not read");
        Suite suite = Read("p5");
        Assert.Equal(["app/1", "app/2", "app/3"], suite.Cases.Select(c => c.Id));
        Assert.Equal(2, suite.Problems.Count);
        (IReadOnlyList<RealVulnRecorded.Row> rows, IReadOnlyList<string> problems) = RealVulnRecorded.Table(suite, folder.FullName);
        Assert.Empty(problems);
        // One: a hit, a second weakness of the same result that nothing is labelled with, and a trap. Two: a hit in one of two runs.
        Assert.Equal(
            ("one", 1.0, 2.0, 1.0, 2),
            (rows[0].Scanner, rows[0].TruePositives, rows[0].FalsePositives, rows[0].TrapsHit, rows[0].Vulnerable)
        );
        Assert.Equal(("two", 0.5, 0.0, 2), (rows[1].Scanner, rows[1].TruePositives, rows[1].FalsePositives, rows[1].Epochs));
        Assert.Equal(5.0 / 11, rows[0].F(2), 9);
    }

    [Fact]
    public void Realvuln_tells_of_labels_that_cannot_be()
    {
        string Label(string id, string file, string location) =>
            $$$"""{"id":"{{{id}}}","is_vulnerable":true,"acceptable_cwes":["CWE-89"],"file":"{{{file}}}","location":{{{location}}} }""";
        const string place = "{\"start_line\":1,\"end_line\":2}";
        string[] labels =
        [
            Label("good", "a.py", place),
            Label("good", "b.py", place),
            Label("out", "../other/a.py", place),
            Label("zero", "a.py", "{\"start_line\":0}"),
            Label("turned", "a.py", "{\"start_line\":5,\"end_line\":2}"),
            "null",
        ];
        Write("ground-truth/app/ground-truth.json", $"{{\"findings\":[{string.Join(',', labels)}]}}");
        Write("ground-truth/nothing/ground-truth.json", "null");
        Suite suite = Read("p5");
        Assert.Equal(["app/good"], suite.Cases.Select(c => c.Id));
        Assert.Equal("app/a.py", suite.Cases[0].Path);
        Assert.Equal(6, suite.Problems.Count);
    }

    [Fact]
    public void What_a_label_names_lies_in_the_suite_itself()
    {
        Write("suite/a/x.c", "");
        Write("elsewhere/x.c", "");
        string root = Path.Combine(folder.FullName, "suite");
        Directory.CreateSymbolicLink(Path.Combine(root, "linked"), Path.Combine(folder.FullName, "elsewhere"));
        Assert.NotNull(SuiteFiles.Below(root, "a/x.c"));
        foreach (
            string stated in (string[])["linked/x.c", "../elsewhere/x.c", "a/../../elsewhere/x.c", "/etc/hostname", "a", "a/x.c\0", ""]
        )
            Assert.Null(SuiteFiles.Below(root, stated));
    }

    [Fact]
    public void Our_own_samples_are_a_suite()
    {
        Suite suite = SuiteCatalogue.Read(
            SuiteDeclarations.Find("samples")!,
            Path.Combine(RepositoryRoot.Path, "samples"),
            CancellationToken.None
        );
        Assert.Empty(suite.Problems);
        IReadOnlyList<Samples.Expectation> marks = Samples.Expectations.Read(Path.Combine(RepositoryRoot.Path, "samples"));
        Assert.Equal(
            marks.Select(m => $"{m.Path}:{m.Line} {m.Rule ?? "none"}").Distinct().Order(StringComparer.Ordinal),
            suite.Cases.Select(c => c.Id).Order(StringComparer.Ordinal)
        );
    }
}
