using System.Globalization;
using System.Text.RegularExpressions;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Rules;
using Shrike.Analysis.Sources;
using Shrike.Review;
using Shrike.Review.Reports;
using Shrike.Tests.Rules;

namespace Shrike.Tests.CSharp;

/// <summary>What is known of an earlier state of the tree makes a scan shorter and never different.</summary>
public sealed partial class IncrementalTests
{
    private static readonly RuleCatalogue Rules = RuleCatalogue.BuiltIn();

    private sealed class Store : IFactsStore
    {
        private readonly Dictionary<string, byte[]> entries = [];
        private readonly List<string> kept = [];

        public byte[]? Find(string name) => entries.GetValueOrDefault(name);

        public void Keep(string name, ReadOnlySpan<byte> facts)
        {
            entries[name] = facts.ToArray();
            kept.Add(name.Split('\0')[1]);
        }

        public IEnumerable<string> Names => entries.Keys.ToArray();

        /// <summary>The projects that were bound since the last question.</summary>
        public string Bound()
        {
            string names = string.Join(' ', kept.Order(StringComparer.Ordinal));
            kept.Clear();
            return names;
        }
    }

    private static SourceTree Tree(IEnumerable<SourceFile> files) =>
        new("/nowhere", [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)], []);

    private static SourceFile With(SourceFile file, string text) => SourceFile.InMemory(file.Path, text, file.Kind);

    private static SourceTree Changed(SourceTree tree, string path, string original, string changed)
    {
        SourceFile file = tree.Files.Single(f => f.Path == path);
        string text = file.Text.ToString();
        Assert.Contains(original, text, StringComparison.Ordinal);
        return Tree([.. tree.Files.Where(f => f != file), With(file, text.Replace(original, changed, StringComparison.Ordinal))]);
    }

    private static string Scanned(SourceTree tree, IFactsStore? store, RuleCatalogue? rules = null, AnalysisOptions? options = null)
    {
        // Files remember their text; each scan gets its own.
        tree = Tree(tree.Files.Select(f => With(f, f.Text.ToString())));
        Codebase code = CodeFacts.Read(
            tree,
            rules ?? Rules,
            options ?? new AnalysisOptions { Jobs = 2 },
            null,
            CancellationToken.None,
            store
        );
        var result = new ScanResult
        {
            Root = "",
            Findings = Fingerprints.Findings(code.Candidates.Select(RuleReviewer.Review)),
            Suppressed = [],
            Rules = Rules.Rules,
            EntryPoints = code.EntryPoints,
            Ledger = code.Ledger,
            Problems = code.Problems,
            LinesAnalysed = code.Lines,
            Timings = new Timings([]),
        };
        using var text = new StringWriter();
        new JsonReport().Write(result, new ReportContext(_ => null, false, ""), text);
        return text.ToString();
    }

    private static SourceFile Project(string name, string sdk, params string[] references) =>
        SourceFile.InMemory(
            $"{name}/{name}.csproj",
            $"<Project Sdk=\"{sdk}\"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings>"
                + "</PropertyGroup><ItemGroup>"
                + string.Concat(references.Select(r => $"<ProjectReference Include=\"../{r}/{r}.csproj\" />"))
                + "</ItemGroup></Project>",
            FileKind.Project
        );

    private static readonly SourceTree Small = Tree([
        Project("Base", "Microsoft.NET.Sdk"),
        Project("Store", "Microsoft.NET.Sdk", "Base"),
        Project("Other", "Microsoft.NET.Sdk", "Base"),
        Project("Web", "Microsoft.NET.Sdk.Web", "Store"),
        SourceFile.InMemory(
            "Base/Entity.cs",
            """
            namespace Base;
            public class Entity { public int Id { get; set; } public const string Table = "orders"; }
            public class Order : Entity { public string AssignedId { get; set; } = ""; public string Text { get; set; } = ""; }
            public interface IAudit { void Write(string text); }
            public class Audit : IAudit { public void Write(string text) { System.Console.WriteLine(text); } }
            """
        ),
        SourceFile.InMemory(
            "Base/Checks.cs",
            """
            namespace Base;
            public static class Checks
            {
                public static bool Allowed(string user) { return user.Length > 3; }
                public static string Clean(string text) { return text; }
            }
            """
        ),
        SourceFile.InMemory("Base/Lone.cs", "namespace Base; public class Lone { public int One() { return 1; } }"),
        SourceFile.InMemory(
            "Store/Gate.cs",
            """
            namespace Store;
            public class Gate
            {
                public void Delete(int id) { if (!Security.IsAuthorizedTo("x")) throw new System.UnauthorizedAccessException(); }
            }
            """
        ),
        SourceFile.InMemory(
            "Store/Orders.cs",
            """
            using Base;
            using Microsoft.EntityFrameworkCore;
            namespace Store;
            public class Db : DbContext { public DbSet<Order> Orders { get; set; } = null!; }
            public class Orders(Db db, IAudit audit)
            {
                public Order? Find(int id) { audit.Write("find"); return db.Orders.Find(id); }
                public void Remove(int id) { db.Orders.Remove(db.Orders.Find(id)!); db.SaveChanges(); }
                public void Run(string text) { System.Diagnostics.Process.Start("sh", "-c " + Checks.Clean(text)); }
            }
            """
        ),
        SourceFile.InMemory("Other/Tool.cs", "using Base; class Tool { static void Main(string[] args) { new Audit().Write(args[0]); } }"),
        SourceFile.InMemory(
            "Web/Controllers.cs",
            """
            using Base;
            using Microsoft.AspNetCore.Authorization;
            using Microsoft.AspNetCore.Mvc;
            using Store;
            namespace Web;
            [Authorize]
            public class OrdersController(Orders orders) : Controller
            {
                [HttpGet] public IActionResult Show(int id) { return View(orders.Find(id)); }
                [HttpPost] public IActionResult Delete(int id) { orders.Remove(id); return Ok(); }
                [HttpPost] public IActionResult Run(string text) { orders.Run(text); return Ok(); }
            }
            [Route("gated")]
            public class GatedController(Gate gate) : Controller
            {
                [HttpDelete("{id}")] public void Delete(int id) => gate.Delete(id);
            }
            public class OpenController(Db db) : Controller
            {
                [HttpPost] public IActionResult Delete(int id) { db.Orders.Remove(db.Orders.Find(id)!); db.SaveChanges(); return Ok(); }
            }
            """
        ),
        SourceFile.InMemory(
            "Web/Program.cs",
            """
            using Base;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddScoped<IAudit, Audit>();
            builder.Services.AddAuthentication().AddCookie();
            var app = builder.Build();
            app.MapGet("/run/{text}", (string text, Store.Orders orders) => { orders.Run(text); });
            app.Run();
            """
        ),
        SourceFile.InMemory("Web/Views/_ViewImports.cshtml", "@using Base\n", FileKind.RazorView),
        SourceFile.InMemory("Web/Views/Orders/Show.cshtml", "@model Order\n<p>@Html.Raw(Model.Text)</p>\n", FileKind.RazorView),
    ]);

    [Theory]
    [InlineData("Base/Lone.cs", "return 1;", "return 2;", "Base")]
    [InlineData("Base/Checks.cs", "return text;", "return text + text;", "Base Web")]
    [InlineData("Store/Orders.cs", "audit.Write(\"find\");", "audit.Write(\"found\");", "Store Web")]
    [InlineData("Web/Program.cs", "app.Run();", "app.Run(); app.Run();", "Web")]
    [InlineData("Other/Tool.cs", "args[0]", "args[1]", "Other")]
    [InlineData("Base/Checks.cs", "Clean(string text)", "Clean(string text, int more = 0)", "Base Other Store Web")]
    [InlineData("Web/Views/Orders/Show.cshtml", "Html.Raw", "Html.Encode", "Web")]
    [InlineData("Web/Web.csproj", "<ImplicitUsings>enable", "<ImplicitUsings>disable", "Web")]
    public void Only_what_depends_on_a_change_is_bound_again(string path, string original, string changed, string bound)
    {
        var store = new Store();
        Assert.Equal(Scanned(Small, null), Scanned(Small, store));
        Assert.Equal("Base Other Store Web", store.Bound());
        Scanned(Small, store);
        Assert.Equal("", store.Bound());
        SourceTree next = Changed(Small, path, original, changed);
        Assert.Equal(Scanned(next, null), Scanned(next, store));
        Assert.Equal(bound, store.Bound());
    }

    [Fact]
    public void A_body_in_another_project_that_a_rule_looks_into_counts()
    {
        var store = new Store();
        string before = Scanned(Small, store);
        SourceTree next = Changed(
            Small,
            "Store/Gate.cs",
            "if (!Security.IsAuthorizedTo(\"x\")) throw new System.UnauthorizedAccessException();",
            ""
        );
        string after = Scanned(next, null);
        Assert.True(Missing(before) < Missing(after));
        Assert.Equal(after, Scanned(next, store));
    }

    private static int Missing(string json) => json.Split("\"missing-authorization\"").Length;

    [Fact]
    public void Options_and_the_users_rules_count()
    {
        var store = new Store();
        Scanned(Small, store);
        store.Bound();
        var options = new AnalysisOptions { Jobs = 1, PublicApiIsSource = true };
        Assert.Equal(Scanned(Small, null, options: options), Scanned(Small, store, options: options));
        Assert.Equal("Base Other Store Web", store.Bound());
        string folder = Directory.CreateTempSubdirectory("shrike-rules").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "none.json"), "{}");
            RuleCatalogue rules = RuleCatalogue.Load([folder]);
            Assert.Equal(Scanned(Small, null, rules, options), Scanned(Small, store, rules, options));
            Assert.Equal("Base Other Store Web", store.Bound());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Damaged_entries_change_no_answer_or_are_refused()
    {
        var store = new Store();
        string expected = Scanned(Small, store);
        foreach (string name in store.Names)
        {
            byte[] whole = store.Find(name)!;
            for (int i = 0; i < 12; i++)
            {
                store.Keep(name, whole.AsSpan(0, (int)((long)whole.Length * i / 12)));
                Assert.Equal(expected, Scanned(Small, store));
            }
        }

        // What is not as it was written never comes out of the folder; whatever else comes out may not stop a scan.
        var random = new Random(5);
        foreach (string name in store.Names)
        {
            byte[] whole = store.Find(name)!;
            for (int i = 0; i < 20; i++)
            {
                byte[] damaged = [.. whole];
                damaged[random.Next(Math.Min(damaged.Length, 4000))] ^= (byte)(1 << random.Next(8));
                store.Keep(name, damaged);
                Assert.NotEmpty(Scanned(Small, store));
            }

            store.Keep(name, whole);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_small_program_that_changes_at_random_is_scanned_as_from_nothing(int seed) => Walk(Small, seed, steps: 16);

    [Fact]
    public void Samples_that_change_at_random_are_scanned_as_from_nothing()
    {
        string folder = Path.Combine(RepositoryRoot.Path, "samples");
        SourceTree tree = SourceTreeReader.Read([folder], new SourceTreeOptions(), CancellationToken.None);
        Walk(Tree(tree.Files.Select(f => With(f, f.Text.ToString()))), seed: 7, steps: 8);
    }

    private static void Walk(SourceTree tree, int seed, int steps)
    {
        var random = new Random(seed);
        var store = new Store();
        Scanned(tree, store);
        int projects = store.Bound().Split(' ').Length;
        int taken = 0;
        for (int i = 0; i < steps; i++)
        {
            (string what, tree) = Step(tree, random, i);
            Assert.True(Scanned(tree, null) == Scanned(tree, store), $"step {i.ToString(CultureInfo.InvariantCulture)} of {seed}: {what}");
            taken += projects - store.Bound().Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        }

        Assert.True(taken > 0);
    }

    private static (string What, SourceTree Tree) Step(SourceTree tree, Random random, int number)
    {
        string id = number.ToString(CultureInfo.InvariantCulture);
        SourceFile[] code = [.. tree.Files.Where(f => f.Kind == FileKind.CSharp)];
        SourceFile file = code[random.Next(code.Length)];
        switch (random.Next(9))
        {
            case 0:
                return Edit(tree, file, MethodBody(), random, $"$0 System.Diagnostics.Process.Start(System.Console.ReadLine()!); ");
            case 1:
                return Edit(tree, file, MethodBody(), random, "$0 \n\n ");
            case 2:
                return Edit(tree, file, Parameters(), random, $"(int extra{id}, ");
            case 3:
                return Edit(tree, file, Class(), random, $"class Was{id} {{ }} $0");
            case 4:
                return Edit(tree, file, Bases(), random, $": Unknown{id}, ");
            case 5:
                return Edit(tree, file, Public(), random, "[System.Obsolete] public ");
            case 6:
                string added = $"{file.Path[..^3]}{id}.cs";
                SourceFile more = SourceFile.InMemory(
                    added,
                    $"public class More{id} {{ public void Run(string s) {{ System.IO.File.Delete(s); }} }}"
                );
                return ($"added {added}", Tree([.. tree.Files, more]));
            case 7:
                return ($"removed {file.Path}", Tree(tree.Files.Where(f => f != file || code.Length < 4)));
            default:
                SourceFile[] others = [.. tree.Files.Where(f => f.Kind is FileKind.Project or FileKind.RazorView)];
                SourceFile other = others[random.Next(others.Length)];
                return other.Kind == FileKind.Project
                    ? Edit(tree, other, Group(), random, $"<PropertyGroup><DefineConstants>C{id}</DefineConstants>")
                    : Edit(tree, other, Start(), random, "@using System.Text\n");
        }
    }

    private static (string, SourceTree) Edit(SourceTree tree, SourceFile file, Regex at, Random random, string text)
    {
        string old = file.Text.ToString();
        Match[] places = [.. at.Matches(old).OfType<Match>()];
        if (places.Length == 0)
            return ("nothing", tree);
        Match place = places[random.Next(places.Length)];
        string changed = old[..place.Index] + place.Result(text) + old[(place.Index + place.Length)..];
        return ($"{file.Path}: {text}", Tree([.. tree.Files.Where(f => f != file), With(file, changed)]));
    }

    [GeneratedRegex("\\)\\s*\\{")]
    private static partial Regex MethodBody();

    [GeneratedRegex("(?<=[A-Za-z])\\((?=(string|int) [a-z]+[,)])")]
    private static partial Regex Parameters();

    [GeneratedRegex("public (static |sealed )*class ")]
    private static partial Regex Class();

    [GeneratedRegex(": (?=[A-Z][A-Za-z]+\\s*\\{)")]
    private static partial Regex Bases();

    [GeneratedRegex("public (?=[A-Za-z])")]
    private static partial Regex Public();

    [GeneratedRegex("<PropertyGroup>")]
    private static partial Regex Group();

    [GeneratedRegex("\\A")]
    private static partial Regex Start();
}
