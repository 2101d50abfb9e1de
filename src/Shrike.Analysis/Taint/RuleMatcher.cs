using Shrike.Analysis.Findings;
using Shrike.Analysis.Ir;
using Shrike.Analysis.Rules;

namespace Shrike.Analysis.Taint;

/// <summary>Finds what the catalogue says of a member. Specifications are indexed by the member's name; each member is
/// matched once.</summary>
internal sealed class RuleMatcher
{
    private readonly record struct Entry(MemberSpec Spec, Rule? Rule, Role Role);

    private enum Role
    {
        Source,
        Sink,
        Sanitizer,
        Guard,
        Propagator,
        Pattern,
    }

    private readonly Dictionary<string, List<Entry>> byName = new(StringComparer.Ordinal);
    private readonly List<Entry> wildcards = [];
    private readonly Dictionary<(MemberRef, bool Writes), MemberFacts> known = [];

    public RuleMatcher(RuleCatalogue catalogue)
    {
        Contexts = new Contexts(catalogue);
        Prefixes = new Prefixes(catalogue, Contexts);
        foreach (Rule rule in catalogue.Rules)
        {
            if (rule.Flow is { } flow)
            {
                Add(flow.Sinks, rule, Role.Sink);
                Add(flow.Sanitizers, rule, Role.Sanitizer);
                Add(flow.Guards, rule, Role.Guard);
                Add(flow.OwnSources, rule, Role.Source);
            }

            Add(rule.Patterns, rule, Role.Pattern);
        }

        foreach (LibraryModel library in catalogue.Libraries)
        {
            Add(library.Sources, null, Role.Source);
            Add(library.Sanitizers, null, Role.Sanitizer);
            Add(library.Propagators, null, Role.Propagator);
            Add(library.Guards, null, Role.Guard);
        }
    }

    public Contexts Contexts { get; }
    public Prefixes Prefixes { get; }

    private void Add(IEnumerable<MemberSpec> specs, Rule? rule, Role role)
    {
        foreach (MemberSpec spec in specs)
        {
            string name = NameOf(spec);
            if (name.Contains('*', StringComparison.Ordinal))
            {
                wildcards.Add(new Entry(spec, rule, role));
                continue;
            }

            if (!byName.TryGetValue(name, out List<Entry>? list))
                byName.Add(name, list = []);
            list.Add(new Entry(spec, rule, role));
        }
    }

    private static string NameOf(MemberSpec spec)
    {
        if (spec.New is not null)
            return "new " + Last(spec.New);
        return Last((spec.Call ?? spec.Get ?? spec.Set)!);
    }

    private static string Last(string name) => name[(name.LastIndexOf('.') + 1)..];

    /// <summary>What is said of a member that is called, read, or (<paramref name="writes"/>) written.</summary>
    public MemberFacts Of(MemberRef member, bool writes = false)
    {
        if (known.TryGetValue((member, writes), out MemberFacts? facts))
            return facts;
        facts = Match(member, writes);
        known.Add((member, writes), facts);
        return facts;
    }

    private MemberFacts Match(MemberRef member, bool writes)
    {
        var matches = new List<Entry>();
        string name = member.Kind == MemberKind.Constructor ? "new " + Last(member.Type) : member.Name;
        if (byName.TryGetValue(name, out List<Entry>? entries))
            matches.AddRange(entries.Where(entry => Fits(entry.Spec, member, writes)));
        matches.AddRange(wildcards.Where(entry => Fits(entry.Spec, member, writes)));
        if (matches.Count == 0)
            return MemberFacts.None;
        return new MemberFacts
        {
            Sources = [.. matches.Where(m => m.Role == Role.Source).Select(m => SourceOf(m, member))],
            Sinks =
            [
                .. matches
                    .Where(m => m.Role == Role.Sink)
                    .Select(m => new Sink(
                        m.Rule!,
                        m.Spec,
                        Places(m.Spec.Args, member, m.Spec.Set is not null ? "value" : "0"),
                        Contexts.Of(m.Rule!.Flow!.Context)
                    )),
            ],
            Sanitizers =
            [
                .. matches
                    .Where(m => m.Role == Role.Sanitizer)
                    .Select(m => new Sanitizer(m.Spec, Places(m.Spec.Args, member, "return"), Clears(m))),
            ],
            Guards =
            [
                .. matches
                    .Where(m => m.Role == Role.Guard)
                    .Select(m => new Guard((GuardSpec)m.Spec, Places(m.Spec.Args, member, "0"), Clears(m))),
            ],
            Propagators =
            [
                .. matches
                    .Where(m => m.Role == Role.Propagator)
                    .Select(m => new Propagator(m.Spec, Places(m.Spec.From, member, null), Places(m.Spec.To, member, null))),
            ],
            Patterns = [.. matches.Where(m => m.Role == Role.Pattern).Select(m => (m.Rule!, (PatternSpec)m.Spec))],
        };
    }

