// namespaces: Newtonsoft.Json, Newtonsoft.Json.Linq, Newtonsoft.Json.Serialization, Newtonsoft.Json.Converters
// world: both
// Json.NET; signatures only.
using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Xml;
using Newtonsoft.Json.Serialization;

namespace Newtonsoft.Json
{
    public static class JsonConvert
    {
        public static Func<JsonSerializerSettings> DefaultSettings { get; set; }

        public static string SerializeObject(object value) => throw null!;

        public static string SerializeObject(object value, Formatting formatting) => throw null!;

        public static string SerializeObject(object value, JsonSerializerSettings settings) => throw null!;

        public static string SerializeObject(object value, Formatting formatting, JsonSerializerSettings settings) => throw null!;

        public static string SerializeObject(object value, params JsonConverter[] converters) => throw null!;

        public static string SerializeObject(object value, Type type, JsonSerializerSettings settings) => throw null!;

        public static object DeserializeObject(string value) => throw null!;

        public static object DeserializeObject(string value, JsonSerializerSettings settings) => throw null!;

        public static object DeserializeObject(string value, Type type) => throw null!;

        public static object DeserializeObject(string value, Type type, JsonSerializerSettings settings) => throw null!;

        public static T DeserializeObject<T>(string value) => throw null!;

        public static T DeserializeObject<T>(string value, JsonSerializerSettings settings) => throw null!;

        public static T DeserializeObject<T>(string value, params JsonConverter[] converters) => throw null!;

        public static T DeserializeAnonymousType<T>(string value, T anonymousTypeObject) => throw null!;

        public static void PopulateObject(string value, object target) => throw null!;

        public static void PopulateObject(string value, object target, JsonSerializerSettings settings) => throw null!;

        public static XmlDocument DeserializeXmlNode(string value) => throw null!;

        public static string SerializeXmlNode(XmlNode node) => throw null!;

        public static string ToString(object value) => throw null!;

        public static string ToString(string value) => throw null!;
    }

    public enum Formatting
    {
        None,
        Indented,
    }

    [Flags]
    public enum TypeNameHandling
    {
        None = 0,
        Objects = 1,
        Arrays = 2,
        All = 3,
        Auto = 4,
    }

    public enum StringEscapeHandling
    {
        Default = 0,
        EscapeNonAscii = 1,
        EscapeHtml = 2,
    }

    public enum TypeNameAssemblyFormatHandling
    {
        Simple,
        Full,
    }

    public enum NullValueHandling
    {
        Include,
        Ignore,
    }

    public enum MissingMemberHandling
    {
        Ignore,
        Error,
    }

    public enum ReferenceLoopHandling
    {
        Error,
        Ignore,
        Serialize,
    }

    public enum PreserveReferencesHandling
    {
        None,
        Objects,
        Arrays,
        All,
    }

    public enum DateTimeZoneHandling
    {
        Local,
        Utc,
        Unspecified,
        RoundtripKind,
    }

    public enum DateFormatHandling
    {
        IsoDateFormat,
        MicrosoftDateFormat,
    }

    public enum Required
    {
        Default,
        AllowNull,
        Always,
        DisallowNull,
    }

    public class JsonSerializerSettings
    {
        public TypeNameHandling TypeNameHandling { get; set; }
        public TypeNameAssemblyFormatHandling TypeNameAssemblyFormatHandling { get; set; }
        public StringEscapeHandling StringEscapeHandling { get; set; }
        public ISerializationBinder SerializationBinder { get; set; }
        public System.Runtime.Serialization.SerializationBinder Binder { get; set; }
        public IContractResolver ContractResolver { get; set; }
        public IList<JsonConverter> Converters { get; set; }
        public Formatting Formatting { get; set; }
        public NullValueHandling NullValueHandling { get; set; }
        public MissingMemberHandling MissingMemberHandling { get; set; }
        public ReferenceLoopHandling ReferenceLoopHandling { get; set; }
        public PreserveReferencesHandling PreserveReferencesHandling { get; set; }
        public DateTimeZoneHandling DateTimeZoneHandling { get; set; }
        public DateFormatHandling DateFormatHandling { get; set; }
        public string DateFormatString { get; set; }
        public int? MaxDepth { get; set; }
        public System.Globalization.CultureInfo Culture { get; set; }
        public EventHandler<Serialization.ErrorEventArgs> Error { get; set; }
    }

    public class JsonSerializer
    {
        public virtual TypeNameHandling TypeNameHandling { get; set; }
        public virtual ISerializationBinder SerializationBinder { get; set; }
        public virtual IContractResolver ContractResolver { get; set; }
        public virtual NullValueHandling NullValueHandling { get; set; }
        public virtual Formatting Formatting { get; set; }
        public virtual JsonConverterCollection Converters => throw null!;

