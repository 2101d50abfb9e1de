using Shrike.Bench.Runs;

namespace Shrike.Bench.Contestants;

/// <summary>A contestant whose outcome hangs on more than its name and build; what it says here goes into the record of the run.</summary>
public interface IDescribed
{
    /// <summary>null without a model.</summary>
    ModelUse? Model { get; }

    /// <summary>What it is run with, as a person would set it. No paths, addresses or keys: runs are shown to others.</summary>
    IReadOnlyDictionary<string, string> Settings { get; }
}
