namespace Shrike.Analysis.Sources;

/// <summary>One path or pattern of an item's Include, Remove or Exclude, relative to the tree's root.</summary>
/// <param name="Prefix">The path, or the folders before the first wildcard; in lower case.</param>
/// <param name="Glob">What follows the folders, for <see cref="IgnoreGlob"/>; null for a path.</param>
/// <param name="Written">The path as it is written.</param>
internal readonly record struct ItemPattern(string Prefix, string? Glob, string Written)
{
    /// <summary>Stands for the tree's root in what reserved properties give; no XML may hold such a character.</summary>
    public const string Root = "/\u0001/";

    private const int MaxGlob = 1000;

    /// <param name="list">Separated by semicolons, properties expanded.</param>
    /// <param name="folder">What the paths are relative to: "" or ending in '/'.</param>
    /// <param name="isUnknown">Some part was not understood: it may name any file.</param>
    public static List<ItemPattern> Parse(string list, string folder, out bool isUnknown)
    {
        var patterns = new List<ItemPattern>();
        isUnknown = false;
        foreach (string written in list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IsUnknown(written))
                isUnknown |= !IsBuildOutput(written);
            else if (One(Unescape(written), folder) is { } pattern)
                patterns.Add(pattern);
        }

        return patterns;
    }

    private static bool IsUnknown(string text) =>
        text.Contains("$(", StringComparison.Ordinal)
        || text.Contains("@(", StringComparison.Ordinal)
        || text.Contains("%(", StringComparison.Ordinal);

    // What the build itself makes is not in the tree.
    private static bool IsBuildOutput(string text) =>
        text.Contains("IntermediateOutputPath", StringComparison.OrdinalIgnoreCase)
        || text.Contains("$(OutputPath)", StringComparison.OrdinalIgnoreCase)
        || text.Contains("$(OutDir)", StringComparison.OrdinalIgnoreCase);

    private static ItemPattern? One(string written, string folder)
    {
        string path = written.Replace('\\', '/');
        if (path.StartsWith(Root, StringComparison.Ordinal))
            path = path[Root.Length..];
        else if (path.StartsWith('/') || path.Contains(':', StringComparison.Ordinal))
            return null;
        else
            path = folder + path;
        int wild = path.AsSpan().IndexOfAny('*', '?');
        if (wild < 0)
            return Resolve(path) is { Length: > 0 } plain ? new ItemPattern(plain.ToLowerInvariant(), null, plain) : null;
        int cut = path.LastIndexOf('/', wild) + 1;
        if (Resolve(path[..cut]) is not { } prefix || path.Length - cut > MaxGlob)
            return null;
        string glob = string.Join('/', path[cut..].Split('/').Where(part => part is not ("." or "")));
        if (glob.Split('/').Contains(".."))
            return null;
        return new ItemPattern(
            prefix.Length == 0 ? "" : prefix.ToLowerInvariant() + "/",
            glob.ToLowerInvariant().Replace("[", "\\[", StringComparison.Ordinal),
            path
        );
    }

    /// <summary>A path without "." and "..", or null when it leaves the tree.</summary>
    public static string? Resolve(string path)
    {
        var parts = new List<string>();
        foreach (string part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
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

    /// <summary>`%28` for a parenthesis, as MSBuild writes what has a meaning to it.</summary>
    private static string Unescape(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
            return text;
        var plain = new System.Text.StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                plain.Append((char)Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }
}
