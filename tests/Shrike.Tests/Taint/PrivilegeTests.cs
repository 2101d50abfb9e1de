using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;

namespace Shrike.Tests.Taint;

/// <summary>What only the administrators of the installation can send weighs less; whose victim is the caller, and what others can
/// send too, weighs the same.</summary>
public class PrivilegeTests
{
    [Theory]
    [InlineData("[Authorize(Roles = \"Admin\")]", Severity.Medium)]
    [InlineData("[Authorize(Roles = Names.Host)]", Severity.Medium)]
    [InlineData("[Authorize(Policy = \"RequiresElevation\")]", Severity.Medium)]
    [InlineData("[Authorize(Policy = Unknown.RequiresElevation)]", Severity.Medium)]
    [InlineData("[Authorize(Roles = \"Admin,User\")]", Severity.High)]
    [InlineData("[Authorize(Roles = \"TenantAdmin\")]", Severity.High)]
    [InlineData("[Authorize]", Severity.High)]
    [InlineData("[Authorize(Roles = \"Admin\"), AllowAnonymous]", Severity.High)]
    [InlineData("", Severity.High)]
    public void Roles_of_the_entry_point_decide(string guard, Severity expected) =>
        Assert.Equal(expected, SeverityOf("path-traversal", guard, "System.IO.File.Delete(name);"));

    [Theory]
    [InlineData("if (User.IsInRole(\"Admin\")) System.IO.File.Delete(name);", Severity.Medium)]
    [InlineData("if (!User.IsInRole(\"Admin\")) return; System.IO.File.Delete(name);", Severity.Medium)]
    [InlineData("if (User.IsInRole(\"Admin\")) Remove(name);", Severity.Medium)]
    [InlineData("string path = \"\"; if (User.IsInRole(\"Admin\")) path = \"/srv/\" + name; System.IO.File.Delete(path);", Severity.Medium)]
    [InlineData("if (User.IsInRole(\"Admin\") || name.Length > 3) System.IO.File.Delete(name);", Severity.High)]
    [InlineData("if (User.IsInRole(\"Member\")) System.IO.File.Delete(name);", Severity.High)]
    [InlineData("if (!User.IsInRole(\"Admin\")) System.IO.File.Delete(name);", Severity.High)]
    public void Roles_that_a_branch_asks_for_decide(string body, Severity expected) =>
        Assert.Equal(expected, SeverityOf("path-traversal", "", body));

    [Fact]
    public void One_open_door_is_enough() =>
        Assert.Equal(
            Severity.High,
            SeverityOf(
                "path-traversal",
                "[Authorize(Roles = \"Admin\")]",
                "Remove(name);",
                "[HttpPost] public void Open(string name) => Remove(name);"
            )
        );

    [Fact]
    public void Script_in_a_page_is_turned_against_the_administrator() =>
        Assert.Equal(
            Severity.High,
            SeverityOf(
                "xss",
                "[Authorize(Roles = \"Admin\")]",
                "Response.ContentType = \"text/html\"; Response.WriteAsync(\"<p>\" + name);"
            )
        );

    private static Severity SeverityOf(string rule, string guard, string body, string more = "")
    {
        Codebase result = Analyse.Text(
            $$"""
            using Microsoft.AspNetCore.Authorization;
            using Microsoft.AspNetCore.Http;
            using Microsoft.AspNetCore.Mvc;
            static class Names { public const string Host = "Host Users"; }
            public class FilesController : Controller
            {
                {{guard}} [HttpPost] public void Do(string name) { {{body}} }
                {{more}}
                private static void Remove(string path) { System.IO.File.Delete(path); }
            }
            """
        );
        Candidate candidate = Assert.Single(result.Candidates, c => c.Rule.Id == rule);
        return candidate.Severity ?? candidate.Rule.Severity;
    }
}
