using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;

namespace Shrike.Tests.Taint;

/// <summary>A flow that gives nobody what they did not have before weighs less, and says why: what only the administrators of the
/// installation can send, what runs on the developer's own machine. What others can send too weighs the same.</summary>
public class BoundaryTests
{
    [Theory]
    [InlineData("[Authorize(Roles = \"Admin\")]", Severity.Medium)]
    [InlineData("[Authorize(Roles = Names.Host)]", Severity.Medium)]
    [InlineData("[Authorize(Policy = \"RequiresElevation\")]", Severity.Medium)]
    [InlineData("[Authorize(Policy = Unknown.RequiresElevation)]", Severity.Medium)]
    [InlineData("[Authorize(Roles = \"Admin,User\")]", Severity.High)]
    [InlineData("[Authorize(Roles = \"TenantAdmin\")]", Severity.High)]
    [InlineData("[AdminAuthorize, Permission(\"Delete\")]", Severity.Medium)]
    [InlineData("[Permission(\"Delete\"), AdminAuthorize]", Severity.Medium)]
    [InlineData("[AdministeredAuthorize]", Severity.High)]
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
    [InlineData("if (User.IsInRole(\"Admin\") || !Names.IsInstalled) System.IO.File.Delete(name);", Severity.Medium)]
    [InlineData(
        "if (User.IsInRole(\"Admin\") || string.IsNullOrEmpty(Names.ConnectionString)) System.IO.File.Delete(name);",
        Severity.Medium
    )]
    [InlineData("if (!Names.IsInstalled) System.IO.File.Delete(name);", Severity.High)]
    [InlineData("if (User.IsInRole(\"Admin\") || Names.IsInstalled) System.IO.File.Delete(name);", Severity.High)]
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

    [Theory]
    [InlineData("Security.DemandUserHasRight(Rights.AccessAdminPages);", "box.Text", Severity.Medium)]
    [InlineData("Security.DemandUserHasRight(Rights.ViewPosts);", "box.Text", Severity.High)]
    [InlineData("Security.DemandUserHasRight(Rights.AccessAdminPages);", "Request.QueryString[\"q\"]", Severity.High)]
    public void The_controls_of_an_administrators_page_are_his_own(string demand, string text, Severity expected) =>
        Assert.Equal(
            expected,
            Weigh(
                "xss",
                $$"""
                using System.Web.UI;
                using System.Web.UI.WebControls;
                static class Rights { public const string AccessAdminPages = "a", ViewPosts = "b"; }
                static class Security { public static void DemandUserHasRight(string right) { if (right.Length > 9) throw new System.Exception(); } }
                public class SettingsPage : Page
                {
                    protected TextBox box;
                    protected void Page_Load(object sender, System.EventArgs e) { {{demand}} }
                    protected void Save_Click(object sender, System.EventArgs e) { Response.Write("<b>" + {{text}}); }
                }
                """
            )
        );

    [Theory]
    [InlineData("if (url.IndexOf(\"localhost\") >= 0)", Severity.Medium)]
    [InlineData("if (env.IsDevelopment())", Severity.Medium)]
    [InlineData("if (!env.IsProduction() && env.IsDevelopment())", Severity.Medium)]
    [InlineData("if (!env.IsDevelopment())", Severity.High)]
    [InlineData("if (url.IndexOf(\"localhost\") < 0)", Severity.High)]
    [InlineData("if (env.IsDevelopment() || url.Length > 3)", Severity.High)]
    [InlineData("", Severity.High)]
    public void Certificates_of_this_machine_are_a_lesser_matter(string when, Severity expected) =>
        Assert.Equal(expected, Weigh("cert-validation-off", Handler(when)));

    [Theory]
    [InlineData("src/Shop.AppHost.Tools/Warmup.cs", Severity.Medium)]
    [InlineData("tools/Warmup.cs", Severity.Medium)]
    [InlineData("src/Shop.Toolshed/Warmup.cs", Severity.High)]
    public void So_are_those_that_tools_of_the_developers_meet(string path, Severity expected) =>
        Assert.Equal(
            expected,
            Weigh("cert-validation-off", Handler("") + "static class P { static void Main() { new H().Do(\"\", null); } }", path)
        );

    [Fact]
    public void A_tools_folder_excuses_no_code_that_a_server_runs() =>
        Assert.Equal(
            Severity.High,
            Weigh(
                "cert-validation-off",
                Handler("")
                    + "public class HController : Microsoft.AspNetCore.Mvc.Controller { public void Get(string u) { new H().Do(u, null); } }",
                "tools/Warmup.cs"
            )
        );

