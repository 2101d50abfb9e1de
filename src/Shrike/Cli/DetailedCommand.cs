using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Shrike.Cli;

/// <summary>A command with more to say than a line: its own help shows all, lists of commands only the line.</summary>
internal sealed class DetailedCommand(string name, string line, string details) : Command(name, line)
{
    public string Details { get; } = details;

    public static void ShowDetails(RootCommand root)
    {
        foreach (HelpOption help in root.Options.OfType<HelpOption>())
            help.Action = new Help((HelpAction)help.Action!);
    }

    private sealed class Help(HelpAction usual) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => usual.ClearsParseErrors;

        public override int Invoke(ParseResult parseResult)
        {
            int exit = usual.Invoke(parseResult);
            if (parseResult.CommandResult.Command is DetailedCommand command)
                parseResult.InvocationConfiguration.Output.WriteLine(command.Details);
            return exit;
        }
    }
}
