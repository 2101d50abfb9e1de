using System.Collections.Concurrent;
using Shrike.Bench.Runs;

namespace Shrike.Bench.Contestants;

/// <summary>A scanner that is run as its declaration says. What it fails at is recorded as not looked at, with the reason, and the run goes on.</summary>
public sealed class DeclaredContestant : IContestant
{
    private readonly ScannerDeclaration declaration;
    private readonly FoundScanner found;
    private readonly Weaknesses weaknesses;
    private readonly int jobs;

    /// <param name="jobs">0 for one a processor.</param>
    internal DeclaredContestant(ScannerDeclaration declaration, FoundScanner found, int jobs)
    {
        this.declaration = declaration;
        this.found = found;
        this.jobs = jobs > 0 ? jobs : Environment.ProcessorCount;
        weaknesses = new Weaknesses(declaration.Weaknesses);
    }

    public string Name => declaration.Id;
    public string Version => found.Version;
    public bool NeedsInput => true;

    public string? CannotRead(string language) =>
        declaration.Languages.ContainsKey(language)
            ? null
            : $"{declaration.Title} does not read {language}; it reads {string.Join(", ", declaration.Languages.Keys.Order(StringComparer.Ordinal))}";

    public ContestantAnswer Scan(StagedBatch batch, CancellationToken cancel)
    {
        // Beside the input, so that nothing of it is scanned; a killed run left it there at worst.
        string work = batch.Folder.TrimEnd(Path.DirectorySeparatorChar) + ".work";
        Remove(work);
        Directory.CreateDirectory(work);
        try
        {
            foreach ((string name, string content) in declaration.Files)
                File.WriteAllText(Path.Combine(work, Path.GetFileName(name)), content);
            var call = new ScannerCall(declaration, found, batch, work, jobs);
            var answers = new ConcurrentBag<(ToolAnswer Answer, string? File)>();
            if (declaration.EachFile.Count == 0)
            {
                answers.Add((call.Once(null, 0, cancel), null));
            }
            else
            {
                string[] files = [.. batch.Originals.Keys.Where(f => declaration.EachFile.Contains(Path.GetExtension(f)))];
                Each(files.Length, i => answers.Add((call.Once(files[i], i, cancel), files[i])), cancel);
            }

            return Answer([.. answers.OrderBy(a => a.File, StringComparer.Ordinal)], batch, call.PeakBytes);
        }
        finally
        {
            Remove(work);
        }
    }

    private void Each(int count, Action<int> body, CancellationToken cancel)
    {
        try
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancel }, body);
        }
        catch (AggregateException e) when (e.InnerException is RunException or OperationCanceledException)
        {
            cancel.ThrowIfCancellationRequested();
            throw e.InnerException;
        }
    }

    private ContestantAnswer Answer((ToolAnswer Answer, string? File)[] answers, StagedBatch batch, long peak)
    {
        var paths = new StagedPaths(batch);
        var findings = new List<RawFinding>();
        var unseen = new Dictionary<string, Unseen>(StringComparer.Ordinal);
        foreach ((ToolAnswer answer, string? file) in answers)
        {
            foreach (RawFinding finding in answer.Findings)
            {
                if (paths.Original(finding.Path) is { } path)
                    findings.Add(
                        finding with
                        {
                            Path = path,
                            Cwe = finding.Cwe > 0 ? finding.Cwe : weaknesses.Of(finding.Rule, finding.Message) ?? 0,
                        }
                    );
            }

            foreach (Unseen one in answer.Unseen)
            {
                // What is said of no file concerns all that it was run on.
                IEnumerable<string> of =
                    one.Path.Length > 0 ? [paths.Original(one.Path) ?? ""]
                    : file is not null ? [batch.Originals[file]]
                    : one.Partly ? []
                    : batch.Originals.Values;
                foreach (string path in of.Where(p => p.Length > 0))
                    unseen.TryAdd(path, one with { Path = path });
            }
        }

        return new ContestantAnswer(
            findings,
            [.. unseen.Values.OrderBy(u => u.Path, StringComparer.Ordinal)],
            batch.Originals.Keys.Sum(f => LinesOf(Path.Combine(batch.Folder, f))),
            peak
        );
    }

    // All lines, as Shrike counts them, so that findings in a thousand lines can be compared.
    private static long LinesOf(string path)
    {
        try
        {
            return File.ReadLines(path).LongCount();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
