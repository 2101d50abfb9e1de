// namespaces: System.Data.SQLite
// world: both
// ADO.NET provider: connection, command, parameters and adapter; signatures only.
using System;
using System.Data;
using System.Data.Common;
using System.Threading;
using System.Threading.Tasks;

namespace System.Data.SQLite
{
    public class SQLiteConnection : DbConnection, ICloneable
    {
        public SQLiteConnection() { }

        public SQLiteConnection(string connectionString) { }

        public override string ConnectionString { get; set; }
        public override string Database => throw null!;
        public override string DataSource => throw null!;
        public override string ServerVersion => throw null!;
        public override ConnectionState State => throw null!;

        public new SQLiteCommand CreateCommand() => throw null!;

        public new SQLiteTransaction BeginTransaction() => throw null!;

        public new SQLiteTransaction BeginTransaction(IsolationLevel isolationLevel) => throw null!;

        public override void ChangeDatabase(string databaseName) => throw null!;

        public override void Open() => throw null!;

        public override void Close() => throw null!;

        public object Clone() => throw null!;

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw null!;

        protected override DbCommand CreateDbCommand() => throw null!;

        public static void CreateFile(string databaseFileName) => throw null!;

        public void LoadExtension(string fileName) => throw null!;

        public void SetPassword(string databasePassword) => throw null!;

        public void ChangePassword(string newPassword) => throw null!;
    }

    public class SQLiteCommand : DbCommand, ICloneable
    {
        public SQLiteCommand() { }

        public SQLiteCommand(string commandText) { }

        public SQLiteCommand(string commandText, SQLiteConnection connection) { }

        public SQLiteCommand(string commandText, SQLiteConnection connection, SQLiteTransaction transaction) { }

        public override string CommandText { get; set; }
        public override int CommandTimeout { get; set; }
        public override CommandType CommandType { get; set; }
        public override bool DesignTimeVisible { get; set; }
        public override UpdateRowSource UpdatedRowSource { get; set; }
        public new SQLiteConnection Connection { get; set; }
        public new SQLiteTransaction Transaction { get; set; }
        public new SQLiteParameterCollection Parameters => throw null!;

        public override void Cancel() => throw null!;

        public override void Prepare() => throw null!;

        public override int ExecuteNonQuery() => throw null!;

        public override object ExecuteScalar() => throw null!;

        public new SQLiteDataReader ExecuteReader() => throw null!;

        public new SQLiteDataReader ExecuteReader(CommandBehavior behavior) => throw null!;

        public new Task<SQLiteDataReader> ExecuteReaderAsync() => throw null!;

        public new Task<SQLiteDataReader> ExecuteReaderAsync(CancellationToken cancellationToken) => throw null!;

        public new Task<SQLiteDataReader> ExecuteReaderAsync(CommandBehavior behavior) => throw null!;

        public new Task<SQLiteDataReader> ExecuteReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) => throw null!;

        public new SQLiteParameter CreateParameter() => throw null!;

        public object Clone() => throw null!;

        protected override DbConnection DbConnection { get; set; }
        protected override DbParameterCollection DbParameterCollection => throw null!;
        protected override DbTransaction DbTransaction { get; set; }

        protected override DbParameter CreateDbParameter() => throw null!;

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => throw null!;

        public static object Execute(string commandText, SQLiteExecuteType executeType, string connectionString, params object[] args) =>
            throw null!;
    }

    public class SQLiteParameter : DbParameter
    {
        public SQLiteParameter() { }

        public SQLiteParameter(string parameterName, object value) { }

        public SQLiteParameter(string parameterName, DbType dbType) { }

        public SQLiteParameter(string parameterName, DbType dbType, int size) { }

        public SQLiteParameter(string parameterName, DbType dbType, int size, string sourceColumn) { }

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
    }

    public abstract class SQLiteParameterCollection : DbParameterCollection
    {
        public new SQLiteParameter this[int index]
        {
            get => throw null!;
            set => throw null!;
        }
        public new SQLiteParameter this[string parameterName]
        {
            get => throw null!;
            set => throw null!;
        }

        public SQLiteParameter Add(SQLiteParameter value) => throw null!;

        public SQLiteParameter Add(string parameterName, DbType dbType) => throw null!;

        public SQLiteParameter Add(string parameterName, DbType dbType, int size) => throw null!;

        public SQLiteParameter Add(string parameterName, DbType dbType, int size, string sourceColumn) => throw null!;

        public SQLiteParameter AddWithValue(string parameterName, object value) => throw null!;

        public void AddRange(SQLiteParameter[] values) => throw null!;
    }

    public abstract class SQLiteDataReader : DbDataReader
    {
        private protected SQLiteDataReader() { }
    }

    public abstract class SQLiteTransaction : DbTransaction
    {
        private protected SQLiteTransaction() { }

        public new SQLiteConnection Connection => throw null!;
    }

    public class SQLiteDataAdapter : DbDataAdapter
    {
        public SQLiteDataAdapter() { }

        public SQLiteDataAdapter(SQLiteCommand selectCommand) { }

        public SQLiteDataAdapter(string selectCommandText, SQLiteConnection selectConnection) { }

        public SQLiteDataAdapter(string selectCommandText, string selectConnectionString) { }

        public new SQLiteCommand SelectCommand { get; set; }
        public new SQLiteCommand InsertCommand { get; set; }
        public new SQLiteCommand UpdateCommand { get; set; }
        public new SQLiteCommand DeleteCommand { get; set; }
    }

    public class SQLiteCommandBuilder : DbCommandBuilder
    {
        public SQLiteCommandBuilder() { }

        public SQLiteCommandBuilder(SQLiteDataAdapter adapter) { }

        protected override void ApplyParameterInfo(DbParameter parameter, DataRow row, StatementType statementType, bool whereClause) =>
            throw null!;

        protected override string GetParameterName(int parameterOrdinal) => throw null!;

        protected override string GetParameterName(string parameterName) => throw null!;

        protected override string GetParameterPlaceholder(int parameterOrdinal) => throw null!;

        protected override void SetRowUpdatingHandler(DbDataAdapter adapter) => throw null!;
    }

    public class SQLiteConnectionStringBuilder : DbConnectionStringBuilder
    {
        public SQLiteConnectionStringBuilder() { }

        public SQLiteConnectionStringBuilder(string connectionString) { }

        public string DataSource { get; set; }
        public string Password { get; set; }
        public int Version { get; set; }
        public bool ReadOnly { get; set; }
        public bool Pooling { get; set; }
    }

    public class SQLiteException : DbException
    {
        internal SQLiteException() { }

        public int ResultCode => throw null!;
    }

    public enum SQLiteExecuteType
    {
        None,
        NonQuery,
        Scalar,
        Reader,
    }
}
