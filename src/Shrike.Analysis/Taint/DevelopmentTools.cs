using System.Text.RegularExpressions;

namespace Shrike.Analysis.Taint;

/// <summary>Where the developers of an application keep what they run themselves, by the names that folders and projects have.</summary>
internal static partial class DevelopmentTools
{
    public static bool Hold(string path) => Folder().IsMatch(path);

    [GeneratedRegex(
        "(^|[/._-])(App_?Host|Dev(elopment)?_?Tools?|Tools?|Tooling|Build|Eng|Scripts?|Benchmarks?|Perf)([._-][^/]*)?/",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex Folder();
}
