using System.Text;

namespace Shrike.Analysis.CSharp.Markup;

internal enum HtmlState
{
    Text,
    TagOpen,
    TagName,
    BeforeAttribute,
    AttributeName,
    AfterAttributeName,
    BeforeValue,
    DoubleQuoted,
    SingleQuoted,
    Unquoted,
    Declaration,
    Comment,

    /// <summary>Inside script, style, textarea or title: only the own end tag ends it.</summary>
    RawText,
}

/// <summary>Where in HTML the output stands: a small machine after the HTML standard's tokenizer, fed character by
/// character and told where expressions write.</summary>
internal sealed class HtmlContext
{
    private const int MaxName = 128;

    private bool afterSlash;

    private bool isEndTagMark;
    private readonly StringBuilder name = new();
    private readonly StringBuilder value = new();
    private int rawMatch;
    private int declarationLength;
    private int dashes;
    private string scriptType = "";
    private char scriptQuote;
    private bool isScriptEscape;

    public HtmlState State { get; private set; }

    /// <summary>As written, of the tag that is open or was closed last.</summary>
    public string TagName { get; private set; } = "";

    public bool IsEndTag { get; private set; }
    public bool IsSelfClosing { get; private set; }

    /// <summary>As written; of the attribute whose name or value is open.</summary>
    public string AttributeName { get; private set; } = "";

    /// <summary>The literal text before the expression in an attribute's value.</summary>
    public string ValuePrefix => value.ToString();

    /// <summary>An expression wrote earlier in the same attribute's value.</summary>
    public bool ValueHasExpression { get; private set; }

    /// <summary>Lower-case name of the raw text element inside which the output stands, else empty.</summary>
    public string RawElement { get; private set; } = "";

    /// <summary>The raw text element is a script whose type is no script language: a template or data.</summary>
    public bool IsDataScript { get; private set; }

    /// <summary>Inside a script the output stands between single or double quotes of its language.</summary>
    public bool IsInScriptString => RawElement == "script" && State == HtmlState.RawText && scriptQuote is ('"' or '\'');

    /// <summary>Names that begin upper-case are components.</summary>
    public bool IsCaseSensitive { get; init; }

    /// <summary>What an element inside a script or an attribute writes ends up there all the same.</summary>
    public string Embedding { get; init; } = "";

    public bool IsInTag => State is > HtmlState.Text and < HtmlState.Declaration;

    public bool IsInValue => State is HtmlState.DoubleQuoted or HtmlState.SingleQuoted or HtmlState.Unquoted;

    /// <summary>An expression writes here.</summary>
    public void Expression()
    {
        switch (State)
        {
            case HtmlState.TagOpen:
                StartName('x');
                break;
            case HtmlState.BeforeValue:
                State = HtmlState.Unquoted;
                afterSlash = false;
                break;
            case HtmlState.BeforeAttribute or HtmlState.AfterAttributeName:
                StartAttribute();
                break;
            default:
                break;
        }

        afterSlash = false;
        ValueHasExpression |= IsInValue;
    }

    /// <returns>True when the character completes a tag.</returns>
    public bool Feed(char c)
    {
        switch (State)
        {
            case HtmlState.Text:
                if (c == '<')
                    State = HtmlState.TagOpen;
                return false;
            case HtmlState.TagOpen:
                return FeedTagOpen(c);
            case HtmlState.TagName:
                return FeedTagName(c);
            case HtmlState.BeforeAttribute:
                return FeedBeforeAttribute(c);
            case HtmlState.AttributeName:
                return FeedAttributeName(c);
            case HtmlState.AfterAttributeName:
                if (c == '=')
                    State = HtmlState.BeforeValue;
                else if (!char.IsWhiteSpace(c))
                    return FeedBeforeAttribute(c);
                return false;
            case HtmlState.BeforeValue:
                return FeedBeforeValue(c);
            case HtmlState.DoubleQuoted or HtmlState.SingleQuoted:
                if (c == (State == HtmlState.DoubleQuoted ? '"' : '\''))
                    EndValue();
                else
                    AppendValue(c);
                return false;
            case HtmlState.Unquoted:
                if (char.IsWhiteSpace(c))
                    EndValue();
                else if (c == '>')
                {
                    // `<x a=@b/>`: to Razor the slash ends the element and is no part of the value.
                    IsSelfClosing = afterSlash;
                    return EndTag();
                }
                else
                    AppendValue(c);
                afterSlash = c == '/';
                return false;
            case HtmlState.Declaration:
                FeedDeclaration(c);
                return false;
            case HtmlState.Comment:
                if (c == '>' && dashes >= 2)
                    State = HtmlState.Text;
                dashes = c == '-' ? dashes + 1 : 0;
                return false;
            default:
                return FeedRawText(c);
        }
    }

    private bool FeedTagOpen(char c)
    {
        if (c == '/' && !isEndTagMark)
        {
            isEndTagMark = true;
            return false;
        }

        if (char.IsLetter(c))
        {
            StartName(c);
            return false;
        }

        bool wasEnd = isEndTagMark;
        isEndTagMark = false;
        if (c is '!' or '?' && !wasEnd)
        {
            State = HtmlState.Declaration;
            declarationLength = c == '!' ? 0 : 2;
            return false;
        }

        State = c == '<' ? HtmlState.TagOpen : HtmlState.Text;
        return false;
    }

