using System.CommandLine;
using Shrike.Bench.Bundles;
using Shrike.Bench.Runs;
using Shrike.Bench.Suites;

namespace Shrike.Cli;

/// <summary><c>shrike bench export</c>: a run in one file for others.</summary>
internal static class BenchExport
{
    public static Command Create(CliContext context) => Create(context, Privacy.OfThisMachine);

    /// <param name="privacy">Whose names are taken out; a test plants its own.</param>
    internal static Command Create(CliContext context, Func<Privacy> privacy)
    {
        var run = new Argument<string>("run") { Description = "Folder of a finished run." };
        var output = new Option<string>("--output", "-o")
        {
            Description = "The bundle: JSON, or gzip where the name ends in .gz.",
            Required = true,
        };
        var tester = new Option<string>("--tester")
        {
            Description = "What you want to be called, a made-up name if you like (default: nothing). The same in all your bundles.",
        };
        var share = new Option<bool>("--share-labels")
        {
            Description = "Of a suite made from your own repository: the names of its files are in the labels, and may be in the bundle.",
        };
        var command = new DetailedCommand(
            "export",
            "Write a finished run as one file that others can score again and pool with theirs.",
            """
            A bundle holds the record of the run, the labels, what was reported of each batch (place, weakness, rule), times, the kind of machine, and
            hashes of suite, input, scanner, model and prompts. It holds nothing of the suite's code: messages and names of functions are
            replaced by marks. Paths, your user name and your machine's are taken out. Look for yourself: it is JSON.

            Example:
              shrike bench run p3 --suite-path DIR --run whole
              shrike bench export whole -o heron.json.gz --tester heron
            """
        )
        {
            run,
            output,
            tester,
            share,
        };
        BenchCommands.Do(
            command,
            (parse, _) =>
            {
                string path = parse.GetValue(output)!;
                using RunFolder folder = RunFolder.Open(parse.GetValue(run)!);
                if (!parse.GetValue(share) && SuiteDeclarations.Find(folder.Manifest.Suite)?.IsPrivate == true)
                    throw new UsageException(
                        $"the labels of {folder.Manifest.Suite} name files of a repository of yours and would be in the bundle; give --share-labels when others may know them"
                    );
                BundleFile.Write(path, BundleExport.Of(folder, CliContext.Version, parse.GetValue(tester), privacy()));
                CheckedBundle written = BundleCheck.Of(BundleFile.Read(path, out bool isSealed), isSealed);
                context.Error.WriteLine($"shrike: written to {path}, {new FileInfo(path).Length / 1024} KiB");
                foreach (string problem in written.Problems)
                    context.Error.WriteLine($"shrike: 'bench verify' will say of it: {problem}");
                return written.AddsUp ? Exit.Clean : Exit.Findings;
            }
        );
        return command;
    }
}
