using Shrike.Analysis.Findings;
using Shrike.Analysis.Rules;

namespace Shrike.Analysis.Taint;

/// <summary>The contexts of a catalogue as bits: a set bit of a fact says that the value is still dangerous there.</summary>
internal sealed class Contexts
{
    /// <summary>Contexts with a second bit, for paths that an incomplete check lets out into siblings of the folder.</summary>
    private static readonly string[] WithSiblings = ["path", "zip"];

    private const string Shell = "shell";

    private readonly Dictionary<string, ulong> masks = new(StringComparer.Ordinal);
    private int bits;
    private readonly ulong[] bySource = new ulong[Enum.GetValues<SourceKind>().Length];

    public Contexts(RuleCatalogue catalogue)
    {
        foreach (Rule rule in catalogue.Rules)
        {
            if (rule.Flow is not { } flow)
                continue;
            ulong bit = Of(flow.Context);
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

    /// <summary>Set where a path can still leave its folder for one whose name begins alike (<c>/data</c>, <c>/data-old</c>), whether or
    /// not it can go elsewhere.</summary>
    public ulong Siblings { get; private set; }

    /// <summary>Set where text can still become several arguments of a program that no shell starts, whether or not it could tell a shell more.</summary>
    public ulong WithoutShell { get; private set; }

    public IEnumerable<KeyValuePair<string, ulong>> All => masks;

    /// <summary>Contexts for which data of a source counts.</summary>
    public ulong From(SourceKind source) => bySource[(int)source];

    /// <summary>All bits of one context.</summary>
    public ulong Of(string context)
    {
        if (masks.TryGetValue(context, out ulong mask))
            return mask;
        mask = NextBit();
        if (WithSiblings.Contains(context))
        {
            ulong sibling = NextBit();
            Siblings |= sibling;
            mask |= sibling;
        }

        if (context == Shell)
        {
            WithoutShell = NextBit();
            mask |= WithoutShell;
        }

        masks.Add(context, mask);
        return mask;
    }

    public ulong Mask(IEnumerable<string> contexts)
    {
        ulong mask = 0;
        foreach (string context in contexts)
            mask |= context == "*" ? ulong.MaxValue : masks.GetValueOrDefault(context);
        return mask;
    }

    private ulong NextBit() => 1UL << Math.Min(bits++, 63);
}
