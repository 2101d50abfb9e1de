using Shrike.Bench.Runs;

namespace Shrike.Bench.Perturbations;

/// <summary>A change of the text that keeps what the program does, so that no answer may change with it. In the order in which they are made.</summary>
public enum Perturbation
{
    Rename,
    Reorder,
    Wrap,
    WrapValues,
    DeadCode,
}

/// <summary>What was changed in one batch.</summary>
/// <param name="Name">As a person types it.</param>
/// <param name="Changes">Places that were changed.</param>
/// <param name="Skipped">Places of the same kind that were left, for the change could not be shown to keep the meaning.</param>
/// <param name="Files">Files with a change.</param>
public sealed record PerturbationCount(string Name, int Changes, int Skipped, int Files)
{
    /// <summary>Sums by name.</summary>
    public static IReadOnlyList<PerturbationCount> Sum(IEnumerable<PerturbationCount> counts) =>
        [
            .. counts
                .GroupBy(c => c.Name, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new PerturbationCount(g.Key, g.Sum(c => c.Changes), g.Sum(c => c.Skipped), g.Sum(c => c.Files))),
        ];
}

/// <summary>The names of perturbations.</summary>
public static class PerturbationNames
{
    private static readonly (Perturbation Kind, string Name)[] Names =
    [
        (Perturbation.Rename, "rename"),
        (Perturbation.Reorder, "reorder"),
        (Perturbation.Wrap, "wrap"),
        (Perturbation.WrapValues, "wrap-values"),
        (Perturbation.DeadCode, "dead-code"),
    ];

    public static string Of(Perturbation kind) => Names.First(n => n.Kind == kind).Name;

    /// <summary>Reads "rename,wrap", or "all"; nothing where the text is null.</summary>
    /// <exception cref="RunException">One of the words is no perturbation.</exception>
    public static IReadOnlyList<Perturbation> Parse(string? text)
    {
        if (text is null)
            return [];
        if (text == "all")
            return [.. Names.Select(n => n.Kind)];
        var kinds = new SortedSet<Perturbation>();
        foreach (string word in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Names.FirstOrDefault(n => n.Name == word) is not { Name: not null } known)
                throw new RunException(
                    $"there is no perturbation '{word}'; there are {string.Join(", ", Names.Select(n => n.Name))} and all"
                );
            kinds.Add(known.Kind);
        }

        return kinds.Count > 0
            ? [.. kinds]
            : throw new RunException($"--perturb takes {string.Join(',', Names.Select(n => n.Name))} or all");
    }

    /// <summary>Why nothing is changed in a language; null where something is.</summary>
    public static string? CannotChange(string language) =>
        language == "csharp"
            ? null
            : $"code in {language} is not perturbed: without its compiler no change of names, order or calls can be shown to keep the meaning";
}
