using System.Globalization;

namespace Shrike.Analysis.Sources;

/// <summary>What an SDK gives to a project without a word in its file: constants and global usings.</summary>
internal static class ImplicitItems
{
    private static readonly string[] SdkUsings =
    [
        "System",
        "System.IO",
        "System.Linq",
        "System.Collections.Generic",
        "System.Net.Http",
        "System.Threading",
        "System.Threading.Tasks",
    ];
    private static readonly string[] WebUsings =
    [
        "System.Net.Http.Json",
        "Microsoft.AspNetCore.Builder",
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Http",
        "Microsoft.AspNetCore.Routing",
        "Microsoft.Extensions.Configuration",
        "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Hosting",
        "Microsoft.Extensions.Logging",
    ];

    private static readonly string[] Frameworks =
    [
        "20",
        "35",
        "40",
        "45",
        "451",
        "452",
        "46",
        "461",
        "462",
        "47",
        "471",
        "472",
        "48",
        "481",
    ];
    private static readonly string[] Standards = ["1_0", "1_1", "1_2", "1_3", "1_4", "1_5", "1_6", "2_0", "2_1"];
    private static readonly string[] CoreApps = ["1_0", "1_1", "2_0", "2_1", "2_2", "3_0", "3_1"];
    private const int Newest = 10;

    /// <summary>What `global using` is followed by.</summary>
    public static string[] Usings(ProjectFile? file)
    {
        if (file is null)
            return [];
        var usings = new List<string>();
        if (file.ImplicitUsings)
        {
            usings.AddRange(SdkUsings);
            if (file.Sdk.Contains(".Web", StringComparison.Ordinal) || file.Sdk.Contains(".Worker", StringComparison.Ordinal))
                usings.AddRange(WebUsings);
        }

        var removed = file.Usings.Where(u => u.StartsWith('-')).Select(u => u[1..]).ToHashSet(StringComparer.Ordinal);
        // An item that is taken out and given again is there.
        usings.RemoveAll(removed.Contains);
        usings.AddRange(file.Usings);
        return [.. usings.Where(IsUsing).Distinct()];
    }

    private static bool IsUsing(string text)
    {
        if (text.StartsWith("static ", StringComparison.Ordinal))
            return IsName(text["static ".Length..]);
        int equals = text.IndexOf(" = ", StringComparison.Ordinal);
        return equals < 0
            ? IsName(text)
            : IsName(text[..equals]) && !text[..equals].Contains('.', StringComparison.Ordinal) && IsName(text[(equals + 3)..]);
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and < 300 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c is '.' or '_');

    /// <summary>The project's own constants, those of a debug build, and those that its SDK defines for the framework.</summary>
    public static string[] Constants(ProjectFile? file, bool isFramework) =>
        [.. file?.Constants ?? [], "TRACE", "DEBUG", .. OfFramework(file, isFramework)];

    private static IEnumerable<string> OfFramework(ProjectFile? file, bool isFramework)
    {
        // A project of the old style gets none.
        if (file is { Sdk: "", Framework: not "" })
            return [];
        string framework = (file?.Framework ?? "").ToLowerInvariant();
        string name = framework.Split('-')[0];
        if (framework.Length == 0 || framework.Contains('$', StringComparison.Ordinal))
            return isFramework ? OfNetFramework("48") : Net(Newest, 0);
        IEnumerable<string> platform =
            framework.Length > name.Length
                ? [new string([.. framework[(name.Length + 1)..].TakeWhile(char.IsAsciiLetter)]).ToUpperInvariant()]
                : [];
        if (name.StartsWith("netstandard", StringComparison.Ordinal))
            return Family("NETSTANDARD", Standards, Dashed(name["netstandard".Length..]));
        if (name.StartsWith("netcoreapp", StringComparison.Ordinal))
            return Family("NETCOREAPP", CoreApps, Dashed(name["netcoreapp".Length..]));
        if (isFramework)
            return OfNetFramework(name.Replace("net", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal));
        return Version.TryParse(name.Replace("net", "", StringComparison.Ordinal), out Version? version) && version.Major is >= 5 and < 100
            ? [.. Net(version.Major, version.Minor), .. platform]
            : Net(Newest, 0);
    }

    private static string Dashed(string version) => version.Replace('.', '_');

    private static IEnumerable<string> OfNetFramework(string version) =>
        Family("NETFRAMEWORK", Frameworks, version)
            .Select(c => c.StartsWith("NETFRAMEWORK", StringComparison.Ordinal) && c.Length > 12 ? "NET" + c[12..] : c);

    /// <summary>The family's name, its version, and "or greater" up to that.</summary>
    private static IEnumerable<string> Family(string name, string[] versions, string version) =>
        [name, name + version, .. versions.Take(Array.IndexOf(versions, version) + 1).Select(v => $"{name}{v}_OR_GREATER")];

    private static IEnumerable<string> Net(int major, int minor) =>
        [
            "NET",
            "NETCOREAPP",
            string.Create(CultureInfo.InvariantCulture, $"NET{major}_{minor}"),
            .. Enumerable.Range(5, major - 4).Select(v => string.Create(CultureInfo.InvariantCulture, $"NET{v}_0_OR_GREATER")),
            .. CoreApps.Select(v => $"NETCOREAPP{v}_OR_GREATER"),
        ];

    /// <summary>Before C# 14 `field` is a name like any other. Where nothing is said, or not in a way that we understand, code is new.</summary>
    public static bool IsBeforeCSharp14(ProjectFile? file)
    {
        if (file is null)
            return false;
        string said = file.CSharp.Trim();
        if (double.TryParse(said, NumberStyles.Float, CultureInfo.InvariantCulture, out double version))
            return version < 14;
        if (said.Length > 0 && !said.Equals("default", StringComparison.OrdinalIgnoreCase))
            return said.StartsWith("iso", StringComparison.OrdinalIgnoreCase);
        if (file.IsFramework)
            return file.Framework.Length > 0 && !file.Framework.Contains('$', StringComparison.Ordinal);
        string name = file.Framework.Split('-')[0].ToLowerInvariant();
        return name.StartsWith("netstandard", StringComparison.Ordinal)
            || name.StartsWith("netcoreapp", StringComparison.Ordinal)
            || (name.StartsWith("net", StringComparison.Ordinal) && Version.TryParse(name[3..], out Version? net) && net.Major < Newest);
    }
}
