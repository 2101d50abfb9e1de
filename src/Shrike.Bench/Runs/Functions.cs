using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Shrike.Analysis.CSharp;
using Shrike.Bench.Suites;

namespace Shrike.Bench.Runs;

/// <summary>Where the outermost functions of a file lie, so that findings in one function can be told together. C# by its own parser; C, C++, Java,
/// JavaScript and TypeScript by braces after a list of parameters; Python by "def" and what is indented below it. Other files have none. A lambda or
/// a local function belongs to the function around it. Never fails, and linear in the text.</summary>
internal static partial class Functions
{
    private const long MaxBytes = 4 << 20;

    /// <summary>The same findings, each with the line of its function.</summary>
    /// <param name="root">The suite's folder; lines are those of its files, which blinding keeps.</param>
    public static IReadOnlyList<RawFinding> Mark(IReadOnlyList<RawFinding> findings, string root)
    {
        var known = new Dictionary<string, IReadOnlyList<LineRange>>(StringComparer.Ordinal);
        return [.. findings.Select(f => f.FunctionLine is null && Of(f) is { } line ? f with { FunctionLine = line } : f)];

        int? Of(RawFinding finding)
        {
            if (!known.TryGetValue(finding.Path, out IReadOnlyList<LineRange>? ranges))
                known.Add(finding.Path, ranges = Read(root, finding.Path));
            LineRange around = ranges.FirstOrDefault(r => r.DistanceTo(finding.Line) == 0);
            return around == default ? null : around.Start;
        }
    }

    /// <summary>0 for a file that is too large, or not there.</summary>
    public static long LinesOf(string root, string path) => Text(root, path) is { Length: > 0 } text ? text.AsSpan().Count('\n') + 1 : 0;

    private static IReadOnlyList<LineRange> Read(string root, string path) =>
        Text(root, path) is { } text ? In(Path.GetExtension(path), text) : [];

    private static string? Text(string root, string path)
    {
        try
        {
            return SuiteFiles.Below(Path.GetFullPath(root), path) is { } file && new FileInfo(file).Length <= MaxBytes
                ? File.ReadAllText(file)
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>In order; none lies within another.</summary>
    public static IReadOnlyList<LineRange> In(string extension, string text) =>
        extension.ToLowerInvariant() switch
        {
            ".cs" => CSharp(text),
            ".c" or ".h" or ".cc" or ".cpp" or ".cxx" or ".hpp" or ".java" or ".js" or ".mjs" or ".ts" => Braces(text),
            ".py" => Python(text),
            _ => [],
        };

    private static LineRange[] CSharp(string text)
    {
        SourceText source = SourceText.From(text);
        if (SyntaxBounds.Check(source, [], out _, out _) is not null)
            return [];
        SyntaxNode root = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();
        return SyntaxBounds.Check(root) is not null
            ? []
            :
            [
                .. root.DescendantNodes(n => !IsFunction(n))
                    .Where(IsFunction)
                    .Select(n => n.SyntaxTree.GetLineSpan(n.Span))
                    .Select(s => new LineRange(s.StartLinePosition.Line + 1, s.EndLinePosition.Line + 1)),
            ];
    }

    private static bool IsFunction(SyntaxNode node) =>
        node
            is BaseMethodDeclarationSyntax
                or BasePropertyDeclarationSyntax
                or GlobalStatementSyntax { Statement: LocalFunctionStatementSyntax };

    /// <summary>A brace that follows ")" opens a function, unless a word of control or an assignment stands before.</summary>
    private static List<LineRange> Braces(string text)
    {
        var found = new List<LineRange>();
        int line = 1,
            depth = 0,
            start = 0,
            openedAt = -1;
        int headFrom = 0,
            headLine = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '\n')
                line++;
            else if (Skip(text, i) is var end && end > i)
            {
                line += text.AsSpan(i, end - i).Count('\n');
                i = end - 1;
                continue;
            }

            if (headLine == 0 && !char.IsWhiteSpace(c))
                (headFrom, headLine) = (i, line);
            if (c == '{')
            {
                if (openedAt < 0 && IsHead(text.AsSpan(headFrom, i - headFrom)))
                    (openedAt, start) = (depth, headLine);
                depth++;
            }
            else if (c == '}')
            {
                depth = Math.Max(0, depth - 1);
                if (depth == openedAt)
                {
                    found.Add(new LineRange(start, line));
                    openedAt = -1;
                }
            }

            if (c is '{' or '}' or ';' && openedAt < 0)
                headLine = 0;
        }

        return found;
    }

    private static bool IsHead(ReadOnlySpan<char> head) =>
        head.Length < 4000 && head.Contains(')') && !head.Contains("=", StringComparison.Ordinal) && !Control().IsMatch(head);

    /// <summary>Past a comment, a string or a character that begins here; otherwise the place itself.</summary>
    private static int Skip(string text, int at)
    {
        ReadOnlySpan<char> rest = text.AsSpan(at);
        if (rest.StartsWith("//"))
            return rest.IndexOf('\n') is >= 0 and var end ? at + end : text.Length;
        if (rest.StartsWith("/*"))
            return rest[2..].IndexOf("*/") is >= 0 and var close ? at + close + 4 : text.Length;
        if (rest[0] is not ('"' or '\'' or '`'))
            return at;
        for (int i = 1; i < rest.Length; i++)
        {
            if (rest[i] == '\\')
                i++;
            else if (rest[i] == rest[0] || (rest[i] == '\n' && rest[0] != '`'))
                return at + i + (rest[i] == '\n' ? 0 : 1);
        }

        return text.Length;
    }

    private static List<LineRange> Python(string text)
    {
        var found = new List<LineRange>();
        int start = 0,
            indent = 0,
            last = 0,
            number = 0;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            number++;
            ReadOnlySpan<char> code = line.TrimStart();
            if (code.IsEmpty || code[0] == '#')
                continue;
            int here = line.Length - code.Length;
            // The lines of a parameter list and of a text may stand further left; the closing bracket of a list is no end.
            if (start > 0 && here <= indent && code[0] is not (')' or ']' or '}'))
            {
                found.Add(new LineRange(start, last));
                start = 0;
            }

            if (start == 0 && (code.StartsWith("def ") || code.StartsWith("async def ")))
                (start, indent) = (number, here);
            last = number;
        }

        if (start > 0)
            found.Add(new LineRange(start, last));
        return found;
    }

    [GeneratedRegex(
        @"^\s*(?:\}?\s*)(?:if|for|while|switch|catch|do|else|try|synchronized|using|lock|foreach|with)\b",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Control();
}
