using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shrike.Analysis.CSharp;
using Shrike.Analysis.CSharp.EntryPoints;
using Shrike.Analysis.Facts;

namespace Shrike.Tests.CSharp.EntryPoints;

public sealed class EntryPointFinderTests
{
    [Theory]
    [InlineData(
        "[ApiController, Route(\"api/[controller]\")] public class ToysController : ControllerBase { [HttpGet(\"{id:int}\")] public string Get(int id, string q, Toy toy, System.Threading.CancellationToken c) => q; } public class Toy { }",
        "Controller GET /api/Toys/{id:int} id:Route q:Query toy:Body c:Services"
    )]
    [InlineData(
        "public class HomeController : Controller { public IActionResult Index(string q) => View(); [NonAction] public void No() { } private void P() { } }",
        "Controller /Home/Index/{id?} q:Model"
    )]
    [InlineData(
        "[Area(\"shop\")] public abstract class Base : Controller { public IActionResult List() => View(); } public class CarsController : Base { }",
        "Controller /shop/Cars/List/{id?}"
    )]
    [InlineData(
        "public class EditModel : Microsoft.AspNetCore.Mvc.RazorPages.PageModel { [BindProperty] public string Text { get; set; } public void OnPostSave(int n) { } public void Other() { } }",
        "RazorPage POST /Edit n:Model Text=Model"
    )]
    [InlineData(
        "public class Chat : Hub { public void Send(string text) { } public override System.Threading.Tasks.Task OnConnectedAsync() => null; }",
        "SignalRHub Chat.Send text:Message"
    )]
    [InlineData(
        "public class Greeter : Greet.GreetService.GreetServiceBase { public override System.Threading.Tasks.Task Hi(HelloRequest r, ServerCallContext c) => null; }",
        "Grpc Greeter.Hi r:Message c:Services"
    )]
    [InlineData(
        "public class Old : WebService { [WebMethod] public string Say(string s) => s; public void No() { } }",
        "Asmx Old.Say s:Message"
    )]
    [InlineData(
        "public class Form : System.Web.UI.Page { protected void Save_Click(object sender, System.EventArgs e) { } void No(int a) { } }",
        "WebForms Form.Save_Click sender:Services e:Services"
    )]
    [InlineData(
        "public class Img : IHttpHandler { public void ProcessRequest(HttpContext context) { } public bool IsReusable => true; }",
        "HttpHandler Img.ProcessRequest context:Services"
    )]
    [InlineData(
        "[ServiceContract] public interface IBank { [OperationContract] void Pay(string to); void No(); } public class Bank : IBank { public void Pay(string to) { } public void No() { } }",
        "Wcf Bank.Pay to:Message"
    )]
    [InlineData(
        "public class Mid { public System.Threading.Tasks.Task InvokeAsync(HttpContext context) => null; }",
        "Middleware Mid.InvokeAsync context:Services"
    )]
    [InlineData(
        "public class Paid { } public class PaidConsumer : IConsumer<Paid> { public void Consume(ConsumeContext<Paid> m) { } }",
        "MessageHandler PaidConsumer.Consume m:Message"
    )]
    [InlineData("public class Q : IRequestHandler<X, Y> { public Y Handle(X x) => null; }", "")]
    [InlineData(
        "public class F { [Function(\"job\")] public void Run([QueueTrigger(\"q\")] string m) { } }",
        "AzureFunction job m:Message"
    )]
    [InlineData(
        "public class F { [Function(\"hook\")] public void Run([HttpTrigger(AuthorizationLevel.Anonymous, \"get\", \"post\", Route = \"orders/{id}\")] HttpRequest r, string id) { } }",
        "AzureFunction GET|POST /api/orders/{id} r:Body id:Route"
    )]
    [InlineData(
        "public class F { [FunctionName(\"hook\")] public void Run([HttpTrigger(Route = null)] HttpRequest r) { } }",
        "AzureFunction /api/hook r:Body"
    )]
    [InlineData(
        "public class ToyController : ApiController { public string Get(int id) => \"\"; public void Post(Toy t) { } } public class Toy { }",
        "WebApi2 GET /api/Toy/{id?} id:Route | WebApi2 POST /api/Toy/{id?} t:Body"
    )]
    [InlineData("public static class P { public static void Main(string[] args) { } }", "Main P.Main args:Argument")]
    [InlineData(
        "public class S { void M(IEndpointRouteBuilder app) { var g = app.MapGroup(\"/a\").MapGroup(\"b\"); g.MapPost(\"/{id}\", (int id, string q, Toy t) => q); } } public class Toy { }",
        "MinimalApi POST /a/b/{id} id:Route q:Query t:Body"
    )]
    [InlineData(
        "public class S { void M(WebApplication app) { app.MapGet(\"/x\", H); } static string H(string q) => q; }",
        "MinimalApi GET /x q:Query"
    )]
    [InlineData(
        "public class S { void M(IApplicationBuilder app) { app.Run(async context => { }); app.Use(async (c, next) => { }); } }",
        "Middleware Run middleware context:Services | Middleware Use middleware c:Services next:Services"
    )]
    public void Finds_entry_points_with_routes_verbs_and_bindings(string code, string expected)
    {
        IEnumerable<string> shown = Find(code).Select(site => Show(site.EntryPoint));
        Assert.Equal(expected, string.Join(" | ", shown));
    }

