// namespaces: Shrike
// world: modern
// Declarations that translated markup calls; added to the compilation of ASP.NET Core code, never executed.
// A member stands for one context of HTML. An overload for markup that is already built is no sink: what built it is.
#pragma warning disable
namespace Shrike
{
    /// <summary>A property that the framework fills.</summary>
    [System.AttributeUsage(System.AttributeTargets.Property)]
    public sealed class InjectedAttribute : System.Attribute { }

    public static class Html
    {
        /// <summary>Encoded, in an element's body.</summary>
        public static void Text(object value) { }

        public static void Text(global::Microsoft.AspNetCore.Html.IHtmlContent value) { }

        public static void Text(global::Microsoft.AspNetCore.Components.MarkupString value) { }

        public static void Text(global::Microsoft.AspNetCore.Components.RenderFragment value) { }

        /// <summary>Not encoded, in an element's body.</summary>
        public static void Raw(object value) { }

        public static void Raw(global::Microsoft.AspNetCore.Html.IHtmlContent value) { }

        /// <summary>Encoded, in a quoted attribute.</summary>
        public static void Attribute(string name, object value) { }

        public static void Attribute(string name, global::Microsoft.AspNetCore.Html.IHtmlContent value) { }

        /// <summary>Encoded, in an attribute without quotes, or as an attribute of its own.</summary>
        public static void UnquotedAttribute(string name, object value) { }

        public static void UnquotedAttribute(string name, global::Microsoft.AspNetCore.Html.IHtmlContent value) { }

        /// <summary>Encoded, at the start of an attribute that holds an address.</summary>
        public static void UrlAttribute(string name, object value) { }

        public static void UrlAttribute(string name, global::Microsoft.AspNetCore.Html.IHtmlContent value) { }

        /// <summary>Not encoded, in an attribute.</summary>
        public static void RawAttribute(string name, object value) { }

        public static void RawAttribute(string name, global::Microsoft.AspNetCore.Html.IHtmlContent value) { }

        /// <summary>Encoded, in an attribute that holds script.</summary>
        public static void EventHandler(string name, object value) { }

        public static void EventHandler(string name, global::Microsoft.AspNetCore.Html.IHtmlContent value) { }

        /// <summary>Encoded for HTML, inside a script element.</summary>
        public static void Script(object value) { }

        public static void Script(global::Microsoft.AspNetCore.Html.IHtmlContent value) { }

        /// <summary>Encoded for HTML, between quotes inside a script element.</summary>
        public static void ScriptString(object value) { }

        public static void ScriptString(global::Microsoft.AspNetCore.Html.IHtmlContent value) { }

        /// <summary>Not encoded, inside a script element.</summary>
        public static void RawScript(object value) { }

        public static void RawScript(global::Microsoft.AspNetCore.Html.IHtmlContent value) { }

        /// <summary>Inside a style element or attribute.</summary>
        public static void Style(object value) { }

        public static void Style(global::Microsoft.AspNetCore.Html.IHtmlContent value) { }

        /// <summary>An argument of a tag helper or directive attribute that is not output as it stands.</summary>
        public static void TagHelper(string name, object value) { }

        /// <summary>The model of a partial view; <paramref name="name"/> is the attribute's.</summary>
        public static void Partial(string name, object value) { }

        /// <summary>Child content's implicit parameter.</summary>
        public static dynamic Context() => null;

        /// <summary>A component's parameter is set.</summary>
        public static void Component(string component, string parameter, object value) { }

        public static void Component(string component, string parameter, System.Action value) { }

        public static void Component(string component, string parameter, System.Action<dynamic> value) { }

        public static void Component(string component, string parameter, System.Func<System.Threading.Tasks.Task> value) { }

        public static void Component(string component, string parameter, System.Func<dynamic, System.Threading.Tasks.Task> value) { }

        public static void Component(string component, string parameter, System.Func<dynamic, object> value) { }

        public static void Component(string component, string parameter, global::Microsoft.AspNetCore.Components.RenderFragment value) { }

        /// <summary>An event of the page calls the handler, with arguments that the browser sent.</summary>
        public static void Callback<T>(string name, System.Action value) { }

        public static void Callback<T>(string name, System.Action<T> value) { }

        public static void Callback<T>(string name, System.Func<System.Threading.Tasks.Task> value) { }

        public static void Callback<T>(string name, System.Func<T, System.Threading.Tasks.Task> value) { }

        public static void Callback<T>(string name, global::Microsoft.AspNetCore.Components.EventCallback value) { }

        public static void Callback<T>(string name, global::Microsoft.AspNetCore.Components.EventCallback<T> value) { }

        /// <summary>What a two-way binding writes: typed by the user in the browser.</summary>
        public static T Bind<T>(T current) => current;

        /// <summary>Markup as a value.</summary>
        public static global::Microsoft.AspNetCore.Html.IHtmlContent Template(System.Func<System.Threading.Tasks.Task> content)
        {
            content();
            return null;
        }

        public static global::Microsoft.AspNetCore.Html.IHtmlContent Template(System.Action content)
        {
            content();
            return null;
        }
    }
}
