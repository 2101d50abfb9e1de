namespace Shrike.Analysis.Rules.Structure.Regexes;

/// <summary>Looks for the two kinds of ambiguity that make backtracking slow.</summary>
internal sealed class RegexAmbiguity
{
    private const int MaxSteps = 3_000_000;

    private readonly RegexAutomaton automaton;
    private readonly bool[,] reaches;
    private int steps;

    private RegexAmbiguity(RegexAutomaton automaton)
    {
        this.automaton = automaton;
        reaches = Closure(automaton);
    }

    public static RegexGrowth Of(RegexNode root)
    {
        var automaton = new RegexAutomaton(root);
        if (automaton.IsTooLarge)
            return RegexGrowth.Unknown;
        var ambiguity = new RegexAmbiguity(automaton);
        if (ambiguity.IsExponential())
            return RegexGrowth.Exponential;
        if (ambiguity.IsPolynomial())
            return RegexGrowth.Polynomial;
        return ambiguity.steps >= MaxSteps ? RegexGrowth.Unknown : RegexGrowth.Linear;
    }

    /// <summary>Which state comes after which, in one step or more.</summary>
    private static bool[,] Closure(RegexAutomaton automaton)
    {
        int count = automaton.Count;
        var reaches = new bool[count, count];
        var open = new Stack<int>();
        for (int start = 0; start < count; start++)
        {
            open.Push(start);
            while (open.TryPop(out int state))
            {
                foreach (int next in automaton.Follow(state))
                {
                    if (reaches[start, next])
                        continue;
                    reaches[start, next] = true;
                    open.Push(next);
                }
            }
        }

        return reaches;
    }

    private bool SameLoop(int a, int b) => reaches[a, b] && reaches[b, a];

    /// <summary>Whether a match that goes round the loop of this state can still fail afterwards.</summary>
    private bool CanFail(int state)
    {
        for (int other = 0; other < automaton.Count; other++)
        {
            if (automaton.Accepting.Contains(other) && (other == state || SameLoop(state, other)))
                return false;
        }

        return true;
    }

    private bool IsExponential()
    {
        if (automaton.Doubled.Any(step => SameLoop(step.From, step.To) && CanFail(step.From)))
            return true;
        for (int state = 0; state < automaton.Count; state++)
        {
            if (reaches[state, state] && CanFail(state) && DivergesAndReturns(state))
                return true;
        }

        return false;
    }

    /// <summary>Whether two different paths spell the same word from the state to itself: the pair (state, state) reaches
    /// itself through a pair of different states.</summary>
    private bool DivergesAndReturns(int state)
    {
        int count = automaton.Count;
        var seen = new HashSet<int>();
        var open = new Stack<(int Left, int Right, bool Apart)>();
        open.Push((state, state, false));
        while (open.TryPop(out (int Left, int Right, bool Apart) pair))
        {
            foreach (int left in automaton.Follow(pair.Left))
            {
                if (!SameLoop(state, left))
                    continue;
                foreach (int right in automaton.Follow(pair.Right))
                {
                    if (++steps >= MaxSteps)
                        return false;
                    if (!SameLoop(state, right) || !automaton.Set(left).Overlaps(automaton.Set(right)))
                        continue;
                    bool apart = pair.Apart || left != right;
                    if (apart && left == state && right == state)
                        return true;
                    if (seen.Add((((left * count) + right) * 2) + (apart ? 1 : 0)))
                        open.Push((left, right, apart));
                }
            }
        }

        return false;
    }

    private bool IsPolynomial()
    {
        for (int first = 0; first < automaton.Count; first++)
        {
            if (!reaches[first, first])
                continue;
            for (int second = 0; second < automaton.Count; second++)
            {
                if (
                    first != second
                    && reaches[second, second]
                    && reaches[first, second]
                    && !reaches[second, first]
                    && CanFail(second)
                    && Shares(first, second)
                )
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether one word leads round the first state, from the first to the second, and round the second.</summary>
    private bool Shares(int first, int second)
    {
        var seen = new HashSet<(int, int, int)>();
        var open = new Stack<(int, int, int)>();
        open.Push((first, first, second));
        while (open.TryPop(out (int A, int B, int C) triple))
        {
            foreach (int a in automaton.Follow(triple.A))
            {
                if (!SameLoop(first, a))
                    continue;
                foreach (int b in automaton.Follow(triple.B))
                {
                    CharSet shared = automaton.Set(a) & automaton.Set(b);
                    if (shared == CharSet.None || !(b == second || reaches[b, second]))
                        continue;
                    foreach (int c in automaton.Follow(triple.C))
                    {
                        if (++steps >= MaxSteps)
                            return false;
                        if (!SameLoop(second, c) || !shared.Overlaps(automaton.Set(c)))
                            continue;
                        if (a == first && b == second && c == second)
                            return true;
                        if (seen.Add((a, b, c)))
                            open.Push((a, b, c));
                    }
                }
            }
        }

        return false;
    }
}
