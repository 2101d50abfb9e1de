using Shrike.Analysis.Findings;
using Shrike.Analysis.Ir;
using Shrike.Analysis.Rules;

namespace Shrike.Analysis.Taint;

/// <summary>Places that are a flaw by themselves: a call, a construction, an assignment with a telling constant.</summary>
internal sealed class PatternFinder(IrProgram program, RuleMatcher matcher, Func<int, FunctionFacts> factsOf)
{
    private const int MaxHops = 3;
    private const int MaxCallers = 8;

    public IEnumerable<(Rule Rule, PatternSpec Pattern, IrFunction Function, int Instruction)> Find(CancellationToken cancel)
    {
        foreach (IrFunction function in program.Functions)
        {
            cancel.ThrowIfCancellationRequested();
            for (int i = 0; i < function.Code.Length; i++)
            {
                (MemberRef? member, bool writes) = function.Code[i].Op switch
                {
                    Op.Call => (function.Calls[function.Code[i].X].Target, false),
                    Op.LoadField => (function.Members[function.Code[i].X], false),
                    Op.StoreField => (function.Members[function.Code[i].X], true),
                    _ => (null, false),
                };
                if (member is null)
                    continue;
                foreach ((Rule rule, PatternSpec pattern) in matcher.Of(member, writes).Patterns)
                {
                    if (Matches(factsOf(function.Id), i, pattern))
                        yield return (rule, pattern, function, i);
                }
            }
        }
    }

    private bool Matches(FunctionFacts facts, int i, PatternSpec pattern)
    {
        if (!facts.Constants.Reachable[facts.BlockOf[i]] || !Conditions.Hold(pattern.When, facts, i))
            return false;
        if (pattern.NameMatches is { } name && !NamesAround(facts, i, 0).Any(n => Conditions.Pattern(name).IsMatch(n)))
            return false;
        if (pattern.UnlessSet is null && pattern.OnlyIfSet is null)
            return true;
        int made = facts.Function.Code[i].Dst;
        Dictionary<string, Known> set = ObjectProperties.SetOn(facts, made);
        if (pattern.OnlyIfSet is { } only && !only.All(p => set.TryGetValue(p.Key, out Known v) && Is(v, p.Value)))
            return false;
        // Set to something unknown is not a flaw that can be shown.
        return pattern.UnlessSet is not { } unless
            || !unless.Any(p => set.TryGetValue(p.Key, out Known v) && (!v.IsConstant || Is(v, p.Value)));
    }

    private static bool Is(Known known, string wanted) =>
        known.IsConstant && (wanted == "*" || string.Equals(Conditions.Text(known.Value), wanted, StringComparison.OrdinalIgnoreCase));

    /// <summary>Names that say what a value is for: what it is assigned to, passed as, or called on, and the function's own.</summary>
    private List<string> NamesAround(FunctionFacts facts, int i, int hops)
    {
        IrFunction function = facts.Function;
        ref Instruction start = ref function.Code[i];
        var names = new List<string>();
        if (start.Op == Op.StoreField)
        {
            names.Add(function.Members[start.X].Name);
            return names;
        }

        if (start.Op == Op.Call && function.Calls[start.X] is { Target.Kind: MemberKind.Setter } setter)
        {
            names.Add(setter.Target.Name);
            return names;
        }

        names.Add(function.Display[(function.Display.LastIndexOf('.') + 1)..]);
        if (start.Op == Op.Call)
            AddNamesOf(facts, function.Calls[start.X].Arguments, i, names, 0);
        bool isAnswer = false;
        var registers = new Queue<int>();
        var seen = new HashSet<int>();
        registers.Enqueue(start.Dst);
        while (registers.TryDequeue(out int register) && seen.Count < 32)
        {
            if (register < 0 || !seen.Add(register))
                continue;
            if (function.RegisterNames[register] is { } own)
                names.Add(own);
            foreach (int mention in facts.Mentions(register))
            {
                ref Instruction code = ref function.Code[mention];
                if (code.Op is Op.Move or Op.Binary && (code.A == register || code.B == register))
                {
                    registers.Enqueue(code.Dst);
                }
                else if (code.Op == Op.Return && code.A == register)
                {
                    isAnswer = true;
                }
                else if (code.Op == Op.StoreField && code.B == register)
                {
                    names.Add(function.Members[code.X].Name);
                }
                else if (code.Op == Op.Call)
                {
                    CallSite site = function.Calls[code.X];
                    int argument = Array.IndexOf(site.Arguments, register);
                    if (argument >= 0 && site.Target.Kind == MemberKind.Setter)
                        names.Add(site.Target.Name);
                    else if (argument >= 0 && argument < site.Target.ParameterNames.Length && site.Target.IsSource)
                        names.Add(site.Target.ParameterNames[argument]);
                    if (argument >= 0 || site.Receiver == register)
                        registers.Enqueue(code.Dst);
                }
            }
        }

        if (function.IsHidden && hops < MaxHops)
            AddNamesOfCallers(function, isAnswer, names, hops);
        return names;
    }

    /// <summary>What a private function answers with is for what its callers want it for; and what does all that another does is
    /// for what that one is for.</summary>
    private void AddNamesOfCallers(IrFunction function, bool isAnswer, List<string> names, int hops)
    {
        if (program.Callers[function.Id] is not { Count: > 0 and <= MaxCallers } callers)
            return;
        foreach ((int caller, int instruction) in callers)
        {
            IrFunction by = program.Functions[caller];
            if (caller != function.Id && by.Code[instruction].Op == Op.Call && (isAnswer || by.Calls.Length == 1))
                names.AddRange(NamesAround(factsOf(caller), instruction, hops + 1));
        }
    }

    /// <summary>What goes into a call, and into the calls that make what goes into it.</summary>
    private static void AddNamesOf(FunctionFacts facts, int[] arguments, int at, List<string> names, int depth)
    {
        foreach (int argument in arguments)
        {
            if (argument < 0)
                continue;
            if (facts.Function.RegisterNames[argument] is { } own)
                names.Add(own);
            int definition = facts.DefinitionAt(argument, at);
            if (definition < 0 || depth > 2)
                continue;
            ref Instruction code = ref facts.Function.Code[definition];
            if (code.Op == Op.LoadField)
                names.Add(facts.Function.Members[code.X].Name);
            else if (code.Op == Op.Call)
                AddNamesOf(facts, facts.Function.Calls[code.X].Arguments, definition, names, depth + 1);
        }
    }
}
