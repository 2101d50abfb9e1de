using System.Text.Json.Serialization;
using Shrike.Analysis.Findings;

namespace Shrike.Analysis.Rules;

/// <summary>How a rule finds its places.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RuleKind>))]
public enum RuleKind
{
    /// <summary>Untrusted data reaches a sink.</summary>
    [JsonStringEnumMemberName("flow")]
    Flow,

    /// <summary>A call, construction or assignment is the flaw by itself.</summary>
    [JsonStringEnumMemberName("pattern")]
    Pattern,

    /// <summary>Found by code of the same id under Rules/Structure (authorisation, configuration, relations of facts).</summary>
    [JsonStringEnumMemberName("structure")]
    Structure,
}

// Properties with a default have a setter: generated deserialisation gives every init-only property a value, and what a
// file leaves out would become null.

/// <summary>One weakness Shrike looks for, as data: what it is, and the members of libraries that show it.
/// One JSON file a rule; <c>docs/rule.schema.json</c> describes the file.</summary>
public sealed record Rule
{
    /// <summary>Lower-case words with hyphens; equal to the file's name.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }
    public required RuleKind Kind { get; init; }

    /// <summary>The most specific fitting CWE first.</summary>
    public required IReadOnlyList<int> Cwes { get; init; }

    /// <summary>Base vector, CVSS v4.0; the score is computed from it.</summary>
    public required string Cvss { get; init; }

    /// <summary>One sentence; <c>{source}</c> and <c>{sink}</c> are filled in.</summary>
    public required string Message { get; init; }

    public required string What { get; init; }
    public required string Why { get; init; }
    public required string Fix { get; init; }
    public string? Vulnerable { get; init; }
    public string? Fixed { get; init; }
    public IReadOnlyList<string> References { get; set; } = [];

    /// <summary>Circumstances in which the flaw weighs no more than medium; the message says which.</summary>
    public IReadOnlyList<Circumstance> LesserWhere { get; set; } = [];

    public FlowSpec? Flow { get; init; }
    public IReadOnlyList<PatternSpec> Patterns { get; set; } = [];

    [JsonIgnore]
    public double Score => Cvss4.Parse(Cvss).Score;

    [JsonIgnore]
    public Severity Severity => Cvss4.Band(Score);
}

/// <summary>Where untrusted data must not arrive, and what makes it harmless there.</summary>
public sealed record FlowSpec
{
    /// <summary>The context in which the sink interprets data: "sql", "shell", "html", "path"… Sanitizers and guards
    /// name the contexts that they clear. At most 64 contexts in all.</summary>
    public required string Context { get; init; }

    /// <summary>Kinds of source that count; default remote, stored, local.</summary>
    public IReadOnlyList<SourceKind> Sources { get; set; } = [SourceKind.Remote, SourceKind.Stored, SourceKind.Local];

    /// <summary>Further kinds of source that count, with low severity: whoever controls them seldom gains by it.</summary>
    public IReadOnlyList<SourceKind> LesserSources { get; set; } = [];

    /// <summary>Whether data of a kind counts. What a library is called with may come from a network peer of the caller's.</summary>
    public bool Counts(SourceKind source) =>
        Sources.Contains(source == SourceKind.PublicApi ? SourceKind.Remote : source) || LesserSources.Contains(source);

    /// <summary>Numbers, GUIDs and dates are dangerous too (an identifier, a size).</summary>
    public bool Numeric { get; set; }

    /// <summary>The finding stands where untrusted text is joined to the command's text, when that is in the function of the
    /// sink: that is the line to mend.</summary>
    public bool AtConstruction { get; set; }

    /// <summary>One flaw a file, however many sinks one source reaches in it: what is to mend is where the data comes from.</summary>
    public bool OncePerSource { get; set; }

    /// <summary>A regular expression: untrusted text behind text that matches does no harm here (a host's name behind which only a
    /// path can follow). U+0001 stands for text that is not known.</summary>
    public string? HarmlessAfter { get; init; }

    public IReadOnlyList<MemberSpec> Sinks { get; set; } = [];
    public IReadOnlyList<MemberSpec> Sanitizers { get; set; } = [];
    public IReadOnlyList<GuardSpec> Guards { get; set; } = [];

    /// <summary>Sources of this rule alone (with <see cref="MemberSpec.Source"/>).</summary>
    public IReadOnlyList<MemberSpec> OwnSources { get; set; } = [];
}

/// <summary>A member of a library. Exactly one of <see cref="Call"/>, <see cref="New"/>, <see cref="Get"/> and
/// <see cref="Set"/> is given. Names are qualified, "Namespace.Type.Member"; a member may be or end in '*'. A base type or
/// interface stands for what derives from it. Where a symbol does not resolve, the type's simple name decides.</summary>
public record MemberSpec
{
    /// <summary>"System.IO.File.ReadAllText".</summary>
    public string? Call { get; init; }

    /// <summary>Constructor: "System.IO.FileStream" (a type).</summary>
    public string? New { get; init; }

    /// <summary>Property, field or indexer that is read: "System.Web.HttpRequest.QueryString".</summary>
    public string? Get { get; init; }

    /// <summary>Property or field that is written: "System.Data.IDbCommand.CommandText".</summary>
    public string? Set { get; init; }

    /// <summary>Arguments concerned: an index from 0, a parameter's name, "this" for the receiver, "return", "*" for all.
    /// For sinks the dangerous ones (default "0", for set the value); for sources what becomes untrusted (default
    /// "return"); for sanitizers what becomes clean (default "return").</summary>
    public IReadOnlyList<string> Args { get; set; } = [];

