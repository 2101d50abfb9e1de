namespace Shrike.Tests.Bench;

/// <summary>A small shell script that stands for a scanner, in a folder of its own.</summary>
internal sealed class FakeProgram : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("shrike-fake-");

    public FakeProgram(string name, string script)
    {
        Path = System.IO.Path.Combine(folder.FullName, name);
        File.WriteAllText(Path, "#!/bin/sh\n" + script);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Path { get; }
    public string Folder => folder.FullName;

    public static void SkipWithoutShell() => Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell to stand for a scanner");

    public void Dispose() => folder.Delete(recursive: true);
}
