using Shrike.Analysis.Facts;
using Shrike.Analysis.Sources;

namespace Shrike.Tests.Taint;

public sealed class SparseBlocksTests
{
    /// <summary>Forty values past two thousand branches that have nothing to do with them: more than the facts a function may process, if each
    /// counted at each branch.</summary>
    [Fact]
    public void Values_pass_by_branches_that_say_nothing_of_them()
    {
        string[] names = [.. Enumerable.Range(0, 40).Select(i => $"v{i}")];
        string branches = string.Concat(Enumerable.Range(0, 2_000).Select(i => $"if (n == {i}) m += {i};\n"));
        string code = $$"""
            public class FilesController : Microsoft.AspNetCore.Mvc.Controller {
                public int Get({{string.Join(", ", names.Select(n => "string " + n))}}, int n) {
                    int m = 0;
                    {{branches}}
                    {{string.Join('\n', names.Select(n => $"System.IO.File.Delete({n});"))}}
                    return m;
                }
            }
            """;

        Codebase result = Analyse.Files(null, SourceFile.InMemory("A.cs", code));

        Assert.Equal(LedgerState.Analysed, Assert.Single(result.Ledger, e => e.Name == "A.cs").State);
        Assert.Equal(40, result.Candidates.Count(c => c.Rule.Id == "path-traversal"));
    }

    [Fact]
    public void What_a_branch_says_of_a_value_holds_behind_branches_that_say_nothing()
    {
        const string Code = """
            public class FilesController : Microsoft.AspNetCore.Mvc.Controller {
                public int Get(string name, string other, int n) {
                    if (!int.TryParse(name, out _)) return 0;
                    for (int i = 0; i < n; i++) { if (i == 3) n++; else n += 2; }
                    while (n > 5) { if (other.Length > n) { n--; continue; } n -= 2; }
                    System.IO.File.Delete(name);
                    System.IO.File.Delete(other);
                    return n;
                }
            }
            """;

        Codebase result = Analyse.Files(null, SourceFile.InMemory("A.cs", Code));

        Assert.Equal([7], result.Candidates.Where(c => c.Rule.Id == "path-traversal").Select(c => c.Where.StartLine));
    }
}
