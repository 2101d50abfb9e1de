using System.Text.RegularExpressions;

namespace Shrike.Tests.Samples;

/// <summary>What the scanner must report on a line, or must not.</summary>
/// <param name="Path">Relative to samples/, forward slashes.</param>
/// <param name="Line">From 1.</param>
/// <param name="Rule">The rule that must be reported; null when nothing may be.</param>
public readonly record struct Expectation(string Path, int Line, string? Rule)
{
    public override string ToString() => $"{Path}:{Line} {Rule ?? "none"}";
}

/// <summary>Reads the marks of the sample applications: <c>// expect: rule, rule</c> or <c>// expect: none</c> at the end of
/// a line, in the comment of the file's language, and the list in EXPECT.md for files that have no comments.</summary>
public static partial class Expectations
{
    private static readonly string[] Extensions = [".cs", ".cshtml", ".razor", ".aspx", ".ascx", ".config", ".xml"];

    public static IReadOnlyList<Expectation> Read(string samples)
    {
        var all = new List<Expectation>();
        foreach (string file in Directory.EnumerateFiles(samples, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string path = Path.GetRelativePath(samples, file).Replace('\\', '/');
            if (path.Contains("/bin/", StringComparison.Ordinal) || path.Contains("/obj/", StringComparison.Ordinal))
                continue;
            if (Extensions.Contains(Path.GetExtension(file)))
                all.AddRange(InSource(path, File.ReadAllText(file)));
            else if (path == "EXPECT.md")
                all.AddRange(InList(File.ReadAllText(file)));
        }

        return all;
    }

    public static IEnumerable<Expectation> InSource(string path, string text)
    {
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (Mark().Match(lines[i]) is not { Success: true } mark)
                continue;
            foreach (string rule in mark.Groups["rules"].Value.Split(',', StringSplitOptions.TrimEntries))
                yield return new Expectation(path, i + 1, rule == "none" ? null : rule);
        }
    }

    public static IEnumerable<Expectation> InList(string text)
    {
        foreach (string line in text.Split('\n'))
        {
            if (Item().Match(line) is { Success: true } item)
                yield return new Expectation(
                    item.Groups["path"].Value,
                    int.Parse(item.Groups["line"].Value),
                    item.Groups["rule"].Value is "none" ? null : item.Groups["rule"].Value
                );
        }
    }

    /// <summary>What findings lack and what they have too much, as lines to read. A finding on a line that is marked
    /// for other rules or not at all counts as too much.</summary>
    public static IReadOnlyList<string> Compare(
        IReadOnlyList<Expectation> expected,
        IEnumerable<(string path, int line, string rule)> findings
    )
    {
        var wanted = expected.Where(e => e.Rule is not null).ToHashSet();
        var clean = expected.Where(e => e.Rule is null).Select(e => (e.Path, e.Line)).ToHashSet();
        var found = findings.Select(f => new Expectation(f.path, f.line, f.rule)).ToHashSet();
        return
        [
            .. wanted.Except(found).Select(e => $"missed {e}").Order(StringComparer.Ordinal),
            .. found
                .Where(f => clean.Contains((f.Path, f.Line)))
                .Select(f => $"false alarm on a safe twin {f}")
                .Order(StringComparer.Ordinal),
            .. found
                .Except(wanted)
                .Where(f => !clean.Contains((f.Path, f.Line)))
                .Select(f => $"unmarked {f}")
                .Order(StringComparer.Ordinal),
        ];
    }

    [GeneratedRegex(
        @"(?://|@\*|<%--|<!--) expect: (?<rules>[a-z][a-z-]*(?:, [a-z][a-z-]*)*)(?: (?:\*@|--%>|-->))?\r?$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Mark();

    [GeneratedRegex(@"^    (?<path>[^ :]+):(?<line>[0-9]+) (?<rule>[a-z-]+)\r?$", RegexOptions.NonBacktracking)]
    private static partial Regex Item();
}
