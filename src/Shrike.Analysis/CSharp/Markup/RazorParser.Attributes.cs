using Microsoft.CodeAnalysis.CSharp;

namespace Shrike.Analysis.CSharp.Markup;

internal sealed partial class RazorParser
{
    private const int MaxValue = 4096;

    /// <summary>The value of an attribute begins. Where the whole value is C# (directive attributes and parameters of
    /// components, tag helpers), it is translated here and passed over.</summary>
    private bool AttributeValue(RazorFrame frame)
    {
        char quote = text[pos];
        if (quote is not ('"' or '\'') || !HasCodeValue)
            return false;
        int start = pos + 1;
        int length = text.AsSpan(start).IndexOf(quote);
        if (length is < 1 or > MaxValue)
            return false;
        int end = start + length;
        int code = text[start] == '@' && At(start + 1) != '@' ? start + 1 : start;
        bool isTypeArgument = IsComponentTag && html.AttributeName.StartsWith('T') && IsTypeKeyword(code, end);
        if (code > start && !isTypeArgument && !IsChain(code, end))
            return false;
        if (!EmitValue(frame, code, end, isMarked: code > start))
            return false;
        for (; pos <= end; pos++)
            html.Feed(text[pos]);
        return true;
    }

    private bool HasCodeValue =>
        isComponent
            ? html.AttributeName.StartsWith('@') || IsComponentTag
            : !isFramework && IsModelAttribute(html.TagName, html.AttributeName);

    private bool IsComponentTag => isComponent && html.TagName.Length > 0 && char.IsUpper(html.TagName[0]);

    private static bool IsModelAttribute(string tag, string attribute) =>
        attribute is "asp-for" or "asp-items" or "asp-all-route-data"
        || (tag == "partial" && attribute is "model" or "for")
        || tag.StartsWith("vc:", StringComparison.Ordinal);

    private bool EmitValue(RazorFrame frame, int start, int end, bool isMarked)
    {
        string attribute = html.AttributeName;
        if (attribute.StartsWith('@'))
            return EmitDirectiveValue(frame, attribute[1..], start, end);
        if (isComponent)
            return EmitParameter(frame, attribute, start, end, isMarked);
        bool isFor = attribute is "asp-for" or "for";
        if (!IsChain(start, end) && (isFor || !IsExpression(start, end)))
            return false;
        string prefix = html.TagName == "partial" ? HtmlCalls.Named("Partial", attribute) : HtmlCalls.Named("TagHelper", attribute);
        bool isOnModel = isFor && !isMarked && !IsWord(start, "Model");
        frame.Writer.Copy(start, end, isOnModel ? prefix + "Model." : prefix);
        frame.Writer.Close(");");
        return true;
    }

    private bool EmitParameter(RazorFrame frame, string attribute, int start, int end, bool isMarked)
    {
        if (attribute == "Context" && IsChain(start, end))
        {
            ContextNames.Add(text[start..end]);
            return true;
        }

        if (attribute.StartsWith('T') && IsTypeKeyword(start, end))
            return true;
        if (
            !isMarked
            && !IsChain(start, end)
            && !(text.AsSpan(start, end - start).Contains("=>", StringComparison.Ordinal) && IsExpression(start, end))
        )
            return false;
        frame.Writer.Copy(start, end, HtmlCalls.Component(html.TagName, attribute));
        frame.Writer.Close(");");
        return true;
    }

    private bool IsTypeKeyword(int start, int end) =>
        end - start <= 8 && SyntaxFacts.IsPredefinedType(SyntaxFacts.GetKeywordKind(text[start..end]));

