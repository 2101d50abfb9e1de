using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Sources;

namespace Shrike.Tests.Taint;

/// <summary>What weighs less by its nature, and what does not.</summary>
public class SeverityTests
{
    private const string Controller = """
        using System.IO;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        [ApiController, Route("files")]
        ATTRIBUTES
        public class FilesController(Session session) : ControllerBase {
            [HttpDelete] public void Delete(string name) { BEFORE; session.Delete(name); }
        }
        public class Session {
            public bool IsAdministrator => User.IsInRole("Administrator");
            public bool IsAdminOrEditor => true;
            public System.Security.Claims.ClaimsPrincipal User { get; set; }
            public void Delete(string name) { INSIDE; File.Delete("/data/" + name); }
        }
        """;

    [Theory]
    [InlineData("[Authorize(Roles = \"Admin\")]", "", "", Severity.Medium)]
    [InlineData("[Authorize(Policy = \"RequireAdminRole\")]", "", "", Severity.Medium)]
    [InlineData("", "if (!session.IsAdministrator) return", "", Severity.Medium)]
    [InlineData("", "if (!User.IsInRole(\"Administrators\")) throw new System.UnauthorizedAccessException()", "", Severity.Medium)]
    [InlineData("", "", "if (!IsAdministrator || name == \"\") throw new System.UnauthorizedAccessException()", Severity.Medium)]
    [InlineData("[Authorize]", "", "", Severity.High)]
    [InlineData("[Authorize(Roles = \"Admin,Editor\")]", "", "", Severity.High)]
    [InlineData("[Authorize(Roles = \"NonAdmin\")]", "", "", Severity.High)]
    [InlineData("", "if (session.IsAdministrator) return", "", Severity.High)]
    [InlineData("", "if (!session.IsAdministrator) System.Console.WriteLine()", "", Severity.High)]
    [InlineData("", "if (!session.IsAdministrator && name != \"a\") return", "", Severity.High)]
    [InlineData("", "if (!session.IsAdminOrEditor) return", "", Severity.High)]
    [InlineData("", "if (!User.IsInRole(\"Editors\")) return", "", Severity.High)]
    public void What_only_an_administrator_can_send_weighs_less(string attributes, string before, string inside, Severity severity)
    {
        string code = Controller.Replace("ATTRIBUTES", attributes).Replace("BEFORE", before).Replace("INSIDE", inside);
        Candidate found = Assert.Single(Analyse.Text(code).Candidates, c => c.Rule.Id == "path-traversal");
        Assert.Equal(severity, found.Severity ?? found.Rule.Severity);
    }

    [Theory]
    [InlineData("\"/data/\"", null)]
    [InlineData("root + Path.DirectorySeparatorChar", null)]
    [InlineData("Path.GetFullPath(root) + \"/\"", null)]
    [InlineData("$\"{root}/\"", null)]
    [InlineData("root", null)]
    [InlineData("\"/data\"", Severity.Medium)]
    [InlineData("Path.Combine(root, \"users\")", Severity.Medium)]
    [InlineData("Path.GetFullPath(Path.Combine(root, \"users\"))", Severity.Medium)]
    [InlineData("Directory.GetCurrentDirectory()", Severity.Medium)]
    [InlineData("root.TrimEnd('/')", Severity.Medium)]
    public void A_prefix_without_a_separator_lets_siblings_pass(string prefix, Severity? severity)
    {
        string code = $$"""
            using System.IO;
            using Microsoft.AspNetCore.Mvc;
            [ApiController]
            public class FilesController : ControllerBase {
                private string root;
                [HttpGet("f")] public string Get(string name) {
                    var full = Path.GetFullPath(Path.Combine("/data", name));
                    if (!full.StartsWith({{prefix}})) return "";
                    return System.IO.File.ReadAllText(full);
                }
            }
            """;
        Candidate? found = Analyse.Text(code).Candidates.SingleOrDefault(c => c.Rule.Id == "path-traversal");
        Assert.Equal(severity, found is null ? null : found.Severity ?? found.Rule.Severity);
    }

    [Fact]
    public void A_separator_that_is_asked_for_behind_the_prefix_completes_it()
    {
        const string code = """
            using System.IO;
            using Microsoft.AspNetCore.Mvc;
            [ApiController]
            public class FilesController : ControllerBase {
                [HttpGet("f")] public string Get(string name) {
                    var full = Path.GetFullPath(Path.Combine("/data", name));
                    if (!full.StartsWith("/data") || full[5] != '/') return "";
                    return System.IO.File.ReadAllText(full);
                }
            }
            """;
        Assert.DoesNotContain(Analyse.Text(code).Candidates, c => c.Rule.Id == "path-traversal");
    }

    [Fact]
    public void A_constructor_that_refuses_others_counts_for_every_action()
    {
        const string code = """
            using System.IO;
            using System.Web.Http;
            public class FilesController : ApiController {
                public FilesController() { if (!Checks.CheckRightsForAdminPages()) throw new HttpResponseException(System.Net.HttpStatusCode.Unauthorized); }
                public void Delete(string id) { File.Delete("/data/" + id); }
            }
            public static class Checks { public static bool CheckRightsForAdminPages() => System.DateTime.Now.Hour > 3; }
            """;
        Candidate found = Assert.Single(Analyse.Text(code).Candidates, c => c.Rule.Id == "path-traversal");
        Assert.Equal(Severity.Medium, found.Severity);
        Candidate open = Assert.Single(
            Analyse
                .Text(code.Replace("throw new HttpResponseException(System.Net.HttpStatusCode.Unauthorized)", "System.Console.WriteLine()"))
                .Candidates,
            c => c.Rule.Id == "path-traversal"
        );
        Assert.Null(open.Severity);
    }

