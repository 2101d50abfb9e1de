// namespaces: MongoDB.Driver, MongoDB.Bson, MongoDB.Bson.Serialization, MongoDB.Bson.Serialization.Attributes, MongoDB.Driver.Linq
// world: both
// MongoDB driver and BSON; signatures only.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;
using System.Threading;
using System.Threading.Tasks;
using MongoDB.Bson;

namespace MongoDB.Bson
{
    public abstract class BsonValue
    {
        public virtual BsonValue this[string name]
        {
            get => throw null!;
            set => throw null!;
        }
        public virtual BsonValue this[int index]
        {
            get => throw null!;
            set => throw null!;
        }
        public string AsString => throw null!;
        public int AsInt32 => throw null!;
        public ObjectId AsObjectId => throw null!;
        public BsonDocument AsBsonDocument => throw null!;

        public static BsonValue Create(object value) => throw null!;

        public static implicit operator BsonValue(string value) => throw null!;

        public static implicit operator BsonValue(int value) => throw null!;

        public static implicit operator BsonValue(long value) => throw null!;

        public static implicit operator BsonValue(bool value) => throw null!;

        public static implicit operator BsonValue(double value) => throw null!;

        public static implicit operator BsonValue(DateTime value) => throw null!;

        public static implicit operator BsonValue(ObjectId value) => throw null!;
    }

    public class BsonDocument : BsonValue, IEnumerable<BsonElement>
    {
        public BsonDocument() { }

        public BsonDocument(string name, BsonValue value) { }

        public BsonDocument(IDictionary<string, object> dictionary) { }

        public BsonDocument(BsonElement element) { }

        public static BsonDocument Parse(string json) => throw null!;

        public virtual BsonDocument Add(string name, BsonValue value) => throw null!;

        public virtual BsonDocument Add(BsonElement element) => throw null!;

        public virtual BsonDocument Set(string name, BsonValue value) => throw null!;

        public virtual bool Contains(string name) => throw null!;

        public virtual BsonValue GetValue(string name) => throw null!;

        public virtual bool TryGetValue(string name, out BsonValue value) => throw null!;

        public IEnumerator<BsonElement> GetEnumerator() => throw null!;

        IEnumerator IEnumerable.GetEnumerator() => throw null!;
    }

    public struct BsonElement
    {
        public BsonElement(string name, BsonValue value) => throw null!;

        public string Name => throw null!;
        public BsonValue Value => throw null!;
    }

    public class BsonArray : BsonValue, IEnumerable<BsonValue>
    {
        public BsonArray() { }

        public BsonArray(IEnumerable<BsonValue> values) { }

        public BsonArray Add(BsonValue value) => throw null!;

        public IEnumerator<BsonValue> GetEnumerator() => throw null!;

        IEnumerator IEnumerable.GetEnumerator() => throw null!;
    }

    public class BsonString : BsonValue
    {
        public BsonString(string value) { }
    }

    public sealed class BsonRegularExpression : BsonValue
    {
        public BsonRegularExpression(string pattern) { }

        public BsonRegularExpression(string pattern, string options) { }

        public BsonRegularExpression(System.Text.RegularExpressions.Regex regex) { }

        public static implicit operator BsonRegularExpression(string value) => throw null!;
    }

    public class BsonJavaScript : BsonValue
    {
        public BsonJavaScript(string code) { }

        public static implicit operator BsonJavaScript(string code) => throw null!;
    }

    public struct ObjectId : IEquatable<ObjectId>, IComparable<ObjectId>
    {
        public static ObjectId Empty => throw null!;

        public ObjectId(string value) => throw null!;

        public static ObjectId Parse(string s) => throw null!;

        public static bool TryParse(string s, out ObjectId objectId) => throw null!;

        public static ObjectId GenerateNewId() => throw null!;

        public bool Equals(ObjectId other) => throw null!;

        public int CompareTo(ObjectId other) => throw null!;

        public static bool operator ==(ObjectId lhs, ObjectId rhs) => throw null!;

        public static bool operator !=(ObjectId lhs, ObjectId rhs) => throw null!;

        public override bool Equals(object obj) => throw null!;

        public override int GetHashCode() => throw null!;
    }

    public enum BsonType
    {
        Double = 1,
        String = 2,
        Document = 3,
        Array = 4,
        Binary = 5,
        ObjectId = 7,
        Boolean = 8,
        DateTime = 9,
        Null = 10,
        RegularExpression = 11,
        JavaScript = 13,
        Int32 = 16,
        Int64 = 18,
    }

    public static class BsonExtensionMethods
    {
        public static string ToJson<TNominalType>(this TNominalType obj) => throw null!;

