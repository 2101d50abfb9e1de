namespace Shrike.Bench.Runs;

/// <summary>Where each file of a suite lies when it is scanned. It follows from suite, sample and seed alone, so that other scanners can be run on
/// what <c>bench stage</c> writes, and their answers be traced back later.</summary>
internal sealed class Layout
{
    private readonly Dictionary<string, Dictionary<string, string>> originals = new(StringComparer.Ordinal);

    public Layout(IReadOnlyList<Scope> scopes, bool blinded)
    {
        for (int n = 0; n < scopes.Count; n++)
            originals.Add(scopes[n].Id, blinded ? Neutral(scopes[n], n) : scopes[n].Files.ToDictionary(f => f, StringComparer.Ordinal));
    }

    /// <summary>From staged path to the suite's path, in the order of the latter.</summary>
    public IReadOnlyDictionary<string, string> Of(Scope scope) => originals[scope.Id];

    public IEnumerable<KeyValuePair<string, string>> All => originals.Values.SelectMany(o => o);

    private static Dictionary<string, string> Neutral(Scope scope, int number) =>
        scope
            .Files.Select((file, k) => (Staged: $"c{number + 1:D5}/f{k + 1}{Path.GetExtension(file)}", file))
            .ToDictionary(f => f.Staged, f => f.file, StringComparer.Ordinal);
}
