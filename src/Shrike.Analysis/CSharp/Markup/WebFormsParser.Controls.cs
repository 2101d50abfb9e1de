using Microsoft.CodeAnalysis.Text;
using Shrike.Analysis.Findings;

namespace Shrike.Analysis.CSharp.Markup;

internal sealed partial class WebFormsParser
{
    private const int MaxControls = 10_000;

    private int templates;

    private void StartTag()
    {
        string name = html.TagName;
        bool isServer = "server".Equals(Value("runat"), StringComparison.OrdinalIgnoreCase);
        if (IsTemplate(name) && !html.IsSelfClosing)
            templates++;
        if (isServer && name.Equals("script", StringComparison.OrdinalIgnoreCase))
        {
            pending.Clear();
            ServerScript();
            return;
        }

        string? type = isServer ? TypeOf(name) : null;
        if (type is not null)
            Control(name, type);
        FlushPending(isServer && name.Contains(':') ? type : null);
    }

    private void EndTag()
    {
        if (IsTemplate(html.TagName) && templates > 0)
            templates--;
        FlushPending(null);
    }

    private static bool IsTemplate(string name) =>
        name.EndsWith("Template", StringComparison.OrdinalIgnoreCase)
        && !name.Equals("ContentTemplate", StringComparison.OrdinalIgnoreCase)
        && !name.Equals("ZoneTemplate", StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes the expressions of the tag that ended: as assignments where the tag is a server control.</summary>
    private void FlushPending(string? control)
    {
        foreach ((string attribute, int start, int end, string call) in pending)
        {
            string property = attribute.Replace('-', '.');
            if (control is not null && MarkupNames.IsQualifiedName(property))
                Body.Copy(start, end, $"global::Shrike.Html.Control<global::{control}>().{property} = global::Shrike.Html.Value(");
            else
                Body.Copy(start, end, call);
            Body.Close(");");
        }

        pending.Clear();
    }

    private void ServerScript()
    {
        int end = text.IndexOf("</script", pos, StringComparison.OrdinalIgnoreCase);
        if (end < 0)
        {
            Report("a server script is not closed");
            end = text.Length;
        }

        string language = Value("language") ?? "";
        if (language.StartsWith("vb", StringComparison.OrdinalIgnoreCase))
            Report("a server script in Visual Basic was not analysed");
        else if (end > pos)
            Members.Copy(pos, end);
        pos = end;
    }

    private void Control(string tag, string type)
    {
        string? id = Value("id");
        SourceSpan span = SpanOf(
            attributes.Find(static a => a.Name.Equals("id", StringComparison.OrdinalIgnoreCase)) is { End: > 0 } found
                ? found
                : new("", pos - 1, pos)
        );
        if (Value("ItemType") is { } item && MarkupNames.IsQualifiedName(item))
            ItemTypes.Add(item);
        if (Controls.Count + Handlers.Count > MaxControls)
            return;
        bool isField = id is not null && MarkupNames.IsQualifiedName(id) && !id.Contains('.');
        if (isField && !tag.Equals("asp:Content", StringComparison.OrdinalIgnoreCase))
            Controls.Add(new ServerControl(id!, type, span, templates > 0));
        foreach (MarkupAttribute attribute in attributes)
        {
            string value = attribute.End - attribute.Start < 256 ? text[attribute.Start..attribute.End].Trim() : "";
            bool isEvent =
                attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                && !attribute.Name.StartsWith("onclient", StringComparison.OrdinalIgnoreCase)
                && (tag.Contains(':') || attribute.Name.StartsWith("onserver", StringComparison.OrdinalIgnoreCase));
            if (isEvent && MarkupNames.IsQualifiedName(value) && !value.Contains('.'))
                Handlers.Add(new MarkupHandler(id ?? tag, attribute.Name[2..], value, SpanOf(attribute)));
        }
    }

    private SourceSpan SpanOf(MarkupAttribute attribute)
    {
        LinePosition from = lines.GetLinePosition(attribute.Start),
            to = lines.GetLinePosition(attribute.End);
        return new SourceSpan(path, from.Line + 1, from.Character + 1, to.Line + 1, to.Character + 1);
    }

    private string? TypeOf(string tag)
    {
        int colon = tag.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return "System.Web.UI.HtmlControls." + HtmlType(tag.ToLowerInvariant(), Value("type")?.ToLowerInvariant() ?? "text");
        string prefix = tag[..colon],
            name = tag[(colon + 1)..];
        if (!MarkupNames.IsQualifiedName(name))
            return null;
        foreach ((string kind, Dictionary<string, string> given, int _, int _) in Directives)
        {
            if (kind != "register" || !prefix.Equals(given.GetValueOrDefault("tagprefix"), StringComparison.OrdinalIgnoreCase))
                continue;
            if (
                given.TryGetValue("src", out string? source)
                && name.Equals(given.GetValueOrDefault("tagname"), StringComparison.OrdinalIgnoreCase)
            )
                return "ASP." + WebFormsClass.NameOf(Resolve(source));
            if (
                given.TryGetValue("namespace", out string? ns)
                && MarkupNames.IsQualifiedName(ns)
                && !prefix.Equals("asp", StringComparison.OrdinalIgnoreCase)
            )
                return ns + "." + name;
        }

        if (!prefix.Equals("asp", StringComparison.OrdinalIgnoreCase))
            return null;
        return name.ToLowerInvariant() switch
        {
            "scriptmanager" or "scriptmanagerproxy" or "updatepanel" or "updateprogress" or "timer" => "System.Web.UI." + name,
            "chart" => "System.Web.UI.DataVisualization.Charting.Chart",
            _ => "System.Web.UI.WebControls." + name,
        };
    }

    private string Resolve(string source) =>
        source.StartsWith("~/", StringComparison.Ordinal) ? source[2..]
        : source.StartsWith('/') ? source[1..]
        : MarkupNames.FolderOf(localPath) is { Length: > 0 } folder ? folder + "/" + source
        : source;

    private static string HtmlType(string tag, string type) =>
        tag switch
        {
            "a" => "HtmlAnchor",
            "button" => "HtmlButton",
            "form" => "HtmlForm",
            "head" => "HtmlHead",
            "iframe" => "HtmlIframe",
            "img" => "HtmlImage",
            "link" => "HtmlLink",
            "meta" => "HtmlMeta",
            "select" => "HtmlSelect",
            "table" => "HtmlTable",
            "td" or "th" => "HtmlTableCell",
            "tr" => "HtmlTableRow",
            "textarea" => "HtmlTextArea",
            "title" => "HtmlTitle",
            "input" => type switch
            {
                "button" => "HtmlInputButton",
                "checkbox" => "HtmlInputCheckBox",
                "file" => "HtmlInputFile",
                "hidden" => "HtmlInputHidden",
                "image" => "HtmlInputImage",
                "password" => "HtmlInputPassword",
                "radio" => "HtmlInputRadioButton",
                "reset" => "HtmlInputReset",
                "submit" => "HtmlInputSubmit",
                _ => "HtmlInputText",
            },
            _ => "HtmlGenericControl",
        };
}
