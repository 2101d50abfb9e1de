using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shrike.Analysis.CSharp;
using Shrike.Analysis.Rules;
using Shrike.Tests.CSharp;
using Shrike.Tests.Rules;

namespace Shrike.Tests.Samples;

/// <summary>The sample applications are valid, and their marks are what they claim to be.</summary>
public sealed class ExpectationTests
{
    private static readonly string Samples = Path.Combine(RepositoryRoot.Path, "samples");
    private static readonly IReadOnlyList<Expectation> Marks = Expectations.Read(Samples);

    [Fact]
    public void Marks_are_read_in_the_comments_of_every_language()
    {
        const string text = """
            run(x); // expect: os-command, log-injection
            <p>@x</p> @* expect: xss *@
            <%= x %> <%-- expect: xss *%>
            <%= x %> <%-- expect: xss --%>
            <a b="c" /> <!-- expect: none -->
            var s = "// expect: nothing at the end";
            """;
        Assert.Equal(
            ["f:1 os-command", "f:1 log-injection", "f:2 xss", "f:4 xss", "f:5 none"],
            Expectations.InSource("f", text).Select(e => e.ToString())
        );
        Assert.Equal(
            ["a.json:7 trace-enabled", "b.json:8 none"],
            Expectations.InList("# List\n\n    a.json:7 trace-enabled\n    b.json:8 none\n").Select(e => e.ToString())
        );
    }

    [Fact]
    public void Comparison_names_what_is_missed_false_or_unmarked()
    {
        Expectation[] expected = [new("a", 1, "xss"), new("a", 2, "ssrf"), new("a", 3, null)];
        Assert.Empty(Expectations.Compare(expected, [("a", 1, "xss"), ("a", 2, "ssrf")]));
        Assert.Equal(
            ["missed a:2 ssrf", "false alarm on a safe twin a:3 xss", "unmarked a:1 ssrf"],
            Expectations.Compare(expected, [("a", 1, "xss"), ("a", 1, "ssrf"), ("a", 3, "xss")])
        );
    }

    [Fact]
    public void At_least_45_flaws_of_many_kinds_are_planted()
    {
        Assert.True(Marks.Count(m => m.Rule is not null) >= 45);
        Assert.True(Marks.Select(m => m.Rule).OfType<string>().Distinct().Count() >= 40);
    }

    [Theory]
    [InlineData("Webshop")]
    [InlineData("Notes")]
    [InlineData("Intranet")]
    public void Every_flaw_has_a_safe_twin_in_its_application(string application)
    {
        Expectation[] marks = [.. Marks.Where(m => m.Path.StartsWith(application + "/", StringComparison.Ordinal))];
        int flaws = marks.Where(m => m.Rule is not null).Select(m => (m.Path, m.Line)).Distinct().Count();
        int twins = marks.Count(m => m.Rule is null);
        Assert.True(flaws >= 15, $"{flaws} flaws");
        Assert.True(twins >= flaws, $"{twins} twins for {flaws} flaws");
    }

    [Fact]
    public void Every_mark_names_a_rule_of_the_catalogue()
    {
        HashSet<string> rules = [.. RuleCatalogue.BuiltIn().Rules.Select(r => r.Id)];
        Assert.DoesNotContain(Marks, m => m.Rule is not null && !rules.Contains(m.Rule));
    }

    [Fact]
    public void The_readme_counts_every_rule_and_flaw_that_is_planted()
    {
        string readme = File.ReadAllText(Path.Combine(Samples, "README.md"));
        Assert.DoesNotContain(Marks, m => m.Rule is not null && !readme.Contains($"| `{m.Rule}` |", StringComparison.Ordinal));
        foreach (string application in (string[])["Webshop", "Notes", "Intranet"])
        {
            int flaws = Marks.Count(m => m.Rule is not null && m.Path.StartsWith(application + "/", StringComparison.Ordinal));
            Assert.Contains(
                readme.Split('\n'),
                l => l.StartsWith($"| `{application}` |", StringComparison.Ordinal) && l.EndsWith($"| {flaws} |", StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public void Every_place_in_the_list_exists()
    {
        foreach (Expectation item in Marks.Where(m => m.Path.EndsWith(".json", StringComparison.Ordinal)))
            Assert.True(File.ReadAllLines(Path.Combine(Samples, item.Path)).Length >= item.Line, item.ToString());
    }

    [Theory]
    [InlineData("Webshop", "modern")]
    [InlineData("Notes", "modern")]
    [InlineData("Intranet", "framework")]
    public void Applications_compile_against_the_stubs(string application, string world)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        bool isModern = world == "modern";
        var parse = new CSharpParseOptions(isModern ? LanguageVersion.CSharp14 : LanguageVersion.CSharp7_3);
        List<SyntaxTree> trees =
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Samples, application), "*.cs", SearchOption.AllDirectories)
                .Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
                .Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), parse, f, cancellationToken: cancel)),
        ];
        if (isModern)
            trees.Add(CSharpSyntaxTree.ParseText(ImplicitUsings, parse, cancellationToken: cancel));
        CSharpCompilation compilation = CSharpCompilation.Create(
            application,
            trees,
            [.. isModern ? References.Modern : References.Framework, StubTests.Compilation(world).ToMetadataReference()],
            new CSharpCompilationOptions(
                isModern ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: isModern ? NullableContextOptions.Enable : NullableContextOptions.Disable
            )
        );
        Diagnostic[] errors =
        [
            .. compilation.GetDiagnostics(cancel).Where(d => d is { Severity: DiagnosticSeverity.Error, Location.IsInSource: true }),
        ];
        Assert.True(errors.Length == 0, string.Join("\n", errors.Select(e => e.ToString())));
        Assert.True(trees.Count > 8);
    }

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;
}
