using System.Diagnostics;
using Shrike.Tests.Rules;

namespace Shrike.Tests.Repository;

/// <summary>What is committed makes sense on any machine and says nothing of the one it was written on.</summary>
public sealed class WordsTests
{
    // Written in pieces, so that this file is no exception to itself.
    private static readonly string[] Places = ["/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "C:\\Us" + "ers\\", "local" + "host:80" + "81"];

    private static readonly HashSet<string> Text = new(StringComparer.OrdinalIgnoreCase)
    {
        ".cs",
        ".csproj",
        ".props",
        ".targets",
        ".slnx",
        ".md",
        ".json",
        ".css",
        ".js",
        ".cmd",
        ".sh",
        "",
        ".txt",
        ".yml",
    };

    private static IEnumerable<string> Files() => Walk(RepositoryRoot.Path).Where(f => Text.Contains(Path.GetExtension(f)));

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder))
            yield return file;
        foreach (
            string below in Directory
                .EnumerateDirectories(folder)
                .Where(d => Path.GetFileName(d) is not (".git" or "bin" or "obj" or "artifacts" or "TestResults"))
        )
        {
            foreach (string file in Walk(below))
                yield return file;
        }
    }

    [Fact]
    public void No_file_names_a_place_on_somebodys_machine()
    {
        string[] own =
        [
            .. Files()
                .Where(f =>
                    !Relative(f).StartsWith("samples/", StringComparison.Ordinal)
                    && !Relative(f).StartsWith("tests/Shrike.Tests/Cases/", StringComparison.Ordinal)
                    && Path.GetFileName(f) != ".git"
                ),
        ];
        Assert.True(own.Length > 100);
        foreach (string file in own)
        {
            string text = File.ReadAllText(file);
            Assert.All(Places, place => Assert.False(text.Contains(place, StringComparison.Ordinal), $"{Relative(file)} names {place}"));
        }
    }

    [Fact]
    public void The_scripts_are_sound_and_may_be_run()
    {
        if (OperatingSystem.IsWindows())
            return;
        foreach (string script in (string[])["shrike", "test", ".ci/run"])
        {
            string path = Path.Combine(RepositoryRoot.Path, script);
            Assert.True(File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute), $"{script} may not be run");
            using Process shell = Process.Start("sh", ["-n", path]);
            shell.WaitForExit();
            Assert.Equal(0, shell.ExitCode);
        }
    }

    private static string Relative(string file) => Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/');
}
