using Shrike.Bench.Runs;
using Shrike.Bench.Scoring;
using Shrike.Bench.Suites;

namespace Shrike.Tests.Bench;

public sealed class FunctionsTests
{
    private static string In(string extension, string text) =>
        string.Join(' ', Functions.In(extension, text).Select(r => $"{r.Start}-{r.End}"));

    [Fact]
    public void C_functions_are_found_and_control_is_not() =>
        Assert.Equal(
            "2-7 9-12",
            In(
                ".c",
                """
                struct s { int a; };
                static int one(int a)
                {
                    if (a > 0) { a--; }
                    char *t = "} (";  // {
                    return a;
                }
                int table[] = { 1, 2 };
                int main(void) {
                    for (;;) { break; }
                    return one('{');
                }
                """
            )
        );

    [Fact]
    public void Methods_of_Java_hold_their_inner_classes() =>
        Assert.Equal(
            "2-6 7-7",
            In(
                ".java",
                """
                class A extends B {
                    void run(String a) throws X {
                        new Thread(new Runnable() {
                            public void run() { }
                        }).start();
                    }
                    int one() { return 1; }
                }
                """
            )
        );

    [Fact]
    public void Members_of_C_sharp_hold_their_local_functions_and_lambdas() =>
        Assert.Equal(
            "3-7 8-8 9-9 11-11",
            In(
                ".cs",
                """
                class A
                {
                    void One()
                    {
                        void Local() { }
                        System.Action a = () => { };
                    }
                    int Two => 2;
                    int Three(int x) => x;
                    int field;
                    A() { }
                }
                """
            )
        );

    [Fact]
    public void Python_functions_end_where_the_indent_does() =>
        Assert.Equal(
            "2-5 9-12",
            In(
                ".py",
                """
                import os
                def one(a):
                    def inner():
                        pass
                    return a

                print(one(1))
                class A:
                    async def two(
                        self,
                    ):
                        return 2
                    # last
                """
            )
        );

    [Theory]
    [InlineData(".c", "}}}}{{{{ ) { ' \" /*")]
    [InlineData(".c", "int f( {")]
    [InlineData(".java", "\"\\")]
    [InlineData(".py", "def")]
    [InlineData(".cs", "class { void ( } }")]
    [InlineData(".xyz", "int f() { }")]
    [InlineData(".c", "")]
    public void Broken_text_is_no_error(string extension, string text) => Assert.NotNull(Functions.In(extension, text));

    [Fact]
    public void Deep_and_long_text_takes_no_stack_and_little_time()
    {
        Assert.NotNull(Functions.In(".c", "int f() " + new string('{', 200_000)));
        Assert.NotNull(Functions.In(".cs", "class A { void F() " + new string('{', 100_000)));
        Assert.NotNull(Functions.In(".js", string.Concat(Enumerable.Repeat("a(){`", 100_000))));
    }

    [Fact]
    public void Findings_of_one_group_in_one_function_are_one()
    {
        RawFinding[] findings =
        [
            Given.Finding("a", 3, 787) with
            {
                FunctionLine = 1,
            },
            Given.Finding("a", 5, 121) with
            {
                FunctionLine = 1,
            },
            Given.Finding("a", 5, 416) with
            {
                FunctionLine = 1,
            },
            Given.Finding("a", 13, 787) with
            {
                FunctionLine = 10,
            },
            Given.Finding("b", 3, 787) with
            {
                FunctionLine = 1,
            },
            Given.Finding("a", 3, 0, rule: "x") with
            {
                FunctionLine = 1,
            },
            Given.Finding("a", 4, 0, rule: "y") with
            {
                FunctionLine = 1,
            },
            Given.Finding("a", 3, 787),
            Given.Finding("a", 4, 787),
        ];
        Assert.Equal(8, Merging.Groups(findings).Count());
    }

    [Fact]
    public void What_is_merged_is_right_when_any_of_it_is()
    {
        BenchCase[] cases = [Given.Case("a", 787, true, line: 5)];
        RawFinding right = Given.Finding("a", 5, 787) with { FunctionLine = 1 },
            near = Given.Finding("a", 7, 787) with { FunctionLine = 1 },
            elsewhere = Given.Finding("a", 27, 787) with { FunctionLine = 20 };
        Assert.Empty(new CastleJudge().Judge(cases, Given.Output(right, near)).Extra);
        Assert.Single(new CastleJudge().Judge(cases, Given.Output(right, elsewhere)).Extra);
        Assert.Single(new CastleJudge().Judge(cases, Given.Output(near)).Extra);
    }

    [Fact]
    public void Findings_are_marked_with_the_line_of_their_function()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("shrike-functions-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "a.c"), "int x;\nint main(void)\n{\n  return x;\n}\n");
            IReadOnlyList<RawFinding> marked = Functions.Mark(
                [Given.Finding("a.c", 4, 1), Given.Finding("a.c", 1, 1), Given.Finding("../a.c", 4, 1), Given.Finding("none.c", 4, 1)],
                folder.FullName
            );
            Assert.Equal([2, null, null, null], marked.Select(f => f.FunctionLine));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
