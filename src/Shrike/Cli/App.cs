using System.CommandLine;

namespace Shrike.Cli;

/// <summary>Runs one command line in a given world.</summary>
internal static class App
{
    public static async Task<int> RunAsync(string[] arguments, CliContext context)
    {
        try
        {
            // A file called @name is a path like any other: nothing in the scanned folder may add to the command line.
            ParseResult parse = Commands.Root(context).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parse.Errors.Count > 0)
            {
                foreach (string error in parse.Errors.Select(e => OneLine(e.Message)).Distinct())
                    Say(context, error);
                Say(context, Messages.Help);
                return Exit.Usage;
            }

            var invocation = new InvocationConfiguration
            {
                Output = context.Output,
                Error = context.Error,
                EnableDefaultExceptionHandler = false,
                // After Ctrl-C there is this much time to report what is known; one large member may take seconds to bind.
                ProcessTerminationTimeout = TimeSpan.FromSeconds(10),
            };
            int exit = await parse.InvokeAsync(invocation);
            if (exit == Exit.Interrupted)
                Say(context, Messages.Interrupted);
            return exit;
        }
        catch (UsageException e)
        {
            Say(context, e.Message);
            return Exit.Usage;
        }
        catch (OperationCanceledException)
        {
            Say(context, Messages.Interrupted);
            return Exit.Interrupted;
        }
        catch (IOException e) when (e.GetType() == typeof(IOException))
        {
            // Standard output was closed by its reader (shrike scan | head), or the disk is full: results are missing.
            Say(context, e.Message);
            return Exit.Incomplete;
        }
        catch (Exception e)
        {
            Say(context, Messages.Defect(e));
            return Exit.Incomplete;
        }
    }

    private static string OneLine(string message) =>
        string.Join(' ', message.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static void Say(CliContext context, string message)
    {
        try
        {
            context.Error.WriteLine($"shrike: {message}");
        }
        catch (IOException) { }
    }
}
