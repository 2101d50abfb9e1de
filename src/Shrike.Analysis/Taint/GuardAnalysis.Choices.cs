using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>Checks that stand in function values, that speak of a part of a path, or that a called function makes of a member.</summary>
internal sealed partial class GuardAnalysis
{
    private const int MaxMembersChecked = 8;

    /// <summary>The parameter of the predicate that is looked at: an element of the list that is asked.</summary>
    private (int Function, int Register)? element;

    private bool IsElement(FunctionFacts facts, int register, int at)
    {
        if (element is not { } e || e.Function != facts.Function.Id)
            return false;
        for (int i = 0; i < 4 && register >= 0; i++)
        {
            if (register == e.Register)
                return true;
            int definition = facts.DefinitionAt(register, at);
            if (definition < 0)
                return false;
            ref Instruction code = ref facts.Function.Code[definition];
            register = code.Op switch
            {
                Op.Move => code.A,
                Op.Call when Trimming.Contains(facts.Function.Calls[code.X].Target.Name) => facts.Function.Calls[code.X].Receiver,
                _ => -1,
            };
            at = definition;
        }

        return false;
    }

    /// <summary>`allowed.Any(e => name.EndsWith(e))`: for some element the predicate says so, of what it captured as well.</summary>
    private void CollectQuantified(FunctionFacts facts, CallSite site, int at, List<Cleared> branch, bool ofTrue)
    {
        if (site.Arguments.Length == 0 || depth >= 5 || facts.ClosureAt(site.Arguments[^1], at) is not { Callees: [int lambda] } closure)
            return;
        IrFunction predicate = program.Functions[lambda];
        if (predicate.Parameters.Length != 1 || predicate.Code.Length > MaxValidatorSize)
            return;
        (int, int)? outer = element;
        element = (lambda, predicate.Parameters[0]);
        depth++;
        List<Cleared>? proved = null;
        FunctionFacts own = factsOf(lambda);
        for (int i = 0; i < predicate.Code.Length; i++)
        {
            if (predicate.Code[i].Op != Op.Return)
                continue;
            var onTrue = new List<Cleared>();
            var onFalse = new List<Cleared>();
            Collect(own, predicate.Code[i].A, i, onTrue, onFalse, 1);
            // One return is the rule; with several, nothing is proved by any alone.
            proved = proved is null ? (ofTrue ? onTrue : onFalse) : [];
        }

        depth--;
        element = outer;
        foreach (Cleared cleared in proved ?? [])
        {
            int capture = Array.IndexOf(predicate.Captures, cleared.Register);
            if (capture >= 0 && capture < closure.Captured.Length)
                Clear(facts, closure.Captured[capture], at, cleared.Contexts, branch, cleared.Path);
        }
    }

    /// <summary>Stands for every register: the path's only step is the last one of what is meant.</summary>
    public const int AnyRegister = -9;

    /// <summary>`ModelState.IsValid`, `validator.Validate(model).IsValid`: members are as their declarations demand.</summary>
    private void CollectValidModel(FunctionFacts facts, CallSite site, int at, List<Cleared> onTrue)
    {
        bool isModelState = site.Target.Type.EndsWith("ModelStateDictionary", StringComparison.Ordinal);
        if (!isModelState && !site.Target.Type.EndsWith("ValidationResult", StringComparison.Ordinal) && site.Target.IsResolved)
            return;
        foreach ((int step, ulong contexts) in declared.All)
            onTrue.Add(new Cleared(AnyRegister, paths.Prepend(step, AccessPaths.Empty), contexts));
    }

    /// <summary>An address whose host was checked, and the text that it was read from.</summary>
    private void ClearAddress(FunctionFacts facts, int address, int at, ulong contexts, List<Cleared> into)
    {
        if (contexts == 0)
            return;
        Clear(facts, address, at, contexts, into);
        for (int i = 0; i < 4 && address >= 0; i++)
        {
            int definition = facts.DefinitionAt(address, at);
            if (definition >= 0 && facts.Function.Code[definition].Op == Op.Move)
            {
                address = facts.Function.Code[definition].A;
                at = definition;
                continue;
            }

            foreach (int mention in definition >= 0 ? [definition] : facts.Mentions(address).ToArray())
            {
                if (
                    facts.Function.Code[mention].Op == Op.Call
                    && facts.Function.Calls[facts.Function.Code[mention].X]
                        is { Target: { Type: "System.Uri", Kind: MemberKind.Constructor or MemberKind.Method }, Arguments: [var text, ..] }
                    && text != address
                )
                    Clear(facts, text, mention, contexts, into);
            }

            return;
        }
    }

