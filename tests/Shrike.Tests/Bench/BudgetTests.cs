using Shrike.Bench.Runs;
using Shrike.Bench.Suites;

namespace Shrike.Tests.Bench;

public sealed class BudgetTests : IDisposable
{
    private readonly SmallSuite small = new(repeat: 3);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("shrike-budget-");
    private readonly Suite suite;

    public BudgetTests() => suite = small.Read();

    public void Dispose()
    {
        small.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Tokens_are_of_the_whole_run_and_what_is_not_done_is_said()
    {
        RunEnd end = Do(new Budget(tokens: 25));
        Assert.Equal("30 of 25 tokens are used", end.Limit);
        Assert.Equal([4, 5], end.Undone);
        Assert.Equal(3, end.CasesUndone);
        // The same limit is reached still; a higher one goes on.
        Assert.Equal([4, 5], Do(new Budget(tokens: 25)).Undone);
        RunEnd rest = Do(new Budget(tokens: 1000));
        Assert.Null(rest.Limit);
        Assert.Empty(rest.Undone);
        using RunFolder run = RunFolder.Open(Path.Combine(folder.FullName, "run"));
        Assert.Equal(new Spending(35, 15, 2.5m), run.Spent);
        Assert.Equal(run.Spent, ScoredRun.Of(run).Spent);
    }

    [Fact]
    public void Money_stops_a_run()
    {
        RunEnd end = Do(new Budget(dollars: 1));
        Assert.Equal("1.00 of 1.00 dollars are spent", end.Limit);
        Assert.Equal([3, 4, 5], end.Undone);
    }

    [Fact]
    public void Time_stops_a_run_and_is_of_one_call()
    {
        var clock = new Clock();
        RunEnd end = Do(new Budget(TimeSpan.FromMinutes(2), clock: clock), () => clock.Now += TimeSpan.FromMinutes(1));
        Assert.Equal("2 minutes are over", end.Limit);
        Assert.Equal([3, 4, 5], end.Undone);
        Assert.Equal([5], Do(new Budget(TimeSpan.FromMinutes(2), clock: clock), () => clock.Now += TimeSpan.FromMinutes(1)).Undone);
    }

    [Fact]
    public void A_contestant_stops_within_a_batch_and_what_it_paid_is_kept()
    {
        var budget = new Budget(tokens: 5);
        var spender = new ScriptedContestant { Costs = new Spending(1, 0, 0), During = () => budget.Spend(new Spending(5, 0, 0)) };
        Runner runner = Planned(spender, budget);
        using RunFolder run = RunFolder.Begin(Path.Combine(folder.FullName, "run"), runner.Manifest, runner.Cases);
        RunEnd end = runner.Run(run, null, CancellationToken.None);
        Assert.Equal((1, 5), (spender.Scans, end.Undone.Count));
        Assert.Empty(run.Outputs());
        Assert.Equal(5, run.Spent.Tokens);
    }

    private RunEnd Do(Budget budget, Action? during = null)
    {
        Runner runner = Planned(
            new ScriptedContestant { Costs = during is null ? new Spending(7, 3, 0.5m) : default, During = during },
            budget
        );
        using RunFolder run = RunFolder.Begin(Path.Combine(folder.FullName, "run"), runner.Manifest, runner.Cases);
        return runner.Run(run, null, CancellationToken.None);
    }

    private Runner Planned(ScriptedContestant contestant, Budget budget) =>
        new(
            suite,
            contestant,
            new RunOptions
            {
                FilesPerBatch = 2,
                Jobs = 1,
                Budget = budget,
            }
        );

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; }
        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