        public static BsonDocument ToBsonDocument<TNominalType>(this TNominalType obj) => throw null!;
    }
}

namespace MongoDB.Bson.Serialization
{
    public static class BsonSerializer
    {
        public static TNominalType Deserialize<TNominalType>(string json) => throw null!;

        public static TNominalType Deserialize<TNominalType>(BsonDocument document) => throw null!;

        public static object Deserialize(string json, Type nominalType) => throw null!;
    }
}

namespace MongoDB.Bson.Serialization.Attributes
{
    [AttributeUsage(AttributeTargets.All)]
    public class BsonIdAttribute : Attribute { }

    [AttributeUsage(AttributeTargets.All)]
    public class BsonElementAttribute : Attribute
    {
        public BsonElementAttribute() { }

        public BsonElementAttribute(string elementName) { }
    }

    [AttributeUsage(AttributeTargets.All)]
    public class BsonIgnoreAttribute : Attribute { }

    [AttributeUsage(AttributeTargets.All)]
    public class BsonIgnoreExtraElementsAttribute : Attribute { }

    [AttributeUsage(AttributeTargets.All)]
    public class BsonRepresentationAttribute : Attribute
    {
        public BsonRepresentationAttribute(BsonType representation) { }
    }
}

namespace MongoDB.Driver
{
    public interface IMongoClient
    {
        IMongoDatabase GetDatabase(string name);
    }

    public class MongoClient : IMongoClient
    {
        public MongoClient() { }

        public MongoClient(string connectionString) { }

        public MongoClient(MongoClientSettings settings) { }

        public IMongoDatabase GetDatabase(string name) => throw null!;
    }

    public class MongoClientSettings
    {
        public static MongoClientSettings FromConnectionString(string connectionString) => throw null!;

        public bool UseTls { get; set; }
        public bool AllowInsecureTls { get; set; }
    }

    public interface IMongoDatabase
    {
        IMongoCollection<TDocument> GetCollection<TDocument>(string name);
        TResult RunCommand<TResult>(Command<TResult> command, CancellationToken cancellationToken = default);
        Task<TResult> RunCommandAsync<TResult>(Command<TResult> command, CancellationToken cancellationToken = default);
        void DropCollection(string name, CancellationToken cancellationToken = default);
    }

    public abstract class Command<TResult>
    {
        public static implicit operator Command<TResult>(BsonDocument document) => throw null!;

        public static implicit operator Command<TResult>(string json) => throw null!;
    }

    public class JsonCommand<TResult> : Command<TResult>
    {
        public JsonCommand(string json) { }
    }

    public class BsonDocumentCommand<TResult> : Command<TResult>
    {
        public BsonDocumentCommand(BsonDocument document) { }
    }

    public abstract class FilterDefinition<TDocument>
    {
        public static FilterDefinition<TDocument> Empty => throw null!;

        public static implicit operator FilterDefinition<TDocument>(BsonDocument document) => throw null!;

        public static implicit operator FilterDefinition<TDocument>(string json) => throw null!;

        public static implicit operator FilterDefinition<TDocument>(Expression<Func<TDocument, bool>> predicate) => throw null!;

        public static FilterDefinition<TDocument> operator &(FilterDefinition<TDocument> lhs, FilterDefinition<TDocument> rhs) =>
            throw null!;

        public static FilterDefinition<TDocument> operator |(FilterDefinition<TDocument> lhs, FilterDefinition<TDocument> rhs) =>
            throw null!;

        public static FilterDefinition<TDocument> operator !(FilterDefinition<TDocument> op) => throw null!;
    }

    public sealed class JsonFilterDefinition<TDocument> : FilterDefinition<TDocument>
    {
        public JsonFilterDefinition(string json) { }
    }

    public sealed class BsonDocumentFilterDefinition<TDocument> : FilterDefinition<TDocument>
    {
        public BsonDocumentFilterDefinition(BsonDocument document) { }
    }

    public abstract class UpdateDefinition<TDocument>
    {
        public static implicit operator UpdateDefinition<TDocument>(BsonDocument document) => throw null!;

        public static implicit operator UpdateDefinition<TDocument>(string json) => throw null!;
    }

    public abstract class SortDefinition<TDocument>
    {
        public static implicit operator SortDefinition<TDocument>(BsonDocument document) => throw null!;

        public static implicit operator SortDefinition<TDocument>(string json) => throw null!;
    }

    public abstract class ProjectionDefinition<TSource>
    {
        public static implicit operator ProjectionDefinition<TSource>(string json) => throw null!;
    }

