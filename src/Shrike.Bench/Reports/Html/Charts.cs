using System.Globalization;
using System.Text;
using Shrike.Bench.Scoring;
using Shrike.Bench.Statistics;
using Shrike.Review.Reports.Html;

namespace Shrike.Bench.Reports.Html;

/// <summary>Precision against recall, and cost against F1. Every point has a shape and a colour of its own, and the table above says the same in
/// figures.</summary>
internal sealed class Charts(Leaderboard board, TextWriter html)
{
    private const int Shapes = 4;
    private const int Colours = 8;
    private const double Left = 52;
    private const double Top = 16;
    private const double Width = 440;
    private const double Height = 330;

    private readonly List<(double X, double Y)> labels = [];

    /// <summary>The mark of an entrant, by its place in the table.</summary>
    public static string Key(int index) => $"<svg class=\"key\" viewBox=\"-8 -8 16 16\" aria-hidden=\"true\">{Mark(index, 0, 0)}</svg>";

    public void Write()
    {
        BenchHtml.Open(html, "charts", "Charts");
        html.Write("<div class=\"charts\">");
        PrecisionRecall();
        Cost();
        html.Write("</div></section>\n");
    }

    private void PrecisionRecall()
    {
        Begin("Precision against recall", "Up and to the right is better. Lines join points of the same F1; crosses show 95 %.");
        foreach (double f in (double[])[0.2, 0.4, 0.6, 0.8])
            Curve(f);
        Axis("recall", "precision");
        labels.Clear();
        for (int i = 0; i < board.Ranked.Count; i++)
        {
            Entrant one = board.Ranked[i];
            if (
                one.Of(r => r.Scores.Recall.Value)?.Mean is not { } recall
                || one.Of(r => r.Scores.Precision.Value)?.Mean is not { } precision
            )
                continue;
            double x = X(recall),
                y = Y(precision);
            Interval? across = Range(one, s => s.Recall),
                up = Range(one, s => s.Precision);
            if (across is { } a)
                html.Write($"<path class=\"ci c{i % Colours}\" d=\"M{N(X(a.Low))} {N(y)}H{N(X(a.High))}\"/>");
            if (up is { } u)
                html.Write($"<path class=\"ci c{i % Colours}\" d=\"M{N(x)} {N(Y(u.Low))}V{N(Y(u.High))}\"/>");
            Point(one, i, x, y, $"precision {Figures.Number(precision)}, recall {Figures.Number(recall)}");
        }

        End();
    }

    private static Interval? Range(Entrant one, Func<Scores, Figure> figure) =>
        one.Runs.Count == 1 ? figure(one.Runs[0].Scores).Interval
        : one.Of(r => figure(r.Scores).Value) is { } spread ? new Interval(spread.Low, spread.High)
        : null;

    private void Curve(double f)
    {
        var path = new StringBuilder();
        for (double recall = f / (2 - f); recall <= 1.0001; recall += 0.02)
        {
            double precision = f * recall / (2 * recall - f);
            if (precision is < 1.0001 and > 0)
                path.Append(path.Length == 0 ? "M" : "L").Append(N(X(Math.Min(1, recall)))).Append(' ').Append(N(Y(precision)));
        }

        html.Write(
            $"<path class=\"iso\" d=\"{path}\"/><text class=\"tick\" x=\"{N(X(1) + 6)}\" y=\"{N(Y(f / (2 - f)) + 4)}\">F1 {f.ToString("0.0", CultureInfo.InvariantCulture)}</text>"
        );
    }

