using Shrike.Analysis.Rules;
using Shrike.Analysis.Sources;
using Shrike.Review;
using Shrike.Review.Reports;

namespace Shrike.Cli;

/// <summary>What a scan would read.</summary>
internal static class Plan
{
    public static void Write(Prepared prepared, TextWriter output)
    {
        SourceTree tree = prepared.Tree;
        output.WriteLine(
            $"{Summary.Count(tree.Files.Count, "file")} below {Visible.Text(tree.Root)}, {tree.Files.Sum(f => f.Bytes) / 1024.0 / 1024.0:0.0} MiB"
        );
        foreach (IGrouping<FileKind, SourceFile> kind in tree.Files.GroupBy(f => f.Kind).OrderBy(g => g.Key))
            output.WriteLine($"  {kind.Count(), 7}  {kind.Key}");
        ProjectSet projects = ProjectSet.Group(tree);
        output.WriteLine($"{Summary.Count(projects.Projects.Count, "project")}");
        foreach (SourceProject project in projects.Projects)
            output.WriteLine(
                $"  {project.Files.Count, 7}  {Visible.Text(project.Name)}{(project.IsFramework ? " (.NET Framework)" : "")}{(project.IsTest ? " (tests)" : "")}"
            );
        output.WriteLine($"{Summary.Count(prepared.Rules.Rules.Count(r => Scan.IsWanted(r, prepared.Options)), "rule")}");
        foreach (string narrowed in prepared.Options.Narrowed)
            output.WriteLine($"narrowed by the repository: {Visible.Text(narrowed)}");
        foreach (Analysis.Facts.LedgerEntry entry in tree.Ledger)
            output.WriteLine(
                $"  {entry.State.ToString().ToLowerInvariant(), -8} {Visible.Text(entry.Name)} ({Visible.Text(entry.Reason ?? "")})"
            );
    }
}
