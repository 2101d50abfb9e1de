namespace Shrike.Analysis.Sources;

/// <summary>The types that a C# file declares whole and outside of other types, by one look over its characters: enough to see which
/// files cannot be of one program. Where the look is wrong, files bind less well, and nothing is lost.</summary>
internal ref struct DeclaredNames
{
    private const int MaxNames = 1000;

    private readonly ReadOnlySpan<char> text;
    private readonly List<string> names = [];
    private readonly Stack<(int Depth, string Outer)> spaces = new();
    private string space = "";
    private bool isPartial;
    private int depth;
    private int pos;

    private DeclaredNames(ReadOnlySpan<char> text) => this.text = text;

    public static List<string> In(ReadOnlySpan<char> text)
    {
        var scan = new DeclaredNames(text);
        scan.Run();
        return scan.names;
    }

    private readonly char At(int at) => at < text.Length ? text[at] : '\0';

    private void Run()
    {
        while (pos < text.Length && names.Count < MaxNames)
        {
            char c = text[pos];
            if (char.IsLetter(c) || c is '_' or '@')
                Word();
            else if (c == '/' && At(pos + 1) == '/' || c == '#')
                To("\n");
            else if (c == '/' && At(pos + 1) == '*')
                To("*/");
            else if (c == '"')
                Literal();
            else if (c == '\'')
                pos +=
                    At(pos + 1) == '\\' ? 4
                    : At(pos + 2) == '\'' ? 3
                    : 1;
            else
                Sign(c);
        }
    }

    private void Sign(char c)
    {
        pos++;
        if (c == '{')
            depth++;
        else if (c == ';')
            isPartial = false;
        else if (c == '}')
        {
            depth--;
            isPartial = false;
            if (spaces.TryPeek(out (int Depth, string Outer) inner) && inner.Depth == depth)
                space = spaces.Pop().Outer;
        }
    }

    private void To(string end)
    {
        int at = text[pos..].IndexOf(end);
        pos = at < 0 ? text.Length : pos + at + end.Length;
    }

    private void Literal()
    {
        int quotes = 0;
        while (At(pos + quotes) == '"')
            quotes++;
        bool isVerbatim = pos > 0 && (text[pos - 1] == '@' || (text[pos - 1] == '$' && pos > 1 && text[pos - 2] == '@'));
        if (!isVerbatim && quotes >= 3)
        {
            var end = text.Slice(pos, quotes);
            int at = text[(pos + quotes)..].IndexOf(end);
            pos = at < 0 ? text.Length : pos + quotes + at + quotes;
            return;
        }

        pos++;
        while (pos < text.Length)
        {
            char c = text[pos++];
            if (c == '\\' && !isVerbatim)
                pos++;
            else if (c == '\n' && !isVerbatim)
                return;
            else if (c == '"' && isVerbatim && At(pos) == '"')
                pos++;
            else if (c == '"')
                return;
        }
    }

    private void Word()
    {
        string word = Read();
        if (depth != spaces.Count)
            return;
        switch (word)
        {
            case "partial" or "file":
                isPartial = true;
                break;
            case "namespace":
                Namespace();
                break;
            case "class" or "struct" or "interface" or "enum" or "record":
                string name = Next();
                if (word == "record" && name is "class" or "struct")
                    name = Next();
                if (name.Length > 0 && name != "where" && !isPartial)
                    names.Add(space.Length == 0 ? name : $"{space}.{name}");
                isPartial = false;
                break;
            default:
                break;
        }
    }

    private string Read()
    {
        int start = pos++;
        while (char.IsLetterOrDigit(At(pos)) || At(pos) == '_')
            pos++;
        // Names longer than any are told apart by their beginnings.
        return text[start..Math.Min(pos, start + 200)].ToString();
    }

    private void Blanks()
    {
        while (char.IsWhiteSpace(At(pos)))
            pos++;
    }

    private string Next()
    {
        Blanks();
        return char.IsLetter(At(pos)) || At(pos) is '_' or '@' ? Read() : "";
    }

    private void Namespace()
    {
        string name = Next();
        Blanks();
        while (At(pos) == '.' && name.Length < 1000)
        {
            pos++;
            name += "." + Next();
            Blanks();
        }

        string inner = space.Length == 0 ? name : $"{space}.{name}";
        if (inner.Length > 2000)
            return;
        if (At(pos) == '{')
        {
            spaces.Push((depth++, space));
            pos++;
            space = inner;
        }
        else if (At(pos) == ';')
        {
            space = inner;
        }
    }
}
