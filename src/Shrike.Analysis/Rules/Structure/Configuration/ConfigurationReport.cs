using Microsoft.CodeAnalysis.Text;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Sources;

namespace Shrike.Analysis.Rules.Structure.Configuration;

/// <summary>Collects candidates of one configuration file.</summary>
internal sealed class ConfigurationReport(SourceFile file, RuleCatalogue rules)
{
    // A file that repeats one flaw without end says no more after this.
    private const int MaxCandidates = 500;

    private readonly List<Candidate> found = [];

    public SourceFile File => file;

    /// <summary>Settings for a developer's machine: their debug switches are meant, and their secrets weigh less.</summary>
    public bool IsForDevelopment { get; } =
        file.Path.Contains(".Development.", StringComparison.OrdinalIgnoreCase)
        || file.Path.Contains(".Debug.", StringComparison.OrdinalIgnoreCase)
        || file.Path.Contains(".Local.", StringComparison.OrdinalIgnoreCase)
        || file.Path.EndsWith("launchSettings.json", StringComparison.OrdinalIgnoreCase);

    public IReadOnlyList<Candidate> Found => found;

    /// <param name="rule">Id; a rule that is switched off finds nothing.</param>
    /// <param name="where">The setting, in the file's text.</param>
    /// <param name="symbol">The setting's path within the file.</param>
    /// <param name="message">What is wrong here; null for the rule's own words.</param>
    /// <param name="secret">The value must not be repeated in reports.</param>
    /// <param name="severity">Where lower than the rule's.</param>
    /// <param name="cwe">Where not the rule's first.</param>
    public void Add(
        string rule,
        TextSpan where,
        string symbol,
        string? message = null,
        bool secret = false,
        Severity? severity = null,
        int? cwe = null
    )
    {
        if (found.Count >= MaxCandidates || rules.Find(rule) is not { } definition)
            return;
        LinePositionSpan lines = file.Text.Lines.GetLinePositionSpan(where);
        found.Add(
            new Candidate
            {
                Rule = definition,
                Where = new SourceSpan(
                    file.Path,
                    lines.Start.Line + 1,
                    lines.Start.Character + 1,
                    lines.End.Line + 1,
                    lines.End.Character + 1
                ),
                Message = message ?? definition.Message,
                Symbol = symbol,
                Snippet = secret ? symbol : Folded(file.Text.ToString(where)),
                Severity = severity < definition.Severity ? severity : null,
                Cwe = cwe,
            }
        );
    }

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
