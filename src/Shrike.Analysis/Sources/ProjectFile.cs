using System.Xml;
using System.Xml.Linq;
using Shrike.Analysis.Facts;

namespace Shrike.Analysis.Sources;

/// <summary>What a project file says, read as data: nothing is evaluated, nothing outside the tree is followed.</summary>
internal sealed record ProjectFile
{
    private const long MaxBytes = 4 << 20;

    public required string Path { get; init; }

    /// <summary>"" for the root, else ending in '/'.</summary>
    public required string Folder { get; init; }
    public string Sdk { get; init; } = "";
    public string Framework { get; init; } = "";
    public bool ImplicitUsings { get; init; }
    public string RootNamespace { get; init; } = "";
    public IReadOnlyList<string> Constants { get; init; } = [];
    public IReadOnlyList<string> Usings { get; init; } = [];
    public IReadOnlyList<string> References { get; init; } = [];
    public IReadOnlyList<string> Packages { get; init; } = [];
    public bool IsTest { get; init; }

    public bool IsFramework => (Sdk.Length == 0 && !Framework.StartsWith("net", StringComparison.OrdinalIgnoreCase)) || Framework.StartsWith("net4", StringComparison.OrdinalIgnoreCase) || Framework.StartsWith("net3", StringComparison.OrdinalIgnoreCase) || Framework.StartsWith('v');

    public static string FolderOf(string path) => path[..(path.LastIndexOf('/') + 1)];

    /// <summary>Reads a project; one that cannot be read says so and stands for its folder all the same.</summary>
    public static ProjectFile Read(SourceFile file, IReadOnlyDictionary<string, XElement> shared, List<Problem> problems)
    {
        string folder = FolderOf(file.Path);
        XElement? root = Load(file, problems);
        if (root is null)
            return new ProjectFile { Path = file.Path, Folder = folder, Sdk = "unknown" };
        XElement[] all = [.. Ancestors(folder, shared), root];
        string sdk = root.Attribute("Sdk")?.Value ?? root.Elements().FirstOrDefault(e => e.Name.LocalName == "Sdk")?.Attribute("Name")?.Value ?? "";
        string[] packages = [.. Items(all, "PackageReference"), .. Items(all, "Reference").Select(r => r.Split(',')[0])];
        return new ProjectFile
        {
            Path = file.Path,
            Folder = folder,
            Sdk = sdk,
            Framework = Newest(Property(all, "TargetFramework") ?? Property(all, "TargetFrameworks") ?? Property(all, "TargetFrameworkVersion") ?? ""),
            ImplicitUsings = sdk.Length > 0 && Property(all, "ImplicitUsings") is "enable" or "true",
            RootNamespace = Property(all, "RootNamespace") ?? System.IO.Path.GetFileNameWithoutExtension(file.Path),
            Constants = [.. (Property(all, "DefineConstants") ?? "").Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries).Where(c => !c.Contains('$', StringComparison.Ordinal))],
            Usings = [.. all.Descendants().Where(e => e.Name.LocalName == "Using" && e.Attribute("Include") is not null && e.Attribute("Static") is null && e.Attribute("Alias") is null).Select(e => e.Attribute("Include")!.Value)],
            References = [.. Items([root], "ProjectReference").Select(r => Resolve(folder, r)).OfType<string>()],
            Packages = packages,
            IsTest = Property(all, "IsTestProject") == "true" || packages.Any(IsTestPackage),
        };
    }

    private static bool IsTestPackage(string name) =>
        name.Equals("Microsoft.NET.Test.Sdk", StringComparison.OrdinalIgnoreCase) || name.StartsWith("xunit", StringComparison.OrdinalIgnoreCase) || name.StartsWith("nunit", StringComparison.OrdinalIgnoreCase) || name.StartsWith("MSTest.", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Microsoft.VisualStudio.TestPlatform", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Microsoft.VisualStudio.QualityTools.UnitTest", StringComparison.OrdinalIgnoreCase);

    public static XElement? Load(SourceFile file, List<Problem> problems)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxBytes, IgnoreComments = true };
            using var text = new StringReader(file.Text.ToString());
            using var reader = XmlReader.Create(text, settings);
            return DepthOf(file) > 200 ? throw new XmlException("nested too deeply") : XElement.Load(reader);
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            problems.Add(new Problem(file.Path, $"project file not understood: {e.Message}"));
            return null;
        }
    }

    private static int DepthOf(SourceFile file)
    {
        using var text = new StringReader(file.Text.ToString());
        using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        int depth = 0;
        while (depth <= 200 && reader.Read())
            depth = Math.Max(depth, reader.Depth);
        return depth;
    }

    /// <summary>Directory.Build.props and .targets from the root down to the folder: what is nearer wins.</summary>
    private static IEnumerable<XElement> Ancestors(string folder, IReadOnlyDictionary<string, XElement> shared)
    {
        var found = new List<XElement>();
        string current = folder;
        while (true)
        {
            foreach (string name in (string[])["Directory.Build.props", "Directory.Build.targets"])
            {
                if (shared.TryGetValue(current + name, out XElement? element))
                    found.Insert(0, element);
            }

            if (current.Length == 0)
                return found;
            current = FolderOf(current.TrimEnd('/'));
        }
    }

    private static string? Property(XElement[] all, string name) =>
        all.Descendants().LastOrDefault(e => e.Name.LocalName == name && !e.HasElements && e.Value.Length is > 0 and < 4000)?.Value.Trim();

    private static IEnumerable<string> Items(XElement[] all, string name) =>
        all.Descendants().Where(e => e.Name.LocalName == name).Select(e => e.Attribute("Include")?.Value).OfType<string>();

    private static string Newest(string frameworks)
    {
        string[] all = frameworks.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return all.Length == 0 ? "" : all.OrderByDescending(Rank).First();
    }

    private static double Rank(string framework)
    {
        if (framework.Contains('$', StringComparison.Ordinal))
            return 500;
        string digits = new([.. framework.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(c => char.IsAsciiDigit(c) || c == '.')]);
        double.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out double version);
        return version > 30 ? version / 1000 : version;
    }

    /// <summary>A path relative to the root, or null when it leaves the tree.</summary>
    private static string? Resolve(string folder, string reference)
    {
        var parts = new List<string>((folder + reference.Replace('\\', '/')).Split('/', StringSplitOptions.RemoveEmptyEntries));
        for (int i = 0; i < parts.Count; i++)
        {
            if (parts[i] == ".")
                parts.RemoveAt(i--);
            else if (parts[i] == "..")
            {
                if (i == 0)
                    return null;
                parts.RemoveRange(i - 1, 2);
                i -= 2;
            }
        }

        return string.Join('/', parts);
    }
}
