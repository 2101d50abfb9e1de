namespace Shrike.Analysis.CSharp.Markup;

internal enum FrameKind
{
    /// <summary>Markup to the end of the file.</summary>
    Document,

    /// <summary>Markup to the brace that closes <c>@section</c>.</summary>
    Section,

    /// <summary>Markup from a start tag to the end tag that balances it.</summary>
    Element,

    /// <summary>Markup to <c>&lt;/text&gt;</c>.</summary>
    TextTag,

    /// <summary>Markup to the end of the line (<c>@:</c>).</summary>
    Line,

    /// <summary>Code to the bracket that closes it.</summary>
    Block,

    /// <summary>Code of one statement with its <c>else</c>, <c>catch</c> and the like.</summary>
    Statement,

    /// <summary>An expression without blanks, as far as it goes.</summary>
    Implicit,
}

/// <summary>What the translator is in the middle of; an explicit stack of these takes the place of recursion.</summary>
internal sealed class RazorFrame(FrameKind kind, MappedWriter writer)
{
    public FrameKind Kind { get; } = kind;
    public MappedWriter Writer { get; } = writer;

    public bool IsCode => Kind >= FrameKind.Block;

    /// <summary>What our own code needs behind the frame's output.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>The HTML state to return to, where the frame has one of its own.</summary>
    public HtmlContext? Outer { get; init; }

    // Markup: open elements, and how many of each so that a stray end tag costs nothing.
    public List<string> OpenTags { get; } = [];
    public Dictionary<string, int> OpenCounts { get; } = new(StringComparer.OrdinalIgnoreCase);
    public int Braces { get; set; }
    public bool HasBegun { get; set; }

    // Code: the piece not yet copied begins at Segment; what stands before it in the output is Prefix.
    public int Segment { get; set; }
    public string Prefix { get; set; } = "";

    /// <summary>An expression must not be empty; a statement may.</summary>
    public bool IsExpression { get; init; }
    public bool HasWritten { get; set; }

    /// <summary>How many brackets were open outside.</summary>
    public int Base { get; init; }

    /// <summary>Where to go on behind the frame when that is not at once (the rest of a wrapper that is left out).</summary>
    public int ResumeAt { get; init; } = -1;
    public string Keyword { get; set; } = "";

    /// <summary>The last significant character; 'a' for a word, '"' for an operand.</summary>
    public char Previous { get; set; } = ';';
    public string LastWord { get; set; } = "";
    public bool SawNew { get; set; }
    public bool InCase { get; set; }
}
