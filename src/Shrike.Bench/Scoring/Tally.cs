namespace Shrike.Bench.Scoring;

/// <summary>Counts of right and wrong answers; rates are null where nothing was asked.</summary>
/// <param name="FalsePositives">Safe cases that were flagged.</param>
/// <param name="Extra">False alarms where no label is: they spoil precision, and no rate of safe cases.</param>
public readonly record struct Tally(int TruePositives, int FalseNegatives, int FalsePositives, int TrueNegatives, int Extra = 0)
{
    public int Vulnerable => TruePositives + FalseNegatives;
    public int Safe => FalsePositives + TrueNegatives;
    public int Flagged => TruePositives + FalseAlarms;
    public int FalseAlarms => FalsePositives + Extra;

    public double? Recall => Ratio(TruePositives, Vulnerable);

    /// <summary>The part of safe cases that were flagged.</summary>
    public double? FalsePositiveRate => Ratio(FalsePositives, Safe);
    public double? Precision => Ratio(TruePositives, Flagged);

    /// <summary>True-positive rate minus false-positive rate: 1 is perfect, 0 a coin.</summary>
    public double? Difference => Recall - FalsePositiveRate;

    /// <summary>Weighs recall beta times as much as precision; null where there is nothing to find and nothing was said.</summary>
    public double? F(double beta)
    {
        double b = beta * beta;
        double all = (1 + b) * TruePositives + b * FalseNegatives + FalseAlarms;
        return all == 0 ? null : (1 + b) * TruePositives / all;
    }

    public static Tally operator +(Tally a, Tally b) => Add(a, b);

    public static Tally Add(Tally a, Tally b) =>
        new(
            a.TruePositives + b.TruePositives,
            a.FalseNegatives + b.FalseNegatives,
            a.FalsePositives + b.FalsePositives,
            a.TrueNegatives + b.TrueNegatives,
            a.Extra + b.Extra
        );

    public static Tally Of(bool isVulnerable, bool isFlagged) =>
        (isVulnerable, isFlagged) switch
        {
            (true, true) => new(1, 0, 0, 0),
            (true, false) => new(0, 1, 0, 0),
            (false, true) => new(0, 0, 1, 0),
            _ => new(0, 0, 0, 1),
        };

    private static double? Ratio(int part, int whole) => whole == 0 ? null : (double)part / whole;
}
