using System.Collections;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>A register, or what a path from it holds, that is harmless in some contexts.</summary>
internal readonly record struct Cleared(int Register, int Path, ulong Contexts);

/// <summary>What a branch or a return of a parameter proves about values: which contexts they are harmless in.</summary>
internal readonly record struct Survival(ulong AfterReturn, ulong WhenTrue, ulong WhenFalse);

/// <summary>Finds the checks that conditions make, here and inside the functions they call.</summary>
internal sealed partial class GuardAnalysis(
    RuleMatcher matcher,
    DeclaredContexts declared,
    IrProgram program,
    AccessPaths paths,
    Func<int, FunctionFacts> factsOf
)
{
    private const int MaxDepth = 12;
    private const int MaxValidatorSize = 400;

    private readonly Dictionary<(int Function, int Block), (Cleared[] OnTrue, Cleared[] OnFalse)> known = [];
    private readonly Dictionary<(int Function, int Register, int Path), Survival> survivals = [];
    private readonly Dictionary<(int Function, int Register), bool> checking = [];
    private int depth;

    private static readonly HashSet<string> NumericTypes = new(StringComparer.Ordinal)
    {
        "System.Int32",
        "System.Int64",
        "System.Int16",
        "System.Byte",
        "System.SByte",
        "System.UInt16",
        "System.UInt32",
        "System.UInt64",
        "System.Single",
        "System.Double",
        "System.Decimal",
        "System.Guid",
        "System.DateTime",
        "System.DateTimeOffset",
        "System.TimeSpan",
        "System.DateOnly",
        "System.TimeOnly",
        "System.Boolean",
        "System.Enum",
        "System.Net.IPAddress",
        "System.Numerics.BigInteger",
        "System.Char",
    };

    private static readonly Cleared[] Nothing = [];

    public (Cleared[] OnTrue, Cleared[] OnFalse) OfBlock(FunctionFacts facts, int block)
    {
        int condition = facts.Function.Blocks[block].Condition;
        if (condition < 0)
            return (Nothing, Nothing);
        if (known.TryGetValue((facts.Function.Id, block), out (Cleared[], Cleared[]) guards))
            return guards;
        known[(facts.Function.Id, block)] = (Nothing, Nothing);
        var onTrue = new List<Cleared>();
        var onFalse = new List<Cleared>();
        int definition = LastInBlock(facts, condition, block);
        if (definition < 0)
            definition = facts.Definition[condition];
        if (definition >= 0)
            CollectDefined(facts, definition, onTrue, onFalse, 0);
        else
            CollectFlag(facts, condition, facts.Function.Blocks[block].End, onTrue, onFalse, 0);
        CollectRange(facts, block, onTrue, onFalse);
        guards = ([.. onTrue], [.. onFalse]);
        known[(facts.Function.Id, block)] = guards;
        return guards;
    }

    private void Collect(FunctionFacts facts, int register, int at, List<Cleared> onTrue, List<Cleared> onFalse, int level)
    {
        if (register < 0 || level > MaxDepth)
            return;
        int definition = at < facts.BlockOf.Length ? facts.DefinitionAt(register, at) : facts.Definition[register];
        if (definition >= 0)
            CollectDefined(facts, definition, onTrue, onFalse, level);
        else
            CollectFlag(facts, register, at, onTrue, onFalse, level);
    }

    /// <summary>What the outcome of an instruction says.</summary>
    private void CollectDefined(FunctionFacts facts, int definition, List<Cleared> onTrue, List<Cleared> onFalse, int level)
    {
        ref Instruction code = ref facts.Function.Code[definition];
        switch (code.Op)
        {
            case Op.Not:
                Collect(facts, code.A, definition, onFalse, onTrue, level + 1);
                break;
            case Op.Move:
                Collect(facts, code.A, definition, onTrue, onFalse, level + 1);
                break;
            case Op.IsOneOf:
                Clear(facts, code.A, definition, ulong.MaxValue, onTrue);
                if (
                    facts.Function.Constants[code.X] is object?[] constants
                    && RegexAlphabet.HarmlessWithout(constants.OfType<char>(), matcher.Contexts) is not 0 and var escaped
                )
                    Clear(facts, code.A, definition, escaped, onFalse);
                break;
            case Op.Binary:
                CollectBinary(facts, definition, onTrue, onFalse, level);
                break;
            case Op.Call:
                CollectCall(facts, definition, onTrue, onFalse, level);
                break;
            default:
                break;
        }
    }

    private static int LastInBlock(FunctionFacts facts, int register, int block)
    {
        for (int i = facts.Function.Blocks[block].End - 1; i >= facts.Function.Blocks[block].First; i--)
        {
            if (facts.Function.Code[i].Dst == register)
                return i;
        }

        return -1;
    }

    private void CollectBinary(FunctionFacts facts, int definition, List<Cleared> onTrue, List<Cleared> onFalse, int level)
    {
        ref Instruction code = ref facts.Function.Code[definition];
        switch ((BinaryOp)code.X)
        {
            case BinaryOp.Equal:
                CollectEqual(facts, code.A, code.B, definition, onTrue);
                CollectOtherCharacter(facts, code.A, code.B, definition, onFalse);
                break;
            case BinaryOp.NotEqual:
                CollectEqual(facts, code.A, code.B, definition, onFalse);
                CollectOtherCharacter(facts, code.A, code.B, definition, onTrue);
                break;
            case BinaryOp.And:
                Collect(facts, code.A, definition, onTrue, [], level + 1);
                Collect(facts, code.B, definition, onTrue, [], level + 1);
                break;
            case BinaryOp.Or:
                Collect(facts, code.A, definition, [], onFalse, level + 1);
                Collect(facts, code.B, definition, [], onFalse, level + 1);
                break;
            case BinaryOp.GreaterOrEqual or BinaryOp.Greater:
                CollectIndexOf(facts, code.A, definition, onTrue);
                if (IsLowest(facts, code.B, definition, (BinaryOp)code.X == BinaryOp.Greater))
                    CollectNotFound(facts, code.A, definition, onFalse);
                CollectLimit(facts, code.A, code.B, definition, onFalse);
                CollectLimit(facts, code.B, code.A, definition, onTrue);
                break;
            case BinaryOp.Less or BinaryOp.LessOrEqual:
                if ((BinaryOp)code.X == BinaryOp.Less)
                    CollectIndexOf(facts, code.A, definition, onFalse);
                if (IsLowest(facts, code.B, definition, (BinaryOp)code.X == BinaryOp.LessOrEqual))
                    CollectNotFound(facts, code.A, definition, onTrue);
                CollectLimit(facts, code.A, code.B, definition, onTrue);
                CollectLimit(facts, code.B, code.A, definition, onFalse);
                break;
            default:
                break;
        }
    }

    /// <summary>A number below a constant is no size to exhaust anything with.</summary>
    private void CollectLimit(FunctionFacts facts, int number, int limit, int at, List<Cleared> branch)
    {
        if (number >= 0 && IsConstant(facts, limit, at, out object? value) && Known.TryNumber(value, out double bound) && bound > 0)
            Clear(facts, number, at, matcher.Contexts.Mask(["size"]), branch);
    }

    /// <summary>`Array.IndexOf(allowed, x) >= 0`, `list.IndexOf(x) > -1`.</summary>
    private void CollectIndexOf(FunctionFacts facts, int register, int at, List<Cleared> branch)
    {
        int definition = facts.DefinitionAt(register, at);
        if (definition < 0 || facts.Function.Code[definition].Op != Op.Call)
            return;
        CallSite site = facts.Function.Calls[facts.Function.Code[definition].X];
        if (site.Target.Name is not "IndexOf")
            return;
        if (site.Target.Type == "System.Array" && site.Arguments.Length >= 2)
            Clear(facts, site.Arguments[1], definition, ulong.MaxValue, branch);
        else if (site.Receiver >= 0 && facts.Function.RegisterTypes[site.Receiver].Kind == ValueKind.Object && site.Arguments.Length >= 1)
            Clear(facts, site.Arguments[0], definition, ulong.MaxValue, branch);
    }

    private void CollectEqual(FunctionFacts facts, int a, int b, int at, List<Cleared> branch)
    {
        if (IsConstant(facts, b, at, out object? value))
        {
            Clear(facts, a, at, ulong.MaxValue, branch);
            CollectComparison(facts, a, at, value, branch);
        }
        else if (IsConstant(facts, a, at, out value))
        {
            Clear(facts, b, at, ulong.MaxValue, branch);
            CollectComparison(facts, b, at, value, branch);
        }
        else
        {
            CollectOwnName(facts, a, b, at, branch);
            CollectHost(facts, a, b, at, branch);
        }
    }

    /// <summary>A character that is not the one a context needs: escaping one character after another.</summary>
    private void CollectOtherCharacter(FunctionFacts facts, int a, int b, int at, List<Cleared> branch)
    {
        (int register, object? value) =
            IsConstant(facts, b, at, out object? right) ? (a, right)
            : IsConstant(facts, a, at, out object? left) ? (b, left)
            : (-1, null);
        if (register >= 0 && value is char c && RegexAlphabet.NeedsCharacter(c, matcher.Contexts) is not 0 and var contexts)
            Clear(facts, register, at, contexts, branch);
    }

    /// <summary>Compared with 0 as `&lt; 0` or `>= 0`, or with -1 as `&lt;= -1` or `> -1`.</summary>
    private bool IsLowest(FunctionFacts facts, int register, int at, bool isMinusOne) =>
        IsConstant(facts, register, at, out object? value) && ConstantPropagation.Same(value, isMinusOne ? -1 : 0);

    /// <summary>`string.Compare(x, "a") == 0`; `Check(x) == true`.</summary>
    private void CollectComparison(FunctionFacts facts, int register, int at, object? value, List<Cleared> branch)
    {
        if (ConstantPropagation.Same(value, -1))
            CollectNotFound(facts, register, at, branch);
        if (value is true)
            Collect(facts, register, at, branch, [], 1);
        if (value is false)
            Collect(facts, register, at, [], branch, 1);
        int definition = facts.DefinitionAt(register, at);
        if (definition < 0 || facts.Function.Code[definition].Op != Op.Call || !ConstantPropagation.Same(value, 0))
            return;
        CallSite site = facts.Function.Calls[facts.Function.Code[definition].X];
        if (site.Target.Name is "Compare" or "CompareTo" or "CompareOrdinal")
            ClearAllButConstant(facts, site, definition, branch);
    }

    private bool IsConstant(FunctionFacts facts, int register, int at, out object? value)
    {
        value = null;
        if (register < 0)
            return false;
        if (IsElement(facts, register, at))
            return true;
        Known known = facts.Constants.At(register, facts.BlockOf[at], at);
        value = known.Value;
        return known.IsConstant;
    }

    private void ClearAllButConstant(FunctionFacts facts, CallSite site, int at, List<Cleared> branch)
    {
        int[] all = site.Receiver >= 0 ? [site.Receiver, .. site.Arguments] : site.Arguments;
        if (!Array.Exists(all, r => IsConstant(facts, r, at, out _)))
            return;
        foreach (int register in all)
        {
            if (!IsConstant(facts, register, at, out _))
                Clear(facts, register, at, ulong.MaxValue, branch);
        }
    }

    private void CollectCall(FunctionFacts facts, int definition, List<Cleared> onTrue, List<Cleared> onFalse, int level)
    {
        CallSite site = facts.Function.Calls[facts.Function.Code[definition].X];
        MemberRef target = site.Target;
        foreach (Guard guard in matcher.Of(target).Guards)
        {
            if (guard.Spec.Always || !Conditions.Hold(guard.Spec.When, facts, definition))
                continue;
            foreach (int register in Registers(guard.Places, site))
                Clear(facts, register, definition, guard.Clears, guard.Spec.Result ? onTrue : onFalse);
        }

        switch (target.Name)
        {
            case "Equals" or "SequenceEqual":
                ClearAllButConstant(facts, site, definition, onTrue);
                if (site is { Receiver: >= 0, Arguments: [var same, ..] })
                    CollectHost(facts, site.Receiver, same, definition, onTrue);
                else if (site is { Receiver: < 0, Arguments: [var left, var right, ..] })
                    CollectHost(facts, left, right, definition, onTrue);
                break;
            case "Contains" or "ContainsKey" or "TryGetValue" or "TryGet":
                CollectMembership(facts, site, definition, onTrue);
                break;
            case "TryParse" or "TryParseExact" when (NumericTypes.Contains(target.Type) || !target.IsResolved) && site.Arguments.Length > 0:
                Clear(facts, site.Arguments[0], definition, ~matcher.Contexts.Numeric, onTrue);
                break;
            case "IsMatch":
                CollectRegex(facts, site, definition, onTrue);
                break;
            case "Success" when facts.OriginAt(site.Receiver, definition) is >= 0 and int match && facts.Function.Code[match].Op == Op.Call:
                CallSite matched = facts.Function.Calls[facts.Function.Code[match].X];
                if (matched.Target.Name == "Match")
                    CollectRegex(facts, matched, match, onTrue);
                break;
            case "All" or "TrueForAll":
                CollectAll(facts, site, definition, onTrue);
                CollectQuantified(facts, site, definition, onFalse, ofTrue: false);
                break;
            case "Any" or "Exists":
                CollectQuantified(facts, site, definition, onTrue, ofTrue: true);
                break;
            case "EndsWith" when site.Receiver >= 0 && site.Arguments.Length > 0 && IsElement(facts, site.Arguments[0], definition):
                Clear(facts, site.Receiver, definition, matcher.Contexts.Mask(["upload"]), onTrue);
                break;
            case "IsLetterOrDigit"
            or "IsDigit"
            or "IsLetter"
            or "IsAsciiLetterOrDigit"
            or "IsAsciiDigit"
            or "IsAsciiLetter" when target.Type == "System.Char" && site.Arguments.Length == 1:
                Clear(
                    facts,
                    site.Arguments[0],
                    definition,
                    RegexAlphabet.HarmlessIn(RegexAlphabet.OfWhole("^\\w$")!, matcher.Contexts),
                    onTrue
                );
                break;
            case "IsValid" when declared.Any && target.Kind == MemberKind.Getter:
                CollectValidModel(facts, site, definition, onTrue);
                break;
            case "StartsWith":
                CollectPrefix(facts, site, definition, onTrue);
                CollectLocal(facts, site, definition, onFalse);
                break;
            case "IsNullOrEmpty" or "IsNullOrWhiteSpace":
                foreach (int register in site.Arguments)
                    Clear(facts, register, definition, ulong.MaxValue, onTrue);
                break;
            default:
                break;
        }

        if (site.Callees.Length > 0)
            CollectValidator(facts, site, definition, onTrue, onFalse, level);
    }

    private static IEnumerable<int> Registers(int[] places, CallSite site)
    {
        foreach (int place in places)
        {
            if (place == Place.Receiver)
                yield return site.Receiver;
            else if (place == Place.AllArguments)
                foreach (int argument in site.Arguments)
                    yield return argument;
            else if (place >= 0 && place < site.Arguments.Length)
                yield return site.Arguments[place];
        }
    }

    /// <summary>An allow-list: the value is an element of a collection (a string that contains it is none).</summary>
    private void CollectMembership(FunctionFacts facts, CallSite site, int at, List<Cleared> onTrue)
    {
        (int collection, int value) = site switch
        {
            { Receiver: >= 0, Arguments.Length: >= 1 } => (site.Receiver, site.Arguments[0]),
            { Arguments.Length: >= 2 } => (site.Arguments[0], site.Arguments[1]),
            _ => (-1, -1),
        };
        if (collection < 0 || value < 0 || facts.Function.RegisterTypes[collection].Kind is not ValueKind.Object)
            return;
        Clear(facts, value, at, ulong.MaxValue, onTrue);
    }

    private void CollectRegex(FunctionFacts facts, CallSite site, int at, List<Cleared> onTrue)
    {
        string? pattern = null;
        int input = site.Arguments.Length > 0 ? site.Arguments[0] : -1;
        if (site.Receiver >= 0 && IsConstant(facts, site.Receiver, at, out object? regex) && regex is RegexConstant constant)
            pattern = constant.Pattern;
        else if (site.Arguments.Length > 1 && IsConstant(facts, site.Arguments[1], at, out object? text))
            pattern = text as string;
        if (pattern is not null && RegexAlphabet.OfWhole(pattern) is { } alphabet)
            Clear(facts, input, at, RegexAlphabet.HarmlessIn(alphabet, matcher.Contexts), onTrue);
    }

    /// <summary>`x.All(char.IsLetterOrDigit)`.</summary>
    private void CollectAll(FunctionFacts facts, CallSite site, int at, List<Cleared> onTrue)
    {
        if (site.Arguments.Length < 2)
            return;
        int definition = facts.DefinitionAt(site.Arguments[1], at);
        if (definition < 0 || facts.Function.Code[definition].Op != Op.Closure)
            return;
        ClosureSite closure = facts.Function.Closures[facts.Function.Code[definition].X];
        if (closure.Callees is [var own] && HarmlessAfterTest(own) is not 0 and var harmless)
            Clear(facts, site.Arguments[0], at, harmless, onTrue);
        MemberRef? test = closure.Method ?? OnlyCall(closure);
        if (
            test
            is not {
                Type: "System.Char",
                Name: "IsLetterOrDigit"
                    or "IsDigit"
                    or "IsLetter"
                    or "IsNumber"
                    or "IsAsciiLetterOrDigit"
                    or "IsAsciiDigit"
                    or "IsAsciiLetter"
            }
        )
            return;
        BitArray alphabet = RegexAlphabet.OfWhole("^\\w$")!;
        Clear(facts, site.Arguments[0], at, RegexAlphabet.HarmlessIn(alphabet, matcher.Contexts), onTrue);
    }

    private MemberRef? OnlyCall(ClosureSite closure) =>
        closure.Callees is [int lambda] && program.Functions[lambda].Calls is [{ } only] ? only.Target : null;

    /// <summary>A canonical path below a root; a URL below a constant origin.</summary>
    private void CollectPrefix(FunctionFacts facts, CallSite site, int at, List<Cleared> onTrue)
    {
        if (site.Receiver < 0 || site.Arguments.Length == 0)
            return;
        if (IsConstant(facts, site.Arguments[0], at, out object? constant) && constant is string prefix)
        {
            int authority = prefix.IndexOf("://", StringComparison.Ordinal);
            if (authority > 0 && prefix.IndexOf('/', authority + 3) > authority + 3)
                Clear(facts, site.Receiver, at, matcher.Contexts.Mask(["ssrf", "redirect", "url"]), onTrue);
        }

        ulong paths = matcher.Contexts.Mask(["path", "zip"]);
        if (new FolderEnd(facts).IsOpen(site.Arguments[0], at) && !HasCharacterAsked())
            paths &= ~matcher.Contexts.Siblings;
        if (IsCanonical(facts, site.Receiver, at, 0))
            Clear(facts, site.Receiver, at, paths, onTrue);
        // The folder of a canonical path, and the path whose canonical form is compared.
        int definition = facts.DefinitionAt(facts.SourceAt(site.Receiver, at), at);
        if (
            definition >= 0
            && facts.Function.Code[definition].Op == Op.Call
            && facts.Function.Calls[facts.Function.Code[definition].X]
                is { Target: { Type: "System.IO.Path", Name: var name }, Arguments: [>= 0 and var of, ..] }
            && (name == "GetFullPath" || (name == "GetDirectoryName" && IsCanonical(facts, of, definition, 0)))
        )
            Clear(facts, of, definition, paths, onTrue);

        bool HasCharacterAsked()
        {
            foreach (int mention in facts.Mentions(site.Receiver))
            {
                ref Instruction code = ref facts.Function.Code[mention];
                if (
                    code.Op == Op.Call
                    && facts.Function.Calls[code.X] is { Target: { Type: "System.String", Name: "Item" or "Chars" } } other
                    && other.Receiver == site.Receiver
                )
                    return true;
            }

            return false;
        }
    }

    /// <summary>`x == Path.GetFileName(x)`: a name and nothing more.</summary>
    private void CollectOwnName(FunctionFacts facts, int a, int b, int at, List<Cleared> branch)
    {
        foreach ((int value, int name) in ((int, int)[])[(a, b), (b, a)])
        {
            int definition = facts.DefinitionAt(name, at);
            if (
                definition >= 0
                && facts.Function.Code[definition].Op == Op.Call
                && facts.Function.Calls[facts.Function.Code[definition].X] is { Target.Name: "GetFileName", Arguments: [var whole] }
                && facts.SourceAt(whole, definition) == facts.SourceAt(value, at)
            )
                Clear(facts, value, at, matcher.Contexts.Mask(["path", "zip"]), branch);
        }
    }

    /// <summary>A host that equals one that is known elsewhere: `uri.Host == Request.Host.Host`.</summary>
    private void CollectHost(FunctionFacts facts, int a, int b, int at, List<Cleared> branch)
    {
        if (AreOfOneSender(facts, a, b, at))
            return;
        foreach (int side in (int[])[a, b])
        {
            int definition = facts.DefinitionAt(side, at);
            if (
                definition >= 0
                && facts.Function.Code[definition].Op == Op.Call
                && facts.Function.Calls[facts.Function.Code[definition].X].Target
                    is { Type: "System.Uri", Name: "Host" or "Authority" or "DnsSafeHost" or "IdnHost" }
            )
                Clear(facts, side, at, matcher.Contexts.Mask(["ssrf", "redirect", "url"]), branch);
        }
    }

    /// <summary>`x.StartsWith("/") &amp;&amp; !x.StartsWith("//")`: an address on this server.</summary>
    private void CollectLocal(FunctionFacts facts, CallSite site, int at, List<Cleared> onFalse)
    {
        if (
            site.Receiver < 0
            || site.Arguments.Length == 0
            || !IsConstant(facts, site.Arguments[0], at, out object? prefix)
            || prefix is not "//"
        )
            return;
        foreach (int mention in facts.Mentions(site.Receiver))
        {
            ref Instruction code = ref facts.Function.Code[mention];
            if (
                code.Op == Op.Call
                && facts.Function.Calls[code.X] is { Target.Name: "StartsWith" or "Item" or "Chars", Arguments: [var argument, ..] } other
                && other.Receiver == site.Receiver
                && IsConstant(facts, argument, mention, out object? first)
                && first is "/" or '/' or 0
            )
            {
                Clear(facts, site.Receiver, at, matcher.Contexts.Mask(["redirect", "url"]), onFalse);
                return;
            }
        }
    }

    /// <summary>A function with source that tells by its result whether an argument is harmless.</summary>
    private void CollectValidator(FunctionFacts facts, CallSite site, int at, List<Cleared> onTrue, List<Cleared> onFalse, int level)
    {
        for (int i = 0; i < site.Arguments.Length; i++)
        {
            if (site.Arguments[i] < 0)
                continue;
            ulong whenTrue = 0,
                whenFalse = 0;
            foreach (int callee in site.Callees)
            {
                IrFunction function = program.Functions[callee];
                if (i >= function.Parameters.Length)
                    return;
                Survival survival = OfParameter(callee, function.Parameters[i], AccessPaths.Empty);
                whenTrue |= survival.WhenTrue;
                whenFalse |= survival.WhenFalse;
            }

            if (whenTrue != ulong.MaxValue)
                Clear(facts, site.Arguments[i], at, ~whenTrue, onTrue);
            if (whenFalse != ulong.MaxValue)
                Clear(facts, site.Arguments[i], at, ~whenFalse, onFalse);
            CollectMembersChecked(facts, site, i, at, onTrue, onFalse);
        }
    }

    /// <summary>In which contexts a parameter can still be dangerous when the function returns at all, returns true, or
    /// returns false.</summary>
    public Survival OfParameter(int function, int register, int path)
    {
        // Most functions check nothing of what they are given: one answer then serves every path.
        if (path != AccessPaths.Empty && !MayCheck(function, register))
            path = AccessPaths.Empty;
        if (survivals.TryGetValue((function, register, path), out Survival survival))
            return survival;
        survival = new Survival(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue);
        survivals[(function, register, path)] = survival;
        IrFunction callee = program.Functions[function];
        if (
            depth >= 5
            || callee.Code.Length > MaxValidatorSize
            || callee.RegisterTypes[register].Kind is not (ValueKind.Text or ValueKind.Unknown or ValueKind.Object)
        )
            return survival;
        depth++;
        survival = Survive(factsOf(function), register, path);
        depth--;
        survivals[(function, register, path)] = survival;
        return survival;
    }

    /// <summary>Whether a function or what it calls may prove something about any path from a register.</summary>
    private bool MayCheck(int function, int register)
    {
        if (checking.TryGetValue((function, register), out bool known))
            return known;
        if (depth >= 5 || program.Functions[function].Code.Length > MaxValidatorSize)
            return true;
        checking[(function, register)] = true;
        depth++;
        FunctionFacts facts = factsOf(function);
        bool may = facts.Function.RegisterTypes[register].Kind is not (ValueKind.Number or ValueKind.Bool) && Looks(facts, register);
        depth--;
        checking[(function, register)] = may;
        return may;
    }

    private bool Looks(FunctionFacts facts, int register)
    {
        IrFunction function = facts.Function;
        for (int b = 0; b < function.Blocks.Length; b++)
        {
            (Cleared[] onTrue, Cleared[] onFalse) = OfBlock(facts, b);
            if (Array.Exists(onTrue, c => c.Register == register) || Array.Exists(onFalse, c => c.Register == register))
                return true;
        }

        foreach (int i in facts.Mentions(register))
        {
            ref Instruction code = ref function.Code[i];
            if (code.Op != Op.Call || function.Calls[code.X] is not { Callees.Length: > 0 } site)
                continue;
            for (int a = 0; a < site.Arguments.Length; a++)
            {
                if (site.Arguments[a] != register)
                    continue;
                foreach (int callee in site.Callees)
                {
                    int[] parameters = program.Functions[callee].Parameters;
                    if (a < parameters.Length && MayCheck(callee, parameters[a]))
                        return true;
                }
            }
        }

        // What a result says of the register counts as well: `return name.All(char.IsLetter);`
        for (int i = 0; i < function.Code.Length; i++)
        {
            ref Instruction code = ref function.Code[i];
            if (code.Op == Op.Return && code.A >= 0 && function.RegisterTypes[code.A].Kind is ValueKind.Bool or ValueKind.Unknown)
                return true;
        }

        return false;
    }

    private Survival Survive(FunctionFacts facts, int register, int path)
    {
        IrFunction function = facts.Function;
        var masks = new ulong[function.Blocks.Length];
        var work = new Queue<int>([0]);
        masks[0] = ulong.MaxValue;
        ulong whenTrue = 0,
            whenFalse = 0;
        int budget = function.Blocks.Length * 64 + 64;
        var returns = new Dictionary<int, (int Value, ulong Mask)>();
        HashSet<int> results = JoinedResults(facts);
        while (work.TryDequeue(out int b) && budget-- > 0)
        {
            ulong mask = masks[b];
            Block block = function.Blocks[b];
            for (int i = block.First; i < block.End; i++)
            {
                ref Instruction code = ref function.Code[i];
                if (code.Dst == register)
                    mask = ulong.MaxValue;
                if (code.Op == Op.Call && function.Calls[code.X] is { Callees.Length: > 0 } nested)
                    mask &= AfterCall(nested, register, path);
                if (code.Op == Op.Return && !results.Contains(ResultOf(facts, i)))
                    returns[i] = (code.A, mask);
                if (code.Dst >= 0 && results.Contains(code.Dst))
                    returns[i] = (code.Dst, mask);
            }

            (Cleared[] onTrue, Cleared[] onFalse) = OfBlock(facts, b);
            if (block.Condition >= 0)
            {
                if (facts.Constants.TakesTrue[b])
                    Flow(block.WhenTrue, mask & ~ClearedOf(onTrue, register, path));
                if (facts.Constants.TakesFalse[b])
                    Flow(block.Next, mask & ~ClearedOf(onFalse, register, path));
            }
            else
            {
                Flow(block.Next, mask);
            }

            foreach (int extra in block.Extra)
                Flow(extra, mask);
        }

        foreach ((int at, (int value, ulong mask)) in returns)
        {
            ref Instruction code = ref function.Code[at];
            Known known =
                value < 0 ? Known.Anything
                : code.Op == Op.Return ? facts.Constants.At(value, facts.BlockOf[at], at)
                : code.Op == Op.Const ? Known.Constant(function.Constants[code.X])
                : code.Op == Op.Move ? facts.Constants.At(code.A, facts.BlockOf[at], at)
                : Known.Anything;
            if (known.Value is true)
            {
                whenTrue |= mask;
                continue;
            }

            if (known.Value is false)
            {
                whenFalse |= mask;
                continue;
            }

            var onTrue = new List<Cleared>();
            var onFalse = new List<Cleared>();
            if (code.Op == Op.Return)
                Collect(facts, value, at, onTrue, onFalse, 0);
            else
                CollectDefined(facts, at, onTrue, onFalse, 0);
            whenTrue |= mask & ~ClearedOf(onTrue, register, path);
            whenFalse |= mask & ~ClearedOf(onFalse, register, path);
        }

        return new Survival(
            budget <= 0 ? ulong.MaxValue : masks[^1],
            budget <= 0 ? ulong.MaxValue : whenTrue,
            budget <= 0 ? ulong.MaxValue : whenFalse
        );

        void Flow(int next, ulong mask)
        {
            if (next < 0 || (masks[next] | mask) == masks[next])
                return;
            masks[next] |= mask;
            work.Enqueue(next);
        }
    }

    /// <summary>The contexts that survive a call which throws on what it does not accept.</summary>
    public ulong AfterCall(CallSite site, int register, int path)
    {
        ulong mask = ulong.MaxValue;
        for (int i = 0; i < site.Arguments.Length; i++)
        {
            if (site.Arguments[i] != register)
                continue;
            ulong any = 0;
            foreach (int callee in site.Callees)
                any |=
                    i < program.Functions[callee].Parameters.Length
                        ? OfParameter(callee, program.Functions[callee].Parameters[i], path).AfterReturn
                        : ulong.MaxValue;
            mask &= any;
        }

        return mask;
    }

    /// <summary>The contexts in which a path from a register is harmless by what was proved.</summary>
    public ulong ClearedOf(IEnumerable<Cleared> cleared, int register, int path)
    {
        ulong mask = 0;
        foreach (Cleared clear in cleared)
        {
            if (clear.Register == register && paths.HasPrefix(path, clear.Path))
                mask |= clear.Contexts;
        }

        return mask;
    }

    private static readonly HashSet<string> Trimming = new(StringComparer.Ordinal)
    {
        "Trim",
        "TrimStart",
        "TrimEnd",
        "ToString",
        "ToLower",
        "ToUpper",
        "ToLowerInvariant",
        "ToUpperInvariant",
        "Normalize",
    };

    /// <summary>Adds the register, and where its value was read or copied from.</summary>
    private void Clear(FunctionFacts facts, int register, int at, ulong contexts, List<Cleared> into, int path = AccessPaths.Empty)
    {
        for (int i = 0; i < 6 && register >= 0; i++)
        {
            into.Add(new Cleared(register, path, contexts));
            int definition = facts.DefinitionAt(register, at);
            if (definition < 0)
                return;
            ref Instruction code = ref facts.Function.Code[definition];
            switch (code.Op)
            {
                case Op.Move:
                    register = code.A;
                    break;
                case Op.LoadField when code.A >= 0:
                    path = paths.Prepend(facts.Function.Members[code.X].Step, path);
                    register = code.A;
                    break;
                case Op.LoadElement when facts.Constants.Of(code.B) is { IsConstant: true } key:
                    path = paths.Prepend(paths.KeyStep(key.Value), path);
                    register = code.A;
                    break;
                case Op.Call when path == AccessPaths.Empty && PartOfPath(facts.Function.Calls[code.X]) is { Register: >= 0 } part:
                    register = part.Register;
                    contexts &= part.Contexts;
                    break;
                case Op.Call
                    when facts.Function.Calls[code.X] is { Receiver: >= 0 } site
                        && path == AccessPaths.Empty
                        && Trimming.Contains(site.Target.Name):
                    register = site.Receiver;
                    break;
                // An extension is compared without its dot.
                case Op.Call
                    when facts.Function.Calls[code.X]
                        is { Receiver: >= 0, Target: { Type: "System.String", Name: "Replace" or "Substring" or "Remove" } } cut
                        && path == AccessPaths.Empty:
                    contexts &= matcher.Contexts.Mask(["upload"]);
                    register = cut.Receiver;
                    break;
                case Op.Call
                    when facts.Function.Calls[code.X]
                        is { Receiver: >= 0, Target.Kind: MemberKind.Getter, Callees.Length: 0, Target.Name: not "Item" } getter:
                    // A checked host is a checked address.
                    if (getter.Target.Name is "Host" or "Authority" or "DnsSafeHost" or "IdnHost")
                        ClearAddress(
                            facts,
                            getter.Receiver,
                            definition,
                            contexts & matcher.Contexts.Mask(["ssrf", "redirect", "url"]),
                            into
                        );
                    path = paths.Prepend(getter.Target.Step, path);
                    register = getter.Receiver;
                    break;
                default:
                    return;
            }

            at = definition;
        }
    }

    /// <summary>What a call proves, by returning, about the values that its arguments were read from: `Check(uri.Host)` about
    /// the address.</summary>
    public Cleared[] AfterReturn(FunctionFacts facts, int instruction)
    {
        if (proved.TryGetValue((facts.Function.Id, instruction), out Cleared[]? known))
            return known;
        CallSite site = facts.Function.Calls[facts.Function.Code[instruction].X];
        var cleared = new List<Cleared>();
        foreach (Guard guard in matcher.Of(site.Target).Guards)
        {
            if (!guard.Spec.Always || !Conditions.Hold(guard.Spec.When, facts, instruction))
                continue;
            foreach (int register in Registers(guard.Places, site))
                Clear(facts, register, instruction, guard.Clears, cleared);
        }

        if (site.Callees.Length > 0)
        {
            foreach (int argument in site.Arguments)
            {
                if (argument >= 0 && AfterCall(site, argument, AccessPaths.Empty) is not ulong.MaxValue and var left)
                    Clear(facts, argument, instruction, ~left, cleared);
            }
        }

        known = cleared.Count == 0 ? Nothing : [.. cleared];
        proved[(facts.Function.Id, instruction)] = known;
        return known;
    }

    private readonly Dictionary<(int Function, int Instruction), Cleared[]> proved = [];
}
