namespace Shrike.Analysis.CSharp.Markup;

/// <summary>Which member of the pseudo-type <c>Shrike.Html</c> stands for an output at a place in HTML.</summary>
internal static class HtmlCalls
{
    private const string Type = "global::Shrike.Html.";

    private static readonly HashSet<string> UrlAttributes = new(StringComparer.OrdinalIgnoreCase)
    {
        "href",
        "src",
        "action",
        "formaction",
        "data",
        "xlink:href",
        "poster",
        "background",
        "cite",
        "longdesc",
        "manifest",
        "ping",
        "codebase",
    };

    /// <summary>The call up to and including what comes before the written value.</summary>
    public static string For(HtmlContext html, bool isEncoded)
    {
        html.Expression();
        return html.State switch
        {
            HtmlState.RawText => InRawText(html, isEncoded),
            HtmlState.DoubleQuoted or HtmlState.SingleQuoted => InValue(html, isEncoded, isQuoted: true),
            HtmlState.Unquoted => InValue(html, isEncoded, isQuoted: false),
            HtmlState.TagName or HtmlState.BeforeAttribute or HtmlState.AttributeName or HtmlState.AfterAttributeName => Named(
                isEncoded ? "UnquotedAttribute" : "RawAttribute",
                ""
            ),
            _ => html.Embedding switch
            {
                "script" => Plain(isEncoded ? "Script" : "RawScript"),
                "style" => Plain("Style"),
                _ => Plain(isEncoded ? "Text" : "Raw"),
            },
        };
    }

    public static string Plain(string method) => Type + method + "(";

    public static string Named(string method, string name) => $"{Type}{method}(\"{Safe(name)}\", ";

    public static string Component(string tag, string attribute) => $"{Type}Component(\"{Safe(tag)}\", \"{Safe(attribute)}\", ";

    private static string InRawText(HtmlContext html, bool isEncoded) =>
        html.RawElement switch
        {
            "script" when !html.IsDataScript && isEncoded && html.IsInScriptString => Plain("ScriptString"),
            "script" when !html.IsDataScript => Plain(isEncoded ? "Script" : "RawScript"),
            "style" => Plain("Style"),
            _ => Plain(isEncoded ? "Text" : "Raw"),
        };

    private static string InValue(HtmlContext html, bool isEncoded, bool isQuoted)
    {
        string name = html.AttributeName;
        if (name.Equals("srcdoc", StringComparison.OrdinalIgnoreCase))
            return Named("RawAttribute", name);
        if (!isEncoded)
            return Named("RawAttribute", name);
        if (IsEventName(name) || html.ValuePrefix.AsSpan().TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
            return Named("EventHandler", name);
        if (!isQuoted)
            return Named("UnquotedAttribute", name);
        if (name.Equals("style", StringComparison.OrdinalIgnoreCase))
            return Plain("Style");
        // Behind a literal prefix the expression can no longer choose the scheme.
        bool choosesScheme = html.ValuePrefix.AsSpan().Trim().IsEmpty;
        return Named(UrlAttributes.Contains(name) && choosesScheme ? "UrlAttribute" : "Attribute", name);
    }

    private static bool IsEventName(string name) =>
        name.Length > 2 && name.StartsWith("on", StringComparison.OrdinalIgnoreCase) && char.IsLetter(name[2]);

    private static string Safe(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ':' or '.' ? c : '_'));
}
