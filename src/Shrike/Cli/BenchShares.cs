using System.CommandLine;
using System.Globalization;
using Shrike.Bench.Runs;

namespace Shrike.Cli;

/// <summary>How much of a run is done here, how much at a time, and for how much.</summary>
internal static class BenchShares
{
    private static readonly Option<string> Shard = new("--shard")
    {
        Description = "K/N: only the K-th of N parts, on this machine; 'bench join' makes one run of all N.",
    };
    private static readonly Option<int> Parallel = new("--parallel")
    {
        Description = "Batches at a time (default 1), each with --jobs threads.",
    };
    private static readonly Option<long> Tokens = new("--max-tokens")
    {
        Description = "Begin nothing new once the whole run, earlier calls included, has used so many tokens of a model.",
    };
    private static readonly Option<decimal> Dollars = new("--max-dollars")
    {
        Description = "Begin nothing new once the whole run, earlier calls included, has cost so much.",
    };

    static BenchShares()
    {
        Parallel.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() is < 1 or > 64)
                result.AddError("--parallel takes 1 to 64");
        });
        Tokens.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<long>() < 1)
                result.AddError("--max-tokens takes a number from 1");
        });
        Dollars.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<decimal>() is <= 0 or > 1_000_000_000)
                result.AddError("--max-dollars takes a sum above 0");
        });
        Shard.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && Bench.Runs.Shard.Parse(result.Tokens[0].Value) is null)
                result.AddError($"--shard takes K/N with K from 1 to N and N up to {Bench.Runs.Shard.Most}, such as 2/5");
        });
    }

    public static void AddTo(Command command)
    {
        foreach (Option option in (Option[])[Shard, Parallel, Tokens, Dollars])
            command.Options.Add(option);
    }

    public static RunOptions Of(ParseResult parse) =>
        parse.CommandResult.Command.Options.Contains(Shard)
            ? new RunOptions
            {
                Shard = parse.GetValue(Shard) is { } shard ? Bench.Runs.Shard.Parse(shard) : null,
                Parallel = parse.GetResult(Parallel) is null ? 1 : parse.GetValue(Parallel),
            }
            : new RunOptions();

    public static Budget Budget(ParseResult parse, TimeSpan? time) =>
        parse.CommandResult.Command.Options.Contains(Shard)
            ? new Budget(
                time,
                parse.GetResult(Tokens) is null ? null : parse.GetValue(Tokens),
                parse.GetResult(Dollars) is null ? null : parse.GetValue(Dollars)
            )
            : new Budget(time);

    /// <summary>Tells what was not done. An exit code where the run has no score to show: a shard says nothing of a suite.</summary>
    public static int? Said(RunEnd end, RunOptions options, RunManifest manifest, CliContext context)
    {
        if (end.Limit is { } limit)
            context.Error.WriteLine(
                $"shrike: stopped, {limit}; {Count(end.Undone.Count, "batch", "batches")} with {Count(end.CasesUndone, "case", "cases")} not done ({Batches(end.Undone)}); the same command with more goes on"
            );
        if (options.Budget.Spent is { } spent && spent != default)
            context.Error.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"shrike: the run has used {spent.Tokens:N0} tokens and {spent.Dollars:0.00##} dollars so far"
                )
            );
        if (manifest.Shard is not { } shard || manifest.CannotRead is not null)
            return null;
        context.Output.WriteLine(
            end.Undone.Count > 0
                ? $"Shard {shard} is not finished: {Batches(end.Undone)} to do."
                : $"Shard {shard} is done. When all are, and lie side by side: shrike bench join SHARD SHARD … -o RUN"
        );
        return end.Undone.Count > 0 ? Exit.Incomplete : Exit.Clean;
    }

    /// <summary>"batches 3, 8, 13 and 40 more".</summary>
    public static string Batches(IReadOnlyList<int> numbers)
    {
        const int Most = 10;
        string shown = string.Join(", ", numbers.Take(Most));
        return $"{(numbers.Count == 1 ? "batch" : "batches")} {shown}{(numbers.Count > Most ? $" and {numbers.Count - Most} more" : "")}";
    }

    private static string Count(int count, string one, string many) =>
        $"{count.ToString("N0", CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";
}
