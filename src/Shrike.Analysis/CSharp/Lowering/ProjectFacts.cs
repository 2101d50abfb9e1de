using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;

namespace Shrike.Analysis.CSharp.Lowering;

/// <summary>What a project's files give as a whole, apart from their functions, and what that depends on.</summary>
internal sealed record ProjectFacts
{
    /// <summary>Names the project's settings, the texts of its files, the declarations that it sees, the options and the rules.</summary>
    public required byte[] Key { get; init; }

    /// <summary>Names what others see of it.</summary>
    public required byte[] Shape { get; init; }

    /// <summary>Files of other projects whose bodies were looked into; null where their number has no bound.</summary>
    public required IReadOnlyList<string>? LookedInto { get; init; }

    /// <summary>Names the texts of <see cref="LookedInto"/>, or of all files of all projects referred to.</summary>
    public required byte[] Others { get; init; }

    /// <summary>Paths of the files that were lowered, in the order of their functions.</summary>
    public required IReadOnlyList<string> Files { get; init; }
    public required IReadOnlyList<DoorOf> Doors { get; init; }
    public required IReadOnlyList<Candidate> Candidates { get; init; }
    public required IReadOnlyList<Problem> Problems { get; init; }
    public required IReadOnlyList<LedgerEntry> Ledger { get; init; }
    public required IReadOnlyDictionary<string, string> Registrations { get; init; }
    public required long Lines { get; init; }
}

/// <summary>An entry point and where its function is among those of the project's files; -1 where it has none.</summary>
internal readonly record struct DoorOf(EntryPoint EntryPoint, int File, int Function);
