using Shrike.Bench.Runs;
using Shrike.Bench.Scoring;
using Shrike.Review.Reports;

namespace Shrike.Bench.Reports;

/// <summary>Runs of one suite for a page or a comment: coverage first, then the table, what each adds, and the caveats.</summary>
public static class BenchMarkdown
{
    private const int MostCases = 50;

    /// <param name="runs">Of one suite.</param>
    public static void Write(IReadOnlyList<ScoredRun> runs, TextWriter output)
    {
        Leaderboard board = Leaderboard.Of(runs);
        output.WriteLine($"# {Text(board.Suite.Title)}\n");
        output.WriteLine(
            $"{Figures.Count(board.Cases, "case")}. {(board.Missing.Count == 0 ? "All of it was analysed." : "Not all of it was analysed:")}\n"
        );
        foreach (string missing in board.Missing)
            output.WriteLine($"- {Text(missing)}");
        if (board.Missing.Count > 0)
            output.WriteLine();
        Table(board, output);
        Categories(board, output);
        if (board.Field is { Entrants.Count: > 1 } field)
            Against(field, output);
        output.WriteLine("## Caveats\n");
        foreach (string caveat in board.Caveats)
            output.WriteLine($"- {Text(caveat)}");
    }

    private static void Table(Leaderboard board, TextWriter output)
    {
        string points = board.HasPoints ? " Authors' points |" : "";
        output.WriteLine(
            $"| Contestant | {Figures.Name(board.Headline)} | By CWE tree | Precision | Recall | F1 | Found | False |{points} /kLOC | Seconds | MiB | Tokens | Dollars |"
        );
        output.WriteLine(
            $"| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |{(board.HasPoints ? " ---: |" : "")} ---: | ---: | ---: | ---: | ---: |"
        );
        foreach (Entrant one in board.Ranked)
            output.WriteLine($"| {string.Join(" | ", board.Row(one).Select(Text))} |");
        output.WriteLine();
    }

    private static void Categories(Leaderboard board, TextWriter output)
    {
        if (board.Ranked.Count == 0)
            return;
        output.WriteLine("## By weakness\n\nFound of the vulnerable, flagged of the safe.\n");
        output.WriteLine($"| Weakness | {string.Join(" | ", board.Ranked.Select(e => Text(Figures.Name(e))))} |");
        output.WriteLine($"| --- |{string.Concat(board.Ranked.Select(_ => " ---: |"))}");
        foreach (string category in board.Categories)
            output.WriteLine($"| {Text(category)} | {string.Join(" | ", board.Ranked.Select(e => Cell(e, category)))} |");
        output.WriteLine();
    }

    private static string Cell(Entrant one, string category)
    {
        if (Leaderboard.RowOf(one, category) is not { } row)
            return "-";
        Tally t = row.Tally;
        string found = t.Vulnerable > 0 ? $"{t.TruePositives}/{t.Vulnerable}" : "-";
        return $"{found}, {(t.Safe > 0 ? $"{t.FalsePositives}/{t.Safe}" : "-")}{(t.Extra > 0 ? $" +{t.Extra}" : "")}";
    }

    private static void Against(RunField field, TextWriter output)
    {
        output.WriteLine("## Against each other\n");
        output.WriteLine(
            $"Together they find {field.Union.TruePositives} of {field.Union.Vulnerable} and flag {field.Union.FalsePositives} safe cases of {field.Union.Safe}.\n"
        );
        foreach (Gain gain in field.Gains)
            output.WriteLine($"- {Text(Figures.Name(field.Entrants[gain.Index]))} adds {gain.Finds} found and {gain.Flags} flagged");
        output.WriteLine();
        foreach (Pair pair in field.Pairs)
            output.WriteLine(
                $"- {Text(pair.Comparison.Old.Manifest.Contestant)} against {Text(pair.Comparison.New.Manifest.Contestant)}: right where the other is wrong in {pair.Comparison.Worse} and {pair.Comparison.Better} cases; {Figures.Verdict(pair.P)}"
            );
        output.WriteLine();
        if (field.Pairs.Count != 1)
            return;
        IReadOnlyList<ChangedCase> changed = field.Pairs[0].Comparison.Changed;
        foreach (ChangedCase change in changed.OrderBy(c => c.IsRightNow).Take(MostCases))
            output.WriteLine($"- {(change.IsRightNow ? "better" : "worse")}: {Text(change.New.Case)} ({Text(change.New.Category)})");
        if (changed.Count > MostCases)
            output.WriteLine($"- and {changed.Count - MostCases} more");
        output.WriteLine();
    }

    // What a suite or a scanner wrote must not become markup.
    private static string Text(string text) =>
        string.Concat(
            Visible
                .Text(text)
                .Select(c => c is '|' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '\\' or '!' ? $"\\{c}" : c.ToString())
        );
}
