namespace Shrike.Analysis.CSharp.Markup;

internal sealed partial class RazorParser
{
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

            if (!isComponent && !isFramework && (name.StartsWith("asp-", StringComparison.Ordinal) || IsModelAttribute(html.TagName, name)))
            {
                // Handed to the tag helper, whose output is its own matter.
                html.Expression();
                return HtmlCalls.Named(html.TagName == "partial" ? "Partial" : "TagHelper", name);
            }
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
}
