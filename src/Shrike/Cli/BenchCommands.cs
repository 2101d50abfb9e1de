using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Shrike.Bench.Contestants;
using Shrike.Bench.Perturbations;
using Shrike.Bench.Reports;
using Shrike.Bench.Runs;
using Shrike.Bench.Scoring;
using Shrike.Bench.Suites;
using Shrike.Review;

namespace Shrike.Cli;

/// <summary><c>shrike bench</c>: measures scanners on labelled suites.</summary>
internal static class BenchCommands
{
    private static readonly Argument<string> SuiteName = new("suite") { Description = "A suite of 'bench list'." };
    private static readonly Option<string> SuitePath = new("--suite-path") { Description = "Where the suite lies." };
    private static readonly Option<string> RunPath = new("--run")
    {
        Description = "Folder of the run (default: one below bench-runs that follows from suite, contestant and settings).",
    };
    private static readonly Option<long> Seed = new("--seed")
    {
        Description = "Of order and neutral names (default 1).",
        DefaultValueFactory = _ => 1,
    };
    private static readonly Option<int> Sample = new("--sample")
    {
        Description = "Only so many cases of each weakness and label, the same on every machine.",
    };
    private static readonly Option<int> Epoch = new("--epoch")
    {
        Description =
            "Which of several runs of the same thing this is, for what does not answer the same each time; 'bench compare' and 'report' take them together.",
    };
    private static readonly Option<bool> NoBlind = new("--no-blind") { Description = "Leave comments, names and order as they are." };
    private static readonly Option<string> Perturb = new("--perturb")
    {
        Description =
            "Changes that must not change an answer: rename,reorder,wrap,wrap-values,dead-code or all. C# only; 'bench compare' with the plain run gives the drop.",
    };
    private static readonly Option<int> Jobs = new("--jobs", "-j") { Description = "Threads (default: one a processor)." };
    private static readonly Option<int> Minutes = new("--max-minutes")
    {
        Description = "Begin nothing new after that; the same command goes on later.",
    };
    private static readonly Option<int> BatchFiles = new("--batch-files")
    {
        Description = "Files that are scanned in one go (default 500): what a kill costs at most, and what shards are made of.",
    };

    static BenchCommands()
    {
        foreach (
            (Option<int> option, int most) in ((Option<int>, int)[])
                [(Sample, 1_000_000), (Epoch, 10_000), (Jobs, 256), (Minutes, 1_000_000), (BatchFiles, 1_000_000)]
        )
            option.Validators.Add(result =>
            {
                if (result.Tokens.Count > 0 && (result.GetValueOrDefault<int>() < 1 || result.GetValueOrDefault<int>() > most))
                    result.AddError($"{option.Name} takes 1 to {most}");
            });
    }

    public static Command Create(CliContext context)
    {
        var bench = new Command("bench", "Measure scanners on labelled suites.");
        bench.Subcommands.Add(List(context));
        bench.Subcommands.Add(BenchContestants.Create(context));
        bench.Subcommands.Add(Run(context));
        bench.Subcommands.Add(Score(context));
        bench.Subcommands.Add(Compare(context));
        bench.Subcommands.Add(BenchReport.Create(context));
        bench.Subcommands.Add(Stage(context));
        bench.Subcommands.Add(Get(context));
        bench.Subcommands.Add(BenchFixes.Create(context));
        bench.Subcommands.Add(Recorded(context));
        bench.Subcommands.Add(BenchJoin.Create(context));
        bench.Subcommands.Add(BenchExport.Create(context));
        bench.Subcommands.Add(BenchVerify.Create(context));
        bench.Subcommands.Add(BenchMerge.Create(context));
        return bench;
    }

    private static Command List(CliContext context)
    {
        var command = new Command("list", "The suites, and where each comes from.");
        command.SetAction(_ =>
        {
            foreach (SuiteDeclaration suite in SuiteDeclarations.All)
                context.Output.WriteLine(
                    $"{suite.Id, -20} {string.Join(", ", suite.Aliases), -8} {suite.Language, -8} {suite.Title}{(suite.Repository is { } address ? $" ({address} {suite.Commit?[..9]}, {suite.Licence})" : "")}"
                );
            return Exit.Clean;
        });
        return command;
    }

    private static Command Run(CliContext context)
    {
        var command = new Command("run", "Scan a suite and score what comes out. A run that was stopped goes on where it was.")
        {
            SuiteName,
            SuitePath,
            BenchContestants.Name,
            BenchContestants.Rules,
            RunPath,
            Sample,
            Seed,
            NoBlind,
            Perturb,
            Jobs,
            Minutes,
            BatchFiles,
            Epoch,
        };
        BenchReport.AddTo(command, withSuite: false);
        BenchShares.AddTo(command);
        Do(command, (parse, cancel) => Run(parse, context, cancel));
        return command;
    }

