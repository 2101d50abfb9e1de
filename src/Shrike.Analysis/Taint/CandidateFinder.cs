using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Ir;
using Shrike.Analysis.Rules;

namespace Shrike.Analysis.Taint;

/// <summary>Linked code and rules to candidates: flows from the solver, places from the patterns.</summary>
internal sealed class CandidateFinder(IrProgram program, RuleCatalogue rules, CancellationToken cancel)
{
    private const int MaxFlows = 8;
    private const int MaxSnippet = 400;

    private readonly Dictionary<int, EntryPoint> doors = [];
    private Boundary? boundary;

    public IReadOnlyList<Candidate> Find(IReadOnlyList<(EntryPoint EntryPoint, IrFunction Function)> entryPoints)
    {
        program.Doors.UnionWith(entryPoints.Select(e => e.Function.Id));
        var matcher = new RuleMatcher(rules);
        Identities.Unwrap(program, matcher);
        var solver = new Solver(program, matcher, cancel);
        foreach ((EntryPoint entryPoint, IrFunction function) in entryPoints)
        {
            doors.TryAdd(function.Id, entryPoint);
            solver.AddDoor(function);
            Seed(solver, entryPoint, function);
        }

        solver.SeedSources();
        UntilInterrupted(solver.Run);
        boundary = new Boundary(program, doors, solver, matcher.Contexts, [.. solver.Results]);
        var candidates = new List<Candidate>(Distinct.Of(Flows(solver)));
        UntilInterrupted(() => AddPlaces(solver, matcher, candidates));
        Unfinished = [.. solver.Unfinished];
        return [.. candidates.OrderBy(c => c.Where).ThenBy(c => c.Rule.Id, StringComparer.Ordinal)];
    }

    /// <summary>What was found before is true all the same; the caller sees from its token that there may be more.</summary>
    private static void UntilInterrupted(Action work)
    {
        try
        {
            work();
        }
        catch (OperationCanceledException) { }
    }

    private List<(Candidate, Severity?)> Flows(Solver solver) =>
        [
            .. solver
                .Results.GroupBy(r => (r.Hit.Sink.Rule.Id, r.Hit.Function.Id, r.Hit.Instruction))
                .Select(group =>
                    FlowCandidate([
                        .. group
                            .OrderBy(r => r.Source)
                            .ThenBy(r => boundary!.Missing(r) is not null)
                            .DistinctBy(r => (r.Hit.Sink, r.Source)),
                    ])
                ),
        ];

    private void AddPlaces(Solver solver, RuleMatcher matcher, List<Candidate> candidates)
    {
        foreach (
            (Rule rule, PatternSpec pattern, IrFunction function, int instruction) in new PatternFinder(
                program,
                matcher,
                solver.FactsOf
            ).Find(cancel)
        )
            candidates.Add(PatternCandidate(rule, pattern, function, instruction));
        if (rules.Find("catastrophic-regex") is { } slow)
        {
            foreach ((IrFunction function, int instruction) in SlowRegexFinder.Find(program, solver.FactsOf, cancel))
                candidates.Add(PatternCandidate(slow, new PatternSpec(), function, instruction));
        }

        foreach (LiteralFinder.Found found in new LiteralFinder(program, matcher, solver.FactsOf).Find(cancel))
            candidates.Add(LiteralCandidate(found));
    }

    /// <summary>Functions whose analysis was cut short.</summary>
    public IReadOnlyList<IrFunction> Unfinished { get; private set; } = [];

    private void Seed(Solver solver, EntryPoint entryPoint, IrFunction function)
    {
        SourceKind source = entryPoint.Kind switch
        {
            EntryPointKind.Main => SourceKind.Local,
            EntryPointKind.PublicApi => SourceKind.PublicApi,
            _ => SourceKind.Remote,
        };
        SeedProperties(solver, entryPoint, function, source);
        foreach (EntryParameter parameter in entryPoint.Parameters)
        {
            int index = Array.IndexOf(function.ParameterNames, parameter.Name);
            if (
                parameter.Binding != Binding.Services
                && index >= 0
                && !program.Registrations.ContainsKey(function.RegisterTypes[function.Parameters[index]].Name)
            )
                solver.SeedParameter(
                    function,
                    function.Parameters[index],
                    source,
                    $"{Words(parameter.Binding)} '{parameter.Name}'",
                    entryPoint.RefusesInvalidModels
                );
        }
    }

