namespace Shrike.Bench.Suites;

/// <summary>One labelled question of a suite: is this place vulnerable?</summary>
public sealed record BenchCase
{
    /// <summary>Unique in the suite and the same on every machine.</summary>
    public required string Id { get; init; }

    /// <summary>The application the case lies in; cases of one target are scanned together. Empty where each case stands alone.</summary>
    public string Target
    {
        get;
        init => field = value ?? "";
    } = "";
    public required bool IsVulnerable { get; init; }

    /// <summary>What the label says, before any normalisation.</summary>
    public required int Cwe { get; init; }

    /// <summary>Where a label accepts several weaknesses, all of them; otherwise empty.</summary>
    public IReadOnlyList<int> AcceptedCwes
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The file the label speaks of; relative to the suite, forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>Where in the file; empty for the whole of it.</summary>
    public IReadOnlyList<LineRange> Places
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Places in other files that the label speaks of as well; null for none.</summary>
    public IReadOnlyList<FilePlaces>? Elsewhere { get; init; }

    /// <summary>What must be scanned besides <see cref="Path"/> for the case to make sense; shared files belong to the target.</summary>
    public IReadOnlyList<string> Companions
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The rule that must report the place, in suites of our own; elsewhere null.</summary>
    public string? Rule { get; init; }
}

/// <summary>Places in a file.</summary>
/// <param name="Path">Relative to the suite, forward slashes.</param>
public sealed record FilePlaces(string Path, IReadOnlyList<LineRange> Places);

/// <summary>Lines of a file, from 1, both ends included.</summary>
public readonly record struct LineRange(int Start, int End)
{
    /// <summary>How many lines lie between a line and the range; 0 inside.</summary>
    public int DistanceTo(int line) =>
        line < Start ? Start - line
        : line > End ? line - End
        : 0;
}