        public static JsonSerializer Create() => throw null!;

        public static JsonSerializer Create(JsonSerializerSettings settings) => throw null!;

        public static JsonSerializer CreateDefault() => throw null!;

        public static JsonSerializer CreateDefault(JsonSerializerSettings settings) => throw null!;

        public object Deserialize(JsonReader reader) => throw null!;

        public object Deserialize(TextReader reader, Type objectType) => throw null!;

        public object Deserialize(JsonReader reader, Type objectType) => throw null!;

        public T Deserialize<T>(JsonReader reader) => throw null!;

        public void Populate(JsonReader reader, object target) => throw null!;

        public void Serialize(TextWriter textWriter, object value) => throw null!;

        public void Serialize(JsonWriter jsonWriter, object value) => throw null!;
    }

    public class JsonConverterCollection : List<JsonConverter> { }

    public abstract class JsonConverter
    {
        public abstract bool CanConvert(Type objectType);
        public abstract object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer);
        public abstract void WriteJson(JsonWriter writer, object value, JsonSerializer serializer);
        public virtual bool CanRead => throw null!;
        public virtual bool CanWrite => throw null!;
    }

    public abstract class JsonConverter<T> : JsonConverter
    {
        public sealed override bool CanConvert(Type objectType) => throw null!;

        public sealed override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer) =>
            throw null!;

        public abstract T ReadJson(JsonReader reader, Type objectType, T existingValue, bool hasExistingValue, JsonSerializer serializer);

        public sealed override void WriteJson(JsonWriter writer, object value, JsonSerializer serializer) => throw null!;

        public abstract void WriteJson(JsonWriter writer, T value, JsonSerializer serializer);
    }

    public abstract class JsonReader : IDisposable
    {
        public virtual object Value => throw null!;
        public virtual JsonToken TokenType => throw null!;
        public int? MaxDepth { get; set; }
        public abstract bool Read();

        public virtual string ReadAsString() => throw null!;

        public void Skip() => throw null!;

        public virtual void Close() => throw null!;

        void IDisposable.Dispose() => throw null!;
    }

    public class JsonTextReader : JsonReader
    {
        public JsonTextReader(TextReader reader) { }

        public override bool Read() => throw null!;
    }

    public abstract class JsonWriter : IDisposable
    {
        public Formatting Formatting { get; set; }

        public virtual void WriteStartObject() => throw null!;

        public virtual void WriteEndObject() => throw null!;

        public virtual void WriteStartArray() => throw null!;

        public virtual void WriteEndArray() => throw null!;

        public virtual void WritePropertyName(string name) => throw null!;

        public virtual void WriteRaw(string json) => throw null!;

        public virtual void WriteRawValue(string json) => throw null!;

        public virtual void WriteValue(object value) => throw null!;

        public virtual void WriteValue(string value) => throw null!;

        public virtual void WriteNull() => throw null!;

        public virtual void Flush() => throw null!;

        void IDisposable.Dispose() => throw null!;
    }

    public class JsonTextWriter : JsonWriter
    {
        public JsonTextWriter(TextWriter textWriter) { }
    }

    public enum JsonToken
    {
        None,
        StartObject,
        StartArray,
        StartConstructor,
        PropertyName,
        Comment,
        Raw,
        Integer,
        Float,
        String,
        Boolean,
        Null,
        Undefined,
        EndObject,
        EndArray,
        EndConstructor,
        Date,
        Bytes,
    }

    public class JsonException : Exception
    {
        public JsonException() { }

        public JsonException(string message) { }

        public JsonException(string message, Exception innerException) { }
    }

    public class JsonReaderException : JsonException { }

    public class JsonSerializationException : JsonException
    {
        public JsonSerializationException() { }

        public JsonSerializationException(string message) { }
    }

    [AttributeUsage(AttributeTargets.All)]
    public sealed class JsonPropertyAttribute : Attribute
    {
        public JsonPropertyAttribute() { }

        public JsonPropertyAttribute(string propertyName) { }

        public string PropertyName { get; set; }
        public NullValueHandling NullValueHandling { get; set; }
        public TypeNameHandling TypeNameHandling { get; set; }
        public TypeNameHandling ItemTypeNameHandling { get; set; }
        public Required Required { get; set; }
        public int Order { get; set; }
    }

    [AttributeUsage(AttributeTargets.All)]
    public class JsonObjectAttribute : Attribute
    {
        public TypeNameHandling ItemTypeNameHandling { get; set; }
    }

    [AttributeUsage(AttributeTargets.All)]
    public sealed class JsonIgnoreAttribute : Attribute { }

    [AttributeUsage(AttributeTargets.All)]
    public sealed class JsonConstructorAttribute : Attribute { }

    [AttributeUsage(AttributeTargets.All)]
    public sealed class JsonConverterAttribute : Attribute
    {
        public JsonConverterAttribute(Type converterType) { }

        public JsonConverterAttribute(Type converterType, params object[] converterParameters) { }
    }
}

