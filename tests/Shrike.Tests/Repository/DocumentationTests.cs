using System.Text.RegularExpressions;
using NJsonSchema;
using Shrike.Cli;
using Shrike.Tests.Rules;

namespace Shrike.Tests.Repository;

public sealed partial class DocumentationTests
{
    private static readonly string[] Documents = ["README.md", "CONTRIBUTING.md", "docs/architecture.md"];

    private static string Read(string path) => File.ReadAllText(Path.Combine(RepositoryRoot.Path, path));

    [Fact]
    public void Every_type_named_in_the_documents_exists()
    {
        string[] sources = [.. Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.cs", SearchOption.AllDirectories)];
        var types = sources
            .SelectMany(file => Declaration().Matches(File.ReadAllText(file)).Select(m => m.Groups["name"].Value))
            .ToHashSet(StringComparer.Ordinal);
        Assert.Contains("Scan", types);
        foreach (string document in Documents)
        {
            foreach (string name in Named().Matches(Read(document)).Select(m => m.Groups["name"].Value))
                Assert.True(types.Contains(name), $"{document} names {name}, which src does not declare");
        }
    }

    [Fact]
    public void Every_method_named_in_the_documents_exists()
    {
        string all = string.Join(
            '\n',
            Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)
        );
        foreach (string document in Documents)
        {
            foreach (string method in NamedMethod().Matches(Read(document)).Select(m => m.Groups["method"].Value))
                Assert.Contains($" {method}(", all, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_path_named_in_the_documents_exists()
    {
        foreach (string document in Documents)
        {
            string folder = Path.GetDirectoryName(Path.Combine(RepositoryRoot.Path, document))!;
            IEnumerable<string> links = Link().Matches(Read(document)).Select(m => Path.Combine(folder, m.Groups["path"].Value));
            IEnumerable<string> named = NamedPath()
                .Matches(Read(document))
                .Select(m => Path.Combine(RepositoryRoot.Path, m.Groups["path"].Value));
            Assert.All(links.Concat(named), path => Assert.True(Path.Exists(path), $"{document} names {path}"));
        }
    }

    [Fact]
    public async Task Every_command_in_the_readme_is_understood()
    {
        string[] commands = [.. Command().Matches(Read("README.md")).Select(m => m.Groups["arguments"].Value)];
        Assert.True(commands.Length > 10);
        var context = new CliContext
        {
            Output = TextWriter.Null,
            Error = TextWriter.Null,
            Today = new DateOnly(2026, 3, 1),
        };
        foreach (string command in commands)
            Assert.Empty(Commands.Root(context).Parse(command).Errors.Select(e => $"{command}: {e.Message}"));
        // And what is not a command is not.
        Assert.Equal(Exit.Usage, await App.RunAsync(["frobnicate"], context));
    }

    [Fact]
    public void The_readme_lists_every_exit_code()
    {
        string readme = Read("README.md");
        int[] codes = [Exit.Clean, Exit.Findings, Exit.Usage, Exit.Incomplete, Exit.ModelUnavailable, Exit.Interrupted];
        Assert.All(codes, code => Assert.Contains($"\n| {code} | ", readme, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_settings_schema_says_what_the_program_takes()
    {
        JsonSchema schema = await JsonSchema.FromJsonAsync(Read("docs/config.schema.json"));
        string file = Path.GetTempFileName();
        try
        {
            foreach (
                string settings in (string[])
                    [
                        """{ "exclude": ["a/**"], "skip": ["xss"], "only": [], "rules": ["r"], "failOn": "never", "severity": "low", "baseline": "b", "jobs": 256, "publicApi": true, "cache": false }""",
                        """{ "failOn": "maybe" }""",
                        """{ "severity": "never" }""",
                        """{ "jobs": 257 }""",
                        """{ "jobs": "1" }""",
                        """{ "exclude": "a" }""",
                        """{ "skip": [""] }""",
                        """{ "other": 1 }""",
                        """{ "cache": 1 }""",
                        "[]",
                        "{}",
                    ]
            )
            {
                File.WriteAllText(file, settings);
                bool isValid = schema.Validate(settings).Count == 0;
                Assert.True(isValid == (Record.Exception(() => OwnSettings.Read(file)) is null), settings);
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    [GeneratedRegex(@"\b(class|record|struct|interface|enum)\s+(struct\s+)?(?<name>[A-Z]\w+)")]
    private static partial Regex Declaration();

    /// <summary>`Name` or `Name.Member`, in capitals as types are; not file names.</summary>
    [GeneratedRegex(@"`(?<name>[A-Z][a-z]\w+)(\.[A-Z]\w+)?`s?(?!\.)")]
    private static partial Regex Named();

    [GeneratedRegex(@"`[A-Z]\w+\.(?<method>[A-Z]\w+)`")]
    private static partial Regex NamedMethod();

    [GeneratedRegex(@"\]\((?<path>[^):#]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<path>(src|tests|docs)/[\w./-]+)`")]
    private static partial Regex NamedPath();

    [GeneratedRegex(@"\./shrike (?<arguments>[^`\n|]+)")]
    private static partial Regex Command();
}