    public class FieldDefinition<TDocument>
    {
        public static implicit operator FieldDefinition<TDocument>(string fieldName) => throw null!;
    }

    public class FieldDefinition<TDocument, TField>
    {
        public static implicit operator FieldDefinition<TDocument, TField>(string fieldName) => throw null!;
    }

    public static class Builders<TDocument>
    {
        public static FilterDefinitionBuilder<TDocument> Filter => throw null!;
        public static UpdateDefinitionBuilder<TDocument> Update => throw null!;
        public static SortDefinitionBuilder<TDocument> Sort => throw null!;
    }

    public sealed class FilterDefinitionBuilder<TDocument>
    {
        public FilterDefinition<TDocument> Empty => throw null!;

        public FilterDefinition<TDocument> Eq<TField>(Expression<Func<TDocument, TField>> field, TField value) => throw null!;

        public FilterDefinition<TDocument> Eq<TField>(FieldDefinition<TDocument, TField> field, TField value) => throw null!;

        public FilterDefinition<TDocument> Ne<TField>(Expression<Func<TDocument, TField>> field, TField value) => throw null!;

        public FilterDefinition<TDocument> Gt<TField>(Expression<Func<TDocument, TField>> field, TField value) => throw null!;

        public FilterDefinition<TDocument> Lt<TField>(Expression<Func<TDocument, TField>> field, TField value) => throw null!;

        public FilterDefinition<TDocument> In<TField>(Expression<Func<TDocument, TField>> field, IEnumerable<TField> values) => throw null!;

        public FilterDefinition<TDocument> Regex(FieldDefinition<TDocument> field, BsonRegularExpression regex) => throw null!;

        public FilterDefinition<TDocument> Regex(Expression<Func<TDocument, object>> field, BsonRegularExpression regex) => throw null!;

        public FilterDefinition<TDocument> Where(Expression<Func<TDocument, bool>> expression) => throw null!;

        public FilterDefinition<TDocument> Text(string search) => throw null!;

        public FilterDefinition<TDocument> And(params FilterDefinition<TDocument>[] filters) => throw null!;

        public FilterDefinition<TDocument> Or(params FilterDefinition<TDocument>[] filters) => throw null!;
    }

    public sealed class UpdateDefinitionBuilder<TDocument>
    {
        public UpdateDefinition<TDocument> Set<TField>(Expression<Func<TDocument, TField>> field, TField value) => throw null!;

        public UpdateDefinition<TDocument> Set<TField>(FieldDefinition<TDocument, TField> field, TField value) => throw null!;

        public UpdateDefinition<TDocument> Combine(params UpdateDefinition<TDocument>[] updates) => throw null!;
    }

    public sealed class SortDefinitionBuilder<TDocument>
    {
        public SortDefinition<TDocument> Ascending(FieldDefinition<TDocument> field) => throw null!;

        public SortDefinition<TDocument> Ascending(Expression<Func<TDocument, object>> field) => throw null!;

        public SortDefinition<TDocument> Descending(FieldDefinition<TDocument> field) => throw null!;

        public SortDefinition<TDocument> Descending(Expression<Func<TDocument, object>> field) => throw null!;
    }

    public interface IMongoCollection<TDocument>
    {
        void InsertOne(TDocument document);
        Task InsertOneAsync(TDocument document, object options = null, CancellationToken cancellationToken = default);
        Task InsertManyAsync(IEnumerable<TDocument> documents);
        ReplaceOneResult ReplaceOne(FilterDefinition<TDocument> filter, TDocument replacement);
        Task<ReplaceOneResult> ReplaceOneAsync(FilterDefinition<TDocument> filter, TDocument replacement);
        UpdateResult UpdateOne(FilterDefinition<TDocument> filter, UpdateDefinition<TDocument> update);
        Task<UpdateResult> UpdateOneAsync(FilterDefinition<TDocument> filter, UpdateDefinition<TDocument> update);
        Task<UpdateResult> UpdateManyAsync(FilterDefinition<TDocument> filter, UpdateDefinition<TDocument> update);
        DeleteResult DeleteOne(FilterDefinition<TDocument> filter);
        Task<DeleteResult> DeleteOneAsync(FilterDefinition<TDocument> filter);
        Task<DeleteResult> DeleteManyAsync(FilterDefinition<TDocument> filter);
        long CountDocuments(FilterDefinition<TDocument> filter);
        Task<long> CountDocumentsAsync(FilterDefinition<TDocument> filter);
        IAsyncCursor<TResult> Aggregate<TResult>(PipelineDefinition<TDocument, TResult> pipeline);
    }

