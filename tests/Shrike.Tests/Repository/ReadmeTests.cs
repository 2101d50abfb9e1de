using Shrike.Cli;
using Shrike.Tests.Rules;

namespace Shrike.Tests.Repository;

/// <summary>What the README shows is what the command prints.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public async Task Shows_what_a_scan_of_the_web_shop_prints()
    {
        string readme = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md")).ReplaceLineEndings("\n");
        const string Begin = "<!-- output of: shrike scan samples/Webshop -->\n\n```text\n";
        int start = readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        string[] shown = readme[start..readme.IndexOf("\n```", start, StringComparison.Ordinal)].Split('\n');

        string[] printed = await Print("scan", Path.Combine(RepositoryRoot.Path, "samples", "Webshop"));

        // Where the README leaves something out, the next line may come later; otherwise each line follows the one before.
        int at = 0;
        bool mayBeLater = true;
        foreach (string line in shown)
        {
            if (line == "…")
            {
                mayBeLater = true;
                continue;
            }

            if (mayBeLater && line.Length == 0)
                continue;
            int found = Array.IndexOf(printed, line.TrimEnd(), at);
            Assert.True(found >= 0 && (mayBeLater || found == at), $"the README shows what is not printed: {line}");
            at = found + 1;
            mayBeLater = false;
        }
    }

    private static async Task<string[]> Print(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        string folder = Directory.CreateTempSubdirectory("shrike-readme").FullName;
        string settings = Path.Combine(folder, "settings.json");
        try
        {
            await File.WriteAllTextAsync(settings, "{}", TestContext.Current.CancellationToken);
            var context = new CliContext
            {
                Output = output,
                Error = error,
                Today = new DateOnly(2026, 3, 1),
                CacheFolder = null,
                NoColor = true,
            };
            await App.RunAsync([.. arguments, "--config", settings], context);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return [.. output.ToString().Split('\n').Select(line => line.TrimEnd())];
    }
}
