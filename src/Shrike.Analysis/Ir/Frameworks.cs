namespace Shrike.Analysis.Ir;

/// <summary>Base types that every program has objects of: that one class of the program derives from Stream or implements
/// IEnumerable says nothing of what a Stream or an IEnumerable is elsewhere. The framework's own meaning of the call stands
/// for all of them.</summary>
internal static class Frameworks
{
    private static readonly string[] Namespaces = ["System.Collections.", "System.IO.", "System.Data.", "System.Net.Http.", "System.Xml."];

    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "System.Object",
        "System.IDisposable",
        "System.IAsyncDisposable",
        "System.IComparable",
        "System.IEquatable",
        "System.IFormattable",
        "System.Exception",
        "System.Linq.IQueryable",
        "System.Linq.IQueryProvider",
    };

    /// <summary>The member is declared by such a type, and called on nothing more special.</summary>
    public static bool IsEverywhere(MemberRef member) => IsSuch(member.Type) && Array.TrueForAll(member.Owners, IsForeign);

    private static bool IsForeign(string type) =>
        type.StartsWith("System.", StringComparison.Ordinal)
        || type.StartsWith("Microsoft.", StringComparison.Ordinal)
        || type.StartsWith("Newtonsoft.", StringComparison.Ordinal);

    private static bool IsSuch(string type)
    {
        if (Types.Contains(type))
            return true;
        foreach (string prefix in Namespaces)
        {
            if (type.StartsWith(prefix, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
