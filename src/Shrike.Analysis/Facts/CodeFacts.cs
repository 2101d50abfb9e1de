using System.Diagnostics;
using Shrike.Analysis.CSharp;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Ir;
using Shrike.Analysis.Rules;
using Shrike.Analysis.Rules.Structure;
using Shrike.Analysis.Rules.Structure.Code;
using Shrike.Analysis.Sources;
using Shrike.Analysis.Taint;

namespace Shrike.Analysis.Facts;

/// <summary>Source files to code facts to candidates: the one way in.</summary>
public sealed class CodeFacts
{
    private readonly List<(string, TimeSpan)> phases = [];
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly List<LedgerEntry> ledger;
    private readonly List<Problem> problems;
    private readonly List<Candidate> candidates = [];
    private bool isInterrupted;

    private CodeFacts(SourceTree tree, RuleCatalogue rules)
    {
        ledger = [.. tree.Ledger];
        problems = [.. rules.Problems];
    }

    /// <summary>Reads and analyses a tree. Broken and hostile code becomes problems and ledger entries, never an exception. Cancelled,
    /// it gives what it has, and the ledger names what it has not looked at.</summary>
    /// <param name="store">Where lowered files are looked for and kept; the outcome is the same without.</param>
    public static Codebase Read(
        SourceTree tree,
        RuleCatalogue rules,
        AnalysisOptions options,
        IProgress<AnalysisProgress>? progress,
        CancellationToken cancel,
        IFactsStore? store = null
    ) => new CodeFacts(tree, rules).Run(tree, rules, options, progress, store, cancel);

    private Codebase Run(
        SourceTree tree,
        RuleCatalogue rules,
        AnalysisOptions options,
        IProgress<AnalysisProgress>? progress,
        IFactsStore? store,
        CancellationToken cancel
    )
    {
        progress?.Report(new AnalysisProgress($"sorting {tree.Files.Count} files into projects", 0, 1));
        ProjectSet projects = ProjectSet.Group(tree);
        problems.AddRange(projects.Problems);
        ReadOtherFiles(tree, projects, rules);
        Lap("read projects");

        var frontEnd = new CSharpFrontEnd(projects.Projects, tree.Root, store, rules, options, progress, cancel);
        var functions = new List<IrFunction>();
        var checks = new List<MemberCheck>();
        var entryPoints = new List<(EntryPoint EntryPoint, IrFunction? Function)>();
        var registrations = new Dictionary<string, string>(StringComparer.Ordinal);
        long lines = 0;
        for (int i = 0; i < projects.Projects.Count; i++)
        {
            progress?.Report(new AnalysisProgress($"binding {projects.Projects[i].Name}", 0, projects.Projects[i].Files.Count));
            if (Lowered(projects.Projects[i], frontEnd, i, cancel) is not { } lowered)
                continue;
            functions.AddRange(lowered.Functions);
            checks.AddRange(lowered.Checks);
            entryPoints.AddRange(lowered.EntryPoints);
            candidates.AddRange(lowered.Candidates);
            ledger.AddRange(lowered.Ledger);
            problems.AddRange(lowered.Problems);
            lines += lowered.Lines;
            foreach ((string service, string implementation) in lowered.Registrations)
                registrations[service] = implementation;
        }

        Lap("bind and lower");
        progress?.Report(new AnalysisProgress("following data", 0, 1));
        if (!isInterrupted)
            FollowOrStop(functions, checks, registrations, entryPoints, rules, cancel);
        foreach ((EntryPoint entryPoint, IrFunction? function) in entryPoints)
            ledger.Add(
                new LedgerEntry(
                    LedgerKind.EntryPoint,
                    entryPoint.Display,
                    function is null || isInterrupted ? LedgerState.PartlyAnalysed : LedgerState.Analysed,
                    function is null ? "its body was not found"
                        : isInterrupted ? NotFollowed
                        : null
                )
            );
        return new Codebase
        {
            EntryPoints = [.. entryPoints.Select(e => e.EntryPoint)],
            Ledger = [.. ledger.OrderBy(e => e.Kind).ThenBy(e => e.Name, StringComparer.Ordinal)],
            Problems = problems,
            Candidates = [.. candidates.OrderBy(c => c.Where).ThenBy(c => c.Rule.Id, StringComparer.Ordinal)],
            Lines = lines,
            Phases = phases,
            IsInterrupted = isInterrupted,
        };
    }

