using Shrike.Analysis.Facts;

namespace Shrike.Analysis.Sources;

/// <summary>What a project file says, read as data: nothing is evaluated, nothing outside the tree is followed.</summary>
internal sealed record ProjectFile
{
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

    /// <summary>Of .NET Framework; a project of the old style is, unless it says otherwise.</summary>
    public bool IsFramework =>
        Framework.StartsWith('v')
        || IsFrameworkName(Framework)
        || (Sdk.Length == 0 && !Framework.StartsWith("net", StringComparison.OrdinalIgnoreCase));

    /// <summary>The version of .NET Framework that it is built for, where it says so.</summary>
    public Version? FrameworkVersion
    {
        get
        {
            if (Framework.StartsWith('v'))
                return Version.TryParse(Framework.AsSpan(1), out Version? said) ? said : null;
            if (!IsFrameworkName(Framework))
                return null;
            string digits = string.Join('.', Framework[3..].Replace(".", "", StringComparison.Ordinal).Take(3));
            return Version.TryParse(digits, out Version? named) ? named : null;
        }
    }

    public static string FolderOf(string path) => path[..(path.LastIndexOf('/') + 1)];

    /// <summary>Reads a project; one that cannot be read says so and stands for its folder all the same.</summary>
    public static ProjectFile Read(SourceFile file, IReadOnlyDictionary<string, ProjectXml> shared, List<Problem> problems)
    {
        string folder = FolderOf(file.Path);
        ProjectXml? root = ProjectXml.Load(file, problems);
        if (root is null)
            return new ProjectFile
            {
                Path = file.Path,
                Folder = folder,
                Sdk = "unknown",
            };
        ProjectXml[] all = [.. Above("Directory.Build.props", folder, shared), root, .. Above("Directory.Build.targets", folder, shared)];
        string[] packages = [.. all.SelectMany(x => x.Packages)];
        return new ProjectFile
        {
            Path = file.Path,
            Folder = folder,
            Sdk = root.Sdk,
            Framework = FrameworkOf(root, all),
            ImplicitUsings = root.Sdk.Length > 0 && Property(all, "ImplicitUsings")?.ToLowerInvariant() is "enable" or "true",
            RootNamespace = Property(all, "RootNamespace") ?? System.IO.Path.GetFileNameWithoutExtension(file.Path),
            Constants =
            [
                .. (Property(all, "DefineConstants") ?? "")
                    .Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries)
                    .Where(c => !c.Contains('$', StringComparison.Ordinal)),
            ],
            Usings = [.. all.SelectMany(x => x.Usings)],
            References = [.. root.References.Select(r => Resolve(folder, r)).OfType<string>()],
            Packages = packages,
            IsTest =
                "true".Equals(Property(all, "IsTestProject"), StringComparison.OrdinalIgnoreCase)
                || (packages.Any(IsTestPackage) && !root.Sdk.Contains(".Web", StringComparison.Ordinal)),
        };
    }

    private static bool IsTestPackage(string name) =>
        name.Equals("Microsoft.NET.Test.Sdk", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("xunit", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("nunit", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("MSTest.", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Microsoft.VisualStudio.TestPlatform", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Microsoft.VisualStudio.QualityTools.UnitTest", StringComparison.OrdinalIgnoreCase);

    /// <summary>The files of a name from the root down to the folder: what is nearer wins.</summary>
    private static List<ProjectXml> Above(string name, string folder, IReadOnlyDictionary<string, ProjectXml> shared)
    {
        var found = new List<ProjectXml>();
        while (true)
        {
            if (shared.TryGetValue(folder + name, out ProjectXml? xml))
                found.Add(xml);
            if (folder.Length == 0)
                break;
            folder = FolderOf(folder.TrimEnd('/'));
        }

        found.Reverse();
        return found;
    }

    private static string? Property(ProjectXml[] all, string name) =>
        Last(all, name) is { } value ? ProjectCondition.Expand(value, n => Last(all, n)) : null;

    private static string? Last(ProjectXml[] all, string name)
    {
        for (int i = all.Length - 1; i >= 0; i--)
        {
            if (all[i].Property(name) is { } value)
                return value;
        }

        return null;
    }

    // What Directory.Build.props says to projects of the SDK means nothing to one of the old style beside them.
    private static string FrameworkOf(ProjectXml root, ProjectXml[] all) =>
        root.Sdk.Length == 0 && root.Property("TargetFrameworkVersion") is { } old
            ? old
            : Newest(
                Property(all, "TargetFramework") ?? Property(all, "TargetFrameworks") ?? Property(all, "TargetFrameworkVersion") ?? ""
            );

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
        return IsFrameworkName(framework) ? version / 1000 : version;
    }

    /// <summary>net20, net472, net48: digits without a dot, and never more than four for the first.</summary>
    private static bool IsFrameworkName(string framework) =>
        framework.Length >= 5
        && framework.StartsWith("net", StringComparison.OrdinalIgnoreCase)
        && framework[3] is >= '1' and <= '4'
        && (framework[4] == '.' || framework.AsSpan(3).IndexOfAnyExceptInRange('0', '9') < 0);

    /// <summary>A path relative to the root, or null when it leaves the tree.</summary>
    private static string? Resolve(string folder, string reference)
    {
        var parts = new List<string>();
        foreach (string part in (folder + reference.Replace('\\', '/')).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
            {
                if (parts.Count == 0)
                    return null;
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
