using System.CommandLine;
using Shrike.Bench.Reports;
using Shrike.Bench.Runs;

namespace Shrike.Cli;

/// <summary><c>shrike bench join</c>: shards of one run become that run.</summary>
internal static class BenchJoin
{
    public static Command Create(CliContext context)
    {
        var shards = new Argument<string[]>("shard")
        {
            Description = "Folders that 'bench run --shard' wrote.",
            Arity = new ArgumentArity(1, Shard.Most),
        };
        var output = new Option<string>("--output", "-o")
        {
            Description = "Folder of the run; new, empty, or the same run.",
            Required = true,
        };
        var command = new DetailedCommand(
            "join",
            "Make one run of the shards that several machines did.",
            """
            A shard that is lost or unfinished is named, and the exit code is 3; the run can then be finished with 'bench run' and no --shard.

            On two machines, and then on either:
              shrike bench run p3 --suite-path DIR --shard 1/2 --run one
              shrike bench run p3 --suite-path DIR --shard 2/2 --run two
              shrike bench join one two -o whole
            """
        )
        {
            shards,
            output,
        };
        BenchCommands.Do(
            command,
            (parse, _) =>
            {
                string folder = parse.GetValue(output)!;
                Joined joined = Joined.Of(parse.GetValue(shards)!, folder);
                context.Error.WriteLine($"shrike: {joined.Batches} of {joined.Manifest.Batches} batches are in {folder}");
                foreach (string missing in joined.Missing)
                    context.Error.WriteLine($"shrike: {missing}");
                using RunFolder run = RunFolder.Open(folder);
                BenchText.Write(ScoredRun.Of(run), context.Output);
                return joined.Missing.Count > 0 ? Exit.Incomplete : Exit.Clean;
            }
        );
        return command;
    }
}