    private bool EmitDirectiveValue(RazorFrame frame, string name, int start, int end)
    {
        if (name.StartsWith("on", StringComparison.Ordinal) && !name.Contains(':'))
        {
            if (!IsExpression(start, end))
                return false;
            frame.Writer.Copy(start, end, CallbackPrefix(name));
            frame.Writer.Close(");");
        }
        else if (name.StartsWith("bind", StringComparison.Ordinal) && IsValueBinding(name) && IsChain(start, end))
        {
            frame.Writer.Copy(start, end, $"{text[start..end]} = global::Shrike.Html.Bind(");
            frame.Writer.Close(");");
        }
        else if (name.EndsWith(":set", StringComparison.Ordinal) || name.EndsWith(":after", StringComparison.Ordinal))
        {
            if (!IsExpression(start, end))
                return false;
            frame.Writer.Copy(start, end, CallbackPrefix("onchange"));
            frame.Writer.Close(");");
        }
        else if (name is "key" or "attributes" && IsExpression(start, end))
        {
            frame.Writer.Copy(start, end, HtmlCalls.Named("TagHelper", name));
            frame.Writer.Close(");");
        }

        return true;
    }

    private static bool IsValueBinding(string name) => !name.Contains(':') || name.EndsWith(":get", StringComparison.Ordinal);

    private static string CallbackPrefix(string name)
    {
        string arguments = name switch
        {
            "onchange" or "oninput" => "Microsoft.AspNetCore.Components.ChangeEventArgs",
            "onkeydown" or "onkeyup" or "onkeypress" => "Microsoft.AspNetCore.Components.Web.KeyboardEventArgs",
            "onfocus" or "onblur" or "onfocusin" or "onfocusout" => "Microsoft.AspNetCore.Components.Web.FocusEventArgs",
            "onwheel" or "onmousewheel" => "Microsoft.AspNetCore.Components.Web.WheelEventArgs",
            _ when name.StartsWith("onclick", StringComparison.Ordinal)
                    || name.StartsWith("onmouse", StringComparison.Ordinal)
                    || name is "ondblclick" or "oncontextmenu" => "Microsoft.AspNetCore.Components.Web.MouseEventArgs",
            _ when name.StartsWith("ondrag", StringComparison.Ordinal) || name == "ondrop" =>
                "Microsoft.AspNetCore.Components.Web.DragEventArgs",
            _ when name.StartsWith("onpointer", StringComparison.Ordinal) => "Microsoft.AspNetCore.Components.Web.PointerEventArgs",
            _ when name.StartsWith("ontouch", StringComparison.Ordinal) => "Microsoft.AspNetCore.Components.Web.TouchEventArgs",
            _ => "System.EventArgs",
        };
        return $"global::Shrike.Html.Callback<global::{arguments}>(\"{string.Concat(name.Where(char.IsAsciiLetterOrDigit))}\", ";
    }

    /// <summary>Names joined by dots, with indexers of literals or names: what can be read and assigned.</summary>
    private bool IsChain(int start, int end)
    {
        if (start >= end || !CSharpAtoms.IsIdentifierStart(text[start]))
            return false;
        char previous = '.';
        for (int i = start; i < end; i++)
        {
            char c = text[i];
            bool fits =
                CSharpAtoms.IsIdentifierPart(c)
                || (
                    c is '.' or '[' && CSharpAtoms.IsIdentifierPart(previous)
                    || (c is '.' or '[' or ']' && previous == ']')
                    || (c == ']' && CSharpAtoms.IsIdentifierPart(previous))
                );
            if (!fits)
                return false;
            previous = c;
        }

        if (previous is '.' or '[' || Count('[', start, end) != Count(']', start, end))
            return false;
        string whole = text[start..end];
        return whole is "true" or "false" or "null" or "this" || SyntaxFacts.GetKeywordKind(whole) == SyntaxKind.None;
    }

    private int Count(char c, int start, int end) => text.AsSpan(start, end - start).Count(c);

    private bool IsExpression(int start, int end)
    {
        string code = text[start..end];
        // The parser below recurses over brackets and prefix operators.
        if (
            code.Length > 1000
            || code.AsSpan().IsWhiteSpace()
            || code.AsSpan().ContainsAny('\r', '\n', '@')
            || Count('(', start, end) + Count('[', start, end) + Count('{', start, end) > 50
        )
            return false;
        return !SyntaxFactory.ParseExpression(code).ContainsDiagnostics;
    }
}