    [Theory]
    [InlineData("static void Main(string[] args) { Unpack(ZipFile.OpenRead(args[0])); }", Severity.Medium)]
    [InlineData("public static void Open(string file) { Unpack(ZipFile.OpenRead(file)); }", Severity.High)]
    [InlineData(
        "static void Main(string[] args) { Unpack(new ZipArchive(new System.Net.Http.HttpClient().GetStreamAsync(args[0]).Result)); }",
        Severity.High
    )]
    public void Whoever_runs_the_program_chooses_the_archive(string start, Severity expected) =>
        Assert.Equal(
            expected,
            Weigh(
                "zip-slip",
                $$"""
                using System.IO.Compression;
                static class P
                {
                    {{start}}
                    internal static void Unpack(ZipArchive archive)
                    {
                        foreach (var entry in archive.Entries) entry.ExtractToFile("/srv/" + entry.FullName);
                    }
                }
                """
            )
        );

    [Theory]
    [InlineData("_settings.BaseUrl + name", Severity.Medium)]
    [InlineData("string.Format(Releases, name)", Severity.Medium)]
    [InlineData("$\"{_settings.Scheme}://{name}\"", Severity.High)]
    [InlineData("name + _settings.BaseUrl", Severity.High)]
    [InlineData("other + name", Severity.High)]
    public void Behind_an_address_of_the_settings_only_a_path_is_chosen(string address, Severity expected) =>
        Assert.Equal(
            expected,
            Weigh(
                "ssrf",
                $$"""
                using Microsoft.AspNetCore.Mvc;
                public class ApiSettings { public string BaseUrl; public string Scheme; }
                public class FeedController : Controller
                {
                    private readonly ApiSettings _settings;
                    private static readonly string Releases = System.Environment.GetEnvironmentVariable("FEED") + "{0}.zip";
                    public FeedController(ApiSettings settings) { _settings = settings; }
                    public void Get(string name, string other) { new System.Net.Http.HttpClient().GetStringAsync({{address}}); }
                }
                """
            )
        );

    [Theory]
    [InlineData("private", Severity.Medium)]
    [InlineData("protected", Severity.High)]
    [InlineData("[System.ComponentModel.Browsable(false)] private", Severity.High)]
    public void Code_that_nothing_calls_weighs_less(string access, Severity expected) =>
        Assert.Equal(
            expected,
            Weigh(
                "path-traversal",
                $$"""
                using System.Web.UI;
                public class OldPage : Page
                {
                    {{access}} void Remove() { System.IO.File.Delete(Request.QueryString["f"]); }
                }
                """
            )
        );

    [Fact]
    public void A_function_that_is_handed_on_is_called() =>
        Assert.Equal(
            Severity.High,
            Weigh(
                "path-traversal",
                """
                using System.Web.UI;
                public class OldPage : Page
                {
                    public OldPage() { Unload += Remove; }
                    private void Remove(object sender, System.EventArgs e) { System.IO.File.Delete(Request.QueryString["f"]); }
                }
                """
            )
        );

    [Theory]
    [InlineData("WebAssemblyHostBuilder.CreateDefault(args);", Severity.Medium)]
    [InlineData("", Severity.High)]
    public void A_program_in_a_browser_came_from_the_server_that_it_asks(string start, Severity expected) =>
        Assert.Equal(
            expected,
            Weigh(
                "download-executed",
                $$"""
                using System.Threading.Tasks;
                using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
                static class P
                {
                    static async Task Main(string[] args) { {{start}} await Load(new System.Net.Http.HttpClient()); }
                    static async Task Load(System.Net.Http.HttpClient http)
                    {
                        System.Reflection.Assembly.Load(await http.GetByteArrayAsync("api/load"));
                    }
                }
                """
            )
        );

    private static string Handler(string when) =>
        $$"""
            using System.Net.Http;
            using Microsoft.Extensions.Hosting;
            public class H
            {
                public void Do(string url, IHostEnvironment env)
                {
                    var handler = new HttpClientHandler();
                    {{when}} { handler.ServerCertificateCustomValidationCallback = (a, b, c, d) => true; }
                    new HttpClient(handler).GetStringAsync(url);
                }
            }

            """;

    private static Severity Weigh(string rule, string code, string path = "Case.cs")
    {
        Candidate candidate = Assert.Single(Analyse.Text(code, path: path).Candidates, c => c.Rule.Id == rule);
        Severity severity = candidate.Severity ?? candidate.Rule.Severity;
        Assert.Equal(severity < Severity.High, candidate.Message.Contains("; ", StringComparison.Ordinal));
        return severity >= Severity.High ? Severity.High : severity;
    }

    private static Severity SeverityOf(string rule, string guard, string body, string more = "")
    {
        Codebase result = Analyse.Text(
            $$"""
            using Microsoft.AspNetCore.Authorization;
            using Microsoft.AspNetCore.Http;
            using Microsoft.AspNetCore.Mvc;
            static class Names { public const string Host = "Host Users"; public static bool IsInstalled; public static string ConnectionString; }
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
