using System.Collections.Frozen;
using System.Globalization;
using Shrike.Bench.Runs;
using Shrike.Bench.Suites;

namespace Shrike.Bench.Scoring;

/// <summary>CASTLE's own points (Dubniczky and others, arXiv 2503.09433), as the notebook beside the suite computes them: 5 for a found flaw, 2 for a
/// safe file of which nothing is said, -1 for each finding that does not match, and a bonus of 1 to 5 for weaknesses of MITRE's Top 25 of 2024.
/// What is odd about them is kept, or the figures could not be laid beside published ones: a finding matches by its line or by its weakness, so that a
/// word about the right weakness in a safe file counts as a find; and the bonus of a file is given from the first find of the whole run on, whatever was
/// said of that file. Nothing is merged.</summary>
/// <param name="Points">As published.</param>
/// <param name="Earned">With the bonus for the files only whose flaw was found, and no find in a safe file.</param>
/// <param name="Most">What a perfect answer gets of <paramref name="Points"/>; 1,250 for the whole suite.</param>
/// <param name="MostEarned">The same of <paramref name="Earned"/>.</param>
public sealed record CastlePoints(int Points, int Earned, int Most, int MostEarned)
{
    private const int Find = 5;
    private const int Quiet = 2;
    private const int TopBonus = 5;

    // From the first place to the last.
    private static readonly int[] Top25 =
    [
        79,
        787,
        89,
        352,
        22,
        125,
        78,
        416,
        862,
        434,
        94,
        20,
        77,
        287,
        269,
        502,
        200,
        863,
        918,
        119,
        476,
        798,
        190,
        400,
        306,
    ];

    // What the suite accepts for each of its weaknesses besides itself: parents and children by hand, not all of them.
    private static readonly FrozenDictionary<int, int[]> Accepted = new Dictionary<int, int[]>
    {
        [22] = [668, 706, 23, 36],
        [78] = [74, 77],
        [89] = [74, 943, 564],
        [125] = [119, 126, 127],
        [134] = [668, 20],
        [190] = [20, 682, 680],
        [253] = [573, 754],
        [327] = [693, 328, 780, 916, 1240],
        [362] = [691, 364, 366, 367, 368, 421, 689, 1223, 1298],
        [369] = [682],
        [401] = [404, 772],
        [415] = [666, 672, 825, 1341],
        [416] = [672, 825],
        [476] = [710, 754],
        [522] = [287, 668, 1390, 256, 257, 260, 261, 523, 549],
        [617] = [670],
        [628] = [573, 683, 685, 686, 687, 688],
        [674] = [834, 776],
        [761] = [404, 763],
        [770] = [400, 665, 774, 789, 1325],
        [787] = [119, 121, 122, 123, 124],
        [798] = [287, 344, 671, 1391, 259, 321],
        [822] = [119],
        [835] = [834],
        [843] = [704],
    }.ToFrozenDictionary();

    public static CastlePoints Of(IReadOnlyList<BenchCase> cases, RawOutput output)
    {
        int points = 0,
            earned = 0,
            most = 0,
            mostEarned = 0;
        bool hasFind = false;
        foreach (BenchCase one in cases.OrderBy(c => c.Cwe).ThenBy(Number))
        {
            RawFinding[] said = [.. CastleJudge.Counted(output, one)];
            int matching = said.Count(f => IsMatch(f, one)),
                bonus = Bonus(one.Cwe);
            bool isFind = matching > 0;
            hasFind |= isFind;
            int quiet = said.Length == 0 && !one.IsVulnerable ? Quiet : 0;
            points += quiet + (isFind ? Find : 0) - (said.Length - matching) + (hasFind ? bonus : 0);
            earned += one.IsVulnerable ? (isFind ? Find + bonus : 0) - (said.Length - matching) : quiet - said.Length;
            most += (one.IsVulnerable ? Find : Quiet) + bonus;
            mostEarned += one.IsVulnerable ? Find + bonus : Quiet;
        }

        return new CastlePoints(points, earned, most, mostEarned);
    }

    private static bool IsMatch(RawFinding finding, BenchCase one) =>
        (finding.Line > 0 && one.Places.Any(p => p.DistanceTo(finding.Line) == 0))
        || finding.Cwe == one.Cwe
        || (finding.Cwe > 0 && Accepted.GetValueOrDefault(one.Cwe)?.Contains(finding.Cwe) == true);

    private static int Bonus(int cwe) => Array.IndexOf(Top25, cwe) is >= 0 and var place ? TopBonus - place / TopBonus : 0;

    // The notebook goes through the files in the order of their numbers, and the bonus hangs on it.
    private static int Number(BenchCase one) =>
        int.TryParse(one.Id.AsSpan(one.Id.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
}
