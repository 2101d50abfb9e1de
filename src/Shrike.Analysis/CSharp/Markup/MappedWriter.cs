using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Shrike.Analysis.CSharp.Markup;

/// <summary>Collects C# text; pieces that come from the markup carry an enhanced line directive.</summary>
internal sealed class MappedWriter(string text, TextLineCollection lines, string mappedPath)
{
    // Roslyn refuses larger columns in a line directive.
    private const int MaxColumn = 65_536;

    private readonly StringBuilder output = new();
    private bool isHidden;

    public int Length => output.Length;

    public int Pieces { get; private set; }

    public override string ToString() => output.ToString();

    /// <summary>Text of our own that stands for nothing in the markup.</summary>
    public void Generated(string code)
    {
        if (!isHidden)
            output.Append("\n#line hidden\n");
        isHidden = true;
        output.Append(code);
    }

    /// <summary>Text of our own that closes what <see cref="Copy"/> began; on its own line, because a comment may end the piece.</summary>
    public void Close(string code)
    {
        output.Append('\n').Append(code);
    }

    /// <summary>Copies [start, end) of the markup behind <paramref name="prefix"/>. A node that begins in the prefix maps
    /// to the whole range, one that begins in the copied text to its own place.</summary>
    public void Copy(int start, int end, string prefix = "")
    {
        Place(start, end, prefix);
        output.Append(text, start, end - start);
    }

    /// <summary>Writes text of our own in place of [start, end): all of it maps to that range.</summary>
    public void Replace(int start, int end, string code) => Place(start, end, code);

    private void Place(int start, int end, string prefix)
    {
        Pieces++;
        isHidden = false;
        // The directive names the last character, not the one behind it.
        LinePosition from = lines.GetLinePosition(start),
            to = lines.GetLinePosition(Math.Max(start, end - 1));
        output.Append("\n#line ");
        if (from.Character >= MaxColumn || to.Character >= MaxColumn || prefix.Length >= MaxColumn)
        {
            output.Append(CultureInfo.InvariantCulture, $"{from.Line + 1}");
        }
        else
        {
            output.Append(CultureInfo.InvariantCulture, $"({from.Line + 1},{from.Character + 1})-({to.Line + 1},{to.Character + 1})");
            if (prefix.Length > 0)
                output.Append(CultureInfo.InvariantCulture, $" {prefix.Length}");
        }

        output.Append(" \"").Append(mappedPath).Append("\"\n").Append(prefix);
    }

    /// <summary>A path as it may stand in a line directive: no quotes, no line ends, of bearable length.</summary>
    public static string PathForDirective(string path)
    {
        if (path.Length > 512)
            path = path[(path.LastIndexOf('/') + 1)..];
        if (path.Length > 512)
            path = path[..512];
        return string.Create(
            path.Length,
            path,
            (span, from) =>
            {
                for (int i = 0; i < span.Length; i++)
                    span[i] = from[i] is '"' or '\u0085' or '\u2028' or '\u2029' || char.IsControl(from[i]) ? '_' : from[i];
            }
        );
    }
}
