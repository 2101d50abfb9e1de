// namespaces: Shrike
// world: framework
// Declarations that translated markup calls; added to the compilation of .NET Framework code, never executed.
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

        public static void Text(global::System.Web.IHtmlString value) { }

        /// <summary>Not encoded, in an element's body.</summary>
        public static void Raw(object value) { }

        public static void Raw(global::System.Web.IHtmlString value) { }

        /// <summary>Encoded, in a quoted attribute.</summary>
        public static void Attribute(string name, object value) { }

        public static void Attribute(string name, global::System.Web.IHtmlString value) { }

        /// <summary>Encoded, in an attribute without quotes, or as an attribute of its own.</summary>
        public static void UnquotedAttribute(string name, object value) { }

        public static void UnquotedAttribute(string name, global::System.Web.IHtmlString value) { }

        /// <summary>Encoded, at the start of an attribute that holds an address.</summary>
        public static void UrlAttribute(string name, object value) { }

        public static void UrlAttribute(string name, global::System.Web.IHtmlString value) { }

        /// <summary>Not encoded, in an attribute.</summary>
        public static void RawAttribute(string name, object value) { }

        public static void RawAttribute(string name, global::System.Web.IHtmlString value) { }

        /// <summary>Encoded, in an attribute that holds script.</summary>
        public static void EventHandler(string name, object value) { }

        public static void EventHandler(string name, global::System.Web.IHtmlString value) { }

        /// <summary>Encoded for HTML, inside a script element.</summary>
        public static void Script(object value) { }

        public static void Script(global::System.Web.IHtmlString value) { }

        /// <summary>Encoded for HTML, between quotes inside a script element.</summary>
        public static void ScriptString(object value) { }

        public static void ScriptString(global::System.Web.IHtmlString value) { }

        /// <summary>Not encoded, inside a script element.</summary>
        public static void RawScript(object value) { }

        public static void RawScript(global::System.Web.IHtmlString value) { }

        /// <summary>Inside a style element or attribute.</summary>
        public static void Style(object value) { }

        public static void Style(global::System.Web.IHtmlString value) { }

        /// <summary>An argument of a tag helper or directive attribute that is not output as it stands.</summary>
        public static void TagHelper(string name, object value) { }

        /// <summary>The model of a partial view; <paramref name="name"/> is the attribute's.</summary>
        public static void Partial(string name, object value) { }

        /// <summary>Child content's implicit parameter.</summary>
        public static dynamic Context() => null;

        /// <summary>A server control that the markup declares.</summary>
        public static T Control<T>() => default(T);

        /// <summary>What the markup assigns to a control's property, whatever the property's type.</summary>
        public static dynamic Value(object value) => value;

        /// <summary>Markup as a value.</summary>
        public static global::System.Web.WebPages.HelperResult Template(System.Action content)
        {
            content();
            return null;
        }
    }
}
