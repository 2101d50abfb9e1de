using System.Globalization;

namespace Shrike.Bench.Runs;

/// <summary>A part of a run that one of several machines does: every n-th batch.</summary>
/// <param name="Number">From 1.</param>
public sealed record Shard(int Number, int Of)
{
    public const int Most = 10_000;

    /// <param name="batch">From 1.</param>
    public bool Has(int batch) => (batch - 1) % Of == Number - 1;

    /// <summary>"2/5"; null where it is no such thing.</summary>
    public static Shard? Parse(string text) =>
        text.Split('/') is [var number, var of]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int n)
        && int.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out int all)
        && n >= 1
        && n <= all
        && all <= Most
            ? new Shard(n, all)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Of}");
}
