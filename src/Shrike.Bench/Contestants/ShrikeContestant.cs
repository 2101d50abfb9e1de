using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Rules;
using Shrike.Analysis.Sources;
using Shrike.Bench.Runs;
using Shrike.Review;

namespace Shrike.Bench.Contestants;

/// <summary>Shrike by rules alone, through the call that <c>shrike scan</c> makes.</summary>
/// <param name="version">Of the program.</param>
/// <param name="options">As a scan would use them; nothing is cached between batches.</param>
public sealed class ShrikeContestant(string version, RuleCatalogue rules, ScanOptions options) : IContestant
{
    public string Name => "shrike";
    public string Version { get; } = $"{version}+{Build()}";
    public bool NeedsInput => true;

    public string? CannotRead(string language) => language == "csharp" ? null : $"Shrike cannot read {Word(language)} yet";

    public ContestantAnswer Scan(StagedBatch batch, CancellationToken cancel)
    {
        SourceTree tree = SourceTreeReader.Read([batch.Folder], new SourceTreeOptions(), cancel);
        ScanResult result = Review.Scan.Run(tree, rules, options, null, cancel);
        cancel.ThrowIfCancellationRequested();
        var seen = tree.Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        IEnumerable<Unseen> unread = batch
            .Originals.Where(o => !seen.Contains(o.Key) && !result.Ledger.Any(e => e.Name == o.Key))
            .Select(o => new Unseen(o.Value, false, "not a kind of file that Shrike reads"));
        return new ContestantAnswer(
            [.. result.Findings.Select(f => Raw(f, batch)).OfType<RawFinding>()],
            [.. result.Ledger.Select(e => Left(e, batch)).OfType<Unseen>(), .. unread],
            result.LinesAnalysed
        );
    }

    private static RawFinding? Raw(Finding finding, StagedBatch batch)
    {
        SourceSpan where = finding.Candidate.Where;
        return !batch.Originals.TryGetValue(where.Path, out string? path)
            ? null
            : new RawFinding
            {
                Path = path,
                Line = where.StartLine,
                EndLine = where.EndLine,
                Cwe = finding.Cwe,
                OtherCwes = [.. finding.Candidate.Rule.Cwes.Where(c => c != finding.Cwe)],
                Rule = finding.Candidate.Rule.Id,
                Severity = finding.Severity.ToString().ToLowerInvariant(),
                Symbol = finding.Candidate.Symbol,
                Message = finding.Candidate.Message,
            };
    }

    private static Unseen? Left(LedgerEntry entry, StagedBatch batch) =>
        entry.Kind == LedgerKind.File && entry.State != LedgerState.Analysed && batch.Originals.TryGetValue(entry.Name, out string? path)
            ? new Unseen(path, entry.State == LedgerState.PartlyAnalysed, entry.Reason ?? "")
            : null;

    private static string Word(string language) =>
        language switch
        {
            "java" => "Java",
            "python" => "Python",
            "c" => "C",
            _ => language,
        };

    // The same number for the same code on every machine: two builds that differ are two contestants.
    private static string Build() =>
        $"{typeof(CodeFacts).Module.ModuleVersionId:N}"[..8] + $"{typeof(Review.Scan).Module.ModuleVersionId:N}"[..8];
}
