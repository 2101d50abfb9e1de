using System.Security.Cryptography;
using System.Text;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Rules;
using Shrike.Review;
using Shrike.Review.Reports;

namespace Shrike.Tests.Reports;

/// <summary>A scan of a small shop, by hand: paths through several files, silenced findings, an incomplete ledger, and a file
/// whose name and text attack whoever shows them.</summary>
internal static class Shop
{
    public const string HostilePath = "Weird/\"><img src=x onerror=alert(1)>|`a`\u202e[x](http:x)\u001b[31m.cs";
    public const string HostileCode =
        "    var s = \"</script></code><script>alert(1)</script>\u001b]0;owned\u0007\u202e|`*_\"; // @team #1 <!-- ]]>";

    private static readonly Dictionary<string, string> Sources = new(StringComparer.Ordinal)
    {
        ["Controllers/OrdersController.cs"] = """
            using Microsoft.AspNetCore.Mvc;

            namespace Shop.Controllers;

            [Route("orders")]
            public sealed class OrdersController(OrderStore store, ILogger<OrdersController> log) : Controller
            {
                /* Sorting happens in the database,
                   since pages are large. */
                [HttpGet("search")]
                public IActionResult Search(string customer, string sort = "date")
                {
                    log.LogInformation("search by {Customer}", customer);
                    var filter = new OrderFilter { Customer = customer.Trim(), Sort = sort };
                    return View(store.Find(filter));
                }

                [HttpPost("{id}/cancel")]
                public IActionResult Cancel(int id)
                {
                    store.Cancel(id);
                    return RedirectToAction(nameof(Search));
                }
            }
            """,
        ["Data/OrderStore.cs"] = """
            using System.Data;

            namespace Shop.Data;

            public sealed class OrderStore(IDbConnection connection)
            {
                private const string Columns = @"id, customer,
                    ""total"", placed";

                public IReadOnlyList<Order> Find(OrderFilter filter)
                {
                    using IDbCommand command = connection.CreateCommand();
                    command.CommandText = $"SELECT {Columns} FROM orders WHERE customer = '{filter.Customer}' ORDER BY placed";
                    return Read(command);
                }

                public void Cancel(int id) =>
                    Execute("UPDATE orders SET state = 'cancelled' WHERE id = @id", id);
            }
            """,
        ["Files/InvoiceFiles.cs"] = """
            namespace Shop.Files;

            public static class InvoiceFiles
            {
                public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine("/srv/invoices", name));

                public static string Checksum(byte[] content)
                {
                    using var md5 = System.Security.Cryptography.MD5.Create();
                    return Convert.ToHexString(md5.ComputeHash(content));
                }
            }
            """,
        ["Endpoints.cs"] = """
            app.MapGet("/invoices/{name}", (string name) => Results.Bytes(InvoiceFiles.Read(name)));
            app.MapGet("/archive", (HttpRequest request) => Results.Bytes(InvoiceFiles.Read(request.Query["file"]!)));
            """,
        ["Views/Orders/Search.cshtml"] = """
            @model SearchResult
            <h1>Orders of @Html.Raw(Model.Customer)</h1>
            """,
        [HostilePath] = "class Weird\n{\n" + HostileCode + "\n}\n",
    };

    public static readonly Rule Sql = new()
    {
        Id = "sql-injection",
        Title = "SQL injection",
        Kind = RuleKind.Flow,
        Cwes = [89, 564],
        Cvss = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N",
        Message = "{source} becomes part of an SQL command",
        What = "Untrusted text becomes part of an SQL command.",
        Why = "Whoever controls the text can read, change or delete any row that the application can, and on some servers run programs.",
        Fix = "Keep the command constant and pass values as parameters.",
        Vulnerable = "command.CommandText = \"SELECT * FROM users WHERE name = '\" + name + \"'\";",
        Fixed = "command.CommandText = \"SELECT * FROM users WHERE name = @name\";\ncommand.Parameters.AddWithValue(\"@name\", name);",
        References = ["https://cwe.mitre.org/data/definitions/89.html", "javascript:alert(1)"],
    };

