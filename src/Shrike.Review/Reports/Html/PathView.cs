using Shrike.Analysis.Findings;

namespace Shrike.Review.Reports.Html;

/// <summary>Draws a path over the code: excerpts in the order of the steps, each step numbered beside its line and joined to
/// the next by a rail. An excerpt ends where the path changes file or goes back up, so that reading down is following it.</summary>
internal sealed class PathView(CodeLines code, TextWriter html)
{
    private const int MaxSteps = 40;

    private sealed record Stop(int Number, FlowStep Step);

    public void Write(IReadOnlyList<FlowStep> steps, int around)
    {
        html.Write(steps.Count > 1 ? "<div class=\"path\">" : "<div class=\"path single\">");
        foreach (List<Stop> excerpt in Excerpts(steps))
        {
            if (excerpt.Count == 0)
                html.Write(
                    $"<p class=\"fold\">{steps.Count - MaxSteps} steps between are folded; <code>shrike explain</code> shows them.</p>"
                );
            else
                WriteExcerpt(excerpt, around, steps.Count);
        }

        html.Write("</div>");
    }

    /// <summary>An empty excerpt stands for folded steps.</summary>
    private static List<List<Stop>> Excerpts(IReadOnlyList<FlowStep> steps)
    {
        var excerpts = new List<List<Stop>>();
        FlowStep? last = null;
        for (int i = 0; i < steps.Count; i++)
        {
            if (steps.Count > MaxSteps && i == MaxSteps / 2)
            {
                i += steps.Count - MaxSteps;
                excerpts.Add([]);
                last = null;
            }

            FlowStep step = steps[i];
            if (
                last is null
                || last.Where.Path != step.Where.Path
                || step.Where.StartLine < last.Where.StartLine
                || step.Where.StartLine - last.Where.StartLine > 400
            )
                excerpts.Add([]);
            excerpts[^1].Add(new Stop(i + 1, step));
            last = step;
        }

        return excerpts;
    }

    private void WriteExcerpt(List<Stop> stops, int around, int count)
    {
        SourceSpan first = stops[0].Step.Where;
        string functions = string.Join(", ", stops.Select(s => s.Step.Function).Where(f => f.Length > 0).Distinct().Take(3));
        html.Write($"<div class=\"excerpt\"><p class=\"where\"><span class=\"file\">{Markup.Text(first.Path)}:{first.StartLine}</span>");
        if (functions.Length > 0)
            html.Write($" <span class=\"in\">in {Markup.Text(functions)}</span>");
        html.Write("</p><div class=\"code\">");
        IReadOnlyList<string>? lines = code.Of(first.Path);
        int shown = 0;
        foreach (IGrouping<int, Stop> here in stops.GroupBy(s => s.Step.Where.StartLine))
        {
            if (lines is not null && here.Key <= lines.Count)
                shown = WriteAround(here, shown, stops, around, lines.Count);
            foreach (Stop stop in here)
                WriteSaying(stop, count);
        }

        if (lines is not null && shown > 0)
            WriteLines(first.Path, shown + 1, Math.Min(shown + around, lines.Count), []);
        else if (lines is null)
            html.Write("<div class=\"gap\">the source is not at hand</div>");
        html.Write("</div></div>");
    }

    private int WriteAround(IGrouping<int, Stop> here, int shown, List<Stop> stops, int around, int count)
    {
        string path = stops[0].Step.Where.Path;
        int line = here.Key;
        // Multi-line spans are shown to their end, but not further than a screen.
        int end = Math.Min(Math.Min(here.Max(s => s.Step.Where.EndLine), line + 6), count);
        int nextLine = stops.Select(s => s.Step.Where.StartLine).Where(l => l > line).DefaultIfEmpty(int.MaxValue).Min();
        end = Math.Max(line, Math.Min(end, nextLine - 1));
        int from = Math.Max(shown + 1, line - around);
        if (shown > 0 && from > shown + 1)
        {
            int tail = Math.Min(shown + around, from - 1);
            WriteLines(path, shown + 1, tail, []);
            if (from > tail + 1)
                html.Write("<div class=\"gap\" aria-hidden=\"true\">⋯</div>");
        }

        WriteLines(path, from, line - 1, []);
        WriteLines(path, line, end, [.. here.Select(s => s.Step.Where)]);
        return end;
    }

    private void WriteLines(string path, int from, int to, IReadOnlyList<SourceSpan> marks)
    {
        for (int number = from; number <= to; number++)
        {
            string kind = marks.Count > 0 ? " hit" : "";
            html.Write($"<div class=\"l{kind}\"><span class=\"n\">{number}</span><code>{code.Html(path, number, marks)}</code></div>");
        }
    }

    private void WriteSaying(Stop stop, int count)
    {
        string ends = (stop.Number == 1 ? " first" : "") + (stop.Number == count ? " last" : "");
        string marker = count > 1 ? $"<b>{stop.Number}</b>" : "<b aria-hidden=\"true\">!</b>";
        html.Write($"<div class=\"say{ends}\">{marker}<span>{Markup.Text(stop.Step.Message)}</span></div>");
    }
}
