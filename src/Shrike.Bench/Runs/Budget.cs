using System.Globalization;
using System.Text.Json.Serialization;

namespace Shrike.Bench.Runs;

/// <summary>What was used up, in what is paid for.</summary>
public readonly record struct Spending(long TokensIn, long TokensOut, decimal Dollars)
{
    [JsonIgnore]
    public long Tokens => TokensIn + TokensOut;

    public static Spending operator +(Spending a, Spending b) =>
        new(a.TokensIn + b.TokensIn, a.TokensOut + b.TokensOut, a.Dollars + b.Dollars);
}

/// <summary>What a run may use. Minutes are of one call; tokens and money are of the whole run, earlier calls and killed batches included.
/// For any number of threads.</summary>
/// <param name="clock">Stands still in tests.</param>
public sealed class Budget(TimeSpan? time = null, long? tokens = null, decimal? dollars = null, TimeProvider? clock = null)
{
    private readonly TimeProvider clock = clock ?? TimeProvider.System;
    private readonly Lock gate = new();
    private long? start;
    private Spending spent;
    private Action<Spending>? save;

    public Spending Spent
    {
        get
        {
            lock (gate)
                return spent;
        }
    }

    /// <summary>Which limit is reached, as a sentence begins; null while there is something left.</summary>
    public string? Reached
    {
        get
        {
            Spending now = Spent;
            return start is { } begun && clock.GetElapsedTime(begun) >= time
                    ? $"{time.Value.TotalMinutes.ToString("0.##", CultureInfo.InvariantCulture)} minutes are over"
                : now.Tokens >= tokens ? $"{Number(now.Tokens)} of {Number(tokens.Value)} tokens are used"
                : now.Dollars >= dollars ? $"{Money(now.Dollars)} of {Money(dollars.Value)} dollars are spent"
                : null;
        }
    }

    /// <summary>For contestants, before each thing that costs.</summary>
    /// <exception cref="BudgetSpentException">There is nothing left.</exception>
    public void ThrowIfReached()
    {
        if (Reached is { } limit)
            throw new BudgetSpentException(limit);
    }

    /// <summary>Kept on disk before it returns, so that a kill forgets nothing that was paid for.</summary>
    internal void Spend(Spending more)
    {
        lock (gate)
        {
            spent += more;
            save?.Invoke(spent);
        }
    }

    /// <param name="before">What earlier calls used.</param>
    internal void Start(Spending before, Action<Spending>? save)
    {
        lock (gate)
        {
            start = clock.GetTimestamp();
            spent = before;
            this.save = save;
        }
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Money(decimal dollars) => dollars.ToString("0.00##", CultureInfo.InvariantCulture);
}

/// <summary>The account of one batch: what a contestant uses for it is said here, and counts against the budget of the run.</summary>
public sealed class Meter(Budget? budget = null)
{
    private readonly Lock gate = new();
    private Spending spent;

    public Spending Spent
    {
        get
        {
            lock (gate)
                return spent;
        }
    }

    public void Spend(Spending more)
    {
        lock (gate)
            spent += more;
        budget?.Spend(more);
    }

    /// <summary>Called before each thing that costs. A contestant lets the exception pass: nothing of the batch counts then.</summary>
    /// <exception cref="BudgetSpentException">There is nothing left.</exception>
    public void ThrowIfReached() => budget?.ThrowIfReached();
}

/// <summary>A limit of the budget is reached.</summary>
public sealed class BudgetSpentException(string limit) : Exception(limit);
