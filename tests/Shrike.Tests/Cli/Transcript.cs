using System.Text.RegularExpressions;
using Shrike.Cli;
using Shrike.Tests.Rules;

namespace Shrike.Tests.Cli;

/// <summary>Runs commands in process in a folder of their own and compares all that they say with a file of
/// Cases/transcripts. With SHRIKE_UPDATE=1 the file is written instead; its difference is then read by a person.</summary>
internal sealed partial class Transcript : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("shrike-cli").FullName;
    private readonly StringWriter text = new() { NewLine = "\n" };

    public string Folder => root;

    public void Dispose() => Directory.Delete(root, recursive: true);

    public void Write(string path, string content)
    {
        string file = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }

    /// <summary>Paths in arguments are written as {root}/…: the process has one current folder for all tests.</summary>
    public async Task<int> Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var context = new CliContext
        {
            Output = output,
            Error = error,
            Today = new DateOnly(2026, 3, 1),
            CacheFolder = null,
            NoColor = false,
        };
        // Settings of whoever runs the tests are not the tests'.
        string[] own =
            arguments[0] is "scan" or "plan" or "baseline" && !arguments.Contains("--config")
                ? ["--config", Path.Combine(root, ".no-settings.json")]
                : [];
        Write(".no-settings.json", "{}");
        int exit = await App.RunAsync([.. arguments.Select(a => a.Replace("{root}", root, StringComparison.Ordinal)), .. own], context);
        text.WriteLine($"$ shrike {string.Join(' ', arguments)}");
        foreach (string line in error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
            text.WriteLine($"! {Same(line)}");
        text.Write(Same(output.ToString()));
        text.WriteLine($"[exit {exit}]");
        text.WriteLine();
        return exit;
    }

    private string Same(string said)
    {
        string same = said.Replace(root, "{root}", StringComparison.Ordinal)
            .Replace(Environment.CurrentDirectory, "{here}", StringComparison.Ordinal);
        same = same.Replace($"  {System.CommandLine.RootCommand.ExecutableName} ", "  shrike ", StringComparison.Ordinal);
        return Rules().Replace(Seconds().Replace(same, "lines in N s."), "N rules");
    }

    public void Matches(string name)
    {
        string file = Path.Combine(RepositoryRoot.Path, "tests", "Shrike.Tests", "Cases", "transcripts", name + ".txt");
        if (Environment.GetEnvironmentVariable("SHRIKE_UPDATE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text.ToString());
        }

        Assert.Equal(File.ReadAllText(file), text.ToString());
    }

    [GeneratedRegex(@"lines in [0-9.]+ s\.")]
    private static partial Regex Seconds();

    [GeneratedRegex(@"^\d+ rules$", RegexOptions.Multiline)]
    private static partial Regex Rules();
}