    /// <summary>Properties that the framework fills before the function runs.</summary>
    private static void SeedProperties(Solver solver, EntryPoint entryPoint, IrFunction function, SourceKind source)
    {
        foreach (EntryParameter property in entryPoint.Properties)
        {
            if (property.Binding != Binding.Services)
                solver.SeedProperty(function, property.Name, source, $"{Words(property.Binding)} '{property.Name}'");
        }
    }

    private static string Words(Binding binding) =>
        binding switch
        {
            Binding.Route => "route parameter",
            Binding.Query => "query parameter",
            Binding.Form => "form field",
            Binding.Body => "request body",
            Binding.Header => "request header",
            Binding.File => "uploaded file",
            Binding.Message => "message",
            Binding.Argument => "argument",
            _ => "request parameter",
        };

    private (Candidate Candidate, Severity? Lowered) FlowCandidate(TaintResult[] results)
    {
        TaintResult best = results[0];
        Rule rule = best.Hit.Sink.Rule;
        Flow[] flows = [.. results.Take(MaxFlows).Select(FlowBuilder.Build)];
        Hit sink = Innermost(best.Hit);
        IrFunction function = sink.Function;
        Instruction code = function.Code[sink.Instruction];
        bool inTest = function.InTestCode || best.Hit.Node.Context.Function.InTestCode;
        Instruction place = rule.Flow!.AtConstruction ? Construction(sink) ?? code : code;
        Severity? lowered = results.All(r => r.Hit.Sink.Spec.Severity is not null) ? best.Hit.Sink.Spec.Severity : null;
        string? excuse = boundary!.Missing(best);
        var candidate = new Candidate
        {
            Rule = rule,
            Where = function.Span(place),
            Message =
                rule.Message.Replace("{source}", flows[0].SourceDescription, StringComparison.Ordinal)
                    .Replace("{sink}", SinkName(function, code), StringComparison.Ordinal) + (excuse is null ? "" : $"; {excuse}"),
            Symbol = function.Symbol,
            Snippet = Snippet(function, place),
            Flows = flows,
            EntryPoint = DoorOf(best.Hit.Node.Context.Function),
            Severity = SeverityOf(best.Hit.Sink, best.Source, lowered, inTest, excuse is not null),
            InTestCode = inTest,
        };
        return (candidate, lowered);
    }

    /// <summary>The last place before the sink, in its function, where untrusted text was joined to other text.</summary>
    private static Instruction? Construction(Hit sink)
    {
        for (Node? node = sink.Node; node is { At: >= 0 }; node = node.Previous)
        {
            Instruction code = sink.Function.Code[node.At];
            if (node.Exit is not null)
                return null;
            if (code.Op == Op.Binary && (BinaryOp)code.X == BinaryOp.Add)
                return code;
            if (
                code.Op == Op.Call
                && sink.Function.Calls[code.X].Target is { Type: "System.String", Name: "Interpolate" or "Format" or "Concat" or "Join" }
            )
                return code;
        }

        return null;
    }

    private static Hit Innermost(Hit hit)
    {
        while (hit.Inner is { } inner)
            hit = inner;
        return hit;
    }

    /// <summary>The local user attacks nobody but the machine's owner; stored data was let in by someone else first; where
    /// no boundary is crossed, nobody gains.</summary>
    private static Severity? SeverityOf(Sink sink, SourceKind source, Severity? lowered, bool inTest, bool isExcused)
    {
        Rule rule = sink.Rule;
        if (inTest || sink.Spec.Lesser || rule.Flow!.LesserSources.Contains(source))
            return Severity.Low;
        if (lowered < rule.Severity)
            return lowered;
        bool isIndirect =
            isExcused
            || source is SourceKind.Local or SourceKind.PublicApi
            || (source is SourceKind.Stored && rule.Flow!.OwnSources.Count == 0);
        return isIndirect && rule.Severity > Severity.Medium ? Severity.Medium : null;
    }

