using System.Diagnostics;
using Shrike.Tests.Rules;

namespace Shrike.Tests.Repository;

/// <summary>The launcher, with a `dotnet` that only writes down what it is asked.</summary>
public sealed class LauncherTests : IDisposable
{
    private const string Dotnet = """
        #!/bin/sh
        case "$1" in
        --version) [ ! -f "$FAKE/no-sdk" ] && echo 10.0.100 ;;
        --info) echo " RID:         linux-x64" ;;
        --list-sdks) echo "8.0.400 [/sdk]" ;;
        publish) echo published >>"$FAKE/log"; [ ! -f "$FAKE/broken" ] || { echo "error CS1002: ; expected"; exit 1; } ;;
        *) shift; echo "ran:$*" ;;
        esac
        """;

    private readonly string root = Directory.CreateTempSubdirectory("shrike launcher").FullName;

    private string Home => Path.Combine(root, "home with space");
    private string Tools => Path.Combine(root, "tools");

    public LauncherTests()
    {
        if (OperatingSystem.IsWindows())
            return;
        Directory.CreateDirectory(Path.Combine(Home, "src", "part"));
        Directory.CreateDirectory(Path.Combine(Home, "build"));
        Directory.CreateDirectory(Tools);
        foreach (string file in (string[])["src/a.cs", "src/part/b.cs", "Directory.Build.props", "Directory.Packages.props", "global.json"])
            File.WriteAllText(Path.Combine(Home, file), "");
        File.Copy(Path.Combine(RepositoryRoot.Path, "shrike"), Path.Combine(Home, "shrike"));
        foreach (
            string tool in (string[])
                ["sh", "dirname", "readlink", "find", "sort", "cksum", "head", "cat", "mkdir", "mv", "sed", "tail", "tr"]
        )
            File.CreateSymbolicLink(
                Path.Combine(Tools, tool),
                ((string[])["/usr/bin", "/bin"]).Select(f => Path.Combine(f, tool)).First(File.Exists)
            );
        string dotnet = Path.Combine(Tools, "dotnet");
        File.WriteAllText(dotnet, Dotnet);
        File.SetUnixFileMode(dotnet, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private (int Exit, string Output, string Error) Run(string? script = null)
    {
        var start = new ProcessStartInfo("/bin/sh", [script ?? Path.Combine(Home, "shrike"), "scan", "a b", "*"])
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = Tools;
        start.Environment["FAKE"] = root;
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    private int Builds => File.Exists(Path.Combine(root, "log")) ? File.ReadAllLines(Path.Combine(root, "log")).Length : 0;

    [Fact]
    public void Builds_once_says_so_and_hands_everything_on()
    {
        if (OperatingSystem.IsWindows())
            return;
        (int exit, string output, string error) = Run();
        Assert.Equal((0, "ran:scan a b *\n"), (exit, output));
        Assert.Contains("shrike: building", error, StringComparison.Ordinal);
        Assert.Equal((0, "ran:scan a b *\n", ""), Run());
        Assert.Equal(1, Builds);
    }

    [Fact]
    public void Works_through_links_from_anywhere()
    {
        if (OperatingSystem.IsWindows())
            return;
        File.CreateSymbolicLink(Path.Combine(root, "one"), Path.Combine("home with space", "shrike"));
        File.CreateSymbolicLink(Path.Combine(root, "two"), Path.Combine(root, "one"));
        Assert.Equal("ran:scan a b *\n", Run(Path.Combine(root, "two")).Output);
        Assert.True(Directory.Exists(Path.Combine(Home, "artifacts")));
    }

    [Fact]
    public void Builds_again_after_a_change_a_new_file_and_a_removed_one()
    {
        if (OperatingSystem.IsWindows())
            return;
        Run();
        string source = Path.Combine(Home, "src", "a.cs");
        File.SetLastWriteTimeUtc(source, File.GetLastWriteTimeUtc(Path.Combine(Home, "artifacts", "shrike", ".built")).AddSeconds(5));
        Run();
        Assert.Equal(2, Builds);
        File.SetLastWriteTimeUtc(source, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        File.WriteAllText(Path.Combine(Home, "src", "old.cs"), "");
        File.SetLastWriteTimeUtc(Path.Combine(Home, "src", "old.cs"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Run();
        Assert.Equal(3, Builds);
        File.Delete(Path.Combine(Home, "src", "part", "b.cs"));
        Run();
        Assert.Equal(4, Builds);
        Directory.CreateDirectory(Path.Combine(Home, "src", "obj"));
        File.WriteAllText(Path.Combine(Home, "src", "obj", "made.cs"), "");
        Run();
        Assert.Equal(4, Builds);
    }

    [Fact]
    public void Says_what_is_missing_and_how_to_get_it()
    {
        if (OperatingSystem.IsWindows())
            return;
        File.WriteAllText(Path.Combine(root, "no-sdk"), "");
        (int exit, _, string error) = Run();
        Assert.Equal(2, exit);
        Assert.Contains("no SDK of version 10 (8.0.400", error, StringComparison.Ordinal);
        Assert.Contains("https://dotnet.microsoft.com/download/dotnet/10.0", error, StringComparison.Ordinal);
        File.Delete(Path.Combine(Tools, "dotnet"));
        (exit, _, error) = Run();
        Assert.Equal(2, exit);
        Assert.Contains("needs the .NET 10 SDK", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_build_is_shown_and_tried_again()
    {
        if (OperatingSystem.IsWindows())
            return;
        File.WriteAllText(Path.Combine(root, "broken"), "");
        (int exit, string output, string error) = Run();
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains("error CS1002", error, StringComparison.Ordinal);
        File.Delete(Path.Combine(root, "broken"));
        Assert.Equal("ran:scan a b *\n", Run().Output);
    }
}