    private static Command Score(CliContext context)
    {
        var run = new Argument<string>("run") { Description = "Folder of a run." };
        var command = new Command("score", "Score a run again from what it recorded; nothing is scanned.") { run };
        BenchReport.AddTo(command, withSuite: true);
        Do(
            command,
            (parse, cancel) =>
            {
                using RunFolder folder = RunFolder.Open(parse.GetValue(run)!);
                return Report(parse, folder, context, cancel);
            }
        );
        return command;
    }

    private static Command Compare(CliContext context)
    {
        var runs = new Argument<string[]>("run") { Description = "Folders of runs of one suite.", Arity = new ArgumentArity(2, 100) };
        var drop = new Option<double>("--max-drop")
        {
            Description = "Of two runs, exit with 1 when the headline falls by more than this (default 0).",
        };
        var command = new Command("compare", "Old run and new run case by case; of more runs, what each finds that the others do not.")
        {
            runs,
            drop,
        };
        BenchReport.AddTo(command, withSuite: true);
        Do(
            command,
            (parse, cancel) =>
            {
                ScoredRun[] scored = [.. parse.GetValue(runs)!.Select(Scored)];
                BenchReport.Write(parse, scored, context, cancel);
                if (scored.Length > 2 || Entrant.Of(scored).Count == 1)
                    return scored.All(r => r.IsWhole) ? Exit.Clean : Exit.Incomplete;
                RunComparison comparison = RunComparison.Of(scored[0], scored[1]);
                if (!scored[0].IsWhole || !scored[1].IsWhole)
                {
                    context.Error.WriteLine("shrike: in one of the runs not every case was looked at, so the change says little");
                    return Exit.Incomplete;
                }

                return comparison.Gain < -parse.GetValue(drop) ? Exit.Findings : Exit.Clean;
            }
        );
        return command;
    }

    private static Command Stage(CliContext context)
    {
        var output = new Option<string>("--output", "-o") { Description = "New or empty folder.", Required = true };
        var command = new Command("stage", "Write what a contestant would see, for scanners that are run by hand.")
        {
            SuiteName,
            SuitePath,
            output,
            Sample,
            Seed,
            NoBlind,
            Perturb,
            Jobs,
            BatchFiles,
        };
        Do(
            command,
            (parse, cancel) =>
            {
                string folder = parse.GetValue(output)!;
                if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
                    throw new UsageException($"{folder} is not empty; give a new folder");
                int leftOut = new Runner(Read(parse, context, cancel), AnyReader.Instance, Options(parse, context)).WriteInput(
                    folder,
                    cancel
                );
                context.Error.WriteLine(
                    $"shrike: written to {folder}{(leftOut > 0 ? $", {leftOut} files left out" : "")}; a SARIF log over it is scored with --contestant sarif:FILE and the same options"
                );
                return leftOut > 0 ? Exit.Incomplete : Exit.Clean;
            }
        );
        return command;
    }

    private static Command Get(CliContext context)
    {
        var output = new Option<string>("--output", "-o") { Description = "Folder to clone into (default: bench-suites/SUITE)." };
        var from = new Option<string>("--from") { Description = "Another address of the same repository." };
        var command = new Command("get", "Clone a suite at the commit its published figures speak of.") { SuiteName, output, from };
        Do(
            command,
            (parse, cancel) =>
            {
                SuiteDeclaration suite = Declaration(parse.GetValue(SuiteName)!);
                string folder = parse.GetValue(output) ?? Path.Combine("bench-suites", suite.Id);
                return BenchFetch.Get(suite, folder, parse.GetValue(from), context, cancel);
            }
        );
        return command;
    }

    private static Command Recorded(CliContext context)
    {
        var command = new Command("recorded", "Score the outputs of other scanners that a suite ships (realvuln).")
        {
            SuiteName,
            SuitePath,
        };
        Do(
            command,
            (parse, cancel) =>
            {
                if (Declaration(parse.GetValue(SuiteName)!).Id != "realvuln")
                    throw new UsageException("only realvuln ships outputs of other scanners in a form that is read here");
                Suite suite = Read(parse, context, cancel);
                (IReadOnlyList<RealVulnRecorded.Row> rows, IReadOnlyList<string> problems) = RealVulnRecorded.Table(
                    suite,
                    parse.GetValue(SuitePath)!
                );
                foreach (string problem in problems)
                    context.Error.WriteLine($"shrike: {problem}");
                RecordedText.Write(rows, context.Output);
                return problems.Count > 0 ? Exit.Incomplete : Exit.Clean;
            }
        );
        return command;
    }