    private Source SourceOf(Entry entry, MemberRef member)
    {
        ulong contexts = entry.Rule is { Flow: { } flow } ? Contexts.Of(flow.Context) : Contexts.From(entry.Spec.Source);
        return new Source(
            entry.Spec,
            entry.Spec.Source,
            entry.Spec.Description ?? member.Display,
            Places(entry.Spec.Args, member, "return"),
            contexts & ~Contexts.Mask(entry.Spec.Clears)
        );
    }

    private ulong Clears(Entry entry)
    {
        ulong mask = Contexts.Mask(entry.Spec.Clears);
        return entry.Rule is { Flow: { } flow } && entry.Spec.Clears.Count == 0 ? Contexts.Of(flow.Context) : mask;
    }

    private static bool Fits(MemberSpec spec, MemberRef member, bool writes)
    {
        if (spec.New is { } created)
            return member.Kind == MemberKind.Constructor && FitsType(created, member, exact: true);
        string? wanted = (member.Kind, writes) switch
        {
            (MemberKind.Method, _) => spec.Call,
            (MemberKind.Getter, _) => spec.Get,
            (MemberKind.Setter, _) => spec.Set,
            (MemberKind.Field, false) => spec.Get,
            (MemberKind.Field, true) => spec.Set,
            _ => null,
        };
        if (wanted is null)
            return false;
        int dot = wanted.LastIndexOf('.');
        if (!FitsName(wanted.AsSpan(dot + 1), member.Name))
            return false;
        if (spec.NameMatches is { } name && spec is not PatternSpec && !Conditions.Pattern(name).IsMatch(member.Name))
            return false;
        if (!member.IsResolved && spec.Loose)
            return true;
        return FitsType(wanted[..Math.Max(dot, 0)], member, exact: false);
    }

    private static bool FitsName(ReadOnlySpan<char> wanted, string name) =>
        wanted.Length > 0 && wanted[^1] == '*' ? name.AsSpan().StartsWith(wanted[..^1]) : wanted.SequenceEqual(name);

    private static bool FitsType(string wanted, MemberRef member, bool exact)
    {
        if (wanted is "*")
            return true;
        if (member.IsResolved)
        {
            if (member.Type == wanted)
                return true;
            foreach (string owner in member.Owners)
            {
                if (owner == wanted && (!exact || member.IsSource))
                    return true;
            }

            return false;
        }

        // Other toolkits have a text box too, whose user sits at the machine; where this one is used, it binds.
        if (wanted.StartsWith("System.Web.UI.", StringComparison.Ordinal))
            return false;
        string simple = Last(wanted);
        return Last(member.Type) == simple || Array.Exists(member.Owners, owner => Last(owner) == simple);
    }

    private static int[] Places(IReadOnlyList<string> words, MemberRef member, string? fallback)
    {
        if (words.Count == 0)
        {
            if (fallback is null)
                return [];
            words = [fallback];
        }

        return [.. words.SelectMany(word => PlacesOf(word, member)).Distinct()];
    }

    private static IEnumerable<int> PlacesOf(string word, MemberRef member)
    {
        int shift = member.IsExtension ? 1 : 0;
        switch (word)
        {
            case "return":
                return [Place.Return];
            case "this":
                return
                [
                    member.IsExtension ? 0
                    : member.Kind == MemberKind.Constructor ? Place.Return
                    : Place.Receiver,
                ];
            case "*":
                return [Place.AllArguments];
            case "value" when member.Kind is MemberKind.Setter or MemberKind.Field:
                return [member.Kind == MemberKind.Setter ? member.ParameterNames.Length : 0];
            default:
                if (int.TryParse(word, out int index))
                    return [index + shift];
                int named = Array.IndexOf(member.ParameterNames, word);
                if (named >= 0)
                    return [named];
                if (member.IsResolved)
                    return [];
                // What did not bind has no names: by habit a path or address comes first.
                return word switch
                {
                    "path" or "fileName" or "filename" or "requestUri" or "url" => [shift],
                    _ => [Place.AllArguments],
                };
        }
    }
}
