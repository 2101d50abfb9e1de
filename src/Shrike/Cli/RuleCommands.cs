using System.CommandLine;
using System.Globalization;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Rules;

namespace Shrike.Cli;

internal static class RuleCommands
{
    public static Command Create(CliContext context, Option<string[]> folders)
    {
        var list = new Command("list", "All rules with CWE and score.") { folders };
        list.SetAction(parse =>
        {
            foreach (Rule rule in Scanning.LoadRules(parse.GetValue(folders) ?? []).Rules)
                context.Output.WriteLine(
                    $"{rule.Id, -34} CWE-{rule.Cwes[0], -5} {rule.Score.ToString("0.0", CultureInfo.InvariantCulture), 4} {rule.Severity.ToString().ToLowerInvariant(), -8} {rule.Title}"
                );
            return Exit.Clean;
        });

        var id = new Argument<string>("rule");
        var show = new Command("show", "One rule: what it finds, why it matters, how to fix it.") { id, folders };
        show.SetAction(parse =>
        {
            RuleCatalogue rules = Scanning.LoadRules(parse.GetValue(folders) ?? []);
            string wanted = parse.GetValue(id)!;
            Describe(
                rules.Find(wanted) ?? throw new UsageException(Messages.NoRule(wanted, Scanning.Nearest(wanted, rules))),
                context.Output
            );
            return Exit.Clean;
        });

        var folder = new Argument<string>("folder");
        var check = new Command("check", "Check a folder of your own rules.") { folder };
        check.SetAction(parse =>
        {
            RuleCatalogue rules = Scanning.LoadRules([parse.GetValue(folder)!]);
            foreach (Analysis.Facts.Problem problem in rules.Problems)
                context.Error.WriteLine($"{problem.Path}: {problem.Message}");
            context.Output.WriteLine(
                rules.Problems.Count == 0 ? $"{rules.Rules.Count} rules, all usable." : $"{rules.Problems.Count} files cannot be used."
            );
            return rules.Problems.Count == 0 ? Exit.Clean : Exit.Usage;
        });

        return new Command("rules", "List, show and check rules.") { list, show, check };
    }

    public static void Describe(Rule rule, TextWriter output)
    {
        output.WriteLine($"{rule.Id}: {rule.Title}");
        output.WriteLine(
            $"  {string.Join(", ", rule.Cwes.Select(c => $"CWE-{c}"))} (CWE 4.20)   {rule.Severity.ToString().ToLowerInvariant()} {rule.Score.ToString("0.0", CultureInfo.InvariantCulture)}   {rule.Cvss}"
        );
        output.WriteLine();
        output.WriteLine(rule.What);
        output.WriteLine(rule.Why);
        output.WriteLine();
        output.WriteLine($"Fix: {rule.Fix}");
        WriteCode("Vulnerable", rule.Vulnerable, output);
        WriteCode("Fixed", rule.Fixed, output);
        foreach (string reference in rule.References)
            output.WriteLine(reference);
    }

    private static void WriteCode(string label, string? code, TextWriter output)
    {
        if (code is null)
            return;
        output.WriteLine();
        output.WriteLine($"{label}:");
        foreach (string line in code.Split('\n'))
            output.WriteLine($"    {line}");
    }
}