    public static readonly Rule PathTraversal = Sql with
    {
        Id = "path-traversal",
        Title = "Path traversal",
        Cwes = [22],
        Cvss = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N",
        Message = "{source} chooses the file that is read",
        What = "Untrusted text becomes part of a file's path.",
        Why = "With ../ or an absolute path an attacker reads files outside the intended folder, such as keys and settings.",
        Fix = "Take the file name alone, resolve the path, and check that it still lies below the intended folder.",
        References = [],
    };

    public static readonly Rule Xss = PathTraversal with
    {
        Id = "cross-site-scripting",
        Title = "Cross-site scripting",
        Cwes = [79],
        Cvss = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:A/VC:N/VI:N/VA:N/SC:L/SI:L/SA:N",
        What = "Untrusted text becomes part of a page without being encoded.",
        Why = "A script of the attacker's runs in the victim's session.",
        Fix = "Write the value with @, which encodes it.",
    };

    public static readonly Rule WeakHash = PathTraversal with
    {
        Id = "weak-hash",
        Title = "Weak hash",
        Kind = RuleKind.Pattern,
        Cwes = [328],
        Cvss = "CVSS:4.0/AV:N/AC:H/AT:P/PR:N/UI:N/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N",
        What = "MD5 and SHA-1 no longer resist collisions.",
        Why = "Two documents with the same checksum can be made in seconds.",
        Fix = "Use SHA-256.",
    };

    public static readonly Rule Silent = WeakHash with { Id = "xml-external-entity", Title = "XML external entity", Cwes = [611] };

    private static readonly EntryPoint SearchDoor = new()
    {
        Kind = EntryPointKind.Controller,
        Symbol = "Shop.Controllers.OrdersController.Search(string, string)",
        Display = "GET /orders/search",
        Where = At("Controllers/OrdersController.cs", "Search"),
        Route = "/orders/search",
        Verbs = ["GET"],
        Parameters = [new EntryParameter("customer", "string", Binding.Query), new EntryParameter("sort", "string", Binding.Query)],
    };

    private static readonly EntryPoint InvoiceDoor = new()
    {
        Kind = EntryPointKind.MinimalApi,
        Symbol = "Endpoints.<top>.lambda1(string)",
        Display = "GET /invoices/{name}",
        Where = At("Endpoints.cs", "(string name)"),
        Route = "/invoices/{name}",
        Verbs = ["GET"],
        Parameters = [new EntryParameter("name", "string", Binding.Route)],
        Guards = new Guards
        {
            Authorization = "RequireAuthorization(\"staff\") on the endpoint",
            Policies = ["staff"],
            RateLimit = "RequireRateLimiting(\"slow\")",
        },
    };

    private static readonly EntryPoint CancelDoor = SearchDoor with
    {
        Symbol = "Shop.Controllers.OrdersController.Cancel(int)",
        Display = "POST /orders/{id}/cancel",
        Where = At("Controllers/OrdersController.cs", "Cancel"),
        Route = "/orders/{id}/cancel",
        Verbs = ["POST"],
        Parameters = [],
        Guards = new Guards { AllowsAnonymous = true, Antiforgery = "AutoValidateAntiforgeryToken for all controllers" },
    };

    public static ReportContext Context { get; } = new(Lines, Color: false, Version: "0.1.0");

    public static IReadOnlyList<string>? Lines(string path) =>
        Sources.TryGetValue(path, out string? text) ? text.ReplaceLineEndings("\n").Split('\n') : null;

