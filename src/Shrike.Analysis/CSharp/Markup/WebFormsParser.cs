using Microsoft.CodeAnalysis.Text;
using Shrike.Analysis.Facts;

namespace Shrike.Analysis.CSharp.Markup;

/// <summary>An attribute of a tag: its value is [Start, End) of the file.</summary>
internal readonly record struct MarkupAttribute(string Name, int Start, int End);

/// <summary>Reads a WebForms file once from front to back: code nuggets, server controls and server scripts.</summary>
internal sealed partial class WebFormsParser
{
    private const int MaxPieces = 20_000;
    private const int MaxProblems = 20;

    private readonly string text;
    private readonly string path;
    private readonly TextLineCollection lines;
    private readonly HtmlContext html = new();
    private readonly List<MarkupAttribute> attributes = [];
    private readonly List<(string Attribute, int Start, int End, string Call)> pending = [];
    private int pos;
    private int valueStart;

    private readonly string localPath;

    /// <param name="localPath">Below the application's root, against which "~/" resolves.</param>
    public WebFormsParser(SourceText source, string path, string localPath)
    {
        this.localPath = localPath;
        text = source.ToString();
        lines = source.Lines;
        this.path = path;
        Body = NewWriter();
        Members = NewWriter();
    }

    public MappedWriter NewWriter() => new(text, lines, MappedWriter.PathForDirective(path));

    public MappedWriter Body { get; }
    public MappedWriter Members { get; }
    public List<Problem> Problems { get; } = [];

    /// <summary>Name in lower case, attributes with lower-case names, where it stands.</summary>
    public List<(string Name, Dictionary<string, string> Attributes, int Start, int End)> Directives { get; } = [];

    public List<ServerControl> Controls { get; } = [];
    public List<MarkupHandler> Handlers { get; } = [];
    public HashSet<string> ItemTypes { get; } = new(StringComparer.Ordinal);

    public void Run()
    {
        while (pos < text.Length)
        {
            if (text[pos] == '<' && At(pos + 1) == '%')
                Nugget();
            else
                Literal();
            if (Body.Pieces > MaxPieces)
            {
                Report($"more than {MaxPieces} pieces of code; the rest of the file was not analysed");
                break;
            }
        }

        FlushPending(null);
    }

    /// <summary>Takes the directives at the file's head; returns where they end.</summary>
    public int RunDirectives()
    {
        while (true)
        {
            int at = pos;
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            if (At(at) != '<' || At(at + 1) != '%' || At(at + 2) is not ('@' or '-'))
                return pos;
            pos = at;
            Nugget();
        }
    }

    private char At(int index) => (uint)index < (uint)text.Length ? text[index] : '\0';

    private void Report(string message)
    {
        if (Problems.Count < MaxProblems)
            Problems.Add(new Problem(path, $"line {lines.GetLinePosition(Math.Min(pos, text.Length)).Line + 1}: {message}"));
    }

    private void Nugget()
    {
        int start = pos;
        if (string.CompareOrdinal(text, pos, "<%--", 0, 4) == 0)
        {
            int close = text.IndexOf("--%>", pos + 4, StringComparison.Ordinal);
            if (close < 0)
                Report("a server comment is not closed");
            pos = close < 0 ? text.Length : close + 4;
            return;
        }

        int end = text.IndexOf("%>", pos + 2, StringComparison.Ordinal);
        if (end < 0)
        {
            Report("'<%' is not closed");
            end = text.Length;
        }

        int code = start + 2;
        switch (At(code))
        {
            case '@':
                TakeDirective(code + 1, end, start);
                break;
            case '$':
                html.Expression();
                break;
            case '=':
                Expression(code + 1, end, isEncoded: false);
                break;
            case ':':
                Expression(code + 1, end, isEncoded: true);
                break;
            case '#':
                bool isEncoded = At(code + 1) == ':';
                Expression(isEncoded ? code + 2 : code + 1, end, isEncoded);
                break;
            default:
                if (code < end)
                    Body.Copy(code, end);
                break;
        }

        pos = Math.Min(text.Length, end + 2);
    }

    private void Expression(int start, int end, bool isEncoded)
    {
        string attribute = html.AttributeName;
        bool isInTag = html.IsInTag;
        string call = HtmlCalls.For(html, isEncoded);
        if (start >= end || text.AsSpan(start, end - start).IsWhiteSpace())
            return;
        if (isInTag)
        {
            pending.Add((attribute, start, end, call));
            return;
        }

        Body.Copy(start, end, call);
        Body.Close(");");
    }

    private void Literal()
    {
        bool wasInValue = html.IsInValue;
        bool wasBefore = html.State == HtmlState.BeforeValue;
        string attribute = html.AttributeName;
        char c = text[pos];
        bool isTag = html.Feed(c);
        if (wasBefore && html.IsInValue)
            valueStart = html.State == HtmlState.Unquoted ? pos : pos + 1;
        if (wasInValue && !html.IsInValue)
            attributes.Add(new MarkupAttribute(attribute, valueStart, pos));
        pos++;
        if (!isTag)
            return;
        if (!html.IsEndTag)
            StartTag();
        else
            EndTag();
        attributes.Clear();
    }

    private string? Value(string name)
    {
        foreach (MarkupAttribute attribute in attributes)
        {
            if (attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return text[attribute.Start..attribute.End].Trim();
        }

        return null;
    }

    private void TakeDirective(int start, int end, int from)
    {
        int at = start;
        while (at < end && char.IsWhiteSpace(text[at]))
            at++;
        int nameEnd = CSharpAtoms.IdentifierEnd(text, at);
        string name = text[at..Math.Min(nameEnd, end)].ToLowerInvariant();
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        at = nameEnd;
        while (at < end)
        {
            if (!CSharpAtoms.IsIdentifierStart(text[at]))
            {
                at++;
                continue;
            }

            int stop = CSharpAtoms.IdentifierEnd(text, at);
            string key = text[at..stop].ToLowerInvariant();
            at = DirectiveValue(stop, end, out string? value);
            if (value is not null && found.Count < 64)
                found.TryAdd(key, value);
        }

        // The name may be left out; then it is a page.
        Directives.Add((name, found, from, Math.Min(text.Length, end + 2)));
    }

    private int DirectiveValue(int at, int end, out string? value)
    {
        value = null;
        while (at < end && char.IsWhiteSpace(text[at]))
            at++;
        if (at >= end || text[at] != '=')
            return at;
        at++;
        while (at < end && char.IsWhiteSpace(text[at]))
            at++;
        if (at >= end)
            return at;
        char quote = text[at];
        int start = quote is '"' or '\'' ? at + 1 : at;
        int stop = start;
        while (stop < end && (start > at ? text[stop] != quote : !char.IsWhiteSpace(text[stop])))
            stop++;
        value = text[start..stop];
        return Math.Min(end, stop + 1);
    }
}