namespace Newtonsoft.Json.Serialization
{
    public interface ISerializationBinder
    {
        Type BindToType(string assemblyName, string typeName);
        void BindToName(Type serializedType, out string assemblyName, out string typeName);
    }

    public class DefaultSerializationBinder : ISerializationBinder
    {
        public virtual Type BindToType(string assemblyName, string typeName) => throw null!;

        public virtual void BindToName(Type serializedType, out string assemblyName, out string typeName) => throw null!;
    }

    public interface IContractResolver { }

    public class DefaultContractResolver : IContractResolver
    {
        public NamingStrategy NamingStrategy { get; set; }
    }

    public class CamelCasePropertyNamesContractResolver : DefaultContractResolver { }

    public abstract class NamingStrategy { }

    public class CamelCaseNamingStrategy : NamingStrategy { }

    public class SnakeCaseNamingStrategy : NamingStrategy { }

    public class ErrorEventArgs : EventArgs { }
}

namespace Newtonsoft.Json.Converters
{
    public class StringEnumConverter : JsonConverter
    {
        public override bool CanConvert(Type objectType) => throw null!;

        public override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer) => throw null!;

        public override void WriteJson(JsonWriter writer, object value, JsonSerializer serializer) => throw null!;
    }
}

namespace Newtonsoft.Json.Linq
{
    public enum JTokenType
    {
        None,
        Object,
        Array,
        Constructor,
        Property,
        Comment,
        Integer,
        Float,
        String,
        Boolean,
        Null,
        Undefined,
        Date,
        Raw,
        Bytes,
        Guid,
        Uri,
        TimeSpan,
    }

    public interface IJEnumerable<out T> : IEnumerable<T>
        where T : JToken { }

    public abstract class JToken : IJEnumerable<JToken>, ICloneable
    {
        public virtual JToken this[object key]
        {
            get => throw null!;
            set => throw null!;
        }
        public virtual bool HasValues => throw null!;
        public JToken Parent => throw null!;
        public JToken Root => throw null!;
        public JToken First => throw null!;
        public JToken Last => throw null!;
        public JToken Next => throw null!;
        public string Path => throw null!;
        public abstract JTokenType Type { get; }

        public static JToken Parse(string json) => throw null!;

        public static JToken Load(JsonReader reader) => throw null!;

        public static JToken ReadFrom(JsonReader reader) => throw null!;

        public static JToken FromObject(object o) => throw null!;

        public static JToken FromObject(object o, JsonSerializer jsonSerializer) => throw null!;

        public static bool DeepEquals(JToken t1, JToken t2) => throw null!;

        public JEnumerable<JToken> Children() => throw null!;

        public virtual IEnumerable<T> Values<T>() => throw null!;

        public virtual T Value<T>(object key) => throw null!;

        public JToken SelectToken(string path) => throw null!;

        public JToken SelectToken(string path, bool errorWhenNoMatch) => throw null!;

        public IEnumerable<JToken> SelectTokens(string path) => throw null!;

        public T ToObject<T>() => throw null!;

        public T ToObject<T>(JsonSerializer jsonSerializer) => throw null!;

        public object ToObject(Type objectType) => throw null!;

        public object ToObject(Type objectType, JsonSerializer jsonSerializer) => throw null!;

        public string ToString(Formatting formatting, params JsonConverter[] converters) => throw null!;

        public JsonReader CreateReader() => throw null!;

        public void WriteTo(JsonWriter writer, params JsonConverter[] converters) => throw null!;

        public void Remove() => throw null!;

        public void Replace(JToken value) => throw null!;

        public JToken DeepClone() => throw null!;

        object ICloneable.Clone() => throw null!;

        IEnumerator<JToken> IEnumerable<JToken>.GetEnumerator() => throw null!;

        IEnumerator IEnumerable.GetEnumerator() => throw null!;

        public static explicit operator bool(JToken value) => throw null!;

        public static implicit operator JToken(bool value) => throw null!;

        public static explicit operator int(JToken value) => throw null!;

        public static implicit operator JToken(int value) => throw null!;

        public static explicit operator long(JToken value) => throw null!;

        public static implicit operator JToken(long value) => throw null!;

        public static explicit operator double(JToken value) => throw null!;

        public static implicit operator JToken(double value) => throw null!;

        public static explicit operator decimal(JToken value) => throw null!;

        public static implicit operator JToken(decimal value) => throw null!;

        public static explicit operator string(JToken value) => throw null!;

