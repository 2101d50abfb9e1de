// namespaces: Dapper, Dapper.Contrib.Extensions
// world: both
// Dapper and Dapper.Contrib; signatures only.
using System;
using System.Collections.Generic;
using System.Data;
using System.Data.Common;
using System.Threading;
using System.Threading.Tasks;

namespace Dapper
{
    [Flags]
    public enum CommandFlags
    {
        None = 0,
        Buffered = 1,
        Pipelined = 2,
        NoCache = 4,
    }

    public struct CommandDefinition
    {
        public CommandDefinition(
            string commandText,
            object parameters = null,
            IDbTransaction transaction = null,
            int? commandTimeout = null,
            CommandType? commandType = null,
            CommandFlags flags = CommandFlags.Buffered,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public string CommandText => throw null!;
        public object Parameters => throw null!;
    }

    public class DynamicParameters
    {
        public DynamicParameters() { }

        public DynamicParameters(object template) { }

        public void Add(string name, object value, DbType? dbType, ParameterDirection? direction, int? size) => throw null!;

        public void Add(
            string name,
            object value = null,
            DbType? dbType = null,
            ParameterDirection? direction = null,
            int? size = null,
            byte? precision = null,
            byte? scale = null
        ) => throw null!;

        public void AddDynamicParams(object param) => throw null!;

        public T Get<T>(string name) => throw null!;

        public IEnumerable<string> ParameterNames => throw null!;
    }

    public sealed class DbString
    {
        public bool IsAnsi { get; set; }
        public bool IsFixedLength { get; set; }
        public int Length { get; set; }
        public string Value { get; set; }
    }

    public class SqlBuilder
    {
        public Template AddTemplate(string sql, dynamic parameters = null) => throw null!;

        public SqlBuilder Where(string sql, dynamic parameters = null) => throw null!;

        public SqlBuilder OrWhere(string sql, dynamic parameters = null) => throw null!;

        public SqlBuilder OrderBy(string sql, dynamic parameters = null) => throw null!;

        public SqlBuilder Select(string sql, dynamic parameters = null) => throw null!;

        public SqlBuilder InnerJoin(string sql, dynamic parameters = null) => throw null!;

        public SqlBuilder LeftJoin(string sql, dynamic parameters = null) => throw null!;

        public SqlBuilder AddParameters(dynamic parameters) => throw null!;

        public class Template
        {
            public string RawSql => throw null!;
            public object Parameters => throw null!;
        }
    }

