using Shrike.Analysis.Sources;
using Shrike.Bench.Suites;
using Shrike.Review.Reports.Html;

namespace Shrike.Bench.Reports.Html;

/// <summary>The code of a case, the label's lines marked and what contestants said written below their lines. Bounded: short files whole, of others
/// what lies around label and findings.</summary>
internal sealed class CodeView(Suite? suite, TextWriter html)
{
    private const long MaxBytes = 2 << 20;
    private const int WholeBelow = 90;
    private const int MostLines = 120;
    private const int MostChars = 240;
    private const int Around = 5;

    /// <param name="Entrant">By its place in the table.</param>
    public sealed record Saying(int Line, int Entrant, string Text);

    public void Write(BenchCase one, IReadOnlyList<Saying> said)
    {
        if (suite is null)
            return;
        if (Read(one.Path) is not { } lines)
        {
            html.Write("<p class=\"empty\">The file is not below the suite’s folder, or cannot be shown.</p>");
            return;
        }

        ILookup<int, Saying> byLine = said.Distinct().ToLookup(s => s.Line);
        int shown = 0,
            last = 0;
        html.Write($"<p class=\"where\"><span class=\"file\">{Markup.Text(one.Path, 240)}</span></p><div class=\"code\">");
        for (int number = 1; number <= lines.Length && shown < MostLines; number++)
        {
            if (!IsShown(number, lines.Length, one, said))
                continue;
            if (number > last + 1)
                html.Write("<div class=\"gap\" aria-hidden=\"true\">⋯</div>");
            (last, shown) = (number, shown + 1);
            bool isLabel = one.Places.Any(p => p.DistanceTo(number) == 0);
            html.Write(
                $"<div class=\"l{(isLabel ? " hit" : "")}\"><span class=\"n\">{number}{(isLabel ? "<span class=\"unseen\"> label</span>" : "")}</span><code>{Markup.Text(lines[number - 1], MostChars)}</code></div>"
            );
            foreach (Saying saying in byLine[number].Take(6))
                html.Write($"<div class=\"says\">{Charts.Key(saying.Entrant)} {Markup.Text(saying.Text, 160)}</div>");
        }

        if (last < lines.Length)
            html.Write("<div class=\"gap\" aria-hidden=\"true\">⋯</div>");
        html.Write("</div>");
    }

    private static bool IsShown(int number, int count, BenchCase one, IReadOnlyList<Saying> said) =>
        count <= WholeBelow
        || (one.Places.Count == 0 && said.Count == 0 && number <= WholeBelow)
        || one.Places.Any(p => p.DistanceTo(number) <= Around)
        || said.Any(s => Math.Abs(s.Line - number) <= Around);

    private string[]? Read(string path)
    {
        try
        {
            return SuiteFiles.Below(suite!.Root, path) is { } file && new FileInfo(file).Length <= MaxBytes
                ? SourceReader.Read(file).ToString().ReplaceLineEndings("\n").Split('\n')
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
