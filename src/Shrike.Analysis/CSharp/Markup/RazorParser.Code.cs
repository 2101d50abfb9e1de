namespace Shrike.Analysis.CSharp.Markup;

internal sealed partial class RazorParser
{
    private static readonly HashSet<string> InitializerWords = new(StringComparer.Ordinal)
    {
        "new",
        "is",
        "with",
        "not",
        "or",
        "and",
        "switch",
    };

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

    /// <summary>An output expression begins at <paramref name="start"/>: a parenthesis or a name.</summary>
    private void PushExpression(RazorFrame parent, int start)
    {
        bool isExplicit = At(start) == '(';
        if (RawArgument(start, isExplicit) is var (inner, resume))
        {
            pos = inner;
            PushWrapped(parent, Call(isEncoded: false), FrameKind.Block, inner, resume);
            brackets.Add(('(', false));
            return;
        }

        pos = isExplicit ? start + 1 : start;
        PushWrapped(parent, Call(isEncoded: true), isExplicit ? FrameKind.Block : FrameKind.Implicit, pos, -1);
        if (isExplicit)
            brackets.Add(('(', false));
    }

    private void PushWrapped(RazorFrame parent, string prefix, FrameKind kind, int segment, int resume) =>
        frames.Push(
            new RazorFrame(kind, parent.Writer)
            {
                Segment = segment,
                Prefix = prefix,
                Suffix = ");",
                IsExpression = true,
                Base = brackets.Count,
                ResumeAt = resume,
                Previous = '(',
            }
        );

    private string Call(bool isEncoded)
    {
        if (html.IsInTag && html.AttributeName.Length > 0 && html.State != HtmlState.BeforeAttribute)
        {
            string name = html.AttributeName;
            if (isComponent && name.StartsWith('@') && html.IsInValue)
                return name.StartsWith("@on", StringComparison.Ordinal)
                    ? CallbackPrefix(name[1..])
                    : HtmlCalls.Named("TagHelper", name[1..]);
            if (IsComponentTag && (html.IsInValue || html.State == HtmlState.BeforeValue))
            {
                html.Expression();
                return HtmlCalls.Component(html.TagName, name);
            }

            if (!isComponent && !isFramework && name.StartsWith("asp-", StringComparison.Ordinal))
                return HtmlCalls.Named("TagHelper", name);
        }

        return HtmlCalls.For(html, isEncoded);
    }

    /// <summary>For exactly <c>Html.Raw(…)</c>: where its argument begins and where the markup goes on.</summary>
    private (int Inner, int Resume)? RawArgument(int start, bool isExplicit)
    {
        int name = isExplicit ? SkipBlanks(start + 1) : start;
        if (!StartsWith(name, "Html.Raw("))
            return null;
        int inner = name + "Html.Raw(".Length;
        int close = MatchingParenthesis(inner);
        if (close < 0 || IsBlank(inner, close))
            return null;
        int after = close + 1;
        if (isExplicit)
        {
            after = SkipBlanks(after);
            return At(after) == ')' ? (inner, after + 1) : null;
        }

        bool goesOn = At(after) is '(' or '[' || (At(after) is '.' or '?' && CSharpAtoms.IsIdentifierStart(At(after + 1)));
        return goesOn ? null : (inner, after);
    }

    private int MatchingParenthesis(int at)
    {
        int limit = Math.Min(text.Length, at + MaxValue);
        for (int depth = 1; at < limit; )
        {
            int atom = CSharpAtoms.Skip(text, at);
            if (atom > at)
            {
                at = atom;
                continue;
            }

            depth += text[at] switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (depth == 0)
                return at;
            at++;
        }

        return -1;
    }

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

    private void Open(RazorFrame frame, char c)
    {
        if (c == '{' && IsInitializer(frame))
            c = 'i';
        brackets.Add((c, frame.SawNew));
        frame.SawNew = false;
        frame.Previous = c == 'i' ? '(' : c;
        pos++;
    }

    private static bool IsInitializer(RazorFrame frame) =>
        frame.Previous switch
        {
            'a' => frame.SawNew || InitializerWords.Contains(frame.LastWord),
            ')' => frame.SawNew,
            ']' or ',' or '=' or '(' or '[' or '&' or '|' or '?' => true,
            '>' => frame.SawNew,
            _ => false,
        };

    private bool Close(RazorFrame frame, char c)
    {
        // A closer that nothing opened, or one that would jump out over a brace, is broken code. Looking further than
        // a few brackets back would make such code cost the square of its length.
        int match = brackets.Count - 1;
        int last = Math.Max(frame.Base, match - 64);
        while (match >= last && !Matches(brackets[match].Open, c))
            match = c != '}' && brackets[match].Open == '{' ? -1 : match - 1;
        if (match < last)
        {
            Report($"'{c}' closes nothing");
            Flush(frame, pos);
            frame.Segment = ++pos;
            return false;
        }

        CloseMissing(frame, match);
        bool wasBlock = brackets[match].Open == '{';
        frame.SawNew = c != '}' && brackets[match].SawNew;
        brackets.RemoveRange(match, brackets.Count - match);
        pos++;
        frame.Previous = wasBlock ? '}' : ')';
        frame.InCase = false;
        if (brackets.Count > frame.Base)
            return false;
        return frame.Kind switch
        {
            FrameKind.Block => FinishBlock(frame),
            FrameKind.Statement when c == '}' => EndsStatement(frame),
            FrameKind.Statement when c == ')' => EndsHeader(frame),
            _ => false,
        };
    }

    private static bool Matches(char open, char close) =>
        close switch
        {
            ')' => open == '(',
            ']' => open == '[',
            _ => open is '{' or 'i',
        };

    private void CloseMissing(RazorFrame frame, int match)
    {
        if (match == brackets.Count - 1)
            return;
        Report("brackets do not match");
        Flush(frame, pos);
        frame.Segment = pos;
        for (int i = brackets.Count - 1; i > match; i--)
            frame.Writer.Close(Closer(brackets[i].Open));
    }

    private static string Closer(char open) =>
        open switch
        {
            '(' => ")",
            '[' => "]",
            'i' => "}",
            _ => ";}",
        };

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

    /// <summary>Takes what belongs to an implicit expression outside its brackets: names, dots, and openers.</summary>
    private bool ContinuesExpression(RazorFrame frame)
    {
        char c = text[pos],
            next = At(pos + 1);
        if (pos == frame.Segment || frame.Previous == '.')
        {
            int end = CSharpAtoms.IdentifierEnd(text, pos);
            bool isAwait = pos == frame.Segment && IsWord(pos, "await");
            frame.Previous = 'a';
            frame.LastWord = "";
            pos = end;
            if (isAwait && SkipBlanks(pos) is int then && then > pos && CSharpAtoms.IsIdentifierStart(At(then)))
                pos = CSharpAtoms.IdentifierEnd(text, then);
            if (pos >= text.Length)
                return false;
            (c, next) = (text[pos], At(pos + 1));
        }

        switch (c)
        {
            case '.' when CSharpAtoms.IsIdentifierStart(next):
                frame.Previous = '.';
                pos++;
                return true;
            case '?' when next == '.' && CSharpAtoms.IsIdentifierStart(At(pos + 2)):
                frame.Previous = '.';
                pos += 2;
                return true;
            case '?' when next == '[':
                pos++;
                return true;
            case '!' when next is '.' or '[' or '(' || (next == '?' && At(pos + 2) is '.' or '['):
                pos++;
                return true;
            default:
                return c is '(' or '[';
        }
    }

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