    private static Suite Read(ParseResult parse, CliContext context, CancellationToken cancel)
    {
        SuiteDeclaration declaration = Declaration(parse.GetValue(SuiteName)!);
        string path =
            parse.GetValue(SuitePath)
            ?? throw new UsageException(
                $"give the suite's folder: --suite-path DIR{(declaration.Repository is { } from ? $" (a checkout of {from})" : "")}"
            );
        Suite suite = SuiteCatalogue.Read(declaration, path, cancel);
        foreach (Analysis.Facts.Problem problem in suite.Problems.Take(10))
            context.Error.WriteLine($"shrike: {problem.Path}: {problem.Message}");
        return suite;
    }

    internal static ScoredRun Scored(string path)
    {
        using RunFolder folder = RunFolder.Open(path);
        return ScoredRun.Of(folder);
    }

    private static int Run(ParseResult parse, CliContext context, CancellationToken cancel)
    {
        Suite suite = Read(parse, context, cancel);
        IContestant contestant = BenchContestants.Find(parse, parse.GetValue(Jobs), context, cancel);
        RunOptions options = Options(parse, context);
        var runner = new Runner(suite, contestant, options);
        foreach (string remark in (contestant as SarifContestant)?.Remarks ?? [])
            context.Error.WriteLine($"shrike: {remark}");
        string folder = parse.GetValue(RunPath) ?? DefaultFolder(runner.Manifest);
        using RunFolder run = RunFolder.Begin(folder, runner.Manifest, runner.Cases);
        foreach (int damaged in run.Damaged)
            context.Error.WriteLine($"shrike: batch {damaged} could not be read any more and is done again");
        var progress = new BatchProgress(context);
        RunEnd end;
        try
        {
            end = runner.Run(run, progress, cancel);
        }
        catch (OperationCanceledException)
        {
            context.Error.WriteLine($"shrike: interrupted; finished batches are in {folder}, and the same command goes on with them");
            return Exit.Interrupted;
        }
        finally
        {
            progress.Done();
        }

        context.Error.WriteLine($"shrike: recorded in {folder}");
        return BenchShares.Said(end, options, runner.Manifest, context) ?? Report(parse, run, context, cancel);
    }

    private static RunOptions Options(ParseResult parse, CliContext context) =>
        BenchShares.Of(parse) with
        {
            Seed = parse.GetValue(Seed),
            Blinded = !parse.GetValue(NoBlind),
            Perturbations = PerturbationNames.Parse(parse.GetValue(Perturb)),
            SampleOfEach = parse.GetResult(Sample) is null ? null : parse.GetValue(Sample),
            Epoch = parse.GetResult(Epoch) is null ? null : parse.GetValue(Epoch),
            Jobs = parse.GetValue(Jobs),
            FilesPerBatch = parse.GetResult(BatchFiles) is null ? 500 : parse.GetValue(BatchFiles),
            Budget = BenchShares.Budget(parse, parse.GetResult(Minutes) is null ? null : TimeSpan.FromMinutes(parse.GetValue(Minutes))),
            Today = context.Today,
        };

    private static int Report(ParseResult parse, RunFolder folder, CliContext context, CancellationToken cancel)
    {
        ScoredRun run = ScoredRun.Of(folder);
        if (Unmapped.Of(folder) is { } unmapped)
            context.Error.WriteLine($"shrike: {unmapped}");
        BenchReport.Write(parse, [run], context, cancel);
        return run.IsWhole ? Exit.Clean : Exit.Incomplete;
    }

    private static SuiteDeclaration Declaration(string name) =>
        SuiteDeclarations.Find(name)
        ?? throw new UsageException($"there is no suite '{name}'; there are {string.Join(", ", SuiteDeclarations.All.Select(s => s.Id))}");

    private static string DefaultFolder(RunManifest manifest) =>
        Path.Combine(
            "bench-runs",
            $"{manifest.Suite}-{manifest.Contestant}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(manifest.Identity)))[..8]}"
        );

    /// <summary>Off the calling thread, so that Ctrl-C is heard; what is wrong with suites and runs is said in one line.</summary>
    internal static void Do(Command command, Func<ParseResult, CancellationToken, int> action) =>
        command.SetAction(
            (parse, cancel) =>
                Task.Run(
                    () =>
                    {
                        try
                        {
                            return action(parse, cancel);
                        }
                        catch (Exception e) when (e is SuiteException or RunException or Bench.Bundles.BundleException)
                        {
                            throw new UsageException(e.Message);
                        }
                    },
                    CancellationToken.None
                )
        );

    private sealed class BatchProgress(CliContext context) : IProgress<RunProgress>
    {
        private bool written;

        public void Report(RunProgress value)
        {
            if (!context.IsErrorTerminal)
                return;
            context.Error.Write($"\r{value.Done} of {value.Batches} batches");
            written = true;
        }

        public void Done()
        {
            if (written)
                context.Error.WriteLine();
        }
    }
}
