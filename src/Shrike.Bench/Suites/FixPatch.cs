using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Bench.Perturbations;

namespace Shrike.Bench.Suites;

/// <summary>The lines of one file that a fix took away, and those it put there.</summary>
internal sealed record FixedFile(string Path, IReadOnlyList<LineRange> Before, IReadOnlyList<LineRange> After);

/// <summary>Reads the difference of a fix, without context.</summary>
internal static partial class FixPatch
{
    private static readonly string[] Endings = [".cs", ".cshtml", ".razor", ".aspx", ".ascx", ".js", ".ts", ".py", ".java", ".c", ".h"];

    public static bool IsCode(string path) =>
        Endings.Contains(Path.GetExtension(path).ToLowerInvariant())
        && !path.Contains("test", StringComparison.OrdinalIgnoreCase)
        && !path.EndsWith(".min.js", StringComparison.OrdinalIgnoreCase)
        && !path.EndsWith(".Designer.cs", StringComparison.OrdinalIgnoreCase);

    /// <summary>Files of code that are there before and after.</summary>
    public static IReadOnlyList<FixedFile> Read(string patch)
    {
        var files = new List<FixedFile>();
        string? old = null,
            path = null;
        List<LineRange> before = [],
            after = [];
        foreach (string line in patch.Split('\n'))
        {
            if (line.StartsWith("diff --git ", StringComparison.Ordinal))
            {
                Add();
                (old, path) = (null, null);
            }
            else if (path is null && line.StartsWith("--- a/", StringComparison.Ordinal))
            {
                old = line["--- a/".Length..].TrimEnd('\t', '\r');
            }
            else if (old is not null && path is null && line.StartsWith("+++ b/", StringComparison.Ordinal))
            {
                path = line["+++ b/".Length..].TrimEnd('\t', '\r');
            }
            else if (path is not null && Hunk().Match(line) is { Success: true } hunk)
            {
                before.Add(Range(hunk.Groups[1].Value, hunk.Groups[2].Value));
                after.Add(Range(hunk.Groups[3].Value, hunk.Groups[4].Value));
            }
        }

        Add();
        return files;

        void Add()
        {
            if (path is not null && path == old && IsCode(path) && before.Count > 0)
                files.Add(new FixedFile(path, before, after));
            (before, after) = ([], []);
        }
    }

    /// <summary>The functions that lines lie in, where the text is C# that says so; else the lines and five around them.</summary>
    public static IReadOnlyList<LineRange> Places(string path, string text, IReadOnlyList<LineRange> lines)
    {
        LineRange[] functions =
            path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && CSharpProgram.Parse(text, 0) is { } tree
                ? [.. Functions(tree)]
                : [];
        return
        [
            .. lines
                .SelectMany(l =>
                    functions.Where(f => f.Start <= l.End && l.Start <= f.End).ToArray() is { Length: > 0 } within
                        ? within
                        : [new LineRange(Math.Max(1, l.Start - 5), l.End + 5)]
                )
                .Distinct(),
        ];
    }

    private static IEnumerable<LineRange> Functions(SyntaxTree tree) =>
        tree.GetRoot()
            .DescendantNodes()
            .Where(n => n is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax)
            .Select(n => tree.GetLineSpan(n.Span))
            .Select(s => new LineRange(s.StartLinePosition.Line + 1, s.EndLinePosition.Line + 1));

    // Where nothing was taken away, git names the line before.
    private static LineRange Range(string start, string count)
    {
        int first = int.Parse(start, CultureInfo.InvariantCulture);
        int lines = count.Length == 0 ? 1 : int.Parse(count, CultureInfo.InvariantCulture);
        return lines == 0 ? new LineRange(Math.Max(1, first), first + 1) : new LineRange(first, first + lines - 1);
    }

    [GeneratedRegex("^@@ -([0-9]{1,8})(?:,([0-9]{1,8}))? \\+([0-9]{1,8})(?:,([0-9]{1,8}))? @@")]
    private static partial Regex Hunk();
}
