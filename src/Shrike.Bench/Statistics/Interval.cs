namespace Shrike.Bench.Statistics;

/// <summary>Where a figure lies with 95 % confidence.</summary>
public readonly record struct Interval(double Low, double High)
{
    private const double Z = 1.959963984540054;

    /// <summary>Wilson's score interval (1927) for a proportion; null where nothing was counted.</summary>
    public static Interval? Wilson(int successes, int trials)
    {
        if (trials <= 0)
            return null;
        double p = (double)successes / trials;
        double zz = Z * Z / trials;
        double middle = (p + zz / 2) / (1 + zz);
        double half = Z / (1 + zz) * Math.Sqrt(p * (1 - p) / trials + zz / 4 / trials);
        return new Interval(successes == 0 ? 0 : Math.Max(0, middle - half), successes == trials ? 1 : Math.Min(1, middle + half));
    }
}
