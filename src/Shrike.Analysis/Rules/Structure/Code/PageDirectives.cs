using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Rules.Structure.Configuration;
using Shrike.Analysis.Sources;

namespace Shrike.Analysis.Rules.Structure.Code;

/// <summary>Protections that a Web Forms page switches off for itself: <c>&lt;%@ Page ValidateRequest="false" %&gt;</c>.</summary>
public static class PageDirectives
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const int MaxCharacters = 4 << 20;

    private static readonly Regex Directive = new("<%@\\s*(Page|Master|Control)\\b[^%]*%>", Linear);
    private static readonly Regex Setting = new("(?<name>[a-z]+)\\s*=\\s*[\"'](?<value>[^\"']*)[\"']", Linear);

    private static readonly Dictionary<(string Name, string Value), string> Flaws = new()
    {
        [("validaterequest", "false")] = "request-validation-off",
        [("enableviewstatemac", "false")] = "viewstate-mac-off",
        [("enableeventvalidation", "false")] = "event-validation-off",
        [("viewstateencryptionmode", "never")] = "viewstate-not-encrypted",
        [("trace", "true")] = "trace-enabled",
        [("debug", "true")] = "debug-compilation",
    };

    /// <param name="file">Other kinds than <see cref="FileKind.WebForms"/> find nothing.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IEnumerable<Candidate> Find(SourceFile file, RuleCatalogue rules)
    {
        if (file.Kind != FileKind.WebForms || file.Text.Length > MaxCharacters)
            return [];
        var report = new ConfigurationReport(file, rules);
        foreach (Match directive in Directive.Matches(file.Text.ToString()))
        {
            foreach (Match setting in Setting.Matches(directive.Value))
            {
                string name = setting.Groups["name"].Value;
                if (Flaws.TryGetValue((name.ToLowerInvariant(), setting.Groups["value"].Value.Trim().ToLowerInvariant()), out string? rule))
                    report.Add(rule, new TextSpan(directive.Index + setting.Index, setting.Length), $"{directive.Groups[1].Value}@{name}");
            }
        }

        return report.Found;
    }
}
