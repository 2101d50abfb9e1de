using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shrike.Analysis.CSharp;
using Shrike.Analysis.CSharp.EntryPoints;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Rules;
using Shrike.Analysis.Rules.Structure;

namespace Shrike.Tests.Rules.Structure;

public sealed class CallerChecksTests
{
    private const string Head = """
        using System;
        using System.Security;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Filters;
        [Authorize] public class OtherController : ControllerBase { [HttpGet] public int Get() => 1; }

        """;

    [Theory]
    [InlineData("if (!rights.IsAuthorizedTo(\"delete\")) throw new UnauthorizedAccessException();", true)]
    [InlineData("if (id < 0) throw new ArgumentException();", false)]
    [InlineData("rights.EnsureAccess(id);", true)]
    [InlineData("rights.CheckAccess(id); ", true)]
    [InlineData("if (rights.Who == null) throw new AccessDeniedException();", true)]
    [InlineData("try { Load(id); } catch (Exception) { throw new UnauthorizedAccessException(); }", false)]
    [InlineData("var allowed = rights.HasPermission(id); if (!allowed) return;", true)]
    [InlineData("if (!rights.IsAntiforgeryTokenValid(id)) throw new ArgumentException();", false)]
    [InlineData("if (!rights.VerifySignature(id)) return;", true)]
    [InlineData("if (rights.IsAdministrator) Load(id);", true)]
    [InlineData("if (order.IsPaid) Load(id);", false)]
    public void A_check_in_a_called_service_guards_the_endpoint(string statement, bool guards)
    {
        string text =
            Head
            + """
                public interface IStore { void Delete(int id); }
                public class Store(Rights rights, Order order) : IStore
                {
                    public void Delete(int id) { STATEMENT Load(id); }
                    void Load(int id) { }
                }
                [ApiController, Route("things")]
                public class ThingsController(IStore store) : ControllerBase
                {
                    [HttpDelete("{id}")] public void Delete(int id) => store.Delete(id);
                }
                """.Replace("STATEMENT", statement, StringComparison.Ordinal);
        Assert.Equal(guards, Found(text).Count == 0);
    }

    [Theory]
    [InlineData(
        "public BaseController(IHttpContextAccessor a) { if (a.HttpContext.User.Identity?.IsAuthenticated != true) throw new SecurityException(); }"
    )]
    [InlineData(
        "public override void OnActionExecuting(ActionExecutingContext c) { if (c.HttpContext.Request.Headers[\"k\"] != Key) c.Result = new StatusCodeResult(401); }"
    )]
    [InlineData(
        "public override void OnActionExecuting(ActionExecutingContext c) { if (Session(\"u\") == null) c.Result = RedirectToAction(\"Login\", \"Members\"); }"
    )]
    public void A_check_in_the_base_class_guards_every_action(string member)
    {
        const string text =
            Head
            + """
                public class BaseController : Controller { MEMBER object Session(string s) => null; string Key; }
                public class ThingsController(Store store) : BaseController
                {
                    [HttpDelete("{id}")] public void Delete(int id) => store.Delete(id);
                }
                """;
        Assert.Empty(Found(text.Replace("MEMBER", member, StringComparison.Ordinal)));
        Assert.Single(
            Found(
                text.Replace(
                    "MEMBER",
                    "public override void OnActionExecuting(ActionExecutingContext c) { Key = \"\"; }",
                    StringComparison.Ordinal
                )
            )
        );
    }

    [Theory]
    [InlineData(
        "app.UseMiddleware<KeyMiddleware>();",
        "KeyMiddleware",
        "if (c.Request.Headers[\"k\"] != \"\") { c.Response.StatusCode = 401; return; }",
        true
    )]
    [InlineData("app.UseMiddleware<KeyMiddleware>();", "KeyMiddleware", "c.Items[\"k\"] = 1;", false)]
    [InlineData("app.UseMiddleware<ExceptionMiddleware>();", "ExceptionMiddleware", "if (failed) c.Response.StatusCode = 401;", false)]
    [InlineData(
        "app.UseRouting();",
        "KeyMiddleware",
        "if (c.Request.Headers[\"k\"] != \"\") { c.Response.StatusCode = 401; return; }",
        false
    )]
    public void Middleware_that_refuses_guards_everything_when_it_is_registered(string start, string name, string body, bool guards)
    {
        string text =
            Head
            + $$"""
                public class {{name}}(RequestDelegate next) { bool failed; public async Task InvokeAsync(HttpContext c) { {{body}} await next(c); } }
                public class Startup { public void Configure(Microsoft.AspNetCore.Builder.IApplicationBuilder app) { {{start}} } }
                public class ThingsController(Store store) : Controller
                {
                    [HttpDelete("{id}")] public void Delete(int id) => store.Delete(id);
                }
                """;
        Assert.Equal(guards, Found(text).Count == 0);
    }

