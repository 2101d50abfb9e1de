using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shrike.Bench.Contestants;
using Shrike.Bench.Perturbations;
using Shrike.Bench.Reports;
using Shrike.Bench.Runs;
using Shrike.Bench.Scoring;

namespace Shrike.Tests.Bench;

public sealed class PerturbationTests
{
    private const string Program = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using System.Threading.Tasks;

        public static class Entry
        {
            public static string Run(string input)
            {
                var box = new Box(3);
                string text = input.Trim();
                int length = 0;
                foreach (char letter in text)
                {
                    length += letter == 'a' ? 2 : 1;
                }

                var pair = new { text, length };
                (string first, int second) = (text, length);
                Func<string, int, string> join = (left, right) => left + right;
                string Local(string inner) => inner + nameof(inner) + Local2(inner);
                static string Local2(string inner) { return inner.Length.ToString(); }
                if (!int.TryParse("12", out int parsed))
                    parsed = 1;
                return string.Join("|", pair, first, second, join(text, parsed), Local(text), box.Text(text, extra: 2), box.Later().Result, string.Concat(box.Many(2)), box.Whoami(), box.Calls(), 5.Twice());
            }
        }

        public static class Extensions
        {
            public static int Twice(this int number)
            {
                return number * 2;
            }
        }

        public abstract class Shape
        {
            public virtual string Name() { return "shape"; }
        }

        public sealed class Box : Shape
        {
            private readonly int size;
            private int _count;

            public Box(int size) { this.size = size; }

            public override string Name() { return base.Name() + size; }

            public string Text(string value, int extra = 1, params int[] more)
            {
                string result = Grow(amount: extra, value: value);
                try
                {
                    Change(ref _count, out int seen);
                    return result + seen + more.Length + Name();
                }
                catch (InvalidOperationException problem)
                {
                    return problem.Message;
                }
            }

            public async Task<string> Later()
            {
                await Task.Yield();
                return await More<string>("x");
            }

            public IEnumerable<int> Many(int most)
            {
                for (int i = 0; i < most; i++)
                    yield return i * size;
            }

            public string Whoami() { return Caller(); }

            public string Calls() { return (from item in new[] { 1, 2, 3 } where item > 1 select item * size).Sum().ToString(); }

            private static string Caller([CallerMemberName] string name = "") { return name; }

            private async Task<T> More<T>(T value)
                where T : class
            {
                await Task.Yield();
                return value;
            }

            private string Grow(string value, int amount) { return new string('y', amount) + value + "size"; }

