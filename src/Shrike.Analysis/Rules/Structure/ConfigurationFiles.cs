using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Rules.Structure.Configuration;
using Shrike.Analysis.Sources;

namespace Shrike.Analysis.Rules.Structure;

/// <summary>Flaws written in configuration files. Files are read as data: no DTD, bounded size and depth; what cannot be
/// read becomes a problem, and what was read before it still counts.</summary>
public static class ConfigurationFiles
{
    /// <param name="file">Any kind; only <see cref="FileKind.Configuration"/> is read.</param>
    /// <param name="rules">Rules that are missing find nothing.</param>
    /// <param name="problems">Receives what could not be read.</param>
    /// <returns>In the order of the file.</returns>
    public static IEnumerable<Candidate> Find(SourceFile file, RuleCatalogue rules, List<Problem> problems)
    {
        if (file.Kind != FileKind.Configuration)
            return [];
        var report = new ConfigurationReport(file, rules);
        if (file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            JsonConfiguration.Find(file, report, problems);
        else if (
            file.Path.EndsWith(".config", StringComparison.OrdinalIgnoreCase)
            || file.Path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        )
            XmlConfiguration.Find(file, report, problems);
        return report.Found;
    }
}
