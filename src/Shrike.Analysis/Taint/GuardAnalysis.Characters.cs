using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>Checks that certain characters do not occur.</summary>
internal sealed partial class GuardAnalysis
{
    /// <summary>`name.IndexOfAny(invalid) &lt; 0`, `name.IndexOf("..") == -1`: what the text is surely without.</summary>
    private void CollectNotFound(FunctionFacts facts, int register, int at, List<Cleared> branch)
    {
        int definition = facts.OriginAt(register, at, maxMoves: 3);
        if (definition < 0 || facts.Function.Code[definition].Op != Op.Call)
            return;
        CallSite site = facts.Function.Calls[facts.Function.Code[definition].X];
        if (site.Target is { Type: "System.MemoryExtensions", Name: "IndexOfAny" })
        {
            CollectNotInSpan(facts, site, definition, branch);
            return;
        }

        if (site.Receiver < 0 || site.Arguments.Length == 0 || facts.Function.RegisterTypes[site.Receiver].Kind != ValueKind.Text)
            return;
        ulong contexts = site.Target.Name switch
        {
            "IndexOfAny" => CharactersIn(facts, site.Arguments[0], definition, 0) is { Count: > 0 } characters
                ? RegexAlphabet.HarmlessWithout(characters, matcher.Contexts)
                : 0,
            "IndexOf" when IsConstant(facts, site.Arguments[0], definition, out object? value) => WithoutText(Conditions.Text(value)),
            _ => 0,
        };
        if (contexts != 0)
            Clear(facts, site.Receiver, definition, contexts, branch);
    }

    /// <summary>`text.AsSpan().IndexOfAny('/', '\\') &lt; 0`.</summary>
    private void CollectNotInSpan(FunctionFacts facts, CallSite site, int at, List<Cleared> branch)
    {
        int span = site.Receiver >= 0 ? site.Receiver : site.Arguments.FirstOrDefault(-1);
        var characters = new HashSet<char>();
        foreach (int argument in site.Receiver >= 0 ? site.Arguments : site.Arguments.Skip(1))
            characters.UnionWith(CharacterAt(facts, argument, at) is { } one ? [one] : []);
        int definition = facts.DefinitionAt(span, at);
        if (
            characters.Count > 0
            && definition >= 0
            && facts.Function.Code[definition].Op == Op.Call
            && facts.Function.Calls[facts.Function.Code[definition].X] is { Target.Name: "AsSpan" } made
        )
        {
            ulong contexts = RegexAlphabet.HarmlessWithout(new string([.. characters]), matcher.Contexts);
            Clear(facts, made.Receiver >= 0 ? made.Receiver : made.Arguments.FirstOrDefault(-1), definition, contexts, branch);
        }
    }

    private static char? CharacterAt(FunctionFacts facts, int register, int at)
    {
        if (register < 0)
            return null;
        if (facts.Constants.At(register, facts.BlockOf[at], at).Value is char c)
            return c;
        int definition = facts.DefinitionAt(register, at);
        return definition >= 0 && facts.Function.Code[definition].Op == Op.LoadField
            ? facts.Function.Members[facts.Function.Code[definition].X] switch
            {
                { Type: "System.IO.Path", Name: "DirectorySeparatorChar" } => '/',
                { Type: "System.IO.Path", Name: "AltDirectorySeparatorChar" } => '\\',
                _ => null,
            }
            : null;
    }

    /// <summary>Whether a field holds the characters that no name of a file has, a separator among them.</summary>
    public bool AreInvalidInNames(FunctionFacts facts, int register, char one = '/') =>
        facts.Function.Code.Length > 0
        && CharactersIn(facts, register, facts.Function.Code.Length - 1, 0) is { } characters
        && characters.Contains(one);

    private ulong WithoutText(string text) =>
        text is ".." or "/" or "\\" or "../" or "..\\" ? matcher.Contexts.Mask(["path", "zip"])
        : text.Length == 1 ? RegexAlphabet.HarmlessWithout(text, matcher.Contexts)
        : 0;

    /// <summary>The characters of an array or text that is the same in every run; null where that is not known.</summary>
    private static IReadOnlyCollection<char>? CharactersIn(FunctionFacts facts, int register, int at, int level)
    {
        if (register < 0 || level > 5)
            return null;
        IrFunction function = facts.Function;
        if (facts.Constants.At(register, facts.BlockOf[at], at).Value is string text)
            return text.ToCharArray();
        int definition = facts.DefinitionAt(register, at);
        if (definition < 0)
            return null;
        ref Instruction code = ref function.Code[definition];
        switch (code.Op)
        {
            case Op.Move:
                return CharactersIn(facts, code.A, definition, level + 1);
            case Op.LoadField:
                return
                    facts.Results?.OnlyStore(function.Members[code.X]) is { } store
                    && store.Facts.Function.Key.EndsWith('=')
                    && store.Facts.Function.Code.Length > 0
                    ? CharactersIn(store.Facts, store.Register, store.Facts.Function.Code.Length - 1, level + 1)
                    : null;
            case Op.Call when function.Calls[code.X] is { Target: { Type: "System.String", Name: "ToCharArray" }, Receiver: >= 0 } site:
                return CharactersIn(facts, site.Receiver, definition, level + 1);
            case Op.Const when function.RegisterTypes[register].Name.EndsWith(']'):
            case Op.Call when function.Calls[code.X].Target.Name == "System.Array":
                return Stored(facts, register);
            default:
                return null;
        }
    }

    private static List<char>? Stored(FunctionFacts facts, int array)
    {
        var characters = new List<char>();
        foreach (int mention in facts.Mentions(array))
        {
            ref Instruction code = ref facts.Function.Code[mention];
            if (code.Op == Op.StoreElement && code.A == array)
            {
                if (facts.Constants.At(code.C, facts.BlockOf[mention], mention).Value is not char c)
                    return null;
                characters.Add(c);
            }
        }

        return characters;
    }
}
