using Shrike.Analysis.Facts;
using Shrike.Analysis.Rules;

namespace Shrike.Tests.Rules;

/// <summary>Flow rules through the whole analysis, on annotated sources: what each finds, and where it is silent.</summary>
public class FlowRulesTests
{
    private static readonly string Folder = Path.Combine(Analyse.CasesFolder, "flow");

    public static TheoryData<string> Cases =>
        [.. Directory.EnumerateFiles(Folder, "*.cs").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Cases))]
    public void Finds_what_is_marked_and_is_silent_elsewhere(string file)
    {
        string code = File.ReadAllText(Path.Combine(Folder, file));
        (int Line, string Rule)[] expected = [.. Analyse.Expectations(code)];
        HashSet<string> flows = [.. RuleCatalogue.BuiltIn().Rules.Where(rule => rule.Kind == RuleKind.Flow).Select(rule => rule.Id)];
        Codebase result = Analyse.Text(code);
        HashSet<(int, string)> found =
        [
            .. result.Candidates.Where(c => flows.Contains(c.Rule.Id)).Select(c => (c.Where.StartLine, c.Rule.Id)),
        ];
        string[] lines = code.Split('\n');
        IEnumerable<string> missed = expected
            .Where(e => e.Rule != "none" && !found.Contains(e))
            .Select(e => $"missed {e.Rule}, {e.Line}: {lines[e.Line - 1].Trim()}");
        HashSet<int> silent = [.. expected.Where(e => e.Rule == "none").Select(e => e.Line)];
        IEnumerable<string> wrong = found
            .Where(f => silent.Contains(f.Item1))
            .Select(f => $"wrong {f.Item2}, {f.Item1}: {lines[f.Item1 - 1].Trim()}");
        string[] differences = [.. missed, .. wrong];
        Assert.True(differences.Length == 0, string.Join('\n', differences));
        Assert.NotEmpty(expected);
    }
}
