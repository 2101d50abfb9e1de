using System.Buffers;

namespace Shrike.Analysis.CSharp.Markup;

internal sealed partial class RazorParser
{
    private const int MaxDirective = 2000;

    // What could end the declaration that a directive's text is copied into.
    private static readonly SearchValues<char> Unsafe = SearchValues.Create("{};\"'#");

    private bool seenContent;

    /// <summary>Whether the word is a directive here; then it is taken, and <paramref name="changed"/> says whether frames changed.</summary>
    private bool Directive(string word, int end, out bool changed)
    {
        changed = false;
        char after = At(end);
        bool isBlank = after == '\0' || char.IsWhiteSpace(after);
        switch (word)
        {
            case "functions" or "code" when At(SkipBlanks(end)) == '{' && (word == "functions" || isComponent):
                pos = SkipBlanks(end) + 1;
                PushBlock(Members, '{', "", ownsHtml: true);
                changed = true;
                return true;
            case "section" when isBlank && !isComponent:
                return changed = Section(end);
            case "helper" when isBlank && isFramework:
                return changed = HelperDeclaration(end);
            case "attribute" when isBlank && At(SkipBlanks(end)) == '[':
            case "model"
            or "inject"
            or "inherits"
            or "implements"
            or "namespace"
            or "page"
            or "typeparam"
            or "layout"
            or "rendermode"
            or "using"
            or "addTagHelper"
            or "removeTagHelper"
            or "tagHelperPrefix"
            or "preservewhitespace"
            or "sessionstate" when isBlank && IsDirectiveHere(word):
                TakeLine(word, end);
                return true;
            default:
                seenContent = true;
                return false;
        }
    }

    private bool IsDirectiveHere(string word) =>
        word switch
        {
            "using" or "inherits" => true,
            "model" => !isComponent,
            "page" => !isFramework && (isComponent || !seenContent),
            "layout" or "typeparam" or "rendermode" or "preservewhitespace" => isComponent,
            "sessionstate" => isFramework,
            _ => !isFramework,
        };

    private bool Section(int end)
    {
        int name = SkipBlanks(end);
        int open = SkipBlanks(CSharpAtoms.IdentifierEnd(text, name));
        if (!CSharpAtoms.IsIdentifierStart(At(name)) || At(open) != '{')
            return false;
        MappedWriter writer = frames.Peek().Writer;
        writer.Generated("\n{");
        pos = open + 1;
        frames.Push(new RazorFrame(FrameKind.Section, writer) { Suffix = "}", Outer = html });
        html = NewHtml();
        return true;
    }

    private bool HelperDeclaration(int end)
    {
        int name = SkipBlanks(end);
        if (!CSharpAtoms.IsIdentifierStart(At(name)) || At(CSharpAtoms.IdentifierEnd(text, name)) is not ('(' or ' ' or '<'))
            return false;
        pos = name;
        string modifiers = path.Contains("App_Code/", StringComparison.OrdinalIgnoreCase) ? "public static " : "public ";
        frames.Push(
            new RazorFrame(FrameKind.Statement, Members)
            {
                Segment = name,
                Prefix = modifiers + "global::System.Web.WebPages.HelperResult ",
                Keyword = "helper",
                Base = brackets.Count,
                Outer = html,
            }
        );
        html = NewHtml();
        return true;
    }

    private void TakeLine(string word, int end)
    {
        if (Directives.First < 0)
            Directives.First = pos;
        int start = end;
        while (start < text.Length && text[start] is ' ' or '\t')
            start++;
        int stop = CSharpAtoms.LineEnd(text, start);
        pos = stop;
        int comment = text.AsSpan(start, stop - start).IndexOf("@*");
        if (comment >= 0)
            pos = stop = start + comment;
        while (stop > start && (char.IsWhiteSpace(text[stop - 1]) || text[stop - 1] == ';'))
            stop--;
        if (stop - start > MaxDirective)
        {
            Report($"the directive '{word}' is too long");
            return;
        }

        Take(word, start, stop, text[start..stop]);
    }

    private void Take(string word, int start, int stop, string value)
    {
        bool isSafe =
            value.Length > 0
            && !value.AsSpan().ContainsAny(Unsafe)
            && !value.Contains("//", StringComparison.Ordinal)
            && !value.Contains("/*", StringComparison.Ordinal);
        switch (word)
        {
            case "page":
                Directives.IsPage = true;
                int quote = value.IndexOf('"');
                int close = quote < 0 ? -1 : value.IndexOf('"', quote + 1);
                Directives.Routes.Add(close < 0 ? "" : value[(quote + 1)..close]);
                break;
            case "attribute":
                Directives.Attributes.Add((start, stop));
                break;
            case "addTagHelper"
            or "removeTagHelper"
            or "tagHelperPrefix"
            or "layout"
            or "rendermode"
            or "preservewhitespace"
            or "sessionstate":
                break;
            case var _ when !isSafe:
                Report($"the directive '{word}' cannot be used");
                break;
            case "using":
                Directives.Usings.Add((value, start, stop));
                break;
            case "model":
                Directives.Model = value;
                break;
            case "inherits":
                Directives.Inherits = value;
                break;
            case "namespace":
                Directives.Namespace = value;
                break;
            case "implements":
                Directives.Implements.Add(value);
                break;
            case "typeparam":
                Directives.TypeParameters.Add(value);
                break;
            case "inject":
                int name = value.LastIndexOfAny([' ', '\t']);
                if (name > 0)
                    Directives.Injects.Add((value[..name].TrimEnd(), value[(name + 1)..], start, stop));
                break;
        }
    }
}
