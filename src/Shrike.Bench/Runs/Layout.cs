using System.Text.RegularExpressions;
using Shrike.Bench.Blinding;
using Shrike.Bench.Suites;

namespace Shrike.Bench.Runs;

/// <summary>Where each file of a suite lies when it is scanned. It follows from suite, sample and seed alone, so that other scanners can be run on
/// what <c>bench stage</c> writes, and their answers be traced back later.</summary>
internal sealed class Layout
{
    private readonly Dictionary<string, Dictionary<string, string>> originals = new(StringComparer.Ordinal);

    public Layout(SuiteDeclaration suite, IReadOnlyList<Scope> scopes, bool blinded, long seed)
    {
        Regex telling = NeutralNames.Telling(suite.TellingWords);
        for (int n = 0; n < scopes.Count; n++)
        {
            Scope scope = scopes[n];
            originals.Add(
                scope.Id,
                !blinded ? scope.Files.ToDictionary(f => f, StringComparer.Ordinal)
                    : scope.Cases[0].Target is { Length: > 0 } target
                        ? Together(scope, target, n, suite.KeepsNames ? null : new NeutralNames(seed, scope.Id, [], telling))
                    : Alone(scope, n)
            );
        }
    }

    /// <summary>From staged path to the suite's path, in the order of the latter.</summary>
    public IReadOnlyDictionary<string, string> Of(Scope scope) => originals[scope.Id];

    public IEnumerable<KeyValuePair<string, string>> All => originals.Values.SelectMany(o => o);

    // Frameworks and imports go by the names of files and folders: only words in them that tell are replaced, as they are within the files.
    private static Dictionary<string, string> Together(Scope scope, string target, int number, NeutralNames? names)
    {
        var staged = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string file in scope.Files)
        {
            string below = file.StartsWith(target + "/", StringComparison.Ordinal) ? file[(target.Length + 1)..] : file;
            if (names is not null)
                below = string.Join('/', below.Split('/').Select(names.Of));
            staged.Add($"t{number + 1:D5}/{below}", file);
        }

        return staged;
    }

    private static Dictionary<string, string> Alone(Scope scope, int number) =>
        scope
            .Files.Select((file, k) => (Staged: $"c{number + 1:D5}/f{k + 1}{Path.GetExtension(file)}", file))
            .ToDictionary(f => f.Staged, f => f.file, StringComparer.Ordinal);
}
