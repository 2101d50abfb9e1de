namespace Shrike.Analysis.Rules.Structure.Regexes;

/// <summary>The position automaton (Glushkov) of a regular expression: a state for each symbol of the pattern.</summary>
internal sealed class RegexAutomaton
{
    public const int MaxStates = 240;

    // A bounded repetition of something that itself loops behaves as if unbounded from about here on.
    private const int ManyRounds = 8;
    private const int MaxCopies = 3;
    private const int MaxParts = 20_000;

    private readonly List<CharSet> sets = [];
    private readonly List<HashSet<int>> follow = [];
    private int parts;

    /// <summary>Whether the pattern is larger than <see cref="MaxStates"/>.</summary>
    public bool IsTooLarge { get; private set; }

    /// <summary>States after which the whole pattern has matched, whatever follows.</summary>
    public IReadOnlySet<int> Accepting { get; }

    /// <summary>Steps that can be taken in two ways, as in "(a+)+".</summary>
    public HashSet<(int From, int To)> Doubled { get; } = [];

    public RegexAutomaton(RegexNode root)
    {
        Part whole = Build(root);
        Accepting = whole.FreeLast.ToHashSet();
    }

    public int Count => sets.Count;

    public CharSet Set(int state) => sets[state];

    public IReadOnlyCollection<int> Follow(int state) => follow[state];

    /// <param name="First">States that can come first.</param>
    /// <param name="Last">States that can come last.</param>
    /// <param name="FreeLast">Those of them after which no assertion can still fail.</param>
    /// <param name="Nullable">Can be empty.</param>
    /// <param name="FreeNullable">Can be empty without an assertion.</param>
    private sealed record Part(List<int> First, List<int> Last, List<int> FreeLast, bool Nullable, bool FreeNullable);

    private static Part Nothing(bool free = true) => new([], [], [], true, free);

    private Part Build(RegexNode node)
    {
        // Copies of empty groups cost time without adding states.
        if (sets.Count >= MaxStates || ++parts > MaxParts)
            IsTooLarge = true;
        if (IsTooLarge)
            return Nothing();
        switch (node)
        {
            case RegexNode.Symbol symbol:
                int state = sets.Count;
                sets.Add(symbol.Set);
                follow.Add([]);
                return new Part([state], [state], [state], false, false);
            case RegexNode.Assertion:
                return Nothing(free: false);
            case RegexNode.Sequence sequence:
                return sequence.Items.Aggregate(Nothing(), (before, item) => Join(before, Build(item)));
            case RegexNode.Choice choice:
                return choice.Items.Select(Build).Aggregate(Either);
            case RegexNode.Repeat repeat:
                return Repeat(repeat);
            default:
                throw new ArgumentOutOfRangeException(nameof(node));
        }
    }

    private Part Join(Part left, Part right)
    {
        Link(left.Last, right.First);
        return new Part(
            left.Nullable ? [.. left.First, .. right.First] : left.First,
            right.Nullable ? [.. left.Last, .. right.Last] : right.Last,
            right.FreeNullable ? [.. left.FreeLast, .. right.FreeLast] : right.FreeLast,
            left.Nullable && right.Nullable,
            left.FreeNullable && right.FreeNullable
        );
    }

    private static Part Either(Part left, Part right) =>
        new(
            [.. left.First, .. right.First],
            [.. left.Last, .. right.Last],
            [.. left.FreeLast, .. right.FreeLast],
            left.Nullable || right.Nullable,
            left.FreeNullable || right.FreeNullable
        );

    private Part Repeat(RegexNode.Repeat repeat)
    {
        bool loops = repeat.Max is null || (repeat.Max > ManyRounds && repeat.Item.HasLoop);
        int required = Math.Min(repeat.Min, MaxCopies);
        Part whole = Nothing();
        for (int i = 1; i < required; i++)
            whole = Join(whole, Build(repeat.Item));
        if (loops)
        {
            Part body = Build(repeat.Item);
            Link(body.Last, body.First);
            return Join(whole, required > 0 ? body : Optional(body));
        }

        if (required > 0)
            whole = Join(whole, Build(repeat.Item));
        int optional = Math.Min((repeat.Max ?? 0) - repeat.Min, MaxCopies - 1);
        // Nested, "(a(a)?)?", so that the copies cannot stand in for each other.
        Part rest = Nothing();
        for (int i = 0; i < optional; i++)
            rest = Optional(Join(Build(repeat.Item), rest));
        return Join(whole, rest);
    }

    private static Part Optional(Part part) => part with { Nullable = true, FreeNullable = true };

    private void Link(List<int> from, List<int> to)
    {
        foreach (int source in from)
        {
            foreach (int target in to)
            {
                if (!follow[source].Add(target))
                    Doubled.Add((source, target));
            }
        }
    }
}
