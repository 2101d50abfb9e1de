namespace Shrike.Analysis.Findings;

/// <summary>The score of a base vector by the specification's section 8.2: the score of its macro vector, less the mean
/// of how far the vector lies towards each next lower macro vector.</summary>
internal static class Cvss4Score
{
    /// <summary>Scores of the macro vectors that a base vector can have or border on (threat "attacked", all requirements
    /// high): rows by EQ1 and EQ2; in a row first EQ4 = 1, then EQ4 = 2, and within each the joint levels of EQ3 and EQ6:
    /// 00, 01, 10, 11, 21.</summary>
    private static readonly decimal[][] Macro =
    [
        [10.0m, 9.6m, 9.3m, 9.2m, 7.9m, 9.3m, 9.0m, 8.8m, 8.0m, 6.9m],
        [9.5m, 9.1m, 9.2m, 8.2m, 7.1m, 9.2m, 8.1m, 8.4m, 7.0m, 6.3m],
        [9.4m, 8.9m, 8.6m, 7.6m, 6.5m, 8.7m, 7.5m, 7.2m, 5.7m, 5.3m],
        [9.0m, 7.7m, 7.4m, 5.9m, 5.8m, 7.7m, 6.6m, 6.1m, 5.2m, 2.3m],
        [8.6m, 7.4m, 7.2m, 5.7m, 4.7m, 7.0m, 5.4m, 5.3m, 3.6m, 2.4m],
        [7.3m, 5.5m, 6.1m, 5.1m, 2.4m, 5.4m, 4.3m, 4.6m, 1.8m, 1.0m],
    ];

    /// <param name="levels">Of each base metric in order, its distance from its worst value in steps.</param>
    public static decimal Of(ReadOnlySpan<int> levels)
    {
        (int av, int ac, int at, int pr, int ui) = (levels[0], levels[1], levels[2], levels[3], levels[4]);
        (int vc, int vi, int va) = (levels[5], levels[6], levels[7]);
        (int sc, int si, int sa) = (levels[8], levels[9], levels[10]);
        if (vc + vi + va + sc + si + sa == 12)
            return 0.0m;

        int access = av + pr + ui;
        int eq1 =
            access == 0 ? 0
            : av != 3 && (av == 0 || pr == 0 || ui == 0) ? 1
            : 2;
        int eq2 = ac + at == 0 ? 0 : 1;
        int eq3 =
            vc == 0 && vi == 0 ? 0
            : vc == 0 || vi == 0 || va == 0 ? 1
            : 2;
        int eq4 = sc == 0 || si == 0 || sa == 0 ? 1 : 2;
        // With all security requirements high, EQ6 follows from EQ3.
        int joint = eq3 switch
        {
            0 => 0,
            1 => 2,
            _ => 4,
        };

        decimal score = At(eq1, eq2, joint, eq4);
        decimal sum = 0;
        // EQ5 always has a lower neighbour and never a distance.
        int neighbours = 1;
        // Steps below the worst vectors of the level, and the depth of the level, both from tables 24 to 30.
        if (eq1 < 2)
            Towards(At(eq1 + 1, eq2, joint, eq4), access - eq1, eq1 == 0 ? 1 : 4);
        if (eq2 < 1)
            Towards(At(eq1, eq2 + 1, joint, eq4), ac + at, 1);
        if (eq3 < 2)
            Towards(
                eq3 == 0 ? Math.Max(At(eq1, eq2, 1, eq4), At(eq1, eq2, 2, eq4)) : At(eq1, eq2, 3, eq4),
                vc + vi + va - eq3,
                eq3 == 0 ? 7 : 8
            );
        if (eq4 < 2)
            Towards(At(eq1, eq2, joint, eq4 + 1), sc + si + sa, 5);

        return Math.Round(Math.Clamp(score - (sum / neighbours), 0m, 10m), 1, MidpointRounding.AwayFromZero);

        void Towards(decimal lower, int steps, int depth)
        {
            neighbours++;
            sum += (score - lower) * steps / depth;
        }
    }

    private static decimal At(int eq1, int eq2, int joint, int eq4) => Macro[(eq1 * 2) + eq2][((eq4 - 1) * 5) + joint];
}
