using System.CommandLine;

namespace Shrike.Cli;

/// <summary>Scripts that let a shell ask the program itself for completions.</summary>
internal static class Completions
{
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            _shrike() { local IFS=$'\n'; COMPREPLY=($(compgen -W "$(shrike "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}")); }
            complete -o default -F _shrike shrike
            """,
        ["zsh"] = """
            #compdef shrike
            _shrike() { local -a found; found=("${(@f)$(shrike "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}"); compadd -a found; _files; }
            compdef _shrike shrike
            """,
        ["fish"] = """
            complete -c shrike -a '(shrike "[suggest:"(commandline -C)"]" (commandline -cp) 2>/dev/null)'
            """,
        ["powershell"] = """
            Register-ArgumentCompleter -Native -CommandName shrike -ScriptBlock {
                param($word, $ast, $position)
                shrike "[suggest:$position]" "$ast" 2>$null | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
            }
            """,
    };

    public static Command Create(CliContext context)
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh, fish or powershell." };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var command = new Command("completions", "Print a completion script: shrike completions bash >> ~/.bashrc") { shell };
        command.SetAction(parse =>
        {
            context.Output.WriteLine(Scripts[parse.GetValue(shell)!]);
            return Exit.Clean;
        });
        return command;
    }
}