    [Fact]
    public void The_handler_of_a_message_can_hold_the_check()
    {
        const string text =
            Head
            + """
                public class DeleteThing { public int Id; }
                public class DeleteThingHandler(Store store, IUser user)
                {
                    public Task Handle(DeleteThing message) { CHECK store.Delete(message.Id); return Task.CompletedTask; }
                }
                public class ThingsController(IMediator mediator) : Controller
                {
                    [HttpDelete("{id}")] public async Task Delete(int id) { await mediator.Send(new DeleteThing { Id = id }); }
                }
                """;
        Assert.Empty(
            Found(text.Replace("CHECK", "if (!user.IsInRole(\"staff\")) throw new ForbiddenException();", StringComparison.Ordinal))
        );
        Assert.Single(Found(text.Replace("CHECK", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_check_in_a_project_referred_to_counts()
    {
        const string library = """
            namespace Library;
            public interface IStore { void Delete(int id); }
            public class Store : IStore { public void Delete(int id) { if (!Security.IsAuthorizedTo("x")) throw new System.UnauthorizedAccessException(); } }
            """;
        const string web =
            Head
            + """
                public class ThingsController(Library.IStore store) : Controller { [HttpDelete("{id}")] public void Delete(int id) => store.Delete(id); }
                """;
        Assert.Empty(Found(web, library));
        Assert.Single(
            Found(
                web,
                library
                    .Replace("!Security.IsAuthorizedTo(\"x\")", "id < 0", StringComparison.Ordinal)
                    .Replace("Unauthorized", "", StringComparison.Ordinal)
            )
        );
    }

    [Theory]
    [InlineData("[AllowAnonymous, HttpGet(\"exists\")] public async Task<ActionResult<bool>> Exists() => true;", false)]
    [InlineData("[AllowAnonymous, HttpGet(\"all\")] public string All() => \"\";", true)]
    [InlineData("[HttpGet(\"exists\")] public bool Exists() => true;", true)]
    public void A_door_opened_on_purpose_may_answer_yes_or_no(string action, bool hit)
    {
        string text = Head + "[ApiController, Route(\"admin\")] public class AdminController : ControllerBase { " + action + " }";
        Assert.Equal(hit, Found(text).Count > 0);
    }

    [Theory]
    [InlineData("app.Map(\"/api/admin\", branch => { branch.UseMiddleware<Keys>(); });", false)]
    [InlineData("app.MapGet(\"/api/admin\", (Store store) => store.All());", true)]
    public void A_branch_of_the_pipeline_is_no_endpoint(string mapping, bool hit)
    {
        string text =
            Head
            + "public static class Start { public static void Up(Microsoft.AspNetCore.Builder.WebApplication app) { "
            + mapping
            + " } }";
        Assert.Equal(hit, Found(text).Count > 0);
    }

    private static IReadOnlyList<string> Found(string text) => Missing(StructuralRulesTests.Run(text, false));

    private static IReadOnlyList<string> Found(string text, string library)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary);
        CSharpCompilation referred = CSharpCompilation.Create("library", [Tree(library, "library.cs")], References.Modern, options);
        CSharpCompilation web = CSharpCompilation.Create(
            "web",
            [Tree(text, "web.cs")],
            [.. References.Modern, referred.ToMetadataReference()],
            options
        );
        IReadOnlyList<EntryPointSite> sites = EntryPointFinder.Find(web, new EntryPointOptions(), out AppFacts app, cancel);
        return Missing(StructuralRules.Find(web, sites, app, RuleCatalogue.BuiltIn(), cancel));
    }

    private static SyntaxTree Tree(string text, string path) =>
        CSharpSyntaxTree.ParseText(text, path: path, cancellationToken: TestContext.Current.CancellationToken);

    private static List<string> Missing(IEnumerable<Candidate> found) =>
        [.. found.Where(candidate => candidate.Rule.Id == "missing-authorization").Select(candidate => candidate.Message)];
}
