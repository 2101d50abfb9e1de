using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Shrike.Bench.Runs;

namespace Shrike.Bench.Contestants;

/// <summary>The scanners that are known by declaration, and how each is found.</summary>
public static class Scanners
{
    private const int MaxDeclarationBytes = 1 << 20;
    private const int MaxRuleFiles = 100_000;
    private static readonly ToolLimits ForVersion = new(TimeSpan.FromMinutes(2), OutputChars: 1 << 20);

    /// <summary>By id.</summary>
    public static IReadOnlyList<ScannerDeclaration> All { get; } =
    [
        .. typeof(Scanners)
            .Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith("scanners/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => ScannerDeclaration.Parse(Resource(n), n)),
    ];

    public static ScannerDeclaration? Find(string id) => All.FirstOrDefault(s => s.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>A declaration of one's own.</summary>
    /// <exception cref="RunException">It cannot be read.</exception>
    public static ScannerDeclaration Read(string path)
    {
        try
        {
            return new FileInfo(path).Length > MaxDeclarationBytes
                ? throw new RunException($"{path} is larger than {MaxDeclarationBytes >> 10} KiB")
                : ScannerDeclaration.Parse(File.ReadAllText(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"{path} cannot be read: {e.Message}");
        }
    }

    /// <summary>Looks for it and asks for its version.</summary>
    /// <param name="place">Its program, or the folder of its package; null to look where such things are.</param>
    /// <param name="rules">File or folder of rules, for scanners that bring none.</param>
    /// <exception cref="RunException">It is not installed; the message says how to get it.</exception>
    public static DeclaredContestant Locate(ScannerDeclaration scanner, string? place, string? rules, int jobs, CancellationToken cancel)
    {
        if (scanner.NeedsRules && rules is null)
            throw new RunException($"{scanner.Title} brings no rules; give them with --rules");
        if (rules is not null && !File.Exists(rules) && !Directory.Exists(rules))
            throw new RunException($"there are no rules at {rules}");
        FoundScanner found =
            Find(scanner, place, cancel)
            ?? throw new RunException(
                $"{scanner.Title} is not installed{(place is null ? "" : $" at {place}")}: {scanner.Install}; or say where it is with {scanner.Id}=PATH"
            );
        string more = string.Join(
            ", ",
            ((string?[])[scanner.Settings, rules is null ? null : $"rules {HashOf(rules)}"]).Where(m => m is not null)
        );
        return new DeclaredContestant(
            scanner,
            found with
            {
                Version = more.Length > 0 ? $"{found.Version} ({more})" : found.Version,
                Rules = rules is null ? null : Path.GetFullPath(rules),
            },
            jobs
        );
    }

    /// <summary>What is installed; null where nothing is.</summary>
    /// <exception cref="RunException">Something is there, but it does not say its version.</exception>
    public static string? VersionOf(ScannerDeclaration scanner, string? place, CancellationToken cancel) =>
        Find(scanner, place, cancel)?.Version;

    private static FoundScanner? Find(ScannerDeclaration scanner, string? place, CancellationToken cancel) =>
        scanner.AnalyserPackage is { } package ? AnalyserPackages.Locate(package, place, cancel) : Program(scanner, place, cancel);

    private static FoundScanner? Program(ScannerDeclaration scanner, string? place, CancellationToken cancel)
    {
        if ((place ?? OnPath(scanner.Program!)) is not { } program || !File.Exists(program))
            return null;
        program = Path.GetFullPath(program);
        try
        {
            if (ToolProcess.Run(program, scanner.VersionArguments, null, ForVersion, cancel, Environment(scanner)) is not { } said)
                return null;
            // Some say it on standard error.
            Match match = Regex.Match($"{said.Output}\n{said.Error}", scanner.VersionPattern, RegexOptions.NonBacktracking);
            return match.Success && match.Groups.Count > 1
                ? new FoundScanner(program, [], string.Join('/', match.Groups.Values.Skip(1).Select(g => g.Value)), null, null)
                : throw new RunException(
                    $"{scanner.Title}: '{program} {string.Join(' ', scanner.VersionArguments)}' says '{said.LastWords}', which is not understood"
                );
        }
        catch (ToolStoppedException e)
        {
            throw new RunException($"{scanner.Title}: {e.Message}");
        }
    }

    internal static IEnumerable<(string, string)> Environment(ScannerDeclaration scanner) =>
        scanner.Environment.Where(e => !e.Value.Contains('{', StringComparison.Ordinal)).Select(e => (e.Key, e.Value));

    internal static string? OnPath(string program)
    {
        string[] names = OperatingSystem.IsWindows() ? [program + ".exe", program + ".cmd"] : [program];
        return (System.Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(n => Path.Combine(folder, n)))
            .FirstOrDefault(File.Exists);
    }

    internal static string Resource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    // Two runs by different rules are no runs of one contestant.
    private static string HashOf(string rules)
    {
        try
        {
            var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            string[] files = File.Exists(rules)
                ? [rules]
                :
                [
                    .. Directory
                        .EnumerateFiles(
                            rules,
                            "*",
                            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }
                        )
                        .Take(MaxRuleFiles)
                        .Order(StringComparer.Ordinal),
                ];
            foreach (string file in files)
            {
                string name = File.Exists(rules) ? "" : Path.GetRelativePath(rules, file).Replace('\\', '/');
                hash.AppendData(
                    Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{name}\0{new FileInfo(file).Length}\0"))
                );
                using FileStream stream = File.OpenRead(file);
                hash.AppendData(SHA256.HashData(stream));
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"the rules at {rules} cannot be read: {e.Message}");
        }
    }
}
