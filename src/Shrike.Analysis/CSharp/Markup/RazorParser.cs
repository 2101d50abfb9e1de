using Microsoft.CodeAnalysis.Text;
using Shrike.Analysis.Facts;

namespace Shrike.Analysis.CSharp.Markup;

/// <summary>Reads a Razor file once from front to back and writes its code as C#. An explicit stack of frames stands in
/// for the grammar's recursion, so depth costs memory and never the thread's stack.</summary>
internal sealed partial class RazorParser
{
    private const int MaxPieces = 20_000;
    private const int MaxProblems = 20;

    private readonly string text;
    private readonly string path;
    private readonly string mappedPath;
    private readonly bool isComponent;
    private readonly bool isFramework;
    private readonly TextLineCollection lines;
    private readonly Stack<RazorFrame> frames = new();
    private readonly List<(char Open, bool SawNew)> brackets = [];
    private HtmlContext html;
    private int pos;
    private bool isTruncated;
    private int expressionEnd = -1;

    public RazorParser(SourceText source, string path, bool isComponent, bool isFramework)
    {
        text = source.ToString();
        lines = source.Lines;
        this.path = path;
        this.isComponent = isComponent;
        this.isFramework = isFramework;
        mappedPath = MappedWriter.PathForDirective(path);
        Body = NewWriter();
        Members = NewWriter();
        Header = NewWriter();
        html = NewHtml();
    }

    public MappedWriter NewWriter() => new(text, lines, mappedPath);

    public MappedWriter Body { get; }
    public MappedWriter Members { get; }
    public MappedWriter Header { get; }
    public RazorDirectives Directives { get; } = new();
    public List<Problem> Problems { get; } = [];

    /// <summary>Names that child content may use without declaring them.</summary>
    public SortedSet<string> ContextNames { get; } = new(StringComparer.Ordinal);

    public void Run()
    {
        frames.Push(new RazorFrame(FrameKind.Document, Body));
        while (frames.Count > 0)
        {
            RazorFrame frame = frames.Peek();
            if (pos >= text.Length || isTruncated)
                EndOfFile(frame);
            else if (frame.IsCode)
                StepCode(frame);
            else
                StepMarkup(frame);
        }
    }

    private HtmlContext NewHtml(string embedding = "") => new() { IsCaseSensitive = isComponent, Embedding = embedding };

    private void EndOfFile(RazorFrame frame)
    {
        if (frame.Kind != FrameKind.Document && frame.Kind != FrameKind.Line && frame.Kind != FrameKind.Implicit && !isTruncated)
            Report(frame.IsCode ? "a code block is not closed" : $"an element in a code block is not closed: {Last(frame.OpenTags)}");
        if (frame.IsCode)
        {
            FinishCode(frame, Math.Min(pos, text.Length));
            return;
        }

        Pop(frame);
    }

    private static string Last(List<string> names) => names.Count == 0 ? "?" : names[^1];

    private void Report(string message)
    {
        if (Problems.Count < MaxProblems)
            Problems.Add(new Problem(path, $"line {lines.GetLinePosition(Math.Min(pos, text.Length)).Line + 1}: {message}"));
    }

    private void Pop(RazorFrame frame)
    {
        frames.Pop();
        if (frame.Suffix.Length > 0)
            frame.Writer.Close(frame.Suffix);
        if (frame.Outer is { } outer)
            html = outer;
        if (frames.Count > 0 && frames.Peek() is { IsCode: true } parent)
            parent.Segment = pos;
        if (frame.Writer.Pieces > MaxPieces && !isTruncated)
        {
            isTruncated = true;
            Report($"more than {MaxPieces} pieces of code; the rest of the file was not analysed");
        }
    }

    private char At(int index) => (uint)index < (uint)text.Length ? text[index] : '\0';

    private bool StartsWith(int at, string what) => string.CompareOrdinal(text, at, what, 0, what.Length) == 0;

    private bool IsWord(int at, string word) => StartsWith(at, word) && !CSharpAtoms.IsIdentifierPart(At(at + word.Length));

    private int SkipBlanks(int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    private bool IsBlank(int start, int end) => text.AsSpan(start, Math.Max(0, end - start)).IsWhiteSpace();
}
