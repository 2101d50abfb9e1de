using System.Security.Cryptography;
using System.Text;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Rules;
using Shrike.Review;
using Shrike.Review.Reports;

namespace Shrike.Tests.Reports;

/// <summary>A believable scan of a small shop, with some hostile names and texts: every report is held to it.</summary>
internal static class Shop
{
    public const string Controller = "src/Web/OrdersController.cs";
    public const string Store = "src/Data/OrderStore.cs";
    public const string Files = "src/Web/Files & Images/Download.cs";
    public const string Hostile = "src/\e[31m<script>alert(1)</script>/\u202Egnp.cs";

    /// <summary>What a report must never let through as it is.</summary>
    public const string HostileText = "'</code><script>alert(1)</script><img src=x onerror=alert(2)> \e[2J\u202E\u0007 [click](https://evil.example) @everyone | `x` \U000E0041";

    private static readonly Dictionary<string, string[]> Sources = new(StringComparer.Ordinal)
    {
        [Controller] = """
            using Microsoft.AspNetCore.Mvc;

            namespace Shop.Web;

            [ApiController]
            [Route("orders")]
            public sealed class OrdersController(OrderStore store, ILogger<OrdersController> log) : ControllerBase
            {
                [HttpGet("search")]
                public IActionResult Search(string customer, string? sort)
                {
                    string term = customer.Trim();
                    log.LogInformation("search for " + term);
                    return Ok(store.Search(term, sort ?? "id"));
                }

                [HttpPost("{id}/cancel")]
                public IActionResult Cancel(int id)
                {
                    store.Cancel(id);   // whose order?
                    return NoContent();
                }
            }
            """.ReplaceLineEndings("\n").Split('\n'),
        [Store] = """
            namespace Shop.Data;

            public sealed class OrderStore(SqlConnection connection)
            {
                private const string Key = "hunter2-but-longer";

                public List<Order> Search(string term, string sort)
                {
                    var sql = new StringBuilder("SELECT * FROM Orders WHERE Customer = '");
                    sql.Append(term);
                    sql.Append("' ORDER BY ").Append(sort);
                    using var command = new SqlCommand(sql.ToString(), connection);
                    return Read(command.ExecuteReader());
                }

                public void Cancel(int id) => Execute("UPDATE Orders SET State = 4 WHERE Id = @id", id);

                private static byte[] Hash(byte[] password) => MD5.HashData(password);
            }
            """.ReplaceLineEndings("\n").Split('\n'),
        [Files] = [
            "public static class Download",
            "{",
            "\tpublic static IResult Get(string name)",
            "\t{",
            "\t\tstring path = Path.Combine(\"/srv/files\", name); " + new string('/', 300),
            "\t\treturn Results.File(File.OpenRead(path)); // 漢字 \U0001F980 é",
            "\t}",
            "}",
        ],
        [Hostile] = [
            "// " + HostileText,
            "/*\u202E } \u2066if (isAdmin)\u2069 \u2066 begin admins only */ Process.Start(\"sh\", \"-c \" + name); // </pre>" + HostileText,
        ],
    };

    private static readonly EntryPoint SearchDoor = new()
    {
        Kind = EntryPointKind.Controller,
        Symbol = "Shop.Web.OrdersController.Search(string, string)",
        Display = "GET /orders/search",
        Where = At(Controller, "Search"),
        Route = "/orders/search",
        Verbs = ["GET"],
        Parameters = [new EntryParameter("customer", "string", Binding.Query), new EntryParameter("sort", "string?", Binding.Query)],
    };

    private static readonly EntryPoint CancelDoor = new()
    {
        Kind = EntryPointKind.Controller,
        Symbol = "Shop.Web.OrdersController.Cancel(int)",
        Display = "POST /orders/{id}/cancel",
        Where = At(Controller, "Cancel(int"),
        Route = "/orders/{id}/cancel",
        Verbs = ["POST"],
        Parameters = [new EntryParameter("id", "int", Binding.Route)],
        Guards = new Guards { Authorization = "[Authorize(Policy = Staff)] on OrdersController", Policies = ["Staff"], Antiforgery = "AutoValidateAntiforgeryToken", RateLimit = "fixed window" },
    };

    private static readonly EntryPoint HostileDoor = new()
    {
        Kind = EntryPointKind.MinimalApi,
        Symbol = "Program.<Main>$",
        Display = "GET /" + HostileText,
        Where = At(Hostile, "Process.Start"),
        Guards = new Guards { AllowsAnonymous = true },
    };

    public static ReportContext Context => new(path => Sources.GetValueOrDefault(path), Color: false, "0.1.0");

