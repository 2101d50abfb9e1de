using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Shrike.Analysis.Facts;

namespace Shrike.Bench.Suites;

/// <summary>A package with a published advisory: where its sink is, before and after the fix.</summary>
/// <param name="Change">What the fix does, in a few words.</param>
internal sealed record NpmPackage(string Package, int Cwe, string Advisory, string Change, NpmVersion Vulnerable, NpmVersion Fixed)
{
    public static IReadOnlyList<NpmPackage> Known { get; } = Read();

    public IEnumerable<(NpmVersion Version, bool IsVulnerable)> Versions => [(Vulnerable, true), (Fixed, false)];

    /// <summary>Where a version lies below the suite's folder.</summary>
    public string FolderOf(NpmVersion version) => $"{Package}@{version.Version}";

    private static IReadOnlyList<NpmPackage> Read()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("packages/npm-known.json")!;
        return JsonSerializer.Deserialize(stream, NpmJson.Default.IReadOnlyListNpmPackage)!;
    }
}

/// <param name="Integrity">Of the tarball, as the registry publishes it: sha512- and base64.</param>
/// <param name="Sha256">Of the file: the lines are right for this text and no other.</param>
/// <param name="Lines">Of the sink, from 1.</param>
internal sealed record NpmVersion(string Version, string Integrity, string File, string Sha256, IReadOnlyList<int> Lines);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<NpmPackage>))]
internal sealed partial class NpmJson : JsonSerializerContext;

/// <summary>npm-known: folders NAME@VERSION as <c>bench get npm-known</c> unpacks them.</summary>
public sealed class NpmPackagesAdapter : ISuiteAdapter
{
    private const int MaxDepth = 12;
    private const int MaxFiles = 2000;
    private const long MaxFileBytes = 16 << 20;

    public string Name => "npm-packages";

    public Suite Read(SuiteDeclaration declaration, string path, CancellationToken cancel)
    {
        string root = Path.GetFullPath(path);
        if (!Directory.Exists(root))
            throw new SuiteException($"{root} is not a folder; 'bench get {declaration.Id}' makes one");
        var cases = new List<BenchCase>();
        var problems = new List<Problem>();
        foreach (NpmPackage package in NpmPackage.Known)
        {
            foreach ((NpmVersion version, bool isVulnerable) in package.Versions)
            {
                cancel.ThrowIfCancellationRequested();
                string target = package.FolderOf(version);
                if (Wrong(Path.Combine(root, target), version) is { } wrong)
                    problems.Add(new Problem($"{target}/{version.File}", wrong));
                else
                    cases.Add(Case(package, version, isVulnerable, root));
            }
        }

        return cases.Count == 0
            ? throw new SuiteException($"none of the packages is below {root}: 'bench get {declaration.Id}' fetches them")
            : new Suite(declaration, root, [.. cases.OrderBy(c => c.Id, StringComparer.Ordinal)], problems, null);
    }

    private static string? Wrong(string folder, NpmVersion version)
    {
        try
        {
            if (SuiteFiles.Below(folder, version.File) is not { } file)
                return "is not there";
            if (new FileInfo(file).Length > MaxFileBytes)
                return $"is larger than {MaxFileBytes >> 20} MiB";
            return Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))) == version.Sha256
                ? null
                : "is not the file that was published: its lines are not those of the label";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"cannot be read: {e.Message}";
        }
    }

    private static BenchCase Case(NpmPackage package, NpmVersion version, bool isVulnerable, string root)
    {
        string target = package.FolderOf(version);
        string folder = Path.Combine(root, target);
        return new BenchCase
        {
            Id = $"{package.Package} {package.Advisory} {(isVulnerable ? "before" : "after")}",
            Target = target,
            Path = $"{target}/{version.File}",
            IsVulnerable = isVulnerable,
            Cwe = package.Cwe,
            Places = [.. version.Lines.Select(l => new LineRange(l, l))],
            Companions =
            [
                .. NpmArchive
                    .CodeEndings.SelectMany(e => SuiteFiles.Find(folder, "*" + e, MaxDepth))
                    .Select(f => SuiteFiles.Relative(root, f))
                    .Order(StringComparer.Ordinal)
                    .Take(MaxFiles),
            ],
        };
    }
}