    [Theory]
    [InlineData("[Authorize(Roles = \"Boss\")] public class AController : Controller { public void X() { } }", "Boss", true, false)]
    [InlineData("[Authorize] public class AController : Controller { [AllowAnonymous] public void X() { } }", "", false, true)]
    [InlineData("[Authorize] public class Base : Controller { } public class AController : Base { public void X() { } }", "", true, false)]
    [InlineData(
        "public class MustSignInAttribute : AuthorizeAttribute { } public class AController : Controller { [MustSignIn] public void X() { } }",
        "",
        true,
        false
    )]
    [InlineData(
        "public class AController : Controller { public void X() { if (!User.Identity.IsAuthenticated) return; } }",
        "",
        true,
        false
    )]
    [InlineData(
        "public class AController : Controller { public void X() { } } class S { void M(IServiceCollection s) => s.AddControllers(o => o.Filters.Add(new AuthorizeFilter())); }",
        "",
        true,
        false
    )]
    [InlineData(
        "public class AController : Controller { public void X() { } } class S { void M(WebApplication a) => a.MapControllers().RequireAuthorization(); }",
        "",
        true,
        false
    )]
    [InlineData("class S { void M(WebApplication a) { a.MapGet(\"/\", () => 1).RequireAuthorization(\"p\"); } }", "p", true, false)]
    [InlineData(
        "class S { void M(WebApplication a) { var g = a.MapGroup(\"/\"); g.MapGet(\"/\", () => 1).AllowAnonymous(); g.RequireAuthorization(); } }",
        "",
        false,
        true
    )]
    [InlineData("public class AController : Controller { public void X() { } }", "", false, false)]
    [InlineData(
        "class F { [Function(\"f\")] public void X([HttpTrigger(AuthorizationLevel.Function, \"get\")] R r) { } }",
        "",
        true,
        false
    )]
    [InlineData("class F { [Function(\"f\")] public void X([HttpTrigger(\"get\")] R r) { } }", "", true, false)]
    [InlineData("class F { [Function(\"f\")] public void X([HttpTrigger(AuthorizationLevel.Anonymous)] R r) { } }", "", false, false)]
    [InlineData("class F { [Function(\"f\")] public void X([QueueTrigger(\"q\")] string r) { } }", "", false, false)]
    public void Reads_what_guards_an_entry_point(string code, string policies, bool guarded, bool open)
    {
        Guards guards = Assert.Single(Find(code)).EntryPoint.Guards;
        Assert.Equal(guarded, guards.Authorization is not null);
        Assert.Equal(open, guards.AllowsAnonymous);
        if (policies.Length > 0)
            Assert.Equal([policies], guards.Policies);
    }

