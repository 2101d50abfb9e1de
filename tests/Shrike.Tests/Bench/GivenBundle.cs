using Shrike.Bench.Bundles;
using Shrike.Bench.Contestants;
using Shrike.Bench.Runs;
using Shrike.Bench.Suites;

namespace Shrike.Tests.Bench;

/// <summary>Runs of a small suite with every field of a record filled, and bundles of them.</summary>
internal sealed class GivenBundle : IDisposable
{
    public const string User = "grizelda";
    public const string Host = "oystercatcher";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("shrike-bundle-");
    private int runs;

    public GivenBundle()
    {
        Small = new SmallSuite(repeat: 2);
        Suite = Small.Read();
        Suite = Suite with { Revision = Suite.Declaration.Commit };
    }

    public SmallSuite Small { get; }
    public Suite Suite { get; init; }
    public Privacy Privacy { get; } = new([User, Host, "al"]);

    public void Dispose()
    {
        Small.Dispose();
        folder.Delete(recursive: true);
    }

    public string At(string name) => Path.Combine(folder.FullName, name);

    /// <summary>Says things of which half must not be shown.</summary>
    public ScriptedContestant Contestant(Func<string, bool>? findsIn = null) =>
        new()
        {
            Version = $"1.0 (/home/{User}/tool)",
            Model = new ModelUse
            {
                Name = "small",
                Hash = new string('b', 64),
                Quantisation = "q4",
                Engine = $"engine 1 on {Host}",
                Prompts = new Dictionary<string, string> { ["judge"] = new string('c', 64) },
                Temperature = 0.5,
                ContextTokens = 4096,
            },
            Settings = new Dictionary<string, string> { ["rules"] = $@"C:\Users\{User}\rules", ["votes"] = "3" },
            Costs = new Spending(7, 3, 0.5m),
            Says = path =>
                findsIn?.Invoke(path) == false
                    ? []
                    :
                    [
                        Given.Finding(path, 9, 78, rule: $"home.{User}.rules.start") with
                        {
                            EndLine = 9,
                            FunctionLine = 6,
                            OtherCwes = [77, 88],
                            Symbol = "MainClass.Main",
                            Message = "the code is Process.Start(\"/bin/sh\")",
                        },
                        Given.Finding(path, 9, 78, rule: $"home.{User}.rules.start") with
                        {
                            Message = "another",
                        },
                    ],
            Unseen =
            [
                new Unseen(
                    Suite.Cases[0].Path,
                    true,
                    $"'Process.Start(1)' is odd, Access to the path '/home/{User}/x y' is denied on {Host.ToUpperInvariant()}"
                ),
            ],
        };

    public RunFolder Run(ScriptedContestant contestant, Suite? suite = null, long seed = 1, int? epoch = null)
    {
        var runner = new Runner(
            suite ?? Suite,
            contestant,
            new RunOptions
            {
                FilesPerBatch = 2,
                Jobs = 1,
                SampleOfEach = 2,
                Seed = seed,
                Epoch = epoch,
                Today = new DateOnly(2026, 3, 1),
            }
        );
        string name = At($"run{++runs}");
        using (RunFolder run = RunFolder.Begin(name, runner.Manifest, runner.Cases))
            runner.Run(run, null, CancellationToken.None);
        return RunFolder.Open(name);
    }

    /// <summary>Batches as if one had been done on another machine.</summary>
    public Bundle Bundle(
        string? tester = "heron",
        ScriptedContestant? contestant = null,
        Suite? suite = null,
        long seed = 1,
        int? epoch = null
    )
    {
        using RunFolder run = Run(contestant ?? Contestant(), suite, seed, epoch);
        BatchOutput first = run.Outputs().First();
        using (RunFolder again = RunFolder.Begin(At($"run{runs}"), run.Manifest, run.Cases))
            again.Add(first with { Machine = new Machine($"{Host} 1", "arm64", 4, ".NET") });
        return BundleExport.Of(run, "0.1.0", tester, Privacy);
    }

    public string Write(Bundle bundle, string name = "bundle.json")
    {
        BundleFile.Write(At(name), bundle);
        return At(name);
    }

    public static CheckedBundle Verified(string path) => BundleCheck.Of(BundleFile.Read(path, out bool isSealed), isSealed);
}
