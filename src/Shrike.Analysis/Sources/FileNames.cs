using System.Text.RegularExpressions;

namespace Shrike.Analysis.Sources;

/// <summary>Names of MSBuild files in text that is not understood.</summary>
internal static partial class FileNames
{
    /// <summary>The last one; "" without.</summary>
    public static string Last(string text) => text.Length > ProjectXml.MaxValue ? "" : Name().Matches(text).LastOrDefault()?.Value ?? "";

    [GeneratedRegex(@"[\w.\-]+\.(?:props|targets|projitems)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