            private void Change(ref int count, out int seen)
            {
                count++;
                seen = count;
            }
        }
        """;

    private static readonly MetadataReference[] Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    public static TheoryData<string> Kinds => ["rename", "reorder", "wrap", "wrap-values", "dead-code", "all"];

    [Theory, MemberData(nameof(Kinds))]
    public void A_perturbed_program_does_what_it_did(string kind)
    {
        string before = Ran(Program);
        for (long seed = 1; seed <= 3; seed++)
        {
            (PerturbedText text, PerturbationCount[] counts) = Perturb(Program, kind, seed);
            Assert.All(counts, c => Assert.True(c.Changes > 0, c.Name));
            Assert.NotEqual(Program, text.Text);
            Assert.Equal(before, Ran(text.Text));
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void The_same_seed_gives_the_same_text_and_another_another(string kind)
    {
        Assert.Equal(Perturb(Program, kind, 7).Text.Text, Perturb(Program, kind, 7).Text.Text);
        Assert.NotEqual(Perturb(Program, kind, 7).Text.Text, kind == "wrap" ? Program : Perturb(Program, kind, 8).Text.Text);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Every_line_knows_where_it_was(string kind)
    {
        PerturbedText text = Perturb(Program, kind, 3).Text;
        string[] old = Program.Split('\n'),
            now = text.Text.Split('\n');
        Assert.Equal(old.Length, now.Length);
        int[] lines = text.Lines ?? [.. Enumerable.Range(1, old.Length)];
        Assert.Equal(Enumerable.Range(1, old.Length), lines.Order());
        if (kind == "reorder")
            Assert.All(now, (line, i) => Assert.Equal(old[lines[i] - 1], line));
    }

    [Fact]
    public void The_compiler_says_of_the_samples_what_it_said_before()
    {
        string root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../samples/Notes"));
        string[] texts =
        [
            .. Directory
                .EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
                .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(File.ReadAllText),
        ];
        CSharpProgram before = CSharpProgram.Of([.. texts.Select((t, i) => CSharpProgram.Parse(t, i)!)], []);
        (IReadOnlyList<PerturbedText> changed, _) = CSharpPerturber.Apply(texts, [], PerturbationNames.Parse("all"), "s", 1);
        string[][] after = before.With([.. changed.Select(c => c.Text)])!.Complaints([.. changed.Select(c => c.Lines)]);
        Assert.Equal(before.Complaints(), after);
        Assert.Contains(changed, c => c.Lines is not null);
    }

    [Theory]
    [InlineData("class C { private int size; string F() => nameof(size); }", "size")]
    [InlineData("class C { private int size; object F() => typeof(C).GetField(\"size\"); }", "size")]
    [InlineData("class C { private int size; int F(dynamic d) => d.size + size; }", "size")]
    [InlineData("class C { public int size; int F() => size; }", "size")]
    [InlineData("class C { private void Page_Load(object sender) { } }", "Page_Load")]
    [InlineData("class C { public void F(string name) { System.Console.Write(name); } }", "name")]
    [InlineData("class C { object F(string a) { string size = a; return new { size }; } }", "string size")]
    [InlineData("class C {\n#if X\nint G() => size;\n#endif\nprivate int size; int F() => size; }", "private int size")]
    [InlineData("class C { void F() { System.Delegate d = (string route) => route; } }", "string route")]
    public void What_others_may_call_by_name_keeps_it(string text, string stays) =>
        Assert.Contains(stays, Perturb(text, "rename", 1).Text.Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("class C { private int size; int F() => size; }", "size")]
    [InlineData("class C { void F(object o) { string size = o.ToString(); System.Console.Write(size); } }", "size")]
    [InlineData("class C { int F() => G(size: 1); private int G(int size) { return size; } }", "size")]
    public void What_only_the_text_names_loses_its_name(string text, string gone) =>
        Assert.DoesNotContain(gone, Perturb(text, "rename", 1).Text.Text, StringComparison.Ordinal);

    [Fact]
    public void What_stands_between_directives_keeps_its_place()
    {
        string text =
            "class C\n{\n#pragma warning disable\n    void A() { }\n#pragma warning restore\n    void B() { }\n    void D() { }\n}\n";
        PerturbedText result = Perturb(text, "reorder", 1).Text;
        Assert.Equal(text, result.Text);
        Assert.Equal(3, result.Skipped);
    }

    [Fact]
    public void What_cannot_be_parsed_stays_as_it_is()
    {
        string deep = "class C { int F() => " + new string('(', 200_000) + "1" + new string(')', 200_000) + "; }";
        Assert.Equal(deep, Assert.Single(CSharpPerturber.Apply([deep], [], PerturbationNames.Parse("all"), "s", 1).Texts).Text);
    }

    [Theory]
    [InlineData("rename,spoil", "there is no perturbation 'spoil'; there are rename, reorder, wrap, wrap-values, dead-code and all")]
    [InlineData(",", "--perturb takes rename,reorder,wrap,wrap-values,dead-code or all")]
    public void Other_words_are_refused(string words, string message) =>
        Assert.Equal(message, Assert.Throws<RunException>(() => PerturbationNames.Parse(words)).Message);

    [Fact]
    public void A_run_is_perturbed_and_its_findings_come_back_to_the_lines_of_the_labels()
    {
        using var suite = new SmallSuite();
        using var folder = new TempFolder();
        RunComparison comparison = RunComparison.Of(Scored(suite, folder, ""), Scored(suite, folder, "all"));
        Assert.Empty(comparison.Changed);
        Assert.Equal(["rename", "reorder", "wrap", "wrap-values", "dead-code"], comparison.New.Manifest.Perturbations);
        Assert.Contains(comparison.New.Perturbed, c => c is { Name: "rename", Changes: > 0 });
        Assert.Contains("drop of the headline 0.000; 0 of 3 answers changed", PerturbationText.Drop(comparison), StringComparison.Ordinal);
        Assert.Null(PerturbationText.Drop(RunComparison.Of(comparison.Old, comparison.Old)));
    }

    private static ScoredRun Scored(SmallSuite suite, TempFolder folder, string perturb)
    {
        var options = new RunOptions { Jobs = 1, Perturbations = PerturbationNames.Parse(perturb.Length > 0 ? perturb : null) };
        var contestant = new ShrikeContestant(
            "1",
            Shrike.Analysis.Rules.RuleCatalogue.Load([]),
            new Shrike.Review.ScanOptions { Today = new DateOnly(2026, 11, 24) }
        );
        var runner = new Runner(suite.Read(), contestant, options);
        using RunFolder run = RunFolder.Begin(Path.Combine(folder.Path, "run" + perturb), runner.Manifest, runner.Cases);
        runner.Run(run, null, CancellationToken.None);
        return ScoredRun.Of(run);
    }

    private static (PerturbedText Text, PerturbationCount[] Counts) Perturb(string text, string kinds, long seed)
    {
        (IReadOnlyList<PerturbedText> texts, IReadOnlyList<PerturbationCount> counts) = CSharpPerturber.Apply(
            [text],
            [],
            PerturbationNames.Parse(kinds),
            "s",
            seed
        );
        return (Assert.Single(texts), [.. counts]);
    }

    private static string Ran(string text)
    {
        var compilation = CSharpCompilation.Create(
            "Perturbed",
            [CSharpSyntaxTree.ParseText(text)],
            Platform,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        using var stream = new MemoryStream();
        Assert.Empty(compilation.Emit(stream).Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning));
        stream.Position = 0;
        var context = new AssemblyLoadContext("perturbed", isCollectible: true);
        try
        {
            return (string)context.LoadFromStream(stream).GetType("Entry")!.GetMethod("Run")!.Invoke(null, [" banana "])!;
        }
        finally
        {
            context.Unload();
        }
    }

    private sealed class TempFolder : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("shrike-perturbed-");
        public string Path => folder.FullName;

        public void Dispose() => folder.Delete(recursive: true);
    }
}
