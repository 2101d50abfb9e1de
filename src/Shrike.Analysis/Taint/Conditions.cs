using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Shrike.Analysis.Ir;
using Shrike.Analysis.Rules;

namespace Shrike.Analysis.Taint;

/// <summary>Whether the conditions of a specification hold at a call, a field access or an assignment.</summary>
internal static class Conditions
{
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    public static Regex Pattern(string pattern) =>
        Patterns.GetOrAdd(
            pattern,
            static p => new Regex(p, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)
        );

    public static bool Hold(IReadOnlyList<Condition> conditions, FunctionFacts facts, int instruction)
    {
        foreach (Condition condition in conditions)
        {
            if (!Holds(condition, facts, instruction))
                return false;
        }

        return true;
    }

    private static bool Holds(Condition condition, FunctionFacts facts, int instruction)
    {
        if (condition.FrameworkBelow is { } newer)
            return facts.Function.File.FrameworkVersion is { } built && built < Version.Parse(newer);
        if (condition.Arg == "page")
            return Pages.ContentType(facts) is { } page
                ? page.IsConstant
                    ? Fits(condition, Text(page.Value))
                    : condition.Unknown
                : condition.Unset;
        (int register, bool given) = Register(condition.Arg, facts.Function, instruction);
        if (condition.Given is { } wanted)
            return given == wanted;
        if (condition.Type is { } type)
            return register >= 0 && IsOfType(facts, register, instruction, type);
        if (condition.ReadFrom is { } member)
            return register >= 0 && IsReadFrom(facts, register, instruction, member);
        if (condition.EndsAsText is { } asText)
            return Pages.EndsAsText(facts, register) == asText;
        if (condition.NotAsked is { } asked)
            return register < 0 || !IsAsked(facts.Function, register, Pattern(asked));
        if (register < 0)
            return condition.Unknown;
        Known known = facts.Constants.At(register, facts.BlockOf[instruction], instruction);
        if (condition.Property is { } property)
        {
            if (!ObjectProperties.SetOn(facts, register, instruction).TryGetValue(property, out known))
                return condition.Unset;
        }
        if (ConstantClosure(facts, register, instruction) is { } closure)
            known = Known.Constant(closure);
        if (condition.Constant is { } constant)
            return (known.IsConstant || ConstantBytes.Is(facts, register, instruction)) == constant;
        if (!known.IsConstant)
        {
            if (condition.LessThan is { } less && known.TryRange(out _, out long high))
                return high < less;
            if (condition.AtLeast is { } least && known.TryRange(out long low, out _))
                return low >= least;
            return condition.Unknown;
        }

        return Fits(condition, Text(known.Value));
    }

    private static bool Fits(Condition condition, string text)
    {
        if (condition.Is is { } equal && !string.Equals(text, equal, StringComparison.OrdinalIgnoreCase))
            return false;
        if (condition.IsNot is { } different && string.Equals(text, different, StringComparison.OrdinalIgnoreCase))
            return false;
        if (condition.Matches is { } matches && !Pattern(matches).IsMatch(text))
            return false;
        if (condition.NotMatches is { } notMatches && Pattern(notMatches).IsMatch(text))
            return false;
        if (
            condition.LessThan is { } lessThan
            && !(double.TryParse(text, CultureInfo.InvariantCulture, out double value) && value < lessThan)
        )
            return false;
        return condition.AtLeast is not { } atLeast
            || (double.TryParse(text, CultureInfo.InvariantCulture, out double number) && number >= atLeast);
    }

    private static bool IsAsked(IrFunction function, int register, Regex name)
    {
        var same = new HashSet<int> { register };
        foreach (ref Instruction code in function.Code.AsSpan())
        {
            if (code.Op == Op.Move && same.Contains(code.A))
                same.Add(code.Dst);
        }

        return Array.Exists(
            function.Calls,
            site => (same.Contains(site.Receiver) || Array.Exists(site.Arguments, same.Contains)) && name.IsMatch(site.Target.Name)
        );
    }

    public static string Text(object? value) =>
        value switch
        {
            null => "null",
            bool b => b ? "true" : "false",
            RegexConstant regex => regex.Pattern,
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };

