using Shrike.Bench.Contestants;
using Shrike.Bench.Runs;

namespace Shrike.Tests.Bench;

/// <summary>Says of every file what a script says.</summary>
internal sealed class ScriptedContestant : IContestant, IDescribed
{
    private readonly List<string> seen = [];

    public string Name { get; init; } = "scripted";
    public string Version { get; init; } = "1";
    public bool NeedsInput { get; init; } = true;
    public ModelUse? Model { get; init; }
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Findings of a file by its path in the suite.</summary>
    public Func<string, IEnumerable<RawFinding>> Says { get; init; } = path => [Given.Finding(path, 9, 78)];
    public IReadOnlyList<Unseen> Unseen { get; init; } = [];
    public Spending Costs { get; init; }

    /// <summary>Called within each scan.</summary>
    public Action? During { get; init; }

    /// <summary>Paths in the suite, in the order of scans.</summary>
    public IReadOnlyList<string> Seen => seen;
    public int Scans { get; private set; }

    public string? CannotRead(string language) => null;

    public ContestantAnswer Scan(StagedBatch batch, CancellationToken cancel)
    {
        lock (seen)
            Scans++;
        During?.Invoke();
        if (Costs != default)
        {
            batch.Meter.ThrowIfReached();
            batch.Meter.Spend(Costs);
        }

        string[] files = [.. batch.Originals.Values.Order(StringComparer.Ordinal)];
        lock (seen)
            seen.AddRange(files);
        return new ContestantAnswer([.. files.SelectMany(Says)], [.. Unseen.Where(u => files.Contains(u.Path))], 10 * files.Length);
    }
}
