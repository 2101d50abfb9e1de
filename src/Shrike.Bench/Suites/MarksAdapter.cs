using System.Globalization;
using System.Text.RegularExpressions;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Rules;
using Shrike.Analysis.Sources;

namespace Shrike.Bench.Suites;

/// <summary>Applications of our own: <c>expect: rule, rule</c> or <c>expect: none</c> in a comment at a line's end, and a list in EXPECT.md
/// for files that have no comments.</summary>
public sealed partial class MarksAdapter : ISuiteAdapter
{
    private const string List = "EXPECT.md";

    public string Name => "marks";

    public Suite Read(SuiteDeclaration declaration, string path, CancellationToken cancel)
    {
        SourceTree tree;
        try
        {
            tree = SourceTreeReader.Read([path], new SourceTreeOptions(), cancel);
        }
        catch (FileNotFoundException e)
        {
            throw new SuiteException(e.Message);
        }

        RuleCatalogue rules = RuleCatalogue.Load([]);
        var problems = new List<Problem>();
        var cases = new Dictionary<string, BenchCase>(StringComparer.Ordinal);
        ILookup<string, string> companions = tree.Files.Select(f => f.Path).ToLookup(TargetOf);
        foreach ((string file, int line, string rule) in tree.Files.SelectMany(InSource).Concat(InList(tree)))
        {
            cancel.ThrowIfCancellationRequested();
            string target = TargetOf(file);
            bool isVulnerable = rule != "none";
            if (isVulnerable && rules.Find(rule) is null)
                problems.Add(new Problem(file, $"line {line} expects '{rule}', which is no rule"));
            else if (!companions[target].Contains(file))
                problems.Add(new Problem(file, "is expected to have findings, and is not there"));
            else
                cases.TryAdd(
                    $"{file}:{line} {rule}",
                    new BenchCase
                    {
                        Id = $"{file}:{line} {rule}",
                        Target = target,
                        Path = file,
                        IsVulnerable = isVulnerable,
                        Cwe = isVulnerable ? rules.Find(rule)!.Cwes[0] : 0,
                        Rule = isVulnerable ? rule : null,
                        Places = [new LineRange(line, line)],
                        // What lies at the top (Directory.Build.props) is meant for every application.
                        Companions = [.. companions[target].Concat(companions[""]).Distinct()],
                    }
                );
        }

        return cases.Count == 0
            ? throw new SuiteException($"nothing below {path} is marked 'expect:'")
            : new Suite(
                declaration,
                tree.Root,
                [.. cases.Values.OrderBy(c => c.Id, StringComparer.Ordinal)],
                problems,
                SuiteFiles.Revision(tree.Root)
            );
    }

    private static string TargetOf(string path) =>
        path.Contains('/', StringComparison.Ordinal) ? path[..path.IndexOf('/', StringComparison.Ordinal)] : "";

    private static IEnumerable<(string Path, int Line, string Rule)> InSource(SourceFile file)
    {
        string[] lines = file.Text.ToString().Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (Mark().Match(lines[i]) is not { Success: true } mark)
                continue;
            foreach (string rule in mark.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                yield return (file.Path, i + 1, rule);
        }
    }

    private static IEnumerable<(string Path, int Line, string Rule)> InList(SourceTree tree)
    {
        string list = Path.Combine(tree.Root, List);
        if (!File.Exists(list))
            yield break;
        foreach (string line in SourceReader.Read(list).ToString().Split('\n'))
        {
            if (
                Item().Match(line) is { Success: true } item
                && int.TryParse(item.Groups[2].Value, CultureInfo.InvariantCulture, out int number)
            )
                yield return (item.Groups[1].Value, number, item.Groups[3].Value);
        }
    }

    [GeneratedRegex(@"expect: *([a-z0-9][a-z0-9, -]*?) *(?:\*@|--%?>|\*/)?\s*$")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^ {4}(\S+):([0-9]{1,7}) ([a-z0-9-]+)\s*$")]
    private static partial Regex Item();
}
