using Shrike.Analysis.CSharp;
using Shrike.Analysis.CSharp.Lowering;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Ir;
using Shrike.Analysis.Rules;
using Shrike.Analysis.Sources;
using Shrike.Tests.Rules;

namespace Shrike.Tests.CSharp;

public sealed class LoweredFilesTests
{
    private const string Service =
        "public class Service { public const int Size = 1; public string Name { get; set; } = \"\"; public int Work(int x) { return x + 1; } }";
    private const string User = "class User { int M(Service s) => s.Work(2); }";

    private sealed class Store : IFactsStore
    {
        private readonly Dictionary<string, byte[]> entries = [];

        public byte[]? Find(string name) => entries.GetValueOrDefault(name);

        public void Keep(string name, ReadOnlySpan<byte> facts) => entries[name] = facts.ToArray();

        public IEnumerable<string> Names => entries.Keys.ToArray();
    }

    private static readonly SourceProject Project = new("p", "", [], [], [], false, false, "p", []);

    private static LoweredFiles Open(Store store, out ParsedFile[] files, string service, string user, byte[][]? seen = null)
    {
        SourceFile[] sources = [SourceFile.InMemory("Service.cs", service), SourceFile.InMemory("User.cs", user)];
        SourceProject project = Project with { Files = sources };
        files = new ParsedProject(project, 1, CancellationToken.None).Files;
        return new LoweredFiles(new StoredProject(store, "/", project), project, files, seen ?? [], 1, CancellationToken.None);
    }

    private static Store Filled()
    {
        var store = new Store();
        LoweredFiles first = Open(
            store,
            out _,
            Service,
            User,
            [
                [1],
            ]
        );
        first.Keep(0, new LoweredFile([], [], []));
        first.Keep(1, new LoweredFile([], [], ["line 1: User was not analysed: nested too deeply"]));
        new StoredProject(store, "/", Project).Keep([], first.Kept);
        return store;
    }

    private static (bool Service, bool User) Known(Store store, string service, string user, byte[][]? seen = null)
    {
        LoweredFiles second = Open(
            store,
            out ParsedFile[] files,
            service,
            user,
            seen
                ??
                [
                    [1],
                ]
        );
        return (second.Find(0, files[0].CodeFile) is not null, second.Find(1, files[1].CodeFile) is not null);
    }

    [Fact]
    public void Unchanged_files_are_known_with_their_problems()
    {
        Store store = Filled();
        Assert.Equal((true, true), Known(store, Service, User));
        LoweredFiles again = Open(
            store,
            out ParsedFile[] files,
            Service,
            User,
            [
                [1],
            ]
        );
        Assert.Single(again.Find(1, files[1].CodeFile)!.Problems);
    }

    [Theory]
    [InlineData("return x + 1;", "return x - 1;")]
    [InlineData("return x + 1;", "int y = x; while (y < 9) { y++; } return y;")]
    [InlineData("return x + 1;", "return ((System.Func<int>)(() => { return x; }))();")]
    public void A_change_inside_a_body_concerns_its_own_file(string original, string changed) =>
        Assert.Equal((false, true), Known(Filled(), Service.Replace(original, changed, StringComparison.Ordinal), User));

    [Theory]
    [InlineData("int Work(int x)", "int Work(long x)")]
    [InlineData("Size = 1", "Size = 2")]
    [InlineData("{ get; set; }", "{ get { return \"\"; } set { } }")]
    [InlineData("public int Work", "private int Work")]
    [InlineData("public class Service", "[System.Obsolete] public class Service")]
    [InlineData("{ return x + 1; }", "{ return x + 1; } public int Work(string x) { return 0; }")]
    [InlineData("{ return x + 1; }", "{ return x + 1; ")]
    public void A_change_that_others_can_see_concerns_every_file(string original, string changed)
    {
        string service = Service.Replace(original, changed, StringComparison.Ordinal);
        Assert.NotEqual(Service, service);
        Assert.Equal((false, false), Known(Filled(), service, User));
    }

    [Fact]
    public void A_change_in_what_the_project_refers_to_concerns_every_file() =>
        Assert.Equal(
            (false, false),
            Known(
                Filled(),
                Service,
                User,
                [
                    [2],
                ]
            )
        );

    [Fact]
    public void What_is_stored_is_checked()
    {
        Store store = Filled();
        foreach (string name in store.Names)
        {
            byte[] whole = store.Find(name)!;
            for (int cut = 0; cut < whole.Length; cut++)
            {
                store.Keep(name, whole.AsSpan(0, cut));
                Known(store, Service, User);
                byte[] flipped = [.. whole];
                flipped[cut] ^= 0xFF;
                store.Keep(name, flipped);
                Known(store, Service, User);
            }
        }
    }

    [Fact]
    public void A_scan_after_a_change_equals_one_from_nothing()
    {
        string folder = Path.Combine(RepositoryRoot.Path, "samples", "Webshop");
        SourceTree tree = SourceTreeReader.Read([folder], new SourceTreeOptions(), CancellationToken.None);
        SourceFile[] files = [.. tree.Files.Where(f => f.Kind == FileKind.CSharp)];
        Assert.True(files.Length > 5);
        var store = new Store();
        Assert.Equal(Told(tree, null), Told(tree, store));
        Assert.Equal(Told(tree, null), Told(tree, store));

        int withBody = 0;
        foreach (SourceFile file in files)
        {
            string text = file.Text.ToString();
            int at = text.IndexOf("return ", StringComparison.Ordinal);
            if (at < 0)
                continue;
            withBody++;
            string changed = text.Insert(at, "System.Diagnostics.Process.Start(System.Console.ReadLine()); ");
            SourceTree next = tree with { Files = [.. tree.Files.Select(f => f == file ? SourceFile.InMemory(f.Path, changed) : f)] };
            IReadOnlyList<string> expected = Told(next, null);
            Assert.Equal(expected, Told(next, store));
            Assert.Contains(
                expected,
                line => line.StartsWith("os-command", StringComparison.Ordinal) && line.Contains(file.Path, StringComparison.Ordinal)
            );
        }

        Assert.True(withBody > 3);
    }

    private static IReadOnlyList<string> Told(SourceTree tree, IFactsStore? store)
    {
        Codebase code = CodeFacts.Read(
            tree,
            RuleCatalogue.BuiltIn(),
            new AnalysisOptions { Jobs = 2 },
            null,
            CancellationToken.None,
            store
        );
        return
        [
            .. code.Candidates.Select(c =>
                $"{c.Rule.Id} {c.Where} {c.Symbol} {c.Message} {c.Snippet} {c.EntryPoint?.Display} {c.Severity} "
                + string.Join(" > ", c.Flows.SelectMany(f => f.Steps).Select(s => $"{s.Where} {s.Message}"))
            ),
            .. code.EntryPoints.Select(e => e.Display),
            .. code.Ledger.Select(l => $"{l.Kind} {l.Name} {l.State} {l.Reason}"),
        ];
    }
}
