using Shrike.Analysis.Facts;

namespace Shrike.Analysis.Sources;

/// <summary>The files under the scan's roots, sorted by path, and what was left out and why.</summary>
/// <param name="Root">Absolute; all paths are relative to it.</param>
/// <param name="Ledger">An entry for each file that will not be analysed (ignored, skipped, failed).</param>
public sealed record SourceTree(string Root, IReadOnlyList<SourceFile> Files, IReadOnlyList<LedgerEntry> Ledger);
