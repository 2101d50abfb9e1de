namespace Shrike.Analysis.CSharp.Markup;

internal sealed partial class RazorParser
{
    private static readonly HashSet<string> VoidElements = new(StringComparer.OrdinalIgnoreCase)
    {
        "area",
        "base",
        "br",
        "col",
        "command",
        "embed",
        "hr",
        "img",
        "input",
        "keygen",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    };

    private static readonly HashSet<string> StatementWords = new(StringComparer.Ordinal)
    {
        "if",
        "for",
        "foreach",
        "while",
        "do",
        "switch",
        "lock",
        "using",
        "try",
    };

    private void StepMarkup(RazorFrame frame)
    {
        while (pos < text.Length)
        {
            char c = text[pos];
            if (c == '@')
            {
                if (Transition(frame))
                    return;
                continue;
            }

            if (EndsHere(frame, c))
                return;
            if (html.State == HtmlState.BeforeValue && !char.IsWhiteSpace(c) && AttributeValue(frame))
                continue;
            bool wasText = html.State == HtmlState.Text;
            bool isTag = html.Feed(c);
            pos++;
            if (frame.Kind == FrameKind.Element && (isTag ? EndsWithTag(frame) : EndsWithDeclaration(frame, wasText)))
            {
                Pop(frame);
                return;
            }
        }
    }

    private bool EndsHere(RazorFrame frame, char c)
    {
        switch (frame.Kind)
        {
            case FrameKind.Line when CSharpAtoms.IsLineEnd(c):
                Pop(frame);
                return true;
            case FrameKind.TextTag when c == '<' && StartsWith(pos, "</text>") && html.State != HtmlState.Comment:
                pos += "</text>".Length;
                Pop(frame);
                return true;
            case FrameKind.Section when html.State == HtmlState.Text && c == '{':
                frame.Braces++;
                return false;
            case FrameKind.Section when html.State == HtmlState.Text && c == '}' && frame.Braces-- == 0:
                pos++;
                Pop(frame);
                return true;
            default:
                return false;
        }
    }

    /// <summary>A tag of an element frame is complete: is the element?</summary>
    private bool EndsWithTag(RazorFrame frame)
    {
        frame.HasBegun = true;
        string name = html.TagName;
        bool isVoid = VoidElements.Contains(name) && !(isComponent && char.IsUpper(name[0]));
        if (!html.IsEndTag)
        {
            if (html.IsSelfClosing || isVoid)
                return frame.OpenTags.Count == 0;
            frame.OpenTags.Add(name);
            frame.OpenCounts[name] = frame.OpenCounts.GetValueOrDefault(name) + 1;
            return false;
        }

        if (frame.OpenCounts.GetValueOrDefault(name) > 0)
        {
            string closed;
            do
            {
                closed = frame.OpenTags[^1];
                frame.OpenTags.RemoveAt(frame.OpenTags.Count - 1);
                frame.OpenCounts[closed]--;
            } while (!closed.Equals(name, StringComparison.OrdinalIgnoreCase));
        }
        else if (!isVoid)
        {
            Report($"the end tag '{name}' closes nothing");
        }

        return frame.OpenTags.Count == 0;
    }

    private bool EndsWithDeclaration(RazorFrame frame, bool wasText)
    {
        if (frame.OpenTags.Count > 0 || html.State != HtmlState.Text || wasText)
            return false;
        frame.HasBegun = true;
        return true;
    }

    /// <summary>An at sign in markup. Returns true when the stack of frames changed.</summary>
    private bool Transition(RazorFrame frame)
    {
        char next = At(pos + 1);
        switch (next)
        {
            case '@':
                html.Feed('@');
                pos += 2;
                return false;
            case '*':
                SkipComment();
                return false;
            case '(':
                PushExpression(frame, pos + 1);
                return true;
            case '{':
                pos += 2;
                PushBlock(frame.Writer, '{', "");
                return true;
            case ':':
                pos += 2;
                return false;
        }

        // Where an expression ended just now, the letter before belongs to it and not to an e-mail address.
        bool isEmail = pos > 0 && pos != expressionEnd && char.IsLetterOrDigit(text[pos - 1]) && char.IsLetterOrDigit(next);
        if (!CSharpAtoms.IsIdentifierStart(next) || isEmail)
        {
            html.Feed('@');
            pos++;
            return false;
        }

        return Word(frame);
    }

    private void SkipComment()
    {
        int end = text.IndexOf("*@", pos + 2, StringComparison.Ordinal);
        if (end < 0)
            Report("a Razor comment is not closed");
        pos = end < 0 ? text.Length : end + 2;
    }

    private bool Word(RazorFrame frame)
    {
        int start = pos + 1;
        int end = CSharpAtoms.IdentifierEnd(text, start);
        if (isComponent && html.State is HtmlState.BeforeAttribute or HtmlState.AfterAttributeName)
        {
            // A directive attribute: its name belongs to the tag, its value is C#.
            html.Feed('@');
            pos++;
            return false;
        }

        if (end - start <= 16)
        {
            string word = text[start..end];
            if (StatementWords.Contains(word) && !(word == "using" && IsUsingDirective(end)))
            {
                pos = start;
                PushStatement(frame.Writer, word);
                return true;
            }

            if (word == "await" && SkipBlanks(end) is int then && (IsWord(then, "foreach") || IsWord(then, "using")))
            {
                pos = start;
                PushStatement(frame.Writer, "foreach");
                return true;
            }

            if (Directive(word, end, out bool changed))
                return changed;
        }

        PushExpression(frame, start);
        return true;
    }

    private bool IsUsingDirective(int end)
    {
        int then = SkipBlanks(end);
        if (At(then) == '(' || IsWord(then, "var"))
            return false;
        ReadOnlySpan<char> line = text.AsSpan(then, CSharpAtoms.LineEnd(text, then) - then);
        return !line.Contains('(');
    }
}
