using System.Text;
using System.Text.Json.Nodes;
using Shrike.Bench.Bundles;
using Shrike.Bench.Runs;
using Shrike.Bench.Suites;

namespace Shrike.Tests.Bench;

public sealed class BundleTests : IDisposable
{
    private readonly GivenBundle given = new();

    public void Dispose() => given.Dispose();

    [Fact]
    public void A_bundle_is_read_again_scored_alike_and_adds_up()
    {
        foreach (string name in (string[])["a.json", "a.json.gz"])
        {
            CheckedBundle read = GivenBundle.Verified(given.Write(given.Bundle(), name));
            Assert.Empty(read.Problems);
            // Two findings of two messages stay two, though nobody can read them.
            Assert.Equal(12, read.Run!.Findings);
            Assert.Equal(2, read.Run.Scores.Rows.Single(r => r.Category == "CWE-78").Tally.TruePositives);
            Assert.Empty(BundleCheck.Against(read, given.Small.Root, CancellationToken.None).Problems);
        }

        Assert.True(new FileInfo(given.At("a.json.gz")).Length < new FileInfo(given.At("a.json")).Length / 2);
    }

    [Fact]
    public void The_same_run_gives_the_same_bytes()
    {
        using RunFolder run = given.Run(given.Contestant());
        byte[][] files =
        [
            .. new[] { "a.json", "b.json" }.Select(n => File.ReadAllBytes(given.Write(BundleExport.Of(run, "1", null, given.Privacy), n))),
        ];
        Assert.Equal(files[0], files[1]);
    }

