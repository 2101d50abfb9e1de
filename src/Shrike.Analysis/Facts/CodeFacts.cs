using System.Diagnostics;
using Shrike.Analysis.CSharp;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Ir;
using Shrike.Analysis.Rules;
using Shrike.Analysis.Sources;
using Shrike.Analysis.Taint;

namespace Shrike.Analysis.Facts;

/// <summary>Source files to code facts to candidates: the one way in.</summary>
public static class CodeFacts
{
    /// <summary>Reads and analyses a tree. Broken and hostile code becomes problems and ledger entries, never an exception.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Codebase Read(SourceTree tree, RuleCatalogue rules, AnalysisOptions options, IProgress<AnalysisProgress>? progress, CancellationToken cancel)
    {
        var phases = new List<(string, TimeSpan)>();
        var watch = Stopwatch.StartNew();
        int threads = options.Jobs > 0 ? options.Jobs : Environment.ProcessorCount;
        var frontEnd = new CSharpFrontEnd(threads, progress, cancel);
        var ledger = new List<LedgerEntry>(tree.Ledger);
        var problems = new List<Problem>(rules.Problems);
        var functions = new List<IrFunction>();
        long lines = 0;

        var project = new CSharpProject("code", [.. tree.Files.Where(f => f.Kind == FileKind.CSharp)], false, false, [], [], []);
        LoweredProject lowered = frontEnd.Lower(project);
        functions.AddRange(lowered.Functions);
        ledger.AddRange(lowered.Ledger);
        problems.AddRange(lowered.Problems);
        lines += lowered.Lines;
        Lap("bind and lower");

        IReadOnlyList<Candidate> candidates = StackedThreads.Run(cancel, () =>
        {
            var program = new IrProgram(functions, lowered.Registrations);
            Lap("link");
            var finder = new CandidateFinder(program, rules, cancel);
            IReadOnlyList<Candidate> found = finder.Find([]);
            Lap("follow data");
            return found;
        });
        return new Codebase { EntryPoints = [], Ledger = ledger, Problems = problems, Candidates = candidates, Lines = lines, Phases = phases };

        void Lap(string name)
        {
            phases.Add((name, watch.Elapsed));
            watch.Restart();
        }
    }
}
