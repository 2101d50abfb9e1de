using System.Runtime.InteropServices;
using System.Text;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Rules;

namespace Shrike.Analysis.CSharp.Lowering;

/// <summary>Reads what <see cref="ProjectFactsWriter"/> wrote, or nothing where it is damaged or speaks of rules or files that are not
/// there.</summary>
internal sealed class ProjectFactsReader
{
    private readonly BinaryReader reader;
    private readonly Dictionary<string, Rule> rules;
    private readonly Func<string, bool> isKnown;
    private readonly long length;

    private ProjectFactsReader(BinaryReader reader, long length, RuleCatalogue rules, Func<string, bool> isKnown)
    {
        this.reader = reader;
        this.length = length;
        this.isKnown = isKnown;
        this.rules = rules.Rules.ToDictionary(r => r.Id, StringComparer.Ordinal);
    }

    /// <param name="key">Read no further where the facts have another one.</param>
    /// <param name="isKnown">Whether a path is one of the scanned files.</param>
    public static ProjectFacts? Read(ReadOnlyMemory<byte> bytes, ReadOnlySpan<byte> key, RuleCatalogue rules, Func<string, bool> isKnown)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes.ToArray(), writable: false), Encoding.UTF8);
            var own = new ProjectFactsReader(reader, bytes.Length, rules, isKnown);
            byte[] found = own.Bytes();
            return found.AsSpan().SequenceEqual(key) ? own.All(found) : null;
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    private ProjectFacts All(byte[] key)
    {
        byte[] shape = Bytes();
        bool isBounded = reader.ReadBoolean();
        string[] looked = Each(Text);
        return new ProjectFacts
        {
            Key = key,
            Shape = shape,
            LookedInto = isBounded ? looked : null,
            Others = Bytes(),
            Files = Each(Text),
            Doors = Each(Door),
            Candidates = Each(Candidate),
            Problems = Each(() => new Problem(Text(), Text())),
            Ledger = Each(() => new LedgerEntry((LedgerKind)reader.ReadInt32(), Text(), (LedgerState)reader.ReadInt32(), TextOrNull())),
            Registrations = Registrations(),
            Lines = reader.ReadInt64(),
        };
    }

    private DoorOf Door() => new(EntryPoint(), reader.ReadInt32(), reader.ReadInt32());

    private EntryPoint EntryPoint() =>
        new()
        {
            Kind = (EntryPointKind)reader.ReadInt32(),
            Symbol = Text(),
            Display = Text(),
            Where = Span(),
            Route = TextOrNull(),
            Verbs = Each(Text),
            Parameters = Each(Parameter),
            Properties = Each(Parameter),
            Guards = new Guards
            {
                Authorization = TextOrNull(),
                Policies = Each(Text),
                AllowsAnonymous = reader.ReadBoolean(),
                Antiforgery = TextOrNull(),
                RateLimit = TextOrNull(),
            },
            RefusesInvalidModels = reader.ReadBoolean(),
            RefusesMarkup = reader.ReadBoolean(),
            InTestCode = reader.ReadBoolean(),
        };

    private EntryParameter Parameter() => new(Text(), Text(), (Binding)reader.ReadInt32());

    private Candidate Candidate() =>
        new()
        {
            Rule = rules.GetValueOrDefault(Text()) ?? throw new FormatException(),
            Where = Span(),
            Message = Text(),
            Symbol = Text(),
            Snippet = Text(),
            Flows = Each(() => new Flow((SourceKind)reader.ReadInt32(), Text(), Each(() => new FlowStep(Span(), Text(), Text())))),
            EntryPoint = reader.ReadBoolean() ? EntryPoint() : null,
            Cwe = reader.ReadInt32() is >= 0 and var cwe ? cwe : null,
            Severity = reader.ReadInt32() is > 0 and var severity ? (Severity)severity : null,
            InTestCode = reader.ReadBoolean(),
        };

    private Dictionary<string, string> Registrations()
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string service, string implementation) in Each(() => (Text(), Text())))
            all[service] = implementation;
        return all;
    }

    private SourceSpan Span()
    {
        var span = new SourceSpan(Text(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        return isKnown(span.Path) && span is { StartLine: > 0, StartColumn: > 0 } ? span : throw new FormatException();
    }

    private byte[] Bytes()
    {
        byte[] bytes = reader.ReadBytes(Count());
        return bytes.Length == 0 ? [] : bytes;
    }

    private string Text() => TextOrNull() ?? throw new FormatException();

    private string? TextOrNull()
    {
        int count = Count();
        if (count == 0)
            return null;
        byte[] bytes = reader.ReadBytes(checked(2 * (count - 1)));
        return new string(MemoryMarshal.Cast<byte, char>(bytes));
    }

    /// <summary>No list is longer than the bytes that are left.</summary>
    private int Count() =>
        reader.Read7BitEncodedInt() is var count && count >= 0 && count <= 1 + length - reader.BaseStream.Position
            ? count
            : throw new FormatException();

    private T[] Each<T>(Func<T> read)
    {
        var list = new T[Count()];
        for (int i = 0; i < list.Length; i++)
            list[i] = read();
        return list;
    }
}