    private void StartName(char first)
    {
        IsEndTag = isEndTagMark;
        isEndTagMark = false;
        IsSelfClosing = false;
        scriptType = "";
        TagName = "";
        AttributeName = "";
        name.Clear().Append(first);
        State = HtmlState.TagName;
    }

    private bool FeedTagName(char c)
    {
        if (!char.IsWhiteSpace(c) && c is not ('/' or '>'))
        {
            if (name.Length < MaxName)
                name.Append(c);
            return false;
        }

        TagName = name.ToString();
        State = HtmlState.BeforeAttribute;
        return FeedBeforeAttribute(c);
    }

    private bool FeedBeforeAttribute(char c)
    {
        if (c == '>')
            return EndTag();
        IsSelfClosing = c == '/';
        if (char.IsWhiteSpace(c) || c == '/')
        {
            State = HtmlState.BeforeAttribute;
            return false;
        }

        StartAttribute();
        name.Append(c);
        return false;
    }

    private void StartAttribute()
    {
        name.Clear();
        AttributeName = "";
        IsSelfClosing = false;
        State = HtmlState.AttributeName;
    }

    private bool FeedAttributeName(char c)
    {
        if (c is '=' or '>' or '/' || char.IsWhiteSpace(c))
        {
            AttributeName = name.ToString();
            if (c == '=')
                State = HtmlState.BeforeValue;
            else if (char.IsWhiteSpace(c))
                State = HtmlState.AfterAttributeName;
            else
                return FeedBeforeAttribute(c);
            return false;
        }

        if (name.Length < MaxName)
            name.Append(c);
        return false;
    }

    private bool FeedBeforeValue(char c)
    {
        if (char.IsWhiteSpace(c))
            return false;
        if (c == '>')
            return EndTag();
        value.Clear();
        ValueHasExpression = false;
        State = c switch
        {
            '"' => HtmlState.DoubleQuoted,
            '\'' => HtmlState.SingleQuoted,
            _ => HtmlState.Unquoted,
        };
        afterSlash = c == '/';
        if (State == HtmlState.Unquoted)
            AppendValue(c);
        return false;
    }

    private void AppendValue(char c)
    {
        if (value.Length < MaxName)
            value.Append(c);
    }

    private void EndValue()
    {
        if (AttributeName.Equals("type", StringComparison.OrdinalIgnoreCase))
            scriptType = ValueHasExpression ? "" : value.ToString().Trim();
        value.Clear();
        ValueHasExpression = false;
        AttributeName = "";
        State = HtmlState.BeforeAttribute;
    }

    private bool EndTag()
    {
        if (State == HtmlState.Unquoted)
            EndValue();
        if (TagName.Length == 0)
            TagName = name.ToString();
        value.Clear();
        ValueHasExpression = false;
        State = HtmlState.Text;
        RawElement = "";
        if (!IsEndTag && !IsSelfClosing)
            EnterRawText();
        return true;
    }

    private void EnterRawText()
    {
        // A component may be called Title or Style.
        string lower = IsCaseSensitive ? TagName : TagName.ToLowerInvariant();
        if (lower is not ("script" or "style" or "textarea" or "title"))
            return;
        State = HtmlState.RawText;
        RawElement = lower;
        rawMatch = 0;
        scriptQuote = '\0';
        isScriptEscape = false;
        IsDataScript = lower == "script" && !IsScriptType(scriptType);
    }

    private static bool IsScriptType(string type) =>
        type.Length == 0
        || type.Contains("javascript", StringComparison.OrdinalIgnoreCase)
        || type.Contains("ecmascript", StringComparison.OrdinalIgnoreCase)
        || type.Contains("babel", StringComparison.OrdinalIgnoreCase)
        || type.Contains("jsx", StringComparison.OrdinalIgnoreCase)
        || type.Equals("module", StringComparison.OrdinalIgnoreCase);

    private void FeedDeclaration(char c)
    {
        if (declarationLength < 2)
        {
            declarationLength = c == '-' ? declarationLength + 1 : 3;
            if (declarationLength == 2)
            {
                State = HtmlState.Comment;
                dashes = 0;
                return;
            }
        }

        if (c == '>')
            State = HtmlState.Text;
    }

    // Quotes in comments and regular expressions mislead it no further than their line: only text in backticks goes on.
    private void FeedScript(char c)
    {
        if (isScriptEscape)
            isScriptEscape = false;
        else if (c is '\n' or '\r')
            scriptQuote = scriptQuote == '`' ? '`' : '\0';
        else if (scriptQuote == '\0')
            scriptQuote = c is '"' or '\'' or '`' ? c : '\0';
        else if (c == '\\')
            isScriptEscape = true;
        else if (c == scriptQuote)
            scriptQuote = '\0';
    }

    // Matches "</" and the element's name; rawMatch counts what was seen.
    private bool FeedRawText(char c)
    {
        FeedScript(c);
        if (rawMatch == RawElement.Length + 2 && (char.IsWhiteSpace(c) || c is '/' or '>'))
        {
            isEndTagMark = true;
            StartName('x');
            TagName = RawElement;
            State = HtmlState.BeforeAttribute;
            return FeedBeforeAttribute(c);
        }

        bool matches = rawMatch switch
        {
            0 => c == '<',
            1 => c == '/',
            _ => rawMatch - 2 < RawElement.Length && char.ToLowerInvariant(c) == RawElement[rawMatch - 2],
        };
        rawMatch =
            matches ? rawMatch + 1
            : c == '<' ? 1
            : 0;
        return false;
    }
}
