using System.CommandLine;

namespace Shrike.Cli;

/// <summary>Runs one command line in a given world.</summary>
internal static class App
{
    public static async Task<int> RunAsync(string[] arguments, CliContext context)
    {
        try
        {
            ParseResult parse = Commands.Root(context).Parse(arguments);
            var invocation = new InvocationConfiguration { Output = context.Output, Error = context.Error, EnableDefaultExceptionHandler = false };
            if (parse.Errors.Count > 0)
            {
                foreach (string error in parse.Errors.Select(e => e.Message).Distinct())
                    context.Error.WriteLine($"shrike: {error}");
                context.Error.WriteLine("shrike: 'shrike --help' shows the commands, 'shrike scan --help' its options");
                return Exit.Usage;
            }

            return await parse.InvokeAsync(invocation);
        }
        catch (UsageException e)
        {
            await context.Error.WriteLineAsync($"shrike: {e.Message}");
            return Exit.Usage;
        }
        catch (OperationCanceledException)
        {
            await context.Error.WriteLineAsync("shrike: interrupted; nothing was reported");
            return Exit.Interrupted;
        }
    }
}
