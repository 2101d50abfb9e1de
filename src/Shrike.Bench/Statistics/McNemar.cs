namespace Shrike.Bench.Statistics;

/// <summary>McNemar's test (1947) in its exact form: of the cases that only one of two got right, does one get more than chance gives it?</summary>
public static class McNemar
{
    /// <summary>Two-sided p-value of the binomial test with one half.</summary>
    public static double Exact(int onlyFirst, int onlySecond)
    {
        int n = onlyFirst + onlySecond,
            less = Math.Min(onlyFirst, onlySecond);
        if (n == 0)
            return 1;
        // Terms of the tail in logarithms: 2^-n is no double beyond a thousand disagreements.
        double log = -n * Math.Log(2),
            sum = Math.Exp(log);
        for (int k = 1; k <= less; k++)
        {
            log += Math.Log(n - k + 1) - Math.Log(k);
            sum += Math.Exp(log);
        }

        return Math.Min(1, 2 * sum);
    }
}

/// <summary>Holm's correction (1979) for several tests at once.</summary>
public static class Holm
{
    /// <summary>Adjusted p-values, in the order of the input.</summary>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> p)
    {
        double[] adjusted = new double[p.Count];
        double most = 0;
        int rank = 0;
        foreach (int i in Enumerable.Range(0, p.Count).OrderBy(i => p[i]))
        {
            most = Math.Max(most, Math.Min(1, (p.Count - rank++) * p[i]));
            adjusted[i] = most;
        }

        return adjusted;
    }
}