    [Fact]
    public void The_public_surface_is_reported_only_when_asked_for()
    {
        const string code =
            "public class Lib { public void Open(string p) { } private void No() { } } class Hidden { public void No() { } }";
        Assert.Empty(Find(code));
        CSharpCompilation compilation = CSharpCompilation.Create(
            "case",
            [CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken)],
            References.Modern
        );
        EntryPointSite only = Assert.Single(
            EntryPointFinder.Find(compilation, new EntryPointOptions(PublicApi: true), out _, TestContext.Current.CancellationToken)
        );
        Assert.Equal("PublicApi Lib.Open p:Argument", Show(only.EntryPoint));
    }

    [Fact]
    public void Top_level_statements_are_an_entry_point() =>
        Assert.Equal(
            EntryPointKind.Main,
            Assert.Single(Find("System.Console.WriteLine(args[0]);", OutputKind.ConsoleApplication)).EntryPoint.Kind
        );

    [Fact]
    public void Words_at_the_edges_of_the_search_buffer_are_found_once()
    {
        const string body = "class S { void M(WebApplication a) { a.MapGet(\"/\", () => 1); } }";
        int name = body.IndexOf("MapGet", StringComparison.Ordinal);
        for (int shift = -8; shift <= 8; shift++)
        {
            string padding = "/*" + new string(' ', (1 << 16) - name + shift - 4) + "*/";
            Assert.Single(Find(padding + body));
        }
    }

    [Fact]
    public void Deep_nesting_does_not_end_the_search()
    {
        var code = new StringBuilder("class S { void M(WebApplication a) { a.MapGet(\"/\", () => 1); } int N() { return ");
        code.Append('(', 300).Append('1').Append(')', 300).Append("; } }");
        Assert.Single(Find(code.ToString()));
    }

    [Theory]
    [InlineData(true, "MessageHandler PaidHandler.Handle e:Message")]
    [InlineData(false, "")]
    public void What_another_project_declares_for_messages_is_its_bus(bool isOther, string expected)
    {
        const string bus = "namespace Bus { public interface IIntegrationEventHandler<T> { void Handle(T e); } }";
        const string handler =
            "public class Paid { } public class PaidHandler : Bus.IIntegrationEventHandler<Paid> { public void Handle(Paid e) { } }";
        var library = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary);
        CancellationToken cancel = TestContext.Current.CancellationToken;
        CSharpCompilation other = CSharpCompilation.Create(
            "bus",
            [CSharpSyntaxTree.ParseText(bus, path: "bus.cs", cancellationToken: cancel)],
            References.Modern,
            library
        );
        CSharpCompilation compilation = CSharpCompilation.Create(
            "case",
            [CSharpSyntaxTree.ParseText(isOther ? handler : bus + handler, path: "case.cs", cancellationToken: cancel)],
            isOther ? [.. References.Modern, other.ToMetadataReference()] : References.Modern,
            library
        );

        Assert.Equal(expected, string.Join(" | ", EntryPointFinder.Find(compilation, cancel).Select(site => Show(site.EntryPoint))));
    }

    private static string Show(EntryPoint point)
    {
        IEnumerable<string> parts =
        [
            point.Kind.ToString(),
            point.Display,
            .. point.Parameters.Select(p => $"{p.Name}:{p.Binding}"),
            .. point.Properties.Select(p => $"{p.Name}={p.Binding}"),
        ];
        return string.Join(' ', parts);
    }

    private static IReadOnlyList<EntryPointSite> Find(string code, OutputKind output = OutputKind.DynamicallyLinkedLibrary)
    {
        const string usings =
            "using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Http; using Microsoft.AspNetCore.Routing; using Microsoft.AspNetCore.SignalR; using Microsoft.AspNetCore.Authorization; using Microsoft.AspNetCore.Mvc.Authorization; using Microsoft.Extensions.DependencyInjection;";
        CancellationToken cancel = TestContext.Current.CancellationToken;
        CSharpCompilation compilation = CSharpCompilation.Create(
            "case",
            [CSharpSyntaxTree.ParseText(usings + code, path: "case.cs", cancellationToken: cancel)],
            References.Modern,
            new CSharpCompilationOptions(output)
        );
        return EntryPointFinder.Find(compilation, cancel);
    }
}
