using System.CommandLine;
using System.CommandLine.Parsing;
using Shrike.Analysis.Findings;
using Shrike.Review;
using Shrike.Review.Reports;

namespace Shrike.Cli;

/// <summary>The command line: what there is, how it is said, and what each command calls.</summary>
internal static class Commands
{
    private static readonly Argument<string[]> Paths = new("path") { Description = "Folders or files (default: the current folder).", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string[]> Format = new("--format", "-f") { Description = "text, json, sarif, markdown or html; repeatable, each with an --output.", AllowMultipleArgumentsPerToken = false };
    private static readonly Option<string[]> Output = new("--output", "-o") { Description = "File for the --format before it; '-' is standard output." };
    private static readonly Option<string> FailOn = new("--fail-on") { Description = "Exit with 1 at findings of this severity or above: low, medium, high, critical, never (default high)." };
    private static readonly Option<string> MinimumSeverity = new("--severity") { Description = "Show findings of this severity or above.", DefaultValueFactory = _ => "low" };
    private static readonly Option<string[]> RuleFolders = new("--rules") { Description = "Folder with rules of your own; repeatable." };
    private static readonly Option<string[]> Only = new("--only") { Description = "Use only this rule; repeatable." };
    private static readonly Option<string[]> Skip = new("--skip") { Description = "Leave out this rule; repeatable." };
    private static readonly Option<string[]> Exclude = new("--exclude") { Description = "Leave out paths (git-ignore pattern); repeatable." };
    private static readonly Option<string> BaselineFile = new("--baseline") { Description = "Show only what is not in this baseline." };
    private static readonly Option<string> Since = new("--since") { Description = "Show only findings that touch lines changed since this git revision." };
    private static readonly Option<string> Config = new("--config") { Description = $"Settings file (default {UserConfig.DefaultPath})." };
    private static readonly Option<bool> IncludeSuppressed = new("--include-suppressed") { Description = "Keep silenced findings in SARIF, marked as such." };
    private static readonly Option<int> Jobs = new("--jobs", "-j") { Description = "Threads (default: one a processor)." };
    private static readonly Option<bool> PublicApi = new("--public-api") { Description = "Count arguments of a library's public methods as untrusted." };
    private static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "No progress." };
    private static readonly Option<string> Color = new("--color") { Description = "auto, always or never; NO_COLOR is honoured.", DefaultValueFactory = _ => "auto" };

    static Commands()
    {
        FailOn.AcceptOnlyFromAmong("low", "medium", "high", "critical", "never");
        MinimumSeverity.AcceptOnlyFromAmong("low", "medium", "high", "critical");
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
        root.Subcommands.Add(Completions.Create(context));
        return root;
    }

    private static Command ScanCommand(CliContext context)
    {
        var command = new Command("scan", "Find vulnerabilities. Exit code: 0 nothing at the threshold, 1 findings, 2 wrong usage, 3 incomplete.")
        {
            Paths, Format, Output, FailOn, MinimumSeverity, RuleFolders, Only, Skip, Exclude, BaselineFile, Since, Config, IncludeSuppressed, Jobs, PublicApi, Quiet, Color,
        };
        command.SetAction((parse, cancel) => Task.FromResult(RunScan(parse, context, cancel)));
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
            MinimumSeverity = Enum.Parse<Severity>(parse.GetValue(MinimumSeverity) ?? "low", ignoreCase: true),
            Baseline = parse.GetValue(BaselineFile),
            Since = parse.GetValue(Since),
            Config = parse.GetValue(Config),
            Jobs = parse.GetValue(Jobs),
            PublicApi = parse.GetValue(PublicApi),
            Quiet = parse.GetValue(Quiet),
        };

    private static int RunScan(ParseResult parse, CliContext context, CancellationToken cancel)
    {
        (ScanResult result, Analysis.Sources.SourceTree tree, UserConfig config) = new Scanning(context).Run(Request(parse), cancel);
        ReportFiles.Write(result, Report(parse, context, new SourceLines(tree)), parse.GetValue(Format) ?? [], parse.GetValue(Output) ?? [], parse.GetValue(IncludeSuppressed), context);
        return ExitCode(result, parse.GetValue(FailOn) ?? config.FailOn ?? "high");
    }

    private static int ExitCode(ScanResult result, string failOn)
    {
        if (!result.IsComplete)
            return Exit.Incomplete;
        return failOn != "never" && result.Findings.Any(f => f.Severity >= Enum.Parse<Severity>(failOn, ignoreCase: true)) ? Exit.Findings : Exit.Clean;
    }