    private const string NotFollowed = "data was not followed to its end: interrupted";

    /// <summary>The project, or nothing when there was no time for it.</summary>
    private LoweredProject? Lowered(SourceProject project, CSharpFrontEnd frontEnd, int index, CancellationToken cancel)
    {
        try
        {
            if (!cancel.IsCancellationRequested)
                return frontEnd.Lower(index);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested) { }

        isInterrupted = true;
        foreach (SourceFile file in project.Files)
            ledger.Add(new LedgerEntry(LedgerKind.File, file.Path, LedgerState.Failed, "not analysed: interrupted"));
        return null;
    }

    private void FollowOrStop(
        List<IrFunction> functions,
        List<MemberCheck> checks,
        Dictionary<string, string> registrations,
        List<(EntryPoint EntryPoint, IrFunction? Function)> entryPoints,
        RuleCatalogue rules,
        CancellationToken cancel
    )
    {
        try
        {
            StackedThreads.Run(
                () => Follow(new IrProgram(functions, registrations) { Checks = checks }, entryPoints, rules, cancel),
                cancel
            );
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            isInterrupted = true;
            var files = functions.Select(f => f.File.Path).ToHashSet(StringComparer.Ordinal);
            for (int i = 0; i < ledger.Count; i++)
            {
                if (ledger[i] is { Kind: LedgerKind.File, State: LedgerState.Analysed } entry && files.Contains(entry.Name))
                    ledger[i] = entry with { State = LedgerState.PartlyAnalysed, Reason = NotFollowed };
            }
        }
    }

    private bool Follow(
        IrProgram program,
        List<(EntryPoint EntryPoint, IrFunction? Function)> entryPoints,
        RuleCatalogue rules,
        CancellationToken cancel
    )
    {
        Lap("link");
        var finder = new CandidateFinder(program, rules, cancel);
        candidates.AddRange(finder.Find([.. entryPoints.Where(e => e.Function is not null).Select(e => (e.EntryPoint, e.Function!))]));
        SayUnfinished(finder.Unfinished);
        Lap("follow data");
        return true;
    }

    private void SayUnfinished(IReadOnlyList<IrFunction> functions)
    {
        var first = functions.DistinctBy(f => f.File.Path).ToDictionary(f => f.File.Path, StringComparer.Ordinal);
        for (int i = 0; i < ledger.Count && first.Count > 0; i++)
        {
            if (ledger[i].Kind == LedgerKind.File && first.TryGetValue(ledger[i].Name, out IrFunction? function))
                ledger[i] = ledger[i] with
                {
                    State = LedgerState.PartlyAnalysed,
                    Reason = $"too much data meets in {function.Display} to follow all of it",
                };
        }
    }

    /// <summary>Configuration and page directives: no code, but facts all the same.</summary>
    private void ReadOtherFiles(SourceTree tree, ProjectSet projects, RuleCatalogue rules)
    {
        ILookup<string, Problem> ofProjects = projects.Problems.ToLookup(p => p.Path, StringComparer.Ordinal);
        foreach (SourceFile file in tree.Files)
        {
            try
            {
                if (file.Kind == FileKind.Configuration)
                {
                    _ = file.Text; // throws where the file has gone: that is worse than one that is not understood
                    int before = problems.Count;
                    candidates.AddRange(ConfigurationFiles.Find(file, rules, problems));
                    ledger.Add(
                        problems.Count == before
                            ? new LedgerEntry(LedgerKind.File, file.Path, LedgerState.Analysed, null)
                            : new LedgerEntry(LedgerKind.File, file.Path, LedgerState.PartlyAnalysed, problems[^1].Message)
                    );
                }
                else if (file.Kind == FileKind.Project && ofProjects[file.Path].FirstOrDefault() is { } problem)
                {
                    _ = file.Text;
                    ledger.Add(new LedgerEntry(LedgerKind.File, file.Path, LedgerState.PartlyAnalysed, problem.Message));
                }
                else if (file.Kind == FileKind.WebForms)
                {
                    candidates.AddRange(PageDirectives.Find(file, rules));
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Pages are code as well, and their project says what became of them.
                if (file.Kind != FileKind.WebForms)
                    ledger.Add(new LedgerEntry(LedgerKind.File, file.Path, LedgerState.Failed, $"cannot be read: {e.Message}"));
            }
        }
    }

    private void Lap(string name)
    {
        phases.Add((name, watch.Elapsed));
        watch.Restart();
    }
}
