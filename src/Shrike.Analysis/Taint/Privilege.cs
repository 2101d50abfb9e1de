using Shrike.Analysis.Facts;
using Shrike.Analysis.Ir;
using Shrike.Analysis.Rules;

namespace Shrike.Analysis.Taint;

/// <summary>Whether only the administrators of the installation can send what a flow starts with: they have what it would win
/// them. A rule whose victim is the caller (script in a page, redirection) is no lesser for that.</summary>
internal sealed class Privilege(IrProgram program, IReadOnlyDictionary<int, EntryPoint> doors, Func<int, FunctionFacts> factsOf)
{
    private const int MaxCallers = 200;

    private readonly Dictionary<int, bool> administered = [];
    private readonly AdministratorChecks checks = new(program, factsOf);

    public bool IsNeeded(TaintResult result) =>
        result.Hit.Sink.Rule.Cvss.Contains("/UI:N", StringComparison.Ordinal)
        && result.Hit.Sink.Rule.Flow!.OwnSources.Count == 0
        && (IsAdministered(result.Hit.Node.Context.Function) || checks.Precede(result.Hit));

    /// <summary>Every door from which a function is reached is the administrators'.</summary>
    private bool IsAdministered(IrFunction function)
    {
        if (administered.TryGetValue(function.Id, out bool known))
            return known;
        var seen = new HashSet<int> { function.Id };
        var open = new Queue<int>([function.Id]);
        bool any = false;
        bool all = true;
        while (all && open.TryDequeue(out int id))
        {
            if (doors.TryGetValue(id, out EntryPoint? door))
            {
                any = true;
                all = AdministratorChecks.Demands(door.Guards);
                continue;
            }

            all = seen.Count < MaxCallers && program.Callers[id] is { Count: > 0 };
            foreach ((int caller, _) in program.Callers[id] ?? [])
            {
                if (!program.Functions[caller].InTestCode && seen.Add(caller))
                    open.Enqueue(caller);
            }
        }

        administered[function.Id] = any && all;
        return any && all;
    }
}
