using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>Why script that comes back to whoever sent it is no attack on another: nobody else can make the victim's browser send
/// it. The flow is there, so the finding stays, and weighs less.</summary>
internal sealed class Reflected(IrProgram program, Doors doors, Func<int, FunctionFacts> factsOf)
{
    private const int MaxCallers = 200;
    private const int MaxSteps = 400;

    private readonly HashSet<int> markup = [.. program.Checks.Where(c => c.Pattern == MemberCheck.Markup).Select(c => c.Step)];

    /// <summary>In words, what stands between the victim and the flow; null where nothing does.</summary>
    public string? Barrier(TaintResult result)
    {
        if (result.Source != SourceKind.Remote || !result.Hit.Sink.Rule.Id.StartsWith("xss", StringComparison.Ordinal))
            return null;
        Node origin = Origin(result.Hit.Node);
        if (IsHeader(origin))
            return "no link or form of another site can set this header";
        IrFunction function = origin.Context.Function;
        if (doors.All(function, (_, door) => NeedsToken(door)))
            return "the request must carry a token that other sites do not have";
        if (
            result.Hit.Sink.Rule.Id == "xss"
            && !HasMarkup(result)
            && IsParameter(origin)
            && doors.All(function, (_, door) => door.RefusesMarkup)
        )
            return "request validation refuses markup here";
        return null;
    }

    private static bool NeedsToken(EntryPoint door) =>
        door.Guards.Antiforgery is { } text
        && (
            text.Contains("ValidateAntiForgeryToken", StringComparison.Ordinal)
            || (door.Verbs.Count > 0 && !door.Verbs.Any(verb => verb is "GET" or "HEAD" or "OPTIONS" or "TRACE"))
        );

    private static bool IsParameter(Node origin) => origin.Source?.StartsWith("request parameter", StringComparison.Ordinal) == true;

    /// <summary>A header by which browsers tell of themselves or of the server; of the page before, an attacker's site decides.</summary>
    private bool IsHeader(Node origin)
    {
        if (origin.Source is not ("request header" or "server variable") || origin.At < 0)
            return false;
        IrFunction function = origin.Context.Function;
        Instruction read = function.Code[origin.At];
        if (read.Op == Op.Call && function.Calls[read.X].Target.Name == "UrlReferrer")
            return false;
        foreach (int use in origin.Context.Facts.Mentions(read.Dst))
        {
            if (use <= origin.At || function.Code[use].Op != Op.Call || function.Calls[function.Code[use].X] is not { } site)
                continue;
            int key = site.Receiver == read.Dst && site.Arguments.Length > 0 ? site.Arguments[0] : -1;
            return key < 0 || NamesOf(origin.Context.Facts, key, use) is { Count: > 0 } names && names.TrueForAll(IsOwn);
        }

        return false;
    }

    private static bool IsOwn(string name) =>
        name.Replace('_', '-').ToUpperInvariant()
            is not ("REFERER" or "REFERRER" or "HTTP-REFERER" or "HTTP-REFERRER" or "HTTP-COOKIE" or "COOKIE" or "QUERY-STRING")
        && !name.Contains("URL", StringComparison.OrdinalIgnoreCase)
        && !name.Contains("PATH", StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith("ALL_", StringComparison.OrdinalIgnoreCase);

    /// <summary>The constant names that a register can hold: here, or at every call of the function.</summary>
    private List<string>? NamesOf(FunctionFacts facts, int register, int at)
    {
        if (facts.Constants.At(register, facts.BlockOf[at], at) is { IsConstant: true, Value: string text })
            return [text];
        int parameter = Array.IndexOf(facts.Function.Parameters, register);
        if (parameter < 0 || program.Callers[facts.Function.Id] is not { Count: > 0 and < MaxCallers } callers)
            return null;
        var names = new List<string>();
        foreach ((int caller, int instruction) in callers)
        {
            FunctionFacts own = factsOf(caller);
            CallSite site = own.Function.Calls[own.Function.Code[instruction].X];
            if (
                parameter >= site.Arguments.Length
                || own.Constants.At(site.Arguments[parameter], own.BlockOf[instruction], instruction)
                    is not { IsConstant: true, Value: string name }
            )
                return null;
            names.Add(name);
        }

        return names;
    }

    private static Node Origin(Node node)
    {
        for (int n = 0; n < MaxSteps; n++)
        {
            // What a call made of a value came from the value: only what arose in the callee came from there.
            if (node.Previous is { } previous)
                node = previous;
            else if (node.Exit is { } exit)
                node = exit.Node;
            else if (node.Source is null && node.Context.Entrances is [var entrance, ..])
                node = entrance.Node;
            else
                break;
        }

        return node;
    }

    /// <summary>The flow goes through a member that may hold markup.</summary>
    private bool HasMarkup(TaintResult result)
    {
        if (markup.Count == 0)
            return false;
        for (Hit? hit = result.Hit; hit is not null; hit = hit.Inner)
        {
            Node? node = hit.Node;
            for (int n = 0; node is not null && n < MaxSteps; n++)
            {
                IrFunction function = node.Context.Function;
                if (node.At >= 0 && function.Code[node.At] is { Op: Op.LoadField or Op.StoreField } code && IsMarkup(function, code))
                    return true;
                node = node.Exit?.Node ?? node.Previous;
            }
        }

        return false;
    }

    private bool IsMarkup(IrFunction function, in Instruction code) => markup.Contains(function.Members[code.X].Step);
}
