// namespaces: Npgsql, NpgsqlTypes
// world: both
// ADO.NET provider: connection, command, parameters and adapter; signatures only.
using System;
using System.Data;
using System.Data.Common;
using System.Threading;
using System.Threading.Tasks;

namespace Npgsql
{
    public sealed class NpgsqlConnection : DbConnection, ICloneable
    {
        public NpgsqlConnection() { }

        public NpgsqlConnection(string connectionString) { }

        public override string ConnectionString { get; set; }
        public override string Database => throw null!;
        public override string DataSource => throw null!;
        public override string ServerVersion => throw null!;
        public override ConnectionState State => throw null!;

        public new NpgsqlCommand CreateCommand() => throw null!;

        public new NpgsqlTransaction BeginTransaction() => throw null!;

        public new NpgsqlTransaction BeginTransaction(IsolationLevel isolationLevel) => throw null!;

        public override void ChangeDatabase(string databaseName) => throw null!;

        public override void Open() => throw null!;

        public override void Close() => throw null!;

        public object Clone() => throw null!;

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw null!;

        protected override DbCommand CreateDbCommand() => throw null!;

        public System.IO.TextWriter BeginTextImport(string copyFromCommand) => throw null!;

        public System.IO.TextReader BeginTextExport(string copyToCommand) => throw null!;
    }

    public sealed class NpgsqlCommand : DbCommand, ICloneable
    {
        public NpgsqlCommand() { }

        public NpgsqlCommand(string cmdText) { }

        public NpgsqlCommand(string cmdText, NpgsqlConnection connection) { }

        public NpgsqlCommand(string cmdText, NpgsqlConnection connection, NpgsqlTransaction transaction) { }

        public override string CommandText { get; set; }
        public override int CommandTimeout { get; set; }
        public override CommandType CommandType { get; set; }
        public override bool DesignTimeVisible { get; set; }
        public override UpdateRowSource UpdatedRowSource { get; set; }
        public new NpgsqlConnection Connection { get; set; }
        public new NpgsqlTransaction Transaction { get; set; }
        public new NpgsqlParameterCollection Parameters => throw null!;

        public override void Cancel() => throw null!;

        public override void Prepare() => throw null!;

        public override int ExecuteNonQuery() => throw null!;

        public override object ExecuteScalar() => throw null!;

        public new NpgsqlDataReader ExecuteReader() => throw null!;

        public new NpgsqlDataReader ExecuteReader(CommandBehavior behavior) => throw null!;

        public new Task<NpgsqlDataReader> ExecuteReaderAsync() => throw null!;

        public new Task<NpgsqlDataReader> ExecuteReaderAsync(CancellationToken cancellationToken) => throw null!;

        public new Task<NpgsqlDataReader> ExecuteReaderAsync(CommandBehavior behavior) => throw null!;

        public new Task<NpgsqlDataReader> ExecuteReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) => throw null!;

        public new NpgsqlParameter CreateParameter() => throw null!;

        public object Clone() => throw null!;

        protected override DbConnection DbConnection { get; set; }
        protected override DbParameterCollection DbParameterCollection => throw null!;
        protected override DbTransaction DbTransaction { get; set; }

