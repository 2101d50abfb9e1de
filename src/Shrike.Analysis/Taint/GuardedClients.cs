using System.Text.RegularExpressions;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>Clients that are known by a name, and whose registration refuses inner addresses: `AddHttpClient("x").EnableSsrfProtection()`
/// decides what `CreateClient("x")` connects to.</summary>
internal sealed partial class GuardedClients(IrProgram program, Func<int, FunctionFacts> factsOf)
{
    private const int MaxChain = 16;
    private HashSet<string>? names;

    /// <summary>The call goes through a client that connects to no inner address.</summary>
    public bool Serve(FunctionFacts facts, int instruction)
    {
        ref Instruction code = ref facts.Function.Code[instruction];
        if (code.Op != Op.Call)
            return false;
        CallSite site = facts.Function.Calls[code.X];
        int client = site.Receiver >= 0 || !site.Target.IsExtension ? site.Receiver : site.Arguments.FirstOrDefault(-1);
        return client >= 0
            && facts.Function.RegisterTypes[client].Is("System.Net.Http.HttpClient")
            && NameOf(facts, client, instruction) is { } name
            && (names ??= Guarded()).Contains(name);
    }

    private static string? NameOf(FunctionFacts facts, int client, int at)
    {
        int made = facts.OriginAt(client, at);
        if (
            made >= 0
            && facts.Function.Code[made].Op == Op.LoadField
            && facts.Results?.OnlyStore(facts.Function.Members[facts.Function.Code[made].X]) is { } store
        )
        {
            facts = store.Facts;
            made = facts.OriginAt(store.Register, store.Instruction);
        }

        return made >= 0 && facts.Function.Code[made].Op == Op.Call && facts.Function.Calls[facts.Function.Code[made].X] is var call
            ? Name(facts, call, made, "CreateClient")
            : null;
    }

    /// <summary>The constant name that a call of a method gives.</summary>
    private static string? Name(FunctionFacts facts, CallSite call, int at, string method)
    {
        if (call.Target.Name != method || call.Target.IsSource)
            return null;
        foreach (int argument in call.Arguments)
        {
            if (argument >= 0 && facts.Constants.At(argument, facts.BlockOf[at], at).Value is string name)
                return name;
        }

        return null;
    }

    private HashSet<string> Guarded()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (IrFunction function in program.Functions)
        {
            if (function.InTestCode || !Array.Exists(function.Calls, c => c.Target.Name == "AddHttpClient"))
                continue;
            for (int i = 0; i < function.Code.Length; i++)
            {
                if (
                    function.Code[i].Op == Op.Call
                    && Refusing().IsMatch(function.Calls[function.Code[i].X].Target.Name)
                    && Registered(factsOf(function.Id), i) is { } name
                )
                    found.Add(name);
            }
        }

        return found;
    }

    /// <summary>The name of the client whose registration goes on with this call.</summary>
    private static string? Registered(FunctionFacts facts, int at)
    {
        for (int n = 0; n < MaxChain && at >= 0 && facts.Function.Code[at].Op == Op.Call; n++)
        {
            CallSite call = facts.Function.Calls[facts.Function.Code[at].X];
            if (Name(facts, call, at, "AddHttpClient") is { } name)
                return name;
            at = facts.OriginAt(call.Receiver >= 0 ? call.Receiver : call.Arguments.FirstOrDefault(-1), at);
        }

        return null;
    }

    [GeneratedRegex(
        "ssrf|(no|block|deny|refuse|without|prevent)(private|internal|local)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Refusing();
}
