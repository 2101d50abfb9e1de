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
}
