using System.Globalization;

namespace Shrike.Analysis.Sources;

/// <summary>Cuts what is too large to be bound as one: syntax and symbols of a project are held together while it is bound, so that the
/// largest project decides how much memory a scan takes.</summary>
internal static class ProjectParts
{
    /// <summary>10 KiB each where files are tiny. The largest generated clients of web services have half as many.</summary>
    public const int MaxFiles = 50_000;

    /// <summary>A syntax tree takes about ten times its text.</summary>
    public const long MaxBytes = 128 << 20;

    /// <summary>The project itself, or its parts, which bind apart: none sees what another declares.</summary>
    public static IEnumerable<SourceProject> Of(SourceProject project, int maxFiles = MaxFiles, long maxBytes = MaxBytes)
    {
        List<(int Start, int End)> ranges = Ranges(project.Files, maxFiles, maxBytes);
        if (ranges.Count <= 1)
            return [project];
        return ranges.Select(
            (range, i) =>
                project with
                {
                    Name = string.Create(CultureInfo.InvariantCulture, $"{project.Name} (part {i + 1} of {ranges.Count})"),
                    Files = [.. project.Files.Skip(range.Start).Take(range.End - range.Start)],
                    IsPart = true,
                }
        );
    }

    private static List<(int Start, int End)> Ranges(IReadOnlyList<SourceFile> files, int maxFiles, long maxBytes)
    {
        var ranges = new List<(int, int)>();
        for (int start = 0; start < files.Count; )
        {
            int end = start;
            for (long bytes = 0; end < files.Count && end - start < maxFiles; end++)
            {
                bytes += files[end].Bytes;
                if (bytes > maxBytes && end > start)
                    break;
            }

            if (end < files.Count)
                end = Boundary(files, start + ((end - start + 1) / 2), end);
            ranges.Add((start, end));
            start = end;
        }

        return ranges;
    }

    /// <summary>Files are sorted by path: between the two that share the fewest folders, so that what lies together stays together. The
    /// last such place in [from, to].</summary>
    private static int Boundary(IReadOnlyList<SourceFile> files, int from, int to)
    {
        int best = to,
            fewest = int.MaxValue;
        for (int at = to; at >= from; at--)
        {
            int shared = SharedFolders(files[at - 1].Path, files[at].Path);
            if (shared < fewest)
                (best, fewest) = (at, shared);
        }

        return best;
    }

    private static int SharedFolders(string a, string b)
    {
        int folders = 0;
        for (int i = 0; i < a.Length && i < b.Length && a[i] == b[i]; i++)
            folders += a[i] == '/' ? 1 : 0;
        return folders;
    }
}
