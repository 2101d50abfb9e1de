using System.Security.Cryptography;
using System.Text;
using Shrike.Bench.Suites;

namespace Shrike.Bench.Runs;

/// <summary>Cases that share files, and those files: what must be blinded and scanned together.</summary>
/// <param name="Id">The first of its cases.</param>
/// <param name="Files">Relative to the suite; sorted.</param>
internal sealed record Scope(string Id, IReadOnlyList<BenchCase> Cases, IReadOnlyList<string> Files);

internal static class Scopes
{
    /// <summary>The scopes of the cases in an order that says nothing: by a hash of seed and id.</summary>
    public static IReadOnlyList<Scope> Shuffled(SuiteDeclaration suite, IEnumerable<BenchCase> cases, long seed) =>
        [
            .. cases
                .GroupBy(Key, StringComparer.Ordinal)
                .Select(group => new Scope(
                    group.Key,
                    [.. group.OrderBy(c => c.Id, StringComparer.Ordinal)],
                    [.. group.SelectMany(c => c.Companions.Append(c.Path)).Distinct().Order(StringComparer.Ordinal)]
                ))
                .OrderBy(scope => Hash($"{seed}|{suite.Id}|{scope.Id}"), StringComparer.Ordinal),
        ];

    /// <summary>The first so many cases of each weakness and label, by hash of suite and id: the same on every machine.</summary>
    public static IReadOnlyList<BenchCase> Sample(SuiteDeclaration suite, IReadOnlyList<BenchCase> cases, int? ofEach) =>
        ofEach is not { } count
            ? cases
            :
            [
                .. cases
                    .GroupBy(c => (c.Cwe, c.IsVulnerable))
                    .SelectMany(stratum => stratum.OrderBy(c => Hash($"{suite.Id}|{c.Id}"), StringComparer.Ordinal).Take(count))
                    .OrderBy(c => c.Id, StringComparer.Ordinal),
            ];

    /// <summary>Consecutive scopes of about so many files; a scope is never divided.</summary>
    public static IEnumerable<IReadOnlyList<Scope>> Batches(IReadOnlyList<Scope> scopes, int files)
    {
        var batch = new List<Scope>();
        int count = 0;
        foreach (Scope scope in scopes)
        {
            if (count > 0 && count + scope.Files.Count > files)
            {
                yield return batch;
                batch = [];
                count = 0;
            }

            batch.Add(scope);
            count += scope.Files.Count;
        }

        if (batch.Count > 0)
            yield return batch;
    }

    internal static string Key(BenchCase one) =>
        one.Target.Length > 0 ? one.Target : one.Companions.Append(one.Path).Min(StringComparer.Ordinal)!;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
