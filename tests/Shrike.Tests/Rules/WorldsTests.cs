using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Rules;
using Shrike.Analysis.Sources;

namespace Shrike.Tests.Rules;

/// <summary>What the project file and the user's choice change in what is found.</summary>
public class WorldsTests
{
    private const string ReadsXml = """
        using System.Web.Mvc;
        using System.Xml;
        public class XmlController : Controller {
            public string Read(string text) { var d = new XmlDocument(); d.LoadXml(text); return d.InnerText; }
            public string Held(string text) { var d = new XmlDocument(); d.Load(XmlReader.Create(new System.IO.StringReader(text))); return d.InnerText; }
            public string Closed(string text) { var d = new XmlDocument(); d.XmlResolver = null; d.LoadXml(text); return d.InnerText; }
        }
        """;

    [Theory]
    [InlineData("<TargetFrameworkVersion>v4.5</TargetFrameworkVersion>", 1)]
    [InlineData("<TargetFrameworkVersion>v4.5.2</TargetFrameworkVersion>", 0)]
    [InlineData("<TargetFrameworkVersion>v4.8</TargetFrameworkVersion>", 0)]
    [InlineData("<TargetFramework>net40</TargetFramework>", 1)]
    [InlineData("<TargetFramework>net451</TargetFramework>", 1)]
    [InlineData("<TargetFramework>net472</TargetFramework>", 0)]
    [InlineData("<TargetFrameworks>net40;net48</TargetFrameworks>", 0)]
    public void A_resolver_is_the_default_before_4_5_2(string framework, int expected)
    {
        Codebase result = Analyse.Files(
            null,
            SourceFile.InMemory("App.csproj", $"<Project><PropertyGroup>{framework}</PropertyGroup></Project>", FileKind.Project),
            SourceFile.InMemory("XmlController.cs", ReadsXml)
        );
        Assert.Equal(Enumerable.Repeat(4, expected), result.Candidates.Where(c => c.Rule.Id == "xxe").Select(c => c.Where.StartLine));
    }

    [Fact]
    public void Checks_against_what_is_ambiguous_prove_nothing()
    {
        const string Names = """
            public static class Names {
                static readonly char[] bad = System.IO.Path.GetInvalidFileNameChars();
                public static bool Has(string n) { return n.IndexOfAny(bad) >= 0 || System.IO.Path.GetFullPath(bad).StartsWith("/"); }
            }
            """;
        Codebase result = Analyse.Files(
            null,
            SourceFile.InMemory("A.cs", Names + Names),
            SourceFile.InMemory(
                "C.cs",
                """
                using Microsoft.AspNetCore.Mvc;
                public class FilesController : ControllerBase {
                    [HttpGet] public ActionResult Get(string name) { if (Names.Has(name)) return BadRequest(); return PhysicalFile("/srv/" + name, "a/b"); }
                }
                """
            )
        );
        Assert.Contains(result.Candidates, c => c.Rule.Id == "path-traversal");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Callers_of_a_library_count_when_asked_for(bool publicApi)
    {
        const string Code = "public class Store { public byte[] Read(string name) => System.IO.File.ReadAllBytes(\"/srv/\" + name); }";
        Codebase result = CodeFacts.Read(
            new SourceTree("/nowhere", [SourceFile.InMemory("Store.cs", Code)], []),
            RuleCatalogue.BuiltIn(),
            new AnalysisOptions { Jobs = 1, PublicApiIsSource = publicApi },
            null,
            TestContext.Current.CancellationToken
        );
        Candidate[] found = [.. result.Candidates.Where(c => c.Rule.Id == "path-traversal")];
        Assert.Equal(publicApi ? 1 : 0, found.Length);
        Assert.All(found, c => Assert.Equal((SourceKind.PublicApi, Severity.Medium), (c.Flows[0].Source, c.Severity)));
    }
}
