namespace Shrike.Bench.Contestants;

/// <summary>A scanner as it is installed on this machine.</summary>
/// <param name="Program">What is started.</param>
/// <param name="Before">Arguments in front of those declared.</param>
/// <param name="Version">With the settings and rules that it runs by, for they decide what it says.</param>
/// <param name="Package">Folder of the package of analysers.</param>
/// <param name="Rules">File or folder of rules that were given.</param>
internal sealed record FoundScanner(string Program, IReadOnlyList<string> Before, string Version, string? Package, string? Rules)
{
    /// <summary>The folder that a program of npm was installed into together with its plugins.</summary>
    public string Modules
    {
        get
        {
            FileSystemInfo file = new FileInfo(Program);
            string? at = Path.GetDirectoryName((file.ResolveLinkTarget(returnFinalTarget: true) ?? file).FullName);
            while (at is not null && Path.GetFileName(at) != "node_modules")
                at = Path.GetDirectoryName(at);
            return at ?? "";
        }
    }
}
