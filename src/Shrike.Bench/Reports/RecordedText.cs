using System.Globalization;
using Shrike.Bench.Contestants;

namespace Shrike.Bench.Reports;

/// <summary>The scanners whose outputs a suite ships, for a terminal.</summary>
public static class RecordedText
{
    public static void Write(IReadOnlyList<RealVulnRecorded.Row> rows, TextWriter output)
    {
        output.WriteLine(
            $"{"", -34} {"apps", 4} {"runs", 4} {"found", 7} {"false", 7} {"traps", 6} {"prec.", 6} {"recall", 6} {"F1", 6} {"F2", 6} {"F3", 6}"
        );
        foreach (RealVulnRecorded.Row row in rows)
        {
            string counts = string.Join(' ', Count(row.TruePositives, 7), Count(row.FalsePositives, 7), Count(row.TrapsHit, 6));
            string figures = string.Join(' ', ((double[])[row.Precision, row.Recall, row.F(1), row.F(2), row.F(3)]).Select(Figure));
            output.WriteLine($"{row.Scanner, -34} {row.Applications, 4} {row.Epochs, 4} {counts} {figures}");
        }

        if (rows.Count > 0)
            output.WriteLine(
                $"{rows[0].Vulnerable} vulnerabilities in the denominator for all; several runs of one scanner: mean for each application"
            );
    }

    private static string Count(double value, int width) => value.ToString("0.0", CultureInfo.InvariantCulture).PadLeft(width);

    private static string Figure(double value) => value.ToString("0.000", CultureInfo.InvariantCulture).PadLeft(6);
}
