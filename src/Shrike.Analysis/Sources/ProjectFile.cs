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
    public IReadOnlyList<ProjectReference> References { get; init; } = [];

    /// <summary>Sees what the projects that it refers to refer to.</summary>
    public bool SeesFurther { get; init; }
    public IReadOnlyList<string> Packages { get; init; } = [];
    public bool IsTest { get; init; }

    /// <summary>LangVersion, where it is said.</summary>
    public string CSharp { get; init; } = "";

    /// <summary>What it compiles, in order; the file's own steps follow <see cref="CompileStep.Below"/>.</summary>
    public IReadOnlyList<CompileStep> Steps { get; init; } = [];

    /// <summary>Compiles what lies below its folder without naming it.</summary>
    public bool TakesFolder { get; init; }
    public IReadOnlyList<ItemPattern> FolderExcludes { get; init; } = [];

    /// <summary>Not all that it compiles is known: files below its folder that no project names are taken for its own.</summary>
    public bool IsOpen { get; init; }

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
    public static ProjectFile Read(SourceFile file, ProjectFiles files)
    {
        string folder = FolderOf(file.Path);
        ProjectXml? root = ProjectXml.Load(file, files.Problems);
        if (root is null)
            return new ProjectFile
            {
                Path = file.Path,
                Folder = folder,
                Sdk = "unknown",
                IsOpen = true,
            };
        var all = new ProjectEvaluation(files, file, root);
        string framework = FrameworkOf(all);
        // Conditions ask for the one framework that is looked at.
        if (all.Property("TargetFramework") is null && framework.Length > 0 && all.Property("TargetFrameworks") is not null)
            (framework, all) = Fuller(files, file, root, framework, all.Property("TargetFrameworks")!);
        return new ProjectFile
        {
            Path = file.Path,
            Folder = folder,
            Sdk = all.Sdk,
            Framework = framework,
            CSharp = all.Property("LangVersion") ?? "",
            ImplicitUsings = all.Sdk.Length > 0 && all.Property("ImplicitUsings")?.ToLowerInvariant() is "enable" or "true",
            RootNamespace = all.Property("RootNamespace") ?? System.IO.Path.GetFileNameWithoutExtension(file.Path),
            Constants =
            [
                .. (all.Property("DefineConstants") ?? "")
                    .Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries)
                    .Where(c => !c.Contains('$', StringComparison.Ordinal)),
            ],
            Usings = all.Usings,
            References = all.References,
            SeesFurther = all.Sdk.Length > 0 && !all.Is("DisableTransitiveProjectReferences", "true"),
            Packages = all.Packages,
            IsTest =
                "true".Equals(all.Property("IsTestProject"), StringComparison.OrdinalIgnoreCase)
                || (all.Packages.Any(IsTestPackage) && !all.Sdk.Contains(".Web", StringComparison.Ordinal)),
            Steps = all.Steps,
            TakesFolder = all.Sdk.Length > 0 && !all.Is("EnableDefaultItems", "false") && !all.Is("EnableDefaultCompileItems", "false"),
            FolderExcludes = all.Property("DefaultItemExcludes") is { } excludes ? all.Patterns(excludes, out _) : [],
            IsOpen = all.IsOpen || CompilesNothing(all),
        };
    }

    /// <summary>What compiles nothing that we can see: a project of the old style that names no files, or one that only packs or
    /// starts others. What lies beside it is looked at as if it did.</summary>
    private static bool CompilesNothing(ProjectEvaluation all) =>
        (all.Sdk.Length == 0 && all.Steps.Count == 1)
        || all.Sdk.Contains("NoTargets", StringComparison.OrdinalIgnoreCase)
        || all.Sdk.Contains("Traversal", StringComparison.OrdinalIgnoreCase);

    private static bool IsTestPackage(string name) =>
        name.Equals("Microsoft.NET.Test.Sdk", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("xunit", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("nunit", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("MSTest.", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Microsoft.VisualStudio.TestPlatform", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Microsoft.VisualStudio.QualityTools.UnitTest", StringComparison.OrdinalIgnoreCase);

    // What Directory.Build.props says to projects of the SDK means nothing to one of the old style beside them.
    private static string FrameworkOf(ProjectEvaluation all) =>
        all.Sdk.Length == 0 && all.Property("TargetFrameworkVersion") is { } old
            ? old
            : Newest(all.Property("TargetFramework") ?? all.Property("TargetFrameworks") ?? all.Property("TargetFrameworkVersion") ?? "");

    /// <summary>The newest framework; but where that is the standard, and leaves out files that .NET Framework has, then the latter: it is
    /// what the code was written for.</summary>
    private static (string Framework, ProjectEvaluation Project) Fuller(
        ProjectFiles files,
        SourceFile file,
        ProjectXml root,
        string newest,
        string frameworks
    )
    {
        var project = new ProjectEvaluation(files, file, root, newest);
        string old = Newest(string.Join(';', Split(frameworks).Where(IsFrameworkName)));
        if (old.Length == 0 || !newest.StartsWith("netstandard", StringComparison.OrdinalIgnoreCase))
            return (newest, project);
        var other = new ProjectEvaluation(files, file, root, old);
        return Removals(other) < Removals(project) ? (old, other) : (newest, project);
    }

    private static int Removals(ProjectEvaluation project) => project.Steps.Sum(step => step.Remove.Count);

    private static string[] Split(string frameworks) =>
        frameworks.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Newest(string frameworks)
    {
        string[] all = Split(frameworks);
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
}
