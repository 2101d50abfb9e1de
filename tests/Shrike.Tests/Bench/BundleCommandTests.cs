using System.Text.Json;
using Shrike.Cli;

namespace Shrike.Tests.Bench;

/// <summary>A run divided, joined, exported, verified, tampered with and pooled, as people type it.</summary>
public sealed class BundleCommandTests : IDisposable
{
    private readonly SmallSuite small = new(repeat: 2);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("shrike-bundle-cli-");

    public void Dispose()
    {
        small.Dispose();
        folder.Delete(recursive: true);
    }

    private string At(string name) => Path.Combine(folder.FullName, name);

    private static async Task<(int Exit, string Output, string Error)> Shrike(params string[] arguments)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        var context = new CliContext
        {
            Output = output,
            Error = error,
            Today = new DateOnly(2026, 3, 1),
        };
        int exit = await App.RunAsync(["bench", .. arguments], context);
        return (exit, output.ToString(), error.ToString());
    }

    private Task<(int Exit, string Output, string Error)> Run(string name, params string[] more) =>
        Shrike(["run", "p3", "--suite-path", small.Root, "--batch-files", "2", "-j", "1", "--run", At(name), .. more]);

    [Fact]
    public async Task Shards_become_a_run_that_others_can_verify_and_pool()
    {
        (int exit, string output, _) = await Run("one", "--shard", "1/2");
        Assert.Equal(Exit.Clean, exit);
        Assert.StartsWith("Shard 1/2 is done.", output, StringComparison.Ordinal);
        (exit, output, string error) = await Shrike("join", At("one"), "-o", At("half"));
        Assert.Equal(Exit.Incomplete, exit);
        Assert.Contains("shard 2/2 is lost: batches 2", error, StringComparison.Ordinal);
        await Run("two", "--shard", "2/2");
        (exit, output, error) = await Shrike("join", At("two"), At("one"), "-o", At("whole"));
        Assert.Equal(Exit.Clean, exit);
        Assert.Contains("3 of 3 batches are in", error, StringComparison.Ordinal);
        Assert.Matches("CWE-78 +2 of 2", output);

        Assert.Equal(Exit.Clean, (await Shrike("export", At("whole"), "-o", At("a.json.gz"), "--tester", "heron")).Exit);
        await Run("again");
        Assert.Equal(Exit.Clean, (await Shrike("export", At("again"), "-o", At("b.json"), "--tester", "plover")).Exit);
        (exit, output, error) = await Shrike("verify", At("a.json.gz"), "--suite-path", small.Root);
        Assert.Equal((Exit.Clean, ""), (exit, error));
        Assert.Contains("yes The contestant was shown the files of the suite that lies here", output, StringComparison.Ordinal);
        Assert.Contains("may still be made up", output, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse((await Shrike("verify", At("b.json"), "-f", "json")).Output);
        Assert.True(json.RootElement.GetProperty("addsUp").GetBoolean());

        (exit, output, error) = await Shrike("merge", At("a.json.gz"), At("b.json"));
        Assert.Equal((Exit.Clean, ""), (exit, error));
        Assert.Contains("2 testers", output, StringComparison.Ordinal);
        Assert.Contains("They agree on all 6 cases.", output, StringComparison.Ordinal);
        using JsonDocument pool = JsonDocument.Parse((await Shrike("merge", At("a.json.gz"), At("b.json"), "-f", "json")).Output);
        Assert.Equal(2, pool.RootElement.GetProperty("contestants")[0].GetProperty("testers").GetArrayLength());
    }

    [Fact]
    public async Task What_does_not_add_up_is_said()
    {
        await Run("run");
        await Shrike("export", At("run"), "-o", At("a.json"), "--tester", "heron");
        string text = File.ReadAllText(At("a.json"));
        File.WriteAllText(At("a.json"), text.Replace("\"findings\":4,", "\"findings\":5,", StringComparison.Ordinal));
        (int exit, string output, _) = await Shrike("verify", At("a.json"));
        Assert.Equal(Exit.Findings, exit);
        Assert.Contains("the number of findings is stated as 5 and comes to 4", output, StringComparison.Ordinal);
        Assert.Contains("the seal is not that of the content", output, StringComparison.Ordinal);
        (exit, _, string error) = await Shrike("merge", At("a.json"));
        Assert.Equal(Exit.Usage, exit);
        Assert.Contains("does not add up", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labels_of_a_private_repository_are_shared_on_request_only()
    {
        foreach (string state in (string[])["before", "after"])
        {
            Directory.CreateDirectory(At($"suite/one-{state}"));
            await File.WriteAllTextAsync(At($"suite/one-{state}/A.cs"), "class A { }\n", TestContext.Current.CancellationToken);
        }

        const string places = "[{\"path\":\"A.cs\",\"places\":[{\"start\":1,\"end\":1}]}]";
        await File.WriteAllTextAsync(
            At("suite/fixes.json"),
            $"[{{\"folder\":\"one\",\"cwe\":78,\"before\":{places},\"after\":{places}}}]",
            TestContext.Current.CancellationToken
        );
        (int exit, _, string error) = await Shrike("run", "your-fixes", "--suite-path", At("suite"), "-j", "1", "--run", At("run"));
        Assert.True(exit is Exit.Clean, error);
        (exit, _, error) = await Shrike("export", At("run"), "-o", At("a.json"));
        Assert.Equal(Exit.Usage, exit);
        Assert.Contains("--share-labels", error, StringComparison.Ordinal);
        Assert.False(File.Exists(At("a.json")));
        (exit, _, error) = await Shrike("export", At("run"), "-o", At("a.json"), "--share-labels");
        Assert.True(File.Exists(At("a.json")), error);
    }

    [Theory]
    [InlineData("join", "shrike bench join one two -o whole")]
    [InlineData("export", "shrike bench export whole -o heron.json.gz --tester heron")]
    [InlineData("verify", "Nothing is signed")]
    [InlineData("merge", "shrike bench merge heron.json.gz")]
    public async Task Each_command_explains_itself_and_the_list_stays_short(string command, string expected)
    {
        (int exit, string output, _) = await Shrike(command, "--help");
        Assert.Equal(Exit.Clean, exit);
        Assert.Contains(expected, output, StringComparison.Ordinal);
        (_, string list, _) = await Shrike("--help");
        Assert.DoesNotContain(expected, list, StringComparison.Ordinal);
        Assert.Contains(command, list, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("is no bundle", "verify", "{run}/manifest.json")]
    [InlineData("cannot be read", "verify", "{run}/none.json")]
    [InlineData("is no run", "export", "{folder}", "-o", "{folder}/x.json")]
    [InlineData("cannot be written", "export", "{run}", "-o", "{folder}/none/x.json")]
    [InlineData("can be printed", "export", "{run}", "-o", "{folder}/x.json", "--tester", " ")]
    [InlineData("is no run", "join", "{folder}", "-o", "{folder}/new")]
    [InlineData("--shard takes K/N", "run", "p3", "--suite-path", ".", "--shard", "3/2")]
    [InlineData("--max-tokens takes", "run", "p3", "--suite-path", ".", "--max-tokens", "0")]
    [InlineData("--max-dollars takes", "run", "p3", "--suite-path", ".", "--max-dollars", "-1")]
    [InlineData("--parallel takes", "run", "p3", "--suite-path", ".", "--parallel", "100")]
    public async Task Mistakes_are_said_in_one_line(string expected, params string[] arguments)
    {
        await Run("run");
        (int exit, string output, string error) = await Shrike([
            .. arguments.Select(a =>
                a.Replace("{run}", At("run"), StringComparison.Ordinal).Replace("{folder}", folder.FullName, StringComparison.Ordinal)
            ),
        ]);
        Assert.Equal((Exit.Usage, ""), (exit, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }
}
