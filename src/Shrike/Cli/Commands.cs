using System.CommandLine;
using System.CommandLine.Parsing;
using Shrike.Analysis.Findings;
using Shrike.Review;
using Shrike.Review.Reports;

namespace Shrike.Cli;

/// <summary>The command line: what there is, how it is said, and what each command calls.</summary>
internal static class Commands
{
    private const string DefaultSettings = "~/.config/shrike/config.json";
    private static readonly Argument<string[]> Paths = new("path")
    {
        Description = "Folders or files (default: the current folder).",
        Arity = ArgumentArity.ZeroOrMore,
    };
    private static readonly Option<string[]> Format = new("--format", "-f")
    {
        Description = "text (default), json, sarif, markdown or html; repeatable, each with an --output.",
        AllowMultipleArgumentsPerToken = false,
    };
    private static readonly Option<string[]> Output = new("--output", "-o")
    {
        Description = "File for the --format before it; '-' is standard output.",
    };
    private static readonly Option<string> FailOn = new("--fail-on")
    {
        Description = "Exit with 1 at findings of this severity or above: low, medium, high, critical, never (default high).",
    };
    private static readonly Option<string> MinimumSeverity = new("--severity") { Description = "Show findings of this severity or above." };
    private static readonly Option<string[]> RuleFolders = new("--rules") { Description = "Folder with rules of your own; repeatable." };
    private static readonly Option<string[]> Only = new("--only") { Description = "Use only this rule; repeatable." };
    private static readonly Option<string[]> Skip = new("--skip") { Description = "Leave out this rule; repeatable." };
    private static readonly Option<string[]> Exclude = new("--exclude")
    {
        Description = "Leave out paths (git-ignore pattern); repeatable.",
    };
    private static readonly Option<string> BaselineFile = new("--baseline") { Description = "Show only what is not in this baseline." };
    private static readonly Option<string> Since = new("--since")
    {
        Description = "Show only findings that touch lines changed since this git revision.",
    };
    private static readonly Option<string> Config = new("--config") { Description = $"Settings file (default {DefaultSettings})." };
    private static readonly Option<bool> IncludeSuppressed = new("--include-suppressed")
    {
        Description = "Keep silenced findings in SARIF, marked as such.",
    };
    private static readonly Option<int> Jobs = new("--jobs", "-j") { Description = "Threads (default: one a processor)." };
    private static readonly Option<bool> PublicApi = new("--public-api")
    {
        Description = "Count arguments of a library's public methods as untrusted.",
    };
    private static readonly Option<bool> NoCache = new("--no-cache") { Description = "Establish everything anew, and remember nothing." };
    private static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "No progress." };
    private static readonly Option<string> Color = new("--color")
    {
        Description = "auto, always or never; NO_COLOR is honoured.",
        DefaultValueFactory = _ => "auto",
    };

    static Commands()
    {
        FailOn.AcceptOnlyFromAmong(Thresholds.FailOn);
        MinimumSeverity.AcceptOnlyFromAmong(Thresholds.Severities);
        Color.AcceptOnlyFromAmong("auto", "always", "never");
        Format.AcceptOnlyFromAmong(ReportFiles.Formats);
        Jobs.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() is < 1 or > 256)
                result.AddError("--jobs takes 1 to 256");
        });
    }

    public static RootCommand Root(CliContext context)
    {
        var root = new RootCommand(
            """
            Shrike finds vulnerabilities in source code on your own machine.

            Examples:
              shrike scan .                                   show findings in this folder
              shrike scan src --format sarif -o shrike.sarif  for code scanning
              shrike scan . --since main --fail-on medium     only what a branch changes
            """
        );
        root.Subcommands.Add(ScanCommand(context));
        root.Subcommands.Add(ExplainCommand(context));
        root.Subcommands.Add(PlanCommand(context));
        root.Subcommands.Add(BaselineCommand(context));
        root.Subcommands.Add(ReportCommand(context));
        root.Subcommands.Add(RuleCommands.Create(context, RuleFolders));
        root.Subcommands.Add(BenchCommands.Create(context));
        root.Subcommands.Add(Completions.Create(context));
        DetailedCommand.ShowDetails(root);
        return root;
    }

    private static Command ScanCommand(CliContext context)
    {
        var command = new Command(
            "scan",
            "Find vulnerabilities. Exit code: 0 nothing at the threshold, 1 findings, 2 wrong usage, 3 incomplete."
        )
        {
            Paths,
            Format,
            Output,
            FailOn,
            MinimumSeverity,
            RuleFolders,
            Only,
            Skip,
            Exclude,
            BaselineFile,
            Since,
            Config,
            IncludeSuppressed,
            NoCache,
            Jobs,
            PublicApi,
            Quiet,
            Color,
        };
        Do(command, (parse, cancel) => RunScan(parse, context, cancel));
        return command;
    }

    private static ScanRequest Request(ParseResult parse) =>
        new()
        {
            Paths = parse.GetValue(Paths) is { Length: > 0 } paths ? paths : ["."],
            RuleFolders = parse.GetValue(RuleFolders) ?? [],
            Only = parse.GetValue(Only) ?? [],
            Skip = parse.GetValue(Skip) ?? [],
            Exclude = parse.GetValue(Exclude) ?? [],
            MinimumSeverity = parse.GetValue(MinimumSeverity) is { } severity ? Thresholds.Parse(severity) : null,
            Baseline = parse.GetValue(BaselineFile),
            Since = parse.GetValue(Since),
            Config = parse.GetValue(Config),
            Jobs = parse.GetResult(Jobs) is null ? null : parse.GetValue(Jobs),
            PublicApi = parse.GetResult(PublicApi) is null ? null : parse.GetValue(PublicApi),
            NoCache = parse.GetValue(NoCache),
            Quiet = parse.GetValue(Quiet),
        };

    /// <summary>Off the calling thread, so that Ctrl-C is heard even by work that does not look up.</summary>
    private static void Do(Command command, Func<ParseResult, CancellationToken, int> action) =>
        command.SetAction((parse, cancel) => Task.Run(() => action(parse, cancel), CancellationToken.None));

    private static int RunScan(ParseResult parse, CliContext context, CancellationToken cancel)
    {
        IReadOnlyList<ReportFile> files = ReportFiles.Of(parse);
        (ScanResult result, Prepared prepared) = new Scanning(context).Run(Request(parse), cancel);
        if (cancel.IsCancellationRequested)
            context.Error.WriteLine($"shrike: {Messages.InterruptedScan}");
        ReportFiles.Write(
            result,
            Report(parse, context, new SourceLines(prepared.Tree)),
            files,
            parse.GetValue(IncludeSuppressed),
            context
        );
        if (Exit.HidesAll(result))
            context.Error.WriteLine($"shrike: {Messages.HidesAll}");
        return Exit.Of(result, parse.GetValue(FailOn) ?? prepared.Settings.FailOn ?? "high");
    }

    private static ReportContext Report(ParseResult parse, CliContext context, SourceLines lines)
    {
        bool color = parse.GetValue(Color) switch
        {
            "always" => true,
            "never" => false,
            _ => context.IsOutputTerminal && !context.NoColor,
        };
        return new ReportContext(lines.Of, color, CliContext.Version, context.Width, AsTyped(parse.GetValue(Paths) ?? []));
    }

    private static string AsTyped(string[] paths) =>
        string.Join(
            ' ',
            paths.Select(p =>
                p.All(c => char.IsAsciiLetterOrDigit(c) || "_./-".Contains(c, StringComparison.Ordinal))
                    ? p
                    : $"'{p.Replace("'", "'\\''", StringComparison.Ordinal)}'"
            )
        );

    private static Command ExplainCommand(CliContext context)
    {
        var id = new Argument<string>("finding") { Description = "The finding's id, or its first digits." };
        var from = new Option<string>("--from") { Description = "A run saved with --format json; without it the path is scanned." };
        var command = new Command("explain", "Show one finding with every step of its path, the rule, and how to fix it.")
        {
            id,
            Paths,
            from,
            RuleFolders,
            Exclude,
            Config,
            NoCache,
            Jobs,
            PublicApi,
            Quiet,
            Color,
        };
        Do(command, (parse, cancel) => Explain(parse, parse.GetValue(id)!, parse.GetValue(from), context, cancel));
        return command;
    }

    private static int Explain(ParseResult parse, string id, string? from, CliContext context, CancellationToken cancel)
    {
        (ScanResult result, SourceLines lines) = from is null ? Scanned(parse, context, cancel) : Saved(from, cancel);
        Finding[] found =
        [
            .. result.Findings.Concat(result.Suppressed).Where(f => f.Fingerprint.StartsWith(id, StringComparison.OrdinalIgnoreCase)),
        ];
        if (found.Length != 1)
            throw new UsageException(found.Length == 0 ? Messages.NoFinding(id) : Messages.ManyFindings(id, found.Length));
        ReportContext report = Report(parse, context, lines);
        Finding finding = found[0];
        TextReport.WriteFinding(finding, report, report.Color, context.Output, foldSteps: false);
        RuleCommands.Describe(finding.Candidate.Rule, context.Output);
        return Exit.Clean;
    }

    private static (ScanResult, SourceLines) Scanned(ParseResult parse, CliContext context, CancellationToken cancel)
    {
        (ScanResult result, Prepared prepared) = new Scanning(context).Run(Request(parse), cancel);
        cancel.ThrowIfCancellationRequested();
        return (result, new SourceLines(prepared.Tree));
    }

    private static (ScanResult, SourceLines) Saved(string path, CancellationToken cancel)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            ScanResult result = SavedRun.Read(stream);
            Analysis.Sources.SourceTree tree = Directory.Exists(result.Root)
                ? Analysis.Sources.SourceTreeReader.Read([result.Root], new Analysis.Sources.SourceTreeOptions(), cancel)
                : new Analysis.Sources.SourceTree(result.Root, [], []);
            return (result, new SourceLines(tree));
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: {e.Message}");
        }
    }

    private static Command ReportCommand(CliContext context)
    {
        var from = new Option<string>("--from") { Description = "A run saved with --format json.", Required = true };
        var command = new Command("report", "Show a saved run in another format, without scanning.")
        {
            from,
            Format,
            Output,
            IncludeSuppressed,
            Color,
        };
        Do(
            command,
            (parse, cancel) =>
            {
                IReadOnlyList<ReportFile> files = ReportFiles.Of(parse);
                (ScanResult result, SourceLines lines) = Saved(parse.GetValue(from)!, cancel);
                ReportFiles.Write(result, Report(parse, context, lines), files, parse.GetValue(IncludeSuppressed), context);
                return Exit.Clean;
            }
        );
        return command;
    }

    private static Command BaselineCommand(CliContext context)
    {
        var file = new Option<string>("--output", "-o")
        {
            Description = "Where to write it.",
            DefaultValueFactory = _ => "shrike-baseline.json",
        };
        var command = new Command("baseline", "Write down today's findings, so that later scans show only new ones.")
        {
            Paths,
            file,
            RuleFolders,
            Exclude,
            Config,
            NoCache,
            Jobs,
            PublicApi,
            Quiet,
        };
        Do(
            command,
            (parse, cancel) =>
            {
                (ScanResult result, _) = new Scanning(context).Run(Request(parse) with { NoBaseline = true }, cancel);
                // A baseline of half a scan would make the other half look new.
                cancel.ThrowIfCancellationRequested();
                string path = parse.GetValue(file)!;
                ReportFiles.WriteFile(Path.GetFullPath(path), stream => Baseline.Write(result.Findings, stream.BaseStream));
                context.Output.WriteLine(
                    $"{Summary.Count(result.Findings.Count, "finding")} written to {path}; use it with: shrike scan --baseline {path}"
                );
                return result.IsComplete ? Exit.Clean : Exit.Incomplete;
            }
        );
        return command;
    }

    private static Command PlanCommand(CliContext context)
    {
        var command = new Command("plan", "Say what a scan would read and leave out, without analysing.")
        {
            Paths,
            RuleFolders,
            Exclude,
            Config,
        };
        Do(
            command,
            (parse, cancel) =>
            {
                Plan.Write(new Scanning(context).Prepare(Request(parse), cancel), context.Output);
                return Exit.Clean;
            }
        );
        return command;
    }
}
