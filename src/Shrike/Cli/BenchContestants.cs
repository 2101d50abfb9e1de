using System.CommandLine;
using Shrike.Bench.Contestants;
using Shrike.Bench.Runs;
using Shrike.Review;

namespace Shrike.Cli;

/// <summary><c>shrike bench contestants</c>, and what <c>--contestant</c> names.</summary>
internal static class BenchContestants
{
    private const string SarifPrefix = "sarif:";
    private const string DeclaredPrefix = "scanner:";

    public static Option<string> Name { get; } =
        new("--contestant")
        {
            Description =
                "shrike (default), a scanner of 'bench contestants' (NAME, or NAME=PATH where it is not found), sarif:FILE for what another one wrote over the suite or over the output of 'bench stage', or scanner:FILE for a declaration of your own.",
            DefaultValueFactory = _ => "shrike",
        };

    public static Option<string> Rules { get; } =
        new("--rules") { Description = "File or folder of rules, for scanners that bring none (semgrep, opengrep)." };

    public static Command Create(CliContext context)
    {
        var command = new Command("contestants", "The scanners that can be measured, and whether each is installed.");
        command.SetAction(
            (_, cancel) =>
                Task.Run(
                    () =>
                    {
                        context.Output.WriteLine($"{"shrike", -18} {CliContext.Version, -34} csharp");
                        foreach (ScannerDeclaration scanner in Scanners.All)
                            context.Output.WriteLine(
                                $"{scanner.Id, -18} {State(scanner, cancel), -34} {string.Join(", ", scanner.Languages.Keys.Order(StringComparer.Ordinal))}"
                            );
                        return Exit.Clean;
                    },
                    CancellationToken.None
                )
        );
        return command;
    }

    /// <exception cref="UsageException">There is no such contestant.</exception>
    /// <exception cref="RunException">It is not installed, or its answers cannot be read.</exception>
    public static IContestant Find(ParseResult parse, int jobs, CliContext context, CancellationToken cancel)
    {
        string wanted = parse.GetValue(Name)!;
        string? rules = parse.GetValue(Rules);
        if (wanted.StartsWith(SarifPrefix, StringComparison.Ordinal))
            return SarifContestant.Read(wanted[SarifPrefix.Length..]);
        if (wanted.StartsWith(DeclaredPrefix, StringComparison.Ordinal))
            return Scanners.Locate(Scanners.Read(wanted[DeclaredPrefix.Length..]), null, rules, jobs, cancel);
        if (wanted == "shrike")
            return new ShrikeContestant(
                CliContext.Version,
                Scanning.LoadRules([]),
                new ScanOptions
                {
                    Today = context.Today,
                    Analysis = new Analysis.Facts.AnalysisOptions { Jobs = jobs },
                }
            );
        string[] parts = wanted.Split('=', 2);
        return Scanners.Find(parts[0]) is { } scanner
            ? Scanners.Locate(scanner, parts.Length > 1 ? parts[1] : null, rules, jobs, cancel)
            : throw new UsageException(
                $"there is no contestant '{parts[0]}'; there are shrike, {string.Join(", ", Scanners.All.Select(s => s.Id))}, sarif:FILE and scanner:FILE"
            );
    }

    private static string State(ScannerDeclaration scanner, CancellationToken cancel)
    {
        try
        {
            return Scanners.VersionOf(scanner, null, cancel) ?? $"not installed; get it: {scanner.Install}";
        }
        catch (RunException e)
        {
            return $"cannot be run: {e.Message}";
        }
    }
}
