namespace Shrike.Analysis.CSharp.Markup;

internal sealed partial class RazorParser
{
    private void PushBlock(MappedWriter writer, char open, string suffix, bool ownsHtml = false)
    {
        var frame = new RazorFrame(FrameKind.Block, writer)
        {
            Segment = pos,
            Suffix = suffix,
            Base = brackets.Count,
            Outer = ownsHtml ? html : null,
        };
        if (ownsHtml)
            html = NewHtml();
        brackets.Add((open, false));
        frames.Push(frame);
    }

    private void PushStatement(MappedWriter writer, string keyword) =>
        frames.Push(
            new RazorFrame(FrameKind.Statement, writer)
            {
                Segment = pos,
                Base = brackets.Count,
                Keyword = keyword,
            }
        );

    private void StepCode(RazorFrame frame)
    {
        while (pos < text.Length)
        {
            if (frame.Kind == FrameKind.Implicit && brackets.Count == frame.Base && !ContinuesExpression(frame))
            {
                FinishCode(frame, pos);
                expressionEnd = pos;
                return;
            }

            char c = text[pos];
            if (char.IsWhiteSpace(c))
            {
                pos++;
                continue;
            }

            if (c == '@')
            {
                if (CodeTransition(frame))
                    return;
                continue;
            }

            if (SkipAtom(frame, c))
                continue;
            if (c == '<' && IsMarkupStart(frame))
            {
                PushElement(frame, "", frame.Writer);
                return;
            }

            if (Significant(frame, c))
                return;
        }
    }

    private bool SkipAtom(RazorFrame frame, char c)
    {
        if (c == '#' && IsFirstOnLine())
        {
            pos = CSharpAtoms.LineEnd(text, pos);
            return true;
        }

        int end = CSharpAtoms.Skip(text, pos);
        if (end == pos)
            return false;
        if (c != '/')
            frame.Previous = '"';
        pos = end;
        return true;
    }

    private bool IsFirstOnLine()
    {
        int i = pos - 1;
        while (i >= 0 && text[i] is ' ' or '\t')
            i--;
        return i < 0 || CSharpAtoms.IsLineEnd(text[i]);
    }

    private static bool IsStatementStart(RazorFrame frame) => frame.Previous is ';' or '{' or '}' or ':';

    private bool IsMarkupStart(RazorFrame frame)
    {
        char next = At(pos + 1);
        return IsStatementStart(frame) && (char.IsLetter(next) || next is '!' or '/' or '?' || (next == '@' && !isComponent));
    }

    /// <summary>Takes one character or word that counts. Returns true when the frame ended.</summary>
    private bool Significant(RazorFrame frame, char c)
    {
        switch (c)
        {
            case '(' or '[' or '{':
                Open(frame, c);
                return false;
            case ')' or ']' or '}':
                return Close(frame, c);
            case ';':
                pos++;
                frame.Previous = ';';
                frame.SawNew = frame.InCase = false;
                if (frame.Kind != FrameKind.Statement || brackets.Count > frame.Base)
                    return false;
                FinishCode(frame, pos);
                return true;
            case ':':
                pos++;
                frame.Previous = frame.InCase ? ':' : '=';
                frame.InCase &= At(pos) == ':';
                return false;
            case '=' when At(pos + 1) == '>':
                pos += 2;
                frame.Previous = '>';
                frame.SawNew = false;
                return false;
            default:
                if (CSharpAtoms.IsIdentifierPart(c))
                    CodeWord(frame);
                else
                {
                    frame.Previous = c;
                    pos++;
                }

                return false;
        }
    }

    private void CodeWord(RazorFrame frame)
    {
        int end = CSharpAtoms.IdentifierEnd(text, pos);
        frame.LastWord = end - pos <= 16 ? text[pos..end] : "";
        frame.InCase |= IsStatementStart(frame) && frame.LastWord is "case" or "default";
        frame.SawNew |= frame.LastWord == "new";
        frame.Previous = 'a';
        pos = end;
    }

    private bool FinishBlock(RazorFrame frame)
    {
        FinishCode(frame, pos - 1);
        return true;
    }

    private bool EndsStatement(RazorFrame frame)
    {
        int then = pos;
        while (true)
        {
            then = SkipBlanks(then);
            if (StartsWith(then, "@*"))
            {
                int end = text.IndexOf("*@", then + 2, StringComparison.Ordinal);
                then = end < 0 ? text.Length : end + 2;
            }
            else if (StartsWith(then, "//") || StartsWith(then, "/*"))
            {
                then = CSharpAtoms.Skip(text, then);
            }
            else
            {
                break;
            }
        }

        bool goesOn = frame.Keyword switch
        {
            "if" => IsWord(then, "else"),
            "try" => IsWord(then, "catch") || IsWord(then, "finally"),
            "do" => IsWord(then, "while"),
            _ => false,
        };
        if (goesOn)
        {
            Flush(frame, pos);
            frame.Segment = pos = then;
            return false;
        }

        if (frame.Keyword == "helper")
        {
            Flush(frame, pos - 1);
            frame.Segment = pos;
            frame.Writer.Close("return null!; }");
        }

        FinishCode(frame, pos);
        return true;
    }

    private bool EndsHeader(RazorFrame frame)
    {
        if (frame.Keyword == "helper" || At(SkipBlanks(pos)) is not ('<' or '@' or '\0'))
            return false;
        if (StartsWith(SkipBlanks(pos), "@*"))
            return false;
        Report($"'{frame.Keyword}' has no block");
        Flush(frame, pos);
        frame.Writer.Close("{ }");
        frame.Segment = pos;
        FinishCode(frame, pos);
        return true;
    }

    private void Flush(RazorFrame frame, int end)
    {
        if (end > frame.Segment && !(IsBlank(frame.Segment, end) && frame.Prefix.Length == 0))
        {
            if (frame.IsExpression && !frame.HasWritten && IsBlank(frame.Segment, end))
                return;
            frame.Writer.Copy(frame.Segment, end, frame.Prefix);
            frame.Prefix = "";
            frame.HasWritten = true;
        }
    }

    private void FinishCode(RazorFrame frame, int end)
    {
        Flush(frame, end);
        for (int i = brackets.Count - 1; i >= frame.Base; i--)
        {
            bool isOwn = i == frame.Base && frame.Kind == FrameKind.Block;
            if (!isOwn)
                frame.Writer.Close(Closer(brackets[i].Open));
        }

        if (brackets.Count > frame.Base)
            brackets.RemoveRange(frame.Base, brackets.Count - frame.Base);
        if (frame.IsExpression && !frame.HasWritten)
            frame.Writer.Generated(frame.Prefix + "null");
        if (frame.ResumeAt >= 0 && pos < text.Length)
            pos = frame.ResumeAt;
        if (frame.IsExpression)
            expressionEnd = pos;
        Pop(frame);
    }
}
