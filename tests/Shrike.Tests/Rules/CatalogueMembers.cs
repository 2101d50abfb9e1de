using Shrike.Analysis.Rules;

namespace Shrike.Tests.Rules;

internal static class CatalogueMembers
{
    /// <summary>All that the catalogue says of members, with the rule or library that says it.</summary>
    public static IEnumerable<(string Where, MemberSpec Spec)> Of(RuleCatalogue catalogue)
    {
        foreach (Rule rule in catalogue.Rules)
        {
            IEnumerable<MemberSpec> specs = rule.Patterns;
            if (rule.Flow is { } flow)
                specs = specs.Concat(flow.Sinks).Concat(flow.Sanitizers).Concat(flow.Guards).Concat(flow.OwnSources);
            foreach (MemberSpec spec in specs)
                yield return (rule.Id, spec);
        }

        foreach (LibraryModel library in catalogue.Libraries)
        {
            foreach (MemberSpec spec in library.Sources.Concat(library.Sanitizers).Concat(library.Propagators).Concat(library.Guards))
                yield return (library.Library, spec);
        }
    }
}