    /// <summary>What a check of a part of a path says of the whole: the extension decides what an upload is, and a path whose
    /// full form lies below a root does so in any form.</summary>
    private (int Register, ulong Contexts) PartOfPath(CallSite site)
    {
        if (site.Target.Type == "System.IO.Path" && site.Arguments.Length > 0)
        {
            switch (site.Target.Name)
            {
                case "GetExtension":
                    return (site.Arguments[0], matcher.Contexts.Mask(["upload"]));
                case "GetFileName":
                    return (site.Arguments[0], matcher.Contexts.Mask(["upload"]));
                case "GetFullPath":
                    return (site.Arguments[0], matcher.Contexts.Mask(["path", "zip"]));
                default:
                    break;
            }
        }

        return site.Target switch
        {
            { Name: "Extension", Kind: MemberKind.Getter, Type: "System.IO.FileInfo" or "System.IO.FileSystemInfo" } => (
                site.Receiver,
                matcher.Contexts.Mask(["upload"])
            ),
            {
                Name: "FullName",
                Kind: MemberKind.Getter,
                Type: "System.IO.FileInfo" or "System.IO.DirectoryInfo" or "System.IO.FileSystemInfo"
            } => (site.Receiver, matcher.Contexts.Mask(["path", "zip"])),
            _ => (-1, 0),
        };
    }

    /// <summary>A path that was made canonical, on every way on which it comes here.</summary>
    private bool IsCanonical(FunctionFacts facts, int register, int at, int level)
    {
        if (level > 8 || register < 0)
            return false;
        int definition = facts.DefinitionAt(register, at);
        if (definition >= 0)
            return IsCanonicalResult(facts, definition, level);
        bool any = false;
        foreach (int mention in facts.Mentions(register))
        {
            ref Instruction code = ref facts.Function.Code[mention];
            if (
                code.Dst != register
                || facts.Constants.At(register, facts.BlockOf[mention], mention + 1).Value is null && IsNull(facts, code)
            )
                continue;
            if (!IsCanonicalResult(facts, mention, level))
                return false;
            any = true;
        }

        return any;
    }

    private static bool IsNull(FunctionFacts facts, in Instruction code) => code.Op == Op.Const && facts.Function.Constants[code.X] is null;

    private bool IsCanonicalResult(FunctionFacts facts, int definition, int level)
    {
        ref Instruction code = ref facts.Function.Code[definition];
        switch (code.Op)
        {
            case Op.Move:
                return IsCanonical(facts, code.A, definition, level + 1);
            case Op.LoadField:
                return facts.Function.Members[code.X].Name == "FullName";
            case Op.Call:
                break;
            default:
                return false;
        }

        CallSite site = facts.Function.Calls[code.X];
        if (site.Target.Name is "GetFullPath" or "GetFinalPathName" or "FullName" or "ResolveLinkTarget" or "MapPath" or "LocalPath")
            return true;
        if (Trimming.Contains(site.Target.Name) && site.Receiver >= 0)
            return IsCanonical(facts, site.Receiver, definition, level + 1);
        if (site.Callees is [int callee])
            return AllReturns(callee, (own, value, at) => IsCanonical(own, value, at, level + 1));
        return site.Callees.Length == 0
            && CallShapes.Keeps(site.Target)
            && AreCanonical(facts, site.Receiver >= 0 ? site.Receiver : site.Arguments.FirstOrDefault(-1), definition, level + 1);
    }