        protected override DbParameter CreateDbParameter() => throw null!;

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => throw null!;
    }

    public class NpgsqlParameter : DbParameter
    {
        public NpgsqlParameter() { }

        public NpgsqlParameter(string parameterName, object value) { }

        public NpgsqlParameter(string parameterName, DbType dbType) { }

        public NpgsqlParameter(string parameterName, DbType dbType, int size) { }

        public NpgsqlParameter(string parameterName, DbType dbType, int size, string sourceColumn) { }

        public override DbType DbType { get; set; }
        public override ParameterDirection Direction { get; set; }
        public override bool IsNullable { get; set; }
        public override string ParameterName { get; set; }
        public override int Size { get; set; }
        public override string SourceColumn { get; set; }
        public override bool SourceColumnNullMapping { get; set; }
        public override DataRowVersion SourceVersion { get; set; }
        public override object Value { get; set; }

        public override void ResetDbType() => throw null!;

        public NpgsqlParameter(string parameterName, NpgsqlTypes.NpgsqlDbType parameterType) { }

        public NpgsqlTypes.NpgsqlDbType NpgsqlDbType { get; set; }
    }

    public abstract class NpgsqlParameterCollection : DbParameterCollection
    {
        public new NpgsqlParameter this[int index]
        {
            get => throw null!;
            set => throw null!;
        }
        public new NpgsqlParameter this[string parameterName]
        {
            get => throw null!;
            set => throw null!;
        }

        public NpgsqlParameter Add(NpgsqlParameter value) => throw null!;

        public NpgsqlParameter Add(string parameterName, DbType dbType) => throw null!;

        public NpgsqlParameter Add(string parameterName, DbType dbType, int size) => throw null!;

        public NpgsqlParameter Add(string parameterName, DbType dbType, int size, string sourceColumn) => throw null!;

        public NpgsqlParameter Add(string parameterName, NpgsqlTypes.NpgsqlDbType parameterType) => throw null!;

        public NpgsqlParameter AddWithValue(object value) => throw null!;

        public NpgsqlParameter AddWithValue(string parameterName, NpgsqlTypes.NpgsqlDbType parameterType, object value) => throw null!;

        public NpgsqlParameter AddWithValue(string parameterName, object value) => throw null!;

        public void AddRange(NpgsqlParameter[] values) => throw null!;
    }

    public abstract class NpgsqlDataReader : DbDataReader
    {
        private protected NpgsqlDataReader() { }
    }

    public abstract class NpgsqlTransaction : DbTransaction
    {
        private protected NpgsqlTransaction() { }

        public new NpgsqlConnection Connection => throw null!;
    }

    public sealed class NpgsqlDataAdapter : DbDataAdapter
    {
        public NpgsqlDataAdapter() { }

        public NpgsqlDataAdapter(NpgsqlCommand selectCommand) { }

        public NpgsqlDataAdapter(string selectCommandText, NpgsqlConnection selectConnection) { }

        public NpgsqlDataAdapter(string selectCommandText, string selectConnectionString) { }

        public new NpgsqlCommand SelectCommand { get; set; }
        public new NpgsqlCommand InsertCommand { get; set; }
        public new NpgsqlCommand UpdateCommand { get; set; }
        public new NpgsqlCommand DeleteCommand { get; set; }
    }

    public sealed class NpgsqlCommandBuilder : DbCommandBuilder
    {
        public NpgsqlCommandBuilder() { }

        public NpgsqlCommandBuilder(NpgsqlDataAdapter adapter) { }

        protected override void ApplyParameterInfo(DbParameter parameter, DataRow row, StatementType statementType, bool whereClause) =>
            throw null!;

        protected override string GetParameterName(int parameterOrdinal) => throw null!;

        protected override string GetParameterName(string parameterName) => throw null!;

        protected override string GetParameterPlaceholder(int parameterOrdinal) => throw null!;

        protected override void SetRowUpdatingHandler(DbDataAdapter adapter) => throw null!;
    }

    public sealed class NpgsqlConnectionStringBuilder : DbConnectionStringBuilder
    {
        public NpgsqlConnectionStringBuilder() { }

        public NpgsqlConnectionStringBuilder(string connectionString) { }

        public string Host { get; set; }
        public int Port { get; set; }
        public string Database { get; set; }
        public string Username { get; set; }
        public string Password { get; set; }
        public bool Pooling { get; set; }
        public bool TrustServerCertificate { get; set; }
        public string SearchPath { get; set; }
        public SslMode SslMode { get; set; }
    }

    public class NpgsqlException : DbException
    {
        internal NpgsqlException() { }
    }

    public enum SslMode
    {
        Disable,
        Allow,
        Prefer,
        Require,
        VerifyCA,
        VerifyFull,
    }

    public class PostgresException : NpgsqlException
    {
        public string MessageText => throw null!;
        public string Detail => throw null!;
    }

    public class NpgsqlParameter<T> : NpgsqlParameter
    {
        public NpgsqlParameter(string parameterName, T value) { }

        public T TypedValue { get; set; }
    }

    public abstract class NpgsqlDataSource : IDisposable
    {
        public static NpgsqlDataSource Create(string connectionString) => throw null!;

        public NpgsqlConnection CreateConnection() => throw null!;

        public NpgsqlConnection OpenConnection() => throw null!;

        public NpgsqlCommand CreateCommand(string commandText = null) => throw null!;

        public void Dispose() => throw null!;
    }

    public class NpgsqlDataSourceBuilder
    {
        public NpgsqlDataSourceBuilder(string connectionString = null) { }

        public NpgsqlDataSource Build() => throw null!;
    }
}

namespace NpgsqlTypes
{
    public enum NpgsqlDbType
    {
        Array = int.MinValue,
        Bigint = 1,
        Boolean,
        Bytea,
        Char,
        Date,
        Double,
        Integer,
        Numeric,
        Real,
        Smallint,
        Text,
        Time,
        Timestamp,
        TimestampTz,
        Uuid,
        Varchar,
        Json,
        Jsonb,
        Xml,
        Inet,
    }
}
