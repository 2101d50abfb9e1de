using Shrike.Bench.Runs;

namespace Shrike.Bench.Contestants;

/// <summary>Traces what a scanner calls a file back to what the suite calls it.</summary>
/// <param name="batch">What was laid out.</param>
internal sealed class StagedPaths(StagedBatch batch)
{
    private readonly string folder = Slashes(batch.Folder).TrimEnd('/') + "/";

    /// <summary>null for what is none of the files laid out, such as a header of the system.</summary>
    public string? Original(string path)
    {
        path = Slashes(path);
        if (path.StartsWith(folder, StringComparison.Ordinal))
            path = path[folder.Length..];
        while (path.StartsWith("./", StringComparison.Ordinal))
            path = path[2..];
        return batch.Originals.GetValueOrDefault(path);
    }

    private static string Slashes(string path) => path.Replace('\\', '/');
}
