using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shrike.Analysis.CSharp;
using Shrike.Analysis.CSharp.EntryPoints;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Rules;
using Shrike.Analysis.Rules.Structure;

namespace Shrike.Tests.Rules.Structure;

public sealed partial class StructuralRulesTests
{
    private static readonly Lazy<RuleCatalogue> Catalogue = new(RuleCatalogue.BuiltIn);

    [Theory]
    [InlineData("shop-modern.cs", false)]
    [InlineData("tenants-modern.cs", false)]
    [InlineData("portal-framework.cs", true)]
    public void Finds_what_the_comments_expect_and_nothing_else(string file, bool framework)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Cases", "structure", file);
        string text = File.ReadAllText(path);
        Assert.Equal(Expected(text), Found(text, framework));
    }

    [Fact]
    public void An_application_without_any_authorization_gets_low_findings_for_destruction_only()
    {
        const string text = """
            using Microsoft.AspNetCore.Mvc;
            [ApiController, Route("things")]
            public class ThingsController(Store store) : ControllerBase
            {
                [HttpDelete("{id}")] public void Delete(int id) => store.Delete(id);
                [HttpPut("{id}")] public void Rename(int id) => store.Save(id);
            }
            """;
        Candidate only = Assert.Single(Run(text, false));
        Assert.Equal("missing-authorization", only.Rule.Id);
        Assert.Equal(Severity.Low, only.Severity);
        Assert.Equal(5, only.Where.StartLine);
    }

    [Fact]
    public void A_global_query_filter_relates_every_query()
    {
        const string text = """
            using Microsoft.AspNetCore.Authorization;
            using Microsoft.AspNetCore.Mvc;
            public class Note { public int Id { get; set; } public string OwnerId { get; set; } }
            public class Db : DbContext
            {
                public DbSet<Note> Notes { get; set; }
                void OnModelCreating(ModelBuilder b) { FILTER }
            }
            [Authorize] public class NotesController(Db db) : ControllerBase { [HttpGet] public Note Get(int id) => db.Notes.Find(id); }
            """;
        Assert.Single(Run(text.Replace("FILTER", "", StringComparison.Ordinal), false));
        Assert.Empty(
            Run(text.Replace("FILTER", "b.Entity<Note>().HasQueryFilter(n => n.OwnerId == me);", StringComparison.Ordinal), false)
        );
    }

    [Fact]
    public void A_hub_without_authorization_is_one_finding_where_the_application_uses_authorization()
    {
        const string text = """
            using Microsoft.AspNetCore.Authorization;
            using Microsoft.AspNetCore.SignalR;
            public class Open : Hub { public void Say(string s) { } public void Shout(string s) { } }
            [Authorize] public class Closed : Hub { public void Say(string s) { } }
            """;
        Assert.Equal(["3 missing-authorization"], Found(text, false));
    }

    [Theory]
    [InlineData("[HttpPost] public IActionResult Rename(int id) { db.Update(id); return View(); }", true)]
    [InlineData("[HttpPost] public IActionResult DeleteList(int id) { db.Remove(id); return View(); }", true)]
    [InlineData("[HttpPost] public IActionResult OrderList(int id) { db.Execute(id); return View(); }", false)]
    [InlineData("[HttpPost] public IActionResult PrintOrders(int id) { db.Execute(id); return View(); }", false)]
    [InlineData("[HttpPost] public IActionResult LogOff(int id) { db.Update(id); return View(); }", false)]
    public void A_form_that_asks_or_shows_out_needs_no_antiforgery_token(string action, bool hit)
    {
        string text = $$"""
            using Microsoft.AspNetCore.Authorization;
            using Microsoft.AspNetCore.Mvc;
            public class Startup { void Up(Services s) { s.AddAuthentication().AddCookie(); } }
            [Authorize] public class PapersController(Db db) : Controller { {{action}} }
            """;
        Assert.Equal(hit, Found(text, false).Any(found => found.EndsWith(" missing-antiforgery", StringComparison.Ordinal)));
    }

    private static List<string> Expected(string text)
    {
        var lines = new List<string>();
        string[] all = text.Split('\n');
        for (int i = 0; i < all.Length; i++)
        {
            Match match = Mark().Match(all[i]);
            if (match.Success && match.Groups[1].Value != "none")
                lines.Add($"{i + 1} {match.Groups[1].Value}");
        }

        Assert.NotEmpty(lines);
        return lines;
    }

    private static List<string> Found(string text, bool framework) =>
        [.. Run(text, framework).Select(candidate => $"{candidate.Where.StartLine} {candidate.Rule.Id}")];

    internal static IReadOnlyList<Candidate> Run(string text, bool framework)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "case",
            [
                CSharpSyntaxTree.ParseText(
                    text,
                    new CSharpParseOptions(LanguageVersion.CSharp14),
                    "case.cs",
                    cancellationToken: TestContext.Current.CancellationToken
                ),
            ],
            framework ? References.Framework : References.Modern,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        CancellationToken cancel = TestContext.Current.CancellationToken;
        IReadOnlyList<EntryPointSite> sites = EntryPointFinder.Find(compilation, new EntryPointOptions(), out AppFacts app, cancel);
        return StructuralRules.Find(compilation, sites, app, Catalogue.Value, cancel);
    }

    [GeneratedRegex(@"// expect: ([a-z-]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Mark();
}
