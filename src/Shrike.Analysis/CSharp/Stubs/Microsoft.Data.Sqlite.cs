// namespaces: Microsoft.Data.Sqlite
// world: both
// ADO.NET provider: connection, command, parameters and adapter; signatures only.
using System;
using System.Data;
using System.Data.Common;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.Data.Sqlite
{
    public class SqliteConnection : DbConnection, ICloneable
    {
        public SqliteConnection() { }

        public SqliteConnection(string connectionString) { }

        public override string ConnectionString { get; set; }
        public override string Database => throw null!;
        public override string DataSource => throw null!;
        public override string ServerVersion => throw null!;
        public override ConnectionState State => throw null!;

        public new SqliteCommand CreateCommand() => throw null!;

        public new SqliteTransaction BeginTransaction() => throw null!;

        public new SqliteTransaction BeginTransaction(IsolationLevel isolationLevel) => throw null!;

        public override void ChangeDatabase(string databaseName) => throw null!;

        public override void Open() => throw null!;

        public override void Close() => throw null!;

        public object Clone() => throw null!;

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw null!;

        protected override DbCommand CreateDbCommand() => throw null!;

        public void EnableExtensions(bool enable = true) => throw null!;

        public void LoadExtension(string file, string proc = null) => throw null!;
    }

    public class SqliteCommand : DbCommand, ICloneable
    {
        public SqliteCommand() { }

        public SqliteCommand(string commandText) { }

        public SqliteCommand(string commandText, SqliteConnection connection) { }

        public SqliteCommand(string commandText, SqliteConnection connection, SqliteTransaction transaction) { }

        public override string CommandText { get; set; }
        public override int CommandTimeout { get; set; }
        public override CommandType CommandType { get; set; }
        public override bool DesignTimeVisible { get; set; }
        public override UpdateRowSource UpdatedRowSource { get; set; }
        public new SqliteConnection Connection { get; set; }
        public new SqliteTransaction Transaction { get; set; }
        public new SqliteParameterCollection Parameters => throw null!;

        public override void Cancel() => throw null!;

        public override void Prepare() => throw null!;

        public override int ExecuteNonQuery() => throw null!;

        public override object ExecuteScalar() => throw null!;

        public new SqliteDataReader ExecuteReader() => throw null!;

        public new SqliteDataReader ExecuteReader(CommandBehavior behavior) => throw null!;

        public new Task<SqliteDataReader> ExecuteReaderAsync() => throw null!;

        public new Task<SqliteDataReader> ExecuteReaderAsync(CancellationToken cancellationToken) => throw null!;

        public new Task<SqliteDataReader> ExecuteReaderAsync(CommandBehavior behavior) => throw null!;

        public new Task<SqliteDataReader> ExecuteReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) => throw null!;

        public new SqliteParameter CreateParameter() => throw null!;

        public object Clone() => throw null!;

        protected override DbConnection DbConnection { get; set; }
        protected override DbParameterCollection DbParameterCollection => throw null!;
        protected override DbTransaction DbTransaction { get; set; }

        protected override DbParameter CreateDbParameter() => throw null!;

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => throw null!;
    }

    public class SqliteParameter : DbParameter
    {
        public SqliteParameter() { }

        public SqliteParameter(string name, object value) { }

        public SqliteParameter(string name, SqliteType sqliteType) { }

        public SqliteParameter(string name, SqliteType sqliteType, int size) { }

        public SqliteParameter(string name, SqliteType sqliteType, int size, string sourceColumn) { }

        public override DbType DbType { get; set; }
        public override ParameterDirection Direction { get; set; }
        public override bool IsNullable { get; set; }
        public override string ParameterName { get; set; }
        public override int Size { get; set; }
        public override string SourceColumn { get; set; }
        public override bool SourceColumnNullMapping { get; set; }
        public override DataRowVersion SourceVersion { get; set; }
        public override object Value { get; set; }
        public SqliteType SqliteType { get; set; }

        public override void ResetDbType() => throw null!;
    }

    public abstract class SqliteParameterCollection : DbParameterCollection
    {
        public new SqliteParameter this[int index]
        {
            get => throw null!;
            set => throw null!;
        }
        public new SqliteParameter this[string parameterName]
        {
            get => throw null!;
            set => throw null!;
        }

        public SqliteParameter Add(SqliteParameter value) => throw null!;

        public SqliteParameter Add(string parameterName, SqliteType sqliteType) => throw null!;

        public SqliteParameter Add(string parameterName, SqliteType sqliteType, int size) => throw null!;

        public SqliteParameter Add(string parameterName, SqliteType sqliteType, int size, string sourceColumn) => throw null!;

        public SqliteParameter AddWithValue(string parameterName, object value) => throw null!;

        public void AddRange(SqliteParameter[] values) => throw null!;
    }

    public abstract class SqliteDataReader : DbDataReader
    {
        private protected SqliteDataReader() { }
    }

    public abstract class SqliteTransaction : DbTransaction
    {
        private protected SqliteTransaction() { }

        public new SqliteConnection Connection => throw null!;
    }

    public class SqliteDataAdapter : DbDataAdapter
    {
        public SqliteDataAdapter() { }

        public SqliteDataAdapter(SqliteCommand selectCommand) { }

        public SqliteDataAdapter(string selectCommandText, SqliteConnection selectConnection) { }

        public SqliteDataAdapter(string selectCommandText, string selectConnectionString) { }

        public new SqliteCommand SelectCommand { get; set; }
        public new SqliteCommand InsertCommand { get; set; }
        public new SqliteCommand UpdateCommand { get; set; }
        public new SqliteCommand DeleteCommand { get; set; }
    }

    public class SqliteCommandBuilder : DbCommandBuilder
    {
        public SqliteCommandBuilder() { }

        public SqliteCommandBuilder(SqliteDataAdapter adapter) { }

        protected override void ApplyParameterInfo(DbParameter parameter, DataRow row, StatementType statementType, bool whereClause) =>
            throw null!;

        protected override string GetParameterName(int parameterOrdinal) => throw null!;

        protected override string GetParameterName(string parameterName) => throw null!;

        protected override string GetParameterPlaceholder(int parameterOrdinal) => throw null!;

        protected override void SetRowUpdatingHandler(DbDataAdapter adapter) => throw null!;
    }

    public class SqliteConnectionStringBuilder : DbConnectionStringBuilder
    {
        public SqliteConnectionStringBuilder() { }

        public SqliteConnectionStringBuilder(string connectionString) { }

        public string DataSource { get; set; }
        public string Password { get; set; }
        public SqliteOpenMode Mode { get; set; }
    }

    public class SqliteException : DbException
    {
        internal SqliteException() { }

        public int SqliteErrorCode => throw null!;
    }

    public enum SqliteType
    {
        Integer,
        Real,
        Text,
        Blob,
    }

    public enum SqliteOpenMode
    {
        ReadWriteCreate,
        ReadWrite,
        ReadOnly,
        Memory,
    }
}