    /// <summary>`paths.Select(p => Path.GetFullPath(p))`, `Directory.GetFiles(root)`: a sequence of canonical paths.</summary>
    private bool AreCanonical(FunctionFacts facts, int register, int at, int level)
    {
        int definition = level > 8 || register < 0 ? -1 : facts.DefinitionAt(register, at);
        if (definition < 0)
            return false;
        ref Instruction code = ref facts.Function.Code[definition];
        if (code.Op == Op.Move)
            return AreCanonical(facts, code.A, definition, level + 1);
        if (code.Op != Op.Call)
            return false;
        CallSite site = facts.Function.Calls[code.X];
        if (site.Target.Type == "System.IO.Directory")
            return true;
        int source = site.Receiver >= 0 ? site.Receiver : site.Arguments.FirstOrDefault(-1);
        if (site.Target.Name == "Select" && site.Arguments.Length > 0)
        {
            return facts.ClosureAt(site.Arguments[^1], definition) switch
            {
                { Method.Name: "GetFullPath" } => true,
                { Callees: [int lambda] } => AllReturns(lambda, (own, value, i) => IsCanonical(own, value, i, level + 1)),
                _ => false,
            };
        }

        return CallShapes.Keeps(site.Target) && AreCanonical(facts, source, definition, level + 1);
    }

    private bool AllReturns(int function, Func<FunctionFacts, int, int, bool> holds)
    {
        IrFunction callee = program.Functions[function];
        if (callee.Code.Length > MaxValidatorSize)
            return false;
        FunctionFacts own = factsOf(function);
        bool any = false;
        for (int i = 0; i < callee.Code.Length; i++)
        {
            if (callee.Code[i].Op != Op.Return || !own.Constants.Reachable[own.BlockOf[i]])
                continue;
            if (!holds(own, callee.Code[i].A, i))
                return false;
            any = true;
        }

        return any;
    }

    /// <summary>A called function that tells by its result whether a member of its argument is harmless.</summary>
    private void CollectMembersChecked(
        FunctionFacts facts,
        CallSite site,
        int argument,
        int at,
        List<Cleared> onTrue,
        List<Cleared> onFalse
    )
    {
        if (site.Callees is not [int callee] || depth >= 5)
            return;
        IrFunction function = program.Functions[callee];
        if (function.Code.Length > MaxValidatorSize || facts.Function.RegisterTypes[site.Arguments[argument]].Kind is not ValueKind.Object)
            return;
        int parameter = function.Parameters[argument];
        if (!MayCheck(callee, parameter))
            return;
        foreach (int path in MembersChecked(callee, parameter))
        {
            Survival survival = OfParameter(callee, parameter, path);
            if (survival.WhenTrue != ulong.MaxValue)
                Clear(facts, site.Arguments[argument], at, ~survival.WhenTrue, onTrue, path);
            if (survival.WhenFalse != ulong.MaxValue)
                Clear(facts, site.Arguments[argument], at, ~survival.WhenFalse, onFalse, path);
        }
    }

    /// <summary>The paths from a register that conditions of a function speak of.</summary>
    public IEnumerable<int> MembersChecked(int function, int register)
    {
        FunctionFacts facts = factsOf(function);
        var checkedPaths = new HashSet<int>();
        depth++;
        for (int b = 0; b < facts.Function.Blocks.Length && checkedPaths.Count < MaxMembersChecked; b++)
        {
            (Cleared[] onTrue, Cleared[] onFalse) = OfBlock(facts, b);
            Add(onTrue);
            Add(onFalse);
        }

        for (int i = 0; i < facts.Function.Code.Length && checkedPaths.Count < MaxMembersChecked; i++)
        {
            if (facts.Function.Code[i].Op != Op.Return || facts.Function.Code[i].A < 0)
                continue;
            var proved = new List<Cleared>();
            Collect(facts, facts.Function.Code[i].A, i, proved, proved, 0);
            checkedPaths.UnionWith(proved.Where(c => c.Register == register && c.Path != AccessPaths.Empty).Select(c => c.Path));
        }

        depth--;
        return checkedPaths;

        void Add(Cleared[] cleared)
        {
            foreach (Cleared clear in cleared)
            {
                if (clear.Register == register && clear.Path != AccessPaths.Empty)
                    checkedPaths.Add(clear.Path);
            }
        }
    }
}
