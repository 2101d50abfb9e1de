using Shrike.Analysis.Facts;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>Through which entry points a function is reached.</summary>
internal sealed class Doors(IrProgram program, IReadOnlyDictionary<int, EntryPoint> doors)
{
    private const int MaxCallers = 200;

    /// <summary>Whether a function is reached through entry points alone, and all of them are as asked.</summary>
    public bool All(IrFunction function, Func<IrFunction, EntryPoint, bool> asked)
    {
        var seen = new HashSet<int> { function.Id };
        var open = new Queue<int>([function.Id]);
        bool any = false;
        while (open.TryDequeue(out int id))
        {
            if (doors.TryGetValue(id, out EntryPoint? door))
            {
                any = true;
                if (!asked(program.Functions[id], door))
                    return false;
                continue;
            }

            if (seen.Count >= MaxCallers || program.Callers[id] is not { Count: > 0 } callers)
                return false;
            foreach ((int caller, _) in callers)
            {
                if (!program.Functions[caller].InTestCode && seen.Add(caller))
                    open.Enqueue(caller);
            }
        }

        return any;
    }

    /// <summary>Whether an entry point of a kind leads to a function; so it is taken too where there are too many callers to look at.</summary>
    public bool Any(IrFunction function, Func<EntryPoint, bool> asked)
    {
        var seen = new HashSet<int> { function.Id };
        var open = new Queue<int>([function.Id]);
        while (open.TryDequeue(out int id))
        {
            if (doors.TryGetValue(id, out EntryPoint? door) && asked(door))
                return true;
            if (seen.Count >= MaxCallers)
                return true;
            foreach ((int caller, _) in program.Callers[id] ?? [])
            {
                if (!program.Functions[caller].InTestCode && seen.Add(caller))
                    open.Enqueue(caller);
            }
        }

        return false;
    }
}
