namespace Shrike.Analysis.CSharp;

/// <summary>What stands behind `#if`: symbols, !, &amp;&amp;, ||, ==, != and parentheses.</summary>
internal ref struct DirectiveCondition
{
    /// <summary>Bounds the depth of the recursion here, and of the compiler's, which has no guard of its own in this place.</summary>
    public const int MaxLength = 10_000;

    private readonly ReadOnlySpan<char> text;
    private readonly HashSet<string> symbols;
    private int pos;

    private DirectiveCondition(ReadOnlySpan<char> text, HashSet<string> symbols)
    {
        this.text = text;
        this.symbols = symbols;
    }

    /// <returns>Whether it holds; what is missing does not. Null when it is too long to look at.</returns>
    public static bool? Evaluate(ReadOnlySpan<char> text, HashSet<string> symbols) =>
        text.Length > MaxLength ? null : new DirectiveCondition(text, symbols).Or();

    private bool Or()
    {
        bool value = And();
        while (Take("||"))
            value |= And();
        return value;
    }

    private bool And()
    {
        bool value = Equality();
        while (Take("&&"))
            value &= Equality();
        return value;
    }

    private bool Equality()
    {
        bool value = Not();
        while (true)
        {
            if (Take("=="))
                value = value == Not();
            else if (Take("!="))
                value = value != Not();
            else
                return value;
        }
    }

    private bool Not()
    {
        bool isNegated = false;
        while (Take("!"))
            isNegated = !isNegated;
        return Primary() != isNegated;
    }

    private bool Primary()
    {
        if (Take("("))
        {
            bool value = Or();
            Take(")");
            return value;
        }

        int start = pos;
        while (pos < text.Length && (char.IsLetterOrDigit(text[pos]) || text[pos] == '_'))
            pos++;
        return text[start..pos] switch
        {
            "true" => true,
            "false" or "" => false,
            var name => symbols.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name),
        };
    }

    private bool Take(ReadOnlySpan<char> token)
    {
        while (pos < text.Length && char.IsWhiteSpace(text[pos]))
            pos++;
        if (!text[pos..].StartsWith(token) || (token is "!" && text[pos..].StartsWith("!=")))
            return false;
        pos += token.Length;
        return true;
    }
}
