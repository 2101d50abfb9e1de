using Shrike.Bench.Suites;

namespace Shrike.Tests.Bench;

/// <summary>A suite of our own in the shape that the C# generator writes: two groups, a manifest each.</summary>
internal sealed class SmallSuite : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("shrike-small-suite-");

    public SmallSuite(int repeat = 1)
    {
        for (int i = 0; i < repeat; i++)
        {
            Add("OWASP_a1", "cwe_78", $"unsafe/cwe_78__start__{i}_File1.cs", Vulnerable(i), flaw: 8);
            Add("OWASP_a1", "cwe_78", $"safe/cwe_78__start__{i}_File1.cs", Safe(i), flaw: null);
            Add("OWASP_a4", "cwe_22", $"unsafe/cwe_22__read__{i}_File1.cs", Reads(i), flaw: 8);
        }

        foreach ((string group, List<string> cases) in manifests)
            File.WriteAllText(Path.Combine(Suite, group, "manifest.xml"), $"<container>\n{string.Join('\n', cases)}\n</container>");
    }

    private readonly Dictionary<string, List<string>> manifests = [];

    public string Root => folder.FullName;
    public string Suite => Path.Combine(folder.FullName, "TestSuite_x", "Csharp");

    public Suite Read() => SuiteCatalogue.Read(SuiteDeclarations.Find("p3")!, Root, CancellationToken.None);

    public void Dispose() => folder.Delete(recursive: true);

    private void Add(string group, string cwe, string file, string text, int? flaw)
    {
        string path = Path.Combine(Suite, group, cwe, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        if (!manifests.TryGetValue(group, out List<string>? cases))
            manifests.Add(group, cases = []);
        string inner = flaw is { } line ? $"<flaw line=\"{line}\" name=\"{cwe.ToUpperInvariant()}\"/>" : "";
        cases.Add($"<testcase><file path=\"TestSuite_x/Csharp/{group}/{cwe}/{file}\" language=\"Csharp\">{inner}</file></testcase>");
    }

    private static string Vulnerable(int i) =>
        $$"""
            using System.Diagnostics;

            class MainClass{{i}}
            {
                public static void Main(string[] args)
                {
                    string tainted_0 = args[0];
                    Process.Start("/bin/sh", "-c \"ls " + tainted_0 + "\""); // flaw
                }
            }
            """;

    private static string Safe(int i) =>
        $$"""
            using System.Diagnostics;

            class MainClass{{i}}
            {
                // this one is good
                public static void Main(string[] args)
                {
                    Process.Start("/bin/sh", "-c \"ls\"");
                }
            }
            """;

    private static string Reads(int i) =>
        $$"""
            using System.IO;

            class MainClass{{i}}
            {
                public static void Main(string[] args)
                {
                    string tainted_1 = args[0];
                    File.Delete("/srv/" + tainted_1); /* flaw */
                }
            }
            """;
}
