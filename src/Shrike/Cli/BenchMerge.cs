using System.CommandLine;
using Shrike.Bench.Bundles;

namespace Shrike.Cli;

/// <summary><c>shrike bench merge</c>: many testers in one table.</summary>
internal static class BenchMerge
{
    public static Command Create(CliContext context)
    {
        var bundles = new Argument<string[]>("bundle")
        {
            Description = "Bundles of one suite, by different testers.",
            Arity = new ArgumentArity(1, 1000),
        };
        Option<string> format = Format();
        var command = new DetailedCommand(
            "merge",
            "Pool bundles of many testers in one table, with their spread and every case they do not agree on.",
            """
            Every bundle is verified first. Refused are bundles that do not add up, that are of different suites, commits or samples, that were shown
            different files, and two by one tester or of one run. (Shards of one run are made one with 'bench join'.)

            Example:
              shrike bench merge heron.json.gz plover.json.gz stilt.json.gz
            """
        )
        {
            bundles,
            format,
        };
        BenchCommands.Do(
            command,
            (parse, _) =>
            {
                Pool pool = Pool.Of([.. parse.GetValue(bundles)!.Select(Read)]);
                if (parse.GetValue(format) == "json")
                    BundleReport.Write(pool, context.Output);
                else
                    BundleText.Write(pool, context.Output);
                return Exit.Clean;
            }
        );
        return command;
    }

    internal static Option<string> Format()
    {
        var format = new Option<string>("--format", "-f") { Description = "text (default) or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        return format;
    }

    private static (string File, CheckedBundle Bundle) Read(string file) =>
        (file, BundleCheck.Of(BundleFile.Read(file, out bool isSealed), isSealed));
}