    public static ScanResult Result => new()
    {
        Root = "/home/dev/shop",
        Findings =
        [
            Finding("os-command", 78, "untrusted route parameter reaches a shell in " + HostileText, At(Hostile, "Process.Start(\"sh\", \"-c \" + name)"), HostileDoor,
                new Flow(SourceKind.Remote, "route parameter " + HostileText, [Step(Hostile, HostileText[..20], "enters as " + HostileText), Step(Hostile, "\"-c \" + name", "joined to the command"), Step(Hostile, "Process.Start(\"sh\", \"-c \" + name)", "run by the shell")])),
            Finding("sql-injection", 89, "SQL is built from the query parameter 'customer'", At(Store, "sql.Append(term)"), SearchDoor,
                new Flow(SourceKind.Remote, "query parameter 'customer'", [
                    Step(Controller, "string customer", "enters as query parameter 'customer'"),
                    Step(Controller, "customer.Trim()", "kept by Trim"),
                    Step(Controller, "term, sort", "passed to OrderStore.Search as 'term'"),
                    Step(Store, "string term", "arrives as 'term'"),
                    Step(Store, "sql.Append(term)", "joined to the text of the command"),
                    Step(Store, "new SqlCommand(sql.ToString(), connection)", "becomes the command's text"),
                    Step(Store, "command.ExecuteReader()", "is run by the database"),
                ]),
                new Flow(SourceKind.Remote, "query parameter 'sort'", [Step(Controller, "string? sort", "enters as query parameter 'sort'"), Step(Store, "Append(sort)", "joined to the text of the command"), Step(Store, "new SqlCommand(sql.ToString(), connection)", "becomes the command's text")])),
            Finding("path-traversal", 22, "a file's name comes from the query parameter 'name'", At(Files, "File.OpenRead(path)"), null,
                new Flow(SourceKind.Remote, "query parameter 'name'", [Step(Files, "string name", "enters as query parameter 'name'"), .. Enumerable.Range(0, 18).Select(i => Step(Files, "Path.Combine(\"/srv/files\", name)", $"handed on, place {i + 1}")), Step(Files, "File.OpenRead(path)", "opened")])),
            Finding("missing-authorization", 639, "the order to cancel is chosen by the caller and never compared with the current user", At(Controller, "store.Cancel(id)"), CancelDoor),
            Finding("log-injection", 117, "a log line contains the query parameter 'customer'", At(Controller, "\"search for \" + term"), SearchDoor,
                new Flow(SourceKind.Remote, "query parameter 'customer'", [Step(Controller, "string customer", "enters as query parameter 'customer'"), Step(Controller, "\"search for \" + term", "written to the log")])),
            Finding("weak-hash", 328, "passwords are hashed with MD5", At(Store, "MD5.HashData(password)"), null),
            Finding("weak-hash", 328, "MD5 is used in a file that is gone", new SourceSpan("src/Gone.cs", 7, 5, 7, 12), null) with { Severity = Severity.Low },
        ],
        Suppressed =
        [
            Finding("hardcoded-secret", 798, "a key is written in the code", At(Store, "\"hunter2-but-longer\""), null) with { Suppression = new Suppression(SuppressionKind.Comment, "a sample key " + HostileText, new DateOnly(2027, 3, 31)) },
            Finding("weak-hash", 328, "MD5 is used for an ETag", At(Store, "Hash"), null) with { Suppression = new Suppression(SuppressionKind.Baseline, "known since the baseline", null) },
        ],
        Rules = [.. Catalogue.Values],
        EntryPoints = [SearchDoor, CancelDoor, HostileDoor],
        Ledger =
        [
            new LedgerEntry(LedgerKind.File, Store, LedgerState.Analysed, null),
            new LedgerEntry(LedgerKind.File, Controller, LedgerState.Analysed, null),
            new LedgerEntry(LedgerKind.File, Files, LedgerState.Analysed, null),
            new LedgerEntry(LedgerKind.File, Hostile, LedgerState.PartlyAnalysed, "unreadable " + HostileText),
            new LedgerEntry(LedgerKind.File, "src/Broken.cs", LedgerState.Failed, "cannot be read: access denied"),
            new LedgerEntry(LedgerKind.File, "src/obj/Generated.g.cs", LedgerState.Skipped, "generated"),
            new LedgerEntry(LedgerKind.File, "legacy/Old.cs", LedgerState.Ignored, "legacy/ in .shrikeignore"),
            new LedgerEntry(LedgerKind.EntryPoint, SearchDoor.Display, LedgerState.Analysed, null),
            new LedgerEntry(LedgerKind.EntryPoint, CancelDoor.Display, LedgerState.Analysed, null),
            new LedgerEntry(LedgerKind.EntryPoint, HostileDoor.Display, LedgerState.PartlyAnalysed, "its body was not found"),
        ],
        Problems = [new Problem("web.config", "is not well-formed XML: line 3"), new Problem("a\nb" + HostileText, "cannot be understood")],
        Narrowed = ["rule 'cors' is switched off", "paths left out: " + HostileText],
        LinesAnalysed = 48_213,
        Timings = new Timings([new Phase("read", TimeSpan.FromMilliseconds(120)), new Phase("bind and lower", TimeSpan.FromMilliseconds(840)), new Phase("follow data", TimeSpan.FromMilliseconds(310.5))]),
    };