    /// <summary>Dollars where anyone spent any, seconds elsewhere; in powers of ten.</summary>
    private void Cost()
    {
        bool isMoney = board.Ranked.Any(e => e.Runs.Any(r => r.Spent.Dollars > 0));
        double? Of(Entrant one) => isMoney ? one.Of(r => (double)r.Spent.Dollars)?.Mean : one.Of(r => r.Seconds)?.Mean;
        double[] known = [.. board.Ranked.Select(Of).OfType<double>().Where(c => c > 0)];
        string unit = isMoney ? "dollars a run" : "seconds a run";
        Begin("Cost against F1", $"Up and to the left is better. {(isMoney ? "Dollars" : "Seconds")} in powers of ten.");
        if (known.Length == 0)
        {
            Axis(unit, "F1", ticks: false);
            html.Write(
                $"<text class=\"tick\" x=\"{N(Left + Width / 2)}\" y=\"{N(Top + Height / 2)}\" text-anchor=\"middle\">no run recorded what it cost</text>"
            );
            End();
            return;
        }

        int low = (int)Math.Floor(Math.Log10(known.Min())),
            high = Math.Max(low + 1, (int)Math.Ceiling(Math.Log10(known.Max()) + 0.1));
        Axis(unit, "F1", ticks: false);
        for (int power = low; power <= high; power++)
        {
            double x = Left + Width * (power - low) / (high - low);
            html.Write(
                $"<path class=\"grid\" d=\"M{N(x)} {N(Top)}V{N(Top + Height)}\"/><text class=\"tick\" x=\"{N(x)}\" y=\"{N(Top + Height + 17)}\" text-anchor=\"middle\">{Math.Pow(10, power).ToString("0.#####", CultureInfo.InvariantCulture)}</text>"
            );
        }

        if (board.Ranked.Count > known.Length)
            html.Write(
                $"<text class=\"tick\" x=\"{N(Left + Width - 6)}\" y=\"{N(Top + 16)}\" text-anchor=\"end\">{board.Ranked.Count - known.Length} not shown: no cost recorded</text>"
            );
        labels.Clear();
        for (int i = 0; i < board.Ranked.Count; i++)
        {
            Entrant one = board.Ranked[i];
            if (Of(one) is not { } cost || cost <= 0 || one.Of(r => r.Scores.F1.Value)?.Mean is not { } f1)
                continue;
            double x = Left + Width * (Math.Log10(cost) - low) / (high - low);
            if (Range(one, s => s.F1) is { } range)
                html.Write($"<path class=\"ci c{i % Colours}\" d=\"M{N(x)} {N(Y(range.Low))}V{N(Y(range.High))}\"/>");
            Point(one, i, x, Y(f1), $"F1 {Figures.Number(f1)}, {cost.ToString("0.0##", CultureInfo.InvariantCulture)} {unit}");
        }

        End();
    }

    private void Begin(string title, string description) =>
        html.Write(
            $"<figure><figcaption><b>{title}</b><br><span class=\"count\">{description}</span></figcaption><svg class=\"chart\" role=\"img\" aria-label=\"{title}: {description}\" viewBox=\"0 0 {N(Left + Width + 46)} {N(Top + Height + 46)}\">"
        );

    private void End() => html.Write("</svg></figure>\n");

    private void Axis(string across, string up, bool ticks = true)
    {
        for (int i = 0; i <= 5; i++)
        {
            string value = (i / 5.0).ToString("0.0", CultureInfo.InvariantCulture);
            html.Write(
                $"<path class=\"grid\" d=\"M{N(Left)} {N(Y(i / 5.0))}H{N(Left + Width)}\"/><text class=\"tick\" x=\"{N(Left - 8)}\" y=\"{N(Y(i / 5.0) + 4)}\" text-anchor=\"end\">{value}</text>"
            );
            if (ticks)
                html.Write(
                    $"<path class=\"grid\" d=\"M{N(X(i / 5.0))} {N(Top)}V{N(Top + Height)}\"/><text class=\"tick\" x=\"{N(X(i / 5.0))}\" y=\"{N(Top + Height + 17)}\" text-anchor=\"middle\">{value}</text>"
                );
        }

        html.Write(
            $"<text class=\"axis\" x=\"{N(Left + Width / 2)}\" y=\"{N(Top + Height + 38)}\" text-anchor=\"middle\">{across}</text><text class=\"axis\" transform=\"translate(14 {N(Top + Height / 2)}) rotate(-90)\" text-anchor=\"middle\">{up}</text>"
        );
    }

    private void Point(Entrant one, int index, double x, double y, string says)
    {
        string name = Markup.Text(Short(one), 22);
        bool isRight = x > Left + Width * 0.72;
        (double tx, double ty) = (isRight ? x - 11 : x + 11, y - 6);
        while (labels.Any(l => Math.Abs(l.X - tx) < 110 && Math.Abs(l.Y - ty) < 13) && ty < Top + Height - 4)
            ty += 13;
        labels.Add((tx, ty));
        html.Write(
            $"<g><title>{Markup.Text(Figures.Name(one), 80)}: {says}</title>{Mark(index, x, y)}<text class=\"name\" x=\"{N(tx)}\" y=\"{N(ty)}\" text-anchor=\"{(isRight ? "end" : "start")}\">{name}</text></g>"
        );
    }

    // Versions of one contestant must be told apart.
    private string Short(Entrant one) =>
        board.Ranked.Count(e => e.Manifest.Contestant == one.Manifest.Contestant) > 1
            ? $"{board.Ranked.TakeWhile(e => e != one).Count() + 1} {one.Manifest.Contestant}"
            : one.Manifest.Contestant;

    private static string Mark(int index, double x, double y)
    {
        string at = $"class=\"mark c{index % Colours}\"";
        return (index % Shapes) switch
        {
            0 => $"<circle {at} cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"5.5\"/>",
            1 => $"<rect {at} x=\"{N(x - 5)}\" y=\"{N(y - 5)}\" width=\"10\" height=\"10\"/>",
            2 => $"<path {at} d=\"M{N(x)} {N(y - 6.5)}L{N(x + 6)} {N(y + 5)}H{N(x - 6)}Z\"/>",
            _ => $"<path {at} d=\"M{N(x)} {N(y - 7)}L{N(x + 7)} {N(y)}L{N(x)} {N(y + 7)}L{N(x - 7)} {N(y)}Z\"/>",
        };
    }

    private static double X(double value) => Left + Width * Math.Clamp(value, 0, 1);

    private static double Y(double value) => Top + Height * (1 - Math.Clamp(value, 0, 1));

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
