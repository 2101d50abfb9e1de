using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Shrike.Bench.Runs;

namespace Shrike.Bench.Contestants;

/// <summary>cppcheck (C and C++), by its own XML, which names a weakness for most checks.</summary>
public sealed class CppcheckContestant : IContestant
{
    private const string Program = "cppcheck";
    private const string Enabled = "warning,portability";
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(30);

    private readonly int jobs;

    private CppcheckContestant(string version, int jobs)
    {
        Version = $"{version} ({Enabled})";
        this.jobs = jobs;
    }

    public string Name => Program;
    public string Version { get; }
    public bool NeedsInput => true;

    /// <exception cref="RunException">It is not installed; the message says how to get it.</exception>
    public static CppcheckContestant Find(int jobs, CancellationToken cancel)
    {
        (int exit, string output, _) =
            ToolProcess.Run(Program, ["--version"], null, Deadline, cancel)
            ?? throw new RunException(
                "cppcheck is not installed; get it as the package cppcheck of your system, or from https://cppcheck.sourceforge.io"
            );
        return exit == 0 && output.Trim().Split(' ') is [.., var version]
            ? new CppcheckContestant(version, jobs > 0 ? jobs : Environment.ProcessorCount)
            : throw new RunException($"cppcheck --version says '{output.Trim()}', which is not understood");
    }

    public string? CannotRead(string language) => language == "c" ? null : "cppcheck reads C and C++ only";

    public ContestantAnswer Scan(StagedBatch batch, CancellationToken cancel)
    {
        string[] arguments = [$"--enable={Enabled}", "--xml", "--quiet", "-j", jobs.ToString(CultureInfo.InvariantCulture), "."];
        try
        {
            (int exit, string output, string error) =
                ToolProcess.Run(Program, arguments, batch.Folder, Deadline, cancel) ?? throw new RunException("cppcheck is gone");
            return exit == 0
                ? new ContestantAnswer([.. Findings(error, batch)], [], 0)
                : throw new RunException($"cppcheck ended with {exit}: {output.Trim()}");
        }
        catch (Exception e) when (e is XmlException or TimeoutException)
        {
            throw new RunException($"cppcheck: {e.Message}");
        }
    }

    internal static IEnumerable<RawFinding> Findings(string xml, StagedBatch batch)
    {
        foreach (XElement error in XDocument.Parse(xml).Descendants("error"))
        {
            // The first place is where the flaw shows; the others lead there.
            if (error.Element("location") is not { } place)
                continue;
            string path = (place.Attribute("file")?.Value ?? "").Replace('\\', '/');
            if (path.StartsWith("./", StringComparison.Ordinal))
                path = path[2..];
            if (batch.Originals.TryGetValue(path, out string? original))
                yield return new RawFinding
                {
                    Path = original,
                    Line = Number(place.Attribute("line")),
                    Cwe = Number(error.Attribute("cwe")),
                    Rule = error.Attribute("id")?.Value ?? "",
                    Severity = error.Attribute("severity")?.Value switch
                    {
                        "error" => "high",
                        "warning" => "medium",
                        "information" => "info",
                        _ => "low",
                    },
                    Message = error.Attribute("msg")?.Value,
                };
        }
    }

    private static int Number(XAttribute? attribute) =>
        int.TryParse(attribute?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
}
