using Shrike.Analysis.Facts;
using Shrike.Analysis.Sources;

namespace Shrike.Tests.CSharp;

/// <summary>Each construct nested 100,000 deep: no crash, no hang, and the ledger says what was not looked at, while the file
/// beside it is still analysed.</summary>
public class HostileSyntaxTests
{
    private const int Deep = 100_000;

    private static string In(string body) => $"class C {{ void M(int x, string s, bool b) {{ {body} }} }}";

    private static string Times(string text) => string.Concat(Enumerable.Repeat(text, Deep));

    public static TheoryData<string> Names => [.. Constructs.Keys];

    private static readonly Dictionary<string, Func<string>> Constructs = new(StringComparer.Ordinal)
    {
        ["parentheses"] = () => In($"var y = {Times("(")}1{Times(")")};"),
        ["blocks"] = () => In(Times("{") + Times("}")),
        ["member calls"] = () => In($"var y = s{Times(".Trim()")};"),
        ["generics"] = () => $"class C {{ {Times("A<")}int{Times(">")} f; }}",
        ["interpolation"] = () => In($"var y = {Times("$\"{")}1{Times("}\"")};"),
        ["else if"] = () => In("if (b) {}" + Times(" else if (b) {}")),
        ["conditional"] = () => In($"var y = {Times("b ? 1 : ")}2;"),
        ["lambdas"] = () => In($"System.Func<object> y = {Times("() => ")}1;"),
        ["not"] = () => In($"var y = {Times("!")}b;"),
        ["calls"] = () => In($"var y = {Times("F(")}1{Times(")")};"),
        ["types"] = () => Times("class C{") + Times("}"),
        ["arrays"] = () => In($"var y = {Times("new[]{")}1{Times("}")};"),
        ["ifs"] = () => In(Times("if(b)") + ";"),
        ["directives"] = () => Times("#if A\n") + Times("#endif\n"),
        ["attributes"] = () => Times("[") + Times("]") + "class C{}",
    };

    [Theory, MemberData(nameof(Names))]
    public void Survives_and_says_so(string name)
    {
        Codebase result = Analyse.Files(
            null,
            SourceFile.InMemory("hostile.cs", Constructs[name]()),
            SourceFile.InMemory("fine.cs", "class Fine { int M() => 1; }")
        );
        LedgerEntry hostile = Assert.Single(result.Ledger, e => e.Name == "hostile.cs");
        Assert.True(hostile.State is LedgerState.Failed or LedgerState.PartlyAnalysed, $"{hostile.State}");
        Assert.NotNull(hostile.Reason);
        Assert.Equal(LedgerState.Analysed, Assert.Single(result.Ledger, e => e.Name == "fine.cs").State);
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_additions_is_analysed_or_named()
    {
        Codebase result = Analyse.Files(
            null,
            SourceFile.InMemory("long.cs", In("var y = " + string.Join('+', Enumerable.Repeat("s", Deep)) + ";"))
        );
        Assert.Single(result.Ledger, e => e.Name == "long.cs");
    }

    [Fact]
    public void Members_of_one_name_are_counted_over_all_parts_of_a_type()
    {
        string part = $"partial class P {{ {string.Concat(Enumerable.Repeat("void M() { N(); }\n", 2_500))} }}";

        Codebase result = Analyse.Files(
            null,
            SourceFile.InMemory("a.cs", part),
            SourceFile.InMemory("b.cs", part),
            SourceFile.InMemory("c.cs", "partial class P { void Other() { } }")
        );

        Assert.Equal(
            [("a.cs", LedgerState.Failed), ("b.cs", LedgerState.Failed), ("c.cs", LedgerState.Analysed)],
            result.Ledger.Where(e => e.Kind == LedgerKind.File).Select(e => (e.Name, e.State))
        );
        Assert.Contains("of one name", result.Ledger[0].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("class K { const string X = SUM; }", true)]
    [InlineData("[System.Obsolete(SUM)] class K { }", true)]
    [InlineData("class K { static string X = SUM; }", true)]
    [InlineData("class K { string M() { return SUM; } }", true)]
    [InlineData("class K { string M(string s, bool b) { return b ? s : s + SUM; } }", true)]
    [InlineData("class K { string M(string s, bool b) { return BRANCHES; } }", false)]
    public void A_sum_of_twenty_thousand_operands_is_analysed_unless_they_branch(string code, bool isWhole)
    {
        string text = code.Replace("SUM", string.Join(" + ", Enumerable.Repeat("\"a\"", 20_000)), StringComparison.Ordinal)
            .Replace("BRANCHES", string.Join(" + ", Enumerable.Repeat("(b ? s : \"\")", 20_000)), StringComparison.Ordinal);

        Codebase result = Analyse.Files(null, SourceFile.InMemory("sum.cs", text));

        LedgerEntry entry = Assert.Single(result.Ledger, e => e.Name == "sum.cs");
        Assert.Equal(isWhole ? LedgerState.Analysed : LedgerState.PartlyAnalysed, entry.State);
    }

    [Fact]
    public void What_is_joined_thousands_of_times_is_still_followed()
    {
        string sum = string.Join(" + ", Enumerable.Range(0, 10_000).Select(i => i == 5_000 ? "args[0]" : "\"a\" + n"));

        Codebase result = Analyse.Files(
            null,
            SourceFile.InMemory(
                "sum.cs",
                $"class C {{ static void Main(string[] args) {{ string n = \"\"; for (int i = 0; i < args.Length; i++) n += i; System.Diagnostics.Process.Start({sum}); }} }}"
            )
        );

        Assert.Equal(LedgerState.Analysed, Assert.Single(result.Ledger, e => e.Name == "sum.cs").State);
        Assert.Contains(result.Candidates, c => c.Rule.Id == "os-command");
    }

    [Theory]
    [InlineData("object M(dynamic x) { BODY; return x; }")]
    [InlineData("object M(dynamic x) => BODY;")]
    [InlineData("object P { get { return BODY; } }")]
    [InlineData("static object f = BODY;")]
    [InlineData("static object P { get; } = BODY;")]
    public void Lambdas_within_lambdas_of_many_overloads_cost_their_member_only(string member)
    {
        string overloads = string.Concat(
            Enumerable.Range(0, 8).Select(i => $"static object F(System.Func<T{i}, object> f) => f; class T{i} {{ }}\n")
        );
        string nested = string.Concat(Enumerable.Range(0, 8).Select(i => $"F(x{i} =>\n"));
        string code =
            "class C {\n"
            + overloads
            + member.Replace("BODY", nested + "1" + new string(')', 8), StringComparison.Ordinal)
            + "\nstatic void Main(string[] args) { System.Diagnostics.Process.Start(args[0]); } }";

        Codebase result = Analyse.Files(null, SourceFile.InMemory("lambdas.cs", code));

        LedgerEntry entry = Assert.Single(result.Ledger, e => e.Name == "lambdas.cs");
        Assert.Equal(LedgerState.PartlyAnalysed, entry.State);
        Assert.StartsWith("line 10: ", entry.Reason, StringComparison.Ordinal);
        Assert.Contains("too many overloads", entry.Reason, StringComparison.Ordinal);
        Assert.Equal(19, Assert.Single(result.Candidates, c => c.Rule.Id == "os-command").Where.StartLine);
    }

    [Fact]
    public void Thousands_of_functions_that_call_each_other_are_followed_as_far_as_there_is_time()
    {
        const int Count = 3_000;
        IEnumerable<string> methods = Enumerable
            .Range(0, Count)
            .Select(i =>
                $"static void M{i}(string s) {{ System.Diagnostics.Process.Start(s); M{(i * 79 + 13) % Count}(s); M{(i + 1) % Count}(s); }}\n"
            );
        string code = $"class C {{ static void Main(string[] args) {{ M0(args[0]); }} {string.Concat(methods)} }}";

        Codebase result = Analyse.Files(
            null,
            SourceFile.InMemory("mutual.cs", code),
            SourceFile.InMemory("fine.cs", "class Fine { int M() => 1; }")
        );

        Assert.NotEmpty(result.Candidates);
        LedgerEntry mutual = Assert.Single(result.Ledger, e => e.Name == "mutual.cs");
        Assert.Equal(LedgerState.PartlyAnalysed, mutual.State);
        Assert.Contains("too much data meets in", mutual.Reason, StringComparison.Ordinal);
        Assert.Equal(LedgerState.Analysed, Assert.Single(result.Ledger, e => e.Name == "fine.cs").State);
    }
}
