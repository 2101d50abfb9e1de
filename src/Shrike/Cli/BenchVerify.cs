using System.CommandLine;
using Shrike.Bench.Bundles;

namespace Shrike.Cli;

/// <summary><c>shrike bench verify</c>: does a bundle add up?</summary>
internal static class BenchVerify
{
    public static Command Create(CliContext context)
    {
        var bundle = new Argument<string>("bundle") { Description = "What 'bench export' wrote." };
        var suite = new Option<string>("--suite-path") { Description = "The suite, to compare labels, commit and input with." };
        Option<string> format = BenchMerge.Format();
        var command = new DetailedCommand(
            "verify",
            "Score a bundle again from what was reported, and say what does not add up.",
            """
            Noticed are a changed score, label or setting, a missing case, a missing or repeated batch, findings where no file is, and anything changed
            after the bundle was sealed. With the suite at hand also another commit, other labels, and other files shown.
            Exit code: 0 it adds up, 1 it does not, 2 it is no bundle.

            What this cannot show is that the tester ran what the bundle names. Nothing is signed, and whoever makes a bundle up can seal it; only
            others who run the same and get the same can show that it is true (bench merge).

            Example:
              shrike bench verify heron.json.gz --suite-path DIR
            """
        )
        {
            bundle,
            suite,
            format,
        };
        BenchCommands.Do(
            command,
            (parse, cancel) =>
            {
                CheckedBundle one = BundleCheck.Of(BundleFile.Read(parse.GetValue(bundle)!, out bool isSealed), isSealed);
                if (parse.GetValue(suite) is { } path)
                    one = BundleCheck.Against(one, path, cancel);
                if (parse.GetValue(format) == "json")
                    BundleReport.Write(one, context.Output);
                else
                    BundleText.Write(one, context.Output);
                return one.AddsUp ? Exit.Clean : Exit.Findings;
            }
        );
        return command;
    }
}