    private static ReportContext Report(ParseResult parse, CliContext context, SourceLines lines)
    {
        bool color = parse.GetValue(Color) switch
        {
            "always" => true,
            "never" => false,
            _ => context.IsOutputTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
        };
        return new ReportContext(lines.Of, color, CliContext.Version, context.Width);
    }

    private static Command ExplainCommand(CliContext context)
    {
        var id = new Argument<string>("finding") { Description = "The finding's id, or its first digits." };
        var from = new Option<string>("--from") { Description = "A run saved with --format json; without it the path is scanned." };
        var command = new Command("explain", "Show one finding with every step of its path, the rule, and how to fix it.") { id, Paths, from, RuleFolders, Config, Quiet, Color };
        command.SetAction((parse, cancel) => Task.FromResult(Explain(parse, parse.GetValue(id)!, parse.GetValue(from), context, cancel)));
        return command;
    }

    private static int Explain(ParseResult parse, string id, string? from, CliContext context, CancellationToken cancel)
    {
        (ScanResult result, SourceLines lines) = from is null ? Scanned(parse, context, cancel) : Saved(from, cancel);
        Finding[] found = [.. result.Findings.Concat(result.Suppressed).Where(f => f.Fingerprint.StartsWith(id, StringComparison.OrdinalIgnoreCase))];
        if (found.Length != 1)
            throw new UsageException(found.Length == 0 ? $"no finding '{id}' here; 'shrike scan' shows their ids" : $"'{id}' is the beginning of {found.Length} findings; give more digits");
        ReportContext report = Report(parse, context, lines);
        Finding finding = found[0];
        TextReport.WriteFinding(finding, report, report.Color, context.Output, foldSteps: false);
        RuleCommands.Describe(finding.Candidate.Rule, context.Output);
        return Exit.Clean;
    }

    private static (ScanResult, SourceLines) Scanned(ParseResult parse, CliContext context, CancellationToken cancel)
    {
        (ScanResult result, Analysis.Sources.SourceTree tree, _) = new Scanning(context).Run(Request(parse), cancel);
        return (result, new SourceLines(tree));
    }

    private static (ScanResult, SourceLines) Saved(string path, CancellationToken cancel)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            ScanResult result = SavedRun.Read(stream);
            Analysis.Sources.SourceTree tree = Directory.Exists(result.Root) ? Analysis.Sources.SourceTreeReader.Read([result.Root], new Analysis.Sources.SourceTreeOptions(), cancel) : new Analysis.Sources.SourceTree(result.Root, [], []);
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
        var command = new Command("report", "Show a saved run in another format, without scanning.") { from, Format, Output, IncludeSuppressed, Color };
        command.SetAction((parse, cancel) =>
        {
            (ScanResult result, SourceLines lines) = Saved(parse.GetValue(from)!, cancel);
            ReportFiles.Write(result, Report(parse, context, lines), parse.GetValue(Format) ?? [], parse.GetValue(Output) ?? [], parse.GetValue(IncludeSuppressed), context);
            return Task.FromResult(Exit.Clean);
        });
        return command;
    }

    private static Command BaselineCommand(CliContext context)
    {
        var file = new Option<string>("--output", "-o") { Description = "Where to write it.", DefaultValueFactory = _ => "shrike-baseline.json" };
        var command = new Command("baseline", "Write down today's findings, so that later scans show only new ones.") { Paths, file, RuleFolders, Exclude, Config, Jobs, Quiet };
        command.SetAction((parse, cancel) =>
        {
            (ScanResult result, _, _) = new Scanning(context).Run(Request(parse), cancel);
            string path = parse.GetValue(file)!;
            using (FileStream stream = File.Create(path))
                Baseline.Write(result.Findings, stream);
            context.Output.WriteLine($"{Summary.Count(result.Findings.Count, "finding")} written to {path}; use it with: shrike scan --baseline {path}");
            return Task.FromResult(result.IsComplete ? Exit.Clean : Exit.Incomplete);
        });
        return command;
    }

    private static Command PlanCommand(CliContext context)
    {
        var command = new Command("plan", "Say what a scan would read and leave out, without analysing.") { Paths, RuleFolders, Exclude, Config };
        command.SetAction((parse, cancel) =>
        {
            Plan.Write(new Scanning(context).Prepare(Request(parse), cancel), context.Output);
            return Task.FromResult(Exit.Clean);
        });
        return command;
    }
}
