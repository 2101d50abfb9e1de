using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Ir;
using Shrike.Analysis.Rules;

namespace Shrike.Analysis.Taint;

/// <summary>Why a flaw that is there gives nobody what they did not have before. It weighs less then, and its message says why.</summary>
internal sealed class Boundary(
    IrProgram program,
    IReadOnlyDictionary<int, EntryPoint> entryPoints,
    Solver solver,
    Contexts contexts,
    IReadOnlyList<TaintResult> results
)
{
    private const int DownloadOfCode = 494;
    private const int Upload = 434;
    private const int MaxDepth = 100;

    private readonly Doors doors = new(program, entryPoints);
    private readonly Reflected reflected = new(program, new Doors(program, entryPoints), solver.FactsOf);
    private readonly AdministratorChecks checks = new(program, solver.FactsOf);
    private readonly OneAccount account = new(program, entryPoints);
    private readonly OwnQueue queue = new(program, entryPoints, solver);
    private readonly Dictionary<int, bool> administered = [];
    private readonly Dictionary<int, bool> owned = [];
    private readonly HashSet<int> runners =
    [
        .. results.Where(r => r.Hit.Sink.Rule.Cwes.Contains(DownloadOfCode)).Select(r => r.Hit.Node.Context.Function.Id),
    ];

    /// <summary>In words; null where somebody wins by the flow.</summary>
    public string? Missing(TaintResult result)
    {
        IrFunction function = result.Hit.Node.Context.Function;
        Rule rule = result.Hit.Sink.Rule;
        if (IsPrivileged(result))
            return checks.OrWhoInstalls
                ? "only an administrator can send it, or whoever sets the application up"
                : "only an administrator can send it";
        if (IsSendersOwn(result) && account.Is && IsOfAccount(SenderOf(result.Hit)))
            return "the program has one account, and only its owner can send it";
        if (queue.Brings(result.Hit))
            return "the program fills the queue itself, with nothing of a request";
        if (function.IsHidden && !program.IsValue(function.Id) && program.Callers[function.Id] is not { Count: > 0 })
            return "nothing calls this code";
        foreach (Circumstance circumstance in rule.LesserWhere)
        {
            if (Holds(circumstance, result, function))
                return Words(circumstance);
        }

        return LeavesOnlyForSiblings(result.Hit)
            ? "the check before it ends without a separator, so that only folders whose names begin alike are reached"
            : reflected.Barrier(result);
    }

    private bool LeavesOnlyForSiblings(Hit hit) => (hit.Mask & hit.Sink.Context & ~contexts.Siblings) == 0;

    /// <summary>Made for the tools that write migrations; the program itself is given another.</summary>
    public static string? Missing(LiteralFinder.Found found) =>
        found.Path.All(place => IsOfTools(place.Function)) && IsOfTools(found.Function) ? "only the developers' tools run it" : null;

    private static bool IsOfTools(IrFunction function) =>
        Array.Exists(function.DeclaringType.Bases, b => b.EndsWith("IDesignTimeDbContextFactory", StringComparison.Ordinal));

    /// <summary>The same for a place that is a flaw by itself.</summary>
    public string? Missing(Rule rule, IrFunction function, int instruction)
    {
        foreach (Circumstance circumstance in rule.LesserWhere)
        {
            bool holds = circumstance switch
            {
                Circumstance.LocalHost => LocalHost.IsAsked(solver.FactsOf(function.Id), instruction),
                Circumstance.DevelopmentTool => DevelopmentTools.Hold(function.File.Path) && IsCommand(function),
                _ => false,
            };
            if (holds)
                return Words(circumstance);
        }

        return null;
    }

    private static string Words(Circumstance circumstance) =>
        circumstance switch
        {
            Circumstance.Operator => "whoever runs the program chooses it",
            Circumstance.SenderRunsCode => "its sender's code is run here anyway",
            Circumstance.BrowserProgram => "the browser had the program from the same server",
            Circumstance.SettledHost => "the beginning of the address comes from the settings",
            Circumstance.LocalHost => "only for this machine or in development",
            Circumstance.DevelopmentTool => "in a tool of the developers",
            _ => throw new ArgumentOutOfRangeException(nameof(circumstance)),
        };

    private bool Holds(Circumstance circumstance, TaintResult result, IrFunction function) =>
        circumstance switch
        {
            Circumstance.Operator => doors.All(function, (main, door) => door.Kind == EntryPointKind.Main && !AsksNetwork(main))
                && !AsksNetwork(result.Hit),
            Circumstance.SenderRunsCode => runners.Contains(function.Id),
            Circumstance.BrowserProgram => doors.All(function, (main, door) => door.Kind == EntryPointKind.Main && IsBrowserProgram(main)),
            Circumstance.SettledHost => SettledHost.Is(result.Hit),
            _ => false,
        };

    /// <summary>Script in a page, or an address to be lured to, is turned against the administrator: what he alone can send is then
    /// only what stands in the controls of his own page, whose state nobody else can make.</summary>
    private bool IsPrivileged(TaintResult result)
    {
        if (!IsSendersOwn(result))
            return false;
        return checks.Precede(result.Hit) || IsAdministered(SenderOf(result.Hit));
    }

    private static bool IsSendersOwn(TaintResult result)
    {
        Rule rule = result.Hit.Sink.Rule;
        // What an administrator uploads is his own; other sources of rules' own are secrets, or archives that others packed.
        bool isOwn = rule.Flow!.OwnSources.Count > 0 && !rule.Cwes.Contains(Upload);
        return !isOwn && (rule.Cvss.Contains("/UI:N", StringComparison.Ordinal) || IsOfControl(result.Hit));
    }

    private bool IsOfAccount(IrFunction function)
    {
        if (!owned.TryGetValue(function.Id, out bool known))
        {
            known = doors.All(function, (_, door) => OneAccount.IsClosed(door));
            owned.Add(function.Id, known);
        }

        return known;
    }

    /// <summary>The function that stands nearest to who sent it: what lies in a static, or in an object that the framework keeps, was left
    /// there by another than the one who reads it.</summary>
    private IrFunction SenderOf(Hit hit)
    {
        IrFunction sender = hit.Node.Context.Function;
        Node first = First(hit.Node);
        for (int depth = 0; depth < MaxDepth && first.Exit is { } exit; depth++)
        {
            IrFunction function = exit.Node.Context.Function;
            if (exit.Key.Kind is ExitKind.Static or ExitKind.View or ExitKind.Stored || program.Callers[function.Id] is not { Count: > 0 })
                sender = function;
            first = First(exit.Node);
        }

        return sender;
    }

    public static Node First(Node node)
    {
        while (node.Previous is { } before)
            node = before;
        return node;
    }

    private static bool IsOfControl(Hit hit)
    {
        Node first = First(hit.Node);
        if (first.At < 0)
            return false;
        Instruction code = first.Context.Function.Code[first.At];
        return code.Op == Op.Call
            && first.Context.Function.Calls[code.X].Target.Type.StartsWith("System.Web.UI.", StringComparison.Ordinal);
    }

    /// <summary>Every door from which a function is reached is the administrators'.</summary>
    private bool IsAdministered(IrFunction function)
    {
        if (!administered.TryGetValue(function.Id, out bool known))
        {
            known = doors.All(function, (_, door) => AdministratorChecks.Demands(door.Guards));
            administered.Add(function.Id, known);
        }

        return known;
    }

    private bool IsCommand(IrFunction function) => doors.All(function, (_, door) => door.Kind == EntryPointKind.Main);

    private static bool IsBrowserProgram(IrFunction main) =>
        Array.Exists(main.Calls, site => site.Target.Type.EndsWith("WebAssemblyHostBuilder", StringComparison.Ordinal));

    private static bool AsksNetwork(Hit hit)
    {
        for (Hit? at = hit; at is not null; at = at.Inner)
        {
            if (AsksNetwork(at.Node.Context.Function))
                return true;
        }

        return false;
    }

    private static bool AsksNetwork(IrFunction function) =>
        Array.Exists(
            function.Calls,
            site => site.Target.Type is "System.Net.Http.HttpClient" or "System.Net.WebClient" or "System.Net.WebRequest"
        );
}
