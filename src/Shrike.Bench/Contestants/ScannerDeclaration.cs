using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Shrike.Bench.Runs;

namespace Shrike.Bench.Contestants;

// A generated deserializer sets what is missing to null or 0, hence the accessors.
/// <summary>How a scanner is run and read. What it says in arguments may hold {input}, {file}, {report}, {work}, {jobs}, {rules}, {language},
/// {program}, {modules} (the folder that the program's own package lies in), {package} and {references}.</summary>
public sealed record ScannerDeclaration
{
    private const string AnyVersion = "([0-9]+(?:\\.[0-9]+)+[^\\s,]*)";
    private const string InReport = "report";

    /// <summary>What a person types, and the contestant's name in a run.</summary>
    public required string Id { get; init; }
    public required string Title { get; init; }

    /// <summary>From the language of a suite (csharp, java, python, c, javascript) to what the scanner calls it.</summary>
    public required IReadOnlyDictionary<string, string> Languages { get; init; }

    /// <summary>Name of the program to look for on the PATH.</summary>
    public string? Program { get; init; }

    /// <summary>Instead of a program: analysers of C# in a NuGet package of this id, run by the compiler of the installed .NET SDK.</summary>
    public string? AnalyserPackage { get; init; }
    public IReadOnlyList<string> VersionArguments
    {
        get;
        init => field = value ?? ["--version"];
    } = ["--version"];

    /// <summary>Its groups are the version.</summary>
    public string VersionPattern
    {
        get;
        init => field = value ?? AnyVersion;
    } = AnyVersion;

    /// <summary>How to get it, in one sentence.</summary>
    public required string Install { get; init; }

    /// <summary>What of its settings a reader of the scores must know; part of the version.</summary>
    public string? Settings { get; init; }

    /// <summary>Whether it brings no rules, so that they must be given.</summary>
    public bool NeedsRules { get; init; }

    /// <summary>Command lines without the program, one after the other; run in the input's folder.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Run
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Extensions of the files that it is run on one at a time; empty: it is run once on all.</summary>
    public IReadOnlyList<string> EachFile
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Written to the work folder before it is run: name and content.</summary>
    public IReadOnlyDictionary<string, string> Files
    {
        get;
        init => field = value ?? new Dictionary<string, string>();
    } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, string> Environment
    {
        get;
        init => field = value ?? new Dictionary<string, string>();
    } = new Dictionary<string, string>();

    /// <summary>Exit codes that mean it did its work.</summary>
    public IReadOnlyList<int> Exits
    {
        get;
        init => field = value ?? [0];
    } = [0];

    /// <summary>Of <see cref="OutputReaders"/>.</summary>
    public required string Reader { get; init; }

    /// <summary>Where the answer is: report (default), output or error.</summary>
    public string ReportIn
    {
        get;
        init => field = value ?? InReport;
    } = InReport;

    /// <summary>For one command line.</summary>
    public int Minutes
    {
        get;
        init => field = value <= 0 ? 30 : value;
    } = 30;
    public int Mebibytes
    {
        get;
        init => field = value <= 0 ? 8192 : value;
    } = 8192;

    /// <summary>Weaknesses of rules that name none. A key that ends with * stands for all rules that begin so; the longest wins. 0: about no
    /// weakness.</summary>
    public IReadOnlyDictionary<string, int> Weaknesses
    {
        get;
        init => field = value ?? new Dictionary<string, int>();
    } = new Dictionary<string, int>();

    /// <exception cref="RunException">It is no declaration; the message says what is wrong.</exception>
    public static ScannerDeclaration Parse(string json, string from)
    {
        try
        {
            ScannerDeclaration read =
                JsonSerializer.Deserialize(json, ScannerJson.Default.ScannerDeclaration) ?? throw new RunException($"{from} is empty");
            _ = new Regex(read.VersionPattern, RegexOptions.NonBacktracking);
            return (read.Program is null) == (read.AnalyserPackage is null)
                    ? throw new RunException($"{from}: give either 'program' or 'analyserPackage'")
                : !OutputReaders.All.ContainsKey(read.Reader)
                    ? throw new RunException(
                        $"{from}: there is no reader '{read.Reader}'; there are {string.Join(", ", OutputReaders.All.Keys.Order(StringComparer.Ordinal))}"
                    )
                : read.ReportIn is not ("report" or "output" or "error")
                    ? throw new RunException($"{from}: 'reportIn' is report, output or error")
                : read;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or NotSupportedException)
        {
            throw new RunException($"{from} is no declaration of a scanner: {e.Message}");
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Skip,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    MaxDepth = 16
)]
[JsonSerializable(typeof(ScannerDeclaration))]
internal sealed partial class ScannerJson : JsonSerializerContext;
