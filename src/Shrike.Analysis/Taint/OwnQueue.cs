using System.Text.RegularExpressions;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>Whether a message comes from a queue that the same program fills, and nothing that a request brought is put into that part of it:
/// who wants to send another has to get into the queue first.</summary>
internal sealed partial class OwnQueue(IrProgram program, IReadOnlyDictionary<int, EntryPoint> entryPoints, Solver solver)
{
    private const int MaxDepth = 100;

    private readonly Doors doors = new(program, entryPoints);
    private readonly Dictionary<(string Type, int Step, ulong Contexts), bool> known = [];
    private Dictionary<string, List<(IrFunction Function, int Register)>>? sent;

    public bool Brings(Hit hit)
    {
        Node first = Boundary.First(hit.Node);
        if (first is { At: < 0, Exit: null })
            return IsHanded(first.Context, first.Register) && IsSentHere(first.Context.Function, first.Register, first.Path, hit);
        // Read from the queue by a library, made into an object, and handed to the handler.
        for (int depth = 0; depth < MaxDepth && first.Exit is { } exit; depth++)
            first = Boundary.First(exit.Node);
        if (first.Source?.StartsWith("queue message", StringComparison.Ordinal) != true)
            return false;
        if (first.At >= 0 && IsHandler(first.Context.Function.Id) && IsSentHere(first.Context.Function, first.Register, first.Path, hit))
            return true;
        for (Hit? at = hit; at is not null; at = at.Inner)
        {
            TaintContext context = at.Node.Context;
            if (!context.IsZero && IsHanded(context, context.Register) && IsSentHere(context.Function, context.Register, context.Path, hit))
                return true;
        }

        return false;
    }

    private bool IsHanded(TaintContext context, int register) =>
        IsHandler(context.Function.Id) && Array.IndexOf(context.Function.Parameters, register) >= 0;

    private bool IsSentHere(IrFunction function, int register, int path, Hit hit)
    {
        ulong contexts = hit.Sink.Context;
        TypeRef type = function.RegisterTypes[register];
        if (!type.IsSource)
            return false;
        int step = solver.FirstStep(path);
        if (!known.TryGetValue((type.Name, step, contexts), out bool own))
        {
            own =
                Sent().TryGetValue(type.Name, out List<(IrFunction Function, int Register)>? places)
                && places.TrueForAll(place => !solver.RequestsAt(place.Function.Id, place.Register, step, contexts).Any(IsOfRequest));
            known.Add((type.Name, step, contexts), own);
        }

        return own;
    }

    /// <summary>A request's door leads there; what else arises far away came by a queue as well.</summary>
    private bool IsOfRequest(int function) =>
        !program.Functions[function].InTestCode
        && doors.Any(
            program.Functions[function],
            door => door.Kind is not (EntryPointKind.MessageHandler or EntryPointKind.Main or EntryPointKind.PublicApi)
        );

    private bool IsHandler(int function) =>
        entryPoints.TryGetValue(function, out EntryPoint? door) && door.Kind == EntryPointKind.MessageHandler;

    /// <summary>Where messages of each type are handed to a sender, or made into what is sent.</summary>
    private Dictionary<string, List<(IrFunction Function, int Register)>> Sent()
    {
        if (sent is not null)
            return sent;
        sent = new Dictionary<string, List<(IrFunction, int)>>(StringComparer.Ordinal);
        foreach (IrFunction function in program.Functions)
        {
            if (function.InTestCode)
                continue;
            foreach (CallSite site in function.Calls)
            {
                if (!Sending().IsMatch(site.Target.Name))
                    continue;
                foreach (int argument in site.Arguments)
                {
                    if (argument < 0 || !function.RegisterTypes[argument].IsSource)
                        continue;
                    string type = function.RegisterTypes[argument].Name;
                    if (!sent.TryGetValue(type, out List<(IrFunction, int)>? list))
                        sent.Add(type, list = []);
                    list.Add((function, argument));
                }
            }
        }

        return sent;
    }

    [GeneratedRegex("^(Send|Publish|Enqueue|Schedule|Produce|Serialize|Post|Emit|Raise)", RegexOptions.NonBacktracking)]
    private static partial Regex Sending();
}
