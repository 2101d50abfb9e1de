using Shrike.Analysis.Findings;
using Shrike.Analysis.Ir;
using Shrike.Analysis.Rules;

namespace Shrike.Analysis.Taint;

/// <summary>Secrets written in the code: from each sink of a rule whose source is a literal, back to the text or the bytes
/// that reach it, through variables, fields, parameters and results. Sinks are few, so going backwards costs little.</summary>
internal sealed class LiteralFinder(IrProgram program, RuleMatcher matcher, Func<int, FunctionFacts> factsOf)
{
    private const int MaxVisited = 400;

    /// <summary>A literal that reaches a sink, with the places on the way, the literal's first.</summary>
    internal sealed record Found(
        Sink Sink,
        IrFunction Function,
        int Instruction,
        IReadOnlyList<(IrFunction Function, int Instruction)> Path
    );

    private Dictionary<int, List<(int Function, int Instruction)>>? stores;

    public IEnumerable<Found> Find(CancellationToken cancel)
    {
        foreach (IrFunction function in program.Functions)
        {
            cancel.ThrowIfCancellationRequested();
            for (int i = 0; i < function.Code.Length; i++)
            {
                ref Instruction code = ref function.Code[i];
                (MemberRef? member, bool writes) = code.Op switch
                {
                    Op.Call => (function.Calls[code.X].Target, false),
                    Op.StoreField => (function.Members[code.X], true),
                    _ => (null, false),
                };
                if (member is null)
                    continue;
                foreach (Sink sink in matcher.Of(member, writes).Sinks)
                {
                    if (sink.Rule.Flow!.Sources.Contains(SourceKind.Literal) && From(sink, function, i) is { } found)
                        yield return found;
                }
            }
        }
    }

    private Found? From(Sink sink, IrFunction function, int i)
    {
        FunctionFacts facts = factsOf(function.Id);
        if (!facts.Constants.Reachable[facts.BlockOf[i]])
            return null;
        foreach (int register in Registers(sink, function, i))
        {
            if (Trace(sink, function, register, i) is { } path && (path.Count > 1 || Conditions.Hold(sink.Spec.When, facts, i)))
                return new Found(sink, function, i, path);
        }

        return null;
    }

    private static IEnumerable<int> Registers(Sink sink, IrFunction function, int i)
    {
        Instruction code = function.Code[i];
        if (code.Op == Op.StoreField)
            return [code.B];
        int[] arguments = function.Calls[code.X].Arguments;
        return sink.Places.Where(p => p >= 0 && p < arguments.Length).Select(p => arguments[p]);
    }

    /// <summary>The call through whose result a function was entered: what its parameters hold is that call's.</summary>
    private sealed record Entered(IrFunction Caller, int Instruction, Entered? Before);

    /// <summary>A register to be followed back.</summary>
    private readonly record struct Step(IrFunction Function, int Register, int At, Entered? Through, List<(IrFunction, int)> Path);

    private List<(IrFunction, int)>? Trace(Sink sink, IrFunction start, int register, int at)
    {
        var open = new Queue<Step>();
        var seen = new HashSet<(int, int, int, int)>();
        open.Enqueue(new Step(start, register, at, null, []));
        while (open.TryDequeue(out Step item) && seen.Count < MaxVisited)
        {
            // What tests pass to the code that they try out is not what it runs with.
            if (item.Register < 0 || (item.Function.InTestCode && !start.InTestCode))
                continue;
            if (!seen.Add((item.Function.Id, item.Register, item.Through?.Caller.Id ?? -1, item.Through?.Instruction ?? -1)))
                continue;
            FunctionFacts facts = factsOf(item.Function.Id);
            Known known = facts.Constants.At(item.Register, facts.BlockOf[item.At], item.At);
            if (known.Value is string text)
            {
                if (LooksSecret(text) && HoldsSecret(sink, text))
                    return item.Path.Count == 0 ? [(item.Function, item.At)] : item.Path;
                continue;
            }

            if (known.IsConstant)
                continue;
            int parameter = Array.IndexOf(item.Function.Parameters, item.Register);
            if (parameter >= 0)
            {
                foreach ((IrFunction from, int instruction, Entered? before) in CallersOf(item))
                {
                    int[] arguments = from.Calls[from.Code[instruction].X].Arguments;
                    if (parameter < arguments.Length)
                        open.Enqueue(new Step(from, arguments[parameter], instruction, before, [(from, instruction), .. item.Path]));
                }
            }

            foreach (int mention in facts.Mentions(item.Register))
            {
                Instruction code = item.Function.Code[mention];
                List<(IrFunction, int)> path = [(item.Function, mention), .. item.Path];
                if (code.Op == Op.StoreElement && code.A == item.Register && IsBytes(facts, item.Register))
                    return path;
                if (code.Dst == item.Register)
                    Follow(item, code, mention, path, open);
            }
        }

        return null;
    }