    public abstract class PipelineDefinition<TInput, TOutput>
    {
        public static implicit operator PipelineDefinition<TInput, TOutput>(BsonDocument[] stages) => throw null!;
    }

    public interface IAsyncCursor<out TDocument> : IDisposable
    {
        IEnumerable<TDocument> Current { get; }
    }

    public interface IAsyncCursorSource<out TDocument> { }

    public interface IFindFluent<TDocument, TProjection> : IAsyncCursorSource<TProjection>
    {
        IFindFluent<TDocument, TProjection> Limit(int? limit);
        IFindFluent<TDocument, TProjection> Skip(int? skip);
        IFindFluent<TDocument, TProjection> Sort(SortDefinition<TDocument> sort);
        Task<long> CountDocumentsAsync(CancellationToken cancellationToken = default);
    }

    public class ReplaceOneResult { }

    public class UpdateResult
    {
        public long ModifiedCount => throw null!;
    }

    public class DeleteResult
    {
        public long DeletedCount => throw null!;
    }

    public static class IMongoCollectionExtensions
    {
        public static IFindFluent<TDocument, TDocument> Find<TDocument>(
            this IMongoCollection<TDocument> collection,
            FilterDefinition<TDocument> filter,
            object options = null
        ) => throw null!;

        public static IFindFluent<TDocument, TDocument> Find<TDocument>(
            this IMongoCollection<TDocument> collection,
            Expression<Func<TDocument, bool>> filter,
            object options = null
        ) => throw null!;

        public static Task<IAsyncCursor<TDocument>> FindAsync<TDocument>(
            this IMongoCollection<TDocument> collection,
            FilterDefinition<TDocument> filter
        ) => throw null!;

        public static Task<IAsyncCursor<TDocument>> FindAsync<TDocument>(
            this IMongoCollection<TDocument> collection,
            Expression<Func<TDocument, bool>> filter
        ) => throw null!;

        public static IAsyncCursor<TDocument> FindSync<TDocument>(
            this IMongoCollection<TDocument> collection,
            FilterDefinition<TDocument> filter
        ) => throw null!;

        public static TDocument FindOneAndDelete<TDocument>(
            this IMongoCollection<TDocument> collection,
            FilterDefinition<TDocument> filter
        ) => throw null!;

        public static Task<ReplaceOneResult> ReplaceOneAsync<TDocument>(
            this IMongoCollection<TDocument> collection,
            Expression<Func<TDocument, bool>> filter,
            TDocument replacement
        ) => throw null!;

        public static DeleteResult DeleteOne<TDocument>(
            this IMongoCollection<TDocument> collection,
            Expression<Func<TDocument, bool>> filter
        ) => throw null!;

        public static Task<DeleteResult> DeleteOneAsync<TDocument>(
            this IMongoCollection<TDocument> collection,
            Expression<Func<TDocument, bool>> filter
        ) => throw null!;

        public static IQueryable<TDocument> AsQueryable<TDocument>(this IMongoCollection<TDocument> collection) => throw null!;
    }

    public static class IAsyncCursorSourceExtensions
    {
        public static List<TDocument> ToList<TDocument>(this IAsyncCursorSource<TDocument> source) => throw null!;

        public static Task<List<TDocument>> ToListAsync<TDocument>(
            this IAsyncCursorSource<TDocument> source,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static TDocument First<TDocument>(this IAsyncCursorSource<TDocument> source) => throw null!;

        public static TDocument FirstOrDefault<TDocument>(this IAsyncCursorSource<TDocument> source) => throw null!;

        public static Task<TDocument> FirstOrDefaultAsync<TDocument>(
            this IAsyncCursorSource<TDocument> source,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static Task<TDocument> SingleOrDefaultAsync<TDocument>(
            this IAsyncCursorSource<TDocument> source,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static bool Any<TDocument>(this IAsyncCursorSource<TDocument> source) => throw null!;
    }

    public static class IAsyncCursorExtensions
    {
        public static List<TDocument> ToList<TDocument>(this IAsyncCursor<TDocument> source) => throw null!;

        public static Task<List<TDocument>> ToListAsync<TDocument>(this IAsyncCursor<TDocument> source) => throw null!;

        public static TDocument FirstOrDefault<TDocument>(this IAsyncCursor<TDocument> source) => throw null!;

        public static Task<TDocument> FirstOrDefaultAsync<TDocument>(this IAsyncCursor<TDocument> source) => throw null!;
    }
}

namespace MongoDB.Driver.Linq
{
    public static class MongoQueryable
    {
        public static Task<List<TSource>> ToListAsync<TSource>(
            this IQueryable<TSource> source,
            CancellationToken cancellationToken = default
        ) => throw null!;
    }
}
