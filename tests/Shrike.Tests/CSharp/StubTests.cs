using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shrike.Analysis.CSharp;

namespace Shrike.Tests.CSharp;

/// <summary>The declarations of libraries compile against the world that they name.</summary>
public sealed class StubTests
{
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Preview);

    [Theory]
    [InlineData("modern")]
    [InlineData("framework")]
    public void All_stubs_of_a_world_compile_together(string world)
    {
        CSharpCompilation stubs = Compilation(world);
        Diagnostic[] errors =
        [
            .. stubs
                .GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(d => d is { Severity: DiagnosticSeverity.Error, Location.IsInSource: true }),
        ];
        Assert.Empty(errors.Select(e => e.ToString()));
    }

    [Fact]
    public void Every_stub_names_the_namespaces_that_it_declares_and_its_world()
    {
        foreach ((string name, string text) in Stubs())
        {
            string[] lines = text.Split('\n');
            Assert.True(lines[0].StartsWith("// namespaces: ", StringComparison.Ordinal), name);
            Assert.True(lines[1] is "// world: modern" or "// world: framework" or "// world: both", name);
            string[] declared =
            [
                .. lines.Where(l => l.StartsWith("namespace ", StringComparison.Ordinal)).Select(l => l["namespace ".Length..].Trim()),
            ];
            foreach (string promised in lines[0]["// namespaces: ".Length..].Split(", "))
                Assert.True(declared.Contains(promised), $"{name} promises {promised}");
        }
    }

    [Theory]
    [InlineData("modern", "Microsoft.AspNetCore.Authorization.IAuthorizeData")]
    [InlineData("modern", "System.Reflection.Metadata.MetadataReader")]
    [InlineData("framework", "System.Web.HttpContext")]
    public void Reference_assemblies_are_all_embedded(string world, string type) =>
        Assert.NotNull(Compilation(world).GetTypeByMetadataName(type));

    [Theory]
    [InlineData("modern", "Microsoft.EntityFrameworkCore.RelationalQueryableExtensions", "FromSqlRaw")]
    [InlineData("modern", "Dapper.SqlMapper", "QueryAsync")]
    [InlineData("modern", "System.Data.SqlClient.SqlCommand", "CommandText")]
    [InlineData("framework", "System.Web.Mvc.Controller", "RedirectToAction")]
    [InlineData("framework", "System.Web.Http.ApiController", "Ok")]
    [InlineData("framework", "Newtonsoft.Json.JsonConvert", "DeserializeObject")]
    public void Members_that_rules_name_are_declared(string world, string type, string member)
    {
        INamedTypeSymbol? symbol = Compilation(world).GetTypeByMetadataName(type);
        Assert.NotNull(symbol);
        Assert.NotEmpty(symbol.GetMembers(member));
    }

    internal static CSharpCompilation Compilation(string world) =>
        CSharpCompilation.Create(
            "stubs",
            Stubs()
                .Where(s =>
                    s.Text.Contains($"// world: {world}\n", StringComparison.Ordinal)
                    || s.Text.Contains("// world: both\n", StringComparison.Ordinal)
                )
                .Select(s => CSharpSyntaxTree.ParseText(s.Text, Parse, s.Name + ".cs")),
            world == "modern" ? References.Modern : References.Framework,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );

    private static IEnumerable<(string Name, string Text)> Stubs()
    {
        Assembly assembly = typeof(References).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("stubs/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name["stubs/".Length..], reader.ReadToEnd());
        }
    }
}