    public static ScanResult Result()
    {
        Finding sql = SqlFinding();
        return new ScanResult
        {
            Root = "/src/shop",
            Findings = [sql, PathFinding(), HostileFinding(), LongFinding(), XssFinding(), HashFinding()],
            Suppressed =
            [
                HashFinding() with
                {
                    Fingerprint = Print("old hash"),
                    Suppression = new Suppression(
                        SuppressionKind.Comment,
                        "checksum for humans | not for security",
                        new DateOnly(2027, 3, 1)
                    ),
                },
                sql with
                {
                    Fingerprint = Print("old sql"),
                    Suppression = new Suppression(SuppressionKind.Baseline, "known since the baseline", null),
                },
            ],
            Rules = [Xss, PathTraversal, Sql, WeakHash, Silent],
            EntryPoints = [SearchDoor, CancelDoor, InvoiceDoor],
            Ledger =
            [
                .. Sources
                    .Keys.Where(p => p != "Endpoints.cs")
                    .Order(StringComparer.Ordinal)
                    .Select(p => new LedgerEntry(LedgerKind.File, p, LedgerState.Analysed, null)),
                new LedgerEntry(
                    LedgerKind.File,
                    "Endpoints.cs",
                    LedgerState.PartlyAnalysed,
                    "the function at line 1 has more than 50,000 instructions"
                ),
                new LedgerEntry(LedgerKind.File, "Legacy/Import.cs", LedgerState.Failed, "permission denied"),
                new LedgerEntry(LedgerKind.File, "obj/Generated.cs", LedgerState.Skipped, "generated"),
                new LedgerEntry(LedgerKind.File, "third-party/jquery.cs", LedgerState.Ignored, ".shrikeignore line 2"),
                new LedgerEntry(LedgerKind.EntryPoint, "GET /orders/search", LedgerState.Analysed, null),
            ],
            Problems =
            [
                new Problem("web.config", "not well-formed at line 3: an entity is declared"),
                new Problem(HostilePath, "an ignore comment needs a rule and a reason \u001b[2J"),
            ],
            Narrowed = ["shrike.json leaves out third-party/**"],
            LinesAnalysed = 12_345,
            Timings = new Timings([
                new Phase("read", TimeSpan.FromMilliseconds(120)),
                new Phase("bind", TimeSpan.FromMilliseconds(840)),
                new Phase("flows", TimeSpan.FromMilliseconds(410)),
                new Phase("review", TimeSpan.FromMilliseconds(9)),
            ]),
        };
    }

    public static ScanResult Clean() =>
        Result() with
        {
            Findings = [],
            Suppressed = [],
            Problems = [],
            Narrowed = [],
            Ledger = [new LedgerEntry(LedgerKind.File, "A.cs", LedgerState.Analysed, null)],
        };

    private static Finding SqlFinding() =>
        Found(
            Sql,
            Severity.Critical,
            At("Data/OrderStore.cs", "$\"SELECT {Columns} FROM orders WHERE customer = '{filter.Customer}' ORDER BY placed\""),
            "The query parameter 'customer' becomes part of an SQL command",
            "Shop.Data.OrderStore.Find(OrderFilter)",
            SearchDoor,
            new Flow(
                SourceKind.Remote,
                "query parameter 'customer'",
                [
                    new FlowStep(
                        At("Controllers/OrdersController.cs", "string customer"),
                        "enters as query parameter 'customer'",
                        "OrdersController.Search"
                    ),
                    new FlowStep(
                        At("Controllers/OrdersController.cs", "customer.Trim()"),
                        "stored in OrderFilter.Customer",
                        "OrdersController.Search"
                    ),
                    new FlowStep(
                        At("Controllers/OrdersController.cs", "store.Find(filter)"),
                        "passed to OrderStore.Find",
                        "OrdersController.Search"
                    ),
                    new FlowStep(At("Data/OrderStore.cs", "filter.Customer"), "becomes part of the text", "OrderStore.Find"),
                    new FlowStep(At("Data/OrderStore.cs", "command.CommandText"), "reaches IDbCommand.CommandText", "OrderStore.Find"),
                ]
            )
        );

    private static Finding PathFinding()
    {
        FlowStep[] sink =
        [
            new FlowStep(At("Files/InvoiceFiles.cs", "string name"), "parameter 'name'", "InvoiceFiles.Read"),
            new FlowStep(
                At("Files/InvoiceFiles.cs", "Path.Combine(\"/srv/invoices\", name)"),
                "reaches File.ReadAllBytes",
                "InvoiceFiles.Read"
            ),
        ];
        return Found(
            PathTraversal,
            Severity.High,
            At("Files/InvoiceFiles.cs", "Path.Combine(\"/srv/invoices\", name)"),
            "The route parameter 'name' chooses the file that is read",
            "Shop.Files.InvoiceFiles.Read(string)",
            InvoiceDoor,
            new Flow(
                SourceKind.Remote,
                "route parameter 'name'",
                [new FlowStep(At("Endpoints.cs", "string name"), "enters as route parameter 'name'", "GET /invoices/{name}"), .. sink]
            ),
            new Flow(
                SourceKind.Remote,
                "query string 'file'",
                [new FlowStep(At("Endpoints.cs", "request.Query[\"file\"]"), "enters from the query string", "GET /archive"), .. sink]
            )
        );
    }

