namespace Shrike.Bench.Contestants;

/// <summary>Stands for whatever will be run by hand on what is laid out: it reads every language and says nothing.</summary>
public sealed class AnyReader : IContestant
{
    public static AnyReader Instance { get; } = new();
    public string Name => "any";
    public string Version => "";
    public bool NeedsInput => true;

    public string? CannotRead(string language) => null;

    public ContestantAnswer Scan(StagedBatch batch, CancellationToken cancel) => new([], [], 0);
}