    /// <summary>The register that a condition's word names at an instruction, and whether it is given at all.</summary>
    public static (int Register, bool Given) Register(string word, IrFunction function, int instruction)
    {
        ref Instruction code = ref function.Code[instruction];
        switch (code.Op)
        {
            case Op.StoreField:
                return word is "this" ? (code.A, true) : (code.B, true);
            case Op.LoadField:
                return word is "this" ? (code.A, code.A >= 0) : (code.Dst, true);
            case Op.Call:
                break;
            default:
                return (-1, false);
        }

        CallSite site = function.Calls[code.X];
        MemberRef target = site.Target;
        switch (word)
        {
            case "return":
                return (code.Dst, code.Dst >= 0);
            case "this":
                int self = target.IsExtension && site.Arguments.Length > 0 ? site.Arguments[0] : site.Receiver;
                return (self, self >= 0);
            case "value":
                return site.Arguments.Length > 0 ? (site.Arguments[^1], true) : (-1, false);
            default:
                int index = int.TryParse(word, out int number)
                    ? number + (target.IsExtension ? 1 : 0)
                    : Array.IndexOf(target.ParameterNames, word);
                return index >= 0 && index < site.Arguments.Length && site.Arguments[index] >= 0
                    ? (site.Arguments[index], true)
                    : (-1, false);
        }
    }

    private static bool IsOfType(FunctionFacts facts, int register, int instruction, string type)
    {
        for (int i = 0; i < 4 && register >= 0; i++)
        {
            TypeRef own = facts.Function.RegisterTypes[register];
            if (own.Is(type) || (!own.IsResolved && own.Name == type[(type.LastIndexOf('.') + 1)..]))
                return true;
            int definition = facts.DefinitionAt(register, instruction);
            if (definition < 0 || facts.Function.Code[definition].Op != Op.Move)
                return false;
            register = facts.Function.Code[definition].A;
            instruction = definition;
        }

        return false;
    }

    private static bool IsReadFrom(FunctionFacts facts, int register, int instruction, string wanted)
    {
        for (int i = 0; i < 4 && register >= 0; i++)
        {
            int definition = facts.DefinitionAt(register, instruction);
            if (definition < 0)
                return false;
            ref Instruction code = ref facts.Function.Code[definition];
            if (code.Op == Op.Move)
            {
                register = code.A;
                instruction = definition;
                continue;
            }

            if (
                code.Op == Op.Call
                && facts.Function.Calls[code.X] is { Arguments.Length: > 0 } made
                && CallShapes.WritesThrough(made.Target)
            )
            {
                register = made.Arguments[0];
                instruction = definition;
                continue;
            }

            return code.Op switch
            {
                Op.LoadField => Named(facts.Function.Members[code.X], wanted),
                Op.Call => Named(facts.Function.Calls[code.X].Target, wanted),
                _ => false,
            };
        }

        return false;
    }

    private static bool Named(MemberRef member, string wanted)
    {
        int dot = wanted.LastIndexOf('.');
        if (!wanted.AsSpan(dot + 1).SequenceEqual(member.Name))
            return false;
        string type = wanted[..dot];
        return member.Type == type
            || Array.IndexOf(member.Owners, type) >= 0
            || (!member.IsResolved && member.Type == type[(type.LastIndexOf('.') + 1)..]);
    }

    /// <summary>"lambda:true" for a function value that returns true whatever it is given, likewise false and null.</summary>
    private static string? ConstantClosure(FunctionFacts facts, int register, int instruction)
    {
        for (int i = 0; i < 4; i++)
        {
            int definition = facts.DefinitionAt(register, instruction);
            if (definition < 0)
                return null;
            ref Instruction code = ref facts.Function.Code[definition];
            if (code.Op == Op.Move)
            {
                register = code.A;
                instruction = definition;
                continue;
            }

            if (code.Op != Op.Closure || facts.Function.Closures[code.X].Callees is not [int callee] || facts.Results is null)
                return null;
            Known result = facts.Results.Result(callee);
            return result.IsConstant ? "lambda:" + Text(result.Value) : null;
        }

        return null;
    }
}
