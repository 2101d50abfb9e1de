using Shrike.Analysis.Findings;

namespace Shrike.Review.Reports.Html;

/// <summary>What narrows the list. Hidden without the script, which does the narrowing.</summary>
internal sealed class FilterPanel(TextWriter html)
{
    public void Write(ScanResult result)
    {
        html.Write("<aside id=\"filters\" aria-label=\"Filters\" hidden>\n");
        html.Write(
            "<label for=\"q\">Search <kbd>/</kbd></label><input id=\"q\" type=\"search\" placeholder=\"file, function, text, id\" autocomplete=\"off\" spellcheck=\"false\">\n"
        );
        html.Write("<fieldset><legend>Severity</legend>");
        foreach (IGrouping<Severity, Finding> group in result.Findings.GroupBy(f => f.Severity).OrderByDescending(g => g.Key))
        {
            string word = HtmlReport.Word(group.Key);
            html.Write(
                $"<label class=\"check\"><input type=\"checkbox\" name=\"severity\" value=\"{word}\" checked><span class=\"dot {word}\" aria-hidden=\"true\"></span>{word} <span class=\"count\">{group.Count()}</span></label>"
            );
        }

        html.Write("</fieldset>\n");
        Select(
            "rule",
            "Rule",
            result.Findings.GroupBy(f => f.Candidate.Rule.Id).Select(g => (g.Key, g.First().Candidate.Rule.Title, g.Count()))
        );
        Select(
            "cwe",
            "Weakness",
            result
                .Findings.GroupBy(f => f.Cwe)
                .OrderBy(g => g.Key)
                .Select(g => (g.Key.ToString(System.Globalization.CultureInfo.InvariantCulture), $"CWE-{g.Key}", g.Count())),
            isSorted: true
        );
        Select(
            "door",
            "Entry point",
            result
                .Findings.Where(f => f.Candidate.EntryPoint is not null)
                .GroupBy(f => f.Candidate.EntryPoint!.Display)
                .Select(g => (g.Key, g.Key, g.Count()))
        );
        html.Write(
            "<p id=\"shown\" role=\"status\"></p>\n<p class=\"buttons\"><button type=\"button\" id=\"reset\">Reset</button><button type=\"button\" id=\"all\" aria-pressed=\"false\">Open all</button></p>\n"
        );
        html.Write(
            "<label class=\"check\"><input type=\"checkbox\" id=\"keys\" checked>Keys: <span><kbd>j</kbd> <kbd>k</kbd> next, previous; <kbd>Enter</kbd> open; <kbd>/</kbd> search</span></label>\n</aside>\n"
        );
    }

    private void Select(string name, string label, IEnumerable<(string Value, string Label, int Count)> options, bool isSorted = false)
    {
        (string Value, string Label, int Count)[] all = [.. options];
        if (all.Length < 2)
            return;
        html.Write($"<label for=\"{name}\">{label}</label><select id=\"{name}\"><option value=\"\">all</option>");
        foreach ((string value, string text, int count) in isSorted ? all : [.. all.OrderBy(o => o.Label, StringComparer.Ordinal)])
            html.Write($"<option value=\"{Markup.Text(value)}\">{Markup.Text(text, 80)} ({count})</option>");
        html.Write("</select>\n");
    }
}
