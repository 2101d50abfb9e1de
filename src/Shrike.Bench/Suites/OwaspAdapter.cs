using System.Globalization;
using Shrike.Analysis.Facts;

namespace Shrike.Bench.Suites;

/// <summary>P1 and P2: a list of "name, category, true or false, CWE" beside files of those names. What the files share comes along.</summary>
public sealed class OwaspAdapter : ISuiteAdapter
{
    private const int MaxDepth = 12;
    private const long MaxListBytes = 16 << 20;

    public string Name => "owasp-list";

    public Suite Read(SuiteDeclaration declaration, string path, CancellationToken cancel)
    {
        string root = Path.GetFullPath(path);
        string[] lists = [.. SuiteFiles.Find(root, "expectedresults-*.csv", 0)];
        if (lists.Length != 1)
            throw new SuiteException(
                $"{root} holds {lists.Length} files expectedresults-*.csv where one should be: give the checkout's own folder"
            );
        if (new FileInfo(lists[0]).Length > MaxListBytes)
            throw new SuiteException($"{lists[0]} is larger than {MaxListBytes >> 20} MiB");
        string pattern = declaration.Language == "java" ? "*.java" : "*.py";
        string[] sources = [.. SuiteFiles.Find(root, pattern, MaxDepth).Order(StringComparer.Ordinal)];
        var cases = new Dictionary<string, BenchCase>(StringComparer.Ordinal);
        var problems = new List<Problem>();
        ILookup<string, string> byName = sources.ToLookup(s => Path.GetFileNameWithoutExtension(s), s => SuiteFiles.Relative(root, s));
        string at = SuiteFiles.Relative(root, lists[0]);
        foreach ((string line, int number) in File.ReadLines(lists[0]).Select((line, i) => (line, i + 1)))
        {
            cancel.ThrowIfCancellationRequested();
            if (line.Length == 0 || line.StartsWith('#'))
                continue;
            if (Parse(line) is not { } label)
                problems.Add(new Problem(at, $"line {number} is not 'name, category, true or false, CWE'"));
            else if (byName[label.Name].ToArray() is not [string file])
                problems.Add(new Problem(at, $"line {number}: {byName[label.Name].Count()} files are called {label.Name}"));
            else if (!cases.TryAdd(label.Name, label.Case with { Path = file }))
                problems.Add(new Problem(at, $"line {number}: {label.Name} is labelled twice; the first label counts"));
        }

        var own = cases.Values.Select(c => c.Path).ToHashSet(StringComparer.Ordinal);
        string[] shared = [.. sources.Select(s => SuiteFiles.Relative(root, s)).Where(s => !own.Contains(s))];
        return new Suite(
            declaration,
            root,
            [.. cases.Values.OrderBy(c => c.Id, StringComparer.Ordinal).Select(c => c with { Companions = shared })],
            problems,
            SuiteFiles.Revision(root)
        );
    }

    private static (string Name, BenchCase Case)? Parse(string line)
    {
        string[] fields = line.Split(',', StringSplitOptions.TrimEntries);
        return
            fields.Length >= 4
            && bool.TryParse(fields[2], out bool isVulnerable)
            && int.TryParse(fields[3], NumberStyles.None, CultureInfo.InvariantCulture, out int cwe)
            ? (
                fields[0],
                new BenchCase
                {
                    Id = fields[0],
                    Target = "benchmark",
                    Path = "",
                    IsVulnerable = isVulnerable,
                    Cwe = cwe,
                }
            )
            : null;
    }
}