        public static implicit operator JToken(string value) => throw null!;

        public static explicit operator DateTime(JToken value) => throw null!;

        public static implicit operator JToken(DateTime value) => throw null!;

        public static explicit operator DateTimeOffset(JToken value) => throw null!;

        public static implicit operator JToken(DateTimeOffset value) => throw null!;

        public static explicit operator Guid(JToken value) => throw null!;

        public static implicit operator JToken(Guid value) => throw null!;

        public static explicit operator Uri(JToken value) => throw null!;

        public static implicit operator JToken(Uri value) => throw null!;

        public static explicit operator byte[](JToken value) => throw null!;

        public static implicit operator JToken(byte[] value) => throw null!;

        public static explicit operator bool?(JToken value) => throw null!;

        public static implicit operator JToken(bool? value) => throw null!;

        public static explicit operator int?(JToken value) => throw null!;

        public static implicit operator JToken(int? value) => throw null!;

        public static explicit operator long?(JToken value) => throw null!;

        public static implicit operator JToken(long? value) => throw null!;

        public static explicit operator double?(JToken value) => throw null!;

        public static implicit operator JToken(double? value) => throw null!;

        public static explicit operator decimal?(JToken value) => throw null!;

        public static implicit operator JToken(decimal? value) => throw null!;

        public static explicit operator DateTime?(JToken value) => throw null!;

        public static implicit operator JToken(DateTime? value) => throw null!;

        public static explicit operator Guid?(JToken value) => throw null!;

        public static implicit operator JToken(Guid? value) => throw null!;
    }

    public struct JEnumerable<T> : IJEnumerable<T>
        where T : JToken
    {
        public IEnumerator<T> GetEnumerator() => throw null!;

        IEnumerator IEnumerable.GetEnumerator() => throw null!;
    }

    public abstract class JContainer : JToken
    {
        public int Count => throw null!;

        public virtual void Add(object content) => throw null!;

        public void Merge(object content) => throw null!;
    }

    public class JObject : JContainer, IEnumerable<KeyValuePair<string, JToken>>
    {
        public JObject() { }

        public JObject(params object[] content) { }

        public JObject(object content) { }

        public override JTokenType Type => throw null!;
        public JToken this[string propertyName]
        {
            get => throw null!;
            set => throw null!;
        }

        public void Add(string propertyName, JToken value) => throw null!;

        public bool Remove(string propertyName) => throw null!;

        public bool ContainsKey(string propertyName) => throw null!;

        public bool TryGetValue(string propertyName, out JToken value) => throw null!;

        public JToken GetValue(string propertyName) => throw null!;

        public JToken GetValue(string propertyName, StringComparison comparison) => throw null!;

        public IEnumerable<JProperty> Properties() => throw null!;

        public JProperty Property(string name) => throw null!;

        public static new JObject Parse(string json) => throw null!;

        public static new JObject Load(JsonReader reader) => throw null!;

        public static new JObject FromObject(object o) => throw null!;

        public IEnumerator<KeyValuePair<string, JToken>> GetEnumerator() => throw null!;
    }

    public class JArray : JContainer, IList<JToken>
    {
        public JArray() { }

        public JArray(params object[] content) { }

        public JArray(object content) { }

        public override JTokenType Type => throw null!;
        public JToken this[int index]
        {
            get => throw null!;
            set => throw null!;
        }
        public bool IsReadOnly => throw null!;

        public void Add(JToken item) => throw null!;

        public void Clear() => throw null!;

        public bool Contains(JToken item) => throw null!;

        public void CopyTo(JToken[] array, int arrayIndex) => throw null!;

        public int IndexOf(JToken item) => throw null!;

        public void Insert(int index, JToken item) => throw null!;

        public bool Remove(JToken item) => throw null!;

        public void RemoveAt(int index) => throw null!;

        public static new JArray Parse(string json) => throw null!;

        public static new JArray FromObject(object o) => throw null!;

        public IEnumerator<JToken> GetEnumerator() => throw null!;
    }

    public class JProperty : JContainer
    {
        public JProperty(string name, object content) { }

        public JProperty(string name, params object[] content) { }

        public override JTokenType Type => throw null!;
        public string Name => throw null!;
        public JToken Value { get; set; }
    }

    public class JValue : JToken
    {
        public JValue(object value) { }

        public JValue(string value) { }

        public override JTokenType Type => throw null!;
        public object Value { get; set; }
    }

    public static class Extensions
    {
        public static U Value<U>(this IEnumerable<JToken> value) => throw null!;

        public static IEnumerable<U> Values<U>(this IEnumerable<JToken> source) => throw null!;

        public static IJEnumerable<JToken> Children<T>(this IEnumerable<T> source)
            where T : JToken => throw null!;
    }
}
