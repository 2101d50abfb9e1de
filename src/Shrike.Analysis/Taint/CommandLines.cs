using System.Text.RegularExpressions;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>Command lines that go to a program as they are, because no shell reads them.</summary>
internal static partial class CommandLines
{
    private const string StartInfo = "System.Diagnostics.ProcessStartInfo";

    /// <summary>A command line is given here to a program that is no shell: its name is written in the code, or is a setting and no shell is
    /// named in the function.</summary>
    public static bool AreWithoutShell(FunctionFacts facts, int instruction)
    {
        ref Instruction code = ref facts.Function.Code[instruction];
        if (code.Op != Op.Call)
            return false;
        CallSite site = facts.Function.Calls[code.X];
        return site.Target switch
        {
            { Type: StartInfo, Name: "Arguments", Kind: MemberKind.Setter } => IsNoShell(
                facts,
                ProgramOf(facts, site.Receiver, instruction),
                instruction
            ),
            { Type: StartInfo, Kind: MemberKind.Constructor } or { Type: "System.Diagnostics.Process", Name: "Start" } =>
                site.Arguments.Length > 1 && IsNoShell(facts, site.Arguments[0], instruction),
            _ => false,
        };
    }

    /// <summary>The register with the program's name that the same object is given, before or after.</summary>
    private static int ProgramOf(FunctionFacts facts, int info, int instruction)
    {
        int own = facts.SourceAt(info, instruction);
        int found = -1;
        for (int i = 0; i < facts.Function.Code.Length; i++)
        {
            ref Instruction code = ref facts.Function.Code[i];
            if (code.Op != Op.Call)
                continue;
            CallSite site = facts.Function.Calls[code.X];
            int given = site.Target switch
            {
                { Type: StartInfo, Name: "FileName", Kind: MemberKind.Setter } when facts.SourceAt(site.Receiver, i) == own =>
                    site.Arguments[^1],
                { Type: StartInfo, Kind: MemberKind.Constructor } when code.Dst == own && site.Arguments.Length > 0 => site.Arguments[0],
                _ => -1,
            };
            if (given >= 0 && found >= 0)
                return -1;
            found = given >= 0 ? given : found;
        }

        return found;
    }

    private static bool IsNoShell(FunctionFacts facts, int program, int instruction)
    {
        if (program < 0)
            return false;
        if (facts.Constants.At(program, facts.BlockOf[instruction], instruction).Value is string name)
            return !Shells().IsMatch(name);
        int definition = facts.OriginAt(program, instruction);
        return definition >= 0
            && (
                facts.Function.Code[definition].Op == Op.LoadField
                || (
                    facts.Function.Code[definition].Op == Op.Call
                    && facts.Function.Calls[facts.Function.Code[definition].X].Target.Kind == MemberKind.Getter
                )
            )
            && !Array.Exists(facts.Function.Constants, c => c is string text && Shells().IsMatch(text));
    }

    [GeneratedRegex(
        @"(^|[\\/ ])(cmd|command|sh|bash|dash|zsh|ksh|fish|powershell|pwsh|wscript|cscript|mshta)(\.exe)?( |$)|\.(bat|cmd|sh|ps1)$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Shells();
}
