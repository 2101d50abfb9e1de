using System.CommandLine;
using System.Text;
using Shrike.Bench.Reports;
using Shrike.Bench.Reports.Html;
using Shrike.Bench.Runs;
using Shrike.Bench.Scoring;
using Shrike.Bench.Suites;

namespace Shrike.Cli;

/// <summary>How runs are shown, and <c>shrike bench report</c>.</summary>
internal static class BenchReport
{
    private static readonly Option<string> Format = new("--format", "-f")
    {
        Description = "text (default), json, which holds every case, markdown, or html.",
    };
    private static readonly Option<string> Output = new("--output", "-o") { Description = "File to write (default: standard output)." };
    private static readonly Option<string> SuitePath = new("--suite-path")
    {
        Description = "Where the suite lies, so that html shows the code of cases.",
    };
    private static readonly Option<int> Cases = new("--cases")
    {
        Description = "How many cases html shows (default 300): those first on which contestants disagree, then those all got wrong.",
        DefaultValueFactory = _ => 300,
    };

    static BenchReport()
    {
        Format.AcceptOnlyFromAmong("text", "json", "markdown", "html");
        Cases.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() is < 0 or > 20_000)
                result.AddError("--cases takes 0 to 20000");
        });
    }

    public static Command Create(CliContext context)
    {
        var runs = new Argument<string[]>("run") { Description = "Folders of runs of one suite.", Arity = new ArgumentArity(1, 100) };
        var command = new Command(
            "report",
            """
            A leaderboard of one or more runs of a suite, as one self-contained page unless --format says otherwise: table, charts, every
            weakness, and the cases with what each contestant said of them. Runs that differ in their epoch only are one contestant.

            Example:
              shrike bench report bench-runs/castle-* --suite-path DIR -o castle.html
            """
        )
        {
            runs,
        };
        AddTo(command, withSuite: true);
        BenchCommands.Do(
            command,
            (parse, cancel) =>
            {
                ScoredRun[] scored = [.. parse.GetValue(runs)!.Select(BenchCommands.Scored)];
                Write(parse, scored, context, cancel, parse.GetValue(Format) ?? "html");
                return scored.All(r => r.IsWhole) ? Exit.Clean : Exit.Incomplete;
            }
        );
        return command;
    }

    /// <summary>Adds --format and --output, and where the command has no --suite-path that, too.</summary>
    public static void AddTo(Command command, bool withSuite)
    {
        foreach (Option option in (Option[])[Format, Output, Cases, .. withSuite ? (Option[])[SuitePath] : []])
            command.Options.Add(option);
    }

    /// <summary>Writes runs in the form that was asked for.</summary>
    public static void Write(
        ParseResult parse,
        IReadOnlyList<ScoredRun> runs,
        CliContext context,
        CancellationToken cancel,
        string? format = null
    )
    {
        string form = format ?? parse.GetValue(Format) ?? "text";
        Suite? suite = form == "html" && parse.GetValue<string?>("--suite-path") is { } path ? runs[0].SuiteAt(path, cancel) : null;
        string? file = parse.GetValue(Output);
        using var text = new StringWriter { NewLine = context.Output.NewLine };
        switch (form)
        {
            case "json" when runs.Count == 1:
                BenchJson.Write(runs[0], text);
                break;
            case "json":
                BenchJson.Write(RunField.Of(runs), text);
                break;
            case "markdown":
                BenchMarkdown.Write(runs, text);
                break;
            case "html":
                BenchHtml.Write(runs, suite, parse.GetValue(Cases), CliContext.Version, text);
                break;
            case "text" when runs.Count == 1:
                BenchText.Write(runs[0], text);
                break;
            case "text" when runs.Count == 2 && Entrant.Of(runs).Count == 2:
                CompareText.Write(RunComparison.Of(runs[0], runs[1]), text);
                break;
            default:
                CompareText.Write(RunField.Of(runs), text);
                break;
        }

        if (file is null or "-")
            context.Output.Write(text.ToString());
        else
            Save(file, text.ToString());
    }

    private static void Save(string file, string text)
    {
        try
        {
            File.WriteAllText(file, text, new UTF8Encoding(false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"{file} cannot be written: {e.Message}");
        }
    }
}
