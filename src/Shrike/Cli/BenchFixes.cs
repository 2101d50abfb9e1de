using System.CommandLine;
using Shrike.Bench.Suites;

namespace Shrike.Cli;

/// <summary><c>shrike bench fixes</c>: a suite of a team's own, from the history of its repository.</summary>
internal static class BenchFixes
{
    public static Command Create(CliContext context)
    {
        var repository = new Argument<string>("repository")
        {
            Description = "A git repository; its history is read, nothing of it is run.",
        };
        var output = new Option<string>("--output", "-o")
        {
            Description = "New or empty folder for the suite (default: bench-suites/your-fixes).",
        };
        var commits = new Option<string>("--commits")
        {
            Description = "A file with the commits of fixes, one a line (default: by the words of commit messages).",
        };
        var most = new Option<int>("--max") { Description = "The newest so many (default 20).", DefaultValueFactory = _ => 20 };
        var command = new Command("fixes", "Make a suite of past security fixes: the commit before each, and the fix.")
        {
            repository,
            output,
            commits,
            most,
        };
        command.SetAction(
            (parse, cancel) =>
                Task.Run(
                    () =>
                    {
                        string folder = parse.GetValue(output) ?? Path.Combine("bench-suites", "your-fixes");
                        var options = new FixOptions
                        {
                            Most = Math.Clamp(parse.GetValue(most), 1, 1000),
                            Commits = parse.GetValue(commits) is { } file ? Lines(file) : null,
                        };
                        try
                        {
                            return Report(FixHistory.Write(parse.GetValue(repository)!, folder, options, cancel), folder, context);
                        }
                        catch (SuiteException e)
                        {
                            throw new UsageException(e.Message);
                        }
                    },
                    CancellationToken.None
                )
        );
        return command;
    }

    private static int Report(FoundFixes found, string folder, CliContext context)
    {
        context.Output.WriteLine($"{found.Cases} fixes of {found.Looked} commits that were looked at are in {folder}");
        foreach ((string reason, int count) in found.Left)
            context.Output.WriteLine($"  {count} left out: {reason}");
        if (found.Cases > 0)
            context.Output.WriteLine(
                $"Read {Path.Combine(folder, "fixes.json")}, take out what is no fix; then: shrike bench run your-fixes --suite-path {folder}"
            );
        return found.Cases > 0 ? Exit.Clean : Exit.Incomplete;
    }

    private static string[] Lines(string file)
    {
        try
        {
            return [.. File.ReadLines(file).Take(10_000).Select(l => l.Split(' ')[0].Trim()).Where(l => l.Length > 0 && l[0] != '#')];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file} cannot be read: {e.Message}");
        }
    }
}
