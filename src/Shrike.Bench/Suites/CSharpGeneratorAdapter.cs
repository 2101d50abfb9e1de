using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Shrike.Analysis.Facts;

namespace Shrike.Bench.Suites;

/// <summary>P3: each group of generated files has a manifest.xml with test cases, their files and the lines of flaws. Every file is a
/// case of its own, but for files of a vulnerable test case that hold no flaw: the label says nothing of them.</summary>
public sealed partial class CSharpGeneratorAdapter : ISuiteAdapter
{
    private const int MaxDepth = 4;
    private const string Manifest = "manifest.xml";

    public string Name => "csharp-generator";

    public Suite Read(SuiteDeclaration declaration, string path, CancellationToken cancel)
    {
        string[] manifests = [.. SuiteFiles.Find(Path.GetFullPath(path), Manifest, MaxDepth).Order(StringComparer.Ordinal)];
        string root = RootOf(path, manifests);
        var cases = new Dictionary<string, BenchCase>(StringComparer.Ordinal);
        var problems = new List<Problem>();
        foreach (string manifest in manifests)
        {
            string at = SuiteFiles.Relative(root, manifest);
            try
            {
                foreach (XElement test in TestCases(manifest))
                {
                    cancel.ThrowIfCancellationRequested();
                    foreach (BenchCase found in Cases(test, root, Path.GetDirectoryName(manifest)!, at, problems))
                    {
                        if (!cases.TryAdd(found.Id, found))
                            problems.Add(new Problem(found.Path, "labelled twice; the first label counts"));
                    }
                }
            }
            catch (XmlException e)
            {
                problems.Add(new Problem(at, $"broken from line {e.LineNumber} on; labels behind that are not known: {e.Message}"));
            }
        }

        return new Suite(
            declaration,
            root,
            [.. cases.Values.OrderBy(c => c.Id, StringComparer.Ordinal)],
            problems,
            SuiteFiles.Revision(root)
        );
    }

    // The date in the folder's name differs wherever the suite is generated; below it all names are the same.
    private static string RootOf(string path, string[] manifests)
    {
        string[] roots = [.. manifests.Select(m => Path.GetDirectoryName(Path.GetDirectoryName(m))!).Distinct()];
        return roots.Length switch
        {
            1 => roots[0],
            0 => throw new SuiteException(
                $"no {Manifest} within {MaxDepth} folders below {path}: give the folder the generator wrote (TestSuite_<date>), or one above it"
            ),
            _ => throw new SuiteException(
                $"{path} holds {roots.Length} generated suites; give one of them: {string.Join(", ", roots.Take(5))}"
            ),
        };
    }

    // One element at a time: the manifest of a large group has tens of thousands of them.
    private static IEnumerable<XElement> TestCases(string manifest)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = 1L << 30,
        };
        using var reader = XmlReader.Create(manifest, settings);
        reader.MoveToContent();
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.Name == "testcase")
                yield return (XElement)XNode.ReadFrom(reader);
            else
                reader.Read();
        }
    }

    private static IEnumerable<BenchCase> Cases(XElement test, string root, string folder, string manifest, List<Problem> problems)
    {
        var files = new List<(string Path, LineRange[] Flaws, int Cwe)>();
        foreach (XElement file in test.Elements("file"))
        {
            string stated = file.Attribute("path")?.Value ?? "";
            if (SuiteFiles.Below(folder, BelowGroup(stated, folder)) is not { } full)
                problems.Add(new Problem(manifest, $"speaks of '{stated}', which is not there"));
            else if (CweOf(stated, file) is not { } cwe)
                problems.Add(new Problem(manifest, $"does not say which weakness '{stated}' is about"));
            else
                files.Add((SuiteFiles.Relative(root, full), [.. file.Elements("flaw").Select(LineOf).OfType<LineRange>()], cwe));
        }

        bool isVulnerable = test.Descendants("flaw").Any();
        foreach ((string path, LineRange[] flaws, int cwe) in files)
        {
            if (isVulnerable && flaws.Length == 0)
                continue;
            yield return new BenchCase
            {
                Id = path,
                IsVulnerable = isVulnerable,
                Cwe = cwe,
                Path = path,
                Places = flaws,
                Companions = [.. files.Select(f => f.Path).Where(p => p != path)],
            };
        }
    }

    /// <summary>Stated paths begin above the suite; what follows the group's own folder is the same wherever the suite lies.</summary>
    private static string BelowGroup(string stated, string folder)
    {
        string group = $"/{Path.GetFileName(folder)}/";
        int at = stated.IndexOf(group, StringComparison.Ordinal);
        return at < 0 ? stated : stated[(at + group.Length)..];
    }

    private static int? CweOf(string path, XElement file)
    {
        string text = file.Element("flaw")?.Attribute("name")?.Value ?? path;
        return
            Cwe().Match(text) is { Success: true } match && int.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, out int cwe)
            ? cwe
            : null;
    }

    private static LineRange? LineOf(XElement flaw) =>
        int.TryParse(flaw.Attribute("line")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int line) && line > 0
            ? new LineRange(line, line)
            : null;

    [GeneratedRegex("(?i)cwe_([0-9]{1,5})")]
    private static partial Regex Cwe();
}
