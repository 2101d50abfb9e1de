using Shrike.Analysis.Facts;
using Shrike.Analysis.Rules;
using Shrike.Analysis.Sources;

namespace Shrike.Tests;

/// <summary>The whole analysis over files in memory.</summary>
internal static class Analyse
{
    public static string CasesFolder { get; } = Path.Combine(AppContext.BaseDirectory, "Cases");

    public static Codebase Text(string code, RuleCatalogue? rules = null, string path = "Case.cs") =>
        Files(rules, SourceFile.InMemory(path, code));

    public static Codebase Files(RuleCatalogue? rules, params SourceFile[] files) =>
        CodeFacts.Read(
            new SourceTree("/nowhere", files, []),
            rules ?? RuleCatalogue.BuiltIn(),
            new AnalysisOptions { Jobs = 1 },
            null,
            CancellationToken.None
        );

    /// <summary>`// expect: RULE[, RULE]` at a line's end: (line, rule); "none" for a line that must stay silent.</summary>
    public static IEnumerable<(int Line, string Rule)> Expectations(string code)
    {
        string[] lines = code.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            int at = lines[i].LastIndexOf("// expect: ", StringComparison.Ordinal);
            if (at < 0)
                continue;
            foreach (string rule in lines[i][(at + "// expect: ".Length)..].Split(',', StringSplitOptions.TrimEntries))
                yield return (i + 1, rule);
        }
    }
}
