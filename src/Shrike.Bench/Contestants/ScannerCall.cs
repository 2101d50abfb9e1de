using System.Globalization;
using System.Text.RegularExpressions;
using Shrike.Bench.Runs;

namespace Shrike.Bench.Contestants;

/// <summary>One batch for one scanner: its command lines with everything filled in.</summary>
/// <param name="work">An empty folder outside of what is scanned.</param>
internal sealed partial class ScannerCall(ScannerDeclaration scanner, FoundScanner found, StagedBatch batch, string work, int jobs)
{
    private readonly Lock gate = new();

    public long PeakBytes { get; private set; }

    /// <summary>Runs all command lines, on one file or on all, and reads the answer. A failure is an answer that says so.</summary>
    /// <exception cref="RunException">The program is gone.</exception>
    public ToolAnswer Once(string? file, int number, CancellationToken cancel)
    {
        string report = Path.Combine(work, string.Create(CultureInfo.InvariantCulture, $"report{number}"));
        try
        {
            ToolResult last = new(0, "", "", 0);
            foreach (IReadOnlyList<string> step in scanner.Run)
            {
                last = Step([.. found.Before, .. step], file, report, cancel);
                if (!scanner.Exits.Contains(last.Exit))
                    return Failed($"{scanner.Title} ended with {last.Exit}: {last.LastWords}");
            }

            if (scanner.ReportIn != "report")
                File.WriteAllText(report, scanner.ReportIn == "output" ? last.Output : last.Error);
            return Read(report);
        }
        catch (ToolStoppedException e)
        {
            return Failed(e.Message);
        }
        finally
        {
            File.Delete(report);
        }
    }

    private ToolAnswer Read(string report)
    {
        try
        {
            return OutputReaders.Read(scanner.Reader, report);
        }
        catch (RunException e)
        {
            return Failed($"{scanner.Title}: {e.Message}");
        }
    }

    private ToolResult Step(IReadOnlyList<string> arguments, string? file, string report, CancellationToken cancel)
    {
        string Filled(string text) =>
            Placeholder()
                .Replace(
                    text,
                    match =>
                        match.Groups[1].Value switch
                        {
                            "input" => batch.Folder,
                            "file" => file ?? "",
                            "report" => report,
                            "work" => work,
                            "jobs" => jobs.ToString(CultureInfo.InvariantCulture),
                            "rules" => found.Rules ?? "",
                            "language" => LanguageOf(batch),
                            "program" => found.Program,
                            "modules" => found.Modules,
                            "package" => found.Package ?? "",
                            _ => match.Value,
                        }
                );
        var limits = new ToolLimits(TimeSpan.FromMinutes(scanner.Minutes), (long)scanner.Mebibytes << 20);
        ToolResult result =
            ToolProcess.Run(
                found.Program,
                arguments.Select(Filled),
                batch.Folder,
                limits,
                cancel,
                scanner.Environment.Select(e => (e.Key, Filled(e.Value)))
            ) ?? throw new RunException($"{found.Program} is gone");
        lock (gate)
            PeakBytes = Math.Max(PeakBytes, result.PeakBytes);
        return result;
    }

    private string LanguageOf(StagedBatch staged)
    {
        string? language = staged
            .Originals.Keys.Select(f =>
                Path.GetExtension(f) switch
                {
                    ".cs" => "csharp",
                    ".java" => "java",
                    ".py" => "python",
                    ".c" => "c",
                    ".js" or ".ts" => "javascript",
                    _ => null,
                }
            )
            .OfType<string>()
            .GroupBy(l => l)
            .MaxBy(g => g.Count())
            ?.Key;
        return scanner.Languages.GetValueOrDefault(language ?? "") ?? "";
    }

    private static ToolAnswer Failed(string reason) => new([], [new Unseen("", false, reason)], 0);

    [GeneratedRegex(@"\{([a-z]+)\}")]
    private static partial Regex Placeholder();
}
