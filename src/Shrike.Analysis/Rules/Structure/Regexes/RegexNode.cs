namespace Shrike.Analysis.Rules.Structure.Regexes;

/// <summary>A regular expression reduced to what matters for ambiguity.</summary>
internal abstract record RegexNode
{
    /// <summary>Consumes one character.</summary>
    public sealed record Symbol(CharSet Set) : RegexNode;

    /// <summary>Consumes nothing and may fail: an anchor, a look-around, a back reference.</summary>
    /// <param name="LooksAround">It matches text of its own, which may decide between two ways.</param>
    public sealed record Assertion(bool LooksAround = false) : RegexNode;

    public sealed record Sequence(IReadOnlyList<RegexNode> Items) : RegexNode;

    public sealed record Choice(IReadOnlyList<RegexNode> Items) : RegexNode;

    /// <param name="Item">What is repeated.</param>
    /// <param name="Min">At least so often.</param>
    /// <param name="Max">At most so often; null without bound.</param>
    public sealed record Repeat(RegexNode Item, int Min, int? Max) : RegexNode;

    public static readonly RegexNode Empty = new Sequence([]);

    /// <summary>Whether it holds a repetition without bound.</summary>
    public bool HasLoop =>
        this switch
        {
            Sequence sequence => sequence.Items.Any(item => item.HasLoop),
            Choice choice => choice.Items.Any(item => item.HasLoop),
            Repeat repeat => repeat.Max is null || repeat.Item.HasLoop,
            _ => false,
        };

    /// <summary>Whether a look-around stands in a repetition without bound.</summary>
    public bool LooksAroundInLoop => LooksAt(false);

    private bool LooksAt(bool inLoop) =>
        this switch
        {
            Assertion assertion => inLoop && assertion.LooksAround,
            Sequence sequence => sequence.Items.Any(item => item.LooksAt(inLoop)),
            Choice choice => choice.Items.Any(item => item.LooksAt(inLoop)),
            Repeat repeat => repeat.Item.LooksAt(inLoop || repeat.Max is null),
            _ => false,
        };

    /// <summary>Every character that it may consume.</summary>
    public CharSet Alphabet =>
        this switch
        {
            Symbol symbol => symbol.Set,
            Sequence sequence => sequence.Items.Aggregate(CharSet.None, (set, item) => set | item.Alphabet),
            Choice choice => choice.Items.Aggregate(CharSet.None, (set, item) => set | item.Alphabet),
            Repeat repeat => repeat.Item.Alphabet,
            _ => CharSet.None,
        };
}
