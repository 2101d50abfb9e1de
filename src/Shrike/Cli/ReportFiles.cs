using System.Text;
using Shrike.Review;
using Shrike.Review.Reports;

namespace Shrike.Cli;

/// <summary>Pairs of format and file: each --format goes with the --output that follows it; without one it goes to standard output.</summary>
internal static class ReportFiles
{
    public static readonly string[] Formats = ["text", "json", "sarif", "markdown", "html"];

    private static IReport Report(string format, bool includeSuppressed) =>
        format switch
        {
            "text" => new TextReport(),
            "json" => new JsonReport(),
            "sarif" => new SarifReport { IncludeSuppressed = includeSuppressed },
            "markdown" => new MarkdownReport(),
            "html" => new HtmlReport(),
            _ => throw new UsageException($"there is no format '{format}'; known are {string.Join(", ", Formats)}"),
        };

    public static void Write(ScanResult result, ReportContext report, IReadOnlyList<string> formats, IReadOnlyList<string> outputs, bool includeSuppressed, CliContext context)
    {
        if (formats.Count == 0)
            formats = ["text"];
        if (outputs.Count > formats.Count)
            throw new UsageException("more --output than --format; give a --format before each");
        if (formats.Count - outputs.Count > 1)
            throw new UsageException("only one --format can go to standard output; give the others an --output");
        for (int i = 0; i < formats.Count; i++)
        {
            IReport writer = Report(formats[i], includeSuppressed);
            if (i >= outputs.Count || outputs[i] == "-")
            {
                writer.Write(result, report, context.Output);
                continue;
            }

            try
            {
                string file = Path.GetFullPath(outputs[i]);
                // Written beside and moved: a reader never sees half a report.
                string part = file + ".part";
                using (var stream = new StreamWriter(part, append: false, new UTF8Encoding(false)))
                    writer.Write(result, report with { Color = false }, stream);
                File.Move(part, file, overwrite: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new UsageException($"{outputs[i]} cannot be written: {e.Message}");
            }
        }
    }
}
