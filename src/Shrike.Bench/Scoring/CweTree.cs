using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using Shrike.Bench.Runs;

namespace Shrike.Bench.Scoring;

/// <summary>Which weakness is a kind of which, for the figure that stands beside the strict one. Pillars, and what is broad enough to fit nearly
/// every label, are near to nothing; cwe-tree.txt says which.</summary>
public static class CweTree
{
    /// <summary>Of the list the table was made after.</summary>
    public const string Version = "CWE 4.15";

    private static readonly FrozenDictionary<int, Parents> Table = Read();

    private sealed record Parents(int[] Near, int[] Broad);

    /// <summary>One is the other, or a kind of it.</summary>
    public static bool Related(int a, int b) => a > 0 && b > 0 && (a == b || IsKindOf(a, b) || IsKindOf(b, a));

    /// <summary>Any of the weaknesses the finding names is near to the label's.</summary>
    public static bool IsNear(RawFinding finding, int label) =>
        Related(finding.Cwe, label) || finding.OtherCwes.Any(other => Related(other, label));

    private static bool IsKindOf(int child, int parent)
    {
        if (Of(child).Broad.Contains(parent))
            return true;
        // The table is small and without circles, but nothing hangs on that.
        var seen = new HashSet<int> { child };
        var open = new Queue<int>(seen);
        while (open.TryDequeue(out int at))
        {
            foreach (int next in Of(at).Near)
            {
                if (next == parent)
                    return true;
                if (seen.Add(next))
                    open.Enqueue(next);
            }
        }

        return false;
    }

    private static Parents Of(int cwe) => Table.GetValueOrDefault(cwe) ?? new Parents([], []);

    private static FrozenDictionary<int, Parents> Read()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("scoring/cwe-tree.txt")!;
        using var reader = new StreamReader(stream);
        var table = new Dictionary<int, Parents>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 1)
                table.Add(
                    Number(words[0]),
                    new Parents(
                        [.. words[1..].Where(w => w[0] != '~').Select(Number)],
                        [.. words[1..].Where(w => w[0] == '~').Select(w => Number(w[1..]))]
                    )
                );
        }

        return table.ToFrozenDictionary();
    }

    private static int Number(string word) => int.Parse(word, NumberStyles.None, CultureInfo.InvariantCulture);
}
