using System.Text.Json;
using System.Text.Json.Serialization;
using Shrike.Analysis.Facts;

namespace Shrike.Bench.Suites;

/// <summary>A past fix as a case: where it changed what, in the commit before and in the fix itself.</summary>
/// <param name="Folder">Of the two states: FOLDER-before and FOLDER-after.</param>
internal sealed record Fix(
    string Folder,
    string Commit,
    string Subject,
    int Cwe,
    IReadOnlyList<FilePlaces> Before,
    IReadOnlyList<FilePlaces> After
);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<Fix>))]
internal sealed partial class FixJson : JsonSerializerContext;

/// <summary>your-fixes: what <c>bench fixes REPOSITORY</c> wrote, and a person may have edited.</summary>
public sealed class FixesAdapter : ISuiteAdapter
{
    internal const string List = "fixes.json";
    private const int MaxDepth = 40;
    private const long MaxListBytes = 64 << 20;

    public string Name => "fixes";

    public Suite Read(SuiteDeclaration declaration, string path, CancellationToken cancel)
    {
        string root = Path.GetFullPath(path);
        string list = Path.Combine(root, List);
        if (new FileInfo(list) is not { Exists: true, Length: < MaxListBytes })
            throw new SuiteException($"{root} has no {List}; 'bench fixes REPOSITORY -o {path}' writes one");
        IReadOnlyList<Fix> fixes;
        try
        {
            fixes = JsonSerializer.Deserialize(File.ReadAllText(list), FixJson.Default.IReadOnlyListFix) ?? [];
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            throw new SuiteException($"{list} cannot be read: {e.Message}");
        }

        var cases = new Dictionary<string, BenchCase>(StringComparer.Ordinal);
        var problems = new List<Problem>();
        foreach ((Fix fix, bool isVulnerable) in fixes.SelectMany(f => (IEnumerable<(Fix, bool)>)[(f, true), (f, false)]))
        {
            cancel.ThrowIfCancellationRequested();
            string target = $"{fix.Folder}-{(isVulnerable ? "before" : "after")}";
            if (string.IsNullOrEmpty(fix.Folder) || !fix.Folder.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            {
                problems.Add(new Problem(List, $"'{fix.Folder}' is no name of a folder: letters, digits, - and _"));
                continue;
            }

            FilePlaces[] all = [.. ((isVulnerable ? fix.Before : fix.After) ?? []).Select(p => p with { Path = $"{target}/{p.Path}" })];
            FilePlaces[] there = [.. all.Where(p => SuiteFiles.Below(root, p.Path) is not null && p.Places is { Count: > 0 })];
            foreach (FilePlaces gone in all.Except(there))
                problems.Add(new Problem(gone.Path, "is named by a label, and is not there or has no lines"));
            if (there.Length == 0)
                problems.Add(new Problem(target, "has no place that could be looked at; no case"));
            else if (!cases.TryAdd(target, Case(fix, target, isVulnerable, there, root)))
                problems.Add(new Problem(target, "is there twice; the first counts"));
        }

        return cases.Count == 0
            ? throw new SuiteException($"{list} has no case that can be used")
            : new Suite(declaration, root, [.. cases.Values.OrderBy(c => c.Id, StringComparer.Ordinal)], problems, null);
    }

    private static BenchCase Case(Fix fix, string target, bool isVulnerable, FilePlaces[] places, string root) =>
        new()
        {
            Id = target,
            Target = target,
            Path = places[0].Path,
            IsVulnerable = isVulnerable,
            Cwe = fix.Cwe,
            Places = places[0].Places,
            Elsewhere = places.Length > 1 ? places[1..] : null,
            Companions =
            [
                .. SuiteFiles
                    .Find(Path.Combine(root, target), "*", MaxDepth)
                    .Select(f => SuiteFiles.Relative(root, f))
                    .Order(StringComparer.Ordinal),
            ],
        };
}