    /// <summary>For a sink of a flow: what arrives there weighs little.</summary>
    public bool Lesser { get; set; }

    /// <summary>Also match by the member's name alone where the receiver's type is unknown.</summary>
    public bool Loose { get; set; }

    /// <summary>A regular expression, case-insensitive. For a source: the member's own name. For a pattern: the name of what is
    /// assigned, passed or declared.</summary>
    public string? NameMatches { get; set; }

    /// <summary>All must hold of the call.</summary>
    public IReadOnlyList<Condition> When { get; set; } = [];

    /// <summary>For a source: who controls it.</summary>
    public SourceKind Source { get; set; }

    /// <summary>For a source: in words, "query string". For a sink: what it does.</summary>
    public string? Description { get; init; }

    /// <summary>For a sanitizer in a library file: contexts cleared; "*" for all. For a source: contexts in which its data does no
    /// harm (an address of the server itself is no place to be lured to).</summary>
    public IReadOnlyList<string> Clears { get; set; } = [];

    /// <summary>For a propagator: what taints what; the same words as <see cref="Args"/>. An empty list on both: nothing flows.</summary>
    public IReadOnlyList<string> From { get; set; } = [];
    public IReadOnlyList<string> To { get; set; } = [];

    /// <summary>For a sink or a pattern: lower than the rule's severity. A flow to such a sink is left out where the same
    /// value also reaches one that is not lowered.</summary>
    public Severity? Severity { get; init; }
}

/// <summary>A check that makes a value harmless on one branch.</summary>
public sealed record GuardSpec : MemberSpec
{
    /// <summary>The branch on which <see cref="MemberSpec.Args"/> is clean: the call's result.</summary>
    public bool Result { get; set; } = true;

    /// <summary>The call alone is the check, whatever comes of it: it throws, or nobody calls it who does not look at what it
    /// says.</summary>
    public bool Always { get; set; }
}

/// <summary>A condition on a constant argument; a value that is not known does not fulfil it unless
/// <see cref="Unknown"/>.</summary>
public sealed record Condition
{
    /// <summary>As in <see cref="MemberSpec.Args"/>; "value" for what is assigned; "page" for the view around, of which one property is
    /// known: the ContentType that it sets for the whole answer.</summary>
    public required string Arg { get; init; }

    /// <summary>A property of the argument, as set on the object in the same function; one that is not set there does not
    /// fulfil the condition unless <see cref="Unset"/>.</summary>
    public string? Property { get; init; }

    /// <summary>What to say when the property is not set. Default false.</summary>
    public bool Unset { get; set; }

    /// <summary>Equal as text ("true", "0", "System.Text.RegularExpressions.RegexOptions.None" as its number).</summary>
    public string? Is { get; init; }
    public string? IsNot { get; init; }

    /// <summary>A regular expression on the constant as text; linear-time engine.</summary>
    public string? Matches { get; init; }
    public string? NotMatches { get; init; }
    public double? LessThan { get; init; }
    public double? AtLeast { get; init; }

    /// <summary>The argument's static type (or that of the object it was built from) is or derives from this one.</summary>
    public string? Type { get; init; }

    /// <summary>The member that the argument was read from in the same function: "System.Web.HttpResponse.Output".</summary>
    public string? ReadFrom { get; init; }

    /// <summary>A regular expression: no member of such a name is called on the value, or given it, in the same function.</summary>
    public string? NotAsked { get; init; }

    /// <summary>true: all that becomes of the value in its function is plain text, which is encoded again where it is written.</summary>
    public bool? EndsAsText { get; init; }

    /// <summary>true: the argument must be a constant; false: must not be.</summary>
    public bool? Constant { get; init; }

    /// <summary>true: the argument is given; false: it is left out.</summary>
    public bool? Given { get; init; }

    /// <summary>The project says that it is built for a .NET Framework older than this: "4.5.2".</summary>
    public string? FrameworkBelow { get; init; }

    /// <summary>What to say when the value is not known at this place. Default false.</summary>
    public bool Unknown { get; set; }
}

/// <summary>A place that is a flaw by itself.</summary>
public sealed record PatternSpec : MemberSpec
{
    /// <summary>With <see cref="MemberSpec.New"/> or a call whose result is an object: the flaw is that none of these
    /// properties is set to the value on the object before it leaves the function ("HttpOnly": "true").</summary>
    public IReadOnlyDictionary<string, string>? UnlessSet { get; init; }

    /// <summary>With <see cref="MemberSpec.New"/>: only when this property is set to this constant on the object.</summary>
    public IReadOnlyDictionary<string, string>? OnlyIfSet { get; init; }

    /// <summary>The weakness, where it is not the rule's first.</summary>
    public int? Cwe { get; init; }

    /// <summary>Replaces the rule's message.</summary>
    public string? Says { get; init; }
}

/// <summary>Facts about libraries that every rule uses: sources, sanitizers, propagators and guards.</summary>
public sealed record LibraryModel
{
    public required string Library { get; init; }
    public IReadOnlyList<MemberSpec> Sources { get; set; } = [];
    public IReadOnlyList<MemberSpec> Sanitizers { get; set; } = [];
    public IReadOnlyList<MemberSpec> Propagators { get; set; } = [];
    public IReadOnlyList<GuardSpec> Guards { get; set; } = [];
}
