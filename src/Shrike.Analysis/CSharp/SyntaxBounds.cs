using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Shrike.Analysis.CSharp;

/// <summary>Keeps code that is nested beyond reason away from a compiler that recurses over it. Real code stays far below these
/// limits; at 100,000 levels the compiler overflows its stack or needs minutes.</summary>
internal static class SyntaxBounds
{
    /// <summary>Brackets within brackets, counted over the raw text: cheap, and before anything is parsed.</summary>
    public const int MaxBrackets = 400;

    /// <summary>Levels of the syntax tree in one member: chains of operators, calls, conditions.</summary>
    public const int MaxDepth = 1200;

    /// <summary>A member shorter than this cannot be that deep.</summary>
    private const int ShortMember = MaxDepth * 2;

    /// <summary>Why a text must not be parsed, or null. Brackets in strings count too: text that holds hundreds of open ones is
    /// not code that anybody wrote by hand.</summary>
    public static string? Check(SourceText text)
    {
        int depth = 0,
            prefixes = 0,
            conditions = 0;
        char last = '\0';
        var buffer = new char[8192];
        for (int start = 0; start < text.Length; start += buffer.Length)
        {
            int count = Math.Min(buffer.Length, text.Length - start);
            text.CopyTo(start, buffer, 0, count);
            foreach (char c in buffer.AsSpan(0, count))
            {
                switch (c)
                {
                    case '(' or '[' or '{':
                        depth++;
                        break;
                    case ')' or ']' or '}':
                        depth = Math.Max(0, depth - 1);
                        break;
                    default:
                        break;
                }

                // Operators in front of operators, type arguments in type arguments: the parser recurses on each.
                prefixes =
                    c is '!' or '~' or '<' or '-' or '+' or '&' or '*' or '^' ? prefixes + 1
                    : c is '>' or ';' or '}' || prefixes == 0 ? 0
                    : char.IsWhiteSpace(c) || char.IsLetter(c) ? prefixes
                    : Math.Max(0, prefixes - 1);
                conditions +=
                    last == '#' && c == 'i' ? 1
                    : last == '#' && c == 'e' ? -1
                    : 0;
                last = c;
                if (conditions > MaxBrackets)
                    return $"more than {MaxBrackets} conditional directives open at once";
                if (depth > MaxBrackets)
                    return $"brackets nested more than {MaxBrackets} deep";
                if (prefixes > MaxDepth)
                    return $"operators nested more than {MaxDepth} deep";
            }
        }

        return null;
    }

    /// <summary>Whether a member is too deep to bind.</summary>
    public static bool IsTooDeep(SyntaxNode member)
    {
        if (member.FullSpan.Length < ShortMember)
            return false;
        var open = new Stack<(SyntaxNode Node, int Depth)>();
        open.Push((member, 0));
        while (open.TryPop(out (SyntaxNode Node, int Depth) item))
        {
            if (item.Depth > MaxDepth)
                return true;
            // What is short holds no great depth below it.
            if (item.Node.FullSpan.Length + item.Depth < MaxDepth)
                continue;
            foreach (SyntaxNode child in item.Node.ChildNodes())
                open.Push((child, item.Depth + 1));
        }

        return false;
    }
}
