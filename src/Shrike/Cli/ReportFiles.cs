using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using Shrike.Review;
using Shrike.Review.Reports;

namespace Shrike.Cli;

/// <summary>One report to write.</summary>
/// <param name="File">null for standard output.</param>
internal sealed record ReportFile(string Format, string? File);

/// <summary>Pairs of --format and --output: an output takes the format before it, or else the one that its ending names.</summary>
internal static class ReportFiles
{
    public static readonly string[] Formats = ["text", "json", "sarif", "markdown", "html"];

    /// <exception cref="UsageException">Two reports would go to one place.</exception>
    public static IReadOnlyList<ReportFile> Of(ParseResult parse)
    {
        var files = new List<ReportFile>();
        string? format = null;
        string option = "";
        foreach (Token token in parse.Tokens)
        {
            if (token.Type != TokenType.Argument)
            {
                option = token.Value;
            }
            else if (option is "--format" or "-f")
            {
                if (format is not null)
                    files.Add(new ReportFile(format, null));
                (format, option) = (token.Value, "");
            }
            else if (option is "--output" or "-o")
            {
                files.Add(new ReportFile(format ?? FormatOf(token.Value), token.Value == "-" ? null : Path.GetFullPath(token.Value)));
                (format, option) = (null, "");
            }
        }

        if (format is not null || files.Count == 0)
            files.Add(new ReportFile(format ?? "text", null));
        if (files.GroupBy(f => f.File).FirstOrDefault(g => g.Count() > 1) is { } same)
            throw new UsageException(
                $"{same.Count()} reports would go to {same.Key ?? "standard output"}; give each --format an --output of its own"
            );
        // Said now, not after a long scan.
        if (
            files.Find(f => f.File is not null && (Directory.Exists(f.File) || !Directory.Exists(Path.GetDirectoryName(f.File)))) is
            { } lost
        )
            throw new UsageException(
                Messages.NotWritten(lost.File!, Directory.Exists(lost.File) ? "it is a folder" : "its folder does not exist")
            );
        return files;
    }

    private static string FormatOf(string file) =>
        Path.GetExtension(file).ToLowerInvariant() switch
        {
            ".json" => "json",
            ".sarif" => "sarif",
            ".md" or ".markdown" => "markdown",
            ".html" or ".htm" => "html",
            _ => "text",
        };

    private static IReport Report(string format, bool includeSuppressed) =>
        format switch
        {
            "json" => new JsonReport(),
            "sarif" => new SarifReport { IncludeSuppressed = includeSuppressed },
            "markdown" => new MarkdownReport(),
            "html" => new HtmlReport(),
            _ => new TextReport(),
        };

    public static void Write(
        ScanResult result,
        ReportContext report,
        IReadOnlyList<ReportFile> files,
        bool includeSuppressed,
        CliContext context
    )
    {
        foreach (ReportFile file in files)
        {
            IReport writer = Report(file.Format, includeSuppressed);
            if (file.File is null)
                writer.Write(result, report, context.Output);
            else
                WriteFile(file.File, stream => writer.Write(result, report with { Color = false, Width = 100 }, stream));
        }

        context.Output.Flush();
    }

    /// <summary>Written beside and moved: a reader never sees half a file.</summary>
    public static void WriteFile(string file, Action<StreamWriter> write)
    {
        string part = file + ".part";
        try
        {
            using (var stream = new StreamWriter(part, append: false, new UTF8Encoding(false)))
                write(stream);
            File.Move(part, file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(Messages.NotWritten(file, e.Message));
        }
    }
}
