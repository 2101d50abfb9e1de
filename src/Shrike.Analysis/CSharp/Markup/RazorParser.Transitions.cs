namespace Shrike.Analysis.CSharp.Markup;

internal sealed partial class RazorParser
{
    /// <summary>An at sign in code. Returns true when the stack of frames changed.</summary>
    private bool CodeTransition(RazorFrame frame)
    {
        char next = At(pos + 1);
        if (next == '*')
        {
            Flush(frame, pos);
            SkipComment();
            frame.Segment = pos;
            return false;
        }

        int literal = CSharpAtoms.Skip(text, pos);
        if (literal > pos)
        {
            frame.Previous = '"';
            pos = literal;
            return false;
        }

        if (next == '<' && (char.IsLetter(At(pos + 2)) || At(pos + 2) is '!' or '@'))
        {
            PushTemplate(frame);
            return true;
        }

        if (next == ':')
            return PushLine(frame);
        if (IsStatementStart(frame))
            return StatementTransition(frame, next);
        pos = Math.Max(pos + 1, CSharpAtoms.IdentifierEnd(text, pos + 1));
        frame.Previous = 'a';
        frame.LastWord = "";
        return false;
    }

    private bool StatementTransition(RazorFrame frame, char next)
    {
        Flush(frame, pos);
        int word = CSharpAtoms.IdentifierEnd(text, pos + 1);
        if (!IsStatementWord(pos + 1) && word - pos <= 17 && Directive(text[(pos + 1)..word], word, out bool changed))
        {
            frame.Previous = ';';
            frame.Segment = pos;
            return changed;
        }

        if (next is '{' || IsStatementWord(pos + 1))
        {
            frame.Segment = ++pos;
            return false;
        }

        if (next != '(' && !CSharpAtoms.IsIdentifierStart(next))
        {
            frame.Segment = ++pos;
            return false;
        }

        frame.Previous = ';';
        PushExpression(frame, pos + 1);
        return true;
    }

    private bool IsStatementWord(int at)
    {
        int end = CSharpAtoms.IdentifierEnd(text, at);
        string word = end - at <= 16 ? text[at..end] : "";
        if (StatementWords.Contains(word))
            return true;
        return word == "await" && SkipBlanks(end) is int then && (IsWord(then, "foreach") || IsWord(then, "using"));
    }

    private bool PushLine(RazorFrame frame)
    {
        if (IsStatementStart(frame) || frame.Previous == ')')
            frame.Previous = ';';
        Flush(frame, pos);
        pos += 2;
        frames.Push(new RazorFrame(FrameKind.Line, frame.Writer));
        return true;
    }

    private void PushElement(RazorFrame frame, string suffix, MappedWriter writer)
    {
        Flush(frame, pos);
        frame.Previous = suffix.Length > 0 ? '"' : ';';
        int afterText = pos + "<text".Length;
        bool isText = StartsWith(pos, "<text") && At(SkipBlanks(afterText)) == '>';
        bool isNested = suffix.Length > 0 || (!isText && html.State != HtmlState.Text);
        HtmlContext? outer = isNested ? html : null;
        if (isNested)
            html = NewHtml(suffix.Length > 0 ? "" : EmbeddingOf(html));
        frames.Push(new RazorFrame(isText ? FrameKind.TextTag : FrameKind.Element, writer) { Suffix = suffix, Outer = outer });
        if (isText)
            pos = SkipBlanks(afterText) + 1;
        else if (At(pos + 1) == '/')
            Report("an end tag closes nothing");
    }

    private static string EmbeddingOf(HtmlContext html) =>
        html.RawElement is "script" && !html.IsDataScript ? "script"
        : html.RawElement is "style" ? "style"
        : "";

    private void PushTemplate(RazorFrame frame)
    {
        Flush(frame, pos);
        string head =
            isComponent ? "__builder => {"
            : isFramework ? "item => global::Shrike.Html.Template(() => {"
            : "item => global::Shrike.Html.Template(async () => {";
        if (frame.Prefix.Length > 0)
        {
            frame.Writer.Generated(frame.Prefix);
            frame.Prefix = "";
        }

        frame.HasWritten = true;
        frame.Writer.Generated(head);
        pos++;
        frame.Segment = pos;
        PushElement(frame, isComponent ? "}" : "})", frame.Writer);
    }
}