    private static Finding HostileFinding() =>
        Found(
            Sql,
            Severity.High,
            new SourceSpan(HostilePath, 3, 13, 3, 50),
            "The field `x`|<b>\u202e reaches <script>alert(1)</script>",
            "Weird.<M>`1|\u001b[1m()",
            null,
            new Flow(
                SourceKind.Stored,
                "file '<img src=x>'",
                [
                    new FlowStep(new SourceSpan(HostilePath, 3, 9, 3, 10), "read from <file>\u001b[2K", "Weird.<M>"),
                    new FlowStep(new SourceSpan(HostilePath, 3, 13, 3, 50), "reaches the | sink", "Weird.<M>"),
                ]
            )
        );

    private static Finding LongFinding() =>
        Found(
            PathTraversal,
            Severity.Medium,
            At("Data/OrderStore.cs", "Read(command)"),
            "A stored value chooses the file that is read",
            "Shop.Data.OrderStore.Read(IDbCommand)",
            null,
            new Flow(
                SourceKind.Stored,
                "column 'file'",
                [
                    .. Enumerable
                        .Range(0, 60)
                        .Select(i => new FlowStep(
                            new SourceSpan("Data/OrderStore.cs", 5 + (i % 8), 5, 5 + (i % 8), 12),
                            $"passes through step {i}",
                            "OrderStore.Read"
                        )),
                ]
            )
        );

    private static Finding XssFinding() =>
        Found(
            Xss,
            Severity.Medium,
            At("Views/Orders/Search.cshtml", "Html.Raw(Model.Customer)"),
            "The model's 'Customer' is written without being encoded",
            "Views/Orders/Search.cshtml",
            SearchDoor,
            new Flow(
                SourceKind.Remote,
                "query parameter 'customer'",
                [
                    new FlowStep(
                        At("Controllers/OrdersController.cs", "string customer"),
                        "enters as query parameter 'customer'",
                        "OrdersController.Search"
                    ),
                    new FlowStep(At("Views/Orders/Search.cshtml", "Html.Raw(Model.Customer)"), "reaches Html.Raw", "Search.cshtml"),
                ]
            )
        );

    private static Finding HashFinding() =>
        Found(
            WeakHash,
            Severity.Low,
            At("Files/InvoiceFiles.cs", "System.Security.Cryptography.MD5.Create()"),
            "MD5 is used as a checksum",
            "Shop.Files.InvoiceFiles.Checksum(byte[])",
            null
        );

    private static Finding Found(
        Rule rule,
        Severity severity,
        SourceSpan where,
        string message,
        string symbol,
        EntryPoint? door,
        params Flow[] flows
    ) =>
        new()
        {
            Fingerprint = Print(rule.Id + symbol),
            Severity = severity,
            Candidate = new Candidate
            {
                Rule = rule,
                Where = where,
                Message = message,
                Symbol = symbol,
                Snippet = message,
                EntryPoint = door,
                Flows = flows,
            },
        };

    private static string Print(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static SourceSpan At(string path, string text)
    {
        IReadOnlyList<string> lines = Lines(path)!;
        for (int i = 0; i < lines.Count; i++)
        {
            int column = lines[i].IndexOf(text, StringComparison.Ordinal);
            if (column >= 0)
                return new SourceSpan(path, i + 1, column + 1, i + 1, column + 1 + text.Length);
        }

        throw new ArgumentException($"'{text}' is not in {path}", nameof(text));
    }

    public static string Render(IReport report, ScanResult? result = null, bool color = false)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        report.Write(result ?? Result(), Context with { Color = color }, writer);
        return writer.ToString();
    }
}