    private IEnumerable<(IrFunction Caller, int Instruction, Entered? Before)> CallersOf(Step item) =>
        item.Through is { } through
            ? [(through.Caller, through.Instruction, through.Before)]
            : (program.Callers[item.Function.Id] ?? [])
                .Select(c => (Caller: program.Functions[c.Function], c.Instruction, (Entered?)null))
                // What a library is handed beside a function is not what it calls the function with.
                .Where(c => c.Caller.Calls[c.Caller.Code[c.Instruction].X].Callees.Contains(item.Function.Id));

    /// <summary>An array of constants: a key or an IV written as numbers.</summary>
    private static bool IsBytes(FunctionFacts facts, int array)
    {
        if (facts.Function.RegisterTypes[array].Name != "System.Byte[]")
            return false;
        int elements = 0;
        foreach (int mention in facts.Mentions(array))
        {
            Instruction code = facts.Function.Code[mention];
            if (code.Op != Op.StoreElement || code.A != array)
                continue;
            if (!facts.Constants.At(code.C, facts.BlockOf[mention], mention).IsConstant)
                return false;
            elements++;
        }

        return elements >= 8;
    }

    private void Follow(Step item, Instruction code, int at, List<(IrFunction, int)> path, Queue<Step> open)
    {
        IrFunction function = item.Function;
        void Open(int register) => open.Enqueue(new Step(function, register, at, item.Through, path));
        switch (code.Op)
        {
            case Op.Move:
                Open(code.A);
                break;
            case Op.LoadField:
                foreach ((int writer, int instruction) in StoresOf(function.Members[code.X]))
                {
                    IrFunction by = program.Functions[writer];
                    open.Enqueue(new Step(by, by.Code[instruction].B, instruction, null, [(by, instruction), .. path]));
                }

                break;
            case Op.Call:
                CallSite site = function.Calls[code.X];
                if (site.Callees.Length == 1)
                {
                    IrFunction callee = program.Functions[site.Callees[0]];
                    for (int i = 0; i < callee.Code.Length; i++)
                    {
                        if (callee.Code[i].Op == Op.Return)
                            open.Enqueue(
                                new Step(callee, callee.Code[i].A, i, new Entered(function, at, item.Through), [(callee, i), .. path])
                            );
                    }
                }
                else if (
                    site.Target.Name
                        is "GetBytes"
                            or "FromBase64String"
                            or "FromHexString"
                            or "ToCharArray"
                            or "Parse"
                            or "op_Implicit"
                            or "ToArray"
                            or "AsSpan"
                    && site.Arguments.Length > 0
                )
                {
                    Open(site.Arguments[0]);
                }
                else if (site.Target.Name is "ToCharArray" or "Trim" or "ToString")
                {
                    Open(site.Receiver);
                }

                break;
            case Op.Binary when (BinaryOp)code.X == BinaryOp.Add:
                Open(code.B);
                break;
            default:
                break;
        }
    }

    private List<(int Function, int Instruction)> StoresOf(MemberRef member)
    {
        if (stores is null)
        {
            stores = [];
            foreach (IrFunction function in program.Functions)
            {
                for (int i = 0; i < function.Code.Length; i++)
                {
                    if (function.Code[i].Op != Op.StoreField)
                        continue;
                    int step = function.Members[function.Code[i].X].Step;
                    if (!stores.TryGetValue(step, out List<(int, int)>? list))
                        stores.Add(step, list = []);
                    if (list.Count < 16)
                        list.Add((function.Id, i));
                }
            }
        }

        return member.IsSource && stores.TryGetValue(member.Step, out List<(int, int)>? found) ? found : [];
    }

    /// <summary>Of a text with several settings, the part that was written down must be the secret one; a bare value is it.</summary>
    private static bool HoldsSecret(Sink sink, string text) =>
        !text.AsSpan().ContainsAny(';', '=')
        || sink.Spec.When.All(c => c.Matches is not { } pattern || c.Property is not null || Conditions.Pattern(pattern).IsMatch(text));

    /// <summary>Not empty, no placeholder, no setting's name.</summary>
    private static bool LooksSecret(string text)
    {
        if (text.Length is < 3 or > 2000 || text.Trim().Length == 0)
            return false;
        if (
            text.StartsWith('<')
            || text.StartsWith('{')
            || text.StartsWith("${", StringComparison.Ordinal)
            || text.Contains("://", StringComparison.Ordinal)
        )
            return false;
        return !text.Equals("password", StringComparison.OrdinalIgnoreCase)
            && !text.Contains("changeme", StringComparison.OrdinalIgnoreCase)
            && text.Distinct().Count() > 1;
    }
}
