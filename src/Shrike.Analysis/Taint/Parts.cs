using System.Globalization;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>Pairs, tuples and groups of the framework hold each thing under its own name: a value put in as one part is not read
/// as another.</summary>
internal static class Parts
{
    private const int MaxItems = 8;
    private const string Pair = "System.Collections.Generic.KeyValuePair";
    private const string Grouping = "System.Linq.IGrouping";

    public static readonly int KeyOfGroup = MemberRef.StepOf($"P:{Grouping}`2.Key");

    /// <summary>A step, and which part it is, counted from 1.</summary>
    private static readonly Dictionary<int, int> Numbers = Known();

    private static Dictionary<int, int> Known()
    {
        var numbers = new Dictionary<int, int> { [OfPair(0)] = 1, [OfPair(1)] = 2 };
        for (int count = 1; count <= MaxItems; count++)
        {
            for (int item = 0; item < count; item++)
                numbers[OfTuple(count, item)] = item + 1;
        }

        return numbers;
    }

    public static readonly int KeyOfEntry = OfPair(0);

    private static int OfPair(int part) => MemberRef.StepOf($"P:{Pair}`2.{(part == 0 ? "Key" : "Value")}");

    private static int OfTuple(int count, int item) =>
        MemberRef.StepOf(string.Create(CultureInfo.InvariantCulture, $"P:System.Tuple`{count}.Item{item + 1}"));

    /// <summary>`new Tuple&lt;A, B&gt;(a, b)`, `Tuple.Create(a, b)`, `new KeyValuePair&lt;K, V&gt;(k, v)`.</summary>
    public static bool IsMaker(CallSite site) =>
        (site.Target.Kind == MemberKind.Constructor || (site.Target is { Name: "Create", IsStatic: true }))
        && site.Target.Type switch
        {
            Pair => site.Arguments.Length == 2,
            "System.Tuple" => site.Arguments.Length is > 0 and < MaxItems,
            _ => false,
        };

    public static int StepOf(CallSite site, int argument) =>
        site.Target.Type == Pair ? OfPair(argument) : OfTuple(site.Arguments.Length, argument);

    /// <summary>`new List&lt;T&gt;(items)`, `new ValueTask&lt;T&gt;(value)`: what is put in is what is in it.</summary>
    public static bool IsWrapper(CallSite site) =>
        site is { Target.Kind: MemberKind.Constructor, Arguments.Length: 1 }
        && (
            site.Target.Type.StartsWith("System.Collections.", StringComparison.Ordinal)
            || site.Target.Type is "System.Threading.Tasks.ValueTask" or "System.Nullable" or "System.ArraySegment"
        );

    /// <summary>A part read by its place in a deconstruction.</summary>
    public static bool AreSame(MemberRef read, int step) =>
        read.Type == "(tuple)" && Numbers.TryGetValue(step, out int number) && read.Name.Length == 5 && read.Name[4] - '0' == number;

    /// <summary>The key or value of a pair or group is read, and the step is that of another part.</summary>
    public static bool AreOther(MemberRef read, int step) =>
        (read.Type == Pair && Numbers.ContainsKey(step)) || (read.Type == Grouping && step != KeyOfGroup && read.Name == "Key");

    /// <summary>`ToDictionary(x => x.Id)`, `ToDictionary(x => x.Id, x => x.Name)`: entries of the elements, or of what the second function makes of
    /// them, each under what the first one returns.</summary>
    public static bool IsDictionaryMaker(CallSite site) =>
        site is { Callees.Length: 0, Target: { Kind: MemberKind.Method, IsSource: false } }
        && site.Target.Name
            is "ToDictionary"
                or "ToDictionaryAsync"
                or "ToFrozenDictionary"
                or "ToImmutableDictionary"
                or "ToImmutableSortedDictionary"
        && site.Arguments.Length > FirstGiven(site);

    public static bool IsKeySelector(CallSite site, int argument) =>
        IsDictionaryMaker(site) && site.Arguments[FirstGiven(site)] == argument;

    /// <summary>The function that makes the values of a dictionary; -1 where they are the elements.</summary>
    public static int ElementSelector(CallSite site, FunctionFacts facts, int at) =>
        FirstGiven(site) + 1 is var second
        && second < site.Arguments.Length
        && site.Arguments[second] is >= 0 and var given
        && (facts.ClosureAt(given, at) is not null || facts.Function.RegisterTypes[given].Kind == ValueKind.Delegate)
            ? given
            : -1;

    private static int FirstGiven(CallSite site) => site.Target.IsExtension && site.Receiver < 0 ? 1 : 0;

    /// <summary>Only the keys of a dictionary are untrusted, and this asks for its values.</summary>
    public static bool AsksForValues(CallSite site, IrFunction function, int register, int step) =>
        step == KeyOfEntry
        && site.Target.Name is "Item" or "Values" or "TryGetValue" or "GetValueOrDefault" or "TryRemove"
        && (
            site.Receiver >= 0 ? site.Receiver
            : site.Arguments is [var self, ..] ? self
            : -1
        ) == register
        && Entries.IsDictionary(function.RegisterTypes[register].Name);

    public static bool AsksForKeys(CallSite site, int step) =>
        step == KeyOfEntry && site.Target is { Name: "Keys", Kind: MemberKind.Getter };

    /// <summary>`GroupBy(x => x.Id)`: groups of the elements as they are, each under what the only function returned.</summary>
    public static bool IsGrouping(CallSite site, FunctionFacts facts, int at) =>
        site is { Callees.Length: 0, Target.Name: "GroupBy" or "ToLookup", Arguments.Length: > 0 }
        && site.Arguments.Count(a => facts.ClosureAt(a, at) is not null) == 1;
}