    [Fact]
    public void Nothing_private_and_no_code_is_in_a_bundle()
    {
        string text = File.ReadAllText(given.Write(given.Bundle()));
        foreach (
            string secret in (string[])
                [GivenBundle.User, GivenBundle.Host, "/home", "Users", "tool)", "Process.", "/bin/sh", "MainClass", "x y", given.At("")]
        )
            Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("heron", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reads /home/al/x.cs badly", "reads <path> badly")]
    [InlineData(@"C:\Users\al\a.cs", "<path>")]
    [InlineData("C:/Users/al/a.cs and \\\\srv\\al\\b", "<path> and <path>")]
    [InlineData("~/x/y", "<path>")]
    [InlineData("by al on Oystercatcher.lan", "by <name> on <name>.lan")]
    [InlineData("also normal", "also normal")]
    [InlineData("home.grizelda.rules.x", "home.<name>.rules.x")]
    [InlineData("cs/web/xss", "cs/web/xss")]
    [InlineData("Debian GNU/Linux 12", "Debian GNU/Linux 12")]
    [InlineData("a\u001b[31mb", "a [31mb")]
    [InlineData("/tmp/x", "<path>")]
    public void Paths_and_names_are_taken_out(string text, string clean) => Assert.Equal(clean, given.Privacy.Clean(text));

    [Fact]
    public void What_everybody_is_called_is_no_name_and_long_texts_are_cut()
    {
        Assert.Equal("the root user", new Privacy(["root", "user", "", " "]).Clean("the root user"));
        Assert.Equal(201, given.Privacy.Clean(new string('x', 100_000)).Length);
        Assert.Equal("<quoted> and <quoted>", given.Privacy.CleanOfCode("'int x;' and \"y\""));
    }

    [Fact]
    public void Part_of_a_run_is_not_exported()
    {
        using RunFolder run = given.Run(given.Contestant());
        File.Delete(Path.Combine(given.At("run1"), "batches", "00002.json"));
        Assert.Contains("2 of 3 batches", Refused(null), StringComparison.Ordinal);
        Assert.Contains(
            "letters that can be printed",
            Assert.Throws<BundleException>(() => given.Bundle("a\u001bb")).Message,
            StringComparison.Ordinal
        );
        string Refused(string? tester) => Assert.Throws<BundleException>(() => BundleExport.Of(run, "1", tester, given.Privacy)).Message;
    }

    [Fact]
    public void Names_of_rules_that_cannot_be_cleaned_without_changing_the_score_are_refused()
    {
        BenchCase marked = Given.Case("a.cs:1 none", 0, false, "a.cs", line: 1);
        var manifest = new RunManifest
        {
            Suite = "samples",
            LabelsHash = RunFolder.HashOf([marked]),
            Contestant = "x",
            ContestantVersion = "1",
            Seed = 1,
            Blinded = true,
            FilesPerBatch = 1,
            Batches = 1,
            Cases = 1,
            Machine = Machine.This(),
        };
        using RunFolder run = RunFolder.Begin(given.At("marked"), manifest, [marked]);
        // Two rules that differ only in a path would become one false alarm.
        run.Add(
            new BatchOutput
            {
                Number = 1,
                Scopes = ["a.cs"],
                Findings = [Given.Finding("a.cs", 2, 78, rule: "/srv/a/x"), Given.Finding("a.cs", 2, 78, rule: "/srv/b/x")],
            }
        );
        Assert.Contains(
            "neutral names of rules",
            Assert.Throws<BundleException>(() => BundleExport.Of(run, "1", null, given.Privacy)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_suite_at_hand_tells_another_commit_other_labels_and_other_files()
    {
        CheckedBundle sound = GivenBundle.Verified(given.Write(given.Bundle()));
        using var other = new SmallSuite(repeat: 3);
        string[] problems = [.. BundleCheck.Against(sound, other.Root, CancellationToken.None).Problems];
        Assert.Contains(problems, p => p.Contains("labels are not those", StringComparison.Ordinal));
        Assert.Contains(
            problems,
            p =>
                p.Contains("is not in the suite", StringComparison.Ordinal)
                || p.Contains("of the suite is missing", StringComparison.Ordinal)
        );

        string file = Path.Combine(given.Suite.Root, given.Suite.Cases[0].Path);
        File.WriteAllText(file, File.ReadAllText(file).Replace("string[] args", "string[] argv", StringComparison.Ordinal));
        Assert.Contains(
            BundleCheck.Against(sound, given.Small.Root, CancellationToken.None).Problems,
            p => p.Contains("was shown other files", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_wrong_commit_of_a_suite_is_told_without_the_suite()
    {
        Bundle bundle = given.Bundle();
        Bundle castle = bundle with { Manifest = bundle.Manifest with { Suite = "castle", SuiteRevision = new string('a', 40) } };
        Assert.Contains(
            GivenBundle.Verified(given.Write(castle)).Problems,
            p => p.Contains($"of commit {castle.Manifest.SuiteRevision}", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_bundle_made_anew_around_a_lie_does_not_add_up()
    {
        Bundle bundle = given.Bundle();
        BenchCase[] fewer = [.. bundle.Cases.Skip(1)];
        var fewerManifest = bundle.Manifest with { Cases = fewer.Length, LabelsHash = RunFolder.HashOf(fewer) };
        AssertTold(bundle with { Cases = fewer }, "one is missing");
        AssertTold(bundle with { Cases = fewer, Manifest = fewerManifest }, "has other cases");
        AssertTold(bundle with { Batches = [.. bundle.Batches.Skip(1)] }, "batch 1 is missing");
        AssertTold(bundle with { Batches = [.. bundle.Batches, bundle.Batches[^1]] }, "there twice");
        AssertTold(bundle with { Batches = [.. bundle.Batches.Reverse()] }, "out of order");
        AssertTold(bundle with { Scores = bundle.Scores with { Main = 1, F1 = 1 } }, "is stated as 1");
        BatchOutput silent = bundle.Batches[0] with { Findings = [] };
        AssertTold(bundle with { Batches = [silent, .. bundle.Batches.Skip(1)] }, "is stated as");
        BatchOutput elsewhere = bundle.Batches[0] with { Findings = [bundle.Batches[1].Findings[0]] };
        AssertTold(bundle with { Batches = [elsewhere, .. bundle.Batches.Skip(1)] }, "no file of that batch");
        BatchOutput quoting = bundle.Batches[0] with
        {
            Findings = [.. bundle.Batches[0].Findings.Select(f => f with { Message = "code" })],
        };
        AssertTold(bundle with { Batches = [quoting, .. bundle.Batches.Skip(1)] }, "words of its own");
        AssertTold(bundle with { Manifest = bundle.Manifest with { Suite = "nothing" } }, "no suite 'nothing'");
        BenchCase escaping = bundle.Cases[0] with { Path = "../../etc/passwd" };
        AssertTold(bundle with { Cases = [escaping, .. bundle.Cases.Skip(1)] }, "leads out of the suite");
    }

    private void AssertTold(Bundle bundle, string expected) =>
        Assert.Contains(GivenBundle.Verified(given.Write(bundle)).Problems, p => p.Contains(expected, StringComparison.Ordinal));

    [Fact]
    public void Any_single_field_that_is_changed_taken_out_or_doubled_is_noticed()
    {
        string path = given.Write(given.Bundle(epoch: 1));
        JsonNode root = JsonNode.Parse(File.ReadAllText(path))!;
        int count = 0;
        foreach ((string where, JsonNode changed) in Tampering.Of(root))
        {
            File.WriteAllText(path, changed.ToJsonString());
            Assert.False(AddsUp(path, out _), where);
            count++;
        }

        Assert.InRange(count, 500, 10_000);
    }

    /// <summary>Nothing is signed: whoever changes a field can seal anew. What is still noticed then, and what is not, is a promise that the
    /// manual makes, so a new field must be put on one side or the other.</summary>
    [Fact]
    public void Sealed_anew_only_what_nobody_can_check_goes_unnoticed()
    {
        string path = given.Write(given.Bundle(epoch: 1));
        JsonNode root = JsonNode.Parse(File.ReadAllText(path))!;
        var unnoticed = new SortedSet<string>(StringComparer.Ordinal);
        var withSuite = new SortedSet<string>(StringComparer.Ordinal);
        foreach ((string where, JsonNode changed) in Tampering.Of(root))
        {
            changed["seal"] = BundleFile.SealOf(Encoding.UTF8.GetBytes(changed.ToJsonString()));
            File.WriteAllText(path, changed.ToJsonString());
            if (!AddsUp(path, out CheckedBundle? one) || where == "/seal")
                continue;
            unnoticed.Add(where);
            if (!withSuite.Contains(where) && BundleCheck.Against(one!, given.Small.Root, CancellationToken.None).AddsUp)
                withSuite.Add(where);
        }

        string[] reported =
        [
            "/batches/*/findings/*/cwe",
            "/batches/*/findings/*/endLine",
            "/batches/*/findings/*/functionLine",
            "/batches/*/findings/*/line",
            "/batches/*/findings/*/message",
            "/batches/*/findings/*/otherCwes",
            "/batches/*/findings/*/otherCwes/*",
            "/batches/*/findings/*/rule",
            "/batches/*/findings/*/severity",
            "/batches/*/findings/*/symbol",
        ];
        string[] told =
        [
            "/batches/*/lines",
            "/batches/*/machine",
            "/batches/*/machine/architecture",
            "/batches/*/machine/processors",
            "/batches/*/machine/runtime",
            "/batches/*/machine/system",
            "/batches/*/peakBytes",
            "/batches/*/seconds",
            "/batches/*/spent",
            "/batches/*/spent/dollars",
            "/batches/*/spent/tokensIn",
            "/batches/*/spent/tokensOut",
            "/batches/*/unseen",
            "/batches/*/unseen/*",
            "/batches/*/unseen/*/partly",
            "/batches/*/unseen/*/reason",
            "/manifest/begun",
            "/manifest/contestant",
            "/manifest/contestantVersion",
            "/manifest/epoch",
            "/manifest/harness",
            "/manifest/machine/architecture",
            "/manifest/machine/processors",
            "/manifest/machine/runtime",
            "/manifest/machine/system",
            "/manifest/model",
            "/manifest/model/contextTokens",
            "/manifest/model/engine",
            "/manifest/model/hash",
            "/manifest/model/name",
            "/manifest/model/prompts",
            "/manifest/model/prompts/judge",
            "/manifest/model/quantisation",
            "/manifest/model/temperature",
            "/manifest/sampleOfEach",
            "/manifest/settings",
            "/manifest/settings/rules",
            "/manifest/settings/votes",
            "/manifest/suiteRevision",
            "/program",
            "/tester",
        ];
        string[] shown = ["/batches/*/input", "/manifest/blinded", "/manifest/problemsOfSuite"];
        // Empty or zero, and left out means the same.
        string[] same = ["/cases/*/acceptedCwes", "/cases/*/companions", "/cases/*/places", "/cases/*/target", "/manifest/problemsOfSuite"];
        Assert.Equal([], unnoticed.Except([.. reported, .. told, .. shown, .. same]));
        Assert.Equal([], withSuite.Except([.. reported, .. told, .. same]));
        Assert.Equal([], shown.Except(unnoticed));
    }

    private static bool AddsUp(string path, out CheckedBundle? one)
    {
        one = null;
        try
        {
            one = GivenBundle.Verified(path);
            return one.AddsUp;
        }
        catch (BundleException)
        {
            return false;
        }
    }
}
