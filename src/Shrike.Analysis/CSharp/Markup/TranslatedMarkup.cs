using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;

namespace Shrike.Analysis.CSharp.Markup;

/// <summary>A markup file as C#: text that parses on its own, and what the text alone cannot say.</summary>
public sealed record TranslatedMarkup
{
    /// <summary>A whole compilation unit. Enhanced line directives lead each piece back to the markup; everything that
    /// the translator made up lies under <c>#line hidden</c>. Empty when there is nothing to analyse.</summary>
    public required string CSharp { get; init; }

    /// <summary>The namespace of the class; empty for the global one.</summary>
    public required string Namespace { get; init; }

    public required string ClassName { get; init; }

    /// <summary>The method that writes the page: "ExecuteAsync", "Execute", "Render" or "RenderMarkup"; empty for plain code.</summary>
    public required string RenderMethod { get; init; }

    public required MarkupKind Kind { get; init; }
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>Why the file was left out by design (a VB page), or null.</summary>
    public string? SkippedBecause { get; init; }

    /// <summary>What <c>@model</c> names, or null.</summary>
    public string? ModelType { get; init; }

    /// <summary>The type that the class extends, as written in C#.</summary>
    public string? BaseType { get; init; }

    /// <summary>Routes of a page ("/orders/{id}"), the first one first.</summary>
    public IReadOnlyList<string> Routes { get; init; } = [];

    public string? Route => Routes.Count == 0 ? null : Routes[0];

    public bool IsComponent => Kind == MarkupKind.Component;

    /// <summary>Names by which code refers to a view: "Home/Index", "/Views/Home/Index.cshtml", "~/…", and with an area
    /// "Admin/Home/Index". A view under Shared is "Shared/Name".</summary>
    public IReadOnlyList<string> ViewNames { get; init; } = [];

    /// <summary>WebForms: server controls with an id, in order of appearance.</summary>
    public IReadOnlyList<ServerControl> Controls { get; init; } = [];

    /// <summary>WebForms: a partial class of the code-behind type that declares <see cref="Controls"/> as fields. To be
    /// added only when no <c>.designer.cs</c> declares them.</summary>
    public string? ControlFields { get; init; }

    /// <summary>WebForms: <c>OnClick="Save_Click"</c> and the like.</summary>
    public IReadOnlyList<MarkupHandler> Handlers { get; init; } = [];

    /// <summary>WebForms: attributes of the first directive, names in lower case.</summary>
    public IReadOnlyDictionary<string, string> Directive { get; init; } = new Dictionary<string, string>();

    /// <summary>Where the first directive stands; where a fact about the whole page is reported.</summary>
    public SourceSpan DirectiveSpan { get; init; }
}

public enum MarkupKind
{
    /// <summary>An MVC view or a partial view.</summary>
    View,

    /// <summary>A Razor Page (<c>@page</c> in a .cshtml file).</summary>
    Page,

    /// <summary>A .razor component.</summary>
    Component,

    /// <summary>_ViewImports.cshtml or _Imports.razor: no class of its own.</summary>
    Imports,

    /// <summary>.aspx</summary>
    WebForm,

    /// <summary>.ascx</summary>
    UserControl,

    /// <summary>.master</summary>
    Master,

    /// <summary>.ashx</summary>
    HttpHandler,

    /// <summary>.asmx</summary>
    WebService,
}

/// <param name="Type">Full name of the control's class.</param>
/// <param name="InTemplate">Inside a template: the page has no field for it.</param>
public sealed record ServerControl(string Id, string Type, SourceSpan Where, bool InTemplate);

/// <summary>An event of a server control and the method that handles it.</summary>
public sealed record MarkupHandler(string Control, string Event, string Method, SourceSpan Where);

/// <summary>Which of the two worlds a file belongs to, and where its project lies.</summary>
/// <param name="IsFramework">MVC 5 and Web Pages on .NET Framework rather than ASP.NET Core.</param>
/// <param name="ProjectFolder">Relative to the scan root, without trailing slash; empty for the root itself.</param>
public sealed record MarkupOptions(bool IsFramework = false, string ProjectFolder = "");
