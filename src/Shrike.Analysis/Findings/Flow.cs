namespace Shrike.Analysis.Findings;

/// <summary>Who controls the data at the start of a flow.</summary>
public enum SourceKind
{
    /// <summary>No data flow: the place alone is the flaw.</summary>
    None,

    /// <summary>A network peer: HTTP, sockets, messages.</summary>
    Remote,

    /// <summary>Something stored earlier: a database, a file, a cache.</summary>
    Stored,

    /// <summary>The local user or environment: arguments, variables, console, registry.</summary>
    Local,

    /// <summary>A caller of the library's public surface.</summary>
    PublicApi,

    /// <summary>A value written in the code itself (a hard-coded secret).</summary>
    Literal,
}

/// <summary>One step of a path that a person can follow.</summary>
/// <param name="Message">A short clause of its own: "enters as route parameter 'id'", "concatenated", "reaches SqlCommand.CommandText".</param>
/// <param name="Function">The enclosing function's display name.</param>
public sealed record FlowStep(SourceSpan Where, string Message, string Function);

/// <summary>A path from source to sink, in order; the first step is the source, the last the sink.</summary>
public sealed record Flow(SourceKind Source, string SourceDescription, IReadOnlyList<FlowStep> Steps);
