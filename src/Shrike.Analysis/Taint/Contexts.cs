using Shrike.Analysis.Findings;
using Shrike.Analysis.Rules;

namespace Shrike.Analysis.Taint;

/// <summary>The contexts of a catalogue as bits: a set bit of a fact says that the value is still dangerous there.</summary>
internal sealed class Contexts
{
    private readonly Dictionary<string, int> bits = new(StringComparer.Ordinal);
    private readonly ulong[] bySource = new ulong[Enum.GetValues<SourceKind>().Length];

    public Contexts(RuleCatalogue catalogue)
    {
        foreach (Rule rule in catalogue.Rules)
        {
            if (rule.Flow is not { } flow)
                continue;
            ulong bit = Bit(flow.Context);
            if (flow.Numeric)
                Numeric |= bit;
            // A rule with sources of its own counts no others.
            if (flow.OwnSources.Count > 0)
                continue;
            foreach (SourceKind source in Enum.GetValues<SourceKind>().Where(flow.Counts))
                bySource[(int)source] |= bit;
        }
    }

    /// <summary>Contexts in which a number is dangerous too.</summary>
    public ulong Numeric { get; }

    public IEnumerable<KeyValuePair<string, int>> All => bits;

    /// <summary>Contexts for which data of a source counts.</summary>
    public ulong From(SourceKind source) => bySource[(int)source];

    public ulong Bit(string context)
    {
        if (!bits.TryGetValue(context, out int bit))
        {
            bit = Math.Min(bits.Count, 63);
            bits.Add(context, bit);
        }

        return 1UL << bit;
    }

    public ulong Mask(IEnumerable<string> contexts)
    {
        ulong mask = 0;
        foreach (string context in contexts)
            mask |=
                context == "*" ? ulong.MaxValue
                : bits.TryGetValue(context, out int bit) ? 1UL << bit
                : 0;
        return mask;
    }
}
