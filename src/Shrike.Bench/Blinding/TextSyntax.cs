namespace Shrike.Bench.Blinding;

/// <summary>As much of a language as must be known to tell comments, strings and names apart.</summary>
/// <param name="LineComment">What begins a comment to the end of the line.</param>
/// <param name="HasBlockComments">/* … */</param>
/// <param name="TripleQuotes">""" and, in Python, ''' delimit strings over several lines.</param>
/// <param name="Declares">Words behind which a new name stands.</param>
/// <param name="NotTypes">Words that are no type, so that a name behind them is no declaration.</param>
internal sealed record TextSyntax(string LineComment, bool HasBlockComments, bool TripleQuotes, string[] Declares, string[] NotTypes)
{
    public static TextSyntax Java { get; } =
        new(
            "//",
            true,
            true,
            ["class", "interface", "enum", "record", "package"],
            ["return", "new", "throw", "else", "case", "import", "instanceof", "extends", "implements", "throws", "static", "do", "assert"]
        );

    public static TextSyntax Python { get; } = new("#", false, true, ["def", "class", "for", "as", "lambda", "global", "nonlocal"], []);

    public static TextSyntax C { get; } =
        new(
            "//",
            true,
            false,
            ["struct", "union", "enum", "define", "goto"],
            ["return", "else", "case", "sizeof", "include", "ifdef", "ifndef", "defined", "do"]
        );

    public bool IsPython => LineComment == "#";
}