    [Fact]
    public void An_administrator_is_the_best_victim_of_a_script()
    {
        const string code = """
            using Microsoft.AspNetCore.Authorization;
            using Microsoft.AspNetCore.Mvc;
            [Authorize(Roles = "Admin")]
            public class PageController : Controller {
                public IActionResult Show(string text) => Content("<p>" + text + "</p>", "text/html");
            }
            """;
        Candidate found = Assert.Single(Analyse.Text(code).Candidates, c => c.Rule.Id == "xss");
        Assert.Null(found.Severity);
    }

    [Fact]
    public void Directories_that_are_listed_and_emptied_are_one_flaw()
    {
        const string code = """
            using System.IO;
            using Microsoft.AspNetCore.Mvc;
            [ApiController]
            public class FilesController : ControllerBase {
                [HttpDelete("a")] public void Delete(string name) {
                    var folder = new DirectoryInfo("/data/" + name);
                    foreach (var inner in folder.GetDirectories()) System.Console.WriteLine(inner);
                    folder.Delete(true);
                }
                [HttpGet("b")] public object List(string name) => Directory.GetFiles("/data/" + name);
            }
            """;
        Candidate[] found = [.. Analyse.Text(code).Candidates.Where(c => c.Rule.Id == "path-traversal").OrderBy(c => c.Where)];
        Assert.Equal([8, 10], found.Select(c => c.Where.StartLine));
        Assert.Equal([Severity.High, Severity.Medium], found.Select(c => c.Severity ?? c.Rule.Severity));
    }

    [Theory]
    [InlineData("var a = '@Model.Text';", Severity.Medium)]
    [InlineData("// it's\n var a = \"x/@Model.Text\";", Severity.Medium)]
    [InlineData("var a = @Model.Text;", Severity.High)]
    [InlineData("var a = 'it\\'s' + @Model.Text;", Severity.High)]
    [InlineData("var a = `@Model.Text`;", Severity.High)]
    [InlineData("var a = '@Html.Raw(Model.Text)';", Severity.High)]
    public void Between_quotes_of_a_script_encoded_text_is_nearly_held(string script, Severity severity)
    {
        Codebase result = Analyse.Files(
            null,
            SourceFile.InMemory("Web.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\"></Project>", FileKind.Project),
            SourceFile.InMemory(
                "HomeController.cs",
                """
                using Microsoft.AspNetCore.Mvc;
                public class Page { public string Text { get; set; } }
                public class HomeController : Controller { public IActionResult Index(string id) => View(new Page { Text = id }); }
                """
            ),
            SourceFile.InMemory("Views/Home/Index.cshtml", "@model Page\n<script>\n" + script + "\n</script>\n", FileKind.RazorView)
        );
        Candidate found = Assert.Single(result.Candidates, c => c.Rule.Id == "xss-script");
        Assert.Equal(severity, found.Severity ?? found.Rule.Severity);
    }

    [Fact]
    public void A_key_that_a_test_hands_over_is_the_tests()
    {
        Codebase result = Analyse.Files(
            null,
            SourceFile.InMemory("App/App.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"></Project>", FileKind.Project),
            SourceFile.InMemory(
                "App/Token.cs",
                "public class Token { public static object Of(string key) => new System.Security.Cryptography.Rfc2898DeriveBytes(key, 16, 1000); }"
            ),
            SourceFile.InMemory(
                "App.Test/App.Test.csproj",
                "<Project Sdk=\"Microsoft.NET.Sdk\"><ItemGroup><PackageReference Include=\"xunit\" Version=\"2.9.0\" /><PackageReference Include=\"Microsoft.NET.Test.Sdk\" Version=\"17.0.0\" /><ProjectReference Include=\"../App/App.csproj\" /></ItemGroup></Project>",
                FileKind.Project
            ),
            SourceFile.InMemory(
                "App.Test/TokenTests.cs",
                "using Xunit; public class TokenTests { [Fact] public void Works() { Token.Of(\"administrator-key-1\"); } }"
            )
        );
        Assert.DoesNotContain(result.Candidates, c => c.Rule.Id == "hardcoded-key" && !c.InTestCode);
    }

    [Fact]
    public void A_query_in_text_that_only_compares_weighs_less_than_one_that_runs()
    {
        const string code = """
            using System.Linq;
            using System.Linq.Dynamic.Core;
            using Microsoft.AspNetCore.Mvc;
            [ApiController]
            public class RowsController : ControllerBase {
                [HttpGet("a")] public object A(string order) => Enumerable.Empty<string>().AsQueryable().OrderBy(order).ToList();
                [HttpGet("b")] public object B(string sum) => new System.Data.DataTable().Select("a = " + sum);
            }
            """;
        Candidate[] found = [.. Analyse.Text(code).Candidates.Where(c => c.Rule.Id == "expression-injection").OrderBy(c => c.Where)];
        Assert.Equal([Severity.Medium, Severity.High], found.Select(c => c.Severity ?? c.Rule.Severity));
    }
}