    /// <summary>Complete, and nothing found.</summary>
    public static ScanResult Clean => Result with
    {
        Findings = [],
        Suppressed = [],
        Problems = [],
        Narrowed = [],
        Ledger = [.. Result.Ledger.Where(e => e.State == LedgerState.Analysed)],
        EntryPoints = [SearchDoor, CancelDoor],
    };

    /// <summary>As many findings as asked for, each at its own line.</summary>
    public static ScanResult Many(int count) => Result with
    {
        Findings = [.. Enumerable.Range(0, count).Select(i => Result.Findings[1] with { Fingerprint = Print($"many {i}") })],
    };

    public static string Render(IReport report, ScanResult result, ReportContext? context = null)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        report.Write(result, context ?? Context, writer);
        return writer.ToString();
    }

    private static readonly Dictionary<string, Rule> Catalogue = new Rule[]
    {
        Rule("os-command", "Command of the operating system from untrusted text", [78, 88], "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"),
        Rule("sql-injection", "SQL from untrusted text", [89, 564], "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"),
        Rule("path-traversal", "File chosen by untrusted text", [22, 23], "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N"),
        Rule("missing-authorization", "Object of another user", [639, 862], "CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N", RuleKind.Structure),
        Rule("log-injection", "Log line from untrusted text", [117], "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N"),
        Rule("weak-hash", "Broken hash function", [328], "CVSS:4.0/AV:N/AC:H/AT:P/PR:N/UI:N/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N", RuleKind.Pattern),
        Rule("hardcoded-secret", "Secret in the code", [798, 259], "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:L/VA:N/SC:N/SI:N/SA:N", RuleKind.Pattern),
    }.ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    private static Rule Rule(string id, string title, int[] cwes, string cvss, RuleKind kind = RuleKind.Flow) => new()
    {
        Id = id,
        Title = title,
        Kind = kind,
        Cwes = cwes,
        Cvss = cvss,
        Message = "{source} reaches {sink}",
        What = "Text that somebody else controls becomes part of something that is interpreted.",
        Why = "An attacker changes what the program does: reads or deletes other people's data, or takes the machine over. One request is enough, and nothing is seen in the logs.",
        Fix = "Keep data apart from code: pass it as a parameter (`command.Parameters.AddWithValue(\"@name\", name)`), or allow only values from a fixed list.",
        Vulnerable = "var sql = \"SELECT * FROM Users WHERE Name = '\" + name + \"'\"; // joined",
        Fixed = "const string Sql = \"SELECT * FROM Users WHERE Name = @name\";\ncommand.Parameters.AddWithValue(\"@name\", name);",
        References = [$"https://cwe.mitre.org/data/definitions/{cwes[0]}.html"],
    };

    private static Finding Finding(string rule, int cwe, string message, SourceSpan where, EntryPoint? door, params Flow[] flows) => new()
    {
        Fingerprint = Print($"{rule}\n{where}\n{message}"),
        Severity = Catalogue[rule].Severity,
        Candidate = new Candidate
        {
            Rule = Catalogue[rule],
            Where = where,
            Message = message,
            Symbol = "Shop.Data.OrderStore.Search",
            Snippet = "sql.Append(term)",
            Cwe = cwe,
            EntryPoint = door,
            Flows = flows,
        },
    };

    private static string Print(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static FlowStep Step(string path, string code, string message) => new(At(path, code), message, Path.GetFileNameWithoutExtension(path));

    private static SourceSpan At(string path, string code)
    {
        string[] lines = Sources[path];
        int line = Array.FindIndex(lines, l => l.Contains(code, StringComparison.Ordinal));
        int column = lines[line].IndexOf(code, StringComparison.Ordinal);
        return new SourceSpan(path, line + 1, column + 1, line + 1, column + 1 + code.Length);
    }
}