    public static string SinkName(IrFunction function, in Instruction code) =>
        code.Op == Op.Call ? function.Calls[code.X].Target.Display
        : code.Op == Op.Binary ? "the bound of a loop"
        : code.Op is Op.StoreField or Op.LoadField ? function.Members[code.X].Display
        : "this place";

    private static string Snippet(IrFunction function, in Instruction code)
    {
        string text = function.File.Snippet(code.Start, Math.Min(code.Length, MaxSnippet));
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private Candidate PatternCandidate(Rule rule, PatternSpec pattern, IrFunction function, int instruction)
    {
        Instruction code = function.Code[instruction];
        string? excuse = boundary!.Missing(rule, function, instruction);
        Severity weight = pattern.Severity ?? rule.Severity;
        return new Candidate
        {
            Rule = rule,
            Where = function.Span(code),
            Message =
                (pattern.Says ?? rule.Message).Replace("{sink}", SinkName(function, code), StringComparison.Ordinal)
                + (excuse is null ? "" : $"; {excuse}"),
            Symbol = function.Symbol,
            Snippet = Snippet(function, code),
            EntryPoint = DoorOf(function),
            Cwe = pattern.Cwe,
            Severity =
                function.InTestCode ? Severity.Low
                : excuse is not null && weight > Severity.Medium ? Severity.Medium
                : pattern.Severity,
            InTestCode = function.InTestCode,
        };
    }

    private Candidate LiteralCandidate(LiteralFinder.Found found)
    {
        Rule rule = found.Sink.Rule;
        Instruction code = found.Function.Code[found.Instruction];
        (IrFunction Function, int Instruction) literal = found.Path[0];
        // What a test hands to the code under test is the test's.
        bool inTest = found.Function.InTestCode || literal.Function.InTestCode;
        string? excuse = Boundary.Missing(found);
        var steps = new List<FlowStep>();
        foreach ((IrFunction function, int instruction) in found.Path)
            steps.Add(
                new FlowStep(
                    function.Span(function.Code[instruction]),
                    steps.Count == 0 ? "written in the code" : "passed on",
                    function.Display
                )
            );
        steps.Add(new FlowStep(found.Function.Span(code), $"used by {SinkName(found.Function, code)}", found.Function.Display));
        return new Candidate
        {
            Rule = rule,
            Where = literal.Function.Span(literal.Function.Code[literal.Instruction]),
            Message =
                rule.Message.Replace("{source}", "a literal", StringComparison.Ordinal)
                    .Replace("{sink}", SinkName(found.Function, code), StringComparison.Ordinal) + (excuse is null ? "" : $"; {excuse}"),
            Symbol = literal.Function.Symbol,
            Snippet = Snippet(found.Function, code),
            Flows = [new Flow(SourceKind.Literal, "a literal", steps)],
            EntryPoint = DoorOf(found.Function),
            Severity =
                inTest ? Severity.Low
                : excuse is not null && rule.Severity > Severity.Medium ? Severity.Medium
                : null,
            InTestCode = inTest,
        };
    }

    /// <summary>The nearest entry point from which a function is reached.</summary>
    private EntryPoint? DoorOf(IrFunction function)
    {
        var seen = new HashSet<int> { function.Id };
        var open = new Queue<int>([function.Id]);
        while (open.TryDequeue(out int id) && seen.Count < 500)
        {
            if (doors.TryGetValue(id, out EntryPoint? door))
                return door;
            foreach ((int caller, _) in program.Callers[id] ?? [])
            {
                if (seen.Add(caller))
                    open.Enqueue(caller);
            }
        }

        return null;
    }
}
