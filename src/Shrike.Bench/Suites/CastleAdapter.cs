using System.Globalization;
using System.Text.RegularExpressions;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Sources;

namespace Shrike.Bench.Suites;

/// <summary>P4: each C file has its label in the comment at its head and marks the lines of the flaw.</summary>
public sealed partial class CastleAdapter : ISuiteAdapter
{
    private const int MaxDepth = 4;
    private const string LineMark = "{!LINE}";

    public string Name => "castle-header";

    public Suite Read(SuiteDeclaration declaration, string path, CancellationToken cancel)
    {
        string root = Path.GetFullPath(path);
        var cases = new List<BenchCase>();
        var problems = new List<Problem>();
        foreach (string file in SuiteFiles.Find(root, "CASTLE-*.c", MaxDepth).Order(StringComparer.Ordinal))
        {
            cancel.ThrowIfCancellationRequested();
            string at = SuiteFiles.Relative(root, file);
            try
            {
                if (Parse(at, SourceReader.Read(file).ToString()) is { } found)
                    cases.Add(found);
                else
                    problems.Add(new Problem(at, "its head does not say 'vulnerable' and 'cwe'"));
            }
            catch (IOException e)
            {
                problems.Add(new Problem(at, e.Message));
            }
        }

        return cases.Count == 0
            ? throw new SuiteException($"no files CASTLE-*.c with a label within {MaxDepth} folders below {root}")
            : new Suite(declaration, root, cases, problems, SuiteFiles.Revision(root));
    }

    private static BenchCase? Parse(string path, string text)
    {
        if (
            Vulnerable().Match(text) is not { Success: true } vulnerable
            || Cwe().Match(text) is not { Success: true } cwe
            || !int.TryParse(cwe.Groups[1].Value, CultureInfo.InvariantCulture, out int number)
        )
            return null;
        bool isVulnerable = vulnerable.Groups[1].Value == "true";
        IEnumerable<LineRange> marked = text.Split('\n')
            .Select((line, i) => (line, Number: i + 1))
            .Where(l => l.line.Contains(LineMark, StringComparison.Ordinal))
            .Select(l => new LineRange(l.Number, l.Number));
        return new BenchCase
        {
            Id = Path.GetFileNameWithoutExtension(path),
            Path = path,
            IsVulnerable = isVulnerable,
            Cwe = number,
            Places = isVulnerable ? [.. marked] : [],
        };
    }

    [GeneratedRegex("^vulnerable: *(true|false) *\r?$", RegexOptions.Multiline)]
    private static partial Regex Vulnerable();

    [GeneratedRegex("^cwe: *(?:CWE-)?([0-9]{1,5}) *\r?$", RegexOptions.Multiline)]
    private static partial Regex Cwe();
}
