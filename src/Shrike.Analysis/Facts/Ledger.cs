namespace Shrike.Analysis.Facts;

public enum LedgerState
{
    Analysed,
    PartlyAnalysed,

    /// <summary>Not looked at by design (generated, binary, excluded by the user); does not make a scan incomplete.</summary>
    Skipped,

    /// <summary>Excluded by someone: <see cref="LedgerEntry.Reason"/> says by whom.</summary>
    Ignored,

    /// <summary>Should have been looked at and was not.</summary>
    Failed,
}

public enum LedgerKind
{
    File,
    EntryPoint,
}

/// <summary>What became of a file or an entry point. Partly analysed and failed entries make a scan incomplete.</summary>
public sealed record LedgerEntry(LedgerKind Kind, string Name, LedgerState State, string? Reason);
