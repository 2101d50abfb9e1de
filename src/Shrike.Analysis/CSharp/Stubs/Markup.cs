// namespaces: YamlDotNet.Serialization, YamlDotNet.Serialization.NamingConventions, Ganss.Xss, Ganss.XSS, Microsoft.Security.Application, HtmlAgilityPack, Markdig
// world: both
// YamlDotNet, HtmlSanitizer, AntiXSS, HtmlAgilityPack and Markdig; signatures only.
using System;
using System.Collections.Generic;
using System.IO;

namespace YamlDotNet.Serialization
{
    public interface IDeserializer
    {
        T Deserialize<T>(string input);
        T Deserialize<T>(TextReader input);
        object Deserialize(string input);
        object Deserialize(TextReader input);
        object Deserialize(string input, Type type);
        object Deserialize(TextReader input, Type type);
    }

    public class Deserializer : IDeserializer
    {
        public Deserializer() { }

        public T Deserialize<T>(string input) => throw null!;

        public T Deserialize<T>(TextReader input) => throw null!;

        public object Deserialize(string input) => throw null!;

        public object Deserialize(TextReader input) => throw null!;

        public object Deserialize(string input, Type type) => throw null!;

        public object Deserialize(TextReader input, Type type) => throw null!;
    }

    public interface INamingConvention { }

    public class DeserializerBuilder
    {
        public DeserializerBuilder WithNamingConvention(INamingConvention namingConvention) => throw null!;

        public DeserializerBuilder WithTagMapping(string tag, Type type) => throw null!;

        public DeserializerBuilder IgnoreUnmatchedProperties() => throw null!;

        public IDeserializer Build() => throw null!;
    }

    public interface ISerializer
    {
        string Serialize(object graph);
        void Serialize(TextWriter writer, object graph);
    }

    public class SerializerBuilder
    {
        public SerializerBuilder WithNamingConvention(INamingConvention namingConvention) => throw null!;

        public ISerializer Build() => throw null!;
    }
}

namespace YamlDotNet.Serialization.NamingConventions
{
    public sealed class CamelCaseNamingConvention : INamingConvention
    {
        public static readonly INamingConvention Instance = null!;
    }

    public sealed class UnderscoredNamingConvention : INamingConvention
    {
        public static readonly INamingConvention Instance = null!;
    }
}

namespace Ganss.Xss
{
    public interface IHtmlSanitizer
    {
        ISet<string> AllowedTags { get; }
        ISet<string> AllowedAttributes { get; }
        ISet<string> AllowedSchemes { get; }
        string Sanitize(string html, string baseUrl = "");
        string SanitizeDocument(string html, string baseUrl = "");
    }

    public class HtmlSanitizer : IHtmlSanitizer
    {
        public HtmlSanitizer() { }

        public ISet<string> AllowedTags => throw null!;
        public ISet<string> AllowedAttributes => throw null!;
        public ISet<string> AllowedSchemes => throw null!;

        public string Sanitize(string html, string baseUrl = "") => throw null!;

        public string SanitizeDocument(string html, string baseUrl = "") => throw null!;
    }
}

namespace Ganss.XSS
{
    public class HtmlSanitizer
    {
        public HtmlSanitizer() { }

        public ISet<string> AllowedTags => throw null!;
        public ISet<string> AllowedAttributes => throw null!;

        public string Sanitize(string html, string baseUrl = "") => throw null!;
    }
}

namespace Microsoft.Security.Application
{
    public static class Encoder
    {
        public static string HtmlEncode(string input) => throw null!;

        public static string HtmlEncode(string input, bool useNamedEntities) => throw null!;

        public static string HtmlAttributeEncode(string input) => throw null!;

        public static string UrlEncode(string input) => throw null!;

        public static string UrlPathEncode(string input) => throw null!;

        public static string JavaScriptEncode(string input) => throw null!;

        public static string JavaScriptEncode(string input, bool emitQuotes) => throw null!;

        public static string CssEncode(string input) => throw null!;

        public static string XmlEncode(string input) => throw null!;

        public static string XmlAttributeEncode(string input) => throw null!;

        public static string LdapFilterEncode(string filterToEncode) => throw null!;

        public static string LdapDistinguishedNameEncode(string input) => throw null!;
    }

    public static class AntiXss
    {
        public static string HtmlEncode(string input) => throw null!;

        public static string UrlEncode(string input) => throw null!;

        public static string JavaScriptEncode(string input) => throw null!;
    }

    public static class Sanitizer
    {
        public static string GetSafeHtml(string input) => throw null!;

        public static string GetSafeHtmlFragment(string input) => throw null!;
    }
}

namespace HtmlAgilityPack
{
    public class HtmlDocument
    {
        public HtmlNode DocumentNode => throw null!;

        public void Load(string path) => throw null!;

        public void Load(Stream stream) => throw null!;

        public void LoadHtml(string html) => throw null!;

        public void Save(TextWriter writer) => throw null!;
    }

    public class HtmlWeb
    {
        public HtmlDocument Load(string url) => throw null!;

        public System.Threading.Tasks.Task<HtmlDocument> LoadFromWebAsync(string url) => throw null!;
    }

    public class HtmlNode
    {
        public string Name { get; set; }
        public virtual string InnerHtml { get; set; }
        public virtual string InnerText { get; set; }
        public virtual string OuterHtml => throw null!;
        public IEnumerable<HtmlNode> ChildNodes => throw null!;

        public HtmlNode SelectSingleNode(string xpath) => throw null!;

        public List<HtmlNode> SelectNodes(string xpath) => throw null!;

        public string GetAttributeValue(string name, string def) => throw null!;

        public IEnumerable<HtmlNode> Descendants() => throw null!;

        public IEnumerable<HtmlNode> Descendants(string name) => throw null!;
    }

    public class HtmlEntity
    {
        public static string Entitize(string text) => throw null!;

        public static string DeEntitize(string text) => throw null!;
    }
}

namespace Markdig
{
    public class MarkdownPipeline { }

    public class MarkdownPipelineBuilder
    {
        public MarkdownPipeline Build() => throw null!;
    }

    public static class MarkdownExtensions
    {
        public static MarkdownPipelineBuilder UseAdvancedExtensions(this MarkdownPipelineBuilder pipeline) => throw null!;

        public static MarkdownPipelineBuilder DisableHtml(this MarkdownPipelineBuilder pipeline) => throw null!;
    }

    public static class Markdown
    {
        public static string ToHtml(string markdown, MarkdownPipeline pipeline = null) => throw null!;

        public static string ToPlainText(string markdown, MarkdownPipeline pipeline = null) => throw null!;
    }
}
