using System.Collections;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>The contexts in which a member is harmless once its model was validated.</summary>
internal sealed class DeclaredContexts
{
    private readonly Dictionary<int, ulong> bySteps = [];

    public DeclaredContexts(IEnumerable<MemberCheck> checks, Contexts contexts)
    {
        foreach (MemberCheck check in checks)
        {
            ulong mask = check.Pattern is null ? ulong.MaxValue : OfPattern(check.Pattern, contexts);
            if (mask != 0)
                bySteps[check.Step] = bySteps.GetValueOrDefault(check.Step) | mask;
        }
    }

    public bool Any => bySteps.Count > 0;

    public IEnumerable<KeyValuePair<int, ulong>> All => bySteps;

    public ulong Of(int step) => bySteps.GetValueOrDefault(step);

    /// <summary>The attribute asks for a match of the whole, anchors or none.</summary>
    private static ulong OfPattern(string pattern, Contexts contexts)
    {
        string whole = pattern.StartsWith('^') || pattern.StartsWith("\\A", StringComparison.Ordinal) ? pattern : "^" + pattern;
        bool ends = whole.EndsWith('$') && !whole.EndsWith("\\$", StringComparison.Ordinal);
        if (!ends && !whole.EndsWith("\\z", StringComparison.OrdinalIgnoreCase))
            whole += "$";
        return RegexAlphabet.OfWhole(whole) is BitArray alphabet ? RegexAlphabet.HarmlessIn(alphabet, contexts) : 0;
    }
}
