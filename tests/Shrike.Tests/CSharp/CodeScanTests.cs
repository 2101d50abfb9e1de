using Shrike.Analysis.Facts;
using Shrike.Analysis.Sources;

namespace Shrike.Tests.CSharp;

/// <summary>What counts as nesting: code, and nothing that only looks like it.</summary>
public class CodeScanTests
{
    private static readonly string Open = new('(', 5000);

    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static LedgerEntry StateOf(string code) =>
        Assert.Single(Analyse.Text(code).Ledger, e => e.Kind == LedgerKind.File && e.Name == "Case.cs");

    public static TheoryData<string> Harmless =>
        [
            $"class C {{ string s = \"{Open}\"; }}",
            $"class C {{ string s = @\"\n{Open}\"\"{Open}\"; }}",
            $"class C {{ string s = \"\"\"\n{Open}\"\"{Open}\n\"\"\"; }}",
            $"class C {{ string s = $\"{Open}{{1}}{{{{{Open}\"; }}",
            $"class C {{ string s = $$\"\"\"{Open}{{{{1}}}}{{{Open}\"\"\"; }}",
            $"class C {{ string s = $\"{{1:{Open}}}\"; char c = '('; char d = '\\''; }}",
            $"class C {{ /* {Open} */ // {Open}\n}}",
            $"#region {Open} don't\nclass C {{ }}\n#endregion",
            $"#if NO\n{Open} \" @\" don't /*\n#elif NEITHER\n{Open}\n#endif\nclass C {{ }}",
            $"#define YES\n#if YES && !NO\nclass C {{ }}\n#else\n{Open}\n#endif",
            $"class C {{ string s = \"a\\\\\"; string t = \"{Open}\"; }}",
            "class C { bool M(int x) => " + Times("x < 1 || ", 1000) + "x < 2; }",
            "class C { " + string.Concat(Enumerable.Range(0, 1500).Select(i => $"int? P{i} {{ get; set; }} ")) + "}",
        ];

    [Theory, MemberData(nameof(Harmless))]
    public void Brackets_that_are_no_code_are_not_counted(string code) => Assert.Equal(LedgerState.Analysed, StateOf(code).State);

    public static TheoryData<string> Deep =>
        [
            $"class C {{ void M() {{ var x = {Times("(/*)*/", 5000)}1{Times(")", 5000)}; }} }}",
            $"class C {{ void M() {{ var x = {Times("(\")\"+", 5000)}1{Times(")", 5000)}; }} }}",
            $"class C {{ void M() {{ var x = {Times("(')'+", 5000)}1{Times(")", 5000)}; }} }}",
            $"#if !NO\nclass C {{ int x = {Open}1{Times(")", 5000)}; }}\n#endif",
            $"#if NO\n@\"\n#endif\nclass C {{ int x = {Open}1{Times(")", 5000)}; }}",
            $"#if NO || {Open}YES\nclass C {{ int x = {Open}1{Times(")", 5000)}; }}\n#else\nclass C {{ int x = {Open}1; }}\n#endif",
            $"class C {{ string x = {Times("$\"{", 5000)}1{Times("}\"", 5000)}; }}",
            $"class C {{ {Times("A<B<int>,", 5000)}int{Times(">", 5000)} x; }}",
            $"class C {{ object x = this{Times("?.y", 5000)}; }}",
            $"class C {{ string s = $@\"{{ ) }}\" + {Open}; }}",
            "class C { void M() { " + Times($"var x = {new string('(', 390)}1{new string(')', 390)}; ", 500) + "} }",
            "#if " + Times("!", 20_000) + "X\n#endif\nclass C { }",
            "#if A\n" + Times("#elif A\n", 20_000) + "#endif\nclass C { }",
            string.Concat(Enumerable.Range(0, 20_000).Select(i => $"#define A{i}\n")) + "class C { }",
        ];

    [Theory, MemberData(nameof(Deep))]
    public void Brackets_that_are_code_are_counted(string code) => Assert.Equal(LedgerState.Failed, StateOf(code).State);

    [Fact]
    public void Long_chains_of_generated_code_are_analysed()
    {
        Assert.Equal(LedgerState.Analysed, StateOf($"class C {{ string M(string s) => s{Times(" + s", 2500)}; }}").State);
        Assert.Equal(LedgerState.Analysed, StateOf($"class C {{ string M(string s) => s{Times(".Trim()", 1400)}; }}").State);
    }

    [Fact]
    public void Deep_members_are_paid_for_together_and_the_rest_of_the_file_is_analysed()
    {
        string deep = $"string M(string s) => s{Times(".Trim()", 1400)}; ";

        LedgerEntry entry = StateOf($"class C {{ {Times(deep, 6)} int N() => 1; }}");

        Assert.Equal(LedgerState.PartlyAnalysed, entry.State);
        Assert.Contains("nested too deeply", entry.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Lambdas_that_multiply_overloads_are_not_bound()
    {
        string Code(int depth) =>
            "using System; class C { int F(Func<int,int> f) => 1; int F(Func<string,int> f) => 1; int F(Func<long,int> f) => 1; int M() => "
            + string.Concat(Enumerable.Range(0, depth).Select(i => $"F(x{i} => "))
            + "1"
            + new string(')', depth)
            + "; }";

        Assert.Equal(LedgerState.Analysed, StateOf(Code(3)).State);
        Assert.Equal(LedgerState.PartlyAnalysed, StateOf(Code(40)).State);
        Assert.Equal(
            LedgerState.Analysed,
            StateOf(Code(10).Replace("int F(Func<string,int> f) => 1; int F(Func<long,int> f) => 1; ", "", StringComparison.Ordinal)).State
        );
    }

    [Fact]
    public void Constants_that_double_each_other_are_not_folded()
    {
        string Code(int count) =>
            "class C { const string K0 = \"aaaaaaaaaaaaaaaa\"; "
            + string.Concat(Enumerable.Range(1, count).Select(i => $"const string K{i} = K{i - 1} + K{i - 1}; "))
            + $"string M() => K{count}; }}";

        Assert.Equal(LedgerState.Analysed, StateOf(Code(10)).State);
        Assert.Equal(LedgerState.Failed, StateOf(Code(60)).State);
    }

    [Fact]
    public void Only_the_file_that_is_too_deep_fails()
    {
        Codebase code = Analyse.Files(
            null,
            SourceFile.InMemory("Deep.cs", $"class D {{ int x = {Open}1{new string(')', 5000)}; }}"),
            SourceFile.InMemory("Fine.cs", "class F { int M() => 1; }")
        );

        Assert.Equal(LedgerState.Failed, Assert.Single(code.Ledger, e => e.Name == "Deep.cs").State);
        Assert.Equal(LedgerState.Analysed, Assert.Single(code.Ledger, e => e.Name == "Fine.cs").State);
    }
}
