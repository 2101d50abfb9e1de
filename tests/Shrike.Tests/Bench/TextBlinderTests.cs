using System.Text.RegularExpressions;
using Shrike.Bench.Blinding;
using Shrike.Bench.Suites;

namespace Shrike.Tests.Bench;

public sealed class TextBlinderTests
{
    private static string Blind(string suite, string file, string text)
    {
        SuiteDeclaration declaration = SuiteDeclarations.Find(suite)!;
        string blind = Assert.Single(
            Blinders.For(file, declaration)!.Blind("s", [text], 1, NeutralNames.Telling(declaration.TellingWords))
        )!;
        Assert.Equal(text.Length, blind.Length);
        return blind;
    }

    [Theory]
    [InlineData("p1", "a.java", "int a; «// bad»\nint b;")]
    [InlineData("p1", "a.java", "String s = \"http://x\"; «/* bad */»")]
    [InlineData("p4", "a.c", "char c = '\"'; «// {!LINE}»")]
    [InlineData("p4", "a.c", "int a; «/* never ends»")]
    [InlineData("p2", "a.py", "x = '#no' «# bad»")]
    [InlineData("p2", "a.py", "def f():\n    \"\"\"«bad»\"\"\"\n")]
    [InlineData("p2", "a.py", "«# y»\n\"\"\"«bad»\"\"\"\n")]
    [InlineData("p2", "a.py", "q = f(\n    \"\"\"select # 1\"\"\")")]
    [InlineData("samples", "a.cshtml", "<a href=\"https://x/\"> «@* expect: xss *@» «// expect: x»\n«<!-- y -->»")]
    [InlineData("samples", "a.aspx", "<%= X %> «<%-- expect: xss --%>»")]
    [InlineData("samples", "appsettings.json", "{ \"a\": \"// b\" }")]
    public void Comments_become_spaces_and_strings_stay(string suite, string file, string marked)
    {
        string expected = Regex.Replace(marked, "«([^»]*)»", m => new string(' ', m.Groups[1].Length));
        Assert.Equal(
            expected,
            Blind(suite, file, marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Java_names_and_routes_are_neutral_and_those_of_libraries_stay()
    {
        string blind = Blind(
            "p1",
            "a.java",
            "@WebServlet(value=\"/pathtraver-00/BenchmarkTest00001\") public class BenchmarkTest00001 { String badParam = Unsafe.getUnsafe(\"bad\"); int f(int safeArg) { return safeArg; } }"
        );
        Assert.DoesNotMatch("pathtraver|Benchmark|badParam|safeArg", blind);
        Assert.Contains("Unsafe.getUnsafe(\"bad\")", blind, StringComparison.Ordinal);
        Match route = Regex.Match(blind, "\"/[a-z]{10}-[0-9]{2}/(\\w{18})\"\\) public class (\\w{18})");
        Assert.True(route.Success, blind);
        Assert.Equal(route.Groups[1].Value, route.Groups[2].Value);
    }

    [Fact]
    public void Python_keeps_what_a_library_named()
    {
        string blind = Blind("p2", "a.py", "import yaml\ndef bad(x):\n    safe_y = yaml.safe_load(x)\n    return safe_y\nbad(1)\n");
        Assert.Contains("yaml.safe_load(x)", blind, StringComparison.Ordinal);
        Assert.DoesNotMatch("bad|safe_y", blind);
        Assert.Equal(Regex.Match(blind, "def (\\w+)").Groups[1].Value, Regex.Match(blind, "\\n(\\w+)\\(1\\)").Groups[1].Value);
    }

    [Fact]
    public void Kinds_of_file_that_nobody_can_blind_are_not_shown() => Assert.Null(Blinders.For("a.rb", SuiteDeclarations.Find("p2")!));
}