    public static class SqlMapper
    {
        public static int Execute(
            this IDbConnection cnn,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static int Execute(this IDbConnection cnn, CommandDefinition command) => throw null!;

        public static Task<int> ExecuteAsync(
            this IDbConnection cnn,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static Task<int> ExecuteAsync(this IDbConnection cnn, CommandDefinition command) => throw null!;

        public static object ExecuteScalar(
            this IDbConnection cnn,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static object ExecuteScalar(this IDbConnection cnn, CommandDefinition command) => throw null!;

        public static T ExecuteScalar<T>(
            this IDbConnection cnn,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static T ExecuteScalar<T>(this IDbConnection cnn, CommandDefinition command) => throw null!;

        public static Task<object> ExecuteScalarAsync(
            this IDbConnection cnn,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static Task<object> ExecuteScalarAsync(this IDbConnection cnn, CommandDefinition command) => throw null!;

        public static Task<T> ExecuteScalarAsync<T>(
            this IDbConnection cnn,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static Task<T> ExecuteScalarAsync<T>(this IDbConnection cnn, CommandDefinition command) => throw null!;

        public static IDataReader ExecuteReader(
            this IDbConnection cnn,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static IDataReader ExecuteReader(this IDbConnection cnn, CommandDefinition command) => throw null!;

        public static Task<IDataReader> ExecuteReaderAsync(
            this IDbConnection cnn,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static Task<IDataReader> ExecuteReaderAsync(this IDbConnection cnn, CommandDefinition command) => throw null!;

        public static IEnumerable<dynamic> Query(
            this IDbConnection cnn,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            bool buffered = true,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static IEnumerable<T> Query<T>(
            this IDbConnection cnn,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            bool buffered = true,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static IEnumerable<T> Query<T>(this IDbConnection cnn, CommandDefinition command) => throw null!;

        public static IEnumerable<object> Query(
            this IDbConnection cnn,
            Type type,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            bool buffered = true,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static Task<IEnumerable<dynamic>> QueryAsync(
            this IDbConnection cnn,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static Task<IEnumerable<dynamic>> QueryAsync(this IDbConnection cnn, CommandDefinition command) => throw null!;

        public static Task<IEnumerable<T>> QueryAsync<T>(
            this IDbConnection cnn,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static Task<IEnumerable<T>> QueryAsync<T>(this IDbConnection cnn, CommandDefinition command) => throw null!;

        public static Task<IEnumerable<object>> QueryAsync(
            this IDbConnection cnn,
            Type type,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static dynamic QueryFirst(
            this IDbConnection cnn,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static T QueryFirst<T>(
            this IDbConnection cnn,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static T QueryFirst<T>(this IDbConnection cnn, CommandDefinition command) => throw null!;

        public static Task<dynamic> QueryFirstAsync(
            this IDbConnection cnn,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static Task<dynamic> QueryFirstAsync(this IDbConnection cnn, CommandDefinition command) => throw null!;

        public static Task<T> QueryFirstAsync<T>(
            this IDbConnection cnn,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static Task<T> QueryFirstAsync<T>(this IDbConnection cnn, CommandDefinition command) => throw null!;

        public static dynamic QueryFirstOrDefault(
            this IDbConnection cnn,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static T QueryFirstOrDefault<T>(
            this IDbConnection cnn,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static T QueryFirstOrDefault<T>(this IDbConnection cnn, CommandDefinition command) => throw null!;

        public static Task<dynamic> QueryFirstOrDefaultAsync(
            this IDbConnection cnn,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static Task<dynamic> QueryFirstOrDefaultAsync(this IDbConnection cnn, CommandDefinition command) => throw null!;

        public static Task<T> QueryFirstOrDefaultAsync<T>(
            this IDbConnection cnn,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static Task<T> QueryFirstOrDefaultAsync<T>(this IDbConnection cnn, CommandDefinition command) => throw null!;

        public static dynamic QuerySingle(
            this IDbConnection cnn,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static T QuerySingle<T>(
            this IDbConnection cnn,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static T QuerySingle<T>(this IDbConnection cnn, CommandDefinition command) => throw null!;

        public static Task<dynamic> QuerySingleAsync(
            this IDbConnection cnn,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static Task<dynamic> QuerySingleAsync(this IDbConnection cnn, CommandDefinition command) => throw null!;

        public static Task<T> QuerySingleAsync<T>(
            this IDbConnection cnn,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static Task<T> QuerySingleAsync<T>(this IDbConnection cnn, CommandDefinition command) => throw null!;

        public static dynamic QuerySingleOrDefault(
            this IDbConnection cnn,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static T QuerySingleOrDefault<T>(
            this IDbConnection cnn,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static T QuerySingleOrDefault<T>(this IDbConnection cnn, CommandDefinition command) => throw null!;

        public static Task<dynamic> QuerySingleOrDefaultAsync(
            this IDbConnection cnn,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static Task<dynamic> QuerySingleOrDefaultAsync(this IDbConnection cnn, CommandDefinition command) => throw null!;

        public static Task<T> QuerySingleOrDefaultAsync<T>(
            this IDbConnection cnn,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static Task<T> QuerySingleOrDefaultAsync<T>(this IDbConnection cnn, CommandDefinition command) => throw null!;

        public static GridReader QueryMultiple(
            this IDbConnection cnn,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static GridReader QueryMultiple(this IDbConnection cnn, CommandDefinition command) => throw null!;

        public static Task<GridReader> QueryMultipleAsync(
            this IDbConnection cnn,
            string sql,
            object param = null,
            IDbTransaction transaction = null,
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static Task<GridReader> QueryMultipleAsync(this IDbConnection cnn, CommandDefinition command) => throw null!;

        public static IEnumerable<TReturn> Query<TFirst, TSecond, TReturn>(
            this IDbConnection cnn,
            string sql,
            Func<TFirst, TSecond, TReturn> map,
            object param = null,
            IDbTransaction transaction = null,
            bool buffered = true,
            string splitOn = "Id",
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static IEnumerable<TReturn> Query<TFirst, TSecond, TThird, TReturn>(
            this IDbConnection cnn,
            string sql,
            Func<TFirst, TSecond, TThird, TReturn> map,
            object param = null,
            IDbTransaction transaction = null,
            bool buffered = true,
            string splitOn = "Id",
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static Task<IEnumerable<TReturn>> QueryAsync<TFirst, TSecond, TReturn>(
            this IDbConnection cnn,
            string sql,
            Func<TFirst, TSecond, TReturn> map,
            object param = null,
            IDbTransaction transaction = null,
            bool buffered = true,
            string splitOn = "Id",
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static Task<IEnumerable<TReturn>> QueryAsync<TFirst, TSecond, TThird, TReturn>(
            this IDbConnection cnn,
            string sql,
            Func<TFirst, TSecond, TThird, TReturn> map,
            object param = null,
            IDbTransaction transaction = null,
            bool buffered = true,
            string splitOn = "Id",
            int? commandTimeout = null,
            CommandType? commandType = null
        ) => throw null!;

        public static void SetTypeMap(Type type, ITypeMap map) => throw null!;

        public static IEnumerable<T> Parse<T>(this IDataReader reader) => throw null!;

        public interface ITypeMap { }

        public class GridReader : IDisposable
        {
            internal GridReader() { }

            public IEnumerable<dynamic> Read(bool buffered = true) => throw null!;

            public IEnumerable<T> Read<T>(bool buffered = true) => throw null!;

            public T ReadFirst<T>() => throw null!;

            public T ReadFirstOrDefault<T>() => throw null!;

            public T ReadSingle<T>() => throw null!;

            public T ReadSingleOrDefault<T>() => throw null!;

            public Task<IEnumerable<T>> ReadAsync<T>(bool buffered = true) => throw null!;

            public Task<T> ReadFirstOrDefaultAsync<T>() => throw null!;

            public Task<T> ReadSingleOrDefaultAsync<T>() => throw null!;

            public void Dispose() => throw null!;
        }
    }
}

namespace Dapper.Contrib.Extensions
{
    [AttributeUsage(AttributeTargets.Class)]
    public class TableAttribute : Attribute
    {
        public TableAttribute(string tableName) { }

        public string Name { get; set; }
    }

    [AttributeUsage(AttributeTargets.Property)]
    public class KeyAttribute : Attribute { }

    [AttributeUsage(AttributeTargets.Property)]
    public class ExplicitKeyAttribute : Attribute { }

    [AttributeUsage(AttributeTargets.Property)]
    public class ComputedAttribute : Attribute { }

    public static class SqlMapperExtensions
    {
        public static T Get<T>(this IDbConnection connection, dynamic id, IDbTransaction transaction = null, int? commandTimeout = null)
            where T : class => throw null!;

        public static Task<T> GetAsync<T>(
            this IDbConnection connection,
            dynamic id,
            IDbTransaction transaction = null,
            int? commandTimeout = null
        )
            where T : class => throw null!;

        public static IEnumerable<T> GetAll<T>(this IDbConnection connection, IDbTransaction transaction = null, int? commandTimeout = null)
            where T : class => throw null!;

        public static Task<IEnumerable<T>> GetAllAsync<T>(
            this IDbConnection connection,
            IDbTransaction transaction = null,
            int? commandTimeout = null
        )
            where T : class => throw null!;

        public static long Insert<T>(
            this IDbConnection connection,
            T entityToInsert,
            IDbTransaction transaction = null,
            int? commandTimeout = null
        )
            where T : class => throw null!;

        public static Task<int> InsertAsync<T>(
            this IDbConnection connection,
            T entityToInsert,
            IDbTransaction transaction = null,
            int? commandTimeout = null
        )
            where T : class => throw null!;

        public static bool Update<T>(
            this IDbConnection connection,
            T entityToUpdate,
            IDbTransaction transaction = null,
            int? commandTimeout = null
        )
            where T : class => throw null!;

        public static Task<bool> UpdateAsync<T>(
            this IDbConnection connection,
            T entityToUpdate,
            IDbTransaction transaction = null,
            int? commandTimeout = null
        )
            where T : class => throw null!;

        public static bool Delete<T>(
            this IDbConnection connection,
            T entityToDelete,
            IDbTransaction transaction = null,
            int? commandTimeout = null
        )
            where T : class => throw null!;

        public static Task<bool> DeleteAsync<T>(
            this IDbConnection connection,
            T entityToDelete,
            IDbTransaction transaction = null,
            int? commandTimeout = null
        )
            where T : class => throw null!;
    }
}
