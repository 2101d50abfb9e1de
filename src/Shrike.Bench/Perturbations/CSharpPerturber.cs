using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Shrike.Bench.Statistics;

namespace Shrike.Bench.Perturbations;

/// <summary>A kind of change to C#.</summary>
internal interface ICSharpChange
{
    Perturbation Kind { get; }

    /// <returns>One for each file, in order.</returns>
    IReadOnlyList<PerturbedText> Apply(CSharpProgram program, FreshNames names, SplitMix random);
}

/// <summary>Changes the C# of one scope. After each change the program is compiled again: a file of which the compiler says anything
/// else than before keeps its old text, and if that does not help, all do.</summary>
internal static class CSharpPerturber
{
    private static readonly ICSharpChange[] Changes =
    [
        new Renaming(),
        new Reordering(),
        new Wrapping(),
        new WrappedValues(),
        new DeadCode(),
    ];

    /// <param name="texts">C# files; one that cannot be parsed stays as it is, and so do all that are bound with it.</param>
    /// <param name="others">Other files of the scope, which may speak of names.</param>
    public static (IReadOnlyList<PerturbedText> Texts, IReadOnlyList<PerturbationCount> Counts) Apply(
        IReadOnlyList<string> texts,
        IReadOnlyList<string> others,
        IReadOnlyList<Perturbation> kinds,
        string scope,
        long seed
    )
    {
        SyntaxTree?[] trees = [.. texts.Select(CSharpProgram.Parse)];
        if (texts.Count == 0 || trees.Any(t => t is null))
            return ([.. texts.Select(t => PerturbedText.Unchanged(t))], []);
        CSharpProgram program = CSharpProgram.Of(trees!, others);
        var words = texts.Concat(others).SelectMany(Words.Of).ToHashSet(StringComparer.Ordinal);
        PerturbedText[] now = [.. texts.Select(t => PerturbedText.Unchanged(t))];
        var counts = new List<PerturbationCount>();
        foreach (ICSharpChange change in Changes.Where(c => kinds.Contains(c.Kind)))
        {
            var random = new SplitMix(Seed(seed, scope, change.Kind));
            IReadOnlyList<PerturbedText> wanted = change.Apply(program, new FreshNames(random, words), random);
            (program, PerturbedText[] kept) = Checked(program, wanted);
            now =
            [
                .. now.Select(
                    (old, i) =>
                        new PerturbedText(
                            kept[i].Text,
                            PerturbedText.Compose(old.Lines, kept[i].Lines),
                            old.Changes + kept[i].Changes,
                            old.Skipped + kept[i].Skipped
                        )
                ),
            ];
            counts.Add(
                new PerturbationCount(
                    PerturbationNames.Of(change.Kind),
                    kept.Sum(k => k.Changes),
                    kept.Sum(k => k.Skipped),
                    kept.Count(k => k.Changes > 0)
                )
            );
        }

        return (now, counts);
    }

    private static (CSharpProgram, PerturbedText[]) Checked(CSharpProgram before, IReadOnlyList<PerturbedText> wanted)
    {
        string[][] complaints = before.Complaints();
        PerturbedText[] texts = [.. wanted];
        for (int attempt = 0; attempt < 2; attempt++)
        {
            if (before.With([.. texts.Select(t => t.Text)]) is not { } after)
                break;
            string[][] now = after.Complaints([.. texts.Select(t => t.Lines)]);
            int[] worse = [.. Enumerable.Range(0, texts.Length).Where(i => !complaints[i].AsSpan().SequenceEqual(now[i]))];
            if (worse.Length == 0)
                return (after, texts);
            foreach (int i in worse)
                texts[i] = Undone(before, texts[i], i);
        }

        return (before, [.. texts.Select((t, i) => Undone(before, t, i))]);
    }

    private static PerturbedText Undone(CSharpProgram before, PerturbedText text, int index) =>
        PerturbedText.Unchanged(before.Trees[index].ToString(), text.Skipped + text.Changes);

    private static ulong Seed(long seed, string scope, Perturbation kind) =>
        BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\0{scope}\0{PerturbationNames.Of(kind)}")));
}

internal static class Words
{
    /// <summary>Everything in a text that could be a name.</summary>
    public static IEnumerable<string> Of(string text)
    {
        int at = 0;
        while (at < text.Length)
        {
            int start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_'))
                at++;
            if (at > start)
                yield return text[start..at];
            else
                at++;
        }
    }
}
